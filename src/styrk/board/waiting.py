"""What waits for a board and may be a case: reports of audits that are sent to it, and revisjonsplaner."""

from django.db.models import QuerySet

from styrk.auditplan import freezing
from styrk.auditplan.models import AuditPlan
from styrk.auditplan.queries import as_it_stands, before_board
from styrk.board.models import Item, Meeting
from styrk.board.states import Source, State
from styrk.core.trips import asks
from styrk.inspections.models import Treatment
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of

SHOWN = 60


def waiting_report(item: Item) -> Treatment | None:
    """The report that the case is about, where it waits for the board."""
    if item.source != Source.AUDIT:
        return None
    on = item.meeting.on
    return next(
        (
            one
            for one in _waiting(item.meeting.unit)
            if _path(one) == item.source_path and (one.audit.reported_on or on) <= on
        ),
        None,
    )


def reports_for(meeting: Meeting) -> list[Treatment]:
    """The reports that wait for the board, and are on no agenda of a meeting to come."""
    planned = Item.objects.filter(
        meeting__unit=meeting.unit, meeting__state=State.PLANNED, withdrawn_at__isnull=True
    )
    on_agenda = set(planned.values_list("source_path", flat=True))
    return [one for one in _waiting(meeting.unit) if _path(one) not in on_agenda]


def plans_for(meeting: Meeting) -> list[AuditPlan]:
    """The revisjonsplaner that wait for the board, and are on no agenda of a meeting to come."""
    planned = Item.objects.filter(
        meeting__unit=meeting.unit, meeting__state=State.PLANNED, withdrawn_at__isnull=True
    )
    on_agenda = set(planned.values_list("source_path", flat=True))
    return [one for one in before_board(meeting.unit) if plan_path(one) not in on_agenda]


def waiting_plan(item: Item) -> AuditPlan | None:
    """The plan that the case is about, where it waits for the board and says what it said on the agenda."""
    if item.source != Source.AUDITPLAN:
        return None
    waiting = before_board(item.meeting.unit)
    found = next((one for one in waiting if plan_path(one) == item.source_path), None)
    return found if found and digest_of(found) == item.source_digest else None


def digest_of(plan: AuditPlan) -> str:
    """Of all that the plan says now."""
    return freezing.digest(freezing.content(as_it_stands(plan)), "")


def plan_path(plan: AuditPlan) -> str:
    return address_of("auditplan:plan", plan.uuid)


def cases_of(plan: AuditPlan) -> list[Item]:
    """Where the plan is or was on a board's agenda, the newest first, with what was decided."""
    return _cases(plan.unit_id, plan_path(plan))


@asks
def _cases(unit_id: int, path: str) -> QuerySet[Item]:
    found = Item.objects.filter(meeting__unit=unit_id, source_path=path, withdrawn_at__isnull=True)
    told = found.exclude(meeting__state=State.CALLED_OFF).select_related("meeting__unit")
    return told.prefetch_related("decisions").order_by("-meeting__on", "-pk")


def _waiting(unit: Unit) -> list[Treatment]:
    found = Treatment.objects.filter(unit=unit, treated_on__isnull=True)
    return list(found.select_related("audit").order_by("due", "pk")[:SHOWN])


def _path(treatment: Treatment) -> str:
    return address_of("inspections:audit", treatment.audit.uuid)
