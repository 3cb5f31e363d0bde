"""No honest CV makes the extraction raise: every form of every lexicon, bent in every way a writer or a file bends it.

An exception inside turns the applicant's CV into "damaged document". The texts are built from a seed, so that a
failure repeats; ``python -m tests.unit.extraction.test_never_raises N`` runs N texts and names those that fall.
"""

import dataclasses
import json
import random
import sys
import traceback
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from screener.configuration.lexicons import load_lexicons
from screener.configuration.place import config_folder
from screener.domain.document import Document
from screener.domain.lexicons import Lexicons
from screener.extraction.extract import extract
from tests.factories import AS_OF, a_document

LINES = Path(__file__).parents[2] / "accuracy" / "lines"
FAST, LONG = 300, 1200

_NUMBERS = (
    "0 1 7 12 3,5 12.5 1.250 1,250 1 250 ½ ¼ ³ ² ① Ⅳ ٣ 00 007 99999999999999999999 -4 −12 ± 1e9 3x 24/7 1/2 1-2 "
    "half third ein_Drittel zwei_Drittel ein_Viertel un_tiers la_mitad un_tercio un_quarto due_terzi dois_terços "
    "dozen hundred thousand zwanzig vingt veinte venti vinte anderthalb quatre-vingt-dix"
).split()
_UNITS = "% percent Prozent ppm € £ $ k€ USD Mio. million minutes min h s sec weeks Wochen mm µm °C kW t kg pcs Stück x".split()
_DATES = (
    "2019|03/2019|03/2019 - 05/2021|2019-|since 2020|seit 03.2018|2018 – heute|May 2019 to present|13/2019|00/0000|"
    "2021-2019|31.02.2020|2020-02-30|Q3 2020|summer 2018|'98|1899|2999|9999|janv. 2019 – auj.|ene 2020 - actualidad|"
    "01/01/01|set. 2019|2019/20|99/2021|Mär 2019|0000|12/0001 - 12/9999|Jan 10000"
).split("|")
_JOINTS = (
    " ", "  ", "\t", "\n", "\n\n", ", ", "; ", ": ", " - ", " – ", "/", ".", ". ", "", "(", ")", " (", ") ", "|", " & ",
    "\u00a0", "\u200b", "\u00ad", "-\n", "'", "’", "\n• ", "\n- ", "\n\t", "...", "?!", "\u202e", "\ufeff", "\x0b", "\u2028",
)  # fmt: skip
_WORDS = (
    "no|not|never|without|kein|nicht|ohne|pas de|jamais|sans|sin|no tengo|non|senza|não|sem|none|but|aber|mais|pero|by|"
    "from|to|from 12 to 3|von 8 auf 3|de 12 à 5|de 9 a 4|da 7 a 2|per|by a third|um ein Drittel|d'un tiers|reduced|"
    "cut|halved|gesenkt|réduit|reduje|ridotto|reduzi|I|we|the team|our integrator|planned|learning|with|and|of|in|"
    "עברית|مهندس إنتاج|工程师|Инженер|İ|ı|ß|ẞ|ﬁ|Ǆ|ŉ|🙂|👩🏽‍🏭|e\u0301\u0301\u0301|\u0301|a\u0335|𝐋𝐞𝐚𝐧|Ⓛ|ΐ|"
    "Ltd|GmbH|S.A.|Engineer|Produktionsleiter|University of|MSc|Skills|Experience|AUSBILDUNG|EXPERIENCIA"
).split("|")


def forms_of(lexicons: Lexicons) -> tuple[str, ...]:
    """Every string anywhere in the lexicons, its star and blanks gone."""
    found: set[str] = set()
    seen: set[int] = set()

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.add(value.strip("* "))
        elif id(value) not in seen:
            seen.add(id(value))
            for inner in _parts(value):
                walk(inner)

    walk(lexicons)
    return tuple(sorted(form for form in found if 0 < len(form) <= 80))


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.keys()
        yield from value.values()
    elif isinstance(value, tuple | list | set | frozenset):
        yield from value
    elif dataclasses.is_dataclass(value):
        yield from (getattr(value, f.name) for f in dataclasses.fields(value))


