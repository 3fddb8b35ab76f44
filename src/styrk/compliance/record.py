"""The point that an act is about, and what every act leaves in the trail."""

from datetime import datetime

from styrk.compliance.models import Point
from styrk.organisation.models import Person, Unit
from styrk.regulation.maps import ITEMS
from styrk.trail.commands import record


class UnknownItem(LookupError):
    """No map has an item with this key."""


def point_for(unit: Unit, item: str) -> Point:
    """The unit's own, held until the transaction ends; made where nobody has said anything yet."""
    if item not in ITEMS:
        raise UnknownItem(item)
    Point.objects.bulk_create(
        [Point(unit=unit, trust_id=unit.legal_id, item=item)], ignore_conflicts=True
    )
    held = Point.objects.select_for_update(no_key=True, of=("self",))
    return held.select_related("unit").get(unit=unit, item=item)


def note(point: Point, act: str, by: Person, now: datetime, text: str, reason: str = "") -> None:
    """`text` is the act in bokmål, in the past tense, before what it was about."""
    record(
        by=by,
        now=now,
        act=f"compliance.{act}",
        subject="point",
        subject_id=point.pk,
        trust_id=point.trust_id,
        text=f"{text} {ITEMS[point.item].reference} i {point.unit.name}",
        item=point.item,
        **({"note": reason} if reason else {}),
    )
