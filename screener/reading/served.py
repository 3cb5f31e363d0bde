"""The inside of a reading process: take a document, read it, answer; nothing a file does may end it in silence."""

import gc
import os
import sys
from collections.abc import Callable
from datetime import date

from screener.domain.errors import DocumentDamaged, DocumentTooComplex, ScreenerError
from screener.domain.screening import Reading
from screener.reading.confinement import confine, renew_cpu
from screener.reading.frames import Answer, Done, Failed, Ready, decode_request, encode, read_frame, write_frame
from screener.reading.limits import MAX_ANSWER, MAX_FILE, ProcessLimits

Handler = Callable[[bytes, str, date], Reading]
_MOST_HEADER = 65_536


def serve(handle: Handler, limits: ProcessLimits, *, offline: bool) -> None:
    """Answer requests on standard input until it is closed. Call it with everything loaded: from here on no
    file can be written, no program started, no address reached. ``offline``: ``without_network`` has been granted.
    """
    requests, answers = os.dup(0), os.dup(1)
    _silence()
    gc.freeze()
    gc.enable()
    walls = (*(("no-network",) if offline else ()), *confine(limits))
    write_frame(answers, encode(Ready(walls)))
    while (header := read_frame(requests, _MOST_HEADER)) is not None:
        request = decode_request(header)
        data = read_frame(requests, 2 * MAX_FILE)
        if data is None:
            return
        renew_cpu(limits.cpu)
        answer = _answer(handle, data, request.name, request.as_of)
        write_frame(answers, _within_limit(answer))
        if isinstance(answer, Failed) and not answer.sound:
            return


def _answer(handle: Handler, data: bytes, name: str, as_of: date) -> Answer:
    try:
        return Done(handle(data, name, as_of))
    except ScreenerError as error:
        return Failed(error.code, error.detail)
    except MemoryError:
        return Failed(DocumentTooComplex.code, "memory", sound=False)
    except RecursionError:
        return Failed(DocumentDamaged.code, "it leads back into itself")
    except Exception as error:
        # The one place where any exception is caught: a damaged file can bring a parser to raise anything, and
        # the applicant must get "damaged", not silence. Only the type is told: messages quote the file.
        return Failed(DocumentDamaged.code, type(error).__name__)


def _within_limit(answer: Answer) -> bytes:
    payload = encode(answer)
    if len(payload) > MAX_ANSWER:
        return encode(Failed(DocumentTooComplex.code, f"an answer of {len(payload)} bytes"))
    return payload


def _silence() -> None:
    """What libraries print would break the frames, or carry CV text into a log."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
    sys.stderr = sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for life
