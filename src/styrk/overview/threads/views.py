"""The golden thread of a record: tree, picture and data."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.core import clock
from styrk.overview.threads import drawing, picture, weaving
from styrk.ui import pages
from styrk.ui.strands import Node

JSON = "application/json"


@signed_in
@require_safe
def thread(request: Request, kind: str, uuid: UUID) -> HttpResponse:
    """Where a record came from and what came of it, as a tree and as a picture, or as JSON."""
    today = clock.day(request.now)
    owner, focus = _found(request, kind, uuid, today)
    woven = weaving.thread(owner, focus, request.standing, today)
    rows = drawing.rows(woven)
    if _wants_data(request):
        answer: HttpResponse = JsonResponse(drawing.as_data(woven, rows))
    else:
        values = _values(focus) | {
            "rows": rows,
            "picture": picture.picture(rows),
            "lacking": drawing.lacking(rows),
            "unseen": dict(woven.unseen).get("placement", 0),
        }
        answer = pages.render(request, "overview/thread/thread.html", values)
    patch_vary_headers(answer, ["Accept"])
    return answer


@signed_in
@require_safe
def under(request: Request, kind: str, uuid: UUID) -> HttpResponse:
    """What hangs below a record, of one kind: a fragment of the tree (a page without HTMX)."""
    today = clock.day(request.now)
    owner, focus = _found(request, kind, uuid, today)
    below, after = request.GET.get("slag", ""), _after(request)
    if below not in drawing.KINDS:
        raise Http404
    woven = weaving.under(owner, focus, request.standing, today, below, after)
    rows, more = drawing.rows_under(woven, below, after)
    values = _values(focus) | {"rows": rows, "more": more}
    return pages.render(request, "overview/thread/under.html", values, fragment="tree")


def _found(request: Request, kind: str, uuid: UUID, today: date) -> Any:
    found = weaving.find(kind, uuid, request.standing, today)
    if found is None:
        raise Http404
    return found


def _values(focus: Node) -> dict[str, Any]:
    placed = focus.kind == "placement"
    return {"focus": focus, "title": f"{focus.title}, {focus.where}" if placed else focus.title}


def _wants_data(request: Request) -> bool:
    if asked := request.GET.get("format", ""):
        return asked == "json"
    return request.get_preferred_type(["text/html", JSON]) == JSON


def _after(request: Request) -> int:
    text = request.GET.get("etter", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0
