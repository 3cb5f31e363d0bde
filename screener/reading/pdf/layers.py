"""Optional content: which layers the file shows when it is opened (ISO 32000-1, 8.11)."""

from collections.abc import Iterable, Mapping

from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name


def _ids(value: object) -> frozenset[int]:
    return frozenset(item.objid for item in list_value(value) if isinstance(item, PDFObjRef))


class Layers:
    """The default configuration of the catalogue's ``OCProperties``; without one, all is shown."""

    def __init__(self, catalogue: Mapping[str, object] | None = None) -> None:
        properties = dict_value((catalogue or {}).get("OCProperties", {}))
        configuration = dict_value(properties.get("D", {}))
        off = _ids(configuration.get("OFF", []))
        base = resolve1(configuration.get("BaseState"))
        if isinstance(base, PSLiteral) and literal_name(base) == "OFF":
            off = (_ids(properties.get("OCGs", [])) - _ids(configuration.get("ON", []))) | off
        self._off = off

    def is_off(self, content: object) -> bool:
        """Whether a group or a membership dictionary (table 99) is hidden."""
        if not self._off or content is None:
            return False
        if isinstance(content, PDFObjRef) and content.objid in self._off:
            return True
        entries = resolve1(content)
        if not isinstance(entries, dict) or "OCGs" not in entries:
            return False
        groups = entries["OCGs"]
        members = [groups] if isinstance(resolve1(groups), dict) else list_value(groups)
        return self._membership_off(members, resolve1(entries.get("P")))

    def _membership_off(self, members: Iterable[object], policy: object) -> bool:
        hidden = [isinstance(member, PDFObjRef) and member.objid in self._off for member in members]
        if not hidden:
            return False
        name = literal_name(policy) if isinstance(policy, PSLiteral) else "AnyOn"
        shown = {
            "AllOn": not any(hidden),
            "AnyOff": any(hidden),
            "AllOff": all(hidden),
        }.get(str(name), not all(hidden))
        return not shown
