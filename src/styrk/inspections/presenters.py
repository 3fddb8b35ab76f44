"""Words and colours for audits and findings."""

from collections.abc import Iterable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.inspections import board
from styrk.inspections.models import (
    Audit,
    AuditStep,
    Finding,
    FindingStep,
    Lesson,
    LessonQuestion,
    LessonStep,
)
from styrk.inspections.queries import Reasons, Remains
from styrk.inspections.states import AuditKind, FindingKind, FindingState, Reply, State
from styrk.ui.addresses import address_of
from styrk.ui.history import Told, in_words, told, with_note
from styrk.ui.words import spoken_day

type Mark = tuple[Promise | str, str]

STATES = {
    State.PLANNED: "neutral",
    State.ANNOUNCED: "info",
    State.CARRIED_OUT: "info",
    State.HEARD: "warning",
    State.REPORTED: "warning",
    State.FOLLOWED: "success",
    State.DROPPED: "neutral",
}
KINDS = {
    FindingKind.ORDER: "danger",
    FindingKind.BREACH: "danger",
    FindingKind.DEVIATION: "warning",
    FindingKind.REMARK: "info",
    FindingKind.GOOD: "success",
}
FINDING_STATES = {
    FindingState.OPEN: "warning",
    FindingState.ANSWERED: "info",
    FindingState.CLAIMED: "info",
    FindingState.MET: "success",
    FindingState.NOTED: "neutral",
    FindingState.WITHDRAWN: "neutral",
}
REPLIES = {
    Reply.OPEN: "warning",
    Reply.OURS: "info",
    Reply.HANDLED: "success",
    Reply.NOT_OURS: "neutral",
    Reply.PASSED: "neutral",
    Reply.WITHDRAWN: "neutral",
}
LESSON_ACTS: dict[str, Promise] = {
    "answer": gettext_lazy("svarte på om det gjelder oss"),
    "pass_on": gettext_lazy("sendte det videre til %(units)s"),
    "add_action": gettext_lazy("bestemte et tiltak"),
}
ACTS: dict[str, Promise] = {
    "plan": gettext_lazy("planla det"),
    "change": gettext_lazy("endret det"),
    "join": gettext_lazy("tok %(name)s med på laget"),
    "leave": gettext_lazy("tok %(name)s av laget"),
    "announce": gettext_lazy("varslet enhetene"),
    "carry_out": gettext_lazy("gjennomførte det"),
    "hear": gettext_lazy("sendte utkastet på høring"),
    "comment": gettext_lazy("uttalte seg for %(unit)s"),
    "report": gettext_lazy("la frem rapporten"),
    "finish": gettext_lazy("fulgte det opp til ende"),
    "admit": gettext_lazy("ga %(guest)s innsyn"),
    "renew": gettext_lazy("ga %(guest)s en ny adresse"),
    "shut_out": gettext_lazy("avsluttet innsynet til %(guest)s"),
    "give": gettext_lazy("la ved «%(document)s»"),
    "send_to_board": board.DID_SEND,
    "treat": board.DID_TREAT,
    "drop": gettext_lazy("gikk ikke videre"),
}
FINDING_ACTS: dict[str, Promise] = {
    "find": gettext_lazy("førte opp funnet"),
    "change": gettext_lazy("endret funnet"),
    "withdraw": gettext_lazy("trakk funnet"),
    "answer": gettext_lazy("svarte på funnet"),
    "add_action": gettext_lazy("bestemte et tiltak"),
    "claim": gettext_lazy("meldte fra at det er rettet"),
    "confirm": gettext_lazy("bekreftet at det er rettet"),
    "send_back": gettext_lazy("så at det ikke er rettet ennå"),
}


def state_mark(audit: Audit) -> Mark:
    state = State(audit.state)
    return state.label, STATES[state]


def kind_mark(finding: Finding) -> Mark:
    kind = FindingKind(finding.kind)
    return kind.label, KINDS[kind]


def finding_mark(finding: Finding, today: date) -> Mark:
    """Where it stands; late where its day has passed and the unit has not put it right."""
    state = FindingState(finding.state)
    day = due_day(finding)
    if state in {FindingState.OPEN, FindingState.ANSWERED} and day and day < today:
        return gettext_lazy("Fristen er gått ut"), "danger"
    return state.label, FINDING_STATES[state]


def no_action(finding: Finding) -> str:
    """What whoever confirms reads first, where nothing was decided."""
    if not finding.without:
        return ""
    return _("Enheten bestemte ingen tiltak: %(why)s") % {"why": finding.without}


