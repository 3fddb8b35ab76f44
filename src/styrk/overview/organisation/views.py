"""The organisation: its tree, a unit, and where responsibility is missing."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.organisation import queries
from styrk.organisation.models import Unit
from styrk.overview.organisation import presenters
from styrk.overview.organisation.forms import DayForm, SearchForm
from styrk.ui import pages

HITS = 20
GAPS = 100
STAFF = 200
ACTS = 20


@allowed(Permission.SEE_ORGANISATION)
def units(request: Request) -> HttpResponse:
    """Two levels of the tree from the top or from a chosen unit, or what a search finds."""
    today = clock.day(request.now)
    asked = request.GET.get("sok", "").strip()
    form = SearchForm(request.GET if asked else None)
    text = form.cleaned_data["sok"] if form.is_valid() else ""
    top = _chosen(request.GET.get("fra", "")) or _coded(request)
    values = {
        "form": form,
        "text": text,
        "top": top,
        "crumbs": presenters.crumbs(top, queries.ancestors_of(top), presenters.way_down)
        if top
        else [],
        "may_change": request.standing.allows(Permission.CHANGE_ORGANISATION),
        **(_found(text, today) if text else _branches(top, today)),
    }
    template = "overview/organisation/units.html"
    status = 422 if form.errors else 200
    return pages.render(request, template, values, fragment="found", status=status)


def _chosen(given: str) -> Unit | None:
    if not given:
        return None
    try:
        unit = queries.unit_by_uuid(UUID(given))
    except ValueError:
        raise Http404 from None
    if unit is None:
        raise Http404
    return unit


def _coded(request: Request) -> Unit | None:
    """The unit whose code stands in the address."""
    code = request.GET.get("enhet", "").strip()
    unit = queries.unit_by_code(code) if code else None
    if code and unit is None:
        raise Http404
    return unit


def _found(text: str, today: date) -> dict[str, Any]:
    hits = queries.find_units(text, trust_ids=None, on=today, limit=HITS + 1)
    led = queries.responsible_leaders([unit.pk for unit in hits], today)
    return {"hits": hits[:HITS], "more": len(hits) > HITS, "led": led, "rows": []}


def _branches(top: Unit | None, today: date) -> dict[str, Any]:
    branches = queries.unit_tree(top, on=today, depth=2)
    shown = presenters.ids(branches) + ([top.pk] if top else [])
    led = queries.responsible_leaders(shown, today)
    return {"rows": presenters.rows(branches, led), "led": led, "hits": [], "more": False}


@allowed(Permission.SEE_ORGANISATION)
def unit(request: Request, uuid: UUID) -> HttpResponse:
    """A unit: who answers for it now and on any day, its place, its units and its history."""
    found = queries.unit_by_uuid(uuid)
    if found is None:
        raise Http404
    today = clock.day(request.now)
    above, children = queries.family_of(found, on=today)
    insider = _is_insider(request, found)
    values = {
        "unit": found,
        "crumbs": presenters.crumbs(found, above, presenters.page_of),
        "posts": presenters.posts(queries.posts_at(found, today)),
        "deputies": queries.deputies([found.pk], today)[found.pk],
        "children": children,
        "led": queries.responsible_leaders([child.pk for child in children], today),
        "about": presenters.about(found),
        "editions": queries.editions_of(found),
        "acts": presenters.acts(queries.history_of_unit(found, posts=insider, limit=ACTS)),
        "form": DayForm(),
        "insider": insider,
        "staff_limit": STAFF,
        "changes": presenters.changes(request.standing, found, today),
        "today": today,
    }
    return pages.render(request, "overview/organisation/unit.html", values)


def _is_insider(request: Request, unit: Unit) -> bool:
    """Belongs to the unit's trust, or answers for it from above: may see its people."""
    standing = request.standing
    is_above = standing.allows(Permission.SEE_ORGANISATION, unit.pk)
    return is_above or unit.trust_id in standing.trusts


@allowed(Permission.SEE_ORGANISATION)
def responsible(request: Request, uuid: UUID) -> HttpResponse:
    """Who was responsible for the unit on a day, and what the unit was then."""
    found = queries.unit_by_uuid(uuid)
    if found is None:
        raise Http404
    form = DayForm(request.GET)
    values = {
        "unit": found,
        "form": form,
        "answer": _answer(found, form.cleaned_data["dato"]) if form.is_valid() else None,
    }
    template = "overview/organisation/responsible.html"
    status = 200 if values["answer"] else 422
    return pages.render(request, template, values, fragment="answer", status=status)


def _answer(unit: Unit, on: date) -> dict[str, Any]:
    edition = queries.unit_named_on(unit, on)
    held = queries.who_led(unit, on)
    above = None if held.leaders or not edition else queries.nearest_leader_above(unit, on)
    asked = [unit, above[0]] if above else [unit]
    return {
        "on": on,
        "edition": edition,
        "held": held,
        "above": above,
        "afterwards": presenters.acts(queries.registered_after(asked, on)),
    }


@allowed(Permission.SEE_ORGANISATION)
def gaps(request: Request) -> HttpResponse:
    """Units without a leader and with several, among those the reader answers for."""
    today = clock.day(request.now)
    line, top = request.standing.may[Permission.SEE_ORGANISATION].ids, _coded(request)
    if top and top.pk not in line:
        raise Http404
    if top:
        line &= queries.subtree_ids(top)
    found = queries.leadership_gaps(line, today, limit=GAPS)
    values = {
        "gaps": found,
        "lead": presenters.EACH_ITS_LEADER,
        "top": top,
        "acting": queries.deputies([unit.pk for unit in found.without], today),
    }
    return pages.render(request, "overview/organisation/gaps.html", values)
