"""Planning an audit, or entering a supervision; changing what it is; announcing and dropping it."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Model
from django.utils.translation import gettext as _

from styrk.access.queries import standing_of
from styrk.core import clock, guard, states
from styrk.inspections import rules
from styrk.inspections.models import Audit, AuditCriterion, AuditMember, AuditUnit
from styrk.inspections.record import step, tell_leaders, tell_of_audit
from styrk.inspections.refusals import (
    LeadsAudited,
    NoAuthority,
    NoUnits,
    OnTeam,
    PeriodBackwards,
    need,
)
from styrk.inspections.states import MOVES, AuditKind
from styrk.inspections.types import Mandate
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command

SAID = (
    "kind",
    "title",
    "about",
    "leader",
    "starts_on",
    "ends_on",
    "authority",
    "criteria_words",
    "exempt",
)
WORDS = ("title", "about", "criteria_words", "exempt")


@command
def plan_audit(*, mandate: Mandate, by: Person, now: datetime) -> Audit:
    """Plan an audit, or enter that an authority or others will look.

    Raises WordsMissing, NoUnits, PeriodBackwards, NoAuthority, LeadsAudited, and IdentityFound where a
    text identifies a person.
    """
    _look_over(mandate, now)
    audit = Audit.objects.create(
        unit=mandate.unit,
        trust_id=mandate.unit.legal_id,
        set_at=now,
        set_by=by,
        **{name: getattr(mandate, name) for name in SAID},
    )
    _cover(audit, mandate, by, now)
    step(audit, "plan", by, now, text=f"Planla «{audit.title}»")
    _tell_team(audit, mandate, by, now)
    return audit


@command
def change_audit(*, audit: Audit, mandate: Mandate, by: Person, now: datetime) -> None:
    """Say otherwise what is looked at, where, when and by whom. Raises as `plan_audit`."""
    _look_over(mandate, now)
    states.move(MOVES, audit.state, "change")
    for name in SAID:
        setattr(audit, name, getattr(mandate, name))
    _cover(audit, mandate, by, now)
    audit.save(update_fields=list(SAID))
    step(audit, "change", by, now, text=f"Endret «{audit.title}»")
    _tell_team(audit, mandate, by, now)


@command
def announce_audit(*, audit: Audit, by: Person, now: datetime) -> None:
    """Tell the units that somebody comes to look. Those who lead them hear of it."""
    audit.state = states.move(MOVES, audit.state, "announce")
    audit.save(update_fields=["state"])
    step(audit, "announce", by, now, text=f"Varslet «{audit.title}»")
    tell_leaders(
        audit,
        [one.unit_id for one in audit.places.filter(removed_at__isnull=True)],
        "announce",
        by,
        now,
    )


@command
def drop_audit(*, audit: Audit, reason: str, by: Person, now: datetime) -> None:
    """Nothing comes of it, with a reason that is kept."""
    guard.refuse_identity(reason)
    need(reason)
    audit.state = states.move(MOVES, audit.state, "drop")
    audit.reason = reason
    audit.save(update_fields=["state", "reason"])
    step(audit, "drop", by, now, text=f"Gikk ikke videre med «{audit.title}»", note=reason)


@command
def join_team(*, audit: Audit, person: Person, by: Person, now: datetime) -> None:
    """Take somebody onto the team, who sees and does what the team does until the audit is ended.

    Raises OnTeam, or LeadsAudited where an independent audit looks at what they lead.
    """
    states.move(MOVES, audit.state, "join")
    held = AuditMember.objects.filter(audit=audit, person=person, removed_at__isnull=True)
    if person.pk == audit.leader_id or held.exists():
        raise OnTeam
    places = audit.places.filter(removed_at__isnull=True).select_related("unit")
    _independent(person, audit.kind, [one.unit for one in places], now)
    AuditMember.objects.create(audit=audit, person=person)
    text = f"Tok {person.name} med på laget"
    step(audit, "join", by, now, text=text, name=person.name)
    _tell_member(person, audit, by, now)


@command
def leave_team(*, audit: Audit, person: Person, by: Person, now: datetime) -> None:
    """Take somebody off the team: they see no more of it than others in their place."""
    states.move(MOVES, audit.state, "leave")
    held = AuditMember.objects.filter(audit=audit, person=person, removed_at__isnull=True)
    if not held.update(removed_at=now, removed_by=by):
        raise states.NotNow("out", "leave")
    step(audit, "leave", by, now, text=f"Tok {person.name} av laget", name=person.name)


def _look_over(mandate: Mandate, now: datetime) -> None:
    guard.refuse_identity(*(getattr(mandate, name) for name in WORDS))
    need(mandate.title)
    need(mandate.about)
    if not mandate.units:
        raise NoUnits
    if mandate.ends_on < mandate.starts_on:
        raise PeriodBackwards
    if (mandate.kind == AuditKind.SUPERVISION) != (mandate.authority is not None):
        raise NoAuthority
    for person in dict.fromkeys((mandate.leader, *mandate.team)):
        _independent(person, mandate.kind, mandate.units, now)


def _independent(person: Person, kind: str, units: Iterable[Unit], now: datetime) -> None:
    if rules.is_partial(standing_of(person, clock.day(now)), kind, units):
        raise LeadsAudited


def _cover(audit: Audit, mandate: Mandate, by: Person, now: datetime) -> None:
    _hold(AuditMember, "person", mandate.team, audit, by, now)
    _hold(AuditUnit, "unit", mandate.units, audit, by, now)
    _hold(AuditCriterion, "requirement", mandate.criteria, audit, by, now)


def _hold[L: (AuditUnit, AuditMember, AuditCriterion)](
    links: type[L], what: str, wanted: Iterable[Model], audit: Audit, by: Person, now: datetime
) -> None:
    """What it covers is what is said of it, and nothing else."""
    asked = {one.pk: one for one in wanted}
    held = links.objects.filter(audit=audit, removed_at__isnull=True)
    held.exclude(**{f"{what}__one_of": asked}).update(removed_at=now, removed_by=by)
    having = set(held.values_list(f"{what}_id", flat=True))
    links.objects.bulk_create(
        [links(audit=audit, **{what: one}) for pk, one in asked.items() if pk not in having]
    )


def _tell_team(audit: Audit, mandate: Mandate, by: Person, now: datetime) -> None:
    for person in dict.fromkeys((mandate.leader, *mandate.team)):
        _tell_member(person, audit, by, now)


def _tell_member(person: Person, audit: Audit, by: Person, now: datetime) -> None:
    tell_of_audit(
        person,
        audit,
        "team",
        lambda: _("Du er med i laget: %(title)s") % {"title": audit.title},
        lambda: _("%(name)s har satt deg på laget.") % {"name": by.name},
        by=by,
        now=now,
    )
