"""What is known above of a risk that was lifted there: how it stands today, and when one of them ends.

Those above may not see the risk itself, nor those below the one it became part of: what each is to
know stands in the proposal, and they are told by Styrk.
"""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from styrk.actions.models import Action
from styrk.core import scope, states
from styrk.organisation.models import Person
from styrk.risks.models import Proposal, Rating, Risk, RiskAction
from styrk.risks.record import step, tell
from styrk.risks.sight import shut
from styrk.risks.states import BECAME, HELD, PROPOSAL_MOVES, State, Zone

type Told = dict[str, Any]
# Another word for one of these, and the level above is told.
TOLD_OF = ("zone", "score", "scale", "ended")


def as_rated(rating: Rating) -> Told:
    """The rating in the words of its own matrix."""
    scale = rating.matrix.scale
    return {
        "zone": rating.zone,
        "score": rating.score,
        "likelihood": scale.likelihoods[rating.likelihood - 1].word,
        "consequence": scale.levels[rating.consequence - 1],
        "matrix": str(rating.matrix),
        "scale": scale.mark,
    }


def as_action(action: Action) -> Told:
    return {
        "uuid": str(action.uuid),
        "title": action.title,
        "owner": action.owner.name,
        "due": action.due.isoformat(),
        "state": action.state,
        "effect": action.effect,
    }


def as_it_stands(risk: Risk) -> Told:
    """Its rating now, what is done about it there and further down, and why it is over if it is."""
    own = [{**as_action(one.action), "unit": risk.unit.name} for one in risk.actions.all()]
    below = [told for source in risk.sources.all() for told in source.latest.get("actions", ())]
    return {
        **(as_rated(risk.current) if risk.current else {}),
        "actions": [*own, *below],
        "ended": risk.ended_reason if risk.state == State.ENDED else "",
    }


def carry(risk: Risk, by: Person, now: datetime) -> None:
    """Let every level above see the risk as it stands now; told where the rating or its end is new."""
    with scope.acting(scope.SYSTEM):
        _carry(risk.pk, by, now)


def carry_all(now: datetime) -> None:
    """What has moved by itself, such as an action that was carried out. Asked for as the system."""
    lifted = Proposal.objects.filter(state__in=HELD)
    for pk in list(lifted.order_by("risk_id").values_list("risk_id", flat=True).distinct()):
        _carry(pk, None, now)


def _carry(risk_id: int, by: Person | None, now: datetime) -> None:
    above = Proposal.objects.filter(risk=risk_id, state__in=HELD)
    proposals = list(above.select_related("into__owner"))
    if not proposals:
        return
    latest = as_it_stands(_whole().get(pk=risk_id))
    for proposal in proposals:
        was, proposal.latest = proposal.latest, latest
        if was == latest:
            continue
        proposal.save(update_fields=["latest"])
        if proposal.into and by:
            _tell_of_change(proposal, proposal.into, was, by, now)
        if proposal.into:
            _carry(proposal.into.pk, by, now)


def _whole() -> QuerySet[Risk]:
    actions = RiskAction.objects.select_related("action__owner").order_by("action__due", "pk")
    sources = Proposal.objects.filter(state__in=BECAME).order_by("pk")
    return Risk.objects.select_related("unit", "current__matrix").prefetch_related(
        Prefetch("actions", actions), Prefetch("sources", sources)
    )


def _tell_of_change(proposal: Proposal, into: Risk, was: Told, by: Person, now: datetime) -> None:
    latest = proposal.latest
    if all(was.get(name) == latest.get(name) for name in TOLD_OF):
        return
    facts = {"title": str(proposal), "unit": str(proposal.told["unit"]), "why": latest["ended"]}

    def text() -> str:
        if latest["ended"]:
            return (
                _("%(unit)s har avsluttet den: %(why)s Vurder om deres egen er den samme.") % facts
            )
        zone = f"{Zone(latest['zone']).label} ({latest['score']})".lower()
        said = _("%(unit)s vurderer den nå som %(zone)s. Vurder om deres egen er den samme.")
        return said % {**facts, "zone": zone}

    tell(
        into.owner,
        into,
        f"below:{proposal.uuid}:{now.isoformat()}",
        lambda: _("En risiko dere bygger på, er endret: %(title)s") % facts,
        text,
        by=by,
        now=now,
    )


def close_below(into: Risk, reason: str, by: Person, now: datetime) -> None:
    """The risk above is over. Those it was lifted from are told why, and may lift theirs again."""
    with scope.acting(scope.SYSTEM):
        became = Proposal.objects.filter(into=into, state__in=BECAME)
        for proposal in became.select_related("risk__owner", "to_unit", "proposed_by"):
            proposal.state = states.move(PROPOSAL_MOVES, proposal.state, "close")
            proposal.save(update_fields=["state"])
            unit = proposal.to_unit.name
            said = f"{unit} avsluttet risikoen som denne ble en del av"
            step(proposal.risk, "closed_above", by, now, text=said, note=reason, unit=unit)
            _tell_of_end(proposal, reason, by, now)
            shut(proposal.risk, now, proposal.to_unit)


def _tell_of_end(proposal: Proposal, reason: str, by: Person, now: datetime) -> None:
    facts = {"title": str(proposal), "unit": proposal.to_unit.name, "why": reason}
    for person in dict.fromkeys((proposal.proposed_by, proposal.risk.owner)):
        tell(
            person,
            proposal.risk,
            f"closed:{proposal.uuid}",
            lambda: _("%(unit)s følger den ikke lenger: %(title)s") % facts,
            lambda: (
                _("De har avsluttet sin egen: %(why)s Trenger dere dem, løfter du den igjen.")
                % facts
            ),
            by=by,
            now=now,
        )
