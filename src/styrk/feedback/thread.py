"""The golden thread: what was told, for those who may see it, and the actions that it led to."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.feedback import presenters
from styrk.feedback.models import Voice
from styrk.feedback.queries import strands
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Node, Spread, Strand, hung
from styrk.ui.words import spoken_day

KINDS = ("voice",)
# What an action that came from here says of its origin: only then is this app asked.
ORIGIN = "voice"


def find(_kind: str, uuid: UUID, _standing: Standing, on: date) -> Node | None:
    found = strands.voice_with(uuid)
    return drawn(found, on) if found else None


def upstream(kind: str, ids: Collection[int], _standing: Standing, on: date) -> list[Strand]:
    """What was told that led to actions. Of what is seen, no more."""
    if kind != "action":
        return []
    return [Strand(("action", pk), drawn(one, on)) for pk, one in strands.behind_actions(ids)]


def downstream(kind: str, ids: Collection[int], _standing: Standing, ask: Ask) -> Spread:
    """The actions that were decided because of what was told."""
    found = Spread()
    if kind == "voice" and not ask.near:
        found.add(hung(strands.ACTION_LINKS, ids, actions.behind(ask.on), "action", ask))
    return found


def drawn(voice: Voice, on: date) -> Node:
    return Node(
        kind="voice",
        id=voice.pk,
        uuid=voice.uuid,
        title=presenters.heading(voice),
        where=voice.unit.name,
        href=address_of("feedback:voice", voice.uuid),
        mark=presenters.standing_mark(voice, on),
        notes=(spoken_day(voice.received_on),),
    )
