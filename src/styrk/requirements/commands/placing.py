"""Placing a requirement with units, from the top or passed on from above."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from styrk.core import clock, guard, states
from styrk.organisation.models import Person, Unit
from styrk.requirements import rules
from styrk.requirements.commands.ending import withdraw
from styrk.requirements.commands.proposing import settle_review
from styrk.requirements.commands.refusals import (
    NotARequirement,
    NotBelow,
    ReasonMissing,
    TooManyAtOnce,
)
from styrk.requirements.commands.succession import MOVED_ON, ask
from styrk.requirements.models import Placement, Requirement
from styrk.requirements.record import step
from styrk.requirements.states import MOVES, State
from styrk.trail.commands import already_done, command

# Each is a duty for somebody: more than this at once is a slip, not a decision.
MOST_AT_ONCE = 1000


@command
def place_requirement(
    *,
    requirement: Requirement,
    units: Iterable[Unit],
    answer_due: date,
    by: Person,
    now: datetime,
    above: Placement | None = None,
    rule: str = "",
) -> list[Placement]:
    """Ask these units to answer the requirement; those that have it already are not asked again.

    `above` is the placement it is passed on from; then the units lie below it, and what was laid
    directly at one of them hangs on it from now on. `rule` says in words how the units were chosen.
    Returns the new placements. Raises NotARequirement or NotBelow.
    """
    fits = rules.can_be_passed_on if above else rules.can_be_placed
    if not fits(requirement, clock.day(now)):
        raise NotARequirement
    # Two who place it at once: the one who comes after sees where it lies already.
    Requirement.objects.select_for_update(of=("self",), no_key=True).get(pk=requirement.pk)
    if above is not None:
        states.move(MOVES, above.state, "pass_on")
    chosen = list(units)
    placed = [
        _place(requirement, unit, answer_due, by, now, above, rule)
        for unit in _without(requirement, chosen, above)
    ]
    tied = _tie(above, chosen, by, now) if above else 0
    if not placed and not tied:
        already_done()
    return placed


@command
def place_by_rule(
    *,
    requirements: Sequence[Requirement],
    units: Sequence[Unit],
    rule: str,
    answer_due: date,
    by: Person,
    now: datetime,
) -> int:
    """Ask all these units to answer all these requirements; gives how many placements are new.

    `rule` says in words how the units were chosen. Raises TooManyAtOnce or NotARequirement.
    """
    if len(requirements) * len(units) > MOST_AT_ONCE:
        raise TooManyAtOnce(len(requirements) * len(units))
    placed = [
        one
        for requirement in requirements
        for one in place_requirement(
            requirement=requirement,
            units=units,
            answer_due=answer_due,
            rule=rule,
            by=by,
            now=now,
        )
    ]
    if not placed:
        already_done()
    return len(placed)


def _without(
    requirement: Requirement, units: Iterable[Unit], above: Placement | None
) -> list[Unit]:
    """The units that do not have it, in their order, each once."""
    chosen = {unit.pk: unit for unit in units}
    if above is not None and not all(_is_below(unit, above.unit) for unit in chosen.values()):
        raise NotBelow
    there = requirement.placements.exclude(state=State.WITHDRAWN)
    having = set(there.filter(unit__one_of=chosen).values_list("unit_id", flat=True))
    return [unit for unit in chosen.values() if unit.pk not in having]


def _tie(above: Placement, units: Iterable[Unit], by: Person, now: datetime) -> int:
    """What was laid directly at these units is passed on too: it keeps its answer. Gives how many."""
    direct = Placement.objects.filter(
        requirement=above.requirement_id, unit__in=list(units), above__isnull=True
    ).exclude(state__in=MOVED_ON)
    for placement in (rows := list(direct.select_related("unit"))):
        placement.above = above
        placement.save(update_fields=["above"])
        step(placement, "tie", by, now, text=f"Ga kravet videre også fra {above.unit.name}")
    return len(rows)


def _is_below(unit: Unit, above: Unit) -> bool:
    return unit.pk != above.pk and unit.path.startswith(above.path)


def _place(
    requirement: Requirement,
    unit: Unit,
    answer_due: date,
    by: Person,
    now: datetime,
    above: Placement | None,
    rule: str,
) -> Placement:
    placement = Placement.objects.create(
        requirement=requirement,
        unit=unit,
        trust_id=unit.legal_id,
        above=above,
        laid_from=rules.laying_unit(requirement.edition.source, unit, above, by),
        rule=rule,
        answer_due=answer_due,
        placed_at=now,
        placed_by=by,
    )
    step(placement, "place", by, now, text=f"La kravet {requirement} til {unit.name}", rule=rule)
    ask(placement, now)
    return placement


@command
def insist_on_placement(
    *, placement: Placement, reason: str, answer_due: date, by: Person, now: datetime
) -> None:
    """The one who placed it does not agree that it does not apply: the unit is asked again."""
    guard.refuse_identity(reason)
    if not reason.strip():
        raise ReasonMissing
    placement.state = states.move(MOVES, placement.state, "insist")
    placement.answer_due = answer_due
    placement.answered_at = placement.answered_by = None
    placement.save(update_fields=["state", "answer_due", "answered_at", "answered_by"])
    step(placement, "insist", by, now, text="Holdt fast ved at kravet gjelder", note=reason)
    ask(placement, now)


@command
def withdraw_placement(*, placement: Placement, reason: str, by: Person, now: datetime) -> None:
    """Take the requirement back, also where the unit passed it on; the reason is kept and told."""
    guard.refuse_identity(reason)
    if not reason.strip():
        raise ReasonMissing
    _take_back(placement, "Trakk kravet tilbake", reason, by, now)
    settle_review(placement.requirement.edition, by, now)


def _take_back(placement: Placement, text: str, reason: str, by: Person, now: datetime) -> None:
    """From the unit, and from those it was passed on to: there it has nothing to stand on."""
    withdraw(placement, text, reason, by, now)
    passed_on = placement.below.exclude(state__in=MOVED_ON).select_related(
        "unit", "owner", "requirement", "laid_from", "above__unit"
    )
    for below in passed_on:
        # What was laid there directly too, stands on that.
        if rules.placed_from(below) == placement.unit:
            _take_back(below, "Falt bort: kravet er trukket tilbake over enheten", reason, by, now)
