"""Full stops that end a sentence and full stops that don't."""

import pytest

from screener.extraction.sentences import sentence_starts


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("All torque values were set. The line ran.", 2),
        ("fev. 2018 - set. 2021 Engenheiro", 1),
        ("Phased it out. New line came.", 2),
        ("They said no. We went on.", 2),
        ("Article no. 4711 Blue", 1),
        ("Ended dic. 2019", 1),
        ("Fixed approx. 40 jigs. Trained the crew.", 2),
    ],
)
def test_short_words_before_a_full_stop(text: str, sentences: int) -> None:
    assert len(sentence_starts(text)) == sentences
