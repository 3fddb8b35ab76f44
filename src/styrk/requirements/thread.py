"""The golden thread: the requirement behind an action."""

from django.urls import reverse

from styrk.requirements import queries
from styrk.ui.menu import Link

# What an action that came from here says of its origin: only then is this app asked.
ORIGIN = "requirement"


def upstream(subject: str, subject_id: int) -> list[Link]:
    """What stands upstream of an action that a requirement led to."""
    if subject != "action":
        return []
    return [
        Link(str(placement.requirement), reverse("requirements:placement", args=[placement.uuid]))
        for placement in queries.behind_action(subject_id)
    ]
