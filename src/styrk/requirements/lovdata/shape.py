"""What a law is to Styrk, whichever form it was read from. Nothing here knows of files or Django."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property


class LawKind(StrEnum):
    """`AMENDING` is an act that has no sections of its own, only changes in others."""

    LAW = "law"
    REGULATION = "regulation"
    AMENDING = "amending"


class Kind(StrEnum):
    """A `PARAGRAPH` is a ledd, an `ITEM` a bokstav, a nummer or a punkt."""

    CHAPTER = "chapter"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    ITEM = "item"


class Marking(StrEnum):
    """How an item is told from the others.

    `LETTER` and `NUMBER` are the law's own; `ORDER` is our count, where the file has no marks and
    nothing in the text says which the law uses.
    """

    LETTER = "letter"
    NUMBER = "number"
    ORDER = "order"


class Status(StrEnum):
    """What the file says of a provision. What holds on a day is `standing.status_on`."""

    CURRENT = "current"
    PENDING = "pending"
    REPEALED = "repealed"


class Verb(StrEnum):
    """What an amending act does to a provision."""

    CHANGE = "change"
    ADD = "add"
    REPEAL = "repeal"
    MOVE = "move"


@dataclass(frozen=True)
class Pending:
    """A change that a note in the text announces.

    `changed_by` is a refid ("lov/2025-06-20-74"). `in_force_on` is None where nobody has decided
    the day («fra den tid Kongen bestemmer»). `wording_here` says that the words in the file are
    those that this change brings.
    """

    section: str
    verb: Verb
    changed_by: str
    in_force_on: date | None
    note: str
    wording_here: bool = False


@dataclass(frozen=True)
class Provision:
    """One chapter, section, ledd or item.

    `ref` is unique in the law and stable: "§ 3-3 a", "§ 6 første ledd bokstav a". `short` is the
    briefest way to say it that only one provision has ("§ 6 a"); where there is none it is `ref`.
    `text` is the provision's own words, without its parts; what follows after a list in the same
    ledd stands after a line break. `by_order` says that a letter or number was counted by us and
    is not in the file. `wording_from` is the amending act that gave the words, where not the file.
    """

    ref: str
    parent: str
    number: str
    heading: str
    text: str
    chapter: str
    kind: Kind
    position: int
    status: Status = Status.CURRENT
    notes: tuple[str, ...] = ()
    pending: tuple[Pending, ...] = ()
    short: str = ""
    marking: Marking | None = None
    by_order: bool = False
    wording_from: str = ""

    @property
    def code(self) -> str:
        """The short name without sign and spaces: "6a" for the letter a of § 6."""
        return self.short.removeprefix("§ ").replace(" ", "")


@dataclass(frozen=True)
class Point:
    """An item as written: its mark ("a", "3", or "" where the file has none), words and parts."""

    mark: str
    text: str
    points: tuple["Point", ...] = ()


@dataclass(frozen=True)
class Clause:
    """A ledd as written: its words and its items."""

    text: str
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Amendment:
    """What an amending act does to one part of one section of another law.

    `path` is the part below the section, as ("ledd", "6"); empty for the whole section. For a
    move, `moved_to` is the new path. `clauses` are the new words, `instruction` the act's own
    sentence («§ 3-2 sjette ledd skal lyde:»), `preface` what it says before all its changes in
    the same law («I lov 2. juli 1999 nr. 61 ... gjøres følgende endringer:»).
    """

    law: str
    section: str
    path: tuple[tuple[str, str], ...]
    verb: Verb
    instruction: str
    heading: str = ""
    clauses: tuple[Clause, ...] = ()
    moved_to: tuple[tuple[str, str], ...] = ()
    preface: str = ""

    @property
    def ledd(self) -> int | None:
        """The ledd, where the change is of exactly one whole ledd."""
        return _ledd(self.path)

    @property
    def moved_to_ledd(self) -> int | None:
        return _ledd(self.moved_to)


def _ledd(path: tuple[tuple[str, str], ...]) -> int | None:
    kind, number = path[0] if len(path) == 1 else ("", "")
    return int(number) if kind == "ledd" and number.isdecimal() and len(number) <= 3 else None


@dataclass(frozen=True)
class Law:
    """A law, a regulation or an amending act, in the order of its text.

    `in_force_on` is the first day any of it was in force, None where the file names no day;
    `in_force_note` is what the file says in full («2019-07-01, Dep. bestemmer»).
    """

    refid: str
    eli: str
    title: str
    short_title: str
    department: str
    in_force_on: date | None
    in_force_note: str
    last_changed_by: str
    last_changed_in_force: date | None
    url: str
    kind: LawKind
    provisions: tuple[Provision, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    @cached_property
    def by_ref(self) -> dict[str, Provision]:
        return {provision.ref: provision for provision in self.provisions}

    @cached_property
    def _below(self) -> dict[str, tuple[Provision, ...]]:
        below: dict[str, list[Provision]] = {}
        for provision in self.provisions:
            below.setdefault(provision.parent, []).append(provision)
        return {ref: tuple(found) for ref, found in below.items()}

    def below(self, ref: str) -> tuple[Provision, ...]:
        """The parts right below; `""` gives those at the top."""
        return self._below.get(ref, ())

    def of_kind(self, kind: Kind) -> tuple[Provision, ...]:
        return tuple(provision for provision in self.provisions if provision.kind is kind)

    def full_text(self, ref: str) -> str:
        """A provision's words with all its parts, in reading order, one part a line."""
        provision = self.by_ref[ref]
        lead, _, rest = provision.text.partition("\n")
        parts = [lead, *(self.full_text(part.ref) for part in self.below(ref)), rest]
        return "\n".join(part for part in parts if part)
