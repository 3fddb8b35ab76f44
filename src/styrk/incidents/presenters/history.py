"""The history of a case, to those who handle it: every step in plain words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.roles import BOARD_CHAIR
from styrk.actions.states import Effect
from styrk.actions.states import State as ActionState
from styrk.incidents import chair
from styrk.incidents.case_file import Step
from styrk.incidents.presenters.marks import label
from styrk.incidents.states import WITHOUT_HARM, Aside, Harm, Kind, Outcome
from styrk.organisation.models import Person
from styrk.ui.words import spoken_day

ACTS: dict[str, str | Promise] = {
    "report": gettext_lazy("meldte"),
    "take": gettext_lazy("tok imot meldingen"),
    "confirm": gettext_lazy("bekreftet type og alvor"),
    "ask": gettext_lazy("ba %(unit)s om en uttalelse"),
    "withdraw_question": gettext_lazy("trakk spørsmålet til %(unit)s"),
    "extend_question": gettext_lazy("ga %(unit)s svarfrist til %(day)s"),
    "question_unanswered": gettext_lazy("ventet ikke lenger på svaret fra %(unit)s"),
    "question_falls": gettext_lazy("lot spørsmålet til %(unit)s falle bort, for saken kom dit"),
    "answer": gettext_lazy("svarte for %(unit)s"),
    "analyse": gettext_lazy("skrev hva som ble funnet"),
    "add_action": gettext_lazy("besluttet tiltaket «%(title)s»"),
    "decide": gettext_lazy("bestemte hva som skal bli bedre"),
    "follow": gettext_lazy("knyttet til det nye tiltaket «%(title)s»"),
    "tell_change": gettext_lazy("fortalte at tiltaket «%(title)s» er gjennomført"),
    "conclude": gettext_lazy("fulgte opp til effekten var kjent"),
    "conclude_in_theme": gettext_lazy("fulgte opp saken som del av et tema"),
    "look_again": gettext_lazy("fant at ingen av tiltakene ble gjennomført"),
    "hand_over": gettext_lazy("sendte meldingen til %(unit)s"),
    "recuse": gettext_lazy("meldte seg inhabil"),
    "pass_on": gettext_lazy("sendte saken til %(other)s"),
    "take_up_again": gettext_lazy("tok saken opp igjen"),
    "whistleblow": gettext_lazy("sendte den videre som varsling"),
    "add": gettext_lazy("la til"),
    "add_to_report": gettext_lazy("la til i meldingen"),
    "withdraw": gettext_lazy("trakk meldingen"),
    "point_at_risk": gettext_lazy("knyttet saken til en risiko"),
    "withdraw_risk": gettext_lazy("tok bort knytningen til en risiko"),
    "classify": gettext_lazy("satte koder på saken"),
    "name_product": gettext_lazy("sa hvilket produkt saken gjelder"),
    "withdraw_product": gettext_lazy("tok bort et produkt"),
    "answer_in_group": gettext_lazy("svarte alle som har meldt det samme"),
}


@dataclass(frozen=True)
class Told:
    """An entry of a timeline or a history, as the templates draw it."""

    at: datetime | None
    title: str = ""
    text: str = ""
    state: str = "done"
    who: str = ""


def added(steps: list[Step]) -> list[Told]:
    """What was added to the report and the case since, in the order written."""
    reported = _("Den som meldte")
    return [
        Told(step.at, text=step.note, who=step.by or reported)
        for step in steps
        if step.act in {"add", "add_to_report"}
    ]


def history(steps: list[Step], reporter: Person | None = None) -> list[Told]:
    """Every step in plain words, newest first. `reporter` is who reported, where one may know it."""
    return [
        Told(at=step.at, who=_who(step, reporter), text=_sentence(step)) for step in reversed(steps)
    ]


# Unnamed, because more people see the case than may know who reported.
BY_REPORTER = {"report", "add_to_report", "withdraw"}


def _who(step: Step, reporter: Person | None) -> str:
    if step.by:
        return step.by
    if step.act in BY_REPORTER:
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
        gettext_lazy("Det samme er meldt fra før. Her ser du hva som skjer med det"),
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
    act = _act(step) % (facts_of(step) | _known_to_handlers(step))
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
        str(words) % {"before": label(codes, was), "after": label(codes, now)}
        for (codes, words), was, now in zip(CHANGED, before, after, strict=False)
        if was != now
    )


def facts_of(step: Step) -> dict[str, str]:
    """What the words of a step name. Where it went to the chair it is not said to be of the unit."""
    to_chair = step.detail.get("to_role") == BOARD_CHAIR.code
    return {
        "title": "",
        "name": step.by or "",
        "other": str(chair.CHAIR) if to_chair else _("en annen leder"),
        **step.detail,
        "day": spoken_day(date.fromisoformat(step.detail["due"])) if "due" in step.detail else "",
        "effect": label(Effect, step.detail.get("effect", "")).lower(),
        "unit": str(chair.CHAIR) if to_chair else step.detail.get("unit", ""),
    }


def _known_to_handlers(step: Step) -> dict[str, str]:
    """Where an inhabil leader's case went, which the reporter is not told."""
    unit = step.detail.get("to_unit")
    if not unit or step.detail.get("to_role") == BOARD_CHAIR.code:
        return {}
    return {"other": _("lederen for %(unit)s") % {"unit": unit}}
