"""The image holds what the compose file starts, and nothing more. There is no Docker engine to build it here."""

import re
import sys

import yaml

from tests.distributed.cluster import ROOT
from tests.distributed.compose import FILE

IMAGE = (ROOT / "Dockerfile").read_text()
COPIED = [line.split()[1:-1] for line in IMAGE.splitlines() if line.startswith("COPY ") and "--from" not in line]


def test_what_is_copied_is_there_and_let_in() -> None:
    let_in = (ROOT / ".dockerignore").read_text().split()
    for path in (p for line in COPIED for p in line):
        assert (ROOT / path).exists()
        assert f"!{path.split('/')[0]}" in let_in


def test_the_service_has_every_library_that_it_pins() -> None:
    pins = (ROOT / "constraints" / "server.txt").read_text()
    for name in ("gunicorn", "celery", "psycopg", "psycopg-binary", "flask", "pdfminer-six"):
        assert re.search(rf"^{name}==\S+", pins, re.MULTILINE), name
    assert "--hash=sha256:" in pins
    assert "http" not in pins


def test_nobody_is_root() -> None:
    users = re.findall(r"^USER (\S+)$", IMAGE, re.MULTILINE)
    compose = yaml.safe_load(FILE.read_text())["services"]
    assert users == ["10001:10001"] == [compose["web"]["user"]]


def test_python_is_the_one_that_the_suite_may_run_on() -> None:
    (version,) = set(re.findall(r"^FROM python:(\d+\.\d+)-slim", IMAGE, re.MULTILINE))
    assert tuple(map(int, version.split("."))) <= sys.version_info[:2]
