"""``docker-compose.yml`` as it is written, run as processes: no Docker engine is needed to know that it works.

Only what a container would change is changed: host names, the port, the folder, and the settings that the operator
gives. The services ``postgres`` and ``redis`` are those of ``tests.services``.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.distributed.cluster import ROOT
from tests.services import spawn

FILE = ROOT / "docker-compose.yml"
OURS = ("migrate", "web", "worker", "sweep")
_VARIABLE = re.compile(r"\$\{(\w+)(?::([-?])([^}]*))?\}")


def services() -> dict[str, dict[str, Any]]:
    """Every service of the file, anchors and merges resolved."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text())["services"]
    return found


def interpolated(text: str, operator: dict[str, str]) -> str:
    """Compose's own rules: ``${A}``, ``${A:-default}``, ``${A:?needed}``, and ``$$`` for a dollar."""

    def value(match: re.Match[str]) -> str:
        name, mark, word = match.groups()
        if operator.get(name):
            return operator[name]
        if mark == "?":
            raise KeyError(f"{name}: {word}")
        return word or ""

    return _VARIABLE.sub(value, text).replace("$$", "$")


@dataclass(frozen=True)
class Host:
    """What stands in for the containers' surroundings."""

    database_url: str
    redis_url: str
    folder: Path
    port: int

    @property
    def operator(self) -> dict[str, str]:
        return {
            "SCREENER_SECRET_KEY": "5f1e" * 16,
            "SCREENER_ACCESS_TOKEN": "7a" * 32,
            "POSTGRES_PASSWORD": "ab" * 16,
            "REDIS_PASSWORD": "cd" * 16,
        }

    def environment(self, service: dict[str, Any]) -> dict[str, str]:
        given = {k: interpolated(str(v), self.operator) for k, v in service.get("environment", {}).items()}
        given["SCREENER_DATABASE_URL"] = self.database_url
        given["SCREENER_REDIS_URL"] = self.redis_url
        given["SCREENER_DATA"] = str(self.folder)
        if "GUNICORN_CMD_ARGS" in given:
            given["GUNICORN_CMD_ARGS"] = self._local(given["GUNICORN_CMD_ARGS"])
        path = f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}"
        ours = {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}  # this checkout, wherever the package is installed
        return {"PATH": path, "HOME": str(self.folder), **ours, **given}

    def start(self, name: str, log: Path) -> "subprocess.Popen[bytes]":
        service = services()[name]
        with log.open("wb") as output:
            return spawn(
                [interpolated(word, self.operator) for word in service["command"]],
                env=self.environment(service),
                cwd=ROOT,
                stdout=output,
                stderr=output,
            )

    def healthy(self, name: str) -> bool:
        """Run the service's own health check."""
        service = services()[name]
        kind, *command = service["healthcheck"]["test"]
        assert kind == "CMD"
        words = [self._local(interpolated(word, self.operator)) for word in command]
        done = subprocess.run(words, env=self.environment(service), cwd=ROOT, capture_output=True, check=False)
        return done.returncode == 0

    def _local(self, text: str) -> str:
        return text.replace("0.0.0.0:8000", f"127.0.0.1:{self.port}").replace(":8000", f":{self.port}")
