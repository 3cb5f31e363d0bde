"""Kill things while work is under way: nothing is lost, nothing is done twice."""

import pytest

from tests.distributed.scenarios import SCENARIOS, Stage

pytestmark = [pytest.mark.services, pytest.mark.slow]


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_is_lost_and_nothing_doubled(stage: Stage, name: str) -> None:
    SCENARIOS[name](stage)
