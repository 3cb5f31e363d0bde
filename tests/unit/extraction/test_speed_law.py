"""Twice the text takes twice the time, whatever the text: a hostile file must not stop a worker.

The CPU time of ``extract`` is taken for a text and for its double. What grows with the square of the text takes four
times as long, every time; a busy machine takes longer once in a while. So the least of three looks decides.
"""

import time
from collections.abc import Callable

import pytest

from screener.domain.document import Document, Line, TextSource
from screener.domain.lexicons import Lexicons
from screener.extraction.extract import extract
from tests.factories import AS_OF, a_page

_CHARACTERS = 12_000
_FACTOR = 3.0
_LOOKS = 3
_AT_ONCE = 0.5
"""Seconds below which the doubling says nothing: noise."""
_MOST = 20.0
"""Seconds for the double, on a machine of any speed."""
_PARAGRAPHS = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEADINGS = {
    "no heading": (),
    "education": ("Education",),
    "experience": ("Experience", "2015 - 2020 Production Engineer, Acme Ltd"),
    "skills": ("Skills",),
    "certificates": ("Certifications",),
}

_ONE_LINE = {
    "one word": "x",
    "hyphens": "ab-",
    "digits": "1",
    "years": "2015 ",
    "periods": "2015 - 2016, ",
    "brackets": "(",
    "dots": "a.",
    "cells": "a\t",
    "combining marks": "é\u0301 ",
    "prose": "production improved the line with suppliers and ",
    "sentences": "I led a team of 5. ",
    "skills": "SAP, AutoCAD, PLC, lean, ",
    "denied skills": "no experience with SAP, ",
    "degrees": "BSc Mechanical Engineering, MIT, ",
    "schools": "University of Leeds ",
    "names": "Aaa Bbb, ",
    "certificates": "CPIM PMP CSCP PE ",
    "figures": "reduced scrap from 5 % to 3 %, ",
    "acts": "negotiated with suppliers and ",
    "robots": "installed robots ",
}
_LINES = {
    "short lines": "Production engineer at a works",
    "a skill a line": "SAP",
    "a degree a line": "BSc Mechanical Engineering, Leeds, 2010",
    "a job a line": "Engineer, Acme Ltd, 2010 - 2012",
    "a heading a line": "Skills",
    "an act a line": "- Persuaded the supplier to cut prices by 5 %.",
    "cut words": "manufac-",
}


def _line(unit: str, size: int) -> list[str]:
    return [unit * (size // len(unit))]


def _lines(unit: str, size: int) -> list[str]:
    return [unit] * (size // len(unit))


_SHAPES = [
    *(pytest.param(_line, unit, id=name) for name, unit in _ONE_LINE.items()),
    *(pytest.param(_lines, unit, id=name) for name, unit in _LINES.items()),
]


def _cost(lines: list[str], lexicons: Lexicons) -> float:
    document = Document("0" * 64, _PARAGRAPHS, (a_page(*map(Line, lines)),), 1, TextSource.NATIVE)
    start = time.process_time()
    extract(document, lexicons, AS_OF)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("heading", _HEADINGS)
@pytest.mark.parametrize(("shape", "unit"), _SHAPES)
def test_twice_the_text_takes_twice_the_time(
    heading: str, shape: Callable[[str, int], list[str]], unit: str, lexicons: Lexicons
) -> None:
    looks: list[tuple[float, float]] = []
    for _ in range(_LOOKS):
        single = _cost([*_HEADINGS[heading], *shape(unit, _CHARACTERS)], lexicons)
        double = _cost([*_HEADINGS[heading], *shape(unit, 2 * _CHARACTERS)], lexicons)
        looks.append((single, double))
        if double <= max(_FACTOR * single, _AT_ONCE):
            break
    else:
        pytest.fail(f"seconds for the text and for its double: {looks}")
    assert double < _MOST
