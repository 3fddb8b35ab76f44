"""How §§ 8 c and 9 b are evidenced by actions, what became of them, and whether they helped."""

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.actions.tally import figures
from styrk.core.asking import Ask
from styrk.core.tallies import Span, first_of_month
from styrk.regulation.letters import Letter
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.addresses import address_of
from styrk.ui.words import filled

MONTHS_LOOKED_AT = 12
# Per cent of the actions whose effect should be known by now.
JUDGED = Threshold(
    50, gettext_lazy("Er det færre, er det unntaket at noen ser etter om tiltaket virket.")
)
# Per cent of the planned actions that are past their deadline.
OVERDUE = Threshold(
    10,
    gettext_lazy("Noe kommer i veien, men er mer enn ett av ti over fristen, styrer ikke planen."),
)
OVERDUE_PARTLY = Threshold(
    30, gettext_lazy("Er mer enn tre av ti over fristen, blir det ikke rettet.")
)


def read(question: Question) -> Ask[dict[str, int]]:
    """All numbers that the two rules build on."""
    year = first_of_month(question.on, MONTHS_LOOKED_AT - 1)
    return figures(
        question.path,
        {
            "raised": Span("raised", year),
            "carried_out": Span("carried_out", year),
            "judged": Span("judged", year),
            "worked": Span("worked", year),
            "planned": Span("planned"),
            "overdue": Span("planned", before=question.on),
            "unjudged": Span("unjudged", before=question.on),
        },
    )


def effect_is_judged(question: Question, found: dict[str, int]) -> Answer:
    """§ 8 c: what was carried out is looked at again, and somebody says whether it worked."""
    due = found["judged"] + found["unjudged"]
    data = (
        Datum(_("Tiltak iverksatt siste tolv måneder"), found["carried_out"], question.on),
        Datum(_("Av dem med vurdert effekt"), found["judged"], question.on, _list("finished")),
        Datum(_("Av dem som virket, helt eller delvis"), found["worked"], question.on),
        Datum(
            _("Tiltak der effekten skulle vært vurdert"),
            found["unjudged"],
            question.on,
            _list("unknown"),
        ),
    )
    if not due:
        text = _("Ingen tiltak er kommet så langt at effekten skulle vært vurdert.")
        return Answer(Status.NOT_SHOWN, text, data)
    text = _(
        "Effekten er vurdert for %(judged)s av %(due)s tiltak som er kommet så langt (%(share)s\u00a0%%)."
    )
    share = 100 * found["judged"] // due
    return Answer(
        Status.SHOWN if share >= JUDGED.value else Status.NOT_SHOWN,
        filled(text, judged=found["judged"], due=due, share=share),
        data,
    )


def actions_correct(question: Question, found: dict[str, int]) -> Answer:
    """§ 9 b: actions are decided, each with origin, owner and deadline, and are carried out in time."""
    data = (
        Datum(_("Tiltak bestemt siste tolv måneder"), found["raised"], question.on, _list("")),
        Datum(_("Tiltak iverksatt siste tolv måneder"), found["carried_out"], question.on),
        Datum(_("Tiltak som er planlagt nå"), found["planned"], question.on, _list("planned")),
        Datum(_("Av dem over fristen"), found["overdue"], question.on, _list("late")),
    )
    if not found["raised"] and not found["planned"]:
        text = _("Ingen tiltak er bestemt de siste tolv månedene, så det er ikke noe å vise.")
        return Answer(Status.NOT_SHOWN, text, data)
    text = _(
        "%(raised)s tiltak er bestemt de siste tolv månedene, og %(done)s er iverksatt."
        " %(overdue)s av %(planned)s planlagte er over fristen."
    )
    said = {
        "raised": found["raised"],
        "done": found["carried_out"],
        "overdue": found["overdue"],
        "planned": found["planned"],
    }
    return Answer(_in_time(found), filled(text, **said), data)


def _in_time(found: dict[str, int]) -> Status:
    share = 100 * found["overdue"] / max(found["planned"], 1)
    if share > OVERDUE_PARTLY.value:
        return Status.NOT_SHOWN
    # What is only planned corrects nothing yet.
    done = found["carried_out"] > 0
    return Status.SHOWN if done and share <= OVERDUE.value else Status.PARTLY


def _list(chosen: str) -> str:
    address = address_of("actions:actions")
    return f"{address}?vis={chosen}" if chosen else address


CLAIMS = [
    Claim(
        Letter.C8,
        format_lazy(
            gettext_lazy(
                "Effekten er vurdert for minst {share} % av tiltakene der den skulle vært vurdert nå."
                " {why}"
            ),
            share=JUDGED.value,
            why=JUDGED.why,
        ),
        read,
        effect_is_judged,
    ),
    Claim(
        Letter.B9,
        format_lazy(
            gettext_lazy(
                "Tiltak med opphav, eier og frist er bestemt og iverksatt de siste tolv månedene, og"
                " høyst {share} % av de planlagte er over fristen. {why} Delvis inntil {part} %."
                " {why_part}"
            ),
            share=OVERDUE.value,
            why=OVERDUE.why,
            part=OVERDUE_PARTLY.value,
            why_part=OVERDUE_PARTLY.why,
        ),
        read,
        actions_correct,
        whole=True,
    ),
]
