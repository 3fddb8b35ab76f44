"""An audit in words and colours for somebody outside: numbers without ways to what they are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.compliance.queries import Row as Weighed
from styrk.regulation.types import Status

STATUSES: dict[Status, tuple[Promise, str]] = {
    Status.SHOWN: (_("Vist"), "success"),
    Status.PARTLY: (_("Delvis vist"), "info"),
    Status.NOT_SHOWN: (_("Ikke vist"), "warning"),
    Status.UNKNOWN: (_("Kan ikke vises ennå"), "neutral"),
}
SHOWN_LETTERS = 2


@dataclass
class Outside:
    """Whoever looks, as the trail writes it down."""

    id: int
    name: str


@dataclass(frozen=True)
class Row:
    """A letter as it stood: what is required, what was said, and what the numbers showed."""

    reference: str
    title: str
    label: Promise
    color: str
    practice: str
    rule: str
    explanation: str
    reservation: str
    numbers: list[tuple[str, int | str, date]]
    judgement: str

    @property
    def is_known(self) -> bool:
        return bool(self.practice or self.rule or self.judgement)


def rows(found: Iterable[Weighed]) -> list[Row]:
    return [_row(one) for one in found]


def _row(one: Weighed) -> Row:
    label, color = STATUSES[one.status]
    evidence, judged = one.evidence, one.judgement if one.is_judged else None
    return Row(
        reference=str(one.item.reference),
        title=str(one.item.title),
        label=label,
        color=color,
        practice=one.practice.text if one.practice else "",
        rule=str(evidence.rule) if evidence else "",
        explanation=evidence.explanation if evidence else "",
        reservation=evidence.reservation if evidence else "",
        numbers=[(one.what, one.value, one.date) for one in evidence.data] if evidence else [],
        judgement=judged.reason if judged else "",
    )


def half_hidden(email: str) -> str:
    """Enough of the address to know it by: `ka…@statsforvalteren.no`."""
    name, _at, domain = email.rpartition("@")
    return f"{name[:SHOWN_LETTERS]}…@{domain}"
