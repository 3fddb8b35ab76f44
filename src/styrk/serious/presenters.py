"""Words and colours for cases, duties and clocks. What stands in the data is said in the reader's language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.core import clock
from styrk.incidents.notices import Assessment, facts
from styrk.incidents.notices.clocks import Unit
from styrk.incidents.notices.facts import Value
from styrk.serious.models import Call, EventStep, Obligation, PatientIdentity
from styrk.serious.naming import duty, title
from styrk.serious.questions import ASSESSMENT, VALUES, YES_NO, said
from styrk.serious.states import State, Way
from styrk.ui.forms import listed
from styrk.ui.history import Told, with_note
from styrk.ui.words import spoken_day, spoken_moment

type Mark = tuple[str | Promise, str]

GRAVE: Mark = (gettext_lazy("Alvorlig hendelse"), "danger")
STATES = {
    State.PROPOSED: "warning",
    State.SEND: "info",
    State.NOT: "neutral",
    State.LAPSED: "neutral",
}
ACTS: Mapping[str, str | Promise] = {
    "open": gettext_lazy("begynte å vurdere om hendelsen skal meldes videre"),
    "answer": gettext_lazy("svarte på spørsmålene"),
    "propose": gettext_lazy("foreslo: %(title)s"),
    "propose_again": gettext_lazy("foreslo på nytt, fordi svarene er andre: %(title)s"),
    "lapse": gettext_lazy("tok bort forslaget, fordi svarene ikke gir plikten lenger: %(title)s"),
    "send": gettext_lazy("bestemte at dette skal meldes: %(title)s"),
    "not": gettext_lazy("bestemte at dette ikke meldes: %(title)s"),
    "sent": gettext_lazy("noterte at dette er sendt: %(title)s"),
    "not_sent": gettext_lazy("rettet at dette ikke var sendt: %(title)s"),
    "write": gettext_lazy("skrev i saksmappa"),
    "correct": gettext_lazy("rettet i saksmappa"),
    "identify": gettext_lazy("skrev hvem pasient %(number)s er"),
    "correct_identity": gettext_lazy("rettet hvem pasient %(number)s er"),
    "open_identity": gettext_lazy("åpnet hvem pasient %(number)s er"),
    "delete_identity": gettext_lazy("slettet hvem pasient %(number)s er"),
    "reseal_identity": gettext_lazy("krypterte på nytt hvem pasient %(number)s er"),
    "report": gettext_lazy("frøs rapporten og noterte den som sendt"),
    "addendum": gettext_lazy("skrev et tillegg til rapporten"),
    "move": gettext_lazy("flyttet oppgavene til den som har saken"),
    "call": gettext_lazy("spurte %(told)s om å ta saken (%(way)s)"),
    "receipt": gettext_lazy("kvitterte: har saken"),
    "decline": gettext_lazy("sa fra: kan ikke ta saken"),
    "no_receipt": gettext_lazy("fikk ingen kvittering fra %(told)s i tide"),
    "gap": gettext_lazy("fant ingen på vaktlista nå: %(role)s"),
    "call_over": gettext_lazy("spurte ingen flere, for det haster ikke lenger"),
    "calls_end": gettext_lazy("fikk ingen kvittering, og sa fra til %(told)s"),
    "warn_now": gettext_lazy(
        "fant ingen vaktliste for enheten, og sa fra til %(told)s straks: %(title)s"
    ),
    "warn_soon": gettext_lazy("sa fra til %(told)s om at fristen er nær: %(title)s"),
    "warn_late": gettext_lazy("sa fra til %(told)s om at fristen er ute: %(title)s"),
}


def identity_mark(identity: PatientIdentity) -> Mark:
    if identity.deleted_at:
        return gettext_lazy("Slettet"), "neutral"
    return gettext_lazy("Kryptert"), "info"


def state_mark(obligation: Obligation) -> Mark:
    return mark_of_state(obligation.state)


def mark_of_state(code: str) -> Mark:
    state = State(code)
    return state.label, STATES[state]


@dataclass(frozen=True)
class Reason:
    """A question the duty asks, what was answered, and whether that is enough."""

    question: str
    answer: str
    holds: bool


def reasons(assessment: Assessment, unknown: Iterable[str]) -> list[Reason]:
    """Each question once. What nobody knows is not said to be no."""
    found = {one.fact.name: one for one in assessment.reasons}
    return [
        Reason(
            said(one.fact.question), answer(name, None if name in unknown else one.found), one.holds
        )
        for name, one in found.items()
    ]


def answer(name: str, value: Value | list[str] | None) -> str:
    if value is None:
        return _("Ikke kjent ennå")
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    if isinstance(value, str):
        return str(VALUES[name][value])
    told = [str(words) for code, words in VALUES[name].items() if code in value]
    return listed(told) if told else _("Ingen")


def answered(told: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What was answered, question by question; a no among crosses is left out."""
    for name, fact in facts().items():
        if name in told and told[name] is not False:
            yield said(fact.question), answer(name, told[name])  # type: ignore[arg-type]


def assessed(given: Mapping[str, str]) -> list[tuple[str, str]]:
    """The three questions and what was answered when it was decided."""
    return [
        (str(question), str(YES_NO[given[name]]))
        for name, question in ASSESSMENT.items()
        if name in given
    ]


def why_not(assessment: Assessment) -> str:
    if not assessment.for_us:
        return _("Plikten gjelder ikke en virksomhet som denne.")
    if not assessment.in_force:
        return _("Plikten gjaldt ikke da hendelsen skjedde.")
    return _("Svarene gir ikke plikten.")


def due_words(rule: str, step: int, due_at: datetime | None) -> str:
    """The law's date, with the time of day where it counts hours; nothing where it has none."""
    if due_at is None:
        return ""
    if duty(rule).steps[step].clock.unit is Unit.HOURS:
        return spoken_moment(due_at)
    return spoken_day(due_at)


def clock_mark(late_at: datetime, due_at: datetime | None, now: datetime, *, urgent: bool) -> Mark:
    """How near a clock is, in words."""
    left = late_at - now
    if left.total_seconds() < 0:
        return (_("Over fristen") if due_at else _("Haster: ikke meldt ennå")), "danger"
    if urgent and due_at is None:
        return _("Straks"), "danger"
    if due_at is None:
        return _("Snarest, ingen dato i loven"), "warning"
    hours = int(left.total_seconds() // 3600)
    if hours < 1:
        return _("Under en time igjen"), "danger"
    if hours < 48:
        text = ngettext("%(n)s time igjen", "%(n)s timer igjen", hours) % {"n": hours}
        return text, "warning"
    days = (clock.day(late_at) - clock.day(now)).days
    text = ngettext("%(n)s dag igjen", "%(n)s dager igjen", days) % {"n": days}
    return text, "info"


def call_mark(call: Call) -> Mark:
    if call.answered_at:
        return _("Har saken"), "success"
    return (
        (_("Svarte ikke i tide"), "neutral") if call.passed_at else (_("Venter på svar"), "warning")
    )


def history(steps: Iterable[EventStep]) -> list[Told]:
    """The newest first; `Styrk` is who did what nobody did."""
    return [
        Told(step.at, step.by.name if step.by else "Styrk", _sentence(step))
        for step in reversed(list(steps))
    ]


def _sentence(step: EventStep) -> str:
    told = {**step.detail}
    if "rule" in told:
        told["title"] = title(told["rule"])
    if "way" in told:
        told["way"] = str(Way(told["way"]).label).lower()
    return with_note(str(ACTS.get(step.act, step.act)) % told, told.get("said", ""))
