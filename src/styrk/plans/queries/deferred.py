"""What a plan put off, when the day has come and no newer plan has taken it up."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from styrk.actions.states import State as ActionState
from styrk.duties.models import Duty
from styrk.goals.states import ALIVE
from styrk.plans.models import Plan, PlanItem
from styrk.plans.states import ItemState, State
from styrk.plans.types import DEFERRED
from styrk.requirements.states import State as Placed

# Nobody is asked about a goal that is reached, a requirement that is gone, or an action carried out.
LIVING = (
    (Q(goal=None) | Q(goal__state__in=ALIVE))
    & (Q(placement=None) | Q(placement__state__in=(Placed.ACCEPTED, Placed.PLACED)))
    & (Q(action=None) | Q(action__state=ActionState.PLANNED))
)


def _forgotten() -> QuerySet[PlanItem]:
    """Put off by an approved plan, and in no newer approved plan of the unit: kept, put off or out."""
    later = Q(plan__year__gt=OuterRef("plan__year")) | Q(
        plan__year=OuterRef("plan__year"), plan__version__gt=OuterRef("plan__version")
    )
    the_same = (
        Q(goal=OuterRef("goal"))
        | Q(placement=OuterRef("placement"))
        | Q(action=OuterRef("action"))
        | Q(title=OuterRef("title")) & ~Q(title="")
    )
    taken_up = PlanItem.objects.filter(
        later, the_same, plan__unit=OuterRef("plan__unit"), plan__state=State.APPROVED
    )
    return PlanItem.objects.filter(
        ~Exists(taken_up), plan__state=State.APPROVED, state=ItemState.DEFERRED
    )


def _open() -> QuerySet[Duty]:
    return Duty.objects.filter(kind=DEFERRED, settled_at__isnull=True)


def come_back(today: date) -> QuerySet[PlanItem]:
    """Those put off until this day or one before it, and that nobody is asked about yet."""
    asked = _open().filter(subject_id=OuterRef("pk"))
    found = _forgotten().filter(LIVING, ~Exists(asked), deferred_until__lte=today)
    return found.select_related("plan__unit").order_by("pk")


def taken_up() -> list[UUID]:
    """Those that somebody is asked about, and that a newer plan has taken up, or that are over."""
    waiting = _forgotten().filter(LIVING, pk=OuterRef("subject_id"))
    return list(_open().filter(~Exists(waiting)).values_list("subject_uuid", flat=True))


def deferred_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Titles of those that still wait: a newer plan settles it at once."""
    found = _forgotten().filter(uuid__in=uuids)
    found = found.select_related("goal", "placement__requirement")
    return {one.uuid: str(one) for one in found}


def open_version(plan: Plan) -> Plan | None:
    """The version of the same year that is being written."""
    others = Plan.objects.filter(unit=plan.unit_id, year=plan.year)
    return others.exclude(state=State.APPROVED).first()
