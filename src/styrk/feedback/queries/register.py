"""The guarded door: what was told of the units one answers for."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from styrk.access.queries import Standing
from styrk.feedback import themes
from styrk.feedback.models import Change, Voice, VoiceAction, VoiceStep
from styrk.feedback.states import OPEN, Kind
from styrk.organisation.models import Unit
from styrk.organisation.rules import in_force
from styrk.ui.words import spoken_day

PAGE = 50
# In a list by its own name: no theme has been said yet.
NONE = "-"


@dataclass(frozen=True)
class Filters:
    """What a list is limited to; empty means all. `theme` is NONE for those without one."""

    unit: Unit | None = None
    kind: str = ""
    theme: str = ""
    state: str = ""
    since: date | None = None
    until: date | None = None


def topmost(standing: Standing, on: date) -> Unit | None:
    """The topmost of the units whose voices the person sees."""
    seen = standing.scope.units("voice")
    found = Unit.objects.filter(seen.rows("pk", "trust"), in_force(on))
    return found.order_by(Length("path"), "path").first() if seen else None


def in_sight(standing: Standing) -> Q:
    found = standing.scope.units("voice").rows("held_by", "trust")
    return found | past_line(standing) if standing.scope.chairs else found


def past_line(standing: Standing) -> Q:
    """What is about the leader of a trust whose board one chairs."""
    return Q(past_line=True, held_by__one_of=standing.scope.chairs.ids)


def about_top(standing: Standing) -> list[Voice]:
    """All of that, the newest first: few in a year."""
    found = Voice.objects.filter(past_line(standing)).select_related("unit", "held_by")
    return list(found.order_by("-received_on", "-pk")[:PAGE])


def limited(standing: Standing, filters: Filters) -> QuerySet[Voice]:
    """What the list of the same filters shows, and the numbers beside it count."""
    found = Voice.objects.filter(in_sight(standing))
    if filters.unit is not None:
        found = found.filter(held_by__path__startswith=filters.unit.path)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.theme:
        found = found.filter(theme="" if filters.theme == NONE else filters.theme)
    if filters.state:
        found = found.filter(_state(filters.state))
    if filters.since:
        found = found.filter(received_on__gte=filters.since)
    if filters.until:
        found = found.filter(received_on__lte=filters.until)
    return found


def _state(listing: str) -> Q:
    done = ~Q(state__in=OPEN)
    # Praise asks for nothing: it is not among what we are done with, nor what led to something.
    asked = done & ~Q(kind=Kind.GOOD)
    return {"open": ~done, "done": done, "heard": asked, "used": asked & Q(used=True)}.get(
        listing, Q()
    )


def voices(standing: Standing, filters: Filters, page: int) -> tuple[list[Voice], bool]:
    """A page of the list, the newest first, and whether there are more."""
    found = limited(standing, filters).select_related("unit", "held_by", "handler")
    start = (page - 1) * PAGE
    rows = list(found.order_by("-received_on", "-pk")[start : start + PAGE + 1])
    return rows[:PAGE], len(rows) > PAGE


def voice(uuid: UUID, _standing: Standing) -> Voice | None:
    """One with its history, its actions that the person may see, and what changed."""
    return (
        Voice.objects.filter(uuid=uuid)
        .select_related("unit", "held_by", "trust", "handler", "answered_by", "told_by")
        .prefetch_related(
            Prefetch("steps", VoiceStep.objects.select_related("by").order_by("pk")),
            Prefetch("actions", VoiceAction.objects.select_related("action__owner").order_by("pk")),
            Prefetch("changes", Change.objects.select_related("by").order_by("pk")),
        )
        .first()
    )


def locked(uuid: UUID) -> Voice | None:
    """The same row, held until the transaction ends."""
    return Voice.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def change(uuid: UUID) -> Change | None:
    found = Change.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid)
    return found.select_related("unit", "voice").first()


def units_to_take(voice: Voice, on: date) -> list[Unit]:
    """The other units of the trust, but for the one whose leader it is about."""
    found = Unit.objects.filter(in_force(on), trust_id=voice.trust_id).exclude(pk=voice.held_by_id)
    found = found.exclude(pk=voice.unit_id) if voice.about_leader else found
    return list(found.order_by("path"))


def titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """«Klage 2026-12 – Informasjon, mottatt 3. nov.» of those that the person in scope may see."""
    found = Voice.objects.filter(uuid__one_of=uuids)
    return {one.uuid: title(one) for one in found}


def title(voice: Voice) -> str:
    theme = f" – {themes.name(voice.theme)}" if voice.theme else ""
    return _("%(voice)s%(theme)s, mottatt %(day)s") % {
        "voice": f"{Kind(voice.kind).label} {voice.reference}",
        "theme": theme,
        "day": spoken_day(voice.received_on),
    }


def a_year_before(on: date) -> date:
    return on - timedelta(days=364)
