"""The lists of audits and of findings, one of each, and their papers."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.presenters import standing_tag
from styrk.core import clock
from styrk.inspections import board, papers, presenters, queries, rules
from styrk.inspections.models import Audit, Document, Finding
from styrk.inspections.states import FINDING_MOVES, MOVES, AuditKind
from styrk.inspections.views.acting import DESK, FINDINGS
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code
from styrk.trail.commands import record_reading
from styrk.ui import pages
from styrk.ui.boxes import panels_on

ACTS = tuple(dict.fromkeys(act for _state, act in MOVES))
FINDING_ACTS = tuple(dict.fromkeys(act for _state, act in FINDING_MOVES))
SHOWN = ("sen", "bekreft", "rettet", "alle")


@allowed(Permission.SEE_INSPECTIONS)
@require_safe
def audits(request: Request) -> HttpResponse:
    """What is planned, under way and followed up: all that the person may see."""
    kind = request.GET.get("slag", "")
    filters = queries.Filters(
        kind=kind if kind in AuditKind.values else "",
        ended=request.GET.get("vis") == "ferdige",
        unit=_unit(request),
        since=_since(request),
    )
    keeper = queries.keeping_unit(request.standing)
    values = {
        "rows": [(one, presenters.state_mark(one)) for one in queries.audits_for(filters)],
        "filters": filters,
        "kinds": AuditKind.choices,
        "may_plan": keeper is not None,
        "done_by": presenters.done_by,
        "period": presenters.period,
    }
    return pages.render(request, "inspections/audits.html", values)


@allowed(Permission.SEE_INSPECTIONS)
@require_safe
def findings(request: Request) -> HttpResponse:
    """What was found and is to be put right, the earliest day first."""
    today = clock.day(request.now)
    show = request.GET.get("vis", "")
    show = show if show in SHOWN else ""
    unit, since = _unit(request), _since(request)
    found = queries.findings_for(show, unit, today, since)
    values = {
        "rows": [_row(one, request) for one in found],
        "show": show,
        "unit": unit,
        "since": since,
        "today": today,
    }
    return pages.render(request, "inspections/findings.html", values)


def _row(finding: Finding, request: Request) -> dict[str, object]:
    return {
        "finding": finding,
        "kind": presenters.kind_mark(finding),
        "mark": presenters.finding_mark(finding, clock.day(request.now)),
        "due": presenters.due_day(finding),
        "by": presenters.done_by(finding.audit),
    }


def _unit(request: Request) -> Unit | None:
    """The unit that is asked for, or 404 where there is none such."""
    code = request.GET.get("enhet", "").strip()
    found = unit_by_code(code) if code else None
    if code and found is None:
        raise Http404
    return found


def _since(request: Request) -> date | None:
    try:
        return date.fromisoformat(request.GET.get("siden", ""))
    except ValueError:
        return None


@signed_in
@require_safe
def audit(request: Request, uuid: UUID) -> HttpResponse:
    """What is looked at, where and by whom, what was found, and how far one has come."""
    found = DESK.found(request, uuid)
    _note(request, "audit", found)
    papers, steps = queries.papers_and_history(found)
    values = {
        "audit": found,
        "standing": presenters.state_mark(found),
        "done_by": presenters.done_by(found),
        "period": presenters.period(found),
        "rows": [_row(one, request) for one in found.findings.all()],
        "reports": papers,
        "may_admit": rules.is_for(request.standing, found, "admit"),
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
        "entries": presenters.history(steps),
        "today": clock.day(request.now),
        "board": board,
    }
    return pages.render(request, "inspections/audit.html", values)


@signed_in
@require_safe
def finding(request: Request, uuid: UUID) -> HttpResponse:
    """What was found, what the unit does about it, and who says that it is put right."""
    found = FINDINGS.found(request, uuid)
    _note(request, "finding", found)
    today = clock.day(request.now)
    values = {
        "finding": found,
        "audit": found.audit,
        "kind": presenters.kind_mark(found),
        "standing": presenters.finding_mark(found, today),
        "done_by": presenters.done_by(found.audit),
        "actions": [(link.action, standing_tag(link.action)) for link in found.actions.all()],
        "may": {act: rules.may_finding(request.standing, found, act) for act in FINDING_ACTS},
        "may_share": rules.may_share(request.standing, found),
        "entries": presenters.finding_history(found.steps.all()),
        "panels": panels_on("finding", found, request),
        "today": today,
    }
    return pages.render(request, "inspections/finding.html", values)


def _note(request: Request, subject: str, found: Audit | Finding) -> None:
    record_reading(
        by=request.person,
        now=request.now,
        subject=subject,
        subject_id=found.pk,
        reference=found.title[:80],
    )


@signed_in
@require_safe
def document(request: Request, uuid: UUID) -> HttpResponse:
    """A report or a letter, for those who see the audit or the finding."""
    found = queries.document(uuid)
    if found is None:
        raise Http404
    answer = as_download(found)
    _note(request, "audit", found.audit)
    return answer


def as_download(found: Document) -> HttpResponse:
    """The file itself, which runs nothing; missing where its bytes are gone."""
    try:
        content = papers.load(found.file)
    except FileNotFoundError:
        raise Http404 from None
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=found.name) or "attachment"
    )
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return answer
