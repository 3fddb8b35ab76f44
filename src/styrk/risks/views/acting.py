"""Where one acts on a risk: what is said of it on the page of every act."""

from django.utils.translation import gettext_lazy as _

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject, Way
from styrk.access.requests import Request
from styrk.core import states
from styrk.risks import queries, refusals, rules
from styrk.risks.models import Risk
from styrk.risks.states import MOVES
from styrk.ui.addresses import address_of
from styrk.ui.menu import Text

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.NoAuthority: _("Sonen krever en leder høyere opp."),
    refusals.NotRated: _("Vurder risikoen først."),
    refusals.NotAbove: _("Risikoen kan bare løftes til en enhet over."),
    refusals.ProposedAlready: _("Risikoen er løftet dit allerede."),
    refusals.OutsideMatrix: _("Matrisen er endret. Vurder en gang til i den nye."),
    refusals.NotMeasured: _("Enheten måles ikke med denne indikatoren."),
    refusals.MeasuredAlready: _("Risikoen har indikatoren fra før."),
    refusals.NoPicture: _(
        "Ta bildet av tertialet vi er i. Det forrige kan tas til det er tatt et bilde av det nye."
    ),
    refusals.OtherUnit: _("Risikoen du valgte, er ikke hos dere lenger."),
}


def way_to_register() -> Way:
    return [(_("Risiko"), address_of("risks:risks"))]


def address(risk: Risk) -> str:
    return address_of("risks:risk", risk.uuid)


def subject(risk: Risk) -> Subject:
    return Subject(way=[*way_to_register(), (risk.title, address(risk))], line=risk.title)


class RiskDesk(Desk[Risk]):
    """Accepting asks for authority: who lacks it is told so, also where the risk is theirs."""

    def not_now(self, request: Request, record: Risk, act: str) -> Text:
        if act == "accept" and states.may(MOVES, record.state, act):
            return REFUSALS[refusals.NoAuthority if record.current else refusals.NotRated]
        return super().not_now(request, record, act)


DESK = RiskDesk(
    name="risk",
    find=lambda uuid, _standing: queries.risk(uuid),
    hold=queries.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=subject,
    misfit=_("Dette passer ikke slik risikoen står nå."),
    refusals=REFUSALS,
)
