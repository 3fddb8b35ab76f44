"""Who an incident goes to: the leader of the unit, or the nearest one above who can handle it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from styrk.access.commands import grant_to_person
from styrk.access.roles import BOARD_CHAIR, LEADER
from styrk.core import clock, scope
from styrk.duties.commands import require
from styrk.incidents.models import Incident, Recusal
from styrk.incidents.states import SERIOUS
from styrk.incidents.types import CASE_PART, DAYS_TO_TAKE, DAYS_TO_TAKE_SERIOUS, TAKE
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import holder_of, nearest_leader_above, who_led


@dataclass(frozen=True)
class Responsible:
    """Where an incident lies, which role takes it there, who holds that role now, and who never may.

    `post` is the unit whose holder is asked: the same as `unit`, or, where that has no leader, the
    nearest one above with a leader.
    """

    unit: Unit
    role: str
    post: Unit
    holders: list[Person]
    recused: list[Person] = field(default_factory=list)


def responsible_for(
    unit: Unit, on: date, *, about_leader: bool = False, recused: Collection[Person] = ()
) -> Responsible:
    """Who takes a report from the unit, but for the recused; where it is about the leader, past
    leader and deputies."""
    post = _post(unit, on)
    holders = holder_of(post, LEADER.code, on)
    if about_leader:
        return past(unit, holders, on)
    # A leader's inhabilitet is the deputies' too (forvaltningsloven § 6 third paragraph).
    if set(recused).intersection(who_led(post, on).leaders):
        return past(unit, list(recused), on)
    return Responsible(unit, LEADER.code, post, [p for p in holders if p not in recused])


def _post(unit: Unit, on: date) -> Unit:
    """Where the unit's leader is: there, or, where nobody leads it, the nearest above."""
    if holder_of(unit, LEADER.code, on):
        return unit
    above = nearest_leader_above(unit, on)
    return above[0] if above else unit


def past(unit: Unit, recused: list[Person], on: date) -> Responsible:
    """The nearest leader above who is not among the recused; above the top, the board's chair."""
    without = {person.pk for person in recused}
    if above := nearest_leader_above(unit, on, without=without):
        post, _leader = above
        holders = [p for p in holder_of(post, LEADER.code, on) if p.pk not in without]
        return Responsible(post, LEADER.code, post, holders, recused)
    top = unit.trust or unit
    chairs = [p for p in holder_of(top, BOARD_CHAIR.code, on) if p.pk not in without]
    return Responsible(top, BOARD_CHAIR.code, top, chairs, recused)


def recused_from(incident: Incident) -> list[Person]:
    """Who never sees the incident. Asked as the system, since nobody else may know."""
    with scope.acting(scope.SYSTEM):
        found = Recusal.objects.filter(incident=incident).select_related("person")
        return [recusal.person for recusal in found]


def recuse(incident: Incident, people: Iterable[Person], reason: str, now: datetime) -> None:
    """Take the incident out of these people's sight for good.

    Conflicts are ignored only so that the row is not asked for back: nobody but the system reads it.
    """
    Recusal.objects.bulk_create(
        [
            Recusal(
                incident=incident, person=person, trust_id=incident.trust_id, reason=reason, at=now
            )
            for person in people
        ],
        ignore_conflicts=True,
    )


def share_with(incident: Incident, responsible: Responsible, by: Person, now: datetime) -> None:
    """The board's chair sees no incidents by that role, so this one is opened to the chair."""
    if responsible.role != BOARD_CHAIR.code:
        return
    for chair in responsible.holders:
        grant_to_person(
            kind="incident",
            record_id=incident.pk,
            part=CASE_PART,
            person=chair,
            by=by,
            now=now,
            reason="Gjelder øverste leder",
        )


def lay_duty(incident: Incident, responsible: Responsible, now: datetime) -> None:
    """Somebody must take the report in hand, sooner where it is serious."""
    days = DAYS_TO_TAKE_SERIOUS if incident.harm_actual in SERIOUS else DAYS_TO_TAKE
    require(
        kind=TAKE,
        subject_id=incident.pk,
        subject_uuid=incident.uuid,
        unit=responsible.post,
        role=responsible.role,
        due=clock.day(now) + timedelta(days=days),
        now=now,
    )
