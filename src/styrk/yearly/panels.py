"""The yearly reports on kommunestyret's page: what waits for a meeting, and what was said of the last."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.requests import Request
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Line, Panel, listing
from styrk.ui.words import spoken_day
from styrk.yearly import presenters, queries, rules
from styrk.yearly.models import YearlyReport
from styrk.yearly.states import State

TITLE = gettext_lazy("Rapport om internkontroll og tilsyn")


def on_board(unit: Unit, request: Request) -> Panel | None:
    """Those that are sent, and the newest that was treated."""
    if not rules.is_kommune(unit):
        return None
    told = [one for one in queries.told_council(unit) if rules.may_read(request.standing, one)]
    return listing(TITLE, [_line(one) for one in told], anchor="arsrapport")


def _line(report: YearlyReport) -> Line:
    return Line(
        presenters.name_of(report),
        address_of("yearly:report", report.uuid),
        _said(report),
        [presenters.state_mark(report)],
    )


def _said(report: YearlyReport) -> str:
    if report.state == State.SENT and report.meeting_on:
        return _("Skal behandles %(day)s.") % {"day": spoken_day(report.meeting_on)}
    treated = report.treatment
    return f"{treated.get_decision_display()} ({treated.case}). {treated.words}"


PANELS = {"board": on_board}
