"""``screener criteria what-if``: try a change on results already made, and write it down as a new version."""

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path

import click

from screener.configuration import config_folder, lexicon_tables, load_configuration
from screener.configuration.criteria import criteria_of
from screener.configuration.criteria_writer import edited, toml_text
from screener.configuration.place import criteria_folder
from screener.domain.errors import InputInvalid
from screener.usecases.change_criteria import Changes, changed
from screener.usecases.simulate import Simulation, Stored, simulate

_SHOWN = 20


@click.command("what-if")
@click.argument("results", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--position", default="production-engineer", show_default=True, help="Whose criteria are changed.")
@click.option("--points", multiple=True, metavar="COMPONENT.GRADE=N", help="What a grade, item or certificate earns.")
@click.option("--max", "maxima", multiple=True, metavar="COMPONENT=N", help="What a component earns at most.")
@click.option("--gate", "gates", multiple=True, metavar="GRADE=OUTCOME", help="What a grade means for the minimum.")
@click.option("--band", "bands", multiple=True, metavar="BAND=N", help="From how many points a band begins.")
@click.option("--drop", multiple=True, metavar="COMPONENT", help="A component left out.")
@click.option("--save", type=click.Path(dir_okay=False, path_type=Path), help="Write the changed criteria here.")
def what_if(
    results: Path,
    *,
    position: str,
    points: tuple[str, ...],
    maxima: tuple[str, ...],
    gates: tuple[str, ...],
    bands: tuple[str, ...],
    drop: tuple[str, ...],
    save: Path | None,
) -> None:
    """Who would move, and why, if the criteria were different. RESULTS is the output of screen --format jsonl.

    Nothing is screened again and nothing is saved, unless --save names a file for the new version.

    Example: screener criteria what-if results.jsonl --points certification.cpim=7 --band strong=70
    """
    configuration = load_configuration()
    before = configuration.position(position)
    changes = Changes(
        points=_nested(points),
        maxima={key: _number(key, value) for key, value in _pairs(maxima)},
        gates=dict(_pairs(gates)),
        bands={key: _number(key, value) for key, value in _pairs(bands)},
        drop=drop,
    )
    after = changed(before, changes)
    click.echo("\n".join(_told(simulate(_stored(results), before, after))))
    if save:
        path = criteria_folder(configuration.folder) / f"{position}.toml"
        table = edited(tomllib.loads(path.read_text(encoding="utf-8")), changes)
        new = criteria_of(path.name, table, configuration.lexicons, lexicon_tables(config_folder()))
        save.write_text(toml_text(table), encoding="utf-8")
        click.echo(f"\n{save}: {new.version}. Put it into config/criteria to put it in force; old results stay.")


def _stored(path: Path) -> Iterable[Stored]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            result = json.loads(line)
            if result.get("findings"):
                yield Stored(result["file"], {f["component"]: f["grade"] for f in result["findings"]})


def _told(found: Simulation) -> list[str]:
    lines = [f"{len(found.moves)} would move, {found.stay} would stay."]
    if found.scaled:
        lines.append("The points don't add up to 100; they were scaled for this look and must add up to be saved.")
    for what, counts in (("band", found.bands), ("minimum", found.gates)):
        lines += [f"  {what} {key}: {was} → {will}" for key, (was, will) in counts.items() if was != will]
    for move in found.moves[:_SHOWN]:
        rank = f"rank {move.before.rank} → {move.after.rank}"
        lines.append(f"{move.id}: {move.before.score} → {move.after.score} points, {rank}")
        lines += [f"  {why}" for why in move.why]
    if len(found.moves) > _SHOWN:
        lines.append(f"and {len(found.moves) - _SHOWN} more")
    return lines


def _pairs(values: tuple[str, ...]) -> list[tuple[str, str]]:
    found = []
    for value in values:
        key, equals, said = value.partition("=")
        if not equals:
            raise InputInvalid(value, {value: ["write NAME=VALUE"]})
        found.append((key, said))
    return found


def _nested(values: tuple[str, ...]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for path, value in _pairs(values):
        component, _, grade = path.partition(".")
        found.setdefault(component, {})[grade] = _number(path, value)
    return found


def _number(path: str, value: str) -> int:
    if not value.isdecimal():
        raise InputInvalid(path, {path: ["write a whole number"]})
    return int(value)
