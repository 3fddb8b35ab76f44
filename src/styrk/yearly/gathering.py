"""What the yearly report is made from: the kommune's data of the year, as plain data in bokmål.

Numbers, titles, and what people have written in the map; no text from any case.
"""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils import translation

from styrk.compliance.extents import extent_of
from styrk.compliance.queries import Row, keys_for, said_of, weighed
from styrk.inspections.models import Audit, Finding
from styrk.inspections.states import ASKING, AuditKind, FindingKind, FindingState, State
from styrk.organisation.models import Unit
from styrk.regulation.maps import MAPS
from styrk.regulation.queries import evidence_of, told
from styrk.regulation.types import Question, Status
from styrk.review.pack import suppressing
from styrk.yearly.models import YearlyReport
from styrk.yearly.queries import counted, supervised

type Said = dict[str, Any]
MAP = "kommuneloven"
# The report is not shown by itself.
OWN = "koml-25-2"


def gather(unit: Unit, year: int, before: YearlyReport | None, on: date) -> Said:
    """The material of the report of a year, on a day."""
    with translation.override(settings.LANGUAGE_CODE):
        audits = supervised(unit, date(year, 1, 1), min(on, date(year, 12, 31)))
        numbers = counted(unit, year, on)
        items = _items(unit, on)
        return {
            "on": on.isoformat(),
            "before": _before(before),
            "items": items,
            "audits": [_audit(one) for one in audits],
            "reported": _hidden(numbers.reported),
            "year_before": _hidden(numbers.before),
            "acted": dict(numbers.acted),
            "mending": _mending(items, audits),
        }


def _before(before: YearlyReport | None) -> Said | None:
    if before is None or before.sent_at is None:
        return None
    treated = getattr(before, "treatment", None)
    return {
        "uuid": str(before.uuid),
        "year": before.year,
        "decision": treated.words if treated else "",
        "held_on": treated.held_on.isoformat() if treated else "",
        "digest": before.digest,
    }


def _items(unit: Unit, on: date) -> list[Said]:
    """The letters of § 25-1 as the map has them, with how the kommune does it and what is judged."""
    items = [one for one in MAPS[MAP].items if one.key != OWN]
    question = Question(unit.pk, unit.code, unit.path, on, on, extent_of(unit, on))
    found = evidence_of(question, told(question))
    said = said_of(unit, keys_for(items), on)
    return [_item(one) for one in weighed(items, found, said, unit.pk)]


def _item(row: Row) -> Said:
    judged = row.judgement if row.is_judged else None
    practice = row.practice
    return {
        "key": row.item.key,
        "reference": row.item.reference,
        "title": str(row.item.title),
        "computed": str(row.computed),
        "status": str(row.status),
        "practice": practice.text if practice else "",
        "judged": judged.reason if judged else "",
        "judged_by": judged.by.name if judged else "",
    }


def _audit(audit: Audit) -> Said:
    found = list(audit.findings.all())
    return {
        "uuid": str(audit.uuid),
        "title": audit.title,
        "authority": audit.authority.name if audit.authority else str(AuditKind(audit.kind).label),
        "from": audit.starts_on.isoformat(),
        "state": str(State(audit.state).label),
        "findings": [_finding(one) for one in found],
    }


def _finding(finding: Finding) -> Said:
    due = finding.deadline or finding.meet_due
    return {
        "uuid": str(finding.uuid),
        "kind": finding.kind,
        "title": finding.title,
        "unit": finding.unit.name,
        "state": finding.state,
        "due": due.isoformat() if due else "",
        "answer": finding.answer,
    }


def _hidden(numbers: Any) -> Said:
    """Few are not told: in a small kommune they may be known."""
    return {name: suppressing.told(number) for name, number in numbers.items()}


def _mending(items: list[Said], audits: list[Audit]) -> list[Said]:
    """What is not as it should be: findings that nobody has confirmed put right, and the letters that
    cannot be shown."""
    open_ones = [
        {"what": FindingKind(one.kind).label, "title": one.title, "due": _finding(one)["due"]}
        for audit in audits
        for one in audit.findings.all()
        if one.kind in ASKING and one.state != FindingState.MET
    ]
    weak = [
        {"what": one["reference"], "title": one["title"], "due": ""}
        for one in items
        if one["status"] in {Status.NOT_SHOWN, Status.UNKNOWN}
    ]
    return [one | {"what": str(one["what"])} for one in (*open_ones, *weak)]
