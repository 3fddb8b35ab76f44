"""What a board is shown, as plain data: the same on the page, in a pack, on paper and in the hash."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from styrk.organisation.models import Person

# What an action that a board's decision led to says of its origin, and the kinds of duties.
ORIGIN = "board"
ANSWER, FOLLOW = "board.answer", "board.follow"


@dataclass(frozen=True)
class Topic:
    """A case for a meeting, as it is put on the agenda. `closed` is the ground to hold it closed."""

    title: str
    text: str = ""
    closed: str = ""
    source: str = ""
    source_title: str = ""
    source_path: str = ""
    source_digest: str = ""


@dataclass(frozen=True)
class Resolution:
    """What a board decides: who is to follow it, and until when they tell what came of it.

    `approves`: the plan that the case is about is approved by it.
    """

    text: str
    owner: Person
    due: date
    approves: bool = False


@dataclass(frozen=True)
class Figure:
    """A number. `before` is what it was in the pack of the meeting before.

    `url` is the list of that length, for one who may open it; `kept` says that it is not for the reader.
    """

    key: str
    what: str
    value: int
    before: int | None = None
    url: str = ""
    kept: bool = False

    @property
    def is_changed(self) -> bool:
        return self.before is not None and self.before != self.value


@dataclass(frozen=True)
class Line:
    """Something by its name. `tags` are words with colours. `closed`: only for those of the organisation."""

    title: str
    under: str = ""
    href: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    closed: bool = False


@dataclass(frozen=True)
class Section:
    """A part of the page. `inside`: it names what only those of the organisation may read."""

    key: str
    title: str
    said: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    lines: tuple[Line, ...] = ()
    more: int = 0
    url: str = ""
    inside: bool = False


@dataclass(frozen=True)
class Content:
    """All that the board of an organisation is shown on a day. `letters`: how each letter comes out."""

    unit: str
    code: str
    on: str
    before_on: str = ""
    before_digest: str = ""
    letters: dict[str, str] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()

    @property
    def today(self) -> date:
        return date.fromisoformat(self.on)

    @property
    def before(self) -> date | None:
        return date.fromisoformat(self.before_on) if self.before_on else None

    def figures(self) -> Iterator[Figure]:
        return (one for each in self.sections for one in each.figures)
