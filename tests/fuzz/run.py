"""``python -m tests.fuzz.run N [FIRST]``: read N damaged files through the limited child and tell what came of it.

Ends with 1 when one leaked a foreign exception, hung or hurt the parent; the seeds are printed.
"""

import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from screener.domain.errors import Blame, ScreenerError
from screener.reading.child import LimitedReader
from screener.reading.limits import READING
from tests.fuzz.damage import damaged

_DAY = date(2026, 11, 1)
_LATE = READING.wall + 5.0


@dataclass
class Tally:
    """What came of the files: outcomes by code, exceptions that only the last wall caught, and violations."""

    outcomes: Counter[str] = field(default_factory=Counter)
    caught: dict[str, list[int]] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)


def fuzz(reader: LimitedReader, seeds: range) -> Tally:
    tally = Tally()
    for seed in seeds:
        name, data = damaged(seed)
        start = time.monotonic()
        try:
            reader.read(data, name, _DAY)
            outcome = "read"
        except ScreenerError as error:
            outcome = error.code
            if error.blame is not Blame.DOCUMENT:
                tally.violations.append(f"{seed}: {error.code}")
            if error.code == "document-damaged" and error.detail.isidentifier():
                tally.caught.setdefault(f"{name}: {error.detail}", []).append(seed)
        except Exception as error:  # the very thing to find
            outcome = "leaked"
            tally.violations.append(f"{seed}: {type(error).__name__}")
        took = time.monotonic() - start
        tally.outcomes[outcome] += 1
        tally.slowest = max(tally.slowest, (took, seed))
        if took > _LATE:
            tally.violations.append(f"{seed}: {took:.0f} s")
    return tally


def main(arguments: list[str]) -> int:
    count, first = int(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 0
    start = time.monotonic()
    with LimitedReader("screener.reader_process") as reader:
        tally = fuzz(reader, range(first, first + count))
    print(
        f"{count} files in {time.monotonic() - start:.0f} s, slowest {tally.slowest[0]:.1f} s (seed {tally.slowest[1]})"
    )
    for outcome, number in tally.outcomes.most_common():
        print(f"{number:7} {outcome}")
    for what, seeds in sorted(tally.caught.items(), key=lambda item: -len(item[1])):
        print(f"{len(seeds):7} {what}, e.g. {seeds[:5]}")
    for violation in tally.violations:
        print("VIOLATION", violation)
    return 1 if tally.violations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
