"""What the board sees today, and the organisations beside each other for their owner."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.board import gathering, presenters, queries, rules, wording
from styrk.board.views.acting import chosen
from styrk.board.weighing import weighed
from styrk.core import clock
from styrk.ui import pages
from styrk.ui.boxes import panels_on


@allowed(Permission.SEE_REPORTS)
@require_safe
def board(request: Request) -> HttpResponse:
    """The page of the board of the organisation in the address, or of one's own."""
    unit, units = chosen(request)
    if unit is None:
        return pages.render(request, "board/board.html", {"unit": None, "words": wording})
    standing, today = request.standing, clock.day(request.now)
    papers = queries.papers_of(unit, today)
    shown = gathering.content(unit, papers, standing, today, panels_on("board", unit, request))
    values = {
        "unit": unit,
        "words": wording,
        "others": [one for one in units if one != unit],
        "content": shown if rules.belongs(standing, unit.pk) else gathering.opened(shown),
        "coming": [(one, presenters.name_of(one)) for one in papers.coming],
        "held": [(one, presenters.name_of(one)) for one in papers.held],
        "may": {"keep": rules.may_keep(standing, unit.pk), "ask": rules.sits(standing, unit.pk)},
    }
    return pages.render(request, "board/board.html", values)


@allowed(Permission.SEE_REPORTS)
@require_safe
def side_by_side(request: Request) -> HttpResponse:
    """The organisations one reads reports from, each in a row, for one who reads more than one."""
    today = clock.day(request.now)
    units = queries.organisations(request.standing, today)
    if len(units) < 2:
        raise Http404
    values = {
        "words": wording,
        "columns": presenters.columns(),
        "rows": presenters.beside(units, weighed(units, today)),
        "today": today,
    }
    return pages.render(request, "board/side_by_side.html", values)
