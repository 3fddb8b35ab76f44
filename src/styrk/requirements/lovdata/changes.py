"""What changed between two editions of a law, provision by provision and word by word."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from styrk.requirements.lovdata import likeness
from styrk.requirements.lovdata.mapping import Mapped, MappedKind, mapping
from styrk.requirements.lovdata.shape import Kind, Law, Pending, Provision


class ChangeKind(StrEnum):
    """`PENDING` is a change that the new edition announces and the old did not."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    PENDING = "pending"


@dataclass(frozen=True)
class Change:
    """One change. `ref` is the new name, or the old for what is removed; `old_ref` where it differs.

    `words` are runs of ("same" | "removed" | "added", words) of the provision's own words. What is
    added or removed is told once, with all its parts in `after` or `before`.
    """

    ref: str
    kind: ChangeKind
    before: str
    after: str
    words: likeness.Words = ()
    old_ref: str = ""


def changes(old: Law, new: Law) -> tuple[Change, ...]:
    """What a reader of the old edition has to know of the new, in the order of the new.

    White space and typography are not changes. That something was renumbered is a proposal, made
    from how alike the words are.
    """
    found = mapping(old, new)
    whole = _parents(found)
    return tuple(change for one in found for change in _of(one, old, new, whole))


def _parents(found: tuple[Mapped, ...]) -> dict[MappedKind, set[str]]:
    """The provisions that are told as a whole, so that their parts are not told again."""
    return {
        MappedKind.NEW: {one.new_ref or "" for one in found if one.kind is MappedKind.NEW},
        MappedKind.GONE: {one.old_ref or "" for one in found if one.kind is MappedKind.GONE},
        MappedKind.RENUMBERED: {
            one.new_ref or "" for one in found if one.kind is MappedKind.RENUMBERED
        },
    }


def _of(one: Mapped, old: Law, new: Law, whole: dict[MappedKind, set[str]]) -> Iterator[Change]:
    before = old.by_ref[one.old_ref] if one.old_ref else None
    after = new.by_ref[one.new_ref] if one.new_ref else None
    if after and one.kind is MappedKind.NEW:
        if after.parent not in whole[MappedKind.NEW] or after.kind is Kind.SECTION:
            yield _whole(ChangeKind.ADDED, new, after)
    elif before and one.kind is MappedKind.GONE:
        if before.parent not in whole[MappedKind.GONE] or before.kind is Kind.SECTION:
            yield _whole(ChangeKind.REMOVED, old, before)
    elif before and after:
        moved = one.kind is MappedKind.RENUMBERED
        with_parent = after.parent in whole[MappedKind.RENUMBERED] and before.number == after.number
        yield from _words(before, after, renumbered=moved and not with_parent)
    if after and after.kind is Kind.SECTION:
        yield from _announced(before.pending if before else (), after)


def _whole(kind: ChangeKind, law: Law, provision: Provision) -> Change:
    inside = "" if provision.kind is Kind.CHAPTER else law.full_text(provision.ref)
    told = f"{provision.heading}\n{inside}".strip()
    run = (("added" if kind is ChangeKind.ADDED else "removed", told),) if told else ()
    if kind is ChangeKind.ADDED:
        return Change(provision.ref, kind, "", told, run)
    return Change(provision.ref, kind, told, "", run)


def _words(old: Provision, new: Provision, *, renumbered: bool) -> Iterator[Change]:
    before, after = (f"{one.heading}\n{one.text}".strip() for one in (old, new))
    same = likeness.is_same(before, after)
    if same and not renumbered:
        return
    kind = ChangeKind.RENUMBERED if renumbered else ChangeKind.CHANGED
    told = () if same else likeness.words(before, after)
    yield Change(new.ref, kind, before, after, told, old.ref if old.ref != new.ref else "")


def _announced(before: tuple[Pending, ...], section: Provision) -> Iterator[Change]:
    known = {(one.verb, one.changed_by, one.in_force_on) for one in before}
    for one in section.pending:
        if (one.verb, one.changed_by, one.in_force_on) not in known:
            yield Change(section.ref, ChangeKind.PENDING, "", one.note)
