"""What a piece of text looks like at a glance: a date, a section's heading. Cues for layout only.

Whether two stacks of text side by side are two columns or one table is often a question of meaning: a stack of
dates belongs to what stands beside it, and two stacks with headings of their own don't belong together. The words
here are few and general; finding sections and dates for the screening is the business of ``extraction``.
"""

import re

_DATED = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?!\d)|(?<!\w)['’]\d{2}(?!\w)"
    r"|(?<!\d)(?:0?[1-9]|1[0-2])\s?[./-]\s?\d{2}(?!\d)"
    r"|\b(?:present|now|today|current|ongoing|heute|actual\w*|presente|oggi|atualmente|aujourd)",
    re.IGNORECASE,
)

_HEADINGS = frozenset(
    """experience work employment career jobs job history background education academic studies study training
    qualifications qualification skills skill competencies competences expertise strengths technologies technology
    technical tools software languages language certifications certification certificates certificate licences
    licenses courses coursework profile summary objective about highlights achievements accomplishments awards
    honours honors projects project publications research patents teaching interests hobbies activities volunteering
    volunteer memberships membership affiliations leadership references referees contact personal details
    development community professional
    berufserfahrung erfahrung beruflicher werdegang berufspraxis praxis ausbildung bildung studium schulbildung
    kenntnisse fähigkeiten kompetenzen sprachen sprachkenntnisse weiterbildung weiterbildungen zertifikate
    fortbildung fortbildungen profil kurzprofil hobbys interessen ehrenamt auszeichnungen kontakt referenzen
    expérience expériences formation formations compétences langues certificats loisirs profil parcours diplômes
    experiencia formación educación estudios competencias habilidades idiomas certificaciones cursos perfil intereses
    logros aficiones
    esperienza esperienze istruzione formazione competenze lingue certificazioni corsi profilo interessi titoli
    experiência formação educação competências habilidades idiomas certificações cursos perfil interesses línguas
    """.split()
)
"""One of these in a line of at most four words makes it look like a section's heading."""

_SCHOOLS = frozenset(
    """university college institute academy school polytechnic universität hochschule institut akademie université
    école universidad universidade escuela escola instituto università politecnico""".split()
)
"""With one of these a line names a place of study, not a section (``Institute of Technology``)."""

_JOINING = re.compile(r"(?:[-–—]|\b(?:to|until|bis|à|au|a|al|hasta|até|fino))\s*$", re.IGNORECASE)


_MONTH = re.compile(
    r"(?:(?:seit|since|from|depuis|desde|dal|da|von|bis|to|until|ab|de|a|à|[-–—])\s+)?"
    r"(?:jan|feb|fév|fev|m[aäà]r|apr|avr|abr|ma[iyg]|ju[nil]|lug|giu|aug|ago|aoû|sep|set|oct|okt|ott|out|nov|dec|dez|dic|déc|ene|gen)"
    r"[^\W\d_]*\.?",
    re.IGNORECASE,
)


def is_dated(text: str) -> bool:
    """Holds a year, a month with its year, a word for today, or is the month of a date that is wrapped."""
    return len(text) <= 40 and (_DATED.search(text) is not None or _MONTH.fullmatch(text) is not None)


def goes_on(text: str) -> bool:
    """Whether a date column's text begins in the middle of a date: ``– Present``, ``to May 2019``."""
    return re.match(r"[-–—]|(?:to|until|bis|à|au|hasta|até|al|fino)\b", text, re.IGNORECASE) is not None


def is_heading(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    if not words or any(char.isdigit() for char in text) or not _SCHOOLS.isdisjoint(words):
        return False
    if len(words) >= 4 and all(len(word) == 1 for word in words):
        return True  # letter by letter: S K I L L S
    return len(words) <= 4 and not text.rstrip().endswith((".", ",", ";")) and any(word in _HEADINGS for word in words)


def is_capitals(text: str) -> bool:
    """A short line in capitals, such as a section's heading set without any other emphasis."""
    letters = sum(char.isalpha() for char in text)
    words = len(text.split())
    long = letters >= 6 or (letters >= 3 and words > 1)  # shorter ones are products and norms: SAP, PLC, CAD
    return long and words <= 5 and text.upper() == text and not any(map(str.isdigit, text))


_WORD_END = re.compile(r"(?:^|[\s–—-])[^\W\d_]{3,}\.?$")
_OPEN_END = re.compile(
    r"(?:present|now|today|current\w*|ongoing|date|heute|dato|actual\w*|presente|oggi|atual\w*|hoje|hoy|aujourd'hui)\W*$",
    re.IGNORECASE,
)


def is_whole_date(text: str) -> bool:
    """Whether a date column's text needs nothing more: it has a year, and no open end (``Aug. 2014 to May``)."""
    if not is_dated(text) or _JOINING.search(text):
        return False
    return _WORD_END.search(text) is None or _OPEN_END.search(text) is not None


def is_unfinished(text: str) -> bool:
    """Whether a line can't end where it ends: on a comma, a dash or a small word (``Institut für``)."""
    last = text.rsplit(" ", maxsplit=1)[-1]
    return last[-1:] in {",", "-", "–", "&", "/"} or (last.islower() and last.isalpha() and len(last) <= 3)
