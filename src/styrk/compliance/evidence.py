"""How § 8 a is evidenced by what leaders and boards went through, and §§ 6 a and 5 by what is written down."""

from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.compliance.looks import Looked, looked
from styrk.compliance.written import Written, written
from styrk.core.asking import Ask
from styrk.organisation.flavours import worded
from styrk.regulation.letters import LETTERS, Letter
from styrk.regulation.profiles import FEW
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.words import filled, spoken_day

A_YEAR = 365
# Per cent of the letters with words of how it is done, gone through in time.
WRITTEN = Threshold(
    80,
    gettext_lazy(
        "Noe skrives alltid om, men mangler mer enn én av fem bokstaver, er systemet ikke dokumentert."
    ),
    dict.fromkeys(
        FEW,
        Threshold(
            60,
            gettext_lazy(
                "Loven krever bare det omfanget som er nødvendig, men det meste må en ny leder kunne lese"
                " seg til."
            ),
        ),
    ),
)
WRITTEN_PARTLY = Threshold(30, gettext_lazy("Under en tredel er spredte notater."))
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


def read_written(question: Question) -> Ask[Written]:
    return written(question.path, question.on)


def work_is_described(question: Question, found: Written) -> Answer:
    """§ 6 a: how one works with quality, and who may decide what, is described in the unit's own words."""
    data = (
        Datum(
            _("«Slik gjør vi det» for § 6 a, gått gjennom"), _spoken(found.reviewed), question.on
        ),
    )
    if found.reviewed is None:
        text = _("Ingen har skrevet hvordan dere arbeider med kvalitet, og hvem som avgjør hva.")
        return Answer(Status.NOT_SHOWN, text, data)
    if not found.in_time:
        text = _("Teksten om hvordan dere arbeider med kvalitet, skulle vært gått gjennom igjen.")
        return Answer(Status.PARTLY, text, data)
    text = _("Det står hvordan dere arbeider med kvalitet, og teksten er gått gjennom i tide.")
    return Answer(Status.SHOWN, text, data)


def _spoken(on: date | None) -> str:
    return spoken_day(on) if on else _("ikke skrevet")


def system_is_documented(question: Question, found: Written) -> Answer:
    """§ 5: how each letter is met is written down where one works, and kept up to date."""
    letters, off = len(LETTERS), len(question.extent.off)
    data = (
        Datum(_("Bokstaver i §§ 6–9"), letters, question.on),
        Datum(_("Av dem med «Slik gjør vi det»"), found.letters, question.on),
        Datum(_("Av dem gått gjennom i tide"), found.current, question.on),
        Datum(_("Regler som er slått av, med en grunn"), off, question.on),
    )
    if not found.letters:
        text = _("Ingen har skrevet hvordan dere gjør det som bokstavene krever.")
        return Answer(Status.NOT_SHOWN, text, data)
    text = _(
        "For %(current)s av %(letters)s bokstaver står det hvordan dere gjør det, og teksten er gått"
        " gjennom i tide."
    )
    share = 100 * found.current // letters
    status = Status.PARTLY if share >= WRITTEN_PARTLY.value else Status.NOT_SHOWN
    return Answer(
        Status.SHOWN if share >= question.at(WRITTEN).value else status,
        filled(text, current=found.current, letters=letters),
        data,
    )


CLAIMS = [
    Claim(
        Letter.A6,
        gettext_lazy(
            "«Slik gjør vi det» for § 6 a er skrevet, her eller for en enhet over. Delvis når teksten"
            " skulle vært gått gjennom igjen."
        ),
        read_written,
        work_is_described,
        live=False,
    ),
    Claim(
        Letter.S5,
        lambda question: format_lazy(
            gettext_lazy(
                "For minst {share} % av bokstavene i §§ 6–9 er «Slik gjør vi det» skrevet, her eller for"
                " en enhet over, og gått gjennom i tide. {why} Delvis fra {part} %. {why_part}"
            ),
            share=question.at(WRITTEN).value,
            why=question.at(WRITTEN).why,
            part=WRITTEN_PARTLY.value,
            why_part=WRITTEN_PARTLY.why,
        ),
        read_written,
        system_is_documented,
        live=False,
    ),
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
