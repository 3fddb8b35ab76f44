"""The golden thread: a risk, what it threatens, what is done about it, and where it was lifted."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.core.trips import each
from styrk.goals import thread as goals
from styrk.goals.queries import goals_with
from styrk.indicators import thread as indicators
from styrk.organisation.rules import has_left
from styrk.requirements import thread as requirements
from styrk.requirements.periods import spoken
from styrk.requirements.queries.strands import line_of
from styrk.risks import presenters
from styrk.risks.models import Proposal, Risk, Snapshot
from styrk.risks.queries import measures_of, strands
from styrk.risks.states import LIVE, State, Zone
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Links, Mark, Node, Spread, Strand, hung

KINDS = ("risk",)
# What an action that came from here says of its origin: only then is this app asked.
ORIGIN = "risk"
THREATENED: dict[str, Links[Any]] = {
    "placement": strands.PLACEMENT_LINKS,
    "goal": strands.GOAL_LINKS,
}


def find(_kind: str, uuid: UUID, _standing: Standing, on: date) -> Node | None:
    found = strands.risk_with(uuid)
    return drawn(found, on) if found else None


def upstream(kind: str, ids: Collection[int], standing: Standing, on: date) -> list[Strand]:
    """The risks it was lifted from, and the requirements and goals that they threaten."""
    if kind == "risk":
        return _behind(ids, standing, on)
    if kind != "action":
        return []
    links = strands.behind_actions(ids)
    risks = strands.risks_with([pk for _, pk in links]) if links else {}
    found = [Strand(("action", one), drawn(risks[pk], on)) for one, pk in links if pk in risks]
    return [*found, *(_behind(list(risks), standing, on) if risks else [])]


def _behind(ids: Collection[int], standing: Standing, on: date) -> list[Strand]:
    sources = strands.sources_of(ids)
    found = [Strand(("risk", one.into_id or 0), _source(one, seen, on)) for one, seen in sources]
    own = {one.risk_id for one, seen in sources if seen} | set(ids)
    placed, aimed = each(
        lambda: _placed(own, standing, on),
        lambda: _aimed(own, standing, on),
    )
    return [*found, *placed, *aimed]


def _placed(risks: Collection[int], standing: Standing, on: date) -> list[Strand]:
    links = strands.threatened(risks)
    asked = line_of({pk for _, pk in links}, standing) if links else []
    found = {one.pk: requirements.drawn(one, on) for one in asked}
    return [Strand(("risk", one), found[pk]) for one, pk in links if pk in found]


def _aimed(risks: Collection[int], standing: Standing, on: date) -> list[Strand]:
    links = strands.threatened_goals(risks)
    asked = goals_with([pk for _, pk in links], standing) if links else []
    found = {one.pk: goals.drawn(one, on) for one in asked}
    return [Strand(("risk", one), found[pk]) for one, pk in links if pk in found]


def downstream(kind: str, ids: Collection[int], _standing: Standing, ask: Ask) -> Spread:
    """The risks to requirements and goals, where they were lifted, and what is done about them."""
    found = Spread()
    asked = list(ids) if kind == "risk" else []
    if kind in THREATENED:
        links = THREATENED[kind]
        found.add(hung(links, ids, lambda link: drawn(link.risk, ask.on), "risk", ask))
        asked = found.ids("risk")
    if asked and not ask.near:
        _further(found, asked, ask if kind == "risk" else ask.less(len(found.strands)))
    return found


def _further(found: Spread, asked: list[int], ask: Ask) -> None:
    """From risks on: the risks they became part of, the actions, and the frozen pictures."""
    own, rest = asked, ask
    # Where none was lifted, these are all whose actions and pictures are asked for.
    each(
        lambda: strands.LIFTED.ask(own, ask.after),
        lambda: strands.ACTION_LINKS.ask(own, ask.after),
        lambda: strands.pictures(own),
        lambda: measures_of(own, ask.on),
    )
    for _level in range(LEVELS):
        higher = hung(strands.LIFTED, asked, lambda one: _lifted(one, ask.on), "risk", rest)
        found.add(higher)
        asked = higher.ids("risk")
        if not asked:
            break
        rest = ask.less(len(found.strands))
    everyone = [*(own if ask.about("action") else ()), *found.ids("risk")]
    everyone = list(dict.fromkeys(everyone))
    rest = ask if not found.strands else ask.less(len(found.strands))
    found.add(hung(strands.ACTION_LINKS, everyone, actions.behind(ask.on), "action", rest))
    if ask.about("report"):
        shown = strands.pictures(everyone)[: max(ask.limit - len(found.strands), 0)]
        found.strands += [Strand(("risk", pk), _picture(one)) for pk, one in shown]
    watched = [*(own if ask.about("measure") else ()), *found.ids("risk")]
    found.strands += _measured(watched, ask.on)[: max(ask.limit - len(found.strands), 0)]


def _measured(ids: list[int], on: date) -> list[Strand]:
    found = measures_of(ids, on) if ids else []
    return [Strand(("risk", one.at_id), indicators.drawn(one)) for one in found]


# From a unit to the trust and on to the region; each is a question only where something was lifted.
LEVELS = 4


def drawn(risk: Risk, on: date) -> Node:
    return Node(
        kind="risk",
        id=risk.pk,
        uuid=risk.uuid,
        title=risk.title,
        where=risk.unit.name,
        href=address_of("risks:risk", risk.uuid),
        mark=presenters.zone_tag(risk.zone),
        notes=(risk.owner.name, presenters.state_tag(risk, on)[0], *risk.themes),
        gaps=tuple(_gaps(risk, on)),
    )


def _gaps(risk: Risk, on: date) -> list[Mark]:
    if risk.state not in LIVE:
        return []
    untreated = risk.zone in {Zone.YELLOW, Zone.RED} and not risk.treated
    accepted = risk.state == State.ACCEPTED and not presenters.run_out(risk, on)
    said: list[tuple[bool, Mark]] = [
        (untreated and not accepted, (_("Ingen tiltak"), "warning")),
        (risk.review_on < on, (_("Skulle vært gått gjennom"), "warning")),
        (has_left(risk.owner, on), (_("Uten eier"), "danger")),
    ]
    return [mark for holds, mark in said if holds]


def _lifted(proposal: Proposal, on: date) -> Node:
    """The risk above, or only that it was lifted where the one above is not seen."""
    if proposal.into:
        return drawn(proposal.into, on)
    title = _("Løftet til %(unit)s") % {"unit": proposal.to_unit.name}
    return Node("lifted", proposal.pk, title, mark=presenters.proposal_tag(proposal.state))


def _source(proposal: Proposal, seen: Risk | None, on: date) -> Node:
    """The risk below, or what was said of it where it is not seen."""
    if seen:
        return drawn(seen, on)
    told = proposal.told
    return Node(
        "told_risk",
        proposal.pk,
        told["title"],
        where=told["unit"],
        mark=presenters.zone_tag(told["zone"]),
    )


def _picture(snapshot: Snapshot) -> Node:
    return Node(
        kind="picture",
        id=snapshot.pk,
        title=_("Tertialbilde for %(period)s") % {"period": spoken(snapshot.period)},
        where=snapshot.unit.name,
        href=address_of("risks:tertial", snapshot.uuid),
    )
