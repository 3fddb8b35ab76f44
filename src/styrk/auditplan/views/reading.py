"""The revisjonsplaner one may read, one of them, one line, and the plan as a file."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.auditplan import freezing, papers, presenters, queries, rules
from styrk.auditplan.models import AuditPlan
from styrk.auditplan.states import LINE_MOVES, MOVES, LineState, State, WishState
from styrk.auditplan.views.acting import DESK, LINES, address
from styrk.core import clock
from styrk.core.papers import MEDIA
from styrk.core.trips import each
from styrk.core.trips import whole as together
from styrk.inspections.queries import keeping_unit
from styrk.ui import pages
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Panel, panels_on

ACTS = tuple(dict.fromkeys(act for _state, act in MOVES))
LINE_ACTS = tuple(dict.fromkeys(act for _state, act in LINE_MOVES))


@allowed(Permission.SEE_INSPECTIONS)
@require_safe
def plans(request: Request) -> HttpResponse:
    """Those of one's own unit and of the units above it."""
    found = queries.plans_for(request.standing)
    values = {
        "rows": [
            (
                one,
                presenters.name_of(one),
                presenters.state_mark(one),
                rules.may(request.standing, one, "wish"),
                rules.reads_all(request.standing, one),
            )
            for one in found
        ],
        "may_begin": keeping_unit(request.standing) is not None,
    }
    return pages.render(request, "auditplan/plans.html", values)


@signed_in
@require_safe
def of_unit(request: Request, uuid: UUID) -> HttpResponse:
    """Where a duty leads: to the newest plan of the unit, or to where one begins."""
    found = [one for one in queries.plans_for(request.standing) if one.unit.uuid == uuid]
    newest = next(iter(found), None)
    return redirect(address(newest) if newest else address_of("auditplan:plans"))


@signed_in
@require_safe
def plan(request: Request, uuid: UUID) -> HttpResponse:
    """The plan as it stands, or as the board approved it for those who do not make it."""
    found = DESK.found(request, uuid)
    whole = rules.reads_all(request.standing, found)
    approved = papers.last_of(found)
    lines = lines_for(found, whole=whole)
    around, panels = _around(found, request) if whole else (queries.Around([], [], {}), [])
    audits = around.audits
    by_line = {str(one.uuid): audits[one.pk] for one in found.lines.all() if one.pk in audits}
    wishes = list(found.wishes.all())
    values = {
        "plan": found,
        "name": presenters.name_of(found),
        "standing": presenters.state_mark(found),
        "whole": whole,
        "approved": approved,
        "rows": presenters.rows(lines, found.year, clock.day(request.now), by_line),
        "year": presenters.year_rows(queries.year_of(found, audits)) if whole and approved else [],
        "told": [
            (one, presenters.body_word(one.body), presenters.said_by(one))
            for one in around.recommendations
        ],
        "recommends": presenters.recommends(rules.bodies(request.standing, found)),
        "open": sum(one.state == WishState.OPEN for one in wishes),
        "wished": len(wishes) if whole else len(queries.wishes_seen(found, request.standing)),
        "untimed": sum(
            one.quarter is None and one.state != LineState.OUT for one in found.lines.all()
        ),
        "is_draft": found.state in {State.DRAFT, State.REVISING},
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
        "entries": presenters.history(around.steps),
        "panels": panels,
    }
    return pages.render(request, "auditplan/plan.html", values)


def _around(plan: AuditPlan, request: Request) -> tuple[queries.Around, list[Panel]]:
    """What stands around it, here and in apps above, in one trip."""
    found, panels = together(
        lambda: each(lambda: queries.around(plan), lambda: panels_on("auditplan", plan, request))
    )
    return found, panels


def lines_for(plan: AuditPlan, *, whole: bool) -> list[freezing.Said]:
    """As they stand; for others as the board approved them last, and of a draft none."""
    if whole:
        return freezing.lines_told(plan)
    approved = papers.last_of(plan)
    return approved.content["lines"] if approved else []


@signed_in
@require_safe
def line(request: Request, uuid: UUID) -> HttpResponse:
    """What is to be looked at, and what became of it."""
    found = LINES.found(request, uuid)
    told = freezing.line_told(found)
    today = clock.day(request.now)
    audit = queries.audit_of(found)
    values = {
        "line": found,
        "plan": found.plan,
        "plan_name": presenters.name_of(found.plan),
        "row": presenters.row(told, found.plan.year, today, audit),
        "audit": audit,
        "wishes": [
            (one, presenters.from_whom(one.party, one.unit.name))
            for one in queries.wishes_behind(found)
        ],
        "may": {act: rules.may_line(request.standing, found, act) for act in LINE_ACTS},
    }
    return pages.render(request, "auditplan/line.html", values)


@signed_in
@require_safe
def export(request: Request, uuid: UUID, form: str) -> HttpResponse:
    found = DESK.found(request, uuid)
    whole = rules.reads_all(request.standing, found)
    if form not in papers.FORMS or not (whole or found.version):
        raise Http404
    return HttpResponse(
        papers.written(found, form, request.now, whole=whole, invented=settings.DEMO),
        content_type=MEDIA[form],
        headers={"Content-Disposition": f'attachment; filename="{papers.file_name(found, form)}"'},
    )
