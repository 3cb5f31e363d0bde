"""The frozen form of ``config/lexicons/claims.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class ClaimLexicon:
    """Phrases of all languages together; what each list means stands in the file."""

    denied_before: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    use_verbs: tuple[str, ...] = ()
    denied_after: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    planned_before: tuple[str, ...] = ()
    planned_after: tuple[str, ...] = ()
    in_progress: tuple[str, ...] = ()
    learning: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    membership: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    finite_verbs: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    positives: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
