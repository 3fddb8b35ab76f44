"""Beginning a plan, and writing it: what goes in, in which order, and what has to wait."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Max

from styrk.core import clock, guard, states
from styrk.organisation.models import Person, Unit
from styrk.plans.inheriting import proposals
from styrk.plans.models import Plan, PlanItem
from styrk.plans.record import moved, step
from styrk.plans.refusals import Begun, DayPassed, InThePlan, NotHere, NothingToAdd, need
from styrk.plans.states import MOVES
from styrk.plans.subject import Subject
from styrk.plans.types import TERMS, Terms
from styrk.trail.changes import changed, fields
from styrk.trail.commands import command

NOTHING_SAID = Terms()
ENDED = ["state", "reason", "deferred_until"]


@command
def begin_plan(*, unit: Unit, year: int, by: Person, now: datetime) -> Plan:
    """Begin the unit's plan for a year, with proposals to say yes or no to.

    They are what is alive of last year's plan, the unit's own goals for the year, and what stands
    in the plan above. Raises Begun where there is a plan already.
    """
    if Plan.objects.filter(unit=unit, year=year).exists():
        raise Begun
    plan = Plan.objects.create(
        unit=unit, trust_id=unit.legal_id, year=year, begun_at=now, begun_by=by
    )
    begun = proposals(plan)
    PlanItem.objects.bulk_create(begun)
    text = f"Begynte virksomhetsplanen for {year} med {len(begun)} forslag"
    step(plan, "begin", by, now, text=text)
    return plan


@command
def add_item(
    *, plan: Plan, subject: Subject, by: Person, now: datetime, terms: Terms = NOTHING_SAID
) -> PlanItem:
    """Put something in the plan, last in the order of priority.

    Raises NothingToAdd, InThePlan, NotHere, and IdentityFound where a text identifies a person.
    """
    guard.refuse_identity(subject.title, terms.note, terms.funding)
    states.move(MOVES, plan.state, "write")
    _look_over(plan, subject)
    item = PlanItem.objects.create(
        plan=plan,
        position=_last(plan) + 1,
        goal=subject.goal,
        placement=subject.placement,
        action=subject.action,
        title=subject.action.title if subject.action else subject.title.strip(),
        above=subject.above,
        note=terms.note,
        cost=terms.cost,
        funding=terms.funding,
    )
    step(plan, "add", by, now, text=f"Tok «{item}» inn i planen", title=str(item))
    return item


def _look_over(plan: Plan, subject: Subject) -> None:
    if subject.number != 1:
        raise NothingToAdd
    there = plan.items.all()
    for name in ("goal", "placement", "action"):
        one = getattr(subject, name)
        if one and there.filter(**{name: one}).exists():
            raise InThePlan
        if one and one.unit_id != plan.unit_id and subject.above is None:
            raise NotHere
    if subject.above and not plan.unit.path.startswith(subject.above.plan.unit.path):
        raise NotHere


def _last(plan: Plan) -> int:
    return int(plan.items.aggregate(last=Max("position"))["last"] or 0)


@command
def keep_items(*, plan: Plan, items: Collection[PlanItem], by: Person, now: datetime) -> None:
    """Say yes to proposals, or to what was deferred or taken out."""
    if not items:
        raise NothingToAdd
    for item in items:
        item.state = moved(item, "keep")
        item.reason, item.deferred_until = "", None
    PlanItem.objects.bulk_update(items, ENDED)
    titles = "», «".join(map(str, items))
    step(plan, "keep", by, now, text=f"Tok «{titles}» med i planen", title=titles)


@command
def adapt_item(*, item: PlanItem, terms: Terms, by: Person, now: datetime) -> None:
    """Say what it means here, what it costs, and who has granted the money."""
    guard.refuse_identity(terms.note, terms.funding)
    item.state = moved(item, "adapt")
    before = fields(item, TERMS)
    item.note, item.cost, item.funding = terms.note, terms.cost, terms.funding
    item.save(update_fields=list(TERMS))
    other = changed(before, fields(item, TERMS))
    told = {"text": f"Tilpasset «{item}»", "title": str(item), "note": terms.note}
    step(item.plan, "adapt", by, now, **told, **other)


@command
def move_item(*, item: PlanItem, up: bool, by: Person, now: datetime) -> None:
    """Give it the place before the one above it, or after the one below, in the order of priority."""
    item.state = moved(item, "move")
    order = list(item.plan.items.order_by("position", "pk"))
    place = next(at for at, one in enumerate(order) if one.pk == item.pk)
    other = max(place - 1, 0) if up else min(place + 1, len(order) - 1)
    order[place], order[other] = order[other], order[place]
    for position, one in enumerate(order, start=1):
        one.position = position
    PlanItem.objects.bulk_update(order, ["position"])
    text = f"Flyttet «{item}» {'opp' if up else 'ned'} i planen"
    step(item.plan, "move", by, now, text=text, title=str(item))


@command
def defer_item(*, item: PlanItem, reason: str, until: date, by: Person, now: datetime) -> None:
    """It has to wait: why, and until when. Raises ReasonMissing or DayPassed."""
    guard.refuse_identity(reason)
    need(reason)
    if until <= clock.day(now):
        raise DayPassed
    item.state = moved(item, "defer")
    item.reason, item.deferred_until = reason, until
    item.save(update_fields=ENDED)
    text = f"Utsatte «{item}» til {until:%d.%m.%Y}"
    step(item.plan, "defer", by, now, text=text, title=str(item), note=reason)


@command
def take_out_item(*, item: PlanItem, reason: str, by: Person, now: datetime) -> None:
    """It is not to stand in the plan, with a reason that is kept."""
    guard.refuse_identity(reason)
    need(reason)
    item.state = moved(item, "take_out")
    item.reason, item.deferred_until = reason, None
    item.save(update_fields=ENDED)
    text = f"Tok «{item}» ut av planen"
    step(item.plan, "take_out", by, now, text=text, title=str(item), note=reason)
