"""What was made known, to how many, and how many have seen it."""

from uuid import UUID

from django.db.models import Count

from styrk.access.queries import Standing
from styrk.requirements.models import Announcement
from styrk.requirements.queries.placements import unit_in_sight


def announcement(uuid: UUID, standing: Standing) -> Announcement | None:
    """One announcement, for those who were told and those who see the unit."""
    found = (
        Announcement.objects.select_related(
            "edition__source", "requirement__edition__source", "unit", "told_by"
        )
        .filter(uuid=uuid)
        .first()
    )
    if found is None:
        return None
    told = found.told.filter(person_id=standing.person_id).exists()
    return found if told or unit_in_sight(standing, found.unit) else None


def told_and_seen(announcement: Announcement) -> tuple[int, int]:
    """How many were told, and how many of them have seen it; never who has not."""
    counted = announcement.told.aggregate(told=Count("pk"), seen=Count("seen_at"))
    return counted["told"], counted["seen"]
