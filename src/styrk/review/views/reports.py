"""The pages of reports: the list, one of them, its versions, its files, and those of the units below."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.papers import MEDIA
from styrk.core.together import fetch_together
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code
from styrk.requirements import periods
from styrk.review import layouts, presenters, queries, rules
from styrk.review.models import Supplement, Version
from styrk.review.pack import Content, digest_of, files, telling
from styrk.review.pack.files import Whole
from styrk.review.queries import Around, Subject
from styrk.review.views.finding import Place, content_of, laid_out, live, place, sent
from styrk.ui import pages

SEES = Permission.SEE_REPORTS


@allowed(SEES)
@require_safe
@laid_out
def reports(request: Request) -> HttpResponse:
    """What one's units write and set together, and a unit's that is asked for."""
    today = clock.day(request.now)
    units = queries.written_units(request.standing, today)
    if code := request.GET.get("enhet", "").strip():
        units = [_seen(request, code)]
    values = {
        "groups": presenters.groups(queries.listed(units, today), today),
        "asked": presenters.asked(queries.asked_of(request.person)),
    }
    return pages.render(request, "review/reports.html", values)


def _seen(request: Request, code: str) -> Unit:
    unit = unit_by_code(code)
    if unit is None or not rules.may_write(request.standing, unit):
        raise Http404
    return unit


@signed_in
@require_safe
@laid_out
def go(request: Request, uuid: UUID) -> HttpResponse:
    """From a duty to the report it is about, for one who sees it."""
    words = queries.words_by_uuid(uuid)
    report = words.report if words else queries.report_by_uuid(uuid)
    if report is None:
        raise Http404
    at = (report.unit.code, report.layout, report.period)
    place(request, *at)
    if words and report.is_open:
        return redirect("review:write", *at, words.section)
    return redirect("review:report", *at)


@signed_in
@require_safe
@laid_out
def report(request: Request, code: str, layout: str, period: str) -> HttpResponse:
    """As it stands now for those who write it, else as it was sent last."""
    found = place(request, code, layout, period)
    if found.is_open and found.sees_draft:
        return _draft(request, found)
    return _version(request, found, None)


@signed_in
@require_safe
@laid_out
def version(request: Request, code: str, layout: str, period: str, number: int) -> HttpResponse:
    found = place(request, code, layout, period)
    return _version(request, found, number)


def _draft(request: Request, found: Place) -> HttpResponse:
    around = queries.around(found.report)
    content = live(request, found, around)
    over = periods.last_day(found.period) < clock.day(request.now)
    sends = rules.may_send(request.standing, found.unit)
    values = _shown(request, found, content, around) | {
        "version": None,
        "newest": None,
        "others": [],
        "said": queries.by_section(around.words),
        "gaps": presenters.gaps(
            [one.unit for one in content.missing],
            [one.unit for one in content.sent_back],
            over=over,
        ),
        "digest": digest_of(content),
        "may_send": over and not content.lacking and sends,
        "may_let_stand": sends and found.fits("let_stand"),
    }
    return pages.render(request, "review/report.html", values)


def _version(request: Request, found: Place, number: int | None) -> HttpResponse:
    around = queries.around(found.report)
    fetch_together(*around.rest)
    version = next((one for one in around.versions if number in (None, one.number)), None)
    if version is None:
        raise Http404
    receiver = queries.receiver_of(found.unit, found.layout)
    added = queries.supplements_of(version)
    # What it holds is fetched here, of this one alone.
    values = _shown(request, found, content_of(version), around) | {
        "version": version,
        "newest": around.versions[0].number,
        "supplements": added,
        "others": presenters.other_files(version, len(added)),
        "gaps": [],
        "may_let_stand": False,
        "may_ask": found.fits("send_back") and rules.may_ask(request.standing, receiver),
        "may_correct": found.writes and found.fits("correct"),
        "board": presenters.BOARD,
        "as_shown": presenters.AS_SHOWN,
        "may_present": found.writes and found.fits("present"),
    }
    return pages.render(request, "review/report.html", values)


def _shown(request: Request, found: Place, content: Content, around: Around) -> dict[str, Any]:
    return {
        "place": found,
        "unit": found.unit,
        "layout": found.layout,
        "period": found.period,
        "title": presenters.called(found.layout, found.period),
        "standing": presenters.mark(
            found.report,
            found.layout.due_on(found.unit.level, found.period),
            clock.day(request.now),
        ),
        "due": found.layout.due_on(found.unit.level, found.period),
        "content": content,
        "chapters": telling.chapters(content),
        "versions": around.versions,
        "questions": around.questions,
        "sent_back": presenters.sent_back(found.report, around.questions),
        "presentations": around.presentations,
        "person": request.person,
        "compiles": found.writes and bool(found.layout.compiles),
    }


@signed_in
@require_safe
@laid_out
def export(request: Request, code: str, layout: str, period: str, form: str) -> HttpResponse:
    """The draft, for those who write it."""
    found = place(request, code, layout, period)
    if not found.sees_draft or not found.is_open:
        raise Http404
    return _file(request, Whole(live(request, found)), form)


@signed_in
@require_safe
@laid_out
def export_version(
    request: Request, code: str, layout: str, period: str, number: int, form: str
) -> HttpResponse:
    found = place(request, code, layout, period)
    version = sent(found, number)
    added = _added(version, request.GET.get("tillegg", "0"))
    language = request.GET.get("sprak", "")
    if language not in ("", *files.LANGUAGES):
        raise Http404
    return _file(request, Whole(content_of(version), version, added, language), form)


def _added(version: Version, asked: str) -> list[Supplement]:
    """The first so many that were added to it, which are the same for ever; 404 where they are not there."""
    added = queries.supplements_of(version) if asked != "0" else []
    number = next((n for n in range(len(added) + 1) if str(n) == asked), None)
    if number is None:
        raise Http404
    return added[:number]


def _file(request: Request, whole: Whole, form: str) -> HttpResponse:
    if form not in files.FORMS:
        raise Http404
    name = files.file_name(whole, form)
    return HttpResponse(
        files.written(whole, form, request.now, invented=settings.DEMO),
        content_type=MEDIA[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@signed_in
@require_safe
@laid_out
def shown(request: Request, code: str, layout: str, period: str, uuid: UUID) -> HttpResponse:
    """The very file that a board saw."""
    found = place(request, code, layout, period)
    presentation = queries.presentation(found.report, uuid)
    if presentation is None:
        raise Http404
    version = sent(found, presentation.version.number)
    added = queries.supplements_of(version)[: presentation.added]
    name = files.file_name(Whole(content_of(version), version, added), "pdf")
    return HttpResponse(
        bytes(presentation.pdf),
        content_type=MEDIA["pdf"],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@signed_in
@require_safe
@laid_out
def compiled(request: Request, code: str, layout: str, period: str) -> HttpResponse:
    """Who has sent, who has not, and what they have sent side by side."""
    found = place(request, code, layout, period)
    if not found.layout.compiles or not rules.may_compile(request.standing, found.unit):
        raise Http404
    today, sent_kind = clock.day(request.now), layouts.all_layouts()[found.layout.compiles]
    senders = queries.senders(found.unit, found.layout, period, whole=True)
    subject = Subject(found.unit, found.layout, period)
    values = {
        "unit": found.unit,
        "layout": found.layout,
        "period": period,
        "title": presenters.called(found.layout, period),
        "sent_kind": sent_kind,
        "told": presenters.senders(senders, sent_kind, period, today),
        "counted": presenters.sent_of(senders),
        "areas": list(telling.beside(queries.compiled_content(subject, senders))),
        "language": get_language(),
    }
    return pages.render(request, "review/compiled.html", values)
