"""What was made known, to how many, and how many have seen it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core.scope import NONE
from styrk.organisation.models import Person
from styrk.organisation.queries import holders_below
from styrk.requirements.models import Announcement, Edition
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


def newcomers(on: date) -> Iterator[tuple[Announcement, list[Person]]]:
    """Who holds a post that something was made known to, and was not told: came after.

    Of what still holds; a newer edition is made known by itself. Of posts whose people have left,
    nobody.
    """
    standing = Announcement.objects.filter(edition__followed_by=None)
    for one in standing.select_related("edition__source", "requirement", "unit").order_by("pk"):
        told = set(one.told.values_list("person_id", flat=True))
        found = [
            person for person in holders_below(one.unit, one.roles, on) if person.pk not in told
        ]
        if found:
            yield one, found


def told_and_seen(announcement: Announcement) -> tuple[int, int]:
    """How many were told, and how many of them have seen it; never who has not."""
    counted = announcement.told.aggregate(told=Count("pk"), seen=Count("seen_at"))
    return counted["told"], counted["seen"]


@dataclass(frozen=True)
class Known:
    """An announcement, to how many it went, and how many of them have seen it."""

    announcement: Announcement
    told: int
    seen: int


def made_known(edition: Edition, standing: Standing) -> list[Known]:
    """What was made known of the edition in units that the reader sees, the newest first."""
    sight = standing.may.get(Permission.SEE_REQUIREMENTS, NONE)
    found = (
        edition.announcements.filter(
            Q(unit__trust__one_of=standing.trusts) | sight.rows("unit", "unit__trust")
        )
        .select_related("unit", "requirement")
        .annotate(number=Count("told"), saw=Count("told__seen_at"))
        .order_by("-pk")[:20]
    )
    return [Known(one, one.number, one.saw) for one in found]
