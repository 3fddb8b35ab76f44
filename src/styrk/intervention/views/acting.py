"""Where one acts on a signal: what is said of it on the page of every act."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.intervention import presenters, queries, refusals, rules
from styrk.intervention.models import Signal
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.NothingSaid: gettext_lazy("Skriv noe først."),
    refusals.NotLater: gettext_lazy("Velg en dag etter i dag."),
    refusals.OneselfDecides: gettext_lazy("Ingen avgjør et signal om seg selv."),
    refusals.NotTop: gettext_lazy("Øverste leder slår regler av og på, og ingen andre."),
    refusals.UnknownRule: gettext_lazy("Regelen er ikke på lista lenger."),
    refusals.NotDiscussed: gettext_lazy("Slå dem på når møtet har vært."),
}


def subject(signal: Signal) -> Subject:
    name = presenters.heading(signal)
    home = address_of("intervention:signal", signal.uuid)
    way = [(_("Plikt til å gripe inn"), address_of("intervention:signals")), (name, home)]
    return Subject(way=way, line=f"{name}, {signal.unit.name}", quoted=signal.answer)


DESK = Desk(
    name="signal",
    find=queries.signal,
    hold=queries.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=subject,
    misfit=gettext_lazy("Dette passer ikke slik signalet står nå."),
    refusals=REFUSALS,
)
