"""Reading in the results of a survey of patients' experience: a score for each unit and area.

The results are published as tables in several forms, so the file is our own and plain. Either all rows
are taken in, or none. A row read in again is the same; with other numbers it is corrected.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from styrk.core import clock, guard
from styrk.core.files import SourceFile
from styrk.core.whole import all_or_nothing
from styrk.feedback import themes
from styrk.feedback.commands import record_survey
from styrk.feedback.imports.voices import Row, day_of, unit_of
from styrk.feedback.queries import surveyed
from styrk.feedback.types import FEWEST_ANSWERS, Round, Score
from styrk.organisation.imports.rows import RowError
from styrk.organisation.imports.tables import Unreadable, table
from styrk.organisation.models import Person, Unit

MOST_ROWS = 2000
MOST_ANSWERS = 1_000_000
LONGEST = 80
NEEDED = ("enhet", "undersøkelse", "fra", "til", "område", "skår", "svar")
EXAMPLE = (
    "enhet;undersøkelse;fra;til;område;skår;svar;tema\n"
    "POST-1;PasOpp;2026-01-01;2026-06-30;Informasjon;72,4;86;information\n"
    "POST-1;PasOpp;2026-01-01;2026-06-30;Pleiepersonalet;81,0;88;meeting\n"
)


@dataclass
class Report:
    """What an import did, or would do, in scores; and what is wrong."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    errors: list[RowError] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        return bool(self.errors)


def import_scores(
    sources: Sequence[SourceFile],
    *,
    by: Person,
    now: datetime,
    within: Callable[[int], bool],
    dry_run: bool,
) -> Report:
    """Take in the rows of the files, for the units (by id) that are `within`. Errors say file, row, column."""
    report, rounds = Report(), dict[Round, dict[str, Score]]()
    units: dict[str, Unit | None] = {}
    rows = 0
    for source in sources:
        rows += _read(source, clock.day(now), units, within, report, rounds)
    if rows > MOST_ROWS:
        text = _("Det er %(number)s rader. Les inn høyst %(most)s om gangen.")
        told = text % {"number": rows, "most": MOST_ROWS}
        report.errors.append(RowError(sources[0].name, 0, "", told))
    if not report.refused:
        _take(rounds, report, by, now, dry_run=dry_run)
    return report


def _take(
    rounds: dict[Round, dict[str, Score]],
    report: Report,
    by: Person,
    now: datetime,
    *,
    dry_run: bool,
) -> None:
    standing = surveyed.standing_scores(rounds)
    with all_or_nothing():
        for one, scores in rounds.items():
            there = standing.get((one.unit.pk, one.survey, one.last_on), {})
            other = [s for s in scores.values() if there.get(s.area) != (s.score, s.answers)]
            report.new += sum(s.area not in there for s in other)
            report.changed += sum(s.area in there for s in other)
            report.unchanged += len(scores) - len(other)
            if other and not dry_run:
                record_survey(of=one, scores=other, by=by, now=now)


def _read(
    source: SourceFile,
    today: date,
    units: dict[str, Unit | None],
    within: Callable[[int], bool],
    report: Report,
    rounds: dict[Round, dict[str, Score]],
) -> int:
    try:
        read = table(source)
    except Unreadable as refused:
        report.errors += refused.errors
        return 0
    lacking = [name for name in NEEDED if name not in read.header]
    if lacking:
        text = _("Kolonnen mangler.")
        report.errors += [RowError(source.name, 1, name, text) for name in lacking]
        return 0
    for number, cells in read.rows:
        row = Row(source.name, number, cells)
        _row(row, today, units, within, rounds)
        report.errors += row.errors
    return len(read.rows)


def _row(
    row: Row,
    today: date,
    units: dict[str, Unit | None],
    within: Callable[[int], bool],
    rounds: dict[Round, dict[str, Score]],
) -> None:
    unit, first, last = (
        unit_of(row, units, within),
        day_of(row, today, "fra"),
        day_of(row, today, "til"),
    )
    survey, area = _named(row, "undersøkelse"), _named(row, "område")
    score, answers, theme = _score(row), _answers(row), _theme(row, area)
    if first and last and last < first:
        row.wrong("til", _("Den siste dagen kan ikke være før den første."))
    if row.errors or not (unit and first and last) or score is None:
        return
    scores = rounds.setdefault(Round(unit, survey, first, last), {})
    if area in scores:
        row.wrong("område", _("Området står flere ganger for samme enhet og undersøkelse."))
    scores[area] = Score(area, theme, score, answers)


def _named(row: Row, column: str) -> str:
    said = " ".join(row.of(column).split())
    if not said or len(said) > LONGEST:
        row.wrong(column, _("Skriv mellom ett og %(most)s tegn.") % {"most": LONGEST})
    if guard.blocking(said):
        row.wrong(column, _("Her står noe som sier hvem noen er. Ta det bort fra fila."))
    return said


def _score(row: Row) -> Decimal | None:
    try:
        score = Decimal(row.of("skår").replace(",", "."))
    except InvalidOperation:
        score = Decimal(-1)
    if score.is_finite() and 0 <= score <= 100:
        return score.quantize(Decimal("0.1"))
    row.wrong("skår", _("Skriv et tall fra 0 til 100, der 100 er best."))
    return None


def _answers(row: Row) -> int:
    said = row.of("svar")
    number = (
        int(said) if said.isascii() and said.isdecimal() and len(said) < len("10000000") else -1
    )
    if not 0 <= number <= MOST_ANSWERS:
        row.wrong("svar", _("Skriv hvor mange som har svart."))
    elif number < FEWEST_ANSWERS.value:
        told = _("Færre enn %(fewest)s har svart. Da kan resultatet ikke leses inn.")
        row.wrong("svar", told % {"fewest": FEWEST_ANSWERS.value})
    return number


def _theme(row: Row, area: str) -> str:
    """As it is said, else where our list has the area's own word."""
    said = row.of("tema")
    found = themes.read(said or area)
    if said and not found:
        row.wrong("tema", _("Temaet er ikke på lista."))
    return found
