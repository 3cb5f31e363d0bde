"""``gunicorn screener.wsgi:app``: the web door of distributed mode."""

from screener import logs, wiring
from screener.settings import distributed
from screener.web.app import WebSettings, create_app

_settings = distributed(web=True)
logs.configure(_settings.log_level)
_installation = wiring.distributed(_settings)
app = create_app(
    _installation.services,
    WebSettings(_settings.secret_key, _settings.access_token, _settings.secure_cookies),
)
