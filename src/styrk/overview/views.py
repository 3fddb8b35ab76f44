"""Min side, what is logged about me, the four doors, and what the words and roles mean."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, public, signed_in
from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.requests import Request, Visit
from styrk.access.roles import LEADER
from styrk.core import clock
from styrk.core import glossary as core_glossary
from styrk.duties import queries as duties
from styrk.incidents import queries as incidents
from styrk.incidents import shared
from styrk.organisation.queries import topmost, unit_by_uuid, who_led
from styrk.overview import health as health_check
from styrk.overview import presenters
from styrk.overview.organisation.presenters import acts as acts_of
from styrk.regulation import letters
from styrk.trail import queries as trail
from styrk.ui import context, pages
from styrk.ui.boxes import panels_on
from styrk.ui.menu import Door

OWN_REPORTS = 5
BETTER = 3
LOGGED = 30


@public
@require_safe
def front(request: Visit) -> HttpResponse:
    """The address itself: to Min side, or to where one signs in."""
    if request.person:
        return redirect(settings.LOGIN_REDIRECT_URL)
    if request.guest or request.waiting:
        return redirect("inspections:inspected")
    return redirect("/demo/" if settings.DEMO else settings.LOGIN_URL)


@signed_in
@require_safe
def my_page(request: Request) -> HttpResponse:
    today = clock.day(request.now)
    standing = request.standing
    mine, line = duties.my_day(standing, today)
    leads = standing.allows(Permission.HANDLE_INCIDENTS)
    values = {
        "pile": mine,
        "waits": presenters.by_deadline(mine, today),
        "line": presenters.late_by_unit(line),
        "line_more": line.more,
        "better": incidents.better_lately(BETTER) if leads else [],
        "reports": incidents.own_reports(request.person, OWN_REPORTS),
        "shared": shared.number(),
        "leads": leads,
        "led": any(post.role == LEADER for post in standing.posts),
        "today": today,
        **_places(standing, mine),
    }
    return pages.render(request, "overview/my_page.html", values)


def _places(standing: Standing, mine: duties.Pile) -> dict[str, Any]:
    """Whether a row must say at which unit it is, and at which units one acts for the leader."""
    at = {
        post.unit_id
        for post in standing.posts
        if Permission.HANDLE_INCIDENTS in post.role.permissions
    }
    return {
        # What nobody below holds waits here too, and must say where it is from.
        "many_units": len(at) > 1 or any(one.duty.unit_id not in at for one in mine.waiting),
        "deputy_at": {post.unit_id for post in standing.posts if post.deputy},
    }


@allowed(Permission.HANDLE_INCIDENTS)
@require_safe
def unit_page(request: Request, uuid: UUID) -> HttpResponse:
    """What waits at one unit, for those who lead it or stand above it."""
    unit = unit_by_uuid(uuid)
    if unit is None or not request.standing.allows(Permission.HANDLE_INCIDENTS, unit.pk):
        raise Http404
    today = clock.day(request.now)
    pile = duties.waiting_at(request.standing, unit.pk, today)
    values = {
        "unit": unit,
        "held": who_led(unit, today),
        "pile": pile,
        "waits": presenters.by_deadline(pile, today),
        "today": today,
        "panels": panels_on("unit", unit, request),
    }
    return pages.render(request, "overview/unit_page.html", values)


@allowed(Permission.HANDLE_INCIDENTS)
@require_safe
def own_unit(request: Request) -> HttpResponse:
    """To the page of the unit that the reader leads; the topmost, of several."""
    led = topmost(one.unit_id for one in request.standing.posts if one.role == LEADER)
    if led is None:
        raise Http404
    return redirect("overview:unit_page", uuid=led.uuid)


@signed_in
@require_safe
def logged(request: Request) -> HttpResponse:
    """What is logged about the reader: openings of sensitive records, and acts."""
    me = request.person.pk
    acts = trail.acts_by(me, limit=LOGGED + 1, before=_act_before(request, "gjort"))
    before = _act_before(request, "andre")
    others = trail.acts_on("person", me, limit=LOGGED + 1, before=before)
    opened = trail.readings_by(request.person.pk, limit=LOGGED + 1, before=_opened_before(request))
    values = {
        "acts": presenters.done(acts[:LOGGED]),
        "more_acts": acts[LOGGED - 1].pk if len(acts) > LOGGED else None,
        "others": acts_of(others[:LOGGED]),
        "more_others": others[LOGGED - 1].pk if len(others) > LOGGED else None,
        "opened": presenters.opened(opened[:LOGGED]),
        "more_opened": opened[LOGGED - 1].at if len(opened) > LOGGED else None,
    }
    return pages.render(request, "overview/logged.html", values)


def _act_before(request: Request, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 19 else None


def _opened_before(request: Request) -> datetime | None:
    try:
        given = datetime.fromisoformat(request.GET.get("apnet", ""))
    except ValueError:
        return None
    return given if given.tzinfo else None


@signed_in
@require_safe
def roles(request: Request) -> HttpResponse:
    values = {"roles": presenters.roles(request.standing.posts)}
    return pages.render(request, "overview/roles.html", values)


@signed_in
@require_safe
def glossary(request: Request) -> HttpResponse:
    words = presenters.in_norwegian_order(core_glossary.words())
    return pages.render(request, "overview/glossary.html", {"words": words})


@signed_in
@require_safe
def door(request: Request, door: str) -> HttpResponse:
    """One of the four duties: what it asks, and the pages behind it."""
    chosen = Door(door)
    values = {
        "door": chosen,
        "asks": presenters.ASKS[chosen],
        "items": list(context.shown(request, chosen)),
        "provisions": [one for one in letters.ALL if one.duty == chosen.value],
        "source": letters.SOURCE,
    }
    return pages.render(request, "overview/door.html", values)


@public
@require_safe
def health(request: Visit) -> HttpResponse:
    """The address's place among the others; the middleware answers before it comes here."""
    return health_check.check(request)
