"""Sending the report to kommunestyret, and what becomes of it there: what is sent stands."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from styrk.access.queries import standing_of
from styrk.access.roles import BOARD_CHAIR
from styrk.core import clock, guard, states
from styrk.duties.commands import require, require_of, settle
from styrk.organisation.models import Appointment, Person, Unit
from styrk.organisation.rules import LEADER, in_force
from styrk.trail.commands import command, record
from styrk.ui.words import spoken_day
from styrk.yearly import freezing, rules
from styrk.yearly.models import Addendum, FollowUp, Treatment, YearlyReport
from styrk.yearly.record import TELLER, step
from styrk.yearly.refusals import NoAuthority, NobodyFollows, NotYet, PartMissing, Passed, need
from styrk.yearly.states import MOVES, NEEDED, Decision
from styrk.yearly.types import FOLLOW, NOTED_WITHIN, SENT_BY, TREAT, WRITE, Treated


@command
def send_yearly(*, report: YearlyReport, meeting_on: date, by: Person, now: datetime) -> None:
    """Send it to kommunestyret's meeting: it is frozen with a hash, and stands as it is.

    Raises NoAuthority, PartMissing, or Passed for a meeting that has been.
    """
    state = states.move(MOVES, report.state, "send")
    today = clock.day(now)
    if not rules.leads(standing_of(by, today), report.unit_id):
        raise NoAuthority
    if meeting_on < today:
        raise Passed
    if not set(NEEDED) <= {one.part for one in report.words.all()}:
        raise PartMissing
    report.content = freezing.content(report)
    report.digest = freezing.digest(report.content, report.follows)
    report.state, report.meeting_on = state, meeting_on
    report.sent_at, report.sent_by = now, by
    report.save()
    settle(kind=WRITE, subject_uuid=report.unit.uuid, by=by, now=now)
    require(
        kind=TREAT,
        subject_id=report.pk,
        subject_uuid=report.uuid,
        unit=report.unit,
        role=LEADER,
        due=meeting_on + NOTED_WITHIN,
        now=now,
    )
    text = f"Sendte rapporten for {report.year} til kommunestyret"
    step(report, "send", by, now, text=text, digest=report.digest, day=meeting_on.isoformat())
    for person in _council(report.unit, today):
        _tell(person, report, meeting_on, by, now)


def _council(unit: Unit, on: date) -> list[Person]:
    """Those who hold kommunestyret's post here: the ordfører."""
    held = Appointment.objects.filter(in_force(on), unit=unit, role=BOARD_CHAIR.code)
    return [one.person for one in held.select_related("person").order_by("pk")]


def _tell(person: Person, report: YearlyReport, on: date, by: Person, now: datetime) -> None:
    said = {"year": report.year, "day": spoken_day(on)}
    TELLER.tell(
        person,
        report,
        "send",
        lambda: _("Rapport om internkontroll og tilsyn %(year)s") % said,
        lambda: _("Kommunedirektøren har sendt rapporten til møtet %(day)s.") % said,
        by=by,
        now=now,
    )


@command
def note_treatment(*, report: YearlyReport, treated: Treated, by: Person, now: datetime) -> None:
    """Note what kommunestyret did with it, in their words; what they ask for is followed by somebody.

    Raises ReasonMissing, NotYet for a meeting that has not been or is before the one it was sent to, and
    NobodyFollows.
    """
    guard.refuse_identity(treated.words, treated.case)
    need(treated.words, treated.case)
    state = states.move(MOVES, report.state, "treat")
    if report.meeting_on is None or not report.meeting_on <= treated.held_on <= clock.day(now):
        raise NotYet
    _followed(treated, now)
    treatment = Treatment.objects.create(
        report=report,
        held_on=treated.held_on,
        case=treated.case,
        decision=treated.decision,
        words=treated.words,
        at=now,
        by=by,
    )
    YearlyReport.objects.filter(pk=report.pk).update(state=state)
    report.state = state
    settle(kind=TREAT, subject_uuid=report.uuid, by=by, now=now)
    if treated.owner and treated.due:
        follow_up = FollowUp.objects.create(
            treatment=treatment, owner=treated.owner, due=treated.due
        )
        _lay(follow_up, report, now)
    did = str(Decision(treated.decision).label).lower()
    text = f"Noterte at kommunestyret {did}"
    step(report, "treat", by, now, text=text, decision=treated.decision, case=treated.case)


def _followed(treated: Treated, now: datetime) -> None:
    if treated.decision == Decision.ASKED and treated.owner is None:
        raise NobodyFollows
    if (treated.owner is None) != (treated.due is None):
        raise NobodyFollows
    if treated.due and treated.due < clock.day(now):
        raise NobodyFollows


def _lay(follow_up: FollowUp, report: YearlyReport, now: datetime) -> None:
    """On whoever follows it, as what a board decides."""
    owner, due = follow_up.owner, follow_up.due
    require_of(owner=owner, unit=report.unit, kind=FOLLOW, subject=follow_up, due=due, now=now)


@command
def tell_council(*, report: YearlyReport, told: str, by: Person, now: datetime) -> None:
    """Tell kommunestyret what became of what it asked for. Raises ReasonMissing."""
    guard.refuse_identity(told)
    need(told)
    states.move(MOVES, report.state, "tell")
    waiting = FollowUp.objects.select_for_update(no_key=True, of=("self",)).get(
        treatment__report=report
    )
    if waiting.told_at is not None:
        raise states.NotNow("told", "tell")
    waiting.told, waiting.told_at, waiting.told_by = told, now, by
    waiting.save(update_fields=["told", "told_at", "told_by"])
    settle(kind=FOLLOW, subject_uuid=waiting.uuid, by=by, now=now)
    text = "Meldte tilbake til kommunestyret om vedtaket"
    step(report, "tell", by, now, text=text, note=told)


@command
def add_addendum(*, report: YearlyReport, text: str, by: Person, now: datetime) -> Addendum:
    """Add to a report that is sent, which itself stands. Raises ReasonMissing."""
    guard.refuse_identity(text)
    need(text)
    states.move(MOVES, report.state, "add")
    added = Addendum.objects.create(report=report, text=text, at=now, by=by)
    step(report, "add", by, now, text="La et tillegg til rapporten", note=text)
    return added


@command
def ask_for_yearly(*, unit: Unit, year: int, by: Person | None, now: datetime) -> None:
    """Lay it on the kommunedirektør to report of a year that is over."""
    require(
        kind=WRITE,
        subject_id=unit.pk,
        subject_uuid=unit.uuid,
        unit=unit,
        role=LEADER,
        due=SENT_BY.after(year),
        now=now,
    )
    record(
        by=by,
        now=now,
        act="yearly.ask",
        subject="unit",
        subject_id=unit.pk,
        trust_id=unit.legal_id,
        text=f"Ba om rapporten til kommunestyret for {year}",
    )
