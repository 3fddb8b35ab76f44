"""How §§ 6 g, 8 a and 8 c are evidenced by indicators: what one has figures of, follows, and whether anything
helped."""

from datetime import timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.core.asking import Ask
from styrk.indicators.queries.shown import Followed, figures
from styrk.regulation.letters import Letter
from styrk.regulation.profiles import FEW
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.addresses import address_of
from styrk.ui.words import filled

# Days that the newest figure of an indicator may be old: a tertial and its lag.
FRESH = Threshold(
    160,
    gettext_lazy(
        "Et tall som er eldre enn et tertial og tida det tar å få det, styrer ingen etter."
    ),
    dict.fromkeys(
        FEW,
        Threshold(
            400,
            gettext_lazy(
                "De fleste tallene om små virksomheter kommer én gang i året. Et eldre tall styrer ingen"
                " etter."
            ),
        ),
    ),
)
# Per cent of the indicators in use that have a fresh figure.
FOLLOWED = Threshold(
    80, gettext_lazy("Noen kommer sjelden, men mangler mer enn ett av fem, følges ikke tallene.")
)
PARTLY = Threshold(50, gettext_lazy("Under halvparten er ikke kontroll."))
# Per cent of the actions tied to a series for so many days that the figures have answered.
ANSWERED = Threshold(
    50, gettext_lazy("Er det færre, er det unntaket at noen ser i tallene om tiltaket virket.")
)
ANSWER_BY = Threshold(
    270, gettext_lazy("Da er det kommet nok tall både før og etter de fleste tiltak.")
)


def read(question: Question) -> Ask[Followed]:
    since = question.on - timedelta(days=question.at(FRESH).value)
    return figures(question.path, since, question.on - timedelta(days=ANSWER_BY.value))


def figures_are_followed(question: Question, found: Followed) -> Answer:
    """§ 8 a: of the indicators that the line uses, how many have a figure that is fresh."""
    url = f"{address_of('indicators:indicators')}?enhet={question.code}"
    data = (
        Datum(_("Indikatorer i bruk"), found.used, question.on, url),
        Datum(_("Av dem med ferske tall"), found.fresh, question.on),
        Datum(_("Av dem med mål"), found.aimed, question.on),
        Datum(_("Av dem der noen har sagt hvor gode tallene er"), found.vouched, question.on),
    )
    if not found.used:
        return Answer(Status.NOT_SHOWN, _("Ingen indikatorer er i bruk."), data)
    share = 100 * found.fresh // found.used
    text = ngettext(
        "%(fresh)s av %(used)s indikator har ferske tall (%(share)s\u00a0%%).",
        "%(fresh)s av %(used)s indikatorer har ferske tall (%(share)s\u00a0%%).",
        found.used,
    )
    status = Status.NOT_SHOWN
    if share >= FOLLOWED.value:
        status = Status.SHOWN
    elif share >= PARTLY.value:
        status = Status.PARTLY
    return Answer(status, filled(text, fresh=found.fresh, used=found.used, share=share), data)


def statistics_are_at_hand(question: Question, found: Followed) -> Answer:
    """§ 6 g: there are figures that say something of how it goes, and some of them are fresh."""
    url = f"{address_of('indicators:indicators')}?enhet={question.code}"
    data = (
        Datum(_("Indikatorer i bruk"), found.used, question.on, url),
        Datum(_("Av dem med ferske tall"), found.fresh, question.on),
    )
    if not found.fresh:
        return Answer(Status.NOT_SHOWN, _("Ingen indikatorer har ferske tall."), data)
    text = ngettext(
        "%(fresh)s indikator har ferske tall.",
        "%(fresh)s indikatorer har ferske tall.",
        found.fresh,
    )
    return Answer(Status.SHOWN, filled(text, fresh=found.fresh), data)


def effect_is_measured(question: Question, found: Followed) -> Answer:
    """§ 8 c: where an action is to be seen in figures, whether they have answered."""
    data = (
        Datum(_("Tiltak knyttet til en indikator"), found.tied, question.on),
        Datum(_("Av dem der tallene burde ha svart"), found.due, question.on),
        Datum(_("Av dem der tallene har svart"), found.answered, question.on),
    )
    if not found.due:
        text = _("Ingen tiltak har vært knyttet til en indikator så lenge at tallene kan svare.")
        return Answer(Status.NOT_SHOWN, text, data)
    share = 100 * found.answered // found.due
    text = ngettext(
        "Tallene har svart om %(answered)s av %(due)s tiltak virket (%(share)s\u00a0%%).",
        "Tallene har svart om %(answered)s av %(due)s tiltak virket (%(share)s\u00a0%%).",
        found.due,
    )
    status = Status.SHOWN if share >= ANSWERED.value else Status.NOT_SHOWN
    said = filled(text, answered=found.answered, due=found.due, share=share)
    return Answer(status, said, data)


CLAIMS = [
    Claim(
        Letter.G6,
        lambda question: format_lazy(
            gettext_lazy("Minst én indikator har et tall som er høyst {days} dager gammelt. {why}"),
            days=question.at(FRESH).value,
            why=question.at(FRESH).why,
        ),
        read,
        statistics_are_at_hand,
    ),
    Claim(
        Letter.A8,
        lambda question: format_lazy(
            gettext_lazy(
                "Minst {share} % av indikatorene som er i bruk, har et tall som er høyst {days} dager"
                " gammelt. {why} {why_days} Delvis fra {part} %. {why_part}"
            ),
            share=FOLLOWED.value,
            days=question.at(FRESH).value,
            why=FOLLOWED.why,
            why_days=question.at(FRESH).why,
            part=PARTLY.value,
            why_part=PARTLY.why,
        ),
        read,
        figures_are_followed,
    ),
    Claim(
        Letter.C8,
        format_lazy(
            gettext_lazy(
                "For minst {share} % av tiltakene som har vært knyttet til en indikator i {days} dager,"
                " har tallene svart på om de virket. {why_days} {why}"
            ),
            share=ANSWERED.value,
            days=ANSWER_BY.value,
            why=ANSWERED.why,
            why_days=ANSWER_BY.why,
        ),
        read,
        effect_is_measured,
    ),
]
