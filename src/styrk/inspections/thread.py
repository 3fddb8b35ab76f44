"""The golden thread: a finding, what is done because of it, and the effect that was judged."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.inspections import presenters, queries
from styrk.inspections.models import Finding, LessonQuestion
from styrk.inspections.states import FindingState, Reply
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Mark, Node, Spread, Strand, hung
from styrk.ui.words import spoken_day

KINDS = ("finding", "lesson_question")
# What an action that came from here says of its origin: only then is this app asked.
ORIGIN = "finding"


def find(kind: str, uuid: UUID, _standing: Standing, on: date) -> Node | None:
    if kind == "lesson_question":
        asked = queries.question(uuid)
        return asked_of(asked, on) if asked else None
    found = queries.finding(uuid)
    return drawn(found, on) if found else None


def upstream(kind: str, ids: Collection[int], _standing: Standing, on: date) -> list[Strand]:
    """The finding, or what others have learnt, because of which actions were decided."""
    if kind != "action":
        return []
    links = queries.behind_actions(ids)
    found = {one.pk: one for one in queries.findings_with([pk for _, pk in links])} if links else {}
    strands = [Strand(("action", one), drawn(found[pk], on)) for one, pk in links if pk in found]
    return strands + _learnt(set(ids) - {one for one, _ in links}, on)


def _learnt(ids: Collection[int], on: date) -> list[Strand]:
    links = queries.lessons_behind(ids) if ids else []
    found = (
        {one.pk: one for one in queries.questions_with([pk for _, pk in links])} if links else {}
    )
    return [Strand(("action", one), asked_of(found[pk], on)) for one, pk in links if pk in found]


def downstream(kind: str, ids: Collection[int], _standing: Standing, ask: Ask) -> Spread:
    """What is done because of findings, and of what others have learnt."""
    found = Spread()
    by_kind = {"finding": queries.ACTION_LINKS, "lesson_question": queries.LESSON_LINKS}
    if kind in by_kind and not ask.near:
        links = by_kind[kind]
        found.add(hung(links, list(ids), actions.behind(ask.on), "action", ask))
    return found


def drawn(finding: Finding, on: date) -> Node:
    day = presenters.due_day(finding)
    notes = (presenters.done_by(finding.audit), *([spoken_day(day)] if day else []))
    return Node(
        kind="finding",
        id=finding.pk,
        uuid=finding.uuid,
        title=finding.title,
        where=finding.unit.name,
        href=address_of("inspections:finding", finding.uuid),
        mark=presenters.kind_mark(finding),
        notes=notes,
        gaps=tuple(_gaps(finding, on)),
    )


def asked_of(question: LessonQuestion, on: date) -> Node:
    late = question.reply == Reply.OPEN and question.lesson.due < on
    return Node(
        kind="lesson_question",
        id=question.pk,
        uuid=question.uuid,
        title=question.lesson.title,
        where=question.unit.name,
        href=address_of("inspections:question", question.uuid),
        mark=presenters.reply_mark(question, on),
        notes=(presenters.learnt_by(question.lesson),),
        gaps=((_("Fristen er gått ut"), "danger"),) if late else (),
    )


def _gaps(finding: Finding, on: date) -> list[Mark]:
    day = presenters.due_day(finding)
    waits = finding.state in {FindingState.OPEN, FindingState.ANSWERED}
    said: list[tuple[bool, Mark]] = [
        (waits and day is not None and day < on, (_("Fristen er gått ut"), "danger")),
        (finding.state == FindingState.OPEN, (_("Ikke svart"), "warning")),
        (finding.state == FindingState.CLAIMED, (_("Ikke bekreftet"), "warning")),
    ]
    return [mark for holds, mark in said if holds]
