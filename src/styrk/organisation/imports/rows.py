"""What the files say, row by row, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Where:
    """A row of a file, counted from 1 as in a spreadsheet: the header is row 1."""

    file: str
    row: int


@dataclass(frozen=True)
class RowError:
    """Why a file cannot be imported. `row` is 0 for the file as a whole, `column` may be empty."""

    file: str
    row: int
    column: str
    message: str


@dataclass(frozen=True)
class Note:
    """What was understood or left out, without stopping the import."""

    file: str
    row: int
    message: str


@dataclass(frozen=True)
class Counts:
    """How many records a plan makes, changes and leaves as they are."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True)
class UnitRow:
    """A unit. `parent` is empty for a top, `valid_from` None when the file does not say.

    None for the number or the last day says nothing: what is known is kept, and a unit that has ended
    is not opened again. `columns` are the names of the fields in the file, where they are not our own.
    """

    where: Where
    code: str
    name: str
    level: str
    parent: str
    organisation_number: str | None
    is_trust: bool
    valid_from: date | None = None
    valid_to: date | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    def column(self, name: str) -> str:
        return self.columns.get(name, name)


@dataclass(frozen=True)
class PersonRow:
    """A person. None for the last day says nothing; `returns` says that there is none any more."""

    where: Where
    number: str
    name: str
    title: str
    email: str
    home_unit: str
    left_on: date | None = None
    returns: bool = False


@dataclass(frozen=True)
class PostRow:
    """A role of a person at a unit; `valid_to` of None is open."""

    where: Where
    person: str
    unit: str
    role: str
    valid_from: date | None
    valid_to: date | None


@dataclass
class Rows:
    """All rows that could be read, and what stood in the way of the rest.

    `refused` holds the codes and numbers of rows with errors, so that others may still point to them.
    """

    units: list[UnitRow] = field(default_factory=list)
    people: list[PersonRow] = field(default_factory=list)
    posts: list[PostRow] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    errors: list[RowError] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def refuse(self, where: Where, column: str, message: str) -> None:
        self.errors.append(RowError(where.file, where.row, column, message))

    def note(self, where: Where, message: str) -> None:
        self.notes.append(Note(where.file, where.row, message))
