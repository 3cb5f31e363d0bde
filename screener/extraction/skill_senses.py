"""What a skill word means where it stands: the skill, a name, or something else altogether."""

import re
from dataclasses import dataclass

from screener.extraction.cv import Cv, Statement
from screener.extraction.phrases import Match, fold, is_word
from screener.extraction.skill_forms import Form, Signs

_ITEM = re.compile(r"[,;|•·/\t():]")
_FACTORY_ROLES = frozenset({"factory", "unclear"})
_OTHER_TRADES = frozenset({"software_operations", "stage_film"})
_LISTS = frozenset({"skills", "certifications", "training"})
_TRADE_GROUPS = frozenset({"lean", "quality", "planning", "maintenance", "processes", "supply_chain"})
"""Groups whose words software operations and the stage use for other things (capacity planning, kanban, MTTR)."""
_STUDY = frozenset({"education"})
_NAME_WORDS = 4
"""Words before "Ltd" or "Street" that belong to the name at most."""
_ITEM_LONGEST = 60
"""Letters of a list item that are looked at on either side of a form."""
_SAME_LINE = 3
"""Characters between two sentences of one line: a full stop and blanks."""


Surface = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a form stands: ``beside`` are the forms of what belongs to the same list or line (``companions``)."""

    cv: Cv
    statement: Statement
    signs: Signs
    beside: tuple[Surface, ...] = ()

    @property
    def is_list(self) -> bool:
        """A list of skills, by its section or by its label."""
        return self.statement.section in _LISTS or self.signs.labelled(self.statement.text)

    @property
    def in_a_factory(self) -> bool:
        entry = self.statement.entry
        return entry is None or self.cv.employments[entry].role_family in _FACTORY_ROLES

    @property
    def in_another_trade(self) -> bool:
        """In a job where production means servers or shows; outside jobs, in a CV that has no other jobs."""
        entry, jobs = self.statement.entry, self.cv.employments
        families = {job.role_family for job in jobs} if entry is None else {jobs[entry].role_family}
        return bool(families) and families <= _OTHER_TRADES


def meant(found: list[Match[Form]], setting: Setting) -> list[Match[Form]]:
    """Those of ``found`` that stand for their skill."""
    signs, statement = setting.signs, setting.statement
    told = signs.has("thesis") or signs.has("course") or setting.is_list
    if statement.section in _STUDY and not told:
        return []
    masked = bytearray(len(statement.text))
    for start, end in (*signs.places("homonym"), *_names(statement.text, signs), *_own_entry(setting.cv, statement)):
        masked[start:end] = b"\x01" * (end - start)
    free = [m for m in found if masked.find(1, m.start, m.end) < 0 and not _spoken_against(m, setting)]
    company = {*setting.beside, *(surface(m, statement.text) for m in free)}
    return [m for m in free if _settled(m, company, setting)]


def companions(cv: Cv, statement: Statement) -> list[Statement]:
    """The statements before and after that belong to the same list of skills, or stand in the same line."""
    near = []
    for index in (statement.index - 1, statement.index + 1):
        if not 0 <= index < len(cv.statements):
            continue
        other = cv.statements[index]
        same = other.section == statement.section and other.page == statement.page
        first, second = sorted((statement, other), key=lambda s: s.index)
        if same and (statement.section == "skills" or 0 <= second.offsets[0] - first.offsets[-1] <= _SAME_LINE):
            near.append(other)
    return near


def _spoken_against(match: Match[Form], setting: Setting) -> bool:
    """Another trade, or a word beside it, gives the form another meaning."""
    form = match.value
    if form.skill.group in _TRADE_GROUPS and setting.in_another_trade:
        return True
    if setting.signs.has("never", form.skill.id):
        return True
    return form.need != "none" and setting.signs.has("against", form.skill.id)


def surface(match: Match[Form], text: str) -> Surface:
    """What is printed, and the group it speaks of."""
    return fold(text[match.start : match.end]), match.value.skill.group


def _settled(match: Match[Form], company: set[Surface], setting: Setting) -> bool:
    """``company``: every form that stands in the statement, its own included."""
    form, signs = match.value, setting.signs
    if form.need == "none":
        return True
    if form.need == "list":
        return _stands_alone(match, setting)
    place = (match.start, match.end)
    if signs.has("context", form.skill.id, outside=place) or _stands_alone(match, setting):
        return True
    own = surface(match, setting.statement.text)[0]
    if form.need == "same_group":
        return any(text != own and group == form.skill.group for text, group in company)
    if signs.has("elsewhere") or setting.in_another_trade:
        return False
    return any(text != own for text, _ in company) or (setting.in_a_factory and signs.has("factory", outside=place))


def _stands_alone(match: Match[Form], setting: Setting) -> bool:
    """The form is the whole statement, or a whole item of a list of skills."""
    text = setting.statement.text
    if not text[: match.start].strip() and not text[match.end :].strip(" .,;"):
        return True
    if not setting.is_list:
        return False
    before = _ITEM.split(text[max(match.start - _ITEM_LONGEST, 0) : match.start])[-1]
    after = _ITEM.split(text[match.end : match.end + _ITEM_LONGEST])[0]
    return not before.strip() and not after.strip(" .")


def _names(text: str, signs: Signs) -> list[tuple[int, int]]:
    """Names of employers, streets and schools: capitalised words before "Ltd" or "Street", or behind "rue"."""
    found = []
    for start, end in signs.places("name"):
        word = text[start:end]
        if word != "PLC" and (word[0].isupper() or word == "plc"):  # PLC in capitals is the controller
            first = _capitals_before(text, start)
            if first < start:
                found.append((first, end))
    for start, end in signs.places("name_start"):
        rest = re.match(r"\s+(?:[A-ZÀ-Ý][\w'’-]*\s*){1,4}", text[end:])
        if rest:
            found.append((start, end + rest.end()))
    return found


def _capitals_before(text: str, start: int) -> int:
    """Where the run of capitalised words that ends at ``start`` begins; ``start`` if there is none."""
    first = start
    for _ in range(_NAME_WORDS):
        end = first
        while end > 0 and text[end - 1] == " ":
            end -= 1
        begin = end
        while begin > 0 and (is_word(text[begin - 1]) or text[begin - 1] in "&'-."):
            begin -= 1
        if begin == end or not (text[begin].isupper() or text[begin] == "&"):
            break
        first = begin
    return first


def _own_entry(cv: Cv, statement: Statement) -> list[tuple[int, int]]:
    """The employer in the head of a job is a name; what a title names is work."""
    if statement.entry is None:
        return []
    job = cv.employments[statement.entry]
    at = statement.text.find(job.employer) if len(job.employer) > 2 else -1
    return [(at, at + len(job.employer))] if at >= 0 else []
