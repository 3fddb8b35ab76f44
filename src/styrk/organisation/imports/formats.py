"""Our own three files. All columns must be there (but `left_on`); a cell may be empty where it says so.

units.csv
    code                 the unit's own code, which is how other rows name it; never changed
    name
    level                the organisation's own word for the level (klinikk, avdeling); may be empty
    parent               code of the unit above; empty for the topmost
    organisation_number  nine digits; may be empty
    is_trust             1 where the unit is a legal person of its own (helseforetak, kommune), else 0
    valid_from           first day; empty is the day of the import
    valid_to             last day; empty says that it goes on
people.csv
    number               employee number, never a fødselsnummer
    name
    title, email         may be empty
    home_unit            code of the unit; may be empty
    left_on              last day here, with which posts end; empty says nothing. May be left out
                         «tilbake» says that whoever had left is here again, without the old posts,
                         and that whoever was to leave stays, with the posts as agreed
appointments.csv
    person               number, as in people.csv
    unit                 code of the unit
    role                 code of the role (leader, employee, ...)
    valid_from, valid_to as above

Days are 2026-11-21 or 21.11.2026. The file is UTF-8, separated by semicolon, comma or tab.
"""

from collections.abc import Callable

from django.utils.translation import gettext as _

from styrk.organisation.imports.cells import Cells
from styrk.organisation.imports.rows import PersonRow, PostRow, Rows, UnitRow, Where
from styrk.organisation.imports.tables import Table

# In the column of the last day: there is none any more.
BACK = "tilbake"

FORMATS: dict[str, tuple[str, ...]] = {
    "units": (
        "code",
        "name",
        "level",
        "parent",
        "organisation_number",
        "is_trust",
        "valid_from",
        "valid_to",
    ),
    "people": ("number", "name", "title", "email", "home_unit", "left_on"),
    "appointments": ("person", "unit", "role", "valid_from", "valid_to"),
}
# What a file may leave out.
OPTIONAL = {"left_on"}


def template(kind: str) -> str:
    """An empty file to fill in. Raises KeyError for an unknown kind."""
    return ";".join(FORMATS[kind]) + "\r\n"


def kind_of(table: Table) -> str | None:
    """Whose columns these are: by the file's name, else the format that most of them belong to."""
    named = table.file.rsplit("/", 1)[-1].partition(".")[0].lower()
    shared = {kind: len(set(columns) & set(table.header)) for kind, columns in FORMATS.items()}
    if shared.get(named):
        return named
    best = max(shared, key=lambda kind: shared[kind])
    return best if shared[best] >= 2 else None


def take(table: Table, kind: str, rows: Rows) -> None:
    """Read the table's rows into `rows`."""
    needed = tuple(name for name in FORMATS[kind] if name not in OPTIONAL)
    if check_columns(table, needed, FORMATS[kind], rows):
        for number, cells in table.rows:
            READERS[kind](Cells(Where(table.file, number), cells, rows), rows)


def check_columns(
    table: Table, needed: tuple[str, ...], known: tuple[str, ...], rows: Rows
) -> bool:
    """Every needed column is there, and no other than the known."""
    top = Where(table.file, 1)
    missing = [name for name in needed if name not in table.header]
    unknown = [name for name in table.header if name not in known]
    for name in missing:
        rows.refuse(top, name, _("Kolonnen mangler."))
    for name in unknown:
        message = _("Kolonnen er ukjent. Fila skal ha disse: %(names)s.")
        rows.refuse(top, name, message % {"names": ", ".join(known)})
    return not missing and not unknown


def _unit(cells: Cells, rows: Rows) -> None:
    code = cells.text("code", needed=True)
    start, end = cells.period("valid_from", "valid_to")
    unit = UnitRow(
        where=cells.where,
        code=code,
        name=cells.text("name", needed=True),
        level=cells.text("level"),
        parent=cells.text("parent"),
        organisation_number=cells.organisation_number("organisation_number"),
        is_trust=cells.yes("is_trust"),
        valid_from=start,
        valid_to=end,
    )
    if cells.faulty:
        rows.refused.add(code)
    else:
        rows.units.append(unit)


def _person(cells: Cells, rows: Rows) -> None:
    number = cells.text("number", needed=True)
    returns = cells.cells.get("left_on", "").lower() == BACK
    person = PersonRow(
        where=cells.where,
        number=number,
        name=cells.text("name", needed=True),
        title=cells.text("title"),
        email=cells.email("email"),
        home_unit=cells.text("home_unit"),
        left_on=None if returns else cells.day("left_on"),
        returns=returns,
    )
    if cells.faulty:
        rows.refused.add(number)
    else:
        rows.people.append(person)


def _post(cells: Cells, rows: Rows) -> None:
    start, end = cells.period("valid_from", "valid_to")
    post = PostRow(
        where=cells.where,
        person=cells.text("person", needed=True),
        unit=cells.text("unit", needed=True),
        role=cells.text("role", needed=True),
        valid_from=start,
        valid_to=end,
    )
    if not cells.faulty:
        rows.posts.append(post)


READERS: dict[str, Callable[[Cells, Rows], None]] = {
    "units": _unit,
    "people": _person,
    "appointments": _post,
}
