"""Reading a code scheme from a CSV file: codes are loaded as their publisher gives them, and none is ours.

Two shapes are read. With a column for the axis, each axis holds the codes of its rows. Without one, the
code says it: «2.10.1» is on axis 2, whose own row is the code «2». Seven axes in that shape is how NOKUP
is built (Norsk kodeverk for uønskede pasienthendelser, Volven 7221).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from styrk.classification.types import ReadAxis, ReadScheme
from styrk.core.files import SourceFile
from styrk.organisation.imports.rows import RowError
from styrk.organisation.imports.tables import Table, Unreadable, table

MOST_CODES = 5000
LONGEST = 300
# The names that a column goes by, in small letters.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "axis": ("akse", "axis", "code_system_id", "annex"),
    "axis_title": ("aksenavn", "axis_title", "code_system"),
    "code": ("kode", "code", "kodeverdi"),
    "title": ("tekst", "navn", "title", "display", "term"),
}
# The seven axes of NOKUP by name. Its codes are their owner's, and are to be filled in.
TEMPLATE = (
    "kode;tekst\n"
    "1;Sted for hendelsen\n"
    "2;Hendelsestype\n"
    "3;Medvirkende faktorer\n"
    "4;Forebyggbarhet\n"
    "5;Faktisk konsekvens for pasient\n"
    "6;Hyppighet\n"
    "7;Mulig konsekvens ved gjentakelse\n"
)


@dataclass
class Report:
    """What was read, and what is wrong with it. `codes` that repeat a row before are left out."""

    scheme: ReadScheme | None = None
    errors: list[RowError] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        return bool(self.errors)


@dataclass(frozen=True)
class _Row:
    """A row as it stands: an axis without a code only names the axis."""

    axis: str
    axis_title: str
    code: str
    title: str


def read_scheme(source: SourceFile, *, name: str, version: str, publisher: str = "") -> Report:
    """The scheme of the file, under the name and version it is to have here. Errors say row and column."""
    try:
        read = table(source)
    except Unreadable as refused:
        return Report(errors=list(refused.errors))
    found = _columns(read)
    errors = [
        RowError(source.name, 1, COLUMNS[one][0], _("Kolonnen mangler."))
        for one in ("code", "title")
        if one not in found
    ]
    if not errors:
        errors = list(_wrong(read, found))
    if errors:
        return Report(errors=errors)
    rows = [_row(cells, found) for _number, cells in read.rows]
    axes = _axes(rows)
    if not any(one.codes for one in axes):
        text = _("Fila har ingen koder. Den har bare navnene på aksene.")
        return Report(errors=[RowError(source.name, 0, "", text)])
    return Report(ReadScheme(name, version, publisher, tuple(axes)))


def _columns(read: Table) -> dict[str, str]:
    """Which column of the file holds what."""
    named = {one.casefold(): one for one in read.header}
    return {what: named[name] for what, names in COLUMNS.items() for name in names if name in named}


def _wrong(read: Table, columns: Mapping[str, str]) -> Iterator[RowError]:
    if len(read.rows) > MOST_CODES:
        text = _("Det er %(number)s rader. Les inn høyst %(most)s om gangen.")
        told = text % {"number": len(read.rows), "most": MOST_CODES}
        yield RowError(read.file, 0, "", told)
    for number, cells in read.rows:
        for what in ("code", "title"):
            said = cells[columns[what]].strip()
            only_axis = what == "code" and "axis" in columns
            if not said and not only_axis:
                yield RowError(read.file, number, columns[what], _("Fyll ut dette."))
            if len(said) > LONGEST:
                text = _("Skriv mellom ett og %(most)s tegn.") % {"most": LONGEST}
                yield RowError(read.file, number, columns[what], text)


def _row(cells: Mapping[str, str], columns: Mapping[str, str]) -> _Row:
    said = {what: " ".join(cells[column].split()) for what, column in columns.items()}
    code, title = said["code"], said["title"]
    if "axis" in said:
        named = said.get("axis_title") or ("" if code else title)
        return _Row(said["axis"], named, code, title)
    axis, below, _rest = code.partition(".")
    return _Row(axis, "" if below else title, code if below else "", title)


def _axes(rows: Sequence[_Row]) -> list[ReadAxis]:
    """In the order of the file; a code that stands twice on an axis is read as it stands first."""
    titles: dict[str, str] = {}
    codes: dict[str, dict[str, str]] = {}
    for row in rows:
        titles[row.axis] = titles.get(row.axis) or row.axis_title
        held = codes.setdefault(row.axis, {})
        if row.code:
            held.setdefault(row.code, row.title)
    return [ReadAxis(key, titles[key] or key, tuple(held.items())) for key, held in codes.items()]
