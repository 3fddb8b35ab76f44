"""Words and colours: what a step says to the reporter and to the handler, and how bad is bad."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.roles import BOARD_CHAIR
from styrk.actions.states import Effect
from styrk.actions.states import State as ActionState
from styrk.core.scope import current
from styrk.incidents import chair, types
from styrk.incidents.case_file import Step
from styrk.incidents.models import Incident
from styrk.incidents.queries import Listed
from styrk.incidents.rules import in_line
from styrk.incidents.shared import Shared
from styrk.incidents.states import WITHOUT_HARM, Aside, Harm, Kind, Outcome, State
from styrk.organisation.models import Person
from styrk.ui.addresses import address_of
from styrk.ui.spoken import once_a_language

type Tag = tuple[str, str]

STATE_COLORS = {
    State.RECEIVED: "info",
    State.EXAMINING: "warning",
    State.IMPROVING: "warning",
    State.CONCLUDED: "success",
    State.ASIDE: "neutral",
}
HARM_COLORS = {
    Harm.NONE: "neutral",
    Harm.MILD: "info",
    Harm.MODERATE: "warning",
    Harm.SEVERE: "danger",
    Harm.DEATH: "danger",
}
ABOUT: dict[str, str | Promise] = {
    types.OWN: gettext_lazy("Gjelder lederen"),
    types.THERE: gettext_lazy("Gjelder lederen der det skjedde"),
}
ACTS: dict[str, str | Promise] = {
    "report": gettext_lazy("meldte"),
    "take": gettext_lazy("tok imot meldingen"),
    "confirm": gettext_lazy("bekreftet type og alvor"),
    "ask": gettext_lazy("ba %(unit)s om en uttalelse"),
    "withdraw_question": gettext_lazy("trakk spørsmålet til %(unit)s"),
    "question_falls": gettext_lazy("lot spørsmålet til %(unit)s falle bort, for saken kom dit"),
    "answer": gettext_lazy("svarte for %(unit)s"),
    "analyse": gettext_lazy("skrev hva som ble funnet"),
    "add_action": gettext_lazy("besluttet tiltaket «%(title)s»"),
    "decide": gettext_lazy("bestemte hva som skal bli bedre"),
    "follow": gettext_lazy("knyttet til det nye tiltaket «%(title)s»"),
    "tell_change": gettext_lazy("fortalte at tiltaket «%(title)s» er gjennomført"),
    "conclude": gettext_lazy("fulgte opp til effekten var kjent"),
    "look_again": gettext_lazy("fant at ingen av tiltakene ble gjennomført"),
    "hand_over": gettext_lazy("sendte meldingen til %(unit)s"),
    "recuse": gettext_lazy("meldte seg inhabil"),
    "pass_on": gettext_lazy("sendte saken til %(other)s"),
    "take_up_again": gettext_lazy("tok saken opp igjen"),
    "add": gettext_lazy("la til"),
    "add_to_report": gettext_lazy("la til i meldingen"),
    "withdraw": gettext_lazy("trakk meldingen"),
    "point_at_risk": gettext_lazy("knyttet saken til en risiko"),
    "withdraw_risk": gettext_lazy("tok bort knytningen til en risiko"),
}


@dataclass(frozen=True)
class Told:
    """An entry of a timeline or a history, as the templates draw it."""

    at: datetime | None
    title: str = ""
    text: str = ""
    state: str = "done"
    who: str = ""


def state_tag(incident: Incident | Listed | Shared) -> Tag:
    return _state_tag(incident.state)


@once_a_language
def _state_tag(code: str) -> Tag:
    return str(State(code).label), STATE_COLORS[State(code)]


@once_a_language
def harm_tag(code: str) -> Tag | None:
    return (str(Harm(code).label), HARM_COLORS[Harm(code)]) if code else None


def harm_label(code: str) -> str:
    return _label(Harm, code)


def kind_label(incident: Incident | Listed) -> str:
    return _kind_label(incident.kind)


@once_a_language
def _kind_label(code: str) -> str:
    return str(Kind(code).label)


def about_tags(incident: Incident, steps: list[Step]) -> list[Tag]:
    """Whose leader it is about, where it is about one."""
    if not incident.about_leader:
        return []
    told = next((step.detail.get("about") for step in steps if step.act == "report"), None)
    return [(str(ABOUT[whose]), "warning") for whose in told or [types.OWN]]


def aside(incident: Incident) -> tuple[str, str, str] | None:
    """What it is instead of a case of its own, with the address and number of the one that is the same."""
    if not incident.aside_as:
        return None
    label = f"{Aside(incident.aside_as).label}."
    if incident.same_as_id is None:
        return label, "", ""
    try:
        same = incident.same_as
    except Incident.DoesNotExist:  # out of this person's sight
        same = None
    return (
        (label, address_of("incidents:incident", same.uuid), same.reference)
        if same
        else (label, "", "")
    )


def added(steps: list[Step]) -> list[Told]:
    """What was added to the report and the case since, in the order written."""
    reported = _("Den som meldte")
    return [
        Told(step.at, text=step.note, who=step.by or reported)
        for step in steps
        if step.act in {"add", "add_to_report"}
    ]


def lies_with(incident: Incident) -> str:
    """Whom it lies with: the unit, or past the top leader of the trust the chair of its board."""
    return str(chair.THE_CHAIR) if _at_chair(incident) else incident.responsible_unit.name


def _at_chair(incident: Incident) -> bool:
    return incident.past_line and incident.responsible_unit_id == incident.trust_id


def list_of(incident: Incident) -> tuple[str, str]:
    """The list that the person in scope finds the case in, with its address: the way back from it."""
    if in_line(current(), incident):
        return _("Meldinger"), address_of("incidents:incidents")
    return _("Saker delt med deg"), address_of("incidents:shared")


def history(steps: list[Step], reporter: Person | None = None) -> list[Told]:
    """Every step in plain words, newest first. `reporter` is who reported, where one may know it."""
    return [
        Told(at=step.at, who=_who(step, reporter), text=_sentence(step)) for step in reversed(steps)
    ]


def _who(step: Step, reporter: Person | None) -> str:
    if step.by:
        return step.by
    if step.act == "report":
        return reporter.name if reporter else _("En medarbeider")
    return "Styrk"


# Cases that ended without anything to know the effect of.
ENDED: dict[str, str | Promise] = {
    Outcome.PARTLY: gettext_lazy("fulgte opp til effekten var kjent. Noe gikk ikke videre"),
    Outcome.NOT_DONE: gettext_lazy("avsluttet. Tiltakene gikk ikke videre"),
    Outcome.NONE: gettext_lazy("avsluttet uten tiltak"),
}


# What a report became that is no case of its own: to those who handle it, and to the one who reported.
ASIDE: dict[str, tuple[str | Promise, str | Promise]] = {
    Aside.SAME: (
        gettext_lazy("fant at det samme er meldt i %(same)s"),
        gettext_lazy("Det samme er meldt av en annen. Her ser du hva som skjer med det"),
    ),
    Aside.COMPLAINT: (
        gettext_lazy("sendte den videre som klage eller erfaring"),
        gettext_lazy("Sendt videre som klage eller erfaring"),
    ),
    Aside.BUILDING: (
        gettext_lazy("sa at bygg og eiendom følger det opp"),
        gettext_lazy("Bygg og eiendom følger det opp"),
    ),
    Aside.ICT: (
        gettext_lazy("sa at IKT følger det opp"),
        gettext_lazy("IKT følger det opp"),
    ),
    Aside.OTHER: (
        gettext_lazy("fant at det ikke er et avvik"),
        gettext_lazy("Følges ikke opp som et avvik"),
    ),
}


def _sentence(step: Step) -> str:
    act = _act(step) % (_facts(step) | _known_to_handlers(step))
    return f"{act}: {step.note}" if step.note else act


def _act(step: Step) -> str:
    """What was done, with what it came to where that makes another act of it."""
    told: str | Promise = ENDED.get(step.detail.get("outcome", ""), ACTS.get(step.act, step.act))
    if step.act == "set_aside":
        told = ASIDE[step.detail["why"]][0]
    elif step.act == "confirm" and (changes := _changes(step)):
        return _("endret %(changes)s") % {"changes": changes.replace("%", "%%")}
    if step.act == "tell_change" and step.detail.get("effect"):
        told = _("fortalte hva som kom ut av tiltaket «%(title)s»: %(effect)s")
    elif step.act == "tell_change" and step.detail.get("state") == ActionState.DROPPED:
        told = _("fortalte at tiltaket «%(title)s» ikke gikk videre")
    return str(told)


# What a confirmation may change, in the order its step keeps them.
CHANGED: tuple[tuple[type[TextChoices], str | Promise], ...] = (
    (Kind, gettext_lazy("type fra «%(before)s» til «%(after)s»")),
    (Harm, gettext_lazy("alvor fra «%(before)s» til «%(after)s»")),
    (Harm, gettext_lazy("hva det kunne blitt fra «%(before)s» til «%(after)s»")),
)


def _changes(step: Step) -> str:
    """From what to what; the first of them is what the reporter chose."""
    before, after = step.detail.get("before", []), step.detail.get("after", [])
    if after and after[0] in WITHOUT_HARM:
        after = after[:1]  # it is not asked of, which says nothing of how bad it was
    return ", ".join(
        str(words) % {"before": _label(codes, was), "after": _label(codes, now)}
        for (codes, words), was, now in zip(CHANGED, before, after, strict=False)
        if was != now
    )


def _label(codes: type[TextChoices], code: str) -> str:
    return str(codes(code).label) if code else _("ikke sagt")


def _facts(step: Step) -> dict[str, str]:
    """What the words of a step name. Where it went to the chair it is not said to be of the unit."""
    to_chair = step.detail.get("to_role") == BOARD_CHAIR.code
    return {
        "title": "",
        "name": step.by or "",
        "other": str(chair.CHAIR) if to_chair else _("en annen leder"),
        **step.detail,
        "effect": _label(Effect, step.detail.get("effect", "")).lower(),
        "unit": str(chair.CHAIR) if to_chair else step.detail.get("unit", ""),
    }


def _known_to_handlers(step: Step) -> dict[str, str]:
    """Where an inhabil leader's case went, which the reporter is not told."""
    unit = step.detail.get("to_unit")
    if not unit or step.detail.get("to_role") == BOARD_CHAIR.code:
        return {}
    return {"other": _("lederen for %(unit)s") % {"unit": unit}}


