"""What a board is to treat, has treated, and must see to: the door for whoever makes its pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from styrk.core.together import fetch_together
from styrk.inspections.models import Finding, Treatment
from styrk.inspections.states import FindingKind, FindingState
from styrk.organisation.models import Unit

SHOWN = 50
UNMET = (FindingState.OPEN, FindingState.ANSWERED, FindingState.CLAIMED)


@dataclass(frozen=True)
class Order:
    """An order that is not confirmed put right: `days` until its deadline, below zero when it has passed."""

    finding: Finding
    deadline: date
    days: int

    @property
    def is_late(self) -> bool:
        """What the unit says is put right waits for whoever found it, and is not late."""
        return self.days < 0 and self.finding.state != FindingState.CLAIMED


@dataclass(frozen=True)
class BoardMatters:
    """Reports that wait for the board, what it treated since a day, and the orders that run."""

    waiting: list[Treatment]
    treated: list[Treatment]
    orders: list[Order]


def orders_of(unit: Unit, on: date) -> list[Order]:
    """The orders at a unit and all below it, in sight, the earliest deadline first."""
    return _orders(_asked_orders(unit), on)


def number_of_orders(unit: Unit) -> int:
    """How many there are of them all."""
    return _orders_at(unit).count()


def _asked_orders(unit: Unit) -> QuerySet[Finding]:
    found = _orders_at(unit).select_related("unit", "audit__authority")
    return found.order_by("deadline", "pk")[:SHOWN]


def _orders_at(unit: Unit) -> QuerySet[Finding]:
    return Finding.objects.filter(
        kind=FindingKind.ORDER,
        state__in=UNMET,
        audit__state="reported",
        deadline__isnull=False,
        unit__path__startswith=unit.path,
    )


def _orders(rows: Iterable[Finding], on: date) -> list[Order]:
    return [Order(one, day, (day - on).days) for one in rows if (day := one.deadline)]


def for_board(unit: Unit, since: date, on: date) -> BoardMatters:
    """What the board of this trust has before it. One trip; seen as the person in scope may."""
    wanted = Q(treated_on__isnull=True) | Q(treated_on__gte=since)
    found = Treatment.objects.filter(wanted, unit=unit).select_related("audit__authority")
    rows = found.order_by(F("treated_on").desc(nulls_first=True), "due", "pk")[:SHOWN]
    orders = _asked_orders(unit)
    fetch_together(rows, orders)
    return BoardMatters(
        [one for one in rows if one.treated_on is None],
        [one for one in rows if one.treated_on is not None],
        _orders(orders, on),
    )
