"""How fast PDFs are read: ``python -m tests.benchmarks.reading [FOLDER]`` (``make bench``).

Compares our whole reading (bytes to ordered lines with boxes and visibility) with what others give as plain text.
CPU time of this process, best of the rounds; memory by one run of each in a process of its own. Files that a reader
refuses are left out for all.
"""

import contextlib
import io
import logging
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from screener.domain.document import TextSource
from screener.reading.pdf import read_pdf

BUNDLED = Path(__file__).parents[1] / "unit" / "reading" / "pdf" / "data"
ROUNDS = 3
BAR = 5.0
"""Times faster than ``pdfminer.high_level.extract_text`` (issue "Reading", part 1; the goal is 8)."""


def ours(data: bytes) -> int:
    return len(read_pdf(data).pages)


def pdfminer(data: bytes) -> int:
    from pdfminer.high_level import extract_text  # noqa: PLC0415 - only what is measured is loaded

    return extract_text(io.BytesIO(data)).count("\f")


def pdfplumber(data: bytes) -> int:
    import pdfplumber as plumber  # noqa: PLC0415 - as above

    with plumber.open(io.BytesIO(data)) as document:
        return len([page.extract_text() for page in document.pages])


def pypdfium2(data: bytes) -> int:
    import pypdfium2 as pdfium  # noqa: PLC0415 - as above

    document = pdfium.PdfDocument(data)
    with contextlib.closing(document):
        return len([page.get_textpage().get_text_bounded() for page in document])


READERS: dict[str, Callable[[bytes], int]] = {
    "ours": ours,
    "pdfminer extract_text": pdfminer,
    "pdfplumber": pdfplumber,
    "pypdfium2": pypdfium2,
}


def readable(folder: Path) -> list[Path]:
    """The PDFs of a folder that every reader reads; what a hostile file makes of one is not its speed."""
    return [path for path in sorted(folder.glob("*.pdf")) if _all_read(path.read_bytes())]


def _all_read(data: bytes) -> bool:
    try:
        whole = read_pdf(data)
        if whole.text_source is not TextSource.NATIVE or any(
            notice.code == "document-damaged" for notice in whole.notices
        ):
            return False
        return all(read(data) for read in READERS.values())
    except Exception:  # other libraries' errors are as they are
        return False


def cpu(read: Callable[[bytes], int], files: Sequence[bytes], rounds: int) -> float:
    """Seconds for all files, the best of the rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for data in files:
            read(data)
        best = min(best, time.process_time() - start)
    return best


def memory(name: str, paths: Sequence[Path]) -> float:
    """Peak megabytes of a process that reads the files once with one reader."""
    command = [sys.executable, "-m", "tests.benchmarks.reading", "--memory", name]
    names = "\n".join(str(path) for path in paths)
    done = subprocess.run(command, input=names, capture_output=True, text=True, check=True, timeout=120)
    return float(done.stdout)


def _peak() -> float:
    """Megabytes. The kernel's own mark where there is one: ``ru_maxrss`` begins with what the parent had."""
    status = Path("/proc/self/status")
    if status.exists():
        marks = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(marks["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table(folder: Path, rounds: int = ROUNDS) -> dict[str, float]:
    """Print the comparison; seconds of each reader."""
    paths = readable(folder)
    files = [path.read_bytes() for path in paths]
    pages = sum(ours(data) for data in files)
    seconds = {name: cpu(read, files, rounds) for name, read in READERS.items()}
    yardstick = seconds["pdfminer extract_text"]
    print(f"{len(files)} files, {pages} pages, CPU time, best of {rounds}")
    print(f"{'reader':24}{'ms a page':>10}{'total s':>10}{'times as fast':>15}{'peak MB':>10}")
    for name, spent in seconds.items():
        row = f"{name:24}{1000 * spent / pages:10.2f}{spent:10.2f}{yardstick / spent:15.1f}{memory(name, paths):10.0f}"
        print(row)
    return seconds


def main(arguments: Sequence[str]) -> int:
    logging.disable(logging.CRITICAL)
    if arguments[:1] == ["--memory"]:
        for name in sys.stdin.read().splitlines():
            READERS[arguments[1]](Path(name).read_bytes())
        print(_peak())
        return 0
    seconds = table(Path(arguments[0]) if arguments else BUNDLED)
    ratio = seconds["pdfminer extract_text"] / seconds["ours"]
    print(f"bar {BAR:.0f}, reached {ratio:.1f}")
    return 0 if ratio >= BAR else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
