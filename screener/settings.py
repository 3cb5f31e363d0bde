"""What an operator may set, from environment variables; all mistakes at once, before anything starts.

A secret may also be given as ``<NAME>_FILE``, the path of a file that holds it: an environment is inherited by
children and shows in crash reports, a file isn't.
"""

import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from screener.domain.errors import ConfigInvalid

_MIN_SECRET = 32
_MIN_TOKEN = 24
_TELLTALE = ("change", "secret", "default", "example", "password", "insecure")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the environment decides. ``lease``: seconds after which a silent worker is taken for dead."""

    data: Path
    database_url: str
    redis_url: str
    secret_key: str
    access_token: str
    config: Path | None
    job_threads: int
    pool_processes: int
    lease: float
    sweep_seconds: float
    max_job_seconds: int
    log_level: str
    secure_cookies: bool

    def key(self, purpose: str) -> bytes:
        """A key of its own for each purpose, so that one that leaks opens one door."""
        return hmac.new(self.secret_key.encode(), purpose.encode(), sha256).digest()


def embedded(environment: Mapping[str, str] | None = None, *, data: Path | None = None) -> Settings:
    """For ``screener serve``: SQLite and a secret of its own in the data folder; nothing has to be set.

    Raises: ConfigInvalid.
    """
    source = _Source(os.environ if environment is None else environment)
    folder = (data or Path(source.text("SCREENER_DATA", "screener-data"))).resolve()
    secret = source.secret("SCREENER_SECRET_KEY", "") or _own_secret(folder)
    url = source.secret("SCREENER_DATABASE_URL", "") or f"sqlite:///{folder / 'screener.db'}"
    return _settings(source, folder, url, "", secret)


def distributed(environment: Mapping[str, str] | None = None, *, web: bool = False) -> Settings:
    """For ``screener.wsgi``, ``worker`` and ``sweep``: everything must be named, and no secret may be a default.

    ``web``: callers come in over the network, so there must be an access token too.

    Raises: ConfigInvalid.
    """
    source = _Source(os.environ if environment is None else environment)
    folder = source.required("SCREENER_DATA")
    url = source.required("SCREENER_DATABASE_URL")
    redis = source.required("SCREENER_REDIS_URL")
    secret = source.required("SCREENER_SECRET_KEY")
    if secret and (len(secret) < _MIN_SECRET or any(word in secret.lower() for word in _TELLTALE)):
        source.problems.append(
            f"SCREENER_SECRET_KEY: at least {_MIN_SECRET} characters, made for this installation "
            "(openssl rand -hex 32), no default"
        )
    token = source.required("SCREENER_ACCESS_TOKEN") if web else ""
    if token and len(token) < _MIN_TOKEN:
        source.problems.append(f"SCREENER_ACCESS_TOKEN: at least {_MIN_TOKEN} characters")
    return _settings(source, Path(folder), url, redis, secret)


def database_url(environment: Mapping[str, str] | None = None) -> str:
    """The database alone, for those who look after it. Raises: ConfigInvalid."""
    source = _Source(os.environ if environment is None else environment)
    url = source.required("SCREENER_DATABASE_URL")
    if source.problems:
        raise ConfigInvalid(tuple(source.problems))
    return url


def _settings(source: "_Source", folder: Path, url: str, redis: str, secret: str) -> Settings:
    config = source.text("SCREENER_CONFIG", "")
    found = Settings(
        data=folder,
        database_url=url,
        redis_url=redis,
        secret_key=secret,
        access_token=source.secret("SCREENER_ACCESS_TOKEN", ""),
        config=Path(config) if config else None,
        job_threads=int(source.number("SCREENER_JOB_THREADS", os.cpu_count() or 1, 1, 64)),
        pool_processes=int(source.number("SCREENER_POOL_PROCESSES", os.cpu_count() or 1, 1, 64)),
        lease=source.number("SCREENER_LEASE_SECONDS", 30.0, 0.5, 3600.0),
        sweep_seconds=source.number("SCREENER_SWEEP_SECONDS", 10.0, 0.1, 3600.0),
        max_job_seconds=int(source.number("SCREENER_MAX_JOB_SECONDS", 180, 5, 3600)),
        log_level=source.choice("SCREENER_LOG_LEVEL", "info", ("debug", "info", "warning", "error")),
        secure_cookies=source.choice("SCREENER_SECURE_COOKIES", "no", ("yes", "no")) == "yes",
    )
    if source.problems:
        raise ConfigInvalid(tuple(source.problems))
    return found


class _Source:
    """Reads variables and collects what is wrong with them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self.problems: list[str] = []

    def text(self, name: str, default: str) -> str:
        return self._environment.get(name, "").strip() or default

    def secret(self, name: str, default: str) -> str:
        file = self._environment.get(f"{name}_FILE", "")
        if not file:
            return self.text(name, default)
        if self._environment.get(name):
            self.problems.append(f"{name}: given twice, also as {name}_FILE")
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            self.problems.append(f"{name}_FILE: can't be read ({error.strerror})")
            return default

    def required(self, name: str) -> str:
        found = self.secret(name, "")
        if not found and not any(p.startswith(name) for p in self.problems):
            self.problems.append(f"{name}: must be set (or {name}_FILE)")
        return found

    def number(self, name: str, default: float, least: float, most: float) -> float:
        text = self.text(name, str(default))
        try:
            found = float(text)
        except ValueError:
            found = float("nan")
        if not least <= found <= most:
            self.problems.append(f"{name}: a number from {least:g} to {most:g}")
            return default
        return found

    def choice(self, name: str, default: str, allowed: tuple[str, ...]) -> str:
        found = self.text(name, default).lower()
        if found not in allowed:
            self.problems.append(f"{name}: one of {', '.join(allowed)}")
            return default
        return found


def _own_secret(folder: Path) -> str:
    """The secret of this data folder, made at first start and readable by its owner only."""
    path = folder / "secret.key"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
    except FileExistsError:
        pass
    return path.read_text(encoding="utf-8").strip()
