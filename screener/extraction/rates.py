"""What a number is counted per: "a shift", "/h", "per month"; said behind the number or in front of it."""

import re

_PER = r"(?:/|per |a |an |p\.|pro |par |por |al |je |each |l')\s?"
_WHAT = (
    r"(shift|hour|hr|h|day|week|wk|month|year|yr|annum|a\.|batch|start|fortnight|million|jahr|monat|woche|schicht|stunde|tag|"
    r"an|mois|jour|heure|año|mes|turno|hora|día|anno|mese|giorno|ora|ano|mês|dia|unit|part|piece|pair|chassis)s?(?!\w)"
)
_BEHIND = re.compile(rf"(?:\s[^\W\d_]+(?:-[^\W\d_]+)?){{0,2}}?\s?{_PER}{_WHAT}")
_IN_FRONT = re.compile(rf"(?:\bper |\bpro |\bpar |\bpor |\bper un )\s?{_WHAT}|\b(hourly|daily|weekly|monthly)\b")
_NAMES = {
    **dict.fromkeys(("hour", "hr", "hourly", "stunde", "heure", "hora", "ora"), "h"),
    **dict.fromkeys(("daily", "tag", "jour", "día", "giorno", "dia"), "day"),
    **dict.fromkeys(("weekly", "week", "woche"), "wk"),
    **dict.fromkeys(("monthly", "monat", "mois", "mes", "mese", "mês"), "month"),
    **dict.fromkeys(("year", "yr", "annum", "a.", "jahr", "an", "año", "anno", "ano"), "a"),
    **dict.fromkeys(("schicht", "turno"), "shift"),
    **dict.fromkeys(("piece", "part", "unit", "chassis"), "pc"),
}
_ALONE = {"a": "year", "h": "hour", "wk": "week"}


def per(unit: str, behind: str, in_front: str) -> str:
    """``unit`` with what it is counted per.

    Args:
        unit: ``pcs``, ``EUR``, ``h`` or ``""``; ratios (``%``, ``pp``, ``ppm``) stay as they are.
        behind: folded text after the number, from its end.
        in_front: folded text before the number, from the measure word on.
    """
    if unit in ("%", "pp", "Cpk", "dpmo", "turns", "days", "weeks", "people", "FTE") or "/" in unit:
        return unit
    found = _BEHIND.match(behind)
    found = found or (_IN_FRONT.search(in_front) if len(in_front) <= 40 else None)
    if not found:
        return unit
    what = next(group for group in found.groups() if group)
    what = _NAMES.get(what, what)
    if unit in ("", "ppm"):
        return f"per {_ALONE.get(what, what)}"
    return f"{unit}/{what}"
