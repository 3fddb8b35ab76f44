"""The golden thread: what stands upstream of a record that a risk led to."""

from django.urls import reverse

from styrk.risks import queries
from styrk.ui.menu import Link

# What an action that came from here says of its origin: only then is this app asked.
ORIGIN = "risk"


def upstream(subject: str, subject_id: int) -> list[Link]:
    """The risk behind an action, for those who may see it."""
    if subject != "action":
        return []
    return [
        Link(risk.title, reverse("risks:risk", args=[risk.uuid]))
        for risk in queries.behind_action(subject_id)
    ]
