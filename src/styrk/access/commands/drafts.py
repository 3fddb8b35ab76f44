"""What is typed and not sent. Not acts of the organisation, so not in the trail."""

from collections.abc import Mapping
from datetime import datetime

from styrk.access.models import Draft
from styrk.access.typed import Typed, Words, gathered, pairs
from styrk.core import guard
from styrk.organisation.models import Person
from styrk.ui.forms import REMOVED

DRAFT_CHARACTERS = 20_000


def keep_draft(*, person: Person, path: str, fields: Mapping[str, Words], now: datetime) -> None:
    """Keep what a person has typed in a form. Not an act of the organisation, so not in the trail.

    What identifies a patient is taken out before it is stored, and the form says so when it is shown.
    """
    removed: list[str] = []
    kept = gathered(
        (name, _without(text[:DRAFT_CHARACTERS], removed)) for name, text in pairs(fields)
    )
    told: Typed = {REMOVED: list(dict.fromkeys(removed))} if removed else {}
    Draft.objects.update_or_create(
        person=person, path=path, defaults={"fields": kept | told, "saved_at": now}
    )


def _without(text: str, removed: list[str]) -> str:
    found = guard.blocking(text)
    removed += [one.kind.value for one in found]
    return guard.redact(text, found)


def forget_drafts(*, before: datetime) -> None:
    """Throw what was typed and never sent."""
    Draft.objects.filter(saved_at__lt=before).delete()


def throw_drafts_of(*, about: str, but: str) -> None:
    """Throw what anyone has typed on the pages of something, but for those that begin with `but`."""
    found = Draft.objects.filter(path__contains=about)
    found.exclude(path__startswith=but).delete()


def throw_draft(*, person: Person, path: str) -> None:
    Draft.objects.filter(person=person, path=path).delete()
