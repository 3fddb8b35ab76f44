"""Who an incident goes to: the leader of the unit, or the nearest one above who can handle it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from styrk.access.commands import end_all_grants, end_grants, grant_to_post
from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import BOARD_CHAIR, LEADER, WHISTLEBLOWING
from styrk.actions.closing import close, keep_from
from styrk.actions.commands import hand_over_action
from styrk.actions.models import Action
from styrk.actions.states import State as ActionState
from styrk.actions.types import Closing
from styrk.core import clock, scope
from styrk.duties.commands import require
from styrk.incidents.models import Incident, Recusal
from styrk.incidents.queries import actions_of, posts_of, recused_from
from styrk.incidents.states import SERIOUS, Aside
from styrk.incidents.types import (
    CASE_PART,
    DAYS_TO_EXAMINE,
    DAYS_TO_TAKE,
    DAYS_TO_TAKE_SERIOUS,
    EXAMINE,
    OWN,
    READING_PART,
    TAKE,
    THERE,
)
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import holder_of, home_units, nearest_leader_above, who_led


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

    @property
    def is_chair(self) -> bool:
        """Whether it went past the top leader of the trust."""
        return self.role == BOARD_CHAIR.code


def responsible_for(unit: Unit, on: date, *, recused: Collection[Person] = ()) -> Responsible:
    """Who takes a report from the unit, but for the recused."""
    post, holders = _led(unit, on)
    # A leader's inhabilitet is the deputies' too (forvaltningsloven § 6 third paragraph).
    if recused and set(recused).intersection(who_led(post, on).leaders):
        return past(unit, list(recused), on)
    return Responsible(unit, LEADER.code, post, [p for p in holders if p not in recused])


def leaders_meant(
    by: Person, place: Unit, on: date, *, own: bool, there: bool
) -> Mapping[Unit, str]:
    """The posts that a report is about, and whose leader's each is: one's own, or that of the place.

    One's own is the leader of the place, where one belongs there, else of the home unit. Where both
    are the same, it is one's own.
    """
    mine = {_own_post(by, place, on): OWN} if own else {}
    return mine | ({post_of(place, on): THERE} if there else {}) | mine


def past_leaders(by: Person, meant: Iterable[Unit], on: date) -> Responsible:
    """Who takes a report that a person makes about those who lead these.

    To a leader it is the nearest one above. Neither leaders nor deputies ever see it. Where the ways
    past two leaders part, it goes the way that leads highest: no leader examines another of the same
    line.
    """
    asked = [_about(post, by, on) for post in meant]
    recused = list(dict.fromkeys(person for _post, people in asked for person in people))
    return max((past(post, recused, on) for post, _people in asked), key=_height)


def _own_post(by: Person, place: Unit, on: date) -> Unit:
    homes = home_units(by, on)
    return post_of(place if place in homes or not homes else homes[0], on)


def _about(post: Unit, by: Person, on: date) -> tuple[Unit, list[Person]]:
    """The post it is about and who holds it; to the one who leads it, that is the nearest above."""
    if by in who_led(post, on).leaders:
        above = _leader_above(post, on, without={by.pk})
        if above is None:
            return post, []
        post = above
    return post, [person for person in holder_of(post, LEADER.code, on) if person != by]


def _height(responsible: Responsible) -> tuple[bool, int]:
    return responsible.is_chair, -responsible.unit.path.count(".")


def past(unit: Unit, recused: list[Person], on: date) -> Responsible:
    """The nearest leader above who is not among the recused; above the trust's top, the board's
    chair: a trust answers to its own board, not to the leader of its owner."""
    without = {person.pk for person in recused}
    if post := _leader_above(unit, on, without=without):
        holders = [p for p in holder_of(post, LEADER.code, on) if p.pk not in without]
        return Responsible(post, LEADER.code, post, holders, recused)
    top = unit.trust or unit
    chairs = [p for p in holder_of(top, BOARD_CHAIR.code, on) if p.pk not in without]
    return Responsible(top, BOARD_CHAIR.code, top, chairs, recused)


def post_of(unit: Unit, on: date) -> Unit:
    """Where the unit's leader is: there, or, where nobody leads it, the nearest above."""
    return _led(unit, on)[0]


def _led(unit: Unit, on: date) -> tuple[Unit, list[Person]]:
    """That, and who holds the post."""
    if holders := holder_of(unit, LEADER.code, on):
        return unit, holders
    above = _leader_above(unit, on)
    return (above, holder_of(above, LEADER.code, on)) if above else (unit, [])


def holders_of(incident: Incident, on: date) -> list[Person]:
    """Who holds the post that the case lies at."""
    unit = incident.responsible_unit
    if incident.aside_as == Aside.WHISTLEBLOWING:
        return holder_of(incident.trust, WHISTLEBLOWING.code, on)
    if incident.past_line and unit.pk == incident.trust_id:
        return holder_of(unit, BOARD_CHAIR.code, on)
    return _led(unit, on)[1]


