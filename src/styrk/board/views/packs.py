"""Packs: freezing what the page shows, reading one, and the same as a file. Reading is written down."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_POST, require_safe

from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.board import commands, gathering, paper, presenters, queries, rules, wording
from styrk.board.models import Pack
from styrk.board.types import Content
from styrk.board.views.acting import MEETINGS, meeting_way
from styrk.core.papers import MEDIA
from styrk.trail.commands import record_reading
from styrk.ui import pages
from styrk.ui.addresses import address_of
from styrk.ui.boxes import panels_on


@signed_in
@require_POST
def make(request: Request, uuid: UUID) -> HttpResponse:
    found = MEETINGS.for_act(request, uuid, "make_pack")
    with translation.override(settings.LANGUAGE_CODE):
        panels = panels_on("board", found.unit, request)
    return MEETINGS.do(
        request,
        found,
        lambda: commands.make_pack(
            meeting=found,
            standing=request.standing,
            panels=panels,
            by=request.person,
            now=request.now,
        ),
        str(wording.PACK_MADE),
        back=lambda made: address_of("board:pack", made.uuid),
    )


def _opened(request: Request, uuid: UUID) -> tuple[Pack, Content]:
    """The pack and what of it this person may read, or 404; and that it was opened is noted."""
    found = queries.pack(uuid, request.standing)
    if found is None:
        raise Http404
    record_reading(
        by=request.person,
        now=request.now,
        subject="board_pack",
        subject_id=found.pk,
        reference=f"Styrepakke {found.number}, {found.meeting}",
    )
    inside = rules.belongs(request.standing, found.meeting.unit_id)
    return found, gathering.frozen_for(queries.content_of(found), inside=inside)


@signed_in
@require_safe
def pack(request: Request, uuid: UUID) -> HttpResponse:
    found, content = _opened(request, uuid)
    name = presenters.pack_name(found)
    values = {
        "pack": found,
        "words": wording,
        "name": name,
        "content": content,
        "crumbs": [*meeting_way(found.meeting), (name, None)],
    }
    return pages.render(request, "board/pack.html", values)


@signed_in
@require_safe
def export(request: Request, uuid: UUID, form: str) -> HttpResponse:
    if form not in paper.FORMS:
        raise Http404
    found, content = _opened(request, uuid)
    with translation.override(settings.LANGUAGE_CODE):
        data = paper.written(found, content, form, invented=settings.DEMO)
    name = paper.file_name(found, content, form)
    return HttpResponse(
        data,
        content_type=MEDIA[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
