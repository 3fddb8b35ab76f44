"""What was made known: read by those who were told."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.requirements import commands, queries
from styrk.ui import pages


@signed_in
@require_safe
def announcement(request: Request, uuid: UUID) -> HttpResponse:
    """The text, what it is about, and how many have seen it; opening it is to have seen it."""
    found = queries.announcement(uuid, request.standing)
    if found is None:
        raise Http404
    if _is_opened(request):
        commands.mark_seen(announcement=found, person=request.person, now=request.now)
    told, seen = queries.told_and_seen(found)
    values = {"announcement": found, "told": told, "seen": seen}
    return pages.render(request, "requirements/announcement.html", values)


def _is_opened(request: Request) -> bool:
    """Whether a person opened it: no program that looks ahead, and not only its head."""
    headers = request.headers
    ahead = f"{headers.get('Purpose', '')} {headers.get('Sec-Purpose', '')}".lower()
    return request.method == "GET" and "prefetch" not in ahead