def who_has(incident: Incident, on: date) -> tuple[Unit, str, Person | None]:
    """Where what is asked in the case waits: unit, role, and, where it is no post's, the handler."""
    unit, handler = incident.responsible_unit, incident.handler
    if handler and not _role_of(handler, unit, on):
        return unit, "", handler
    if incident.past_line and unit.pk == incident.trust_id:
        return unit, BOARD_CHAIR.code, None
    return post_of(unit, on), LEADER.code, None


def may_handle_at(incident: Incident, standing: Standing) -> bool:
    """Whether somebody with this standing still handles what lies there."""
    if incident.past_line:
        return incident.responsible_unit_id in (
            standing.scope.chairs.ids | standing.scope.posts.ids
        )
    return standing.allows(Permission.HANDLE_INCIDENTS, incident.responsible_unit_id)


def _leader_above(unit: Unit, on: date, *, without: Collection[int] = ()) -> Unit | None:
    """The nearest unit above with another leader, in the same trust."""
    above = nearest_leader_above(unit, on, without=without)
    return above[0] if above and above[0].legal_id == unit.legal_id else None


def recuse(incident: Incident, people: Collection[Person], reason: str, now: datetime) -> None:
    """Take the incident, and what it led to, out of these people's sight for good.

    Conflicts are ignored only so that the row is not asked for back: nobody but the system reads it.
    """
    if not people:
        return
    Recusal.objects.bulk_create(
        [
            Recusal(
                incident=incident, person=person, trust_id=incident.trust_id, reason=reason, at=now
            )
            for person in people
        ],
        ignore_conflicts=True,
    )
    keep_from(actions_of(incident), people, now)


def pass_on_actions(
    incident: Incident, people: Collection[Person], to: Person, by: Person, now: datetime
) -> None:
    """What these people own of what it led to goes to another. As the system: not all is in sight."""
    owned = Action.objects.filter(pk__in=actions_of(incident), owner__in=people)
    with scope.acting(scope.SYSTEM):
        for action in owned.filter(state__in=[ActionState.PLANNED, ActionState.DONE]):
            hand_over_action(action=action, to=to, reason="Eieren er inhabil", by=by, now=now)


def closing_for(incident: Incident, on: date) -> Closing:
    """How closed an action of the case is. Past the line, nobody who acts for the leader owns one."""
    recused = recused_from(incident)
    if not incident.past_line:
        return Closing(without=tuple(recused))
    top = holder_of(incident.trust, LEADER.code, on)
    return Closing(tuple(posts_of(incident)), tuple({*recused, *top}))


def share_with(incident: Incident, responsible: Responsible, by: Person, now: datetime) -> None:
    """No line sees a case past the top leader, so it is opened to the post that takes it.

    The post it is taken from loses it, but for the chair, who answers to the board for it.
    """
    if not incident.past_line:
        return
    role = responsible.role if responsible.is_chair else ""
    end_grants(kind="incident", record_id=incident.pk, part=CASE_PART, until=now)
    end_all_grants(kind="incident", record_id=incident.pk, part=READING_PART, until=now)
    grant_to_post(
        kind="incident",
        record_id=incident.pk,
        part=CASE_PART,
        unit=responsible.post,
        role=role,
        by=by,
        now=now,
        reason="Gjelder øverste leder",
    )
    close(actions_of(incident), [(responsible.post, role)], by, now)


def lay_duty(incident: Incident, responsible: Responsible, now: datetime) -> None:
    """Somebody must take the report in hand, sooner where it is serious.

    Counted from the report, however often it is handed on, as the map counts (§ 9 a); whoever gets it
    when that day has come has until the next one.
    """
    days = DAYS_TO_TAKE_SERIOUS if incident.harm_actual in SERIOUS else DAYS_TO_TAKE
    due = max(clock.after(incident.reported_at, days=days), clock.after(now, days=1))
    require(
        kind=TAKE,
        subject_id=incident.pk,
        subject_uuid=incident.uuid,
        unit=responsible.post,
        role=responsible.role,
        due=due,
        now=now,
    )


def lay_examination(incident: Incident, by: Person, now: datetime) -> None:
    """On the post where the taker holds it, so that a deputy sees it too; else on the taker."""
    role = _role_of(by, incident.responsible_unit, clock.day(now))
    require(
        kind=EXAMINE,
        subject_id=incident.pk,
        subject_uuid=incident.uuid,
        unit=incident.responsible_unit,
        role=role,
        person=None if role else by,
        due=clock.after(now, days=DAYS_TO_EXAMINE),
        now=now,
    )


def _role_of(person: Person, unit: Unit, on: date) -> str:
    """As what the person handles what lies at the unit; empty where it is not by a post there."""
    roles = (LEADER.code, BOARD_CHAIR.code)
    return next((role for role in roles if person in holder_of(unit, role, on)), "")
