"""The frozen form of ``config/lexicons/interpersonal.toml``."""

from dataclasses import dataclass

from screener.domain.lexicons.cues import CueLexicon


@dataclass(frozen=True, slots=True, eq=False)
class InterpersonalLexicon(CueLexicon):
    """Kinds of cue as named at the top of the file."""
