"""Seeing like reports as one: beginning, adding, taking out, answering all who reported, ending."""

from collections.abc import Collection
from datetime import datetime

from styrk.access.queries import standing_of
from styrk.core import clock, guard, states
from styrk.core.rows import add
from styrk.incidents import rules as of_incidents
from styrk.incidents.commands import answer_in_group, take_incident
from styrk.incidents.models import Incident
from styrk.incidents.states import State as IncidentState
from styrk.organisation.models import Person, Unit
from styrk.patterns import queries, rules
from styrk.patterns.following import settle_looked, withdraw_open
from styrk.patterns.models import GroupMember, IncidentGroup
from styrk.patterns.record import step
from styrk.patterns.refusals import NobodyToTell, OutOfLine
from styrk.patterns.states import MOVES, State
from styrk.patterns.types import Taken
from styrk.trail.commands import already_done, command


@command
def begin_group(
    *,
    incident: Incident,
    unit: Unit,
    title: str,
    common: str,
    by: Person,
    now: datetime,
    others: Collection[Incident] = (),
) -> IncidentGroup:
    """Begin a samleavvik with this report and others, at its unit or at one above. Raises OutOfLine."""
    guard.refuse_identity(title, common)
    group = IncidentGroup.objects.create(
        trust_id=incident.trust_id, unit=unit, title=title, common=common, begun_at=now, begun_by=by
    )
    _add(group, [incident, *(one for one in others if one != incident)], by, now)
    step(group, "begin", by, now, "Begynte et samleavvik")
    settle_looked(unit, by, now)
    return group


@command
def join_group(
    *, group: IncidentGroup, incidents: Collection[Incident], by: Person, now: datetime
) -> None:
    """Add reports to it; what is there already stays as it is. Raises OutOfLine."""
    states.move(MOVES, group.state, "join")
    inside = set(queries.live(group).values_list("incident", flat=True))
    new = [one for one in incidents if one.pk not in inside]
    if not new:
        return already_done()
    _add(group, new, by, now)
    step(group, "join", by, now, "La til meldinger i et samleavvik")
    settle_looked(group.unit, by, now)
    return None


def _add(group: IncidentGroup, incidents: Collection[Incident], by: Person, now: datetime) -> None:
    for one in incidents:
        if one.state == IncidentState.ASIDE or not rules.belongs(group, one):
            raise OutOfLine
    add([GroupMember(group=group, incident=one, joined_at=now, joined_by=by) for one in incidents])


@command
def leave_group(
    *, group: IncidentGroup, member: GroupMember, why: str, by: Person, now: datetime
) -> None:
    """It was not the same after all. The reason stands with the report, which not all may see."""
    guard.refuse_identity(why)
    states.move(MOVES, group.state, "leave")
    member.left_at, member.left_by, member.left_why = now, by, why
    member.save(update_fields=["left_at", "left_by", "left_why"])
    step(group, "leave", by, now, "Tok en melding ut av et samleavvik")


@command
def answer_reporters(*, group: IncidentGroup, said: str, by: Person, now: datetime) -> int:
    """Tell everybody who reported what is done about it, once for all; how many reports.

    Only where this person handles the case: a report that has gone elsewhere is answered there.
    """
    guard.refuse_identity(said)
    states.move(MOVES, group.state, "answer")
    standing = standing_of(by, clock.day(now))
    found = queries.live(group).select_related("incident__responsible_unit").order_by("incident_id")
    mine = [
        one.incident
        for one in found
        if rules.belongs(group, one.incident) and rules.may_handle(standing, one.incident)
    ]
    if not mine:
        raise NobodyToTell
    for incident in mine:
        answer_in_group(incident=incident, said=said, by=by, now=now)
    step(group, "answer", by, now, "Svarte alle som meldte", said)
    return len(mine)


@command
def take_new(*, group: IncidentGroup, by: Person, now: datetime) -> Taken:
    """Take in hand those of its reports that nobody has taken, where this person handles the case.

    Not those that were serious or could have been: those are read one by one.
    """
    states.move(MOVES, group.state, "take")
    standing = standing_of(by, clock.day(now))
    new = queries.new_in(group)
    mine = [one for one in new if of_incidents.may(standing, one, "take")]
    light = [one for one in mine if of_incidents.is_light(one)]
    for incident in light:
        take_incident(incident=incident, by=by, now=now)
    if light:
        step(group, "take", by, now, "Tok imot de nye meldingene i et samleavvik")
    else:
        already_done()
    return Taken(len(light), serious=len(mine) - len(light), elsewhere=len(new) - len(mine))


@command
def end_group(*, group: IncidentGroup, why: str, by: Person, now: datetime) -> None:
    """It is not followed as one any more. The reports go on as cases of their own."""
    guard.refuse_identity(why)
    group.state = State(states.move(MOVES, group.state, "end"))
    group.save(update_fields=["state"])
    withdraw_open(group, why, by, now)
    step(group, "end", by, now, "Avsluttet et samleavvik", why)


@command
def go_on(*, group: IncidentGroup, by: Person, now: datetime) -> None:
    """It happens again, or was ended by mistake: the same group, with all it had."""
    group.state = State(states.move(MOVES, group.state, "go_on"))
    group.save(update_fields=["state"])
    step(group, "go_on", by, now, "Tok opp igjen et samleavvik")
