"""The golden thread: the line of a revisjonsplan, and what its audit found."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from styrk.access.queries import Standing
from styrk.auditplan import queries
from styrk.auditplan.models import PlanLine
from styrk.auditplan.presenters import line_mark, name_of, quarter_word
from styrk.inspections import thread as inspections
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Node, Spread, Strand

KINDS = ("audit_line",)


def find(_kind: str, uuid: UUID, standing: Standing, on: date) -> Node | None:
    found = queries.line(uuid, standing)
    return drawn(found, on) if found else None


def upstream(kind: str, ids: Collection[int], standing: Standing, on: date) -> list[Strand]:
    """The line by which one looked, where something was found."""
    if kind != "finding":
        return []
    found = queries.behind_findings(ids, standing)
    return [Strand(("finding", pk), drawn(line, on)) for pk, line in found]


def downstream(kind: str, ids: Collection[int], standing: Standing, ask: Ask) -> Spread:
    """What was found where a line was carried out."""
    if kind != "audit_line" or not ask.about("finding"):
        return Spread()
    lines = {one.audit_id: one for one in queries.lines_with(ids, standing)}
    found = queries.findings_of(list(lines.values()), ask.limit)
    return Spread(
        [
            Strand(("audit_line", lines[one.audit_id].pk), inspections.drawn(one, ask.on))
            for one in found
        ]
    )


def drawn(line: PlanLine, on: date) -> Node:
    return Node(
        kind="audit_line",
        id=line.pk,
        uuid=line.uuid,
        title=line.title,
        where=name_of(line.plan),
        href=address_of("auditplan:line", line.uuid),
        mark=line_mark(line, on),
        notes=(quarter_word(line.quarter),),
    )
