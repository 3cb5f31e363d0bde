from collections.abc import Sequence

import pytest

np = pytest.importorskip("numpy", reason='OCR comes with the extra "ocr"')

from screener.reading.ocr_layout import Word  # noqa: E402 - only after numpy is known to be there
from screener.reading.ocr_looks import with_weights  # noqa: E402


def strokes(width: int, *, reverse: bool = False) -> "np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]":
    """A line of upright strokes so many pixels wide, 40 by 400."""
    part = np.full((40, 400, 3), 255, dtype=np.uint8)
    for x in range(10, 390, 20):
        part[8:32, x : x + width] = 0
    return 255 - part if reverse else part


def bold(parts: Sequence[object]) -> list[bool]:
    picture = np.vstack(parts)
    words = [
        Word("x" * 19, ((0.0, 40.0 * n), (400.0, 40.0 * n), (400.0, 40.0 * n + 40), (0.0, 40.0 * n + 40)))
        for n in range(len(parts))
    ]
    return [word.bold for word in with_weights(picture, words)]


def test_heavier_lines_and_light_on_dark_are_bold() -> None:
    assert bold([strokes(3), strokes(5), strokes(3), strokes(3, reverse=True)]) == [False, True, False, True]


def test_a_page_of_one_weight_has_no_bold() -> None:
    assert bold([strokes(4)] * 5) == [False] * 5


def test_nothing_and_the_edge() -> None:
    assert with_weights(strokes(3), []) == []
    outside = Word("x", ((500.0, 60.0), (520.0, 60.0), (520.0, 80.0), (500.0, 80.0)))
    assert [word.bold for word in with_weights(strokes(3), [outside])] == [False]
