"""The inbox."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from styrk.access import paths
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.messages import commands, queries
from styrk.messages.models import Message
from styrk.ui import pages


@signed_in
@require_safe
def inbox(request: Request) -> HttpResponse:
    before, after = _number(request, "eldre"), _number(request, "nyere")
    shown, more = queries.inbox(request.person, before=before, after=after)
    if after is not None and not more:
        return redirect("messages:inbox")
    values = {
        "inbox": shown,
        "closed": queries.closed(shown, request.standing),
        "paged": before is not None,
        "has_unread": any(message.read_at is None for message in shown),
        "newest": shown[0].pk if shown else 0,
        **_ways(shown, more=more, before=before, after=after),
    }
    return pages.render(request, "messages/inbox.html", values)


def _ways(
    shown: list[Message], *, more: bool, before: int | None, after: int | None
) -> dict[str, str]:
    if not shown:
        return {"newer": "", "older": ""}
    return {
        "newer": f"?nyere={shown[0].pk}" if before is not None or after is not None else "",
        "older": f"?eldre={shown[-1].pk}" if more or after is not None else "",
    }


@signed_in
@require_safe
def message(request: Request, uuid: UUID) -> HttpResponse:
    """Mark it as read, and go to what it is about."""
    found = queries.message(request.person, uuid)
    if found is None:
        raise Http404
    commands.mark_read(messages=[found.pk], person=request.person, now=request.now)
    if queries.closed([found], request.standing):
        return redirect("messages:inbox")
    return redirect(paths.local(found.path) or "messages:inbox")


@signed_in
@require_POST
def mark_all_read(request: Request) -> HttpResponse:
    up_to = request.POST.get("til", "")
    if up_to.isdecimal() and len(up_to) < 19:
        commands.mark_all_read(person=request.person, up_to=int(up_to), now=request.now)
    return redirect("messages:inbox")


def _number(request: Request, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 19 else None
