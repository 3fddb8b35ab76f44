"""Findings: one of them, those of units, and the numbers that the forskriftskart counts."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Case, F, Prefetch, Q, QuerySet, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Least

from styrk.actions.models import Action
from styrk.actions.queries import TOLD
from styrk.core.asking import Ask
from styrk.core.together import fetch_together
from styrk.inspections.models import (
    Audit,
    AuditMember,
    AuditUnit,
    Document,
    Finding,
    FindingAction,
    FindingStep,
)
from styrk.inspections.states import REPORTED, FindingState
from styrk.organisation.models import Unit
from styrk.ui.strands import Links

PAGE = 100
# Of an action: not carried out, or not known whether it helped.
WAITS = ("planned", "done")
UNMET = (FindingState.OPEN, FindingState.ANSWERED, FindingState.CLAIMED)


class Remains(NamedTuple):
    """What is left of a finding: its actions not carried out or not judged, and how many of them out of sight."""

    finding: Finding
    unmet: bool
    actions: list[Action]
    hidden: int


class Waiting(NamedTuple):
    """How many actions are not carried out, and how many have an effect that is not judged."""

    planned: int
    unjudged: int


def waiting(finding_id: int) -> Waiting:
    """Of all actions because of the finding, also those that the person in scope may not see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM inspections_waiting(%s)", [finding_id])
        return Waiting(*map(int, cursor.fetchone()))


def remaining(audit: Audit) -> list[Remains]:
    """What stands between an audit and its end, by finding; nothing where all is known. One trip."""
    left = RawSQL(
        "(SELECT planned + unjudged FROM inspections_waiting(inspections_finding.id))", []
    )
    found = Finding.objects.filter(audit=audit).annotate(left=left).order_by("number")
    links = FindingAction.objects.filter(finding__audit=audit, action__state__in=WAITS)
    links = links.select_related("action").order_by("pk")
    fetch_together(found, links)
    return [one for one in (_remains(one, links) for one in found) if any(one[1:])]


def _remains(finding: Any, links: Iterable[FindingAction]) -> Remains:
    seen = [link.action for link in links if link.finding_id == finding.pk]
    return Remains(finding, finding.state in UNMET, seen, finding.left - len(seen))


def remaining_of(finding: Finding, *states: str) -> list[Remains]:
    """Of one finding as it was fetched: its actions in these states, and those out of sight that may be."""
    seen = [link.action for link in finding.actions.all()]
    left = waiting(finding.pk)
    number = left.planned * ("planned" in states) + left.unjudged * ("done" in states)
    actions = [one for one in seen if one.state in states]
    return (
        [Remains(finding, unmet=False, actions=actions, hidden=number - len(actions))]
        if number
        else []
    )


def finding(uuid: UUID) -> Finding | None:
    """One finding in sight, with its audit's team, its actions, papers and history."""
    members = AuditMember.objects.filter(removed_at__isnull=True)
    places = AuditUnit.objects.filter(removed_at__isnull=True).select_related("unit")
    people = ("answered_by", "claimed_by", "met_by", "found_by")
    return (
        Finding.objects.filter(uuid=uuid)
        .select_related("unit", "trust", "requirement__edition__source", *people)
        .select_related("audit__leader", "audit__unit", "audit__authority")
        .prefetch_related(
            Prefetch("audit__members", members),
            Prefetch("audit__places", places),
            Prefetch(
                "actions", FindingAction.objects.select_related("action__owner").order_by("pk")
            ),
            Prefetch("documents", Document.objects.order_by("pk")),
            Prefetch("steps", FindingStep.objects.select_related("by").order_by("pk")),
        )
        .first()
    )


def locked_finding(uuid: UUID) -> Finding | None:
    """The same row, held until the transaction ends."""
    return Finding.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def finding_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Titles of those that the person in scope may see."""
    return dict(Finding.objects.filter(uuid__in=uuids).values_list("uuid", "title"))


# As `presenters.due_day` says it, and the numbers count it.
NEXT_DUE = Least(
    Coalesce("deadline", "meet_due"),
    Case(When(state=FindingState.OPEN, then=F("audit__answer_due"))),
)


def findings_for(
    show: str, unit: Unit | None, on: date, since: date | None = None
) -> list[Finding]:
    """Those in sight that are to be put right, by the day they are next to be something by; `show` limits them.

    `since`: of audits reported from that day on, and those that are still not put right, as § 8 b counts.
    """
    found = Finding.objects.exclude(kind="good").exclude(state=FindingState.WITHDRAWN)
    found = found.annotate(next_due=NEXT_DUE)
    if unit:
        found = found.filter(unit__path__startswith=unit.path)
    if since:
        lately = Q(audit__reported_on__gte=since) | ~Q(state=FindingState.MET)
        found = found.filter(lately, audit__state__in=REPORTED)
    if show == "rettet":
        found = found.filter(state=FindingState.MET)
    elif show != "alle":
        found = found.filter(state__in=UNMET)
    if show == "sen":
        found = found.filter(next_due__lt=on, state__in=(FindingState.OPEN, FindingState.ANSWERED))
    if show == "bekreft":
        found = found.filter(state=FindingState.CLAIMED)
    rows = found.select_related("unit", "audit__authority")
    return list(rows.order_by(F("next_due").asc(nulls_last=True), "-pk")[:PAGE])


def findings_with(ids: Collection[int]) -> QuerySet[Finding]:
    return Finding.objects.filter(pk__one_of=ids).select_related(
        "unit", "audit", "audit__authority"
    )


def behind_actions(ids: Collection[int]) -> list[tuple[int, int]]:
    """Because of which finding each of the actions was decided."""
    return list(
        FindingAction.objects.filter(action__one_of=ids).values_list("action_id", "finding_id")
    )


ACTION_LINKS: Links[Any] = Links(
    "finding",
    "finding_id",
    FindingAction,
    [f"action__{name}" for name in TOLD],
    FindingAction.objects.all,
)


class Figures(NamedTuple):
    """Numbers of a unit and all below it: `looked` are audits that were reported, the rest findings
    that ask for something, where `unlawful` are breaches and orders.
    """

    looked: int
    asking: int
    answered: int
    met: int
    unlawful: int
    unlawful_met: int
    late: int


def figures(path: str, since: date, on: date) -> Ask[Figures]:
    return Ask("SELECT * FROM inspections_figures(%s, %s, %s)", [path, since, on], Figures)
