"""A sheet with names of columns in its first row, and one thing per row below."""

from collections.abc import Iterator
from dataclasses import dataclass

from styrk.requirements.libraries.cells import Cell
from styrk.requirements.libraries.problems import Place, Problems
from styrk.requirements.libraries.workbook import Row, Sheet


@dataclass(frozen=True)
class Table:
    """Names of columns as they are written, by column; and the rows below with content."""

    place: Place
    columns: dict[int, str]
    rows: list[Row]

    def named(self, row: Row) -> Iterator[tuple[str, Cell]]:
        """The cells of a row under the names of their columns."""
        for column, name in self.columns.items():
            if column in row.cells:
                yield name, row.cells[column]


def table(sheet: Sheet, problems: Problems, many: str = "") -> Table:
    """The sheet as a table. Notes what makes it less than one. Only `many` may be there twice."""
    check_seen(sheet, problems)
    for merged in sheet.merged:
        problems.add(sheet.place, "merged", value=merged)
    if not sheet.rows:
        problems.add(sheet.place, "sheet_empty", value=sheet.name)
        return Table(sheet.place, {}, [])
    first, *rows = sheet.rows
    columns = {column: cell.text for column, cell in first.cells.items()}
    _check_columns([name for name in columns.values() if name != many], first.place, problems)
    _check_unnamed(columns, rows, problems)
    return Table(sheet.place, columns, rows)


def check_seen(sheet: Sheet, problems: Problems) -> None:
    """What nobody has seen is not imported."""
    if sheet.hidden:
        problems.add(sheet.place, "sheet_hidden", value=sheet.name)


def _check_columns(names: list[str], place: Place, problems: Problems) -> None:
    met: set[str] = set()
    for name in names:
        if name.casefold() in met:
            problems.add(place, "column_twice", value=name)
        met.add(name.casefold())


def _check_unnamed(columns: dict[int, str], rows: list[Row], problems: Problems) -> None:
    for row in rows:
        if row.cells.keys() - columns.keys():
            problems.add(row.place, "column_unnamed")


def pairs(sheet: Sheet, problems: Problems) -> list[tuple[str, Cell, Place]]:
    """A sheet with a name in column A and its value in column B. Other columns are for people."""
    check_seen(sheet, problems)
    found = []
    met: set[str] = set()
    for row in sheet.rows:
        name = row.text(0)
        if name.casefold() in met:
            problems.add(row.place, "row_twice", value=name)
        met.add(name.casefold())
        if name:
            found.append((name, row.cells.get(1, Cell("")), row.place))
    return found
