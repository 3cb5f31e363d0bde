"""Cue lexicons: what a file must be like, with all errors at once."""

from typing import Any

import pytest

from screener.configuration.lexicon_interpersonal import load
from screener.domain.errors import ConfigInvalid
from screener.domain.lexicons import Lexicons

GOOD = {"kind": "persuade", "language": "en", "forms": ["won .. over", "persuad*"]}


def a_file(*cues: dict[str, Any]) -> dict[str, Any]:
    return {"source": "test", "confidence": "low", "cue": list(cues)}


def test_a_good_file() -> None:
    (table,) = load(a_file(GOOD)).tables
    assert (table.kind, table.forms) == ("persuade", ("won .. over", "persuad*"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "sing"}, "no recogniser asks for this kind: sing"),
        ({"forms": []}, "cue.0.forms"),
        ({"forms": [".. over"]}, "starts and ends with a word"),
        ({"forms": ["won .."]}, "starts and ends with a word"),
        ({"forms": ["ab*"]}, "a stem of 3 letters"),
        ({"form": ["x"]}, "cue.0.form: Unknown field."),
        ({"language": "english"}, "cue.0.language"),
    ],
)
def test_bad_cues(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigInvalid) as error:
        load(a_file(GOOD | change))
    assert any(message in problem for problem in error.value.problems)


def test_all_errors_at_once() -> None:
    with pytest.raises(ConfigInvalid) as error:
        load(a_file(GOOD | {"forms": []}, GOOD | {"language": "xyz"}))
    assert len(error.value.problems) == 2


def test_every_skill_that_technology_names_exists(lexicons: Lexicons) -> None:
    known = {skill.id for skill in lexicons.skills.skills}
    assert {*lexicons.technology.device_skills, *lexicons.technology.system_skills} <= known


def test_no_form_is_written_twice_in_a_kind(lexicons: Lexicons) -> None:
    for lexicon in (lexicons.acts, lexicons.interpersonal, lexicons.technology):
        for table in lexicon.tables:
            assert len(table.forms) == len(set(table.forms)), table.kind
