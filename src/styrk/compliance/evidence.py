"""How § 8 a is evidenced by what leaders and boards went through, and asked or decided."""

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.compliance.looks import Looked, looked
from styrk.core.asking import Ask
from styrk.organisation.flavours import worded
from styrk.regulation.letters import Letter
from styrk.regulation.profiles import FEW
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.words import filled, spoken_day

A_YEAR = 365
# Days since something was gone through: a tertial, or half a year where it is small.
LATELY = Threshold(
    123,
    gettext_lazy("Går det et helt tertial uten at noen spør om eller bestemmer noe, styrer ingen."),
    dict.fromkeys(
        FEW,
        Threshold(
            183,
            gettext_lazy(
                "Med korte linjer er to ganger i året nok, men sjeldnere er ikke styring."
            ),
        ),
    ),
)


def read(question: Question) -> Ask[Looked]:
    return looked(question.path, question.on, A_YEAR)


def it_is_gone_through(question: Question, found: Looked) -> Answer:
    """§ 8 a: somebody went through the plan, the figures or a risk lately, and it led to something.

    Where nobody ever said so, this rule says nothing: the letter is then shown by other means or not.
    """
    on = question.on
    data = (
        Datum(_("Planer gått gjennom siste år"), found.plans, on),
        Datum(_("Tall gått gjennom"), found.series, on),
        Datum(_("Risikoer gått gjennom"), found.risks, on),
        Datum(_("Av dem der noe ble bestemt"), found.decided, on),
    )
    if found.latest is None:
        text = _(
            "Ingen har notert at planen, tall eller en risiko er gått gjennom, med det de spurte om eller"
            " bestemte. Det teller verken for eller imot."
        )
        return Answer(Status.UNKNOWN, text, data)
    if not found.total:
        text = _("Sist noe ble gått gjennom, var %(day)s. Det er mer enn et år siden.")
        return Answer(Status.NOT_SHOWN, text % {"day": spoken_day(found.latest)}, data)
    text = ngettext(
        "%(total)s gjennomgang med et spørsmål eller en beslutning siste år, sist %(day)s.",
        "%(total)s gjennomganger med et spørsmål eller en beslutning siste år, sist %(day)s.",
        found.total,
    )
    lately = (on - found.latest).days <= question.at(LATELY).value
    said = filled(text, total=found.total, day=spoken_day(found.latest))
    return Answer(Status.SHOWN if lately else Status.PARTLY, said, data)


CLAIMS = [
    Claim(
        Letter.A8,
        lambda question: format_lazy(
            gettext_lazy(
                "Noen som leder enheten, eller sitter i {board}, har gått gjennom planen, tall eller"
                " en risiko de siste {days} dagene, og spurt om eller bestemt noe. {why} Delvis når det er"
                " mer enn så lenge siden, men innenfor et år."
            ),
            board=worded(gettext_lazy("styret"), gettext_lazy("kommunestyret")),
            days=question.at(LATELY).value,
            why=question.at(LATELY).why,
        ),
        read,
        it_is_gone_through,
    ),
]
