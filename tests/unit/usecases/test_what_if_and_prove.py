"""What-if and replay over the real store."""

import pytest

from screener.configuration.archived import criteria_of_archive
from screener.domain.errors import InputInvalid, NotFound
from screener.usecases.change_criteria import Changes
from screener.usecases.prove import prove
from screener.usecases.submit import submit
from screener.usecases.what_if import what_if
from tests.unit.usecases.conftest import World


def submitted(world: World, word: str) -> str:
    receipt = submit(world.services, data=word.encode(), name=f"{word}.txt", position="production-engineer")
    world.work()
    return receipt.screening_id


def test_a_change_is_tried_on_everybody_and_saved_nowhere(world: World) -> None:
    screening = submitted(world, "degree")
    before = world.services.store.screening(screening).result
    changes = Changes(points={"degree": {"target": 20}}, bands={"some": 20})
    found = what_if(world.services, "production-engineer", changes)
    assert len(found.moves) + found.stay == 1
    assert world.services.store.screening(screening).result == before


def test_every_mistake_is_told(world: World) -> None:
    with pytest.raises(InputInvalid):
        what_if(world.services, "lion-tamer", Changes())
    with pytest.raises(InputInvalid) as caught:
        what_if(world.services, "production-engineer", Changes(drop=("x",), bands={"y": 3}))
    assert len(caught.value.errors) == 2


def test_a_stored_result_is_proved_by_its_archived_criteria(world: World) -> None:
    screening = submitted(world, "degree")
    found = prove(world.services, screening, criteria_of_archive)
    assert found.same, found.differences


def test_what_was_never_judged_can_not_be_proved(world: World) -> None:
    with pytest.raises(NotFound):
        prove(world.services, submitted(world, "encrypted"), criteria_of_archive)
