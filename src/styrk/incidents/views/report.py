"""Meld, and following what came of it."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT, done, with_form
from styrk.access.decorators import keeping_files, signed_in
from styrk.access.queries import draft_for
from styrk.access.requests import Request
from styrk.access.typed import FILES_LEFT, Typed, last, pairs, typed_in
from styrk.core import clock
from styrk.incidents import case_file, commands, forms, kept_photos, presenters, queries
from styrk.incidents.again import told_before
from styrk.incidents.photos import Photo
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import find_units, home_units, unit_by_uuid
from styrk.ui import pages, paging
from styrk.ui.addresses import address_of

# Words for the photos of the try before, and that they are to be left out.
PHOTOS, WITHOUT = "kept_photos", "without_photos"
PICTURES = {PHOTOS, WITHOUT, FILES_LEFT}


def _keep_for(request: HttpRequest, person: Person, typed: Typed) -> Typed:
    """What was typed, with the photos that can be read kept for the person."""
    fresh, broken = forms.read_photos(request.FILES.getlist("photos")[: settings.ATTACHMENT_LIMIT])
    before = [word for name, word in pairs(typed) if name == PHOTOS]
    words = [*before, *(kept_photos.keep(photo, person).word for photo in fresh)]
    told = {name: said for name, said in typed.items() if name not in {PHOTOS, FILES_LEFT}}
    return told | {PHOTOS: words} | ({FILES_LEFT: "1"} if broken else {})


@keeping_files(_keep_for)
@signed_in
@ACT
def report(request: Request) -> HttpResponse:
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        return _sent(request, form)
    photos = _keep(request, form)
    values = {
        "form": form,
        "kept": not form.is_bound and bool(form.initial.get("description")),
        "files_left": FILES_LEFT in form.initial or _gone(form.initial, photos),
        "photos": photos,
    }
    return with_form(
        request, "incidents/report.html", values, form, typed=_typed(request, form, photos)
    )


def _sent(request: Request, form: forms.ReportForm) -> HttpResponse:
    """Send it, unless it is here already: then it is said that it is, and what to do with another."""
    report, by, now = form.report(), request.person, request.now
    said = _("Takk! Meldingen er sendt. Her ser du hva som skjer med den.")
    if incident := told_before(report, by, now):
        said = _(
            "Denne meldingen er den samme som du nettopp sendte, så den er ikke sendt en gang til."
            " Har det hendt noe mer, så skriv hva som skiller det fra dette."
        )
    else:
        incident = commands.report_incident(report=report, key=form.submission(), by=by, now=now)
    return done(request, said, address_of("incidents:own_report", incident.uuid))


def _gone(draft: Mapping[str, Any], photos: list[str]) -> bool:
    """Whether photos followed the form that are here no more."""
    return bool(draft.get(PHOTOS)) and WITHOUT not in draft and not photos


def _typed(request: Request, form: forms.ReportForm, photos: list[str]) -> Typed:
    """What was sent, with the photos that follow the form in place of those that were sent with it."""
    typed = {name: words for name, words in typed_in(request).items() if name not in PICTURES}
    return typed | ({FILES_LEFT: "1"} if form.lost else {}) | ({PHOTOS: photos} if photos else {})


def _keep(request: Request, form: forms.ReportForm) -> list[str]:
    """The words for the photos that follow the form to the next try."""
    if not form.is_bound:
        return _of_draft(request, form.initial)
    before = [] if form.lost or WITHOUT in request.POST else request.POST.getlist(PHOTOS)
    return [*before, *(kept_photos.keep(photo, request.person).word for photo in form.fresh)]


def _of_draft(request: Request, draft: Mapping[str, Any]) -> list[str]:
    """Those that followed the form when its page was left, or its session ended, if they are here yet."""
    words = draft.get(PHOTOS) or []
    given = [words] if isinstance(words, str) else words
    try:
        found = kept_photos.opened(given[: settings.ATTACHMENT_LIMIT], request.person)
    except kept_photos.Lost:
        return []
    return [] if WITHOUT in draft else [kept.word for kept in found]


@signed_in
@require_safe
def places(request: Request) -> HttpResponse:
    """The units that match, while one types."""
    searched = request.GET.get("search", "")[:100].strip()
    hits = _found(request, searched)
    return pages.render(request, "incidents/places.html", {"hits": hits, "searched": searched})


@signed_in
@require_safe
def own_reports(request: Request) -> HttpResponse:
    """What the reader has reported, a page at a time, the newest first."""
    place = paging.before(request)
    found = queries.own_reports(
        request.person, queries.PAGE + 1, before=place[1] if place else None
    )
    shown = found[: queries.PAGE]
    more = len(found) > len(shown)
    values = {
        "reports": shown,
        "is_first": place is None,
        "older": paging.older(request, shown[-1].reported_at, shown[-1].pk) if more else None,
    }
    return pages.render(request, "incidents/own_reports.html", values)


@signed_in
@require_safe
def own_report(request: Request, uuid: UUID) -> HttpResponse:
    found = queries.own_report(request.person.pk, uuid)
    if found is None:
        raise Http404
    return pages.render(
        request,
        "incidents/own_report.html",
        {
            "incident": found,
            "tag_label": presenters.state_tag(found),
            "kind": presenters.kind_label(found),
            "entries": presenters.timeline(found, case_file.timeline(found)),
            "attachments": case_file.attachments(found),
        },
        fragment="timeline",
    )


def _form(request: Request) -> forms.ReportForm:
    near = _near(request)
    if request.method != "POST":
        kept = draft_for(request.person, address_of("incidents:report"))
        wanted = last(kept.get("unit", ""))
        return forms.ReportForm(
            units=near, found=_elsewhere(request, near, wanted), now=request.now, initial=kept
        )
    wanted = request.POST.get("unit", "")
    found = _elsewhere(request, near, wanted)
    photos = _kept(request)
    form = _bound(request, near, found, photos)
    return _bound(request, near, _found(request, form.wanted), photos) if form.wanted else form


def _bound(
    request: Request, near: list[Unit], found: list[Unit], photos: list[Photo] | None
) -> forms.ReportForm:
    return forms.ReportForm(
        request.POST,
        request.FILES,
        units=near,
        found=found,
        now=request.now,
        kept=photos or (),
        lost=photos is None,
    )


def _kept(request: Request) -> list[Photo] | None:
    """The photos of the try before, unless one takes them away; None where some of them are lost."""
    if WITHOUT in request.POST:
        return []
    words = request.POST.getlist(PHOTOS)[: settings.ATTACHMENT_LIMIT]
    try:
        return [kept.photo for kept in kept_photos.opened(words, request.person)]
    except kept_photos.Lost:
        return None


def _near(request: Request) -> list[Unit]:
    return home_units(request.person, clock.day(request.now))


def _found(request: Request, text: str) -> list[Unit]:
    if not text.strip():
        return []
    near = {unit.pk for unit in _near(request)}
    units = find_units(text, trust_ids=_trusts(request), on=clock.day(request.now), limit=8)
    return [unit for unit in units if unit.pk not in near]


def _elsewhere(request: Request, near: list[Unit], wanted: str) -> list[Unit]:
    """A unit chosen among search results, if it is one this person may report on."""
    if wanted in {"", forms.ELSEWHERE, *(str(unit.uuid) for unit in near)}:
        return []
    try:
        unit = unit_by_uuid(UUID(wanted))
    except ValueError:
        return []
    return [unit] if unit and unit.trust_id in _trusts(request) else []


def _trusts(request: Request) -> Collection[int]:
    """Where one may report: where one holds something, or at least has one's home."""
    home = request.person.home_unit
    return request.standing.trusts or ({home.legal_id} if home else frozenset())
