"""The wheel and the sdist work on a machine that has nothing of the checkout, without a network."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "samples"

# Any look-up or connection fails at once: what runs under this needs no network.
_NO_NETWORK = """
import socket
def refuse(*args, **kwargs):
    raise OSError("no network in this test")
socket.getaddrinfo = socket.create_connection = refuse
socket.socket.connect = refuse
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return out


def _run_from(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """``screener`` from ``folder`` only, elsewhere, without a network."""
    (folder / "sitecustomize.py").write_text(_NO_NETWORK)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SCREENER_")} | {"PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "screener", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _screened(folder: Path) -> list[dict[str, object]]:
    run = _run_from(folder, "screen", str(SAMPLES), "--as-of", "2026-11-01", "--format", "jsonl")
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_the_wheel_carries_its_configuration_and_runs_offline(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "screener/_config/criteria/production-engineer.toml" in names
    assert any(n.startswith("screener/web/templates/") for n in names)
    assert any(n.startswith("screener/adapters/migrations/") for n in names)
    assert not [n for n in names if n.startswith("tests/")]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(tmp_path)]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    where = subprocess.run(
        [sys.executable, "-c", "import screener.configuration.place as p; print(p.config_folder())"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    assert where == str(tmp_path / "screener" / "_config")
    results = _screened(tmp_path)
    assert len(results) == 8
    assert all(r["status"] == "scored" for r in results)


def test_the_sdist_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = (p for p in tmp_path.iterdir() if p.is_dir())
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "again")]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (again,) = (tmp_path / "again").glob("*.whl")
    (wheel,) = built.glob("*.whl")
    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(wheel).namelist()


def test_a_checkout_and_its_wheel_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(tmp_path)]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    command = [sys.executable, "-m", "screener", "screen", str(SAMPLES), "--as-of", "2026-11-01", "--format", "jsonl"]
    here = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert [json.loads(line) for line in here.stdout.splitlines()] == _screened(tmp_path)
