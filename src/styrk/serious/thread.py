"""The golden thread: that it was assessed who is to be told of an incident, what was sent, and the report."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.core import clock
from styrk.core.trips import each
from styrk.incidents import queries as incidents
from styrk.incidents import thread as incident
from styrk.serious import naming, presenters, rules
from styrk.serious.models import Event, Notice, Report
from styrk.serious.queries import strands
from styrk.serious.states import RUNNING
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Mark, Node, Spread, Strand, hung
from styrk.ui.words import spoken_day

KINDS = ("serious_event",)
LATE: Mark = (gettext_lazy("Over fristen"), "danger")


def find(_kind: str, uuid: UUID, standing: Standing, _on: date) -> Node | None:
    found = strands.case(uuid)
    return drawn(found) if found and rules.sees(standing, found) else None


def upstream(kind: str, ids: Collection[int], _standing: Standing, _on: date) -> list[Strand]:
    """The incident that it is about."""
    if kind != "serious_event":
        return []
    found = strands.cases(ids)
    return [Strand(("serious_event", one.pk), incident.drawn(one.incident)) for one in found]


def downstream(kind: str, ids: Collection[int], _standing: Standing, ask: Ask) -> Spread:
    """The notices and the reports. What was done stands under the incident, and under the case alone."""
    if kind == "incident":
        found = hung(strands.EVENT_LINKS, ids, drawn, "serious_event", ask)
        cases = found.ids("serious_event")
        if cases and not ask.near:
            found.add(_told(cases, ask.less(len(found.strands))))
        return found
    if kind != "serious_event":
        return Spread()
    found = Spread()
    for one in each(lambda: _told(list(ids), ask), lambda: _done(ids, ask)):
        found.add(one)
    return found


def _told(cases: list[int], ask: Ask) -> Spread:
    found = Spread()
    for one in each(
        lambda: hung(strands.NOTICE_LINKS, cases, _notice(ask.on), "notice", ask),
        lambda: hung(strands.REPORT_LINKS, cases, _report, "serious_report", ask),
    ):
        found.add(one)
    return found


def _done(ids: Collection[int], ask: Ask) -> Spread:
    """The actions of the incident, hung on its case."""
    case = {one.incident_id: ("serious_event", one.pk) for one in strands.cases(ids)}
    found = hung(incidents.ACTION_LINKS, list(case), actions.behind(ask.on), "action", ask)
    at = {("incident", pk): key for pk, key in case.items()}
    return Spread(
        [replace(one, at=at[one.at]) for one in found.strands],
        {(at[key], kind): number for (key, kind), number in found.more.items()},
    )


def drawn(event: Event) -> Node:
    return Node(
        kind="serious_event",
        id=event.pk,
        uuid=event.uuid,
        title=str(event),
        href=address_of("serious:event", event.uuid),
        notes=(_("vurdert fra %(day)s") % {"day": spoken_day(event.opened_at)},),
    )


def _notice(on: date) -> Callable[[Notice], Node]:
    return lambda notice: _drawn_notice(notice, on)


def _drawn_notice(notice: Notice, on: date) -> Node:
    rule = notice.obligation.rule
    day = notice.sent_at or notice.due_at
    said = _("sendt %(day)s") if notice.sent_at else _("frist %(day)s")
    return Node(
        kind="notice",
        id=notice.pk,
        title=naming.title(rule),
        where=naming.bodies(notice.recipients),
        href=f"{address_of('serious:event', notice.event.uuid)}#{rule.lower()}",
        mark=_mark(notice),
        notes=(said % {"day": spoken_day(day)},) if day else (),
        gaps=(LATE,) if _is_late(notice, on) else (),
    )


def _mark(notice: Notice) -> Mark:
    if notice.sent_at:
        return _("Sendt"), "success"
    return presenters.mark_of_state(notice.obligation.state)


def _is_late(notice: Notice, on: date) -> bool:
    waits = notice.sent_at is None and notice.obligation.state in RUNNING
    return waits and notice.late_at is not None and clock.day(notice.late_at) < on


def _report(report: Report) -> Node:
    return Node(
        kind="serious_report",
        id=report.pk,
        title=_("Rapport %(n)s") % {"n": report.number},
        href=address_of("serious:report", report.uuid),
        notes=(spoken_day(report.at),),
    )
