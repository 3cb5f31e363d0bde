"""The frozen form of ``config/lexicons/languages.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class LanguageLexicon:
    """``words``: function words to the languages (ISO 639-1) that use them; ``scripts``: the first word of a
    character's Unicode name to the language it speaks for; ``supported``: languages that are understood.
    """

    supported: tuple[str, ...] = ("en",)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scripts: Mapping[str, str] = field(default_factory=dict)
