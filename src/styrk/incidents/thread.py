"""The golden thread: what stands upstream of a record that an incident led to."""

from django.urls import reverse

from styrk.incidents import queries
from styrk.ui.menu import Link

# What an action that came from here says of its origin: only then is this app asked.
ORIGIN = "incident"


def upstream(subject: str, subject_id: int) -> list[Link]:
    """The incident behind an action, for those who may see it."""
    if subject != "action":
        return []
    return [
        Link(str(incident), reverse("incidents:incident", args=[incident.uuid]))
        for incident in queries.behind_action(subject_id)
    ]
