"""What a review lists besides the numbers: risks that are lived with, supervision, and what was changed."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Model, Q, QuerySet

from styrk.core.scope import current
from styrk.inspections.models import Audit
from styrk.inspections.queries import Filters, audits_for
from styrk.inspections.states import AuditKind
from styrk.organisation.models import Appointment, Unit, UnitEdition
from styrk.organisation.rules import LEADER
from styrk.risks.models import Risk
from styrk.risks.states import State as RiskState

# As many as a leadership goes through one by one; the lists themselves hold the rest.
MOST = 60
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Most[T]:
    """The first of what is listed, and how many more there are."""

    rows: list[T]
    more: int = 0


def most[T: Model](found: QuerySet[T]) -> Most[T]:
    rows = list(found[:MOST])
    return Most(rows, found.count() - MOST if len(rows) == MOST else 0)


def accepted_risks(unit: Unit) -> Most[Risk]:
    """The risks that leaders of the unit and below live with, the gravest first."""
    found = Risk.objects.filter(
        current().units("risk").rows(), state=RiskState.ACCEPTED, unit__path__startswith=unit.path
    )
    rows = found.select_related("unit", "acceptance__by", "current")
    return most(rows.order_by("-current__score", "accepted_until", "pk"))


def open_supervision(unit: Unit) -> Most[Audit]:
    """Supervision of the unit that is not ended; without what is kept from the public until it is told."""
    found = audits_for(Filters(kind=AuditKind.SUPERVISION, unit=unit))
    told = [one for one in found if one.reported_on or not one.exempt]
    return Most(told[:MOST], max(len(told) - MOST, 0))


@dataclass(frozen=True)
class Changes:
    """How the organisation was changed in the year: units that came, ended, or were moved or renamed."""

    begun: Most[Unit]
    ended: Most[Unit]
    altered: Most[UnitEdition]
    leaders: int


def changes(unit: Unit, on: date) -> Changes:
    """What was changed at the unit and below in the year that ends on the day."""
    year = (on - YEAR + timedelta(days=1), on)
    inside = Unit.objects.filter(path__startswith=unit.path).order_by("path")
    editions = UnitEdition.objects.filter(
        Q(valid_from__range=year, valid_from__gt=F("unit__valid_from")),
        unit__path__startswith=unit.path,
    )
    leaders = Appointment.objects.filter(
        role=LEADER, valid_from__range=year, unit__path__startswith=unit.path
    )
    return Changes(
        begun=most(inside.filter(valid_from__range=year)),
        ended=most(inside.filter(valid_to__range=year)),
        altered=most(editions.select_related("unit").order_by("valid_from", "pk")),
        leaders=leaders.count(),
    )