@lru_cache(maxsize=1)
def labelled_lines() -> tuple[str, ...]:
    """The texts of all labelled lines."""
    rows = (json.loads(raw) for path in sorted(LINES.glob("*.jsonl")) for raw in path.read_text("utf-8").splitlines())
    return tuple(row["text"] for row in rows if isinstance(row.get("text"), str))


def bent(form: str, chance: random.Random) -> str:
    """The form as another writer, keyboard or file would give it."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))
    spaced = " ".join(form)
    kinds = (
        form, form, form, form.upper(), form.lower(), form.title(), plain, plain.upper(), form + "s", form + "\u0301",
        unicodedata.normalize("NFD", form), spaced, f"“{form}”", f"({form})", f"\u202b{form}\u202c", form.replace(" ", "\n"),
        form.replace(" ", "-"), form.swapcase(), form[: max(1, len(form) // 2)] + "-\n" + form[max(1, len(form) // 2) :],
    )  # fmt: skip
    return chance.choice(kinds)


def composed(chance: random.Random, forms: tuple[str, ...], lines: tuple[str, ...]) -> str:
    """One text: forms with figures, units, dates, denials and signs, or labelled lines shuffled into a CV."""
    if chance.random() < 0.15:
        return "\n".join(
            chance.choice((line, bent(line, chance))) for line in chance.sample(lines, chance.randint(1, 25))
        )
    parts: list[str] = []
    for _ in range(chance.randint(1, 24)):
        pool = chance.choices((forms, _NUMBERS, _UNITS, _DATES, _WORDS, lines), (10, 4, 2, 2, 4, 0.5))[0]
        word = chance.choice(pool)
        parts.append(bent(word, chance) if pool is forms else word.replace("_", " "))
        parts.append(" " if chance.random() < 0.5 else chance.choice(_JOINTS))
    return "".join(parts)


def texts(count: int, lexicons: Lexicons, seed: int = 1) -> Iterator[str]:
    """``count`` texts, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - texts, no secrets
    forms, lines = forms_of(lexicons), labelled_lines()
    return (composed(chance, forms, lines) for _ in range(count))


def check(document: Document, lexicons: Lexicons) -> None:
    """``extract`` returns, and each quote is what stands at its span."""
    found = extract(document, lexicons, AS_OF)
    pages = {page.number: page for page in document.pages}
    for evidence in found.evidence:
        assert evidence.quote == pages[evidence.page].quote(evidence.span)
        assert evidence.quote.strip()


def test_composed_texts_are_read(lexicons: Lexicons) -> None:
    for text in texts(FAST, lexicons):
        check(a_document(text), lexicons)


@pytest.mark.slow
def test_many_composed_texts_are_read(lexicons: Lexicons) -> None:
    for text in texts(LONG, lexicons, seed=2):
        check(a_document(text), lexicons)


@pytest.mark.slow
def test_every_labelled_line_alone(lexicons: Lexicons) -> None:
    for line in labelled_lines():
        check(a_document(line), lexicons)


@pytest.mark.slow
def test_every_form_of_every_lexicon(lexicons: Lexicons) -> None:
    """Some forty forms a text, each with a figure, a date or a denial beside it."""
    chance = random.Random(3)  # noqa: S311 - texts, no secrets
    forms = list(forms_of(lexicons))
    chance.shuffle(forms)
    for first in range(0, len(forms), 40):
        rows = [
            f"{chance.choice((*_WORDS, *_NUMBERS, *_DATES))} {bent(form, chance)} {chance.choice(_NUMBERS)} {chance.choice(_UNITS)}"
            for form in forms[first : first + 40]
        ]
        check(a_document("\n".join(rows)), lexicons)


def main(count: int, seed: int) -> int:
    """Run ``count`` texts; print each kind of failure once. Returns how many texts fell."""
    lexicons = load_lexicons(config_folder() / "lexicons")
    fallen, seen = 0, set[str]()
    for text in texts(count, lexicons, seed):
        try:
            check(a_document(text), lexicons)
        except Exception:
            fallen += 1
            where = "".join(traceback.format_exc().splitlines(keepends=True)[-6:])
            if where not in seen:
                seen.add(where)
                print(repr(text), where, sep="\n")
    print(f"{count} texts, {fallen} fell")
    return fallen


if __name__ == "__main__":
    sys.exit(1 if main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7) else 0)
