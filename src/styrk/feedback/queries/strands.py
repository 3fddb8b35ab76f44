"""What hangs together with voices on the golden thread, as far as the person in scope may see it."""

from collections.abc import Collection
from uuid import UUID

from styrk.actions.queries import TOLD
from styrk.feedback.models import Voice, VoiceAction
from styrk.ui.strands import Links

# What voices led to.
ACTION_LINKS = Links(
    "voice", "voice_id", VoiceAction, [f"action__{name}" for name in TOLD], VoiceAction.objects.all
)


def voice_with(uuid: UUID) -> Voice | None:
    return Voice.objects.select_related("unit").filter(uuid=uuid).first()


def behind_actions(ids: Collection[int]) -> list[tuple[int, Voice]]:
    """What was told that led to the actions, where the person in scope sees it."""
    links = VoiceAction.objects.filter(action__one_of=ids).order_by("pk")
    return [(link.action_id, link.voice) for link in links.select_related("voice__unit")]
