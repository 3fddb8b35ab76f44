"""How § 8 a is evidenced by a revisjonsplan: that it is decided what to look at, and looked at in time."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.auditplan.queries import Standings, standings
from styrk.core.asking import Ask
from styrk.regulation.letters import Letter
from styrk.regulation.types import Answer, Claim, Datum, Question, Status
from styrk.ui.addresses import address_of
from styrk.ui.words import filled


def read(question: Question) -> Ask[Standings]:
    return standings(question.path, question.on)


def audits_are_planned(question: Question, found: Standings) -> Answer:
    """Approved, and begun as the quarters pass. Without any plan the rule says nothing."""
    if not found.plans:
        return Answer(Status.UNKNOWN, _("Ingen revisjonsplan som dekker enheten, er ført i Styrk."))
    home = address_of("auditplan:plans")
    data = (
        Datum(_("Vedtatte revisjonsplaner for året"), found.approved, question.on, home),
        Datum(_("Planlagte revisjoner i år"), found.lines, question.on, home),
        Datum(_("Av dem i et kvartal som er gått"), found.over, question.on),
        Datum(_("Av disse begynt"), found.begun, question.on),
    )
    if not found.approved:
        text = _("Ingen revisjonsplan for året er vedtatt.")
        return Answer(Status.NOT_SHOWN, text, data)
    waiting = found.over - found.begun
    if waiting:
        text = ngettext(
            "Planen er vedtatt, men %(num)s revisjon er ikke begynt i kvartalet sitt.",
            "Planen er vedtatt, men %(num)s revisjoner er ikke begynt i kvartalet sitt.",
            waiting,
        )
        return Answer(Status.PARTLY, filled(text, num=waiting), data)
    return Answer(
        Status.SHOWN, _("Planen er vedtatt, og revisjonene er begynt i kvartalene sine."), data
    )


CLAIMS = [
    Claim(
        Letter.A8,
        gettext_lazy(
            "Revisjonsplanen for året er vedtatt, og ingen revisjon står igjen fra et kvartal som er"
            " gått."
        ),
        read,
        audits_are_planned,
    )
]
