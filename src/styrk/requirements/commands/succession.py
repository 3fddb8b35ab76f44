"""What became of each requirement in the next edition, as a person decides it."""

from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import Q

from styrk.access.queries import Standing, standing_of
from styrk.core import clock, scope, states
from styrk.duties.commands import require
from styrk.organisation.models import Person
from styrk.organisation.rules import LEADER
from styrk.requirements import queries
from styrk.requirements.commands.ending import stop_asking, withdraw
from styrk.requirements.commands.proposing import settle_review
from styrk.requirements.commands.refusals import NotReviewed, ReviewedBefore
from styrk.requirements.models import (
    Edition,
    Placement,
    PlacementAction,
    Requirement,
    StatusReport,
    Succession,
)
from styrk.requirements.record import ANSWER_DAYS, step
from styrk.requirements.states import MOVES, Fate, State
from styrk.requirements.types import ANSWER
from styrk.trail.commands import already_done, command, record

MOVED_ON = (State.WITHDRAWN, State.CONTINUED)
MOVED = ("requirement", "placed_at", "state", "answer_due", "answered_at", "answered_by")
LEFT = (
    "requirement", "unit", "trust_id", "above", "laid_from_id", "continues_id", "state", "rule", "answer_due",
    "placed_at", "placed_by_id", "meaning", "sign", "owner", "due", "reason", "answered_at",
    "answered_by_id",
)  # fmt: skip
REPORTED = ("period", "course", "text", "at", "by_id")
GOES_ON = tuple(state for state in State if state not in MOVED_ON)


@command
def review_succession(
    *,
    succession: Succession,
    fate: str,
    new: Requirement | None,
    by: Person,
    now: datetime,
) -> None:
    """Say what became of a requirement. Where it is placed, the unit goes on from what it had said.

    Unchanged, the answer stands. Changed, the unit is asked again with its earlier words before it.
    Gone, it is not asked any more. What was said under the old edition is kept there.
    Of a law, each legal person says it for its own units; the first word stands for the text.
    """
    going = _going(succession.old, standing_of(by, clock.day(now)))
    if succession.reviewed_at is not None and not going:
        raise ReviewedBefore
    if (new is None) != (fate == Fate.GONE):
        raise NotReviewed
    if new is not None and new.edition_id != _followed_by(succession):
        raise NotReviewed
    first = succession.reviewed_at is None
    succession.fate, succession.new = fate, new
    if first:
        succession.reviewed_at, succession.reviewed_by = now, by
        succession.save()
    for placement in going:
        _carry_on(placement, succession, by, now)
    settle_review(succession.old.edition, by, now)
    record(
        by=by,
        now=now,
        act="succession.review",
        subject="requirement",
        subject_id=succession.old_id,
        text=f"Avgjorde hva som ble av kravet {succession.old}: {Fate(fate).label.lower()}",
    )


@command
def accept_unchanged(*, edition: Edition, by: Person, now: datetime) -> int:
    """Accept every proposal that says «unchanged», at once. Returns how many there were."""
    standing = standing_of(by, clock.day(now))
    same = Succession.objects.filter(old__edition=edition.follows_id, fate=Fate.SAME)
    waiting = queries.waiting(standing, same).filter(Q(waits=True))
    number = waiting.count()
    placed = list(
        waiting.filter(old__placements__state__in=GOES_ON)
        .distinct()
        .select_related("old__edition__source", "new__edition__source")
    )
    same.filter(reviewed_at__isnull=True).update(reviewed_at=now, reviewed_by=by)
    for succession in placed:
        for placement in _going(succession.old, standing):
            _carry_on(placement, succession, by, now)
    if number == 0:
        already_done()
        return 0
    if edition.follows:
        settle_review(edition.follows, by, now)
    record(
        by=by,
        now=now,
        act="succession.accept_unchanged",
        subject="edition",
        subject_id=edition.pk,
        text=f"Godtok at {number} krav er uendret i {edition}",
    )
    return number


def _followed_by(succession: Succession) -> int | None:
    later = Edition.objects.filter(follows=succession.old.edition_id)
    return later.values_list("pk", flat=True).first()


def _going(old: Requirement, standing: Standing) -> list[Placement]:
    """In the order they were placed: whoever passed it on goes before those it was passed on to."""
    going = old.placements.filter(queries.going_on(standing, old.edition.source)).order_by("pk")
    return list(going.select_related("unit", "above", "owner", "requirement__edition__source"))


