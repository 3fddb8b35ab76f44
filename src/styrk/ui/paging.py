"""A long list a page at a time, the newest first: the address holds the last row of the page before."""

from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest

OLDER = "eldre"
# When a row is from, and its number: rows from the same moment are told apart by it.
type Place = tuple[datetime, int]


def before(request: HttpRequest) -> Place | None:
    """Where the page starts: after this row; None for the first page, or where it says nothing."""
    at, _sep, pk = request.GET.get(OLDER, "").partition("_")
    try:
        place = datetime.fromisoformat(at), int(pk)
    except ValueError:
        return None
    return place if place[0].tzinfo else None


def older(request: HttpRequest, at: datetime, pk: int) -> str:
    """The address of the page after the one that ends with this row, limited as this one is."""
    kept = {key: value for key, value in request.GET.items() if key != OLDER and value}
    return "?" + urlencode(kept | {OLDER: f"{at.isoformat()}_{pk}"})
