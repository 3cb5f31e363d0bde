"""The language of a CV, long or short; lists of tools say nothing."""

import pytest

from screener.domain.lexicons import Lexicons
from screener.extraction.languages import language_of, unsupported

TEXTS = [
    ("en", "Responsible for the paint shop and its twelve operators; cut scrap by a third."),
    ("de", "Verantwortlich für die Lackiererei und ihre zwölf Mitarbeiter, Ausschuss um ein Drittel gesenkt."),
    ("fr", "Responsable de l'atelier de peinture et de ses douze opérateurs, rebuts réduits d'un tiers."),
    ("es", "Responsable de la línea de pintura y de sus doce operarios, con una reducción de mermas."),
    ("it", "Responsabile del reparto verniciatura e dei suoi dodici operatori, con scarti ridotti di un terzo."),
    ("pt", "Responsável pela linha de pintura e pelos seus doze operadores, com redução do refugo."),
    ("nl", "Verantwoordelijk voor de lakstraat en het team van twaalf operators, en voor het onderhoud."),
    ("sv", "Ansvarig för lackering och tolv operatörer, samt arbete med kvalitet på fabriken."),
    ("pl", "Odpowiedzialny za lakiernię oraz zespół, nadzór nad produkcją i wdrożenie lean."),
    ("tr", "Boya hattı ve on iki operatör için sorumlu, üretim ve kalite iş deneyimi."),
    ("ru", "Отвечал за окрасочный цех и двенадцать операторов."),
    ("zh", "负责涂装车间和十二名操作员"),
    ("ja", "塗装工場と十二名のオペレーターの責任者"),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_language(language: str, text: str, lexicons: Lexicons) -> None:
    assert language_of(text, lexicons) == language


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "und"])
def test_supported(language: str, lexicons: Lexicons) -> None:
    assert not unsupported(language, lexicons)


@pytest.mark.parametrize("language", ["nl", "pl", "tr", "ru", "zh"])
def test_unsupported(language: str, lexicons: Lexicons) -> None:
    assert unsupported(language, lexicons)


@pytest.mark.parametrize("text", ["", "SAP, PLC, MES, Minitab", "Jean Dupont, 12 rue de Lyon"])
def test_too_little_to_tell(text: str, lexicons: Lexicons) -> None:
    assert language_of(text, lexicons) == "und"


def test_foreign_names_and_titles_do_not_outweigh_the_text(lexicons: Lexicons) -> None:
    text = "Civilingenjör, KTH Stockholm. Nine years in furniture. I led the team at Vätterskog Möbler and cut scrap."
    assert language_of(text, lexicons) == "en"