def timeline(incident: Incident, steps: list[Step]) -> list[Told]:
    """The reporter's way: mottatt, hvem ser på det, hva ble bestemt, hva ble endret, takk."""
    told = [_told(step) for step in steps]
    return [*told, *_coming(incident, steps)]


def _told(step: Step) -> Told:
    facts = _facts(step)
    titles = {
        "report": _received(step),
        "take": _("%(name)s ser på det"),
        "decide": _("Dette ble bestemt"),
        "hand_over": _("Sendt til %(unit)s"),
        "pass_on": _("Sendt videre til %(other)s"),
        "take_up_again": _("%(name)s ser på det en gang til"),
        "add_to_report": _("Du la til"),
        "withdraw": _("Du trakk meldingen"),
        "conclude": _("Fulgt helt opp. Takk!"),
        "look_again": _("Tiltakene ble ikke gjennomført. Lederen ser på saken igjen."),
    }
    if step.act == "tell_change":
        return Told(step.at, _change(step.detail), facts["title"])
    if step.act == "set_aside":
        return Told(step.at, str(ASIDE[step.detail["why"]][1]), step.note)
    if step.act in {"follow", "add_action"}:
        return Told(step.at, _("Vi prøver noe nytt"), facts["title"])
    return Told(step.at, titles.get(step.act, step.act) % facts, step.note)


