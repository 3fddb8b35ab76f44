"""Describing a risk, changing what is said of it, looking at it again, and ending it."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from styrk.access.commands import LOOK_BACK, grant_to_person
from styrk.core import clock, guard, states
from styrk.goals.models import Goal
from styrk.organisation.models import Person
from styrk.requirements.models import Placement
from styrk.risks.consistency import settle_mended
from styrk.risks.following import void_acceptance, withdraw_proposals
from styrk.risks.models import Risk, RiskGoal, RiskPlacement
from styrk.risks.record import ask_for_rating, drop_duties, lay_duty, lay_review, step, tell
from styrk.risks.refusals import need, need_day
from styrk.risks.sight import shut
from styrk.risks.states import MOVES
from styrk.risks.types import RATE, Description
from styrk.risks.upward import carry, close_below
from styrk.trail.changes import changed, fields
from styrk.trail.commands import command

# Told otherwise in any of these, it is not the risk that was accepted.
SUBSTANCE = ("title", "description", "causes", "consequences", "measures")
PLAIN = (*SUBSTANCE, "interaction", "counterpart", "review_on")


@command
def describe_risk(*, description: Description, by: Person, now: datetime) -> Risk:
    """Put a risk in the register; its owner is asked to rate it.

    Raises ReasonMissing without a title, DayPassed and TooFar for the day it is looked at again.
    """
    _look_over(description, now)
    risk = Risk(
        trust_id=description.unit.legal_id,
        unit=description.unit,
        owner=description.owner,
        reviewed_on=clock.day(now),
        described_at=now,
        described_by=by,
        linked=bool(description.placements),
        themes=list(description.themes),
        **{name: getattr(description, name) for name in PLAIN},
    )
    risk.save(force_insert=True)
    _point_at(risk, description, by, now)
    ask_for_rating(risk, now)
    lay_review(risk, now)
    step(risk, "describe", by, now, text=f"Beskrev risikoen «{risk.title}»")
    _tell_owner(risk, by, now)
    return risk


@command
def change_risk(*, risk: Risk, description: Description, by: Person, now: datetime) -> None:
    """Say otherwise what the risk is, whose, and when one looks again. Stays at its unit.

    Where it is another risk than it was, an acceptance of it is void.
    """
    _look_over(description, now)
    states.move(MOVES, risk.state, "change")
    other = any(getattr(risk, name) != getattr(description, name) for name in SUBSTANCE)
    stood, before = _said(risk), risk.owner
    if before != description.owner:
        _let_look_back(risk, before, by, now)
    for name in PLAIN:
        setattr(risk, name, getattr(description, name))
    risk.owner, risk.linked = description.owner, bool(description.placements)
    risk.themes = list(description.themes)
    risk.save(update_fields=[*PLAIN, "owner", "linked", "themes"])
    _point_at(risk, description, by, now)
    told = changed(stood, _said(risk))
    step(risk, "change", by, now, text=f"Endret risikoen «{risk.title}»", **told)
    if other:
        void_acceptance(risk, by, now)
    _renew_duties(risk, now)
    settle_mended(risk, by, now)
    if before != risk.owner:
        _tell_owner(risk, by, now)


@command
def review_risk(*, risk: Risk, next_on: date, note: str, by: Person, now: datetime) -> None:
    """Say that it was looked at and still holds, and when one looks again."""
    guard.refuse_identity(note)
    need(note)
    states.move(MOVES, risk.state, "review")
    need_day(next_on, now)
    risk.review_on, risk.reviewed_on = next_on, clock.day(now)
    risk.save(update_fields=["review_on", "reviewed_on"])
    lay_review(risk, now)
    text = f"Gikk gjennom risikoen, og ser på den igjen {next_on:%d.%m.%Y}"
    step(risk, "review", by, now, text=text, note=note, next_on=next_on.isoformat())
    settle_mended(risk, by, now)


@command
def end_risk(*, risk: Risk, reason: str, by: Person, now: datetime) -> None:
    """It is no risk any more, with a reason that is kept. What it was proposed to, is told."""
    guard.refuse_identity(reason)
    need(reason)
    risk.state = states.move(MOVES, risk.state, "end")
    risk.acceptance = risk.accepted_until = None
    risk.ended_reason = reason
    risk.save(update_fields=["state", "acceptance", "accepted_until", "ended_reason"])
    drop_duties(risk, by, now)
    withdraw_proposals(risk, reason, by, now)
    step(risk, "end", by, now, text=f"Avsluttet risikoen «{risk.title}»", note=reason)
    carry(risk, by, now)
    close_below(risk, reason, by, now)
    settle_mended(risk, by, now)
    shut(risk, now)


def _said(risk: Risk) -> dict[str, Any]:
    """What is said of the risk. What it threatens is kept where it is linked."""
    return fields(risk, (*PLAIN, "themes")) | {"owner": risk.owner.name}


def _look_over(description: Description, now: datetime) -> None:
    guard.refuse_identity(
        *(getattr(description, name) for name in SUBSTANCE),
        description.counterpart,
        *description.themes,
    )
    need(description.title)
    need_day(description.review_on, now)


def _point_at(risk: Risk, description: Description, by: Person, now: datetime) -> None:
    """What it threatens is what it is described with, and nothing else."""
    _link(RiskPlacement, "placement", description.placements, risk, by, now)
    _link(RiskGoal, "goal", description.goals, risk, by, now)


def _link[L: (RiskPlacement, RiskGoal)](
    links: type[L],
    what: str,
    threatened: Collection[Placement] | Collection[Goal],
    risk: Risk,
    by: Person,
    now: datetime,
) -> None:
    wanted = {one.pk: one for one in threatened}
    linked = links.objects.filter(risk=risk, removed_at__isnull=True)
    linked.exclude(**{f"{what}__one_of": wanted}).update(removed_at=now, removed_by=by)
    having = set(linked.values_list(f"{what}_id", flat=True))
    links.objects.bulk_create(
        [
            links(risk=risk, linked_at=now, linked_by=by, **{what: one})
            for pk, one in wanted.items()
            if pk not in having
        ]
    )


def _renew_duties(risk: Risk, now: datetime) -> None:
    lay_review(risk, now)
    if risk.current is None:
        lay_duty(risk, RATE, clock.after(now, days=0), now)


def _let_look_back(risk: Risk, before: Person, by: Person, now: datetime) -> None:
    """First, so that the risk stays in sight of an owner from elsewhere who gives it away."""
    grant_to_person(
        kind="risk",
        record_id=risk.pk,
        part="risk",
        person=before,
        by=by,
        now=now,
        until=now + LOOK_BACK,
        reason="Eide risikoen",
    )


def _tell_owner(risk: Risk, by: Person, now: datetime) -> None:
    tell(
        risk.owner,
        risk,
        f"owner:{now.isoformat()}",
        lambda: _("Du eier en risiko: %(title)s") % {"title": risk.title},
        lambda: (
            _("%(name)s har satt deg som eier. Vurder den, og se på den igjen i tide.")
            % {"name": by.name}
        ),
        by=by,
        now=now,
    )
