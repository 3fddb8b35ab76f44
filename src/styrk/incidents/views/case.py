"""The leader's pages: the list, and the incident with all that hangs on it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.presenters import standing_tag
from styrk.core import clock
from styrk.core.trips import each, whole
from styrk.incidents import (
    case_file,
    exports,
    forms,
    photos,
    presenters,
    queries,
    rules,
    saved,
    shared,
)
from styrk.incidents.listing import Filters
from styrk.incidents.models import Incident
from styrk.incidents.record import note_reading, note_readings
from styrk.incidents.states import MOVES, Kind, Listing, State
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code
from styrk.trail.queries import READERS, Reader, readers_of
from styrk.ui import pages, paging
from styrk.ui.boxes import panels_on

ACTS = sorted({act for _state, act in MOVES})


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def incidents(request: Request) -> HttpResponse:
    form = forms.FilterForm(request.GET)
    filters = _filters(form, request.GET.get("enhet", ""))
    on, place = clock.day(request.now), paging.before(request)
    # What cannot be searched for has no answer, and all there is would look like one.
    found = [] if "q" in form.errors else queries.incidents_for(filters, on, place)
    shown = found[: queries.PAGE]
    query, searches = saved.query_of(request.GET), saved.searches_of(request.person)
    return pages.render(
        request,
        "incidents/incidents.html",
        {
            "rows": [_row(incident) for incident in shown],
            "filter": form,
            "filtered": "q" in form.errors or filters != Filters(),
            "unit": filters.unit,
            "query": query,
            "searches": searches,
            "kept": next((one for one in searches if one.query == query), None),
            "forms": exports.FORMS,
            "most": exports.MOST,
            "older": _older(request, shown[-1]) if len(found) > queries.PAGE else None,
            "first_page": paging.OLDER not in request.GET,
        },
        fragment="list",
    )


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def export(request: Request, form: str) -> HttpResponse:
    """The list as it is limited, as a file. Every case in it is noted as opened."""
    chosen = exports.FORMS.get(form)
    given = forms.FilterForm(request.GET)
    filters = _filters(given, request.GET.get("enhet", ""))
    if chosen is None or "q" in given.errors:
        raise Http404
    on = clock.day(request.now)
    found = queries.incidents_in_full(filters, on, exports.MOST)
    note_readings(found, request.person, request.now)
    answer = HttpResponse(chosen.made(found), content_type=chosen.media)
    answer["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=exports.name_of(form, on)
    )
    answer["Cache-Control"] = "private, no-store"
    return answer


def _older(request: Request, last: queries.Listed | shared.Shared) -> str:
    return paging.older(request, last.reported_at, last.pk)


@signed_in
@require_safe
def shared_cases(request: Request) -> HttpResponse:
    """The cases that the reader sees by a grant, whoever the reader is."""
    found = shared.cases(paging.before(request))
    shown = found[: queries.PAGE]
    values = {
        "cases": [one for one in shown if one.whole or one.question],
        "state_tag": presenters.state_tag,
        "is_first": paging.OLDER not in request.GET,
        "older": _older(request, shown[-1]) if len(found) > queries.PAGE else None,
        "today": clock.day(request.now),
    }
    return pages.render(request, "incidents/shared.html", values)


@signed_in
@require_safe
def incident(request: Request, uuid: UUID) -> HttpResponse:
    found = queries.incident(uuid)
    if found is None or not rules.sees_case(request.standing, found):
        raise Http404
    note_reading(found, request.person, request.now)
    return pages.render(request, "incidents/incident.html", _case(request, found))


@signed_in
@require_safe
def history(request: Request, uuid: UUID) -> HttpResponse:
    """Every step in plain words, and who has opened the record."""
    found = queries.incident(uuid)
    if found is None or not rules.sees_case(request.standing, found):
        raise Http404
    note_reading(found, request.person, request.now)
    readers = readers_of("incident", found.pk, before=paging.before(request))
    return pages.render(
        request,
        "incidents/history.html",
        {
            "incident": found,
            "list_of": presenters.list_of(found),
            "entries": presenters.history(case_file.steps(found), queries.known_reporter(found)),
            "analyses": case_file.analyses(found),
            "readers": readers[:READERS],
            "older": _earlier(request, readers[READERS - 1]) if len(readers) > READERS else None,
            "first_page": paging.OLDER not in request.GET,
        },
    )


def _earlier(request: Request, last: Reader) -> str:
    return paging.older(request, last.at, last.person_id)


@signed_in
@require_safe
def attachment(request: Request, uuid: UUID) -> HttpResponse:
    found = queries.attachment(uuid)
    if found is None:
        raise Http404
    try:
        content = photos.load(found.file)
    except FileNotFoundError:
        raise Http404 from None
    # The one who reported looks at own photos; to say so would tell who it was.
    if queries.own_report(request.person.pk, found.incident.uuid) is None:
        note_reading(found.incident, request.person, request.now)
    answer = HttpResponse(content, content_type=found.content_type)
    answer["Content-Disposition"] = (
        content_disposition_header(as_attachment=False, filename=found.name) or "inline"
    )
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return answer


def _case(request: Request, found: Incident) -> dict[str, Any]:
    decided, panels = whole(
        lambda: each(
            lambda: case_file.actions(found), lambda: panels_on("incident", found, request)
        )
    )
    case = case_file.of(found, decided)
    reporter = queries.known_reporter(found)
    return {
        "incident": found,
        "list_of": presenters.list_of(found),
        "case": case,
        "tag_label": presenters.state_tag(found),
        "kind": presenters.kind_label(found),
        "reporter": reporter,
        "lies_with": presenters.lies_with(found),
        "about": presenters.about_tags(found, case.steps),
        "harm_actual": presenters.harm_tag(found.harm_actual),
        "harm_possible": presenters.harm_tag(found.harm_possible),
        "actions": [(action, standing_tag(action)) for action in case.actions],
        "added": presenters.added(case.steps),
        "aside": presenters.aside(found),
        "may_tell": any(a.state != "dropped" and a.told in case_file.OPEN for a in case.actions),
        "effect_unknown": any(action.is_open for action in case.actions),
        "entries": presenters.history(case.steps, reporter)[:5],
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
        "panels": panels,
        "today": clock.day(request.now),
    }


def _row(incident: queries.Listed) -> dict[str, Any]:
    return {
        "incident": incident,
        "tag": presenters.state_tag(incident),
        "harm": presenters.harm_tag(incident.harm_actual),
        "kind": presenters.kind_label(incident),
    }


def _filters(form: forms.FilterForm, code: str) -> Filters:
    form.is_valid()
    given = form.cleaned_data
    return Filters(
        text=given.get("q", ""),
        state=given.get("state", "") if given.get("state") in State.values else "",
        kind=given.get("kind", "") if given.get("kind") in Kind.values else "",
        serious=bool(given.get("serious")),
        unit=_unit(code) if code else None,
        listing=given.get("vis", "") if given.get("vis") in Listing else "",
    )


def _unit(code: str) -> Unit:
    unit = unit_by_code(code)
    if unit is None:
        raise Http404
    return unit
