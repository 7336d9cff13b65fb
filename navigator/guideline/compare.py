"""What changed between two guidelines: treatments, doses, placements, rules, statements and all the rest.

Pure: two guidelines in, frozen changes out. A part is known again by its id, else by its text. Judges no change.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from enum import StrEnum

from navigator.guideline.conditions import Condition
from navigator.guideline.model import Case, Guideline
from navigator.guideline.portrait import Group, Item, Part, Subject, subjects
from navigator.language import Text

ORDER = "order"  # the field of a change that moves treatments or schedules
_REWORDED = 50  # % of words alike from which two texts are one statement said otherwise, not one removed and one added
_Two = tuple[Item | None, Item | None]


class Deed(StrEnum):
    """What was done to a part."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: a subject or part added or removed, or one field of a part changed from `before` to `after`."""

    group: Group
    subject: str
    title: Text
    deed: Deed
    item: Item | None = None  # None: the cases, of which only the number and the ids are told
    field: str = ""
    before: object = None
    after: object = None


def compare(old: Guideline, new: Guideline) -> tuple[Change, ...]:
    """Every difference, by group; within a group in the order of the new guideline, what was removed last."""
    before = {(s.group, s.id): s for s in subjects(old)}
    after = {(s.group, s.id): s for s in subjects(new)}
    found: list[Change] = []
    if old.id != new.id:  # the head is compared whatever its name
        head = next(s for s in before.values() if s.group is Group.GUIDELINE)
        before = {(Group.GUIDELINE, new.id): head, **before}
        del before[Group.GUIDELINE, old.id]
    for key in (*after, *(k for k in before if k not in after)):
        found += _of_subject(before.get(key), after.get(key))
    head = after[Group.GUIDELINE, new.id]
    found += _moved(head, head.items[0], list(old.treatments), list(new.treatments))
    found += _cases(old.cases, new.cases)
    order = list(Group)
    return tuple(sorted(found, key=lambda change: order.index(change.group)))


def _of_subject(old: Subject | None, new: Subject | None) -> Iterator[Change]:
    if old is None or new is None:
        subject, deed = (new, Deed.ADDED) if new else (old, Deed.REMOVED)
        assert subject is not None
        yield Change(subject.group, subject.id, subject.title, deed, subject.items[0])
        return
    for was, is_ in _matched(old.items, new.items):
        yield from _of_item(new, was, is_)
    schedules = [[i.key for i in s.items if i.part is Part.SCHEDULE] for s in (old, new)]
    yield from _moved(new, new.items[0], *schedules)


def _of_item(subject: Subject, old: Item | None, new: Item | None) -> Iterator[Change]:
    where = (subject.group, subject.id, subject.title)
    if old is None or new is None:
        yield Change(*where, Deed.ADDED if new else Deed.REMOVED, new or old)
        return
    before = old.fields()
    for name, after in new.fields().items():
        if not _same(before[name], after):
            yield Change(*where, Deed.CHANGED, new, name, before[name], after)


def _same(before: object, after: object) -> bool:
    """Equal; a condition that is only spaced otherwise is the same."""
    if isinstance(before, Condition) and isinstance(after, Condition):
        return before.term == after.term
    return before == after


def _moved(subject: Subject, item: Item, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """The ids that stand elsewhere among those that both have."""
    before, after = [i for i in old if i in new], [i for i in new if i in old]
    if before == after:
        return
    kept = {
        id_
        for block in SequenceMatcher(a=before, b=after, autojunk=False).get_matching_blocks()
        for id_ in after[block.b : block.b + block.size]
    }
    moved = tuple(id_ for id_ in after if id_ not in kept)
    yield Change(subject.group, subject.id, subject.title, Deed.CHANGED, item, ORDER, None, moved)


def _cases(old: Sequence[Case], new: Sequence[Case]) -> Iterator[Change]:
    """How many cases there are, and which were added, removed or changed."""

    def told(field: str, before: object, after: object) -> Change:
        return Change(Group.CASES, "cases", Text("", ""), Deed.CHANGED, None, field, before, after)

    was, is_ = ({c.id: _without_place(c) for c in cases} for cases in (old, new))
    if len(was) != len(is_):
        yield told("count", len(was), len(is_))
    if added := tuple(i for i in is_ if i not in was):
        yield told("added", (), added)
    if removed := tuple(i for i in was if i not in is_):
        yield told("removed", removed, ())
    if changed := tuple(i for i in is_ if i in was and was[i] != is_[i]):
        yield told("changed", (), changed)


def _without_place(case: Case) -> tuple[object, ...]:
    return tuple(getattr(case, f.name) for f in fields(case) if f.name != "place")


# --- which part is which


def _matched(old: Iterable[Item], new: Iterable[Item]) -> Iterator[_Two]:
    """Each part with itself in the other guideline, in the order of the new one, what was removed last in its kind."""
    before, after = _by_kind(old), _by_kind(new)
    for kind in dict.fromkeys((*after, *before)):
        yield from _of_kind(before.get(kind, []), after.get(kind, []))


def _by_kind(items: Iterable[Item]) -> Mapping[tuple[Part, str], list[Item]]:
    found: dict[tuple[Part, str], list[Item]] = {}
    for item in items:
        found.setdefault((item.part, item.where), []).append(item)
    return found


def _of_kind(old: list[Item], new: list[Item]) -> Iterator[_Two]:
    left = list(old)
    twin: dict[int, Item] = {}
    for same in (_exactly, _by_key, _by_text):
        for n, item in enumerate(new):
            found = None if n in twin else next((i for i in left if same(i, item)), None)
            if found is not None:
                twin[n] = found
                left = [i for i in left if i is not found]
    for likeness, n, item in sorted(_likely(left, new, twin), key=lambda found: -found[0]):
        if likeness >= _REWORDED and n not in twin and any(i is item for i in left):
            twin[n] = item
            left = [i for i in left if i is not item]
    yield from ((twin.get(n), item) for n, item in enumerate(new))
    yield from ((item, None) for item in left)


def _exactly(one: Item, other: Item) -> bool:
    """The same id and text: two figures of one source are told apart."""
    return bool(one.key) and one.key == other.key and one.text == other.text


def _by_key(one: Item, other: Item) -> bool:
    return one.key == other.key and (bool(one.key) or one.part is Part.ITSELF)


def _by_text(one: Item, other: Item) -> bool:
    if one.text is None or other.text is None or (one.key and other.key):
        return False
    return one.text.fr == other.text.fr or one.text.en == other.text.en


def _likely(left: list[Item], new: list[Item], twin: Mapping[int, Item]) -> Iterator[tuple[int, int, Item]]:
    """How alike, in %, the words of each two parts are that are still alone; two ids are never one part."""
    for n, item in enumerate(new):
        for other in left if n not in twin and item.text is not None else ():
            if other.text is not None and item.text is not None and not (item.key and other.key):
                words = (other.text.fr.split(), item.text.fr.split())
                yield round(100 * SequenceMatcher(a=words[0], b=words[1], autojunk=False).ratio()), n, other
