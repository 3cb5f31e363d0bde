"""The OCR engines, each behind one function: a picture in, words with their corners out."""

import io
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any

from PIL import Image

from screener.reading.ocr import Engine, Picture
from screener.reading.ocr_layout import Place, Word
from screener.reading.tesseract_table import phrases_of

# Four threads of Tesseract take longer than one, and give a page's lines no sooner.
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
_LANGUAGES = ("eng", "deu", "fra", "spa", "ita", "por")


def engine_of(name: str) -> Engine:
    """The engine of that name, loaded; everything it needs is in memory afterwards."""
    return _rapid() if name == "rapidocr" else _tesseract()


def _rapid() -> Engine:
    from rapidocr import RapidOCR  # noqa: PLC0415 - only the OCR process pays for loading it

    # One thread: the same sums in the same order give the same text on every machine.
    engine: Any = RapidOCR(
        params={
            "Global.log_level": "error",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )

    def recognise(picture: Picture) -> Sequence[Word]:
        found = engine(picture[:, :, ::-1], use_cls=False, return_word_box=True)  # it wants blue-green-red
        if found.boxes is None:
            return ()
        return tuple(
            Word(text, tuple((float(x), float(y)) for x, y in box), _places(text, words))
            for box, text, words in zip(found.boxes, found.txts, found.word_results, strict=True)
        )

    return recognise


def _places(text: str, words: Sequence[tuple[str, float, Any]]) -> tuple[Place, ...]:
    """Each word's place in the text and on the picture; nothing when they don't make up the text."""
    found: list[Place] = []
    at = 0
    for word, _, box in words:
        start = text.find(word, at)
        if not word or start < 0 or text[at:start].strip():
            return ()
        xs = [float(x) for x, _ in box]
        found.append((start, min(xs), max(xs)))
        at = start + len(word)
    return () if text[at:].strip() or not found or found[0][0] else tuple(found)


def _tesseract() -> Engine:
    program = shutil.which("tesseract") or "tesseract"
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=20)  # noqa: S603 - found on PATH, fixed words
    languages = "+".join(language for language in _LANGUAGES if language in listed.stdout.split()) or "eng"

    def recognise(picture: Picture) -> Sequence[Word]:
        held = io.BytesIO()
        Image.fromarray(picture).save(held, "PNG", compress_level=1)
        command = [program, "stdin", "stdout", "-l", languages, "--psm", "3", "--dpi", "170", "tsv"]
        done = subprocess.run(command, input=held.getvalue(), capture_output=True, check=False, env=_ONE_THREAD)  # noqa: S603 - as above
        return phrases_of(done.stdout.decode("utf-8", "replace"))

    return recognise