def _received(step: Step) -> str:
    if step.detail.get("past_role") == BOARD_CHAIR.code:
        return str(chair.RECEIVED)
    if "past" not in step.detail:
        return _("Mottatt. Takk for at du sa fra.")
    match step.detail.get("about"):
        case [types.THERE]:
            return _(
                "Mottatt, og sendt forbi lederen der det skjedde til %(past)s. Takk for at du sa fra."
            )
        case [types.OWN, types.THERE]:
            return _(
                "Mottatt, og sendt forbi dem det gjelder, til %(past)s. Takk for at du sa fra."
            )
    return _("Mottatt, og sendt forbi lederen din til %(past)s. Takk for at du sa fra.")


def _change(facts: dict[str, str]) -> str:
    if facts.get("effect"):
        return _("Virket det? %(effect)s") % {"effect": Effect(facts["effect"]).label}
    return _("Gikk ikke videre") if facts.get("state") == "dropped" else _("Dette er endret")


def _coming(incident: Incident, steps: list[Step]) -> list[Told]:
    """What comes next, so that nobody has to ask."""
    received = [
        _("Venter på at en leder tar imot"),
        _("Lederen undersøker og bestemmer hva som skal bli bedre"),
    ]
    at_chair = [str(chair.WAITS), str(chair.EXAMINES)]
    ahead = {
        State.RECEIVED: at_chair if _at_chair(incident) else received,
        State.EXAMINING: [
            _("Hva skjedde, og hva skal bli bedre?"),
            _("Du får vite hva som er bestemt"),
        ],
        State.IMPROVING: [
            *([] if _are_carried_out(steps) else [_("Tiltakene gjennomføres")]),
            _("Vi ser etter om det hjalp"),
        ],
        State.CONCLUDED: [],
        State.ASIDE: [],
    }[State(incident.state)]
    return [
        Told(None, title, state="current" if place == 0 else "coming")
        for place, title in enumerate(ahead)
    ]


def _are_carried_out(steps: list[Step]) -> bool:
    """Whether the reporter has been told of the last action that was still planned."""
    of_actions = ("decide", "add_action", "follow", "tell_change")
    last = next((one for one in reversed(steps) if one.act in of_actions), None)
    return last is not None and last.detail.get("planned") == 0
