"""What hangs together with plans on the golden thread."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from styrk.access.queries import Standing
from styrk.core.trips import asks
from styrk.plans.models import Plan, PlanItem
from styrk.plans.states import ItemState, State
from styrk.requirements.queries import in_sight


@asks
def holding(kind: str, ids: Collection[int], standing: Standing) -> QuerySet[PlanItem]:
    """Where goals, placed requirements or actions have their place in the plans that stand.

    The newest year first. `kind` is which of the three the ids are of.
    """
    later = Plan.objects.filter(follows=OuterRef("plan"), state=State.APPROVED)
    found = PlanItem.objects.filter(
        ~Exists(later),
        plan__in=Plan.objects.filter(in_sight(standing), state=State.APPROVED),
        state__in=[ItemState.IN_PLAN, ItemState.DEFERRED],
        **{f"{kind}__one_of": ids},
    )
    return _linked_to(found).order_by("-plan__year", "pk")


def item_with(uuid: UUID, standing: Standing) -> PlanItem | None:
    plans = Plan.objects.filter(in_sight(standing))
    return _linked_to(PlanItem.objects.filter(plan__in=plans, uuid=uuid)).first()


@asks
def items_with(ids: Collection[int], standing: Standing) -> QuerySet[PlanItem]:
    plans = Plan.objects.filter(in_sight(standing))
    return _linked_to(PlanItem.objects.filter(plan__in=plans, pk__one_of=ids))


def _linked_to(items: QuerySet[PlanItem]) -> QuerySet[PlanItem]:
    """With what each is about, and the item of the plan above that it comes from."""
    return items.select_related(
        "plan__unit",
        "goal__unit",
        "goal__owner",
        "placement__requirement",
        "action__unit",
        "action__owner",
        "above__plan__unit",
    )
