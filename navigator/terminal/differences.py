"""`navigator diff`: the changes between two guidelines as lines for a reader, and as JSON.

Knows changes and how parts are said. Compares nothing and prints nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from navigator.guideline.compare import ORDER, Change, Deed
from navigator.guideline.conditions import Condition
from navigator.guideline.model import Guideline, Treatment
from navigator.guideline.portrait import Group, Item, Part
from navigator.language import Language, Text, _
from navigator.terminal.forms import decimal
from navigator.terminal.item_words import GROUP, ItemTeller
from navigator.terminal.printing import wrapped

_SIGN = {Deed.ADDED: "+", Deed.REMOVED: "−", Deed.CHANGED: "~"}
_WRITTEN = {"standing": "status", "citations": "sources", "citation": "source", "drug_class": "class"}  # in the files
_SPOKEN = (Part.RULE, Part.STATEMENT, Part.SUMMARY, Part.MONITORING, Part.EVIDENCE)  # known by what they say


class Differences:
    """Tells the changes from `old` to `new` in one language."""

    def __init__(self, old: Guideline, new: Guideline, changes: tuple[Change, ...], language: Language) -> None:
        self._changes = changes
        self._language = language
        self._old = ItemTeller(old, language)
        self._new = ItemTeller(new, language)

    def text(self) -> str:
        """All changes under the name of their group and of their subject, then their number."""
        if not self._changes:
            return self._new.w(_("Aucune différence."))
        lines: list[str] = []
        group: Group | None = None
        subject = ""
        quoted = {id(change.item) for change in self._changes if _is_text(change)}
        for change, following in zip(self._changes, (*self._changes[1:], None), strict=True):
            if change.group is not group:
                group, subject = change.group, ""
                title = self._new.w(GROUP[group])
                lines += ["", title, "=" * len(title)]
            if change.subject != subject and group not in (Group.CASES, Group.GUIDELINE):
                subject = change.subject
                lines += ["", f"{self._new.told(change.title)} [{subject}]"]
            known = id(change.item) in quoted or (following is not None and following.item is change.item is not None)
            lines += self._lines(change, known=known)
        lines += ["", self._new.w(_("Différences : {count}."), count=len(self._changes))]
        return "\n".join(lines).strip()

    def _lines(self, change: Change, *, known: bool) -> list[str]:
        head, *rest = self.sentences(change)
        if known and change.deed is Deed.CHANGED and not _is_text(change):
            rest = []  # the part is quoted once, where its text changed or after its last change
        return [wrapped(head, "    ", f"  {_SIGN[change.deed]} "), *(wrapped(r, "        ", "      ") for r in rest)]

    def sentences(self, change: Change) -> list[str]:
        """What changed, then what it says: the text before and after, or the part that it belongs to."""
        if change.item is None:
            return [self._cases(change)]
        if change.deed is Deed.CHANGED:
            return self._changed(change, change.item)
        teller = self._new if change.deed is Deed.ADDED else self._old
        item = change.item
        word = self._new.w(_("Ajout") if change.deed is Deed.ADDED else _("Retrait"))
        name = teller.name(item)
        head = self._new.w(_("{word} : {name}"), word=word, name=name) if name else word
        size = self._size(item.of) if isinstance(item.of, Treatment) else ""
        return [head + size, teller.sentence(item) + teller.behind(item)]

    def _size(self, treatment: Treatment) -> str:
        return self._new.w(
            _(" ({rules} règles, {schedules} schémas)"),
            rules=len(treatment.rules),
            schedules=len(treatment.schedules),
        )

    def _cases(self, change: Change) -> str:
        teller = self._new
        told = teller.value("", change.after if change.before == () else change.before)
        if change.field == "count":
            told = f"{change.before} → {change.after}"
        return teller.w(_("{field} : {value}"), field=teller.field(change.field), value=told)

    def _changed(self, change: Change, item: Item) -> list[str]:
        new, name = self._new, self._new.name(item)
        field = new.field(change.field)
        head = new.w(_("{name}, {field}"), name=name, field=field) if name else field
        if change.field == ORDER:
            return [new.w(_("{field} : {value}"), field=head, value=", ".join(self._ids(change.after)))]
        if _is_text(change):
            return self._two_texts(head, change)
        before, after = self._old.value(change.field, change.before), new.value(change.field, change.after)
        if before == after:  # what differs is not said, as an id behind a name: shown as it is written
            before, after = str(plain(change.before)), str(plain(change.after))
        said = new.w(_("{field} : {before} → {after}"), field=head, before=before, after=after)
        return [said, new.sentence(item)] if item.part in _SPOKEN else [said]

    def _ids(self, moved: object) -> list[str]:
        ids = moved if isinstance(moved, tuple) else ()
        treatments = self._new.guideline.treatments
        return [self._new.told(treatments[i].name) if i in treatments else str(i) for i in ids]

    def _two_texts(self, head: str, change: Change) -> list[str]:
        """Both texts in the reader's language; in the other one where only that changed."""
        texts = [t if isinstance(t, Text) else Text("", "") for t in (change.before, change.after)]
        spoken = self._language
        if texts[0].in_(spoken) == texts[1].in_(spoken):
            spoken = next(other for other in Language if other is not self._language)
            head = self._new.w(_("{what} (en {language})"), what=head, language=self._new.w(_LANGUAGE[spoken]))
        return [head, *(f"{sign} {t.in_(spoken) or '—'}" for sign, t in zip("−+", texts, strict=True))]

    def form(self) -> list[dict[str, Any]]:
        """The JSON form: ids and values as the content writes them, and the sentence in the reader's language."""
        return [self._form(change) for change in self._changes]

    def _form(self, change: Change) -> dict[str, Any]:
        item = change.item
        return {
            "group": change.group.value,
            "id": change.subject,
            "change": change.deed.value,
            "part": item.part.value if item else "cases",
            "section": item.where if item else "",
            "item": item.key if item else "",
            "field": _WRITTEN.get(change.field, change.field),
            "before": plain(change.before),
            "after": plain(change.after),
            "text": "\n".join(self.sentences(change)),
        }


_LANGUAGE: Mapping[Language, str] = {Language.FR: _("français"), Language.EN: _("anglais")}


def _is_text(change: Change) -> bool:
    return isinstance(change.before, Text) or isinstance(change.after, Text)


def plain(value: object) -> Any:
    """A value of the model as JSON: decimals as strings, dates as ISO days, conditions as they are written."""
    known: tuple[tuple[type, Callable[[Any], Any]], ...] = (
        (Enum, lambda v: v.value),
        (Decimal, decimal),
        (date, date.isoformat),
        (Condition, str),
        (tuple, lambda v: [plain(inside) for inside in v]),
        (frozenset, sorted),
    )
    for kind, told in known:
        if isinstance(value, kind):
            return told(value)
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    return value
