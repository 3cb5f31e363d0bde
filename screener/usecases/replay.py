"""Prove an old result: judge the stored facts by the archived criteria again and compare every byte."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from screener.domain.criteria import Criteria
from screener.domain.screening import Reading
from screener.usecases.judge_document import judged
from screener.usecases.result import result_bytes


@dataclass(frozen=True, slots=True)
class Replay:
    """``same`` is the proof; else ``differences`` names the places, without their content."""

    same: bool
    kept: str
    made: str
    differences: tuple[str, ...] = ()


def replay(kept: bytes, reading: Reading, criteria: Criteria) -> Replay:
    """``kept`` is the stored result; name, position and date are taken from it, everything else is made anew."""
    stored: dict[str, Any] = json.loads(kept)
    screening = judged(
        reading,
        stored["file"],
        criteria=criteria,
        position=stored["position"],
        as_of=date.fromisoformat(stored["as_of"]),
    )
    made = result_bytes(screening)
    different = () if made == kept else tuple(_differences("", stored, json.loads(made)))
    return Replay(made == kept, _hash(kept), _hash(made), different)


def _differences(path: str, kept: Any, made: Any) -> Iterator[str]:
    """Paths at which two results part ways."""
    if isinstance(kept, dict) and isinstance(made, dict):
        for key in dict.fromkeys((*kept, *made)):
            yield from _differences(f"{path}.{key}".lstrip("."), kept.get(key), made.get(key))
    elif isinstance(kept, list) and isinstance(made, list) and len(kept) == len(made):
        for number, (old, new) in enumerate(zip(kept, made, strict=True)):
            yield from _differences(f"{path}.{number}", old, new)
    elif kept != made:
        yield path


def _hash(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
