"""Where one acts on a plan, and on an item in it: what is said of them on the page of every act."""

from django.utils.translation import gettext_lazy as _

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.access.queries import Standing
from styrk.plans import presenters, queries, refusals, rules
from styrk.plans.models import Plan, PlanItem
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.Begun: _("Noen har begynt på planen allerede. Her er den."),
    refusals.InThePlan: _("Det står i planen allerede."),
    refusals.NothingToAdd: _("Det er ingen forslag igjen å ta med."),
    refusals.NotHere: _("Det hører ikke til enheten lenger."),
    refusals.Undecided: _("Ta stilling til forslagene først: ta dem med, utsett eller ta ut."),
    refusals.Empty: _("Planen er tom. Ta inn det som kommer først i år."),
    refusals.NotHeard: _("Noter hvem som er hørt, før planen vedtas."),
    refusals.ReasonMissing: _("Noter hvem som er hørt, eller skriv hvorfor ingen er det."),
    refusals.Unfunded: _("Noe i planen koster penger som ingen har bevilget ennå."),
    refusals.NoAuthority: _("Den som leder enheten, eller en over den, vedtar planen."),
    refusals.NotNewest: _("Det er begynt på en nyere versjon."),
    refusals.NotWaiting: _("Tiltaket er ikke lenger planlagt."),
}
MISFIT = _("Dette passer ikke slik planen står nå.")


def address(plan: Plan) -> str:
    return address_of("plans:version", plan.uuid)


def of_plan(plan: Plan) -> Subject:
    name = presenters.name_of(plan)
    return Subject(way=[(name, address(plan))], line=name)


def of_item(item: PlanItem) -> Subject:
    whole = of_plan(item.plan)
    return Subject(way=whole.way, line=f"{item} – {whole.line}")


def may_write(standing: Standing, item: PlanItem, _act: str) -> bool:
    return rules.may_plan(standing, item.plan.unit_id)


def fits(_standing: Standing, item: PlanItem, act: str) -> bool:
    return rules.fits_item(item.plan, item, act)


PLAN = Desk(
    name="plan",
    find=queries.plan,
    hold=queries.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=of_plan,
    misfit=MISFIT,
    refusals=REFUSALS,
)
ITEM = Desk(
    name="item",
    find=queries.item,
    hold=queries.locked_with,
    is_for=may_write,
    may=fits,
    subject=of_item,
    misfit=MISFIT,
    refusals=REFUSALS,
)
