"""Reading in what was told from a CSV file: free text of a survey, or the list of complaints of the archive.

Either all rows are taken in, or none. The same row read in again is the same voice.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256

from django.utils.translation import gettext as _

from styrk.core import clock, guard
from styrk.core.files import SourceFile
from styrk.core.whole import all_or_nothing
from styrk.feedback import themes
from styrk.feedback.commands import tell_us
from styrk.feedback.commands.telling import taken_before
from styrk.feedback.states import Channel, Kind
from styrk.feedback.types import LONGEST_TEXT, Told
from styrk.organisation.imports.rows import RowError
from styrk.organisation.imports.tables import Unreadable, table
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import unit_by_code

MOST_ROWS = 500
NEEDED = ("enhet", "dato", "slag", "tekst")
COLUMNS = (*NEEDED, "kanal", "tema", "svar")
KINDS = {
    "klage": Kind.COMPLAINT,
    "erfaring": Kind.EXPERIENCE,
    "forslag": Kind.SUGGESTION,
    "bra": Kind.GOOD,
}
CHANNELS = {
    "samtale": Channel.SPOKEN,
    "brev": Channel.LETTER,
    "undersøkelse": Channel.SURVEY,
    "ombud": Channel.OMBUD,
    "annet": Channel.OTHER,
    "": Channel.SURVEY,
}
ANSWERS = {"ja": True, "nei": False, "": False}
DAYS = ("%Y-%m-%d", "%d.%m.%Y")
EXAMPLE = (
    "enhet;dato;slag;tekst;kanal;tema;svar\n"
    "POST-1;2026-11-03;erfaring;Jeg fikk god hjelp, men måtte vente lenge.;undersøkelse;waiting;nei\n"
    "POST-1;2026-11-05;klage;Ingen fortalte hva som skulle skje videre.;brev;information;ja\n"
)


@dataclass
class Report:
    """What an import did, or would do: how many are new, how many were there, and what is wrong."""

    new: int = 0
    unchanged: int = 0
    errors: list[RowError] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        return bool(self.errors)


@dataclass
class Row:
    """A row as it is read: what it holds by column, and what is wrong with it."""

    file: str
    number: int
    cells: Mapping[str, str]
    errors: list[RowError] = field(default_factory=list)

    def of(self, column: str) -> str:
        return self.cells.get(column, "")

    def wrong(self, column: str, message: str) -> None:
        self.errors.append(RowError(self.file, self.number, column, message))

    def one_of[T](self, column: str, known: Mapping[str, T]) -> T | None:
        found = known.get(self.of(column).casefold())
        if found is None:
            named = ", ".join(name for name in known if name)
            self.wrong(column, _("Skriv ett av disse: %(named)s.") % {"named": named})
        return found


def import_voices(
    sources: Sequence[SourceFile],
    *,
    by: Person,
    now: datetime,
    within: Callable[[int], bool],
    dry_run: bool,
) -> Report:
    """Take in the rows of the files, for the units (by id) that are `within`. Errors say file, row, column."""
    report, found = Report(), list[Told]()
    units: dict[str, Unit | None] = {}
    for source in sources:
        found += _read(source, clock.day(now), units, within, report)
    if len(found) > MOST_ROWS:
        text = _("Det er %(number)s rader. Les inn høyst %(most)s om gangen.")
        told = text % {"number": len(found), "most": MOST_ROWS}
        report.errors.append(RowError(sources[0].name, 0, "", told))
    if report.refused:
        return report
    with all_or_nothing():
        _take(found, report, by, now, dry_run=dry_run)
    return report


def _take(
    found: Collection[Told], report: Report, by: Person, now: datetime, *, dry_run: bool
) -> None:
    seen: set[str] = set()
    for told in found:
        key = _key(told)
        if key in seen or taken_before(told, key):
            report.unchanged += 1
            continue
        seen.add(key)
        report.new += 1
        if not dry_run:
            tell_us(told=told, key=key, by=by, now=now)


def _key(told: Told) -> str:
    """The row itself is its key."""
    facts = (told.unit.pk, told.kind, told.channel, told.text, f"{told.received_on}")
    return sha256(repr(facts).encode()).hexdigest()


def _read(
    source: SourceFile,
    today: date,
    units: dict[str, Unit | None],
    within: Callable[[int], bool],
    report: Report,
) -> list[Told]:
    try:
        read = table(source)
    except Unreadable as refused:
        report.errors += refused.errors
        return []
    lacking = [name for name in NEEDED if name not in read.header]
    if lacking:
        text = _("Kolonnen mangler.")
        report.errors += [RowError(source.name, 1, name, text) for name in lacking]
        return []
    rows = [Row(source.name, number, cells) for number, cells in read.rows]
    found = [_told(row, today, units, within) for row in rows]
    report.errors += [error for row in rows for error in row.errors]
    return [one for one in found if one is not None]


def _told(
    row: Row, today: date, units: dict[str, Unit | None], within: Callable[[int], bool]
) -> Told | None:
    unit, on = unit_of(row, units, within), day_of(row, today)
    kind, channel = row.one_of("slag", KINDS), row.one_of("kanal", CHANNELS)
    owed, theme = row.one_of("svar", ANSWERS), _theme(row)
    _look_over(row)
    if row.errors or unit is None or on is None or kind is None or channel is None or owed is None:
        return None
    return Told(unit, kind, channel, row.of("tekst"), on, owed, theme)


def unit_of(row: Row, units: dict[str, Unit | None], within: Callable[[int], bool]) -> Unit | None:
    code = row.of("enhet")
    if code not in units:
        units[code] = unit_by_code(code)
    unit = units[code]
    if unit is None or not within(unit.pk):
        row.wrong("enhet", _("Enheten finnes ikke, eller du svarer ikke for den."))
        return None
    return unit


def day_of(row: Row, today: date, column: str = "dato") -> date | None:
    for form in DAYS:
        try:
            on = datetime.strptime(row.of(column), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        if on <= today:
            return on
        row.wrong(column, _("Dagen er ikke kommet ennå."))
        return None
    row.wrong(column, _("Skriv datoen som 2026-11-21 eller 21.11.2026."))
    return None


def _theme(row: Row) -> str:
    said = row.of("tema")
    found = themes.read(said)
    if said and not found:
        row.wrong("tema", _("Temaet er ikke på lista."))
    return found


def _look_over(row: Row) -> None:
    """Never repeat what identifies somebody: the message is shown and kept."""
    text = row.of("tekst")
    if not text:
        row.wrong("tekst", _("Fyll ut dette."))
    if len(text) > LONGEST_TEXT:
        row.wrong("tekst", _("Teksten er lengre enn %(most)s tegn.") % {"most": LONGEST_TEXT})
    if any(guard.blocking(cell) for cell in row.cells.values()):
        told = _("Her står noe som sier hvem noen er, som et fødselsnummer. Ta det bort fra fila.")
        row.wrong("tekst", told)
