"""Where one acts on a revisjonsplan, a line or a wish: what is said of it on the page of every act."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.auditplan import presenters, queries, refusals, rules
from styrk.auditplan.models import AuditPlan, PlanLine, Wish
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.Begun: gettext_lazy("Det finnes en plan for året allerede."),
    refusals.NotAYear: gettext_lazy("Velg i år, eller et av de to neste årene."),
    refusals.WordsMissing: gettext_lazy("Fyll ut alle feltene."),
    refusals.NoUnits: gettext_lazy("Si hvilke enheter det gjelder."),
    refusals.NotTheirs: gettext_lazy("Dette hører ikke til her."),
    refusals.TooLate: gettext_lazy("Dagen passer ikke."),
    refusals.Empty: gettext_lazy("Planen har ingen revisjoner ennå."),
    refusals.NoQuarter: gettext_lazy("Sett et kvartal på alle revisjonene først."),
    refusals.WishesOpen: gettext_lazy(
        "Fristen for innspill er ikke ute. Planen sendes videre når den er det."
    ),
    refusals.WishesWait: gettext_lazy("Noen innspill venter på svar. Svar på dem først."),
    refusals.PeriodBackwards: gettext_lazy("Den siste dagen kan ikke være før den første."),
}


def address(plan: AuditPlan) -> str:
    return address_of("auditplan:plan", plan.uuid)


def way(plan: AuditPlan) -> list[tuple[object, str]]:
    return [
        (_("Revisjonsplan"), address_of("auditplan:plans")),
        (presenters.name_of(plan), address(plan)),
    ]


def subject(plan: AuditPlan) -> Subject:
    return Subject(way=way(plan), line=presenters.name_of(plan))


def _of_line(line: PlanLine) -> Subject:
    home = address_of("auditplan:line", line.uuid)
    return Subject(way=[*way(line.plan), (line.title, home)], line=line.title)


def _of_wish(wish: Wish) -> Subject:
    home = address_of("auditplan:wishes", wish.plan.uuid)
    told = presenters.from_whom(wish.party, wish.unit.name)
    return Subject(
        way=[*way(wish.plan), (_("Innspill"), home)],
        line=f"{told}: {wish.title}",
        quoted=wish.text,
    )


MISFIT = gettext_lazy("Dette passer ikke slik planen står nå.")
DESK = Desk(
    name="plan",
    find=queries.plan,
    hold=queries.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=subject,
    misfit=MISFIT,
    refusals=REFUSALS,
)
LINES = Desk(
    name="line",
    find=queries.line,
    hold=queries.locked_by_line,
    is_for=rules.is_for_line,
    may=rules.may_line,
    subject=_of_line,
    misfit=MISFIT,
    refusals=REFUSALS,
)
WISHES = Desk(
    name="wish",
    find=queries.wish,
    hold=queries.locked_by_wish,
    is_for=rules.is_for_wish,
    may=rules.may_wish,
    subject=_of_wish,
    misfit=MISFIT,
    refusals=REFUSALS,
)
