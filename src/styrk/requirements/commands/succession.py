"""What became of each requirement in the next edition: proposed by likeness, decided by a person."""

from collections.abc import Iterator
from datetime import datetime
from difflib import SequenceMatcher

from styrk.core import clock, states
from styrk.duties.commands import require, settle
from styrk.organisation.models import Person
from styrk.organisation.rules import LEADER
from styrk.requirements.commands.refusals import NotReviewed, ReviewedBefore
from styrk.requirements.models import Edition, Placement, Requirement, Succession
from styrk.requirements.record import ANSWER_DAYS, step
from styrk.requirements.states import MOVES, Fate, State
from styrk.requirements.types import ANSWER
from styrk.trail.commands import command, record

# Below this likeness two texts are not proposed as the same requirement. Ours: a person reviews.
ALIKE = 0.6
MOVED_ON = (State.WITHDRAWN, State.CONTINUED)


def propose_successions(edition: Edition) -> None:
    """For each requirement of the edition before: the one here with the same ref, else the likest."""
    if edition.follows is None:
        return
    old = list(edition.follows.requirements.order_by("position"))
    new = list(edition.requirements.order_by("position"))
    Succession.objects.bulk_create(_proposals(old, new))


def _proposals(old: list[Requirement], new: list[Requirement]) -> Iterator[Succession]:
    by_ref = {requirement.ref: requirement for requirement in new}
    by_text = {_said(requirement): requirement for requirement in reversed(new)}
    taken = {r.ref for r in old if r.ref in by_ref}
    left = [r for r in new if r.ref not in taken]
    for requirement in old:
        found = by_text.get(_said(requirement)) or by_ref.get(requirement.ref)
        yield _proposal(requirement, found or _likest(requirement, left))


def _proposal(old: Requirement, new: Requirement | None) -> Succession:
    if new is None or (new.repealed and not old.repealed):
        return Succession(old=old, new=None, fate=Fate.GONE)
    alike = _likeness(old, new)
    return Succession(
        old=old, new=new, fate=Fate.SAME if alike == 1 else Fate.CHANGED, likeness=alike
    )


def _likest(old: Requirement, among: list[Requirement]) -> Requirement | None:
    likest = max(among, key=lambda new: _likeness(old, new), default=None)
    return likest if likest and _likeness(old, likest) >= ALIKE else None


def _said(requirement: Requirement) -> str:
    return " ".join(f"{requirement.title} {requirement.text} {requirement.goal}".split())


def _likeness(old: Requirement, new: Requirement) -> float:
    """From 0 to 1, by words; figures that differ are words that differ."""
    mine, theirs = _said(old).split(), _said(new).split()
    matcher = SequenceMatcher(a=mine, b=theirs, autojunk=False)
    if matcher.quick_ratio() < ALIKE:
        return matcher.quick_ratio()
    return matcher.ratio()


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
    """
    if succession.reviewed_at is not None:
        raise ReviewedBefore
    if (new is None) != (fate == Fate.GONE):
        raise NotReviewed
    succession.fate, succession.new = fate, new
    succession.reviewed_at, succession.reviewed_by = now, by
    succession.save()
    # In the order they were placed: whoever passed it on goes before those it was passed on to.
    going = succession.old.placements.exclude(state__in=MOVED_ON).order_by("pk")
    for placement in going.select_related("unit", "above", "owner", "requirement__edition__source"):
        _carry_on(placement, succession, by, now)
    record(
        by=by,
        now=now,
        act="succession.review",
        subject="requirement",
        subject_id=succession.old_id,
        text=f"Avgjorde hva som ble av kravet {succession.old}: {Fate(fate).label.lower()}",
    )


def _carry_on(placement: Placement, succession: Succession, by: Person, now: datetime) -> None:
    act = "withdraw" if succession.new is None else "continue"
    before = placement.state
    placement.state = states.move(MOVES, before, act)
    placement.save(update_fields=["state"])
    settle(kind=ANSWER, subject_uuid=placement.uuid, by=by, now=now)
    if succession.new is None:
        step(placement, act, by, now, text="Kravet er borte i den nye utgaven")
        return
    step(placement, act, by, now, text=f"Videreførte kravet i {succession.new.edition}")
    asked_again = succession.fate == Fate.CHANGED or before == State.PLACED
    state = State.PLACED if asked_again else before
    _continue(placement, succession.new, state, by, now)


def _continue(
    old: Placement, requirement: Requirement, state: str, by: Person, now: datetime
) -> None:
    """The same unit in the new edition, with its own words to go on from; asked again, or as it was."""
    asked_again = state == State.PLACED
    above = old.above.continued_by.first() if old.above else None
    placement = Placement.objects.create(
        requirement=requirement,
        unit=old.unit,
        trust_id=old.trust_id,
        above=above,
        continues=old,
        state=state,
        rule=old.rule,
        answer_due=clock.after(now, days=ANSWER_DAYS) if asked_again else old.answer_due,
        placed_at=now,
        placed_by=by,
        meaning=old.meaning,
        sign=old.sign,
        owner=old.owner,
        due=old.due,
        reason=old.reason,
        answered_at=None if asked_again else old.answered_at,
        answered_by=None if asked_again else old.answered_by,
    )
    step(placement, "place", by, now, text=f"Videreført fra {old.requirement.edition}")
    if asked_again:
        ask(placement, now)


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
