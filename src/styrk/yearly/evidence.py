"""How kommuneloven § 25-2 is evidenced: what kommunestyret was sent, and when."""

from datetime import timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.core.asking import Ask
from styrk.regulation.letters import Letter
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.addresses import address_of
from styrk.ui.words import filled, spoken_day
from styrk.yearly.queries import Sent, sent_since

LATELY = Threshold(366, gettext_lazy("Loven sier minst én gang i året."))


def read(question: Question) -> Ask[Sent]:
    return sent_since(question.path, question.on - timedelta(days=LATELY.value))


def kommunestyret_is_told(question: Question, found: Sent) -> Answer:
    """Sent within a year shows it; the treatment is told, but is kommunestyret's own."""
    if not found.is_kommune:
        return Answer(Status.UNKNOWN, _("Rapporten gjelder en hel kommune."))
    home = f"{address_of('yearly:reports')}?enhet={question.code}"
    data = (
        Datum(_("Rapporter sendt til kommunestyret siste år"), found.number, question.on, home),
        Datum(_("Av dem behandlet"), found.treated, question.on, home),
    )
    if found.last is None:
        text = _("Kommunestyret har ikke fått noen rapport det siste året.")
        return Answer(Status.NOT_SHOWN, text, data)
    text = filled(_("Kommunestyret fikk den siste rapporten %(day)s."), day=spoken_day(found.last))
    return Answer(Status.SHOWN, text, data)


CLAIMS = [
    Claim(
        Letter.K2,
        format_lazy(
            gettext_lazy(
                "Kommunedirektøren har sendt kommunestyret en rapport om internkontroll og resultater av"
                " statlig tilsyn de siste {days} dagene. {why}"
            ),
            days=LATELY.value,
            why=LATELY.why,
        ),
        read,
        kommunestyret_is_told,
    )
]
