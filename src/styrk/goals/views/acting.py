"""Where one acts on goals: what is said of them on the page of every act."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject, Way
from styrk.actions.refusals import Answered
from styrk.goals import queries, refusals, rules
from styrk.goals.models import Goal
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    Answered: gettext_lazy("Noen har svart allerede."),
    refusals.NotHere: gettext_lazy("Kravet eller målet du valgte, gjelder ikke hos dere lenger."),
}


def way_to(unit: Unit, year: int) -> Way:
    query = urlencode({"enhet": unit.code, "aar": year})
    label = _("Mål for %(unit)s") % {"unit": unit.name}
    return [(label, f"{address_of('goals:goals')}?{query}")]


def subject(goal: Goal) -> Subject:
    way = way_to(goal.unit, goal.first_year)
    return Subject(
        way=[*way, (goal.title, address_of("goals:goal", goal.uuid))],
        line=f"{goal.title} – {goal.unit.name}",
    )


DESK = Desk(
    name="goal",
    find=queries.goal,
    hold=queries.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=subject,
    misfit=gettext_lazy("Dette passer ikke slik målet står nå."),
    refusals=REFUSALS,
)
