"""How it goes with what a unit itself asks of those below it: the owner's side of a requirement."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from styrk.access.queries import Standing
from styrk.organisation.models import Unit
from styrk.requirements.models import Placement, Requirement
from styrk.requirements.queries.compiled import (
    GIVEN,
    PAGE,
    Compiled,
    compiled,
    lived_in,
    rhythms_of,
)
from styrk.requirements.queries.placements import OVER, TEXT


@dataclass(frozen=True)
class GivenRow:
    """A requirement that the unit has given, and how those it was laid on stand with it."""

    requirement: Requirement
    compiled: Compiled


def given_rhythm(unit: Unit) -> str | None:
    """How often what the unit last asked of others is reported; None where it asks for nothing."""
    asked = Placement.objects.filter(requirement__edition__source__unit=unit)
    alive = asked.exclude(state__in=OVER).exclude(requirement__kind="information")
    return alive.order_by("-pk").values_list("requirement__rhythm", flat=True).first()


def given_rows(
    unit: Unit, period: str, standing: Standing, on: date, start: int = 0
) -> list[GivenRow]:
    """What the unit has given that is reported at the period's rhythm; a page and one more."""
    laid = Placement.objects.filter(lived_in(period), requirement=OuterRef("pk"))
    asked = list(
        Requirement.objects.filter(
            Exists(laid), edition__source__unit=unit, rhythm__in=rhythms_of(period)
        )
        .exclude(kind="information")
        .select_related("edition__source")
        .order_by(*TEXT)[start : start + PAGE + 1]
    )
    below = compiled([one.pk for one in asked], period, standing, on, of=GIVEN)
    return [GivenRow(one, below.get(one.pk, Compiled())) for one in asked]
