"""How § 8 a is evidenced by goals: somebody says where each stands, before it is too late."""

from datetime import timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.core.asking import Ask
from styrk.goals.queries import Followed, figures
from styrk.regulation.letters import Letter
from styrk.regulation.profiles import FEW
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.addresses import address_of
from styrk.ui.words import filled

# Days within which somebody has said where a goal stands: a tertial, or half a year where it is small.
LATELY = Threshold(
    123,
    gettext_lazy("Et mål som ingen har sett på gjennom et helt tertial, styrer ingen etter."),
    dict.fromkeys(
        FEW,
        Threshold(
            183,
            gettext_lazy(
                "Med få mål og korte linjer er to ganger i året nok, men et mål som ingen har sett på i et"
                " halvt år, styrer ingen etter."
            ),
        ),
    ),
)
# Per cent of the agreed goals.
FOLLOWED = Threshold(
    80, gettext_lazy("Noen mål er nye, men mangler mer enn ett av fem, følges ikke målene.")
)
PARTLY = Threshold(50, gettext_lazy("Under halvparten er ikke kontroll."))


def read(question: Question) -> Ask[Followed]:
    since = question.on - timedelta(days=question.at(LATELY).value)
    return figures(question.path, {"since": since, "on": question.on, "year": question.on.year})


def goals_are_followed(question: Question, found: Followed) -> Answer:
    """§ 8 a: of the goals of the year, how many somebody has followed lately."""
    url = f"{address_of('goals:goals')}?enhet={question.code}"
    data = (
        Datum(_("Avtalte mål i år"), found.agreed, question.on, url),
        Datum(_("Av dem fulgt opp i tide"), found.followed, question.on),
        Datum(_("Av dem der fristen er gått ut"), found.late, question.on),
        Datum(_("Mål som er nådd i år"), found.reached, question.on),
    )
    if not found.agreed:
        return Answer(Status.NOT_SHOWN, _("Ingen mål er avtalt for året."), data)
    share = 100 * found.followed // found.agreed
    text = ngettext(
        "%(followed)s av %(agreed)s avtalt mål er fulgt opp i tide (%(share)s\u00a0%%).",
        "%(followed)s av %(agreed)s avtalte mål er fulgt opp i tide (%(share)s\u00a0%%).",
        found.agreed,
    )
    said = {"followed": found.followed, "agreed": found.agreed, "share": share}
    return Answer(_status(share), filled(text, **said), data)


def _status(share: int) -> Status:
    if share >= FOLLOWED.value:
        return Status.SHOWN
    return Status.PARTLY if share >= PARTLY.value else Status.NOT_SHOWN


CLAIMS = [
    Claim(
        Letter.A8,
        lambda question: format_lazy(
            gettext_lazy(
                "For minst {share} % av de avtalte målene har noen sagt hvor de står, de siste {days}"
                " dagene. {why} {why_days} Delvis fra {part} %. {why_part}"
            ),
            share=FOLLOWED.value,
            why=FOLLOWED.why,
            days=question.at(LATELY).value,
            why_days=question.at(LATELY).why,
            part=PARTLY.value,
            why_part=PARTLY.why,
        ),
        read,
        goals_are_followed,
    ),
]
