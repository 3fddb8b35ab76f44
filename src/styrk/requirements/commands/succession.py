"""What became of each requirement in the next edition, as a person decides it."""

from datetime import datetime

from styrk.access.queries import Standing, standing_of
from styrk.core import clock, states
from styrk.duties.commands import require
from styrk.organisation.models import Person
from styrk.organisation.rules import LEADER
from styrk.requirements import queries
from styrk.requirements.commands.ending import stop_asking, withdraw
from styrk.requirements.commands.proposing import settle_review
from styrk.requirements.commands.refusals import NotReviewed, ReviewedBefore
from styrk.requirements.models import Edition, Placement, Requirement, Succession
from styrk.requirements.record import ANSWER_DAYS, step
from styrk.requirements.states import MOVES, Fate, State
from styrk.requirements.types import ANSWER
from styrk.trail.commands import already_done, command, record

MOVED_ON = (State.WITHDRAWN, State.CONTINUED)
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
    waiting = queries.waiting(standing, same).filter(waits=True)
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
    before = placement.state
    placement.state = states.move(MOVES, before, "continue")
    placement.save(update_fields=["state"])
    stop_asking(placement, by, now)
    step(placement, "continue", by, now, text=f"Videreførte kravet i {succession.new.edition}")
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
        placed_by=old.placed_by,
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
