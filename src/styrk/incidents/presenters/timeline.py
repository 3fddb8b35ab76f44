"""What the one who reported is told: the way so far, and what comes next."""

from django.utils.translation import gettext as _

from styrk.access.roles import BOARD_CHAIR
from styrk.actions.states import Effect
from styrk.incidents import chair, sent_on, types
from styrk.incidents.case_file import Step
from styrk.incidents.models import Incident
from styrk.incidents.presenters.history import ASIDE, Told, facts_of
from styrk.incidents.presenters.marks import at_chair
from styrk.incidents.states import State


def timeline(incident: Incident, steps: list[Step]) -> list[Told]:
    """The reporter's way: mottatt, hvem ser på det, hva ble bestemt, hva ble endret, takk."""
    told = [_told(step) for step in steps]
    return [*told, *_coming(incident, steps)]


def _told(step: Step) -> Told:
    facts = facts_of(step)
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
        "conclude_in_theme": _("Fulgt opp sammen med annet av samme slag. Takk!"),
        "answer_in_group": _("Svar til alle som har meldt det samme"),
        "look_again": _("Tiltakene ble ikke gjennomført. Lederen ser på saken igjen."),
    }
    if step.act == "tell_change":
        return Told(step.at, _change(step.detail), facts["title"])
    if step.act == "whistleblow":
        return Told(step.at, _("Sendt til varslingsmottaket"), str(sent_on.WHISTLEBLOWING))
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
    chairs = [str(chair.WAITS), str(chair.EXAMINES)]
    ahead = {
        State.RECEIVED: chairs if at_chair(incident) else received,
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
