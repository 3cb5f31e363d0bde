"""``screener criteria``: look at what a position asks for, check it, compare it, and have a part explained."""

from collections import Counter
from pathlib import Path

import click

from screener.cli.what_if import what_if
from screener.configuration import Configuration, lexicon_tables, load_configuration
from screener.configuration.criteria import load_criteria
from screener.configuration.fairness import load_fairness_words
from screener.configuration.lexicons import load_lexicons
from screener.configuration.place import config_folder, lexicon_folder
from screener.domain.criteria import Component, Criteria
from screener.domain.errors import ConfigInvalid, InputInvalid
from screener.rules.grades import RECENCY
from screener.usecases.compare_criteria import compared
from screener.usecases.fairness import Report, check_fairness
from screener.usecases.fairness.relations import RELATIONS

_POSITION = click.option("--position", default="production-engineer", show_default=True, help="Whose criteria.")


@click.group()
def criteria() -> None:
    """What a position asks for: check, show, compare, explain.

    Example: screener criteria show --position quality-engineer
    """


criteria.add_command(what_if)


@criteria.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--fairness", is_flag=True, help="Also run the metamorphic fairness gate (about a minute).")
@click.option("--cvs", default=200, show_default=True, help="How many fictional CVs the fairness gate uses.")
def check(files: tuple[Path, ...], *, fairness: bool, cvs: int) -> None:
    """Check criteria files: every error of every file, each with its path.

    FILES default to all positions in the configuration.

    Example: screener criteria check --fairness
    """
    found = _checked(files) if files else load_configuration()
    for name, position in found.positions.items():
        click.echo(f"{name}: valid, {len(position.components)} components, 100 points, {position.version}")
    if fairness:
        words = load_fairness_words()
        reports = check_fairness(words, found.lexicons, found.positions, cvs=cvs)
        for name, report in reports.items():
            click.echo("\n".join(_reported(name, report)))
        if any(report.violations for report in reports.values()):
            raise ConfigInvalid(("the fairness gate found edits that move a score, listed above",))


def _reported(name: str, report: Report) -> list[str]:
    """What was compared, what is declared to look at dates, and the smallest edit of each relation that broke."""
    total = sum(report.checked.values())
    lines = [f"{name}: fairness: {total} edits of {report.cvs} CVs, {len(report.violations)} violations"]
    broken = Counter(v.relation for v in report.violations)
    for id_, count in report.checked.items():
        change = "; ".join(r.change for r in RELATIONS if r.id == id_)
        lines.append(f"  {id_:>3}  {change}: {count} compared, {broken[id_]} broken")
    lines += [f"  age proxy: {kind} {what}" for kind, what in RECENCY.items()]
    return lines + [f"\n{violation}" for violation in report.smallest]


def _checked(files: tuple[Path, ...]) -> Configuration:
    lexicons, tables = load_lexicons(lexicon_folder()), lexicon_tables(config_folder())
    positions: dict[str, Criteria] = {}
    problems: list[str] = []
    for path in files:
        try:
            position = load_criteria(path, lexicons, tables)
            positions[position.position] = position
        except ConfigInvalid as error:
            problems.extend(error.problems)
    if problems:
        click.echo("\n".join(problems), err=True)
        raise ConfigInvalid((f"{len(problems)} problems in {len(files)} files, listed above",))
    return Configuration(config_folder(), lexicons, positions)


@criteria.command()
@_POSITION
def show(position: str) -> None:
    """Print a position's components, points, bands and result lines.

    Example: screener criteria show
    """
    found = load_configuration().position(position)
    click.echo(f"{found.title}: {found.summary}")
    click.echo(f"version {found.version}\n")
    for component in found.components:
        click.echo(f"{component.max:>4}  {component.name}  ({component.id})")
    click.echo("")
    for band in sorted(found.bands, key=lambda b: -b.min):
        click.echo(f"from {band.min:>3} points: {band.text}")
    click.echo("")
    for gate, line in found.gate_lines.items():
        click.echo(f"minimum {gate.replace('_', ' ')}: {line}")


@criteria.command()
@click.argument("before")
@click.argument("after")
def diff(before: str, after: str) -> None:
    """What differs between two sets of criteria, in plain sentences. BEFORE and AFTER are positions or files.

    Example: screener criteria diff production-engineer draft/production-engineer.toml
    """
    lines = compared(_one(before), _one(after))
    click.echo("\n".join(lines) if lines else "No difference: the same CV would get the same result.")


@criteria.command()
@click.argument("component")
@_POSITION
def explain(component: str, position: str) -> None:
    """Why a component is scored, by whose judgement, and what each grade earns.

    Example: screener criteria explain technology_applied
    """
    found = load_configuration().position(position)
    part = next((c for c in found.components if c.id == component), None)
    if part is None:
        raise InputInvalid(f"component {component}; there are {', '.join(c.id for c in found.components)}")
    click.echo("\n".join(_lines(part)))


def _lines(part: Component) -> list[str]:
    basis = "the source text" if part.basis == "source" else "our judgement"
    lines = [
        f"{part.name}: at most {part.max} points",
        f"Where it comes from: {part.origin}",
        f"Basis: {basis}; by {part.author}; reviewed on {part.reviewed_on.isoformat()}",
        f"Why it belongs to the work: {part.job_relatedness}",
    ]
    if part.question:
        lines.append(f"Asked at the interview: {part.question}")
    lines.append("")
    for key, grade in part.grades.items():
        gate = f"; minimum: {grade.gate.replace('_', ' ')}" if grade.gate else ""
        lines.append(f"{grade.points:>4}  {key}  ({grade.state.replace('_', ' ')}; open: {grade.open}{gate})")
    lines += [f"{points:>+4}  {item}" for item, points in part.items.items()]
    lines += [f"   {' and '.join(cap.groups)} together at most {cap.points}" for cap in part.caps]
    return lines


def _one(name: str) -> Criteria:
    """A position in force, or a file beside it."""
    path = Path(name)
    if path.suffix == ".toml":
        return load_criteria(path, load_lexicons(lexicon_folder()), lexicon_tables(config_folder()))
    return load_configuration().position(name)
