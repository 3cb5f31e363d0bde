"""The frozen form of ``config/lexicons/acts.toml``."""

from dataclasses import dataclass

from screener.domain.lexicons.cues import CueLexicon


@dataclass(frozen=True, slots=True, eq=False)
class ActLexicon(CueLexicon):
    """Kinds of cue as named at the top of the file."""
