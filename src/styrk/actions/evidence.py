"""How §§ 8 c and 9 b are evidenced by actions, what became of them, and whether they helped."""

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.actions.states import Listing
from styrk.actions.tally import figures
from styrk.actions.types import MONTHS_LOOKED_AT
from styrk.core.asking import Ask
from styrk.core.tallies import Span, first_of_month
from styrk.regulation.letters import Letter
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.addresses import address_of
from styrk.ui.words import filled

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
            Listing.RAISED: Span("raised", year),
            Listing.CARRIED_OUT: Span("carried_out", year),
            Listing.JUDGED: Span("judged", year),
            Listing.WORKED: Span("worked", year),
            Listing.PLANNED: Span("planned"),
            Listing.LATE: Span("planned", before=question.on),
            Listing.UNKNOWN: Span("unjudged", before=question.on),
        },
    )


def effect_is_judged(question: Question, found: dict[str, int]) -> Answer:
    """§ 8 c: what was carried out is looked at again, and somebody says whether it worked."""
    due = found[Listing.JUDGED] + found[Listing.UNKNOWN]
    data = (
        _datum(question, _("Tiltak iverksatt siste tolv måneder"), found, Listing.CARRIED_OUT),
        _datum(question, _("Av dem med vurdert effekt"), found, Listing.JUDGED),
        _datum(question, _("Av dem som virket, helt eller delvis"), found, Listing.WORKED),
        _datum(question, _("Tiltak der effekten skulle vært vurdert"), found, Listing.UNKNOWN),
    )
    if not due:
        text = _("Ingen tiltak er kommet så langt at effekten skulle vært vurdert.")
        return Answer(Status.NOT_SHOWN, text, data)
    text = _(
        "Effekten er vurdert for %(judged)s av %(due)s tiltak som er kommet så langt (%(share)s\u00a0%%)."
    )
    share = 100 * found[Listing.JUDGED] // due
    return Answer(
        Status.SHOWN if share >= JUDGED.value else Status.NOT_SHOWN,
        filled(text, judged=found[Listing.JUDGED], due=due, share=share),
        data,
    )


def actions_correct(question: Question, found: dict[str, int]) -> Answer:
    """§ 9 b: actions are decided, each with origin, owner and deadline, and are carried out in time."""
    data = (
        _datum(question, _("Tiltak bestemt siste tolv måneder"), found, Listing.RAISED),
        _datum(question, _("Tiltak iverksatt siste tolv måneder"), found, Listing.CARRIED_OUT),
        _datum(question, _("Tiltak som er planlagt nå"), found, Listing.PLANNED),
        _datum(question, _("Av dem over fristen"), found, Listing.LATE),
    )
    if not found[Listing.RAISED] and not found[Listing.PLANNED]:
        text = _("Ingen tiltak er bestemt de siste tolv månedene, så det er ikke noe å vise.")
        return Answer(Status.NOT_SHOWN, text, data)
    text = _(
        "%(raised)s tiltak er bestemt de siste tolv månedene, og %(done)s er iverksatt."
        " %(overdue)s av %(planned)s planlagte er over fristen."
    )
    said = {
        "raised": found[Listing.RAISED],
        "done": found[Listing.CARRIED_OUT],
        "overdue": found[Listing.LATE],
        "planned": found[Listing.PLANNED],
    }
    return Answer(_in_time(found), filled(text, **said), data)


def _in_time(found: dict[str, int]) -> Status:
    share = 100 * found[Listing.LATE] / max(found[Listing.PLANNED], 1)
    if share > OVERDUE_PARTLY.value:
        return Status.NOT_SHOWN
    # What is only planned corrects nothing yet.
    done = found[Listing.CARRIED_OUT] > 0
    return Status.SHOWN if done and share <= OVERDUE.value else Status.PARTLY


def _datum(question: Question, called: str, found: dict[str, int], listing: Listing) -> Datum:
    """The number, and the list of those that it counts."""
    address = f"{address_of('actions:actions')}?vis={listing}&enhet={question.code}"
    return Datum(called, found[listing], question.on, address)


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
    ),
]
