"""A samleavvik is raised to the next leader in the line, who says yes, no, or raises it further."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from styrk.core import clock, guard, scope, states
from styrk.duties.commands import require
from styrk.incidents.commands import answer_in_group
from styrk.messages.commands import Teller
from styrk.organisation.models import Person
from styrk.organisation.queries import holder_of
from styrk.organisation.rules import LEADER
from styrk.patterns import queries
from styrk.patterns.following import settle_raised
from styrk.patterns.models import IncidentGroup, Raising
from styrk.patterns.record import step
from styrk.patterns.refusals import DueBefore, NobodyAbove, NothingToCount, RaisedAlready
from styrk.patterns.states import MOVES, RaisedState
from styrk.patterns.types import ANSWER, WrittenCase
from styrk.trail.commands import command

tell = Teller("raising", "patterns:raised").tell


@command
def raise_group(
    *, group: IncidentGroup, case: WrittenCase, due: date, by: Person, now: datetime
) -> Raising:
    """Raise it to the next leader in the line, with a written case and the count as it is now.

    Raises NothingToCount, NobodyAbove, RaisedAlready or DueBefore.
    """
    guard.refuse_identity(case.happens, case.costs, case.asks)
    states.move(MOVES, group.state, "raise")
    if queries.waiting(group):
        raise RaisedAlready
    return _raise(group, case, None, due, by, now)


@command
def raise_further(*, raised: Raising, answer: str, due: date, by: Person, now: datetime) -> Raising:
    """It is not for this leader to settle: the same case goes on, counted anew, with what was said here.

    Raises NothingToCount, NobodyAbove or DueBefore.
    """
    guard.refuse_identity(answer)
    _answer(raised, "further", answer, by, now, "Løftet et samleavvik videre")
    case = WrittenCase(raised.happens, raised.costs, raised.asks)
    return _raise(raised.group, case, raised, due, by, now)


@command
def agree_to_raised(*, raised: Raising, answer: str, by: Person, now: datetime) -> None:
    """Yes, in words that go to all who reported."""
    guard.refuse_identity(answer)
    _answer(raised, "agree", answer, by, now, "Sa ja til et samleavvik som var løftet")
    _tell_reporters(raised.group, answer, by, now)


@command
def decline_raised(*, raised: Raising, answer: str, by: Person, now: datetime) -> None:
    """No, with a reason that goes to all who reported. The group counts on, and may be raised again."""
    guard.refuse_identity(answer)
    _answer(raised, "decline", answer, by, now, "Sa nei til et samleavvik som var løftet")
    _tell_reporters(raised.group, answer, by, now)


@command
def withdraw_raised(*, raised: Raising, why: str, by: Person, now: datetime) -> None:
    """Those who raised it take it back before it is answered."""
    guard.refuse_identity(why)
    settle_raised(raised, "withdraw", why, by, now, "Trakk et samleavvik som var løftet")


def _raise(
    group: IncidentGroup,
    case: WrittenCase,
    after: Raising | None,
    due: date,
    by: Person,
    now: datetime,
) -> Raising:
    today = clock.day(now)
    if due < today:
        raise DueBefore
    start = after.to_unit if after else group.unit
    above = queries.next_leader(start, by, today)
    if above is None:
        raise NobodyAbove
    counted = queries.counted(group, today)
    if not counted.total:
        raise NothingToCount
    raised = Raising.objects.create(
        group=group,
        after=after,
        from_unit=start,
        to_unit=above[0],
        happens=case.happens,
        costs=case.costs,
        asks=case.asks,
        number=counted.total,
        counted=counted.kept(),
        due=due,
        raised_at=now,
        raised_by=by,
    )
    if after is None:
        text = f"Løftet et samleavvik til {raised.to_unit.name}"
        step(group, "raise", by, now, text, raised.to_unit.name)
    _ask(raised, by, now)
    return raised


def _ask(raised: Raising, by: Person, now: datetime) -> None:
    """The leader there answers, and hears of it at once."""
    require(
        kind=ANSWER,
        subject_id=raised.pk,
        subject_uuid=raised.uuid,
        unit=raised.to_unit,
        role=LEADER,
        due=raised.due,
        now=now,
    )
    facts = {"title": str(raised), "unit": raised.from_unit.name}
    for person in holder_of(raised.to_unit, LEADER, clock.day(now)):
        tell(
            person,
            raised,
            "asked",
            lambda: _("Et samleavvik er løftet til deg: %(title)s") % facts,
            lambda: _("Fra %(unit)s. Si ja, si nei med en grunn, eller løft det videre.") % facts,
            by=by,
            now=now,
        )


def _answer(raised: Raising, act: str, answer: str, by: Person, now: datetime, text: str) -> None:
    """With a word to those who raised it."""
    settle_raised(raised, act, answer, by, now, text)
    said = RaisedState(raised.state).label
    facts = {"title": str(raised), "unit": raised.to_unit.name}
    for person in _heard(raised):
        tell(
            person,
            raised,
            "answered",
            lambda: _("Svar fra %(unit)s om samleavviket: %(title)s") % facts,
            lambda: f"{said}. {answer}",
            by=by,
            now=now,
        )


def _heard(raised: Raising) -> list[Person]:
    """Those who raised it, from the one who did so last down to the first."""
    found = [raised.raised_by]
    while raised.after:
        raised = raised.after
        found.append(raised.raised_by)
    return list(dict.fromkeys(found))


def _tell_reporters(group: IncidentGroup, said: str, by: Person, now: datetime) -> None:
    """All who reported what belongs to it, also what lies where the one who answers does not see it."""
    with scope.acting(scope.SYSTEM):
        found = queries.live(group).select_related("incident").order_by("incident_id")
        for one in found:
            answer_in_group(incident=one.incident, said=said, by=by, now=now)
