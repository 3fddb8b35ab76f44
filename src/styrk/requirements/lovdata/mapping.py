"""From the provisions of an old edition to those of a new one. Proposals: a person reviews them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from styrk.requirements.lovdata.likeness import flat, is_same, likeness
from styrk.requirements.lovdata.shape import Kind, Law, Marking, Provision, Status

# Below this, a provision with another name is another provision.
ALIKE = 0.6
# What has moved to another place in the law has to be more alike, and more than a few words.
ALIKE_ELSEWHERE = 0.8
SHORTEST_ELSEWHERE = 40
# Of two that are equally alike, the one that kept its name.
FOR_THE_NAME = 0.05
# Above this many pairs, only those with the same words or the same name are found.
MOST_PAIRS = 40_000
PARTS = (Kind.PARAGRAPH, Kind.ITEM)


class MappedKind(StrEnum):
    """`RENUMBERED` has a new name, with the same words or nearly. `GONE` has no words any more: it
    is not there, or it says only that it is repealed (then it has a `new_ref`)."""

    SAME = "same"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Mapped:
    """`likeness` is from 0.0 to 1.0, of the words with all their parts."""

    old_ref: str | None
    new_ref: str | None
    kind: MappedKind
    likeness: float


def mapping(old: Law, new: Law) -> tuple[Mapped, ...]:
    """Every provision of both laws, once: what became of the old, and where the new are from.

    Chapters and sections are paired by name and words, then the ledd inside each pair, then the
    items; ledd and items that are left are looked for in the rest of the law. In the order of the
    new law, with what is gone at the end.
    """
    return tuple(_Mapper(_Edition(old), _Edition(new)).mapped())


class _Edition:
    """A law with what is asked of it again and again."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self._texts: dict[str, str] = {}
        self._places = {
            part.ref: place
            for parent in ("", *law.by_ref)
            for place, part in enumerate(law.below(parent), start=1)
        }

    def text(self, provision: Provision) -> str:
        """The words with all parts; of a chapter only its title."""
        if provision.ref not in self._texts:
            chapter = provision.kind is Kind.CHAPTER
            inside = "" if chapter else self.law.full_text(provision.ref)
            self._texts[provision.ref] = f"{provision.heading}\n{inside}".strip()
        return self._texts[provision.ref]

    def parts(self, ref: str) -> list[Provision]:
        return [part for part in self.law.below(ref) if part.kind in PARTS]

    def names(self, provision: Provision) -> Iterator[tuple[str, str]]:
        """What the provision is known by among its siblings: its name, and its place if counted."""
        if provision.kind not in PARTS:
            yield "ref", provision.ref
            return
        yield str(provision.marking), provision.number
        if provision.kind is Kind.ITEM:
            counted = "counted" if provision.marking is Marking.ORDER else "marked"
            yield counted, str(self._places[provision.ref])


# A counted item has the name of the marked one in its place, and the other way round.
OTHER_WAY = {"counted": "marked", "marked": "counted"}


