"""Words and colours for signals and rules."""

from collections.abc import Iterable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.access.roles import BOARD_CHAIR
from styrk.intervention import watched as told
from styrk.intervention.models import Signal, SignalStep
from styrk.intervention.queries import RuleHere
from styrk.intervention.states import Ending, Stance, State
from styrk.organisation.flavours import worded
from styrk.serious import naming
from styrk.ui.addresses import address_of
from styrk.ui.history import Told
from styrk.ui.words import spoken_day

type Mark = tuple[Promise | str, str]

STATES = {
    State.HEARING: "warning",
    State.RAISED: "warning",
    State.FOLLOWED: "info",
    State.TAKEN: "info",
    State.UNFOUNDED: "success",
    State.ENDED: "success",
    State.LOCKED: "neutral",
}
ACTS: dict[str, Promise] = {
    "find": gettext_lazy("fant dette, og sa det bare til lederen det gjelder"),
    "answer": gettext_lazy("svarte"),
    "lift": gettext_lazy("sendte signalet opp ett nivå"),
    "pass_on": gettext_lazy("sendte signalet ett nivå videre, fordi ingen avgjorde det i tide"),
    "go_on": gettext_lazy("sendte signalet ett nivå videre, fordi dagen som var avtalt, er ute"),
    "follow_up": gettext_lazy("bestemte at det skal følges opp"),
    "take_over": gettext_lazy("tok det over"),
    "find_no_ground": gettext_lazy("fant ikke grunnlag"),
    "report_back": gettext_lazy("meldte tilbake"),
    "end": gettext_lazy("avsluttet signalet"),
}
# Where what was looked at stands; for a rule that looks at many, where they are listed.
ONE = {
    "late_order": "inspections:finding",
    "late_notice": "serious:notice",
    "late_action": "actions:action",
    "risk_review": "risks:risk",
    "repeated": "actions:action",
}
MANY = {"late_answer": "feedback:voices", "appraisal": "appraisal:appraisals"}


def heading(signal: Signal) -> str:
    rule = told.rules().get(signal.rule)
    return rule.name if rule else signal.rule


def state_mark(signal: Signal) -> Mark:
    state = State(signal.state)
    return state.label, STATES[state]


def looked_at(signal: Signal) -> list[tuple[str, str]]:
    """What was found, in words and days, as it was on the day it was found."""
    seen = signal.seen
    rows = [(_("Enhet"), signal.unit.name)]
    if "title" in seen:
        rows.append((_("Det gjelder"), seen["title"]))
    if "notice" in seen:
        rows.append((_("Det gjelder"), naming.title(seen["notice"])))
    if "due" in seen:
        due = date.fromisoformat(seen["due"])
        late = (signal.found_on - due).days
        over = ngettext("%(n)s dag over", "%(n)s dager over", late) % {"n": late}
        rows.append((_("Dagen det skulle vært gjort"), f"{spoken_day(due)}, {over}"))
    if "done" in seen:
        rows.append((_("Tiltaket var gjort"), spoken_day(date.fromisoformat(seen["done"]))))
    if "number" in seen:
        rows.append((_("Antall"), f"{seen['number']}"))
    rows.append((_("Dagen det ble sett på"), spoken_day(signal.found_on)))
    return rows


def way_to(signal: Signal) -> str:
    """The address of what was looked at; nothing for the board's chair, who sees no cases."""
    if signal.rule in ONE:
        return address_of(ONE[signal.rule], signal.subject)
    if signal.rule in MANY:
        return f"{address_of(MANY[signal.rule])}?enhet={signal.unit.code}"
    return ""


def whom(signal: Signal) -> str:
    """Whom it goes to, or has gone to: the post, whoever holds it."""
    if signal.above is None:
        return ""
    if signal.above_role == BOARD_CHAIR.code:
        chair = worded(_("Styrelederen i %(unit)s"), _("Ordføreren i %(unit)s"))
        return str(chair) % {"unit": signal.above.name}
    return _("Lederen av %(unit)s") % {"unit": signal.above.name}


def stance(signal: Signal) -> str:
    return str(Stance(signal.stance).label) if signal.stance else ""


def ending(signal: Signal) -> str:
    return str(Ending(signal.ending).label) if signal.ending else ""


def history(steps: Iterable[SignalStep]) -> list[Told]:
    """The newest first; `Styrk` is who did what nobody did."""
    return [
        Told(step.at, step.by.name if step.by else "Styrk", _sentence(step))
        for step in reversed(list(steps))
    ]


def _sentence(step: SignalStep) -> str:
    act = str(ACTS.get(step.act, step.act))
    said = step.detail.get("said", "")
    return f"{act}: {said}" if said else act


def rule_mark(here: RuleHere) -> Mark:
    if here.is_on:
        return _("På"), "success"
    if here.was_changed:
        return _("Av: regelen er endret og må drøftes på nytt"), "warning"
    if here.ran_out:
        return _("Av: tiden er ute, og den må vurderes og drøftes på nytt"), "warning"
    return _("Av"), "neutral"
