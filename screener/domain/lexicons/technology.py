"""The frozen form of ``config/lexicons/technology.toml``."""

from dataclasses import dataclass

from screener.domain.lexicons.cues import CueLexicon


@dataclass(frozen=True, slots=True, eq=False)
class TechnologyLexicon(CueLexicon):
    """Kinds of cue as named at the top of the file; ``device_skills`` and ``system_skills`` are ids of skills whose
    own forms join the cues of that kind.
    """

    device_skills: tuple[str, ...] = ()
    system_skills: tuple[str, ...] = ()
