"""Where a revisjonsplan stands with the board, on the plan's page."""

from django.utils.translation import gettext as _

from styrk.access.requests import Request
from styrk.auditplan.models import AuditPlan
from styrk.board import presenters, rules, waiting, wording
from styrk.board.models import Item
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Line, Panel, listing


def on_plan(plan: AuditPlan, request: Request) -> Panel | None:
    """The meetings that have it on the agenda, and what was decided, for those who read the board's page."""
    if not rules.may_read(request.standing, plan.unit_id):
        return None
    inside = rules.belongs(request.standing, plan.unit_id)
    cases = [one for one in waiting.cases_of(plan) if inside or not one.closed]
    return listing(wording.BOARD, [_line(one) for one in cases], anchor="styret")


def _line(item: Item) -> Line:
    decided = [one.text for one in item.decisions.all()]
    mark = (_("Behandlet"), "success") if decided else (_("På sakslisten"), "info")
    name = _("%(meeting)s, sak %(n)s") % {
        "meeting": presenters.name_of(item.meeting),
        "n": item.number,
    }
    here = address_of("board:meeting", item.meeting.uuid)
    return Line(name, here, "\n".join(decided), [mark])


PANELS = {"auditplan": on_plan}
