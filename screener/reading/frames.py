"""What a reading process and its owner say to each other: frames of a length and so many bytes, JSON inside.

Only these types pass the pipe, decoded strictly: whatever a hostile file may have made of the process, its owner
gets a well-formed ``Reading``, a known error code, or a fault.
"""

import os
import select
import struct
import time
from collections.abc import Callable
from datetime import date

import msgspec

from screener.domain.screening import Reading

_LENGTH = struct.Struct(">I")
_PIECE = 65_536


class Request(msgspec.Struct, frozen=True):
    """One document to read; its bytes follow in a frame of their own."""

    name: str
    as_of: date


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The process is loaded; ``walls`` are those that stand round it."""

    walls: tuple[str, ...]


class Done(msgspec.Struct, frozen=True, tag="done"):
    """The document was read."""

    reading: Reading


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """It could not be read: a code of ``domain/errors.py``, and its detail (numbers and kinds, never text).

    ``sound``: the process goes on; else it ends itself and must not be asked again.
    """

    code: str
    detail: str
    sound: bool = True


Answer = Ready | Done | Failed

encode: Callable[[object], bytes] = msgspec.json.Encoder().encode
decode_request: Callable[[bytes], Request] = msgspec.json.Decoder(Request).decode
decode_answer: Callable[[bytes], Answer] = msgspec.json.Decoder(Answer).decode
MalformedError = msgspec.DecodeError
"""Not JSON, or not of these types."""


class BrokenOffError(Exception):
    """The other end is gone, or sends more than it may."""


class LateError(Exception):
    """The other end did not answer in time."""


class Pipe:
    """Both ends of the talk, for the owner: never waits longer than the deadline (``time.monotonic``)."""

    def __init__(self, reads: int, writes: int) -> None:
        self._reads, self._writes = reads, writes
        os.set_blocking(reads, False)
        os.set_blocking(writes, False)

    def send(self, payload: bytes, deadline: float) -> None:
        """Send one frame.

        Raises:
            BrokenOffError, LateError
        """
        rest = memoryview(_LENGTH.pack(len(payload)) + payload)
        while rest:
            _wait(self._writes, select.POLLOUT, deadline)
            try:
                rest = rest[os.write(self._writes, rest[:_PIECE]) :]
            except BlockingIOError:
                continue
            except OSError as error:
                raise BrokenOffError from error

    def receive(self, most: int, deadline: float) -> bytes:
        """The next frame, of at most ``most`` bytes.

        Raises:
            BrokenOffError, LateError
        """
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size, deadline))
        if length > most:
            raise BrokenOffError(f"an answer of {length} bytes")
        return self._exactly(length, deadline)

    def _exactly(self, count: int, deadline: float) -> bytes:
        pieces: list[bytes] = []
        while count:
            _wait(self._reads, select.POLLIN, deadline)
            try:
                piece = os.read(self._reads, min(count, 16 * _PIECE))
            except BlockingIOError:
                continue
            if not piece:
                raise BrokenOffError("no answer")
            pieces.append(piece)
            count -= len(piece)
        return b"".join(pieces)


def _wait(descriptor: int, event: int, deadline: float) -> None:
    poll = select.poll()
    poll.register(descriptor, event)
    if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
        raise LateError


def read_frame(descriptor: int, most: int) -> bytes | None:
    """The child's side, blocking: the next frame; None when the owner is gone or breaks the rules."""
    head = _read(descriptor, _LENGTH.size)
    if head is None:
        return None
    (length,) = _LENGTH.unpack(head)
    return _read(descriptor, length) if length <= most else None


def _read(descriptor: int, count: int) -> bytes | None:
    pieces: list[bytes] = []
    while count:
        piece = os.read(descriptor, count)
        if not piece:
            return None
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def write_frame(descriptor: int, payload: bytes) -> None:
    """The child's side, blocking."""
    rest = memoryview(_LENGTH.pack(len(payload)) + payload)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
