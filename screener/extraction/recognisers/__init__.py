"""The register: one recogniser a line. Each is ``(cv, lexicons) -> Recognition``; none knows another."""

from collections.abc import Callable

from screener.domain.lexicons import Lexicons
from screener.extraction.cv import Cv
from screener.extraction.recognisers import (
    certification,
    degree,
    improvement,
    interpersonal,
    learning,
    notice,
    skill,
    technology,
)
from screener.extraction.recognition import Recognition

Recogniser = Callable[[Cv, Lexicons], Recognition]

RECOGNISERS: tuple[Recogniser, ...] = (
    degree.recognise,
    certification.recognise,
    skill.recognise,
    interpersonal.recognise,
    technology.recognise,
    learning.recognise,
    improvement.recognise,
    notice.recognise,
)
