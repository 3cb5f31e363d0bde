"""Settings: all mistakes at once, no default secret over a network, and every secret may come from a file."""

from pathlib import Path

import pytest

from screener.domain.errors import ConfigInvalid
from screener.settings import database_url, distributed, embedded

GOOD = {
    "SCREENER_DATA": "/data",
    "SCREENER_DATABASE_URL": "postgresql+psycopg://u:p@db/screener",
    "SCREENER_REDIS_URL": "redis://:p@redis/0",
    "SCREENER_SECRET_KEY": "0123456789abcdef" * 4,
    "SCREENER_ACCESS_TOKEN": "fedcba9876543210" * 2,
}


def test_embedded_needs_nothing(tmp_path: Path) -> None:
    settings = embedded({}, data=tmp_path / "data")
    assert settings.database_url == f"sqlite:///{tmp_path / 'data' / 'screener.db'}"
    assert len(settings.secret_key) == 64
    assert embedded({}, data=tmp_path / "data").secret_key == settings.secret_key, "made once"
    assert embedded({}, data=tmp_path / "other").secret_key != settings.secret_key
    assert (tmp_path / "data" / "secret.key").stat().st_mode & 0o777 == 0o600


def test_distributed_takes_what_is_given() -> None:
    settings = distributed(GOOD, web=True)
    assert (settings.data, settings.redis_url) == (Path("/data"), GOOD["SCREENER_REDIS_URL"])
    assert settings.access_token == GOOD["SCREENER_ACCESS_TOKEN"]
    assert settings.key("audit") != settings.key("session")


@pytest.mark.parametrize("missing", sorted(GOOD))
def test_distributed_needs_everything(missing: str) -> None:
    given = {k: v for k, v in GOOD.items() if k != missing}
    with pytest.raises(ConfigInvalid) as caught:
        distributed(given, web=True)
    assert caught.value.problems == (f"{missing}: must be set (or {missing}_FILE)",)


def test_all_mistakes_come_at_once() -> None:
    with pytest.raises(ConfigInvalid) as caught:
        distributed({"SCREENER_JOB_THREADS": "many", "SCREENER_LOG_LEVEL": "loud", "SCREENER_LEASE_SECONDS": "nan"})
    assert len(caught.value.problems) == 7


@pytest.mark.parametrize("secret", ["short", "change-me-change-me-change-me-change-me", "default" * 8, " " * 40])
def test_a_default_secret_is_refused(secret: str) -> None:
    with pytest.raises(ConfigInvalid, match="SCREENER_SECRET_KEY"):
        distributed({**GOOD, "SCREENER_SECRET_KEY": secret})


def test_a_worker_needs_no_access_token() -> None:
    assert distributed({k: v for k, v in GOOD.items() if k != "SCREENER_ACCESS_TOKEN"}).access_token == ""


def test_secrets_come_from_files(tmp_path: Path) -> None:
    given: dict[str, str] = {"SCREENER_DATA": "/data"}
    for name in ("SCREENER_DATABASE_URL", "SCREENER_REDIS_URL", "SCREENER_SECRET_KEY", "SCREENER_ACCESS_TOKEN"):
        path = tmp_path / name
        path.write_text(GOOD[name] + "\n")
        given[f"{name}_FILE"] = str(path)
    assert distributed(given, web=True) == distributed(GOOD, web=True)
    assert database_url(given) == GOOD["SCREENER_DATABASE_URL"]
    with pytest.raises(ConfigInvalid, match="given twice"):
        distributed({**given, "SCREENER_SECRET_KEY": GOOD["SCREENER_SECRET_KEY"]})
    with pytest.raises(ConfigInvalid, match="can't be read"):
        distributed({**given, "SCREENER_SECRET_KEY_FILE": str(tmp_path / "nowhere")})


def test_messages_hold_no_secret() -> None:
    weak = "password-of-the-old-database"
    with pytest.raises(ConfigInvalid) as caught:
        distributed({**GOOD, "SCREENER_SECRET_KEY": weak})
    assert weak not in str(caught.value)
