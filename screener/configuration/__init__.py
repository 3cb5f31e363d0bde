"""``config/`` -> validated frozen values: word lists, and the criteria of every position."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from screener.configuration.criteria import archive_text, load_criteria
from screener.configuration.lexicons import LOADERS, load_lexicons, table_of
from screener.configuration.place import config_folder, criteria_folder, lexicon_folder
from screener.domain.criteria import Criteria
from screener.domain.errors import ConfigInvalid, NotFound
from screener.domain.lexicons import Lexicons

__all__ = ["Configuration", "config_folder", "lexicon_tables", "load_configuration", "load_lexicons"]


@dataclass(frozen=True, slots=True)
class Configuration:
    """Everything that ``config/`` says; ``folder`` is where it was read."""

    folder: Path
    lexicons: Lexicons
    positions: Mapping[str, Criteria]

    def position(self, name: str) -> Criteria:
        """The criteria in force for a position. Raises: NotFound."""
        if name not in self.positions:
            raise NotFound(f"position {name}; there are {', '.join(sorted(self.positions))}")
        return self.positions[name]

    def archive(self, name: str) -> str:
        """The canonical JSON behind a position's ``version``, for the store to keep at first use.

        Read again from the files: it is asked for once a version, and is too large to hold for nothing.
        """
        path = criteria_folder(self.folder) / f"{self.position(name).position}.toml"
        return archive_text(tomllib.loads(path.read_text(encoding="utf-8")), lexicon_tables(self.folder))


def load_configuration(folder: Path | None = None) -> Configuration:
    """Read and check the whole of ``config/``.

    Raises:
        ConfigInvalid: with every problem of every file.
    """
    config = folder or config_folder()
    lexicons = load_lexicons(lexicon_folder(config))
    tables = lexicon_tables(config)
    positions: dict[str, Criteria] = {}
    problems: list[str] = []
    for path in sorted(criteria_folder(config).glob("*.toml")):
        try:
            criteria = load_criteria(path, lexicons, tables)
            positions[criteria.position] = criteria
        except ConfigInvalid as error:
            problems.extend(error.problems)
    if problems:
        raise ConfigInvalid(tuple(problems))
    return Configuration(config, lexicons, positions)


def lexicon_tables(config: Path) -> dict[str, Any]:
    """The raw lexicon tables by name: what the hash and the archive hold beside the criteria."""
    folder = lexicon_folder(config)
    return {name: table_of(folder / f"{name}.toml") for name in sorted(LOADERS)}
