"""Proposals from below, and where a risk is asked about from elsewhere."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core.scope import NONE
from styrk.organisation.models import Unit
from styrk.risks.models import Proposal, Risk
from styrk.risks.states import LIVE, ProposalState

SHOWN = 100


def inbox(standing: Standing) -> list[Proposal]:
    """What waits to be answered where the person answers for risks, the oldest first."""
    keeps = standing.may.get(Permission.KEEP_RISKS, NONE)
    waiting = Proposal.objects.filter(
        keeps.rows("to_unit", "to_unit__trust"), state=ProposalState.PROPOSED
    )
    return list(_with_units(waiting).order_by("proposed_at", "pk")[:SHOWN]) if keeps else []


def proposal(uuid: UUID, *, hold: bool = False) -> Proposal | None:
    """One proposal, with `seen`: the risk it is of where that may be seen."""
    if hold:
        Proposal.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()
    risk = Prefetch("risk", Risk.objects.select_related("owner", "unit"), to_attr="seen")
    return _with_units(Proposal.objects.filter(uuid=uuid)).prefetch_related(risk).first()


def _with_units(found: QuerySet[Proposal]) -> QuerySet[Proposal]:
    return found.select_related("to_unit__trust", "proposed_by", "answered_by", "into")


def proposal_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    found = Proposal.objects.filter(uuid__in=uuids).values_list("uuid", "told__title")
    return dict(found)


def live_at(unit: Unit) -> list[Risk]:
    """The unit's own risks, which a proposal may become part of."""
    found = Risk.objects.filter(unit=unit, state__in=LIVE)
    return list(found.select_related("current").order_by("title", "pk")[:SHOWN])


def units_without_risk(unit_ids: Collection[int]) -> frozenset[int]:
    """Those of the units that have no live risk of their own.

    For whoever counts what goes wrong: many incidents and no risk is something to look at.
    """
    having = Risk.objects.filter(unit__one_of=unit_ids, state__in=LIVE)
    return frozenset(unit_ids) - frozenset(having.values_list("unit_id", flat=True))
