"""Plain text -> lines. Line ends and indentation are the author's layout and stay."""

import re

from screener.domain.document import Line
from screener.reading.tidy import unseen_removed

_TAB = 8
_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def read_text(text: str) -> list[Line]:
    """One ``Line`` a line; a form feed is an empty line, a tab goes to the next stop of eight."""
    clean = unseen_removed(_ENDS.sub("\n", text.replace("\f", "\n\n")))
    lines = [line.replace("\u00a0", " ").expandtabs(_TAB).rstrip() for line in clean.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return [Line(line) for line in lines]
