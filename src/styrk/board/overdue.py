"""What a board is shown of those who look over the organisation, and of those who report up the line."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from styrk.appraisal.models import Appraisal
from styrk.appraisal.rules import YEAR
from styrk.board.queries import Papers
from styrk.board.types import Figure, Line, Section
from styrk.core import clock
from styrk.inspections.models import Treatment
from styrk.inspections.queries.board import Order, for_board
from styrk.organisation.models import Unit
from styrk.review import presenters as reporting
from styrk.review.models import Report
from styrk.ui.addresses import address_of
from styrk.ui.words import spoken_day


def looked_over(figures: tuple[Figure, ...], appraisal: Appraisal | None, on: date) -> Section:
    """Audits and what they found, and whether ledelsens gjennomgang is held every year."""
    title = _("Tilsyn, revisjon og gjennomgang")
    if appraisal is None or appraisal.signed_at is None:
        line = Line(
            _("Ledelsens gjennomgang"), _("Ingen er signert."), "", ((_("Mangler"), "danger"),)
        )
        return Section("audits", title, figures=figures, lines=(line,))
    signed = clock.day(appraisal.signed_at)
    late = on - signed > YEAR
    mark = (_("Mer enn et år siden"), "danger") if late else (_("Det siste året"), "success")
    line = Line(
        _("Ledelsens gjennomgang"),
        _("Signert %(day)s") % {"day": spoken_day(signed)},
        address_of("appraisal:appraisal", appraisal.uuid),
        (mark,),
    )
    return Section("audits", title, figures=figures, lines=(line,))


def before_board(unit: Unit, papers: Papers, on: date, *, inside: bool) -> Section:
    """Reports of audits and supervision that are sent to the board, and what it said of them since the
    last meeting; and the orders that run. Those who are not `inside` see none of them, which is not that
    there are none.
    """
    since = papers.last.on if papers.last else on
    found = for_board(unit, since, on)
    lines = [
        *(_treatment(one) for one in (*found.waiting, *found.treated)),
        *(_order(one) for one in found.orders),
    ]
    none = _("Ingen rapporter venter, og ingen pålegg løper.")
    kept = _("Hva som venter her, ser bare de som hører til virksomheten. Tallene står over.")
    said = () if lines else (none if inside else kept,)
    title = _("Til behandling: tilsyn og revisjon")
    return Section("treatments", title, said=said, lines=tuple(lines), inside=True)


def _treatment(one: Treatment) -> Line:
    waits = _("%(ask)s Behandles innen %(day)s.") % {"ask": one.ask, "day": spoken_day(one.due)}
    mark = (_("Behandlet"), "success") if one.treated_on else (_("Venter på behandling"), "warning")
    address = address_of("inspections:audit", one.audit.uuid)
    return Line(one.audit.title, one.decision or waits, address, (mark,))


def _order(one: Order) -> Line:
    until = _("%(unit)s, frist %(day)s") % {
        "unit": one.finding.unit.name,
        "day": spoken_day(one.deadline),
    }
    mark = (_("Pålegg over fristen"), "danger") if one.is_late else (_("Pålegg"), "info")
    return Line(
        one.finding.title, until, address_of("inspections:finding", one.finding.uuid), (mark,)
    )


def reports_up(late: Sequence[Report], figures: tuple[Figure, ...]) -> Section:
    """Who has not told the level above how it goes."""
    lines = tuple(
        Line(
            f"{reporting.name_of(one)}, {one.unit.name}",
            _("Skulle vært sendt %(day)s") % {"day": spoken_day(one.due_on)},
            address_of("review:report", one.unit.code, one.layout, one.period),
        )
        for one in late
    )
    more = figures[0].value - len(lines)
    return Section("reports", _("Rapporter opp linjen"), figures=figures, lines=lines, more=more)