def due_day(finding: Finding) -> date | None:
    """What the unit must do next by: answer, or put right, by the deadline it was given, else its own day."""
    asked = finding.audit.answer_due if finding.state == FindingState.OPEN else None
    right = finding.deadline or finding.meet_due
    days = [day for day in (right, asked) if day is not None]
    return min(days, default=None)


def done_by(audit: Audit) -> str:
    """Who looks, in a word or two."""
    return str(audit.authority or AuditKind(audit.kind).label)


def period(audit: Audit) -> str:
    if audit.starts_on == audit.ends_on:
        return spoken_day(audit.starts_on)
    return _("%(first)s til %(last)s") % {
        "first": spoken_day(audit.starts_on),
        "last": spoken_day(audit.ends_on),
    }


def history(steps: Iterable[AuditStep]) -> list[Told]:
    return told(steps, lambda step: with_note(in_words(step, ACTS), step.note))


def finding_history(steps: Iterable[FindingStep]) -> list[Told]:
    return told(steps, lambda step: with_note(in_words(step, FINDING_ACTS), step.note))


def reply_mark(question: LessonQuestion, today: date) -> Mark:
    """What the unit has answered; late where its day has passed without an answer."""
    reply = Reply(question.reply)
    if reply == Reply.OPEN and question.lesson.due < today:
        return gettext_lazy("Fristen er gått ut"), "danger"
    return reply.label, REPLIES[reply]


def learnt_by(lesson: Lesson) -> str:
    """Who has learnt it: as it is said, or the trust that shares it."""
    return lesson.origin or str(lesson.trust)


def lesson_history(steps: Iterable[LessonStep]) -> list[Told]:
    return told(steps, lambda step: with_note(in_words(step, LESSON_ACTS), step.note))


def reasons(one: Reasons, on: date) -> list[tuple[str, str]]:
    """What speaks for looking at a unit, in words, each with where it stands (or nowhere)."""
    at = f"?enhet={one.unit.code}"
    late = f"{address_of('inspections:findings')}{at}&vis=sen"
    red = f"{address_of('risks:risks')}{at}&sone=red"
    told = [
        (one.red, ngettext("%(num)s rød risiko", "%(num)s røde risikoer", one.red), red),
        (one.late, _late(one), late),
        (
            one.letters,
            ngettext(
                "%(num)s bokstav i §§ 6–9 uten belegg",
                "%(num)s bokstaver i §§ 6–9 uten belegg",
                one.letters,
            ),
            f"{address_of('forskriftskart:map')}{at}",
        ),
    ]
    said = [(text % {"num": number}, address) for number, text, address in told if number]
    return [*said, (_looked(one), "")] if one.long_ago(on) else said


def _late(one: Reasons) -> str:
    text = ngettext("%(num)s funn over fristen", "%(num)s funn over fristen", one.late)
    if not one.orders:
        return text
    return text + ", " + (_("av dem %(orders)s pålegg") % {"orders": one.orders})


def _looked(one: Reasons) -> str:
    if one.last is None:
        return _("Ingen rapport fra tilsyn eller revisjon")
    return _("Siste rapport: %(day)s") % {"day": spoken_day(one.last)}


def remains(left: Iterable[Remains]) -> list[tuple[str, str]]:
    """What is left by name, each with where it is done."""
    said: list[tuple[str, str]] = []
    for one in left:
        here = address_of("inspections:finding", one.finding.uuid)
        title = {"title": one.finding.title}
        if one.unmet:
            said.append((_("Funnet «%(title)s» er ikke bekreftet rettet.") % title, here))
        for action in one.actions:
            text = (
                _("Tiltaket «%(title)s» er ikke gjort.")
                if action.state == "planned"
                else _("Effekten av tiltaket «%(title)s» er ikke vurdert.")
            )
            there = address_of("actions:action", action.uuid)
            said.append((text % {"title": action.title}, there))
        if one.hidden:
            text = ngettext(
                "%(num)s tiltak for «%(title)s», som du ikke har innsyn i, er ikke gjort eller vurdert.",
                "%(num)s tiltak for «%(title)s», som du ikke har innsyn i, er ikke gjort eller vurdert.",
                one.hidden,
            )
            said.append((text % (title | {"num": one.hidden}), here))
    return said


def in_one(one: Reasons, on: date) -> str:
    """The same as the first words of why an audit is planned."""
    said = "; ".join(text for text, _address in reasons(one, on))
    return _("Hvorfor nå: %(reasons)s.") % {"reasons": said} if said else ""
