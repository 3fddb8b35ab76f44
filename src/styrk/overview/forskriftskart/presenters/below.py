"""How many of the units below show an item, and which cannot."""

from collections import Counter
from collections.abc import Collection

from styrk.compliance.pictures import Below
from styrk.compliance.types import Spot
from styrk.overview.forskriftskart.presenters.rows import COUNTED, STATUSES, Figure, can_be_shown
from styrk.regulation.types import Status
from styrk.ui.addresses import address_of

MOST = 200


def standing_below(found: Collection[Below], spot: Spot) -> dict[str, object]:
    """How many units show the item, and those that cannot, the longest first."""
    lacking = [one for one in found if one.status in {Status.NOT_SHOWN, Status.UNKNOWN}]
    lacking.sort(key=lambda one: (one.since, one.unit.path))
    counted = Counter(one.status for one in found)
    return {
        "number": len(found),
        "lacking": len(lacking),
        "can_be_shown": can_be_shown(spot.item),
        "figures": [
            Figure(status, label, counted[status], STATUSES[status][1])
            for status, label in COUNTED.items()
        ],
        "units": [
            (
                one,
                STATUSES[one.status],
                address_of("forskriftskart:item", one.unit.uuid, spot.item.key),
            )
            for one in lacking[:MOST]
        ],
        "more": max(0, len(lacking) - MOST),
    }