class _Mapper:
    def __init__(self, old: _Edition, new: _Edition) -> None:
        self._old, self._new = old, new
        self._paired: dict[str, str] = {}
        self._origin: dict[str, str] = {}
        self._renamed: set[str] = set()

    def mapped(self) -> Iterator[Mapped]:
        for kind in (Kind.CHAPTER, Kind.SECTION):
            self._match(self._old.law.of_kind(kind), self._new.law.of_kind(kind), ALIKE)
        self._descend("", "")
        for provision in self._new.law.provisions:
            if provision.ref in self._origin:
                self._descend(self._origin[provision.ref], provision.ref)
        for kind in PARTS:
            self._look_elsewhere(kind)
        yield from map(self._told, self._new.law.provisions)
        for left in self._old.law.provisions:
            if left.ref not in self._paired:
                yield Mapped(left.ref, None, MappedKind.GONE, 0.0)

    def _descend(self, old: str, new: str) -> None:
        self._match(self._old.parts(old), self._new.parts(new), ALIKE)

    def _look_elsewhere(self, kind: Kind) -> None:
        """Ledd and items that have moved to another section."""
        old = [p for p in self._old.law.of_kind(kind) if len(p.text) >= SHORTEST_ELSEWHERE]
        new = [p for p in self._new.law.of_kind(kind) if len(p.text) >= SHORTEST_ELSEWHERE]
        self._pair_by_likeness(self._left(old, new), ALIKE_ELSEWHERE, siblings=False)

    def _match(self, old: Iterable[Provision], new: Iterable[Provision], alike: float) -> None:
        """Pairs two groups: what is unchanged, then what is most alike, then what has the name."""
        left = self._left(old, new)
        for first, second in self._namesakes(*left):
            if is_same(self._old.text(first), self._new.text(second)):
                self._pair(first, second, renamed=False)
        left = self._left(*left)
        self._pair_by_likeness(left, alike)
        for first, second in self._namesakes(*self._left(*left)):
            self._pair(first, second, renamed=False)

    def _left(
        self, old: Iterable[Provision], new: Iterable[Provision]
    ) -> tuple[list[Provision], list[Provision]]:
        return (
            [p for p in old if p.ref not in self._paired],
            [p for p in new if p.ref not in self._origin],
        )

    def _namesakes(
        self, old: list[Provision], new: list[Provision]
    ) -> list[tuple[Provision, Provision]]:
        named = {name: p for p in reversed(new) for name in self._new.names(p)}
        found = []
        for provision in old:
            names = [(OTHER_WAY.get(kind, kind), name) for kind, name in self._old.names(provision)]
            same = next((named[name] for name in names if name in named), None)
            found += [(provision, same)] if same else []
        return found

    def _pair_by_likeness(
        self, left: tuple[list[Provision], list[Provision]], alike: float, *, siblings: bool = True
    ) -> None:
        old, new = ([p for p in group if p.status is not Status.REPEALED] for group in left)
        # The same number in another section is another name.
        namesakes = self._namesakes(old, new) if siblings else []
        names = {(first.ref, second.ref) for first, second in namesakes}
        scored = []
        for first, second in self._candidates(old, new):
            likely = likeness(self._old.text(first), self._new.text(second))
            if likely >= alike:
                name = FOR_THE_NAME if (first.ref, second.ref) in names else 0
                scored.append((-likely - name, first.position, second.position, first, second))
        for *_, first, second in sorted(scored, key=lambda one: one[:3]):
            if first.ref not in self._paired and second.ref not in self._origin:
                self._pair(first, second, renamed=(first.ref, second.ref) not in names)

    def _candidates(
        self, old: list[Provision], new: list[Provision]
    ) -> Iterator[tuple[Provision, Provision]]:
        if len(old) * len(new) <= MOST_PAIRS:
            yield from ((first, second) for first in old for second in new)
            return
        by_words = {flat(self._new.text(p)): p for p in reversed(new)}
        for first in old:
            if same := by_words.get(flat(self._old.text(first))):
                yield first, same

    def _pair(self, old: Provision, new: Provision, *, renamed: bool) -> None:
        if old.ref in self._paired or new.ref in self._origin:
            return
        self._paired[old.ref] = new.ref
        self._origin[new.ref] = old.ref
        if renamed or (old.kind in PARTS and new.parent in self._renamed):
            self._renamed.add(new.ref)

    def _told(self, new: Provision) -> Mapped:
        origin = self._origin.get(new.ref)
        if origin is None:
            return Mapped(None, new.ref, MappedKind.NEW, 0.0)
        old = self._old.law.by_ref[origin]
        before, after = self._old.text(old), self._new.text(new)
        likely = 1.0 if is_same(before, after) else min(likeness(before, after), 0.999)
        return Mapped(origin, new.ref, self._kind(old, new, likely), round(likely, 3))

    def _kind(self, old: Provision, new: Provision, likely: float) -> MappedKind:
        if new.status is Status.REPEALED and old.status is not Status.REPEALED:
            return MappedKind.GONE
        if new.ref in self._renamed:
            return MappedKind.RENUMBERED
        return MappedKind.SAME if likely == 1.0 else MappedKind.CHANGED
