"""The house's walls hold, and a broken one is noticed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("screener/domain/evidence.py", "import flask"),
        ("screener/extraction/cv.py", "from screener import rules"),
        ("screener/usecases/result.py", "import sqlalchemy"),
        ("screener/rules/degree.py", "from screener import extraction"),
    ],
)
def test_a_planted_import_breaks_the_build(tmp_path: Path, place: str, line: str) -> None:
    for name in ("screener", "workers", "config"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / place
    planted.write_text(planted.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode != 0, run.stdout
    assert "BROKEN" in run.stdout
