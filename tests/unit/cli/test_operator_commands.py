"""Commands of an operator: tables, erasing, taking along, trying again."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from screener import settings as settings_of
from screener import wiring
from screener.adapters.local_queue import LocalQueue
from screener.adapters.migration import head, upgrade
from screener.cli import commands
from screener.configuration.place import config_folder
from screener.domain.application import Receipt
from screener.domain.errors import NotFound, ServiceUnavailable
from screener.usecases.submit import submit
from screener.usecases.sweep import sweep

CV = b"Education\nBSc Mechanical Engineering, Purdue University, 2013\n"


def run(*words: str, **environment: str) -> Result:
    return CliRunner().invoke(commands, list(words), env=environment)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def receipt(data: Path) -> Receipt:
    """One applicant, screened."""
    queue = LocalQueue()
    app = wiring.build(settings_of.embedded({}, data=data), queue)
    upgrade(app.database)
    receipt = submit(
        app.services, data=CV, name="cv.txt", position="production-engineer", as_of=date(2026, 11, 1), applicant="P-1"
    )
    queue.drain(app.jobs)
    app.close()
    return receipt


def test_tables(tmp_path: Path) -> None:
    url = {"SCREENER_DATABASE_URL": f"sqlite:///{tmp_path / 'x.db'}"}
    assert isinstance(run("db", "check", **url).exception, ServiceUnavailable)
    for _ in range(2):
        assert run("db", "upgrade", **url).output == f"database is at revision {head()}\n"
    assert run("db", "check", **url).exit_code == 0


def test_everything_of_an_applicant_is_shown_then_erased(data: Path, receipt: Receipt) -> None:
    shown = run("export", "applicant", receipt.applicant_id, "--data", str(data))
    assert json.loads(shown.output)["applicant"]["reference"] == "P-1"
    assert run("erase", receipt.applicant_id, "--data", str(data), input="n\n").exit_code == 1
    erased = run("erase", receipt.applicant_id, "--data", str(data), "--yes")
    assert "1 applications, 1 documents, 1 screenings, 1 files; left: 0" in erased.output
    assert isinstance(run("export", "applicant", receipt.applicant_id, "--data", str(data)).exception, NotFound)


def test_results_are_taken_along(data: Path, receipt: Receipt, tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    assert run("export", "results", "--data", str(data), "--out", str(out)).exit_code == 0
    (line,) = out.read_text().splitlines()
    assert (json.loads(line)["file"], json.loads(line)["status"]) == ("cv.txt", "scored")


def test_stored_facts_are_judged_by_changed_criteria(data: Path, receipt: Receipt, tmp_path: Path) -> None:
    assert (
        run("rescore", "--data", str(data)).output
        == "production-engineer: 0 judged by older criteria, 0 ordered anew\n"
    )
    config = Path(shutil.copytree(config_folder(), tmp_path / "config"))
    criteria = config / "criteria" / "production-engineer.toml"
    criteria.write_text(criteria.read_text().replace('author = "', 'author = "(changed) '))
    done = run("rescore", "--data", str(data), SCREENER_CONFIG=str(config))
    assert done.output == "production-engineer: 1 judged by older criteria, 1 ordered anew\n"


def test_only_what_was_given_up_is_tried_again(data: Path, receipt: Receipt) -> None:
    assert isinstance(run("redrive", receipt.screening_id, "--data", str(data)).exception, NotFound)
    app = wiring.build(settings_of.embedded({}, data=data), LocalQueue())
    waiting = submit(app.services, data=CV, name="cv.txt", position="production-engineer")
    for _ in range(5):
        with app.database.write() as connection:
            connection.exec_driver_sql("UPDATE jobs SET next_at = 0")
        assert app.services.store.claim(waiting.job_id, -1.0)
        sweep(app.services)
    app.close()
    assert (
        run("redrive", waiting.screening_id, "--data", str(data)).output == f"{waiting.screening_id} is queued again\n"
    )
