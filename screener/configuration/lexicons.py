"""``config/lexicons/*.toml`` -> ``Lexicons``: one loader a file, all files' errors at once.

Each loader is ``load(table) -> XLexicon`` in ``screener/configuration/lexicon_<name>.py``; it builds its strict
schema on ``screener.configuration.schema``.
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from screener.configuration import (
    lexicon_acts,
    lexicon_certifications,
    lexicon_claims,
    lexicon_dates,
    lexicon_degrees,
    lexicon_employments,
    lexicon_headings,
    lexicon_improvements,
    lexicon_institutions,
    lexicon_interpersonal,
    lexicon_languages,
    lexicon_learning,
    lexicon_notices,
    lexicon_skills,
    lexicon_technology,
)
from screener.domain.errors import ConfigInvalid
from screener.domain.lexicons import Lexicons

LOADERS: Mapping[str, Callable[[dict[str, Any]], Any]] = {
    "skills": lexicon_skills.load,
    "improvements": lexicon_improvements.load,
    "learning": lexicon_learning.load,
    "notices": lexicon_notices.load,
    "certifications": lexicon_certifications.load,
    "degrees": lexicon_degrees.load,
    "institutions": lexicon_institutions.load,
    "acts": lexicon_acts.load,
    "interpersonal": lexicon_interpersonal.load,
    "technology": lexicon_technology.load,
    "headings": lexicon_headings.load,
    "languages": lexicon_languages.load,
    "claims": lexicon_claims.load,
    "dates": lexicon_dates.load,
    "employments": lexicon_employments.load,
}


def table_of(path: Path) -> dict[str, Any]:
    """A file's raw table; parsed once while it stays the same, since hash and loader both want it.

    Raises: OSError, tomllib.TOMLDecodeError.
    """
    stat = path.stat()
    return _parsed(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _parsed(path: Path, _changed: int, _size: int) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def load_lexicons(folder: Path) -> Lexicons:
    """Read and validate every lexicon.

    Raises:
        ConfigInvalid: with every problem of every file.
    """
    found: dict[str, Any] = {}
    problems: list[str] = []
    for name, load in LOADERS.items():
        try:
            found[name] = load(table_of(folder / f"{name}.toml"))
        except ConfigInvalid as error:
            problems.extend(error.problems)
        except (OSError, tomllib.TOMLDecodeError) as error:
            problems.append(f"{name}.toml: {error}")
    if problems:
        raise ConfigInvalid(tuple(problems))
    return Lexicons(**found)
