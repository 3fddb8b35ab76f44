"""Provisions with names, from a law as written in either form."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from styrk.requirements.lovdata import marks, notes, numbering
from styrk.requirements.lovdata.notices import Notice, notice
from styrk.requirements.lovdata.shape import (
    Clause,
    Kind,
    Marking,
    Pending,
    Point,
    Provision,
    Status,
    Verb,
)

REPEALED = ("(opphev", "[opphev")


@dataclass
class Title:
    """A chapter's title as printed. `level` is 1 at the top."""

    text: str
    level: int = 1


@dataclass
class Section:
    """A section as written. `ref` is "" for words that stand right below a chapter."""

    ref: str
    heading: str = ""
    clauses: list[Clause] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    level: int = 1
    where: str = ""


@dataclass(frozen=True)
class Built:
    provisions: tuple[Provision, ...]
    notices: tuple[Notice, ...]


def build(refid: str, written: list[Title | Section]) -> Built:
    """Every provision in the order of the text, each with a name of its own."""
    builder = _Builder(refid, written)
    for part in written:
        if isinstance(part, Title):
            builder.chapter(part)
        else:
            builder.section(part)
    placed = tuple(replace(p, position=n) for n, p in enumerate(builder.provisions, start=1))
    return Built(placed, tuple(builder.notices))


class _Builder:
    def __init__(self, refid: str, written: list[Title | Section]) -> None:
        sections = [part for part in written if isinstance(part, Section) and part.ref]
        self._often = Counter(section.ref for section in sections)
        self._marks = marks.evidence(refid, [(s.ref, s.clauses) for s in sections])
        self._names = numbering.Names()
        self._open: list[tuple[int, Provision]] = []
        self.provisions: list[Provision] = []
        self.notices = [
            notice("same_number", fatal=False, section=ref)
            for ref, times in self._often.items()
            if times > 1
        ]

    def chapter(self, title: Title) -> None:
        self._leave(title.level)
        above = self._open[-1][1].ref if self._open else ""
        name, number, heading = numbering.chapter_name(title.text)
        ref = self._names.unique(name)
        made = Provision(ref, above, number, heading, "", ref, Kind.CHAPTER, 0, short=ref)
        self._open.append((title.level, made))
        self.provisions.append(made)

    def _leave(self, level: int) -> None:
        while self._open and self._open[-1][0] >= level:
            self._open.pop()

    def section(self, written: Section) -> None:
        self._leave(written.level)
        chapter = self._open[-1][1].ref if self._open else ""
        if not written.ref:
            self._below_title(written, chapter)
            return
        ref = written.ref
        if self._often[ref] > 1:
            ref = f"{chapter} {ref}".strip()
        ref = self._names.unique(ref)
        self.provisions += self._whole(ref, chapter, written)
        self._check(written)

    def _below_title(self, written: Section, chapter: str) -> None:
        """Words and notes that stand right below a chapter's title, or before the first chapter."""
        if written.notes and self._open:
            level, above = self._open[-1]
            told = tuple(written.notes)
            noted = replace(above, notes=told, pending=notes.pending(above.ref, told))
            self._open[-1] = (level, noted)
            self.provisions[self.provisions.index(above)] = noted
        self.provisions += self._parts(chapter, chapter, written, ())

    def _announced(self, ref: str, written: Section) -> tuple[Pending, ...]:
        """The section's own announced changes, and those of the chapters it stands in."""
        own = notes.pending(ref, tuple(written.notes))
        of_chapters = (replace(p, section=ref) for _, above in self._open for p in above.pending)
        announced = (*own, *of_chapters)
        if written.clauses and announced and announced[0].verb is Verb.ADD:
            return (replace(announced[0], wording_here=True), *announced[1:])
        return announced

    def _whole(self, ref: str, chapter: str, written: Section) -> Iterator[Provision]:
        announced = self._announced(ref, written)
        number = written.ref.removeprefix("§ ")
        section = Provision(
            ref, chapter, number, written.heading, "", chapter, Kind.SECTION, 0,
            status=_status(written, announced), notes=tuple(written.notes), pending=announced,
            short=ref,
        )  # fmt: skip
        yield section
        for part in self._parts(ref, chapter, written, announced):
            yield replace(part, status=section.status)

    def _parts(
        self, above: str, chapter: str, written: Section, announced: tuple[Pending, ...]
    ) -> Iterator[Provision]:
        for number, clause in enumerate(written.clauses, start=1):
            name, text = _ledd(written.ref, number, clause.text)
            ref = self._names.unique(f"{above} {name}".strip())
            yield Provision(
                ref, above, str(number), "", text, chapter, Kind.PARAGRAPH, 0,
                pending=announced, short=ref,
            )  # fmt: skip
            alone = len(written.clauses) == 1
            yield from self._items(
                ref, chapter, clause.points, announced, written.ref, number, alone=alone
            )

    def _items(
        self, above: str, chapter: str, points: tuple[Point, ...],
        announced: tuple[Pending, ...], section: str, ledd: int, *, alone: bool,
    ) -> Iterator[Provision]:  # fmt: skip
        counted = self._marks.get((section, ledd))
        for position, point in enumerate(points, start=1):
            mark, marking = marks.of(point, position, counted)
            ref = self._names.unique(f"{above} {marks.SAID[marking]} {mark}")
            yield Provision(
                ref, above, mark, "", point.text, chapter, Kind.ITEM, 0, pending=announced,
                short=self._short(ref, section, mark) if alone and marking is Marking.LETTER else ref,
                marking=marking, by_order=not point.mark,
            )  # fmt: skip
            yield from self._items(ref, chapter, point.points, announced, "", 0, alone=False)

    def _short(self, ref: str, section: str, mark: str) -> str:
        short = f"{section} {mark}"
        unique = self._often[section] == 1 and short not in self._often
        return short if unique and section.startswith("§") else ref

    def _check(self, written: Section) -> None:
        told = written.clauses or written.heading.lower().startswith(REPEALED)
        if not told and not notes.pending(written.ref, tuple(written.notes)):
            said = notice("empty_section", written.where, fatal=False, section=written.ref)
            self.notices.append(said)


def _status(written: Section, announced: tuple[Pending, ...]) -> Status:
    if written.heading.lower().startswith(REPEALED):
        return Status.REPEALED
    return Status.PENDING if announced else Status.CURRENT


def _ledd(section: str, number: int, text: str) -> tuple[str, str]:
    """A ledd's name. An article of an EU regulation numbers its parts in the text itself."""
    if section.startswith("Artikkel"):
        told, _, _ = text.partition(". ")
        if told.isdecimal() and len(told) <= 3:
            return f"nr. {int(told)}", text
    return numbering.ledd_name(number), text
