"""What the revisjonsplan says on the page of an audit: the line that it has become."""

from django.utils.translation import gettext_lazy as _

from styrk.access.requests import Request
from styrk.auditplan.presenters import name_of, quarter_word
from styrk.auditplan.queries import line_behind
from styrk.inspections.models import Audit
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Line, Panel, listing


def on_audit(audit: Audit, request: Request) -> Panel | None:
    line = line_behind(audit, request.standing)
    if line is None:
        return None
    under = f"{name_of(line.plan)}, {quarter_word(line.quarter).lower()}"
    shown = Line(line.title, address_of("auditplan:line", line.uuid), under=under)
    return listing(_("I revisjonsplanen"), [shown], anchor="plan")


PANELS = {"audit": on_audit}
