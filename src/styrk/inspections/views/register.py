"""The lists of audits and of findings, one of each, and their papers."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
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
from styrk.inspections.views.limits import Limits, address, choices, limits
from styrk.trail.commands import record_reading
from styrk.ui import pages
from styrk.ui.addresses import address_of
from styrk.ui.boxes import panels_on
from styrk.ui.menu import Text

ACTS = tuple(dict.fromkeys(act for _state, act in MOVES))
FINDING_ACTS = tuple(dict.fromkeys(act for _state, act in FINDING_MOVES))
SHOWN = (
    ("", gettext_lazy("Alle som følges opp")),
    ("sen", gettext_lazy("Over fristen")),
    ("bekreft", gettext_lazy("Venter på bekreftelse")),
    ("rettet", gettext_lazy("Bekreftet rettet")),
    ("alle", gettext_lazy("Alle")),
)


@signed_in
@require_safe
def audits(request: Request) -> HttpResponse:
    """What is planned, under way and followed up: all that the person may see, by a role or on a team."""
    held = limits(request)
    kind = request.GET.get("slag", "")
    kind = kind if kind in AuditKind.values else ""
    ended = request.GET.get("vis") == "ferdige"
    filters = queries.Filters(kind=kind, ended=ended, unit=held.unit, since=held.since)
    chosen = ({"slag": kind} if kind else {}) | ({"vis": "ferdige"} if ended else {})
    offered: list[tuple[dict[str, str], Text]] = [
        ({}, _("Alle med rapport") if held.since else _("Alle som pågår")),
        *(({"slag": key}, label) for key, label in AuditKind.choices),
        ({"vis": "ferdige"}, _("Fulgt opp eller avlyst")),
    ]
    at = address_of("inspections:audits")
    found = queries.audits_for(filters)
    by_role = request.standing.allows(Permission.SEE_INSPECTIONS)
    if not (found or by_role):
        raise Http404
    values = {
        "rows": [(one, presenters.state_mark(one)) for one in found],
        "by_role": by_role,
        "limits": held,
        "choices": choices(at, held, chosen, offered),
        "findings_at": address(address_of("inspections:findings"), Limits(held.unit).kept),
        "lessons_at": address(address_of("inspections:lessons"), Limits(held.unit).kept),
        "freed": address(at, chosen),
        "may_plan": request.standing.allows(Permission.KEEP_INSPECTIONS),
        "done_by": presenters.done_by,
        "period": presenters.period,
    }
    return pages.render(request, "inspections/audits.html", values)


@allowed(Permission.SEE_INSPECTIONS)
@require_safe
def findings(request: Request) -> HttpResponse:
    """What was found and is to be put right, the earliest day first."""
    today, held = clock.day(request.now), limits(request)
    show = request.GET.get("vis", "")
    show = show if show in dict(SHOWN) else ""
    found = queries.findings_for(show, held.unit, today, held.since)
    chosen = {"vis": show} if show else {}
    at = address_of("inspections:findings")
    values = {
        "rows": [_row(one, request) for one in found],
        "show": show,
        "limits": held,
        "choices": choices(
            at, held, chosen, [({"vis": key} if key else {}, label) for key, label in SHOWN]
        ),
        "freed": address(at, chosen),
        "today": today,
        "most": queries.PAGE,
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


@signed_in
@require_safe
def audit(request: Request, uuid: UUID) -> HttpResponse:
    """What is looked at, where and by whom, what was found, and how far one has come."""
    found = DESK.found(request, uuid)
    _note(request, "audit", found)
    around = queries.around(found)
    values = {
        "audit": found,
        "standing": presenters.state_mark(found),
        "done_by": presenters.done_by(found),
        "period": presenters.period(found),
        "rows": [_row(one, request) for one in found.findings.all()],
        "unmet": any(one.state in queries.UNMET for one in found.findings.all()),
        "criteria": around.criteria,
        "reports": around.papers,
        "may_admit": rules.is_for(request.standing, found, "admit"),
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
        "entries": presenters.history(around.steps),
        "panels": panels_on("audit", found, request),
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
        "undone": any(link.action.state == "planned" for link in found.actions.all()),
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
