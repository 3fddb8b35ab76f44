"""What changed lately and what is coming, and who supervises what."""

from datetime import timedelta

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.requirements import presenters, queries
from styrk.ui import pages

LATELY = timedelta(days=365)


@allowed(Permission.SEE_REQUIREMENTS)
@require_safe
def watch(request: Request) -> HttpResponse:
    """Editions of the last year that changed something, who must react, and announced changes."""
    today = clock.day(request.now)
    announced = queries.announced(today)
    values = {
        "changed": queries.changed_since(request.now - LATELY, request.standing),
        "passed": _told([one for one in announced if one.on and one.on <= today]),
        "coming": _told([one for one in announced if not one.on or one.on > today]),
    }
    return pages.render(request, "requirements/watch.html", values)


def _told(announced: list[queries.Announced]) -> list[tuple[queries.Announced, str]]:
    return [(one, presenters.verb_of(one.verb)) for one in announced]


@allowed(Permission.SEE_REQUIREMENTS)
@require_safe
def authorities(request: Request) -> HttpResponse:
    """Who supervises what, by today's names, with those they took over from."""
    values = {"authorities": queries.authorities()}
    return pages.render(request, "requirements/authorities.html", values)
