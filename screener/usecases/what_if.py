"""What if: try a change on everybody who applied for a position; nothing is saved."""

from screener.domain.errors import InputInvalid
from screener.ports import Services
from screener.usecases.change_criteria import Changes, changed
from screener.usecases.simulate import Simulation, Stored, simulate


def what_if(services: Services, position: str, changes: Changes) -> Simulation:
    """Who of the current screenings would move, and why. Raises: InputInvalid with every mistake of the change."""
    criteria = services.positions.get(position)
    if criteria is None:
        raise InputInvalid("position", {"position": ["no such position"]})
    after = changed(criteria, changes)
    rows = (
        Stored(id_, {f.component: f.grade for f in findings}) for id_, findings in services.store.findings(position)
    )
    return simulate(rows, criteria, after)
