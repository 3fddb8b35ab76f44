"""What stands in Styrk that a case for the board may build on."""

from datetime import date

from styrk.access.queries import Standing
from styrk.appraisal.presenters import name_of
from styrk.appraisal.queries import appraisals_of
from styrk.appraisal.states import State
from styrk.board.states import Source
from styrk.inspections.queries import Filters as AuditFilters
from styrk.inspections.queries import audits_for
from styrk.inspections.states import State as Audits
from styrk.organisation.models import Unit
from styrk.review.presenters import called
from styrk.review.queries import Listed, listed
from styrk.review.states import State as Reports
from styrk.ui.addresses import address_of

SENT = Reports.SUBMITTED
REPORTED = (Audits.REPORTED, Audits.FOLLOWED)
SHOWN = 40


def sources_for(unit: Unit, standing: Standing, on: date) -> list[tuple[str, str, str]]:
    """Kind, title and address of each: what is signed, reported and sent, the newest first."""
    signed = [one for one in appraisals_of(unit, standing) if one.state == State.SIGNED]
    found = [
        (str(Source.APPRAISAL), str(name_of(one)), address_of("appraisal:appraisal", one.uuid))
        for one in signed
    ]
    audits = [
        *audits_for(AuditFilters(unit=unit)),
        *audits_for(AuditFilters(ended=True, unit=unit)),
    ]
    found += [
        (str(Source.AUDIT), one.title, address_of("inspections:audit", one.uuid))
        for one in audits
        if one.state in REPORTED
    ]
    found += [_report(one) for one in listed([unit], on) if one.report and one.report.state == SENT]
    return found[:SHOWN]


def _report(one: Listed) -> tuple[str, str, str]:
    address = address_of("review:report", one.unit.code, one.layout.code, one.period)
    return (str(Source.REPORT), called(one.layout, one.period), address)
