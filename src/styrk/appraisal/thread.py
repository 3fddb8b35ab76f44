"""The golden thread: the review in which an action was decided, and what was decided in it."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.appraisal import presenters, queries, rules
from styrk.appraisal.models import Appraisal
from styrk.appraisal.types import ORIGIN as FROM_HERE
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Node, Spread, Strand, hung

KINDS = ("appraisal",)
# What an action that was decided here says of its origin: only then is this app asked.
ORIGIN = FROM_HERE


def find(_kind: str, uuid: UUID, standing: Standing, _on: date) -> Node | None:
    found = queries.appraisal(uuid, standing)
    return drawn(found) if found else None


def upstream(kind: str, ids: Collection[int], standing: Standing, _on: date) -> list[Strand]:
    """The reviews in which actions were decided."""
    if kind != "action":
        return []
    links = queries.behind_actions(ids)
    if not links:
        return []
    held = queries.with_ids([pk for _, pk in links])
    found = {one.pk: one for one in held if rules.may_read(standing, one)}
    return [Strand(("action", one), drawn(found[pk])) for one, pk in links if pk in found]


def downstream(kind: str, ids: Collection[int], _standing: Standing, ask: Ask) -> Spread:
    """What was decided in reviews."""
    found = Spread()
    if kind == "appraisal" and not ask.near:
        links = queries.ACTION_LINKS
        found.add(hung(links, list(ids), actions.behind(ask.on), "action", ask))
    return found


def drawn(appraisal: Appraisal) -> Node:
    return Node(
        kind="appraisal",
        id=appraisal.pk,
        uuid=appraisal.uuid,
        title=presenters.name_of(appraisal),
        where=appraisal.unit.name,
        href=address_of("appraisal:appraisal", appraisal.uuid),
        mark=presenters.state_mark(appraisal),
    )
