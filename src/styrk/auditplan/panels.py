"""What the revisjonsplan says on other pages: the line that an audit was, and to a board that it waits."""

from django.utils.translation import gettext as _

from styrk.access.requests import Request
from styrk.auditplan.presenters import name_of, quarter_word, state_mark
from styrk.auditplan.queries import before_board, line_behind
from styrk.auditplan.rules import reads_all
from styrk.inspections.models import Audit
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Line, Panel, listing


def on_audit(audit: Audit, request: Request) -> Panel | None:
    line = line_behind(audit, request.standing)
    if line is None:
        return None
    under = f"{name_of(line.plan)}, {quarter_word(line.quarter).lower()}"
    shown = Line(line.title, address_of("auditplan:line", line.uuid), under=under)
    return listing(_("I revisjonsplanen"), [shown], anchor="plan")


def on_board(unit: Unit, request: Request) -> Panel | None:
    """The plans that wait for the board."""
    found = [one for one in before_board(unit) if reads_all(request.standing, one)]
    lines = [
        Line(
            name_of(one),
            address_of("auditplan:plan", one.uuid),
            _("Anbefalt. Settes på sakslisten til et møte, og vedtas der."),
            [state_mark(one)],
        )
        for one in found
    ]
    return listing(_("Revisjonsplanen"), lines, anchor="revisjonsplan")


PANELS = {"audit": on_audit, "board": on_board}
