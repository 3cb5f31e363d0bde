"""The frozen form of ``config/lexicons/learning.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class LearningLexicon:
    """Words of each kind of learning; see the head of each list in the file."""

    course: tuple[str, ...] = ()
    course_dated: tuple[str, ...] = ()
    provider: tuple[str, ...] = ()
    fair: tuple[str, ...] = ()
    visit: tuple[str, ...] = ()
    talk: tuple[str, ...] = ()
    publication: tuple[str, ...] = ()
    membership: tuple[str, ...] = ()
    societies: tuple[str, ...] = ()
    other_societies: tuple[str, ...] = ()
    claim: tuple[str, ...] = ()
    technology: tuple[str, ...] = ()
    other_subjects: tuple[str, ...] = ()
    not_learning: tuple[str, ...] = ()
