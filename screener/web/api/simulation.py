"""What if the criteria were different: who would move and why. Nothing is saved."""

from typing import Any

from marshmallow import fields, validate

from screener.domain.criteria import GATES
from screener.usecases.change_criteria import Changes
from screener.usecases.what_if import what_if
from screener.web.api.resource import Resource
from screener.web.api.schemas import Strict
from screener.web.services import known_position, services

bp = Resource("simulations", __name__, url_prefix="/api/v1/positions", description="What-ifs")

_POINTS = validate.Range(0, 100)
_MOST = 1000


def _numbers(description: str) -> fields.Dict:
    values = fields.Integer(strict=True, validate=_POINTS)
    return fields.Dict(keys=fields.String(), values=values, load_default=dict, metadata={"description": description})


class ChangesSchema(Strict):
    """A change to try; whatever is left out stays as it is."""

    points = fields.Dict(
        keys=fields.String(),
        values=fields.Dict(keys=fields.String(), values=fields.Integer(strict=True, validate=_POINTS)),
        load_default=dict,
        metadata={"description": "component -> grade, item or certificate -> points"},
    )
    maxima = _numbers("component -> points at most")
    bands = _numbers("band -> points from which it begins")
    gates = fields.Dict(
        keys=fields.String(),
        values=fields.String(validate=validate.OneOf(GATES)),
        load_default=dict,
        metadata={"description": "grade of the degree -> outcome of the minimum"},
    )
    drop = fields.List(fields.String(), load_default=list, metadata={"description": "components left out"})
    limit = fields.Integer(load_default=100, validate=validate.Range(1, _MOST))


class StandingSchema(Strict):
    """Where one screening stands."""

    score = fields.Integer(required=True)
    open = fields.Integer(required=True)
    closed = fields.Integer(required=True)
    gate = fields.String(required=True)
    band = fields.String(required=True)
    rank = fields.Integer(required=True)


class MoveSchema(Strict):
    """One screening that would move, and why."""

    id = fields.String(required=True)
    before = fields.Nested(StandingSchema, required=True)
    after = fields.Nested(StandingSchema, required=True)
    why = fields.List(fields.String(), required=True)


class SimulationSchema(Strict):
    """``moves`` are the largest first, ``limit`` of them; ``moved`` counts all."""

    moved = fields.Integer(required=True)
    stay = fields.Integer(required=True)
    scaled = fields.Boolean(required=True, metadata={"description": "the points did not add up to 100"})
    bands = fields.Dict(required=True, metadata={"description": "band -> [before, after]"})
    gates = fields.Dict(required=True, metadata={"description": "minimum -> [before, after]"})
    moves = fields.List(fields.Nested(MoveSchema), required=True)


@bp.post("/<position>/simulate")
@bp.arguments(ChangesSchema)
@bp.response(200, SimulationSchema)
def simulate(args: dict[str, Any], position: str) -> Any:
    """Try a change of criteria on everybody who applied; nobody's result changes."""
    limit = args.pop("limit")
    found = what_if(services(), known_position(position), Changes(**{**args, "drop": tuple(args["drop"])}))
    return {
        "moved": len(found.moves),
        "stay": found.stay,
        "scaled": found.scaled,
        "bands": {band: list(counts) for band, counts in found.bands.items()},
        "gates": {gate: list(counts) for gate, counts in found.gates.items()},
        "moves": found.moves[:limit],
    }
