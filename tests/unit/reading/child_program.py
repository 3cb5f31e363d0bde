"""A reading process whose handler does what the document says: the misdeeds of a taken-over parser, one each."""

import ctypes
import os
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from screener.domain.document import TextSource
from screener.domain.errors import DocumentEncrypted
from screener.domain.evidence import Extraction, Profile, Review
from screener.domain.screening import DocumentSummary, Reading
from screener.reading.confinement import without_network
from screener.reading.limits import MEGABYTE, ProcessLimits
from screener.reading.served import serve

LIMITS = ProcessLimits(memory=512 * MEGABYTE, cpu=1, wall=2.0)


def reading(text: str) -> Reading:
    summary = DocumentSummary("0" * 64, "text/plain", 1, TextSource.NATIVE)
    return Reading(summary, Extraction("en", Profile(), reviews=(Review("said", text),)))


def handle(data: bytes, name: str, as_of: date) -> Reading:  # noqa: C901 - a list of misdeeds
    deed = data[:20].decode("latin-1").strip()
    said = f"{name} {as_of} {len(data)}"
    if deed == "sleep":
        time.sleep(60)
    elif deed == "burn":
        while True:
            pass
    elif deed == "memory":
        said = str(len(bytearray(2_000 * MEGABYTE)))
    elif deed == "deep":
        return handle(data, name, as_of)
    elif deed == "crash":
        ctypes.string_at(0)
    elif deed == "leave":
        os._exit(0)
    elif deed == "wrong":
        raise KeyError("text of a CV")
    elif deed == "locked":
        raise DocumentEncrypted("RC4")
    elif deed == "garbage":
        _everywhere(b"\x00\x00\x00\x04ABCD")
    elif deed == "promise":
        _everywhere(b"\x7f\xff\xff\xff")
    elif deed == "forged":
        _everywhere(b'\x00\x00\x00\x36{"type":"failed","code":"config-invalid","detail":"x"} ')
    elif deed == "print":
        print("hello")
        print("hello", file=sys.stderr)
        os.write(1, b"hello")
    elif deed == "large":
        said = "x" * (5 * MEGABYTE)
    elif deed == "environment":
        said = ",".join(sorted(set(os.environ) - {"LC_CTYPE"}))
    else:
        said = _attempt(deed) or said
    return reading(said)


def _everywhere(frame: bytes) -> None:
    for descriptor in range(3, 12):
        try:
            os.write(descriptor, frame)
        except OSError:
            continue


def _attempt(deed: str) -> str:
    try:
        if deed == "connect":
            socket.create_connection(("127.0.0.1", 9), timeout=1)
        elif deed == "execute":
            subprocess.run(["/bin/true"], check=True)
        elif deed == "write":
            Path("/tmp/screener-child-wrote").write_text("x")  # noqa: S108 - it must fail
        elif deed == "signal":
            os.kill(os.getppid(), 0)
        else:
            return ""
    except OSError as error:
        return f"refused: {type(error).__name__}"
    return "done"


if __name__ == "__main__":
    serve(handle, LIMITS, offline=without_network())
