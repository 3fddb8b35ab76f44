"""A unit's requirements, one of them, and where a sentence went."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT, data, done, draft, with_form
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.organisation.queries import children_of, home_units, unit_by_code
from styrk.requirements import commands, forms, periods, presenters, queries, rules, statutes
from styrk.requirements.models import Requirement
from styrk.requirements.states import MOVES, State
from styrk.requirements.views.acting import DESK
from styrk.ui import pages
from styrk.ui.addresses import address_of
from styrk.ui.boxes import panels_on

ACTS = tuple(dict.fromkeys(act for _state, act in MOVES if act != "continue"))


@allowed(Permission.SEE_REQUIREMENTS)
@require_safe
def placements(request: Request) -> HttpResponse:
    """What is asked of a unit: one's own, or another in sight."""
    today = clock.day(request.now)
    unit = _unit(request)
    form = forms.FilterForm(request.GET or None)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = (
        queries.placements_at(request.standing, unit, _filters(chosen), today, _after(request))
        if unit
        else []
    )
    shown = found[: queries.PAGE]
    values = {
        "unit": unit,
        "others": _others(request, unit),
        "filter": form,
        "filtered": bool(chosen.get("vis") or chosen.get("sok")),
        "rows": [
            (
                one,
                presenters.standing_mark(one, today),
                presenters.course_mark(getattr(one, "course", None) or ""),
            )
            for one in shown
        ],
        "after": _after(request) + len(shown) if len(found) > queries.PAGE else None,
        "given": None if found or unit is None else _given(unit, today),
        "today": today,
    }
    return pages.render(request, "requirements/placements.html", values, fragment="list")


def _given(unit: Unit, today: date) -> str | None:
    """Where those answer whom the unit itself asks, for one that nobody asks."""
    rhythm = queries.given_rhythm(unit)
    if rhythm is None:
        return None
    return address_of("requirements:status", unit.code, periods.period_of(rhythm, today))


def _unit(request: Request) -> Unit | None:
    if code := request.GET.get("enhet", "").strip():
        unit = unit_by_code(code)
        if unit is None or not queries.unit_in_sight(request.standing, unit):
            raise Http404
        return unit
    return next(iter(home_units(request.person, clock.day(request.now))), None)


def _others(request: Request, unit: Unit | None) -> list[Unit]:
    """The unit above and those below, to go on to."""
    if unit is None:
        return []
    above = [unit.parent] if unit.parent else []
    near = [*above, *children_of(unit, on=clock.day(request.now))]
    return [one for one in near if queries.unit_in_sight(request.standing, one)]


def _filters(chosen: dict[str, str]) -> queries.Filters:
    vis = chosen.get("vis", "")
    return queries.Filters(
        state=vis if vis in State.values else "",
        late=vis == "late",
        without_owner=vis == "without_owner",
        text=chosen.get("sok", ""),
    )


def _after(request: Request) -> int:
    text = request.GET.get("etter", "")
    return int(text) if text.isdecimal() and len(text) < 19 else 0


@signed_in
@require_safe
def placement(request: Request, uuid: UUID) -> HttpResponse:
    """What a unit has made of a requirement, how it goes, and where it went from here."""
    found = DESK.found(request, uuid)
    today = clock.day(request.now)
    below = queries.branches(found.requirement, request.standing, today, above=found)
    values = {
        "placement": found,
        "requirement": found.requirement,
        "notice": presenters.notice_of(
            found.requirement, statutes.standing_on(found.requirement, today)
        ),
        "holds": not statutes.is_superseded(found.requirement, today),
        "standing": presenters.standing_mark(found, today),
        "reports": [
            (one, presenters.course_mark(one.course), periods.spoken(one.period))
            for one in found.reports.all()
        ],
        "branches": _drawn(below, today),
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
        "entries": presenters.history(found.steps.all()),
        "panels": panels_on("placement", found, request),
        "today": today,
    }
    return pages.render(request, "requirements/placement.html", values)


def _drawn(branches: list[queries.Branch], today: date) -> list[tuple[object, ...]]:
    return [
        (one, presenters.branch_mark(one, today), presenters.missing(one.below)) for one in branches
    ]


@allowed(Permission.SEE_REQUIREMENTS)
@ACT
def requirement(request: Request, uuid: UUID) -> HttpResponse:
    """A sentence: what it says, where it went, and where it stopped."""
    found = queries.requirement(uuid)
    if found is None:
        raise Http404
    today = clock.day(request.now)
    form = _place_form(request, found)
    if form is not None and request.method == "POST":
        if form.is_valid():
            return _place(request, found, form)
    elif request.method == "POST":
        raise Http404
    stands = statutes.standing_on(found, today)
    shown = queries.branches(found, request.standing, today)
    values = {
        "requirement": found,
        "notice": presenters.notice_of(found, stands),
        "holds": not statutes.is_superseded(found, today),
        "by_level": found.kind and request.standing.allows(Permission.PLACE_REQUIREMENTS),
        "branches": _drawn(shown, today),
        "unplaced": not shown and not queries.is_placed(found),
        "gaps": queries.gaps_of(found, request.standing, today),
        "form": form,
        "stopped": panels_on("stopped", found, request),
        "panels": panels_on("requirement", found, request),
        "today": today,
    }
    return with_form(request, "requirements/requirement.html", values, form)


def _place_form(request: Request, found: Requirement) -> forms.PassOnForm | None:
    """For whoever may place it: the unit that laid the source down and those right below it."""
    unit = found.edition.source.unit or queries.keeping_unit(request.standing)
    today = clock.day(request.now)
    if unit is None or not rules.can_be_placed(found, today):
        return None
    if not rules.may_place(request.standing, unit.pk):
        return None
    return forms.PassOnForm(
        data(request),
        units=[unit, *children_of(unit, on=today)],
        having=queries.units_having(found),
        today=today,
        initial=draft(request),
    )


def _place(request: Request, found: Requirement, form: forms.PassOnForm) -> HttpResponse:
    placed = commands.place_requirement(
        requirement=found,
        units=form.chosen(),
        answer_due=form.cleaned_data["answer_due"],
        by=request.person,
        now=request.now,
    )
    names = ", ".join(one.unit.name for one in placed)
    said = _("Kravet er lagt til %(units)s.") if placed else _("Kravet var lagt til fra før.")
    return done(
        request,
        said % {"units": names},
        address_of("requirements:requirement", found.uuid),
    )


@signed_in
@require_safe
def branches(request: Request, uuid: UUID) -> HttpResponse:
    """The units one level below a placement, as a fragment of the tree (a page without HTMX)."""
    found = DESK.found(request, uuid)
    today = clock.day(request.now)
    below = queries.branches(found.requirement, request.standing, today, above=found)
    values = {"placement": found, "branches": _drawn(below, today), "today": today}
    return pages.render(request, "requirements/branches.html", values, fragment="tree")
