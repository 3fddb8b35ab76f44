"""The searches a reader has kept, and what of an address is kept in them."""

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import UUID

from styrk.incidents.models import SavedSearch
from styrk.organisation.models import Person
from styrk.ui.addresses import address_of

# What the list may be limited by; which page of it one was on is not kept.
KEPT = ("q", "vis", "state", "kind", "serious", "enhet")


def query_of(given: Mapping[str, str]) -> str:
    """The end of the address with what the list is limited by; "" where it is not."""
    return urlencode({name: given[name] for name in KEPT if given.get(name)})


def address(query: str) -> str:
    return f"{address_of('incidents:incidents')}?{query}"


def searches_of(person: Person) -> list[SavedSearch]:
    return list(SavedSearch.objects.filter(person=person).order_by("name"))


def search(person: Person, uuid: UUID) -> SavedSearch | None:
    return SavedSearch.objects.filter(person=person, uuid=uuid).first()
