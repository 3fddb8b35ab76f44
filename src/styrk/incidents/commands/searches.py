"""Searches that a reader of the list keeps, by names of their own."""

from datetime import datetime

from styrk.core import guard
from styrk.incidents.models import SavedSearch
from styrk.organisation.models import Person
from styrk.trail.commands import command, record


class NameTaken(ValueError):
    """The person has another search by the name."""


@command
def save_search(*, name: str, query: str, by: Person, now: datetime) -> SavedSearch:
    """Keep what the list is limited to. Raises NameTaken, and IdentityFound."""
    guard.refuse_identity(name)
    if SavedSearch.objects.filter(person=by, name=name).exists():
        raise NameTaken
    made = SavedSearch.objects.create(person=by, name=name, query=query, saved_at=now)
    _told(made, "save", "Lagret et søk", by, now)
    return made


@command
def forget_search(*, search: SavedSearch, by: Person, now: datetime) -> None:
    _told(search, "forget", "Fjernet et lagret søk", by, now)
    search.delete()


def _told(search: SavedSearch, act: str, text: str, by: Person, now: datetime) -> None:
    """What was looked for stands in no trail."""
    record(by=by, now=now, act=f"search.{act}", subject="search", subject_id=search.pk, text=text)
