"""Words and colours for a risk: its zone, its state, its history, and what does not hang together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.actions.models import Action
from styrk.actions.presenters import standing_tag
from styrk.actions.states import State as ActionState
from styrk.risks import consistency
from styrk.risks.forms import DescriptionForm
from styrk.risks.models import Proposal, Rating, Risk, RiskStep
from styrk.risks.scale import Scale
from styrk.risks.states import Authority, Interaction, Kind, ProposalState, State, Zone
from styrk.ui.history import Told, in_words, told, with_note
from styrk.ui.words import spoken_day

type Text = str | Promise
type Tag = tuple[str, str]
# What of a rating is told up the line, and may have become another.
RATED = ("zone", "score", "scale")

ZONE_COLORS = {Zone.GREEN: "success", Zone.YELLOW: "warning", Zone.RED: "danger"}
STATE_COLORS = {State.OPEN: "info", State.ACCEPTED: "neutral", State.ENDED: "neutral"}
PROPOSAL_COLORS = {
    ProposalState.PROPOSED: "warning",
    ProposalState.TAKEN_IN: "success",
    ProposalState.MERGED: "success",
    ProposalState.DECLINED: "neutral",
    ProposalState.WITHDRAWN: "neutral",
    ProposalState.CLOSED: "neutral",
}
INTERACTIONS: dict[str, Text] = {
    Interaction.INTERNAL: gettext_lazy("Samhandling internt"),
    Interaction.EXTERNAL: gettext_lazy("Samhandling eksternt"),
}
# As a sentence goes on: «Kan aksepteres av ...».
AUTHORITIES: dict[str, Text] = {
    Authority.UNIT: gettext_lazy("lederen for enheten, eller en leder over"),
    Authority.ABOVE: gettext_lazy("en leder på nivået over, eller høyere"),
    Authority.TOP: gettext_lazy("øverste leder i virksomheten"),
}
CHANGES: dict[str, tuple[Text, str]] = {
    "new": (gettext_lazy("Ny"), "info"),
    "higher": (gettext_lazy("Høyere"), "danger"),
    "lower": (gettext_lazy("Lavere"), "success"),
    "same": (gettext_lazy("Uendret"), "neutral"),
    "first_rated": (gettext_lazy("Vurdert for første gang"), "info"),
    "unrated": (gettext_lazy("Ikke vurdert"), "neutral"),
    "other_matrix": (gettext_lazy("Ny matrise, kan ikke sammenlignes"), "neutral"),
}
ACTS: dict[str, Text] = {
    "describe": gettext_lazy("beskrev risikoen"),
    "change": gettext_lazy("endret beskrivelsen"),
    "rate": gettext_lazy("vurderte risikoen"),
    "add_action": gettext_lazy("bestemte tiltaket «%(title)s»"),
    "accept": gettext_lazy("aksepterte risikoen"),
    "void": gettext_lazy("endret risikoen, så aksepten ikke gjelder lenger"),
    "review": gettext_lazy("gikk gjennom risikoen"),
    "propose": gettext_lazy("løftet risikoen til %(unit)s"),
    "taken_in": gettext_lazy("tok risikoen inn i bildet til %(unit)s"),
    "declined": gettext_lazy("tok ikke risikoen inn i bildet til %(unit)s"),
    "closed_above": gettext_lazy("avsluttet risikoen over, hos %(unit)s"),
    "take_in": gettext_lazy("tok den inn nedenfra"),
    "merge": gettext_lazy("slo den sammen med en risiko nedenfra"),
    "measure": gettext_lazy("knyttet indikatoren «%(indicator)s» til risikoen"),
    "stop_measuring": gettext_lazy("løste indikatoren «%(indicator)s» fra risikoen"),
    "end": gettext_lazy("avsluttet risikoen"),
}
# What each check finds: what to do, and why it is said.
FINDINGS: dict[str, tuple[Promise, Promise]] = {
    consistency.ABOVE_BEFORE: (
        gettext_lazy("Se på vurderingene av risikoen en gang til"),
        gettext_lazy(
            "Den er vurdert høyere med tiltakene enn uten dem, eller den blir høyere når de"
            " planlagte er gjort. Én av vurderingene stemmer ikke."
        ),
    ),
    consistency.ACCEPTANCE: (
        gettext_lazy("Få risikoen akseptert på nytt, eller bestem tiltak"),
        gettext_lazy(
            "Aksepten har gått ut, eller den er gitt av en leder som ikke har myndighet til det"
            " etter matrisen."
        ),
    ),
    consistency.OVERDUE: (
        gettext_lazy("Følg opp tiltaket som er over fristen"),
        gettext_lazy("Et tiltak mot risikoen skulle vært gjort. Så lenge er den like stor."),
    ),
    consistency.UNSEEN: (
        gettext_lazy("Gå gjennom risikoen"),
        gettext_lazy("Ingen har sett på den på over et år (§ 6 d)."),
    ),
    consistency.OLD_MATRIX: (
        gettext_lazy("Vurder risikoen i den nye matrisen"),
        gettext_lazy(
            "Den er vurdert i en eldre matrise, og kan ikke stå i samme bilde som de andre."
        ),
    ),
    consistency.UNTREATED: (
        gettext_lazy("Bestem tiltak, eller få risikoen akseptert"),
        gettext_lazy(
            "Den er rød. Ingen tiltak er i gang eller har virket, verken her eller i enhetene den"
            " kommer fra, og ingen leder har akseptert den (§ 6 e)."
        ),
    ),
}


@dataclass(frozen=True)
class Cell:
    """A square of the matrix: its zone, how many stand there, and what is marked in it."""

    likelihood: int
    consequence: int
    zone: str
    zone_word: str
    score: int
    count: int = 0
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class GridRow:
    number: int
    word: str
    cells: tuple[Cell, ...]


def zone_tag(zone: str, score: int | None = None) -> Tag:
    """The zone in words, with the score behind it."""
    if not zone:
        return _("Ikke vurdert"), "neutral"
    word = str(Zone(zone).label)
    return (f"{word} ({score})" if score else word), ZONE_COLORS[Zone(zone)]


def rated_tag(risk: Risk) -> Tag:
    return zone_tag(risk.zone, risk.current.score if risk.current else None)


def run_out(risk: Risk, on: date) -> bool:
    """Whether somebody accepted it, for a time that is over."""
    return risk.acceptance is not None and risk.acceptance.expires_on < on


def state_tag(risk: Risk, on: date) -> Tag:
    """The state on a day; an acceptance that has run out is none, and says when it did."""
    if risk.acceptance and run_out(risk, on):
        return _("Aksepten gikk ut %(day)s") % {"day": spoken_day(risk.acceptance.expires_on)}, (
            "danger"
        )
    return str(State(risk.state).label), STATE_COLORS[State(risk.state)]


def proposal_tag(state: str) -> Tag:
    return str(ProposalState(state).label), PROPOSAL_COLORS[ProposalState(state)]


def below(proposal: Proposal, scale: str) -> dict[str, Any]:
    """A risk from below: as it was lifted, and how it stands now where that is another word.

    `scale` is the mark of the scale it is looked at in, empty where nothing is rated here.
    """
    told, latest = proposal.told, proposal.latest
    moved = any(name in latest and latest[name] != told[name] for name in RATED)
    return {
        "proposal": proposal,
        "told": told | {name: latest[name] for name in latest if name in told},
        "tag": zone_tag(told["zone"], told["score"]),
        "now": zone_tag(latest["zone"], latest["score"]) if moved else None,
        "ended": latest.get("ended", ""),
        "other_matrix": latest.get("scale", told["scale"]) != scale,
    }


def behind(sources: Iterable[Mapping[str, Any]], on: date) -> list[dict[str, Any]]:
    """The actions below, each once: one that came up by two ways is still one."""
    found = {one["uuid"]: one for source in sources for one in source.get("actions", ())}
    return [action_told(one, on) for one in found.values()]


def action_told(told: Mapping[str, Any], on: date) -> dict[str, Any]:
    """An action as it was told of, and whether it was late on the day."""
    then = Action(state=told["state"], effect=told["effect"])
    planned, due = told["state"] == ActionState.PLANNED, date.fromisoformat(told["due"])
    late = planned and due < on
    whole = {"unit": "", **told}  # one's own is told of without saying where
    return {"told": whole, "tag": standing_tag(then), "due": due, "planned": planned, "late": late}


def interaction_words(risk: Risk) -> str:
    """Where the risk lies in an interaction: of what kind, and with whom."""
    if risk.interaction == Interaction.NONE:
        return ""
    word = str(INTERACTIONS[risk.interaction])
    return f"{word}: {risk.counterpart}" if risk.counterpart else word


def change_tag(told: Mapping[str, Any]) -> Tag:
    """What changed since the picture before, as it was frozen."""
    words, color = CHANGES[told["change"]]
    if told["change"] in {"higher", "lower"} and told["was"]:
        was = str(Zone(told["was"]["zone"]).label).lower()
        return f"{words} ({_('var')} {was}, {told['was']['score']})", color
    return str(words), color


def history(steps: Iterable[RiskStep]) -> list[Told]:
    return told(steps, _sentence, DescriptionForm)


def _sentence(step: RiskStep) -> str:
    act = in_words(step, ACTS)
    if step.act == "rate":
        kind = str(Kind(step.detail["kind"]).label).lower()
        zone = str(Zone(step.detail["zone"]).label).lower()
        act = f"{act}, {kind}: {zone} ({step.detail['score']})"
    return with_note(act, step.note)


def grid(
    scale: Scale,
    counts: Mapping[tuple[int, int], int] | None = None,
    marks: Mapping[tuple[int, int], tuple[str, ...]] | None = None,
) -> list[GridRow]:
    """The matrix as rows, the most likely on top."""
    counts, marks = counts or {}, marks or {}
    return [
        GridRow(
            row,
            scale.likelihoods[row - 1].word,
            tuple(
                _cell(scale, (row, column), counts, marks)
                for column in range(1, len(scale.levels) + 1)
            ),
        )
        for row in range(len(scale.likelihoods), 0, -1)
    ]


def _cell(
    scale: Scale,
    place: tuple[int, int],
    counts: Mapping[tuple[int, int], int],
    marks: Mapping[tuple[int, int], tuple[str, ...]],
) -> Cell:
    score = place[0] * place[1]
    zone = scale.zone(score)
    word = str(Zone(zone).label).lower()
    return Cell(*place, zone, word, score, counts.get(place, 0), marks.get(place, ()))


def marks_of(ratings: Iterable[Rating], matrix_id: int) -> dict[tuple[int, int], tuple[str, ...]]:
    """Where the newest rating of each kind stands, of those made in this matrix."""
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for rating in newest(ratings).values():
        if rating.matrix_id == matrix_id:
            place = rating.likelihood, rating.consequence
            found[place] = (*found.get(place, ()), rating.kind)
    return found


def newest(ratings: Iterable[Rating]) -> dict[str, Rating]:
    """The newest rating of each kind, in the order of the kinds; `ratings` come newest first."""
    first: dict[str, Rating] = {}
    for rating in ratings:
        first.setdefault(rating.kind, rating)
    return {kind: first[kind] for kind in Kind.values if kind in first}


def harms(rating: Rating) -> list[tuple[str, int, str]]:
    """What it may lead to in each dimension: its name, the step, and what that is."""
    scale = rating.matrix.scale
    return [
        (dimension.name, step, dimension.steps[step - 1])
        for dimension in scale.dimensions
        if (step := rating.consequences.get(dimension.code))
    ]
