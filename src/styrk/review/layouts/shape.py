"""What a report is to hold, and when it is due: read from a file of the organisation's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from styrk.core.workdays import working_day
from styrk.requirements import periods
from styrk.requirements.states import Rhythm

# A text in each language that the file has it in. Bokmål is always there.
type Words = dict[str, str]

# What a section may show; with the area of indicators after a dot where it is of figures.
OF_AREAS = ("figures", "comparison")
SHOWS = ("summary", "status", "requirements", "risks", "actions", "incidents", "below", "sources")
# Whether the responsible leader writes in the section.
WRITTEN = ("required", "optional", "none")


class LayoutWrong(ValueError):
    """A file is not a layout; the message says which, where, and what to do."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}: {why}")
        self.file, self.why = file, why


@dataclass(frozen=True)
class Due:
    """The last day: a working day after the end of the period, or simply so many days after it."""

    days: int
    working: bool

    def on(self, period: str) -> date:
        last = periods.last_day(period)
        return working_day(last, self.days) if self.working else last + timedelta(days=self.days)


@dataclass(frozen=True)
class Writer:
    """Units at this level write the report by the day it is due. Levels are the organisation's own names."""

    level: str
    due: Due


@dataclass(frozen=True)
class Section:
    code: str
    title: Words
    ask: Words
    written: str
    shows: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """One kind of report. `compiles`: the kind that those below send, for the same period."""

    code: str
    name: Words
    rhythm: Rhythm
    writers: tuple[Writer, ...]
    compiles: str
    sections: tuple[Section, ...]
    summary: tuple[str, ...]
    digest: str

    @property
    def levels(self) -> tuple[str, ...]:
        return tuple(one.level for one in self.writers)

    @property
    def shows(self) -> frozenset[str]:
        """All that some section shows, without the areas."""
        return frozenset(one.partition(".")[0] for each in self.sections for one in each.shows)

    def written_at(self, level: str) -> bool:
        return level.casefold() in {one.casefold() for one in self.levels}

    def due_on(self, level: str, period: str) -> date:
        """When the unit at this level sends it."""
        return self._writer(level).due.on(period)

    def _writer(self, level: str) -> Writer:
        return next(one for one in self.writers if one.level.casefold() == level.casefold())

    def section(self, code: str) -> Section | None:
        return next((one for one in self.sections if one.code == code), None)

    def to_write(self) -> Iterator[Section]:
        """The sections that somebody writes in."""
        return (one for one in self.sections if one.written != "none")