def _carry_on(placement: Placement, succession: Succession, by: Person, now: datetime) -> None:
    if succession.new is None:
        withdraw(placement, "Kravet er borte i den nye utgaven", "", by, now)
        return
    there = succession.new.placements.exclude(state=State.WITHDRAWN).filter(unit=placement.unit)
    if (known := there.first()) and not _gives_way(known, placement, by, now):
        _join(placement, known, by, now)
    else:
        asked_again = succession.fate == Fate.CHANGED
        _move(placement, succession.new, by, now, asked_again=asked_again)


def _gives_way(there: Placement, known: Placement, by: Person, now: datetime) -> bool:
    """Laid there and not answered yet: it goes, since the unit has the demand and its words already."""
    if there.state != State.PLACED or there.continues_id:
        return False
    there.state = states.move(MOVES, there.state, "withdraw")
    there.save(update_fields=["state"])
    there.below.update(above=known)
    stop_asking(there, by, now)
    step(there, "withdraw", by, now, text="Falt bort: enheten har kravet fra forrige utgave")
    return True


def _join(placement: Placement, there: Placement, by: Person, now: datetime) -> None:
    """Two became one: what the unit says is said where it has the new one already.

    So is what it does about it, and what apps above have hung on it.
    """
    placement.state = states.move(MOVES, placement.state, "continue")
    placement.save(update_fields=["state"])
    having = there.actions.values("action")
    PlacementAction.objects.bulk_create(
        PlacementAction(placement=there, action_id=one.action_id)
        for one in placement.actions.exclude(action__in=having).order_by("pk")
    )
    _hang_on(there, placement)
    placement.below.exclude(state__in=MOVED_ON).update(above=there)
    stop_asking(placement, by, now)
    step(placement, "continue", by, now, text=f"Videreførte kravet i {there.requirement.edition}")


def _hang_on(there: Placement, joined: Placement) -> None:
    """Goals, risks and plans point at the one that stands, unless they do already or are frozen."""
    fields = Placement._meta.get_fields(include_hidden=True)  # noqa: SLF001 - Django's public API
    above: list[Any] = [one for one in fields if one.one_to_many and not _is_own(one)]
    with scope.acting(scope.SYSTEM):
        for link in above:
            rows, name = link.related_model.objects, link.field.name
            for pk in rows.filter(**{name: joined}).values_list("pk", flat=True):
                with suppress(DatabaseError), transaction.atomic():
                    rows.filter(pk=pk).update(**{name: there})


def _is_own(link: Any) -> bool:
    """Whether it is this app that points: its own links have their say in what becomes of them."""
    module: str = link.related_model.__module__
    return module.startswith(Placement.__module__.rpartition(".models")[0])


def _move(
    placement: Placement, new: Requirement, by: Person, now: datetime, *, asked_again: bool
) -> None:
    """The same unit and the same record in the new edition, so that goals, risks and plans follow.

    As it was answered, or asked again with its own words. What it was is left behind in the old one.
    """
    left = Placement(**{name: getattr(placement, name) for name in LEFT})
    before = placement.requirement.edition
    placement.requirement, placement.placed_at = new, now
    if asked_again:
        placement.state, placement.answer_due = State.PLACED, clock.after(now, days=ANSWER_DAYS)
        placement.answered_at = placement.answered_by = None
    placement.save(update_fields=MOVED)
    _leave(left, placement, by, now)
    placement.continues = left
    placement.save(update_fields=["continues"])
    step(placement, "place", by, now, text=f"Videreført fra {before}")
    if asked_again:
        stop_asking(placement, by, now)
        ask(placement, now)


def _leave(left: Placement, moved: Placement, by: Person, now: datetime) -> None:
    """In the old edition: what the unit had said and done, for the årlig melding and for history."""
    left.state = states.move(MOVES, left.state, "continue")
    if left.above:
        over = left.requirement.placements.filter(unit=left.above.unit_id)
        left.above = over.exclude(state=State.WITHDRAWN).first()
    left.save()
    StatusReport.objects.bulk_create(
        StatusReport(placement=left, **{name: getattr(one, name) for name in REPORTED})
        for one in moved.reports.order_by("pk")
    )
    PlacementAction.objects.bulk_create(
        PlacementAction(placement=left, action_id=one.action_id)
        for one in moved.actions.order_by("pk")
    )
    step(left, "continue", by, now, text=f"Videreførte kravet i {moved.requirement.edition}")


def ask(placement: Placement, now: datetime) -> None:
    """The unit's leader is asked to answer."""
    require(
        kind=ANSWER,
        subject_id=placement.pk,
        subject_uuid=placement.uuid,
        unit=placement.unit,
        role=LEADER,
        due=placement.answer_due,
        now=now,
    )
