"""``screener replay``: a stored result is proved from its facts; a touched one is not."""

import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from screener import settings as settings_of
from screener import wiring
from screener.cli.replay import replay
from screener.domain.errors import NotReproduced
from screener.usecases.submit import submit

CV = (
    b"Jo Example\n\nEXPERIENCE\nProduction Engineer, Hartwell Pumps, 2019 - present\n- Cut scrap from 4.8 % to 2.1 %.\n"
)
PATIENCE = 30.0


def screened(data: Path) -> str:
    """The id of a screening that the embedded mode has finished."""
    with wiring.embedded(settings_of.embedded({}, data=data)) as app:
        receipt = submit(app.services, data=CV, name="cv.txt", position="production-engineer")
        until = time.monotonic() + PATIENCE
        while app.services.store.screening(receipt.screening_id).result is None:
            assert time.monotonic() < until
            time.sleep(0.05)
        return receipt.screening_id


@pytest.mark.slow
def test_proved_and_not_proved(tmp_path: Path) -> None:
    screening = screened(tmp_path)
    proved = CliRunner().invoke(replay, [screening, "--data", str(tmp_path)], catch_exceptions=False)
    assert "the same bytes, sha256:" in proved.output
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'screener.db'}")
    with engine.begin() as connection:
        kept = connection.execute(sa.text("SELECT result FROM screenings")).scalar_one()
        touched = bytes(kept).replace(b'"band":"little"', b'"band":"strong"')
        connection.execute(sa.text("UPDATE screenings SET result = :r"), {"r": touched})
    engine.dispose()
    with pytest.raises(NotReproduced) as caught:
        CliRunner().invoke(replay, [screening, "--data", str(tmp_path)], catch_exceptions=False)
    assert caught.value.detail == "band"
