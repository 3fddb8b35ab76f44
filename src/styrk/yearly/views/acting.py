"""Where one acts on a yearly report: what is said of it on the page of every act."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.ui.addresses import address_of
from styrk.yearly import presenters, queries, refusals, rules
from styrk.yearly.models import YearlyReport

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.Begun: gettext_lazy("En rapport er under arbeid allerede. Her er den."),
    refusals.NotAYear: gettext_lazy("Velg et år som har begynt."),
    refusals.PartMissing: gettext_lazy("Skriv alle delene som kreves, før du sender."),
    refusals.ReasonMissing: gettext_lazy("Fyll ut alle feltene."),
    refusals.NoAuthority: gettext_lazy("Kommunedirektøren sender rapporten, og ingen andre."),
    refusals.Passed: gettext_lazy("Møtet må være i dag eller senere."),
    refusals.NotYet: gettext_lazy("Møtet har vært, og var ikke før det rapporten ble sendt til."),
    refusals.NobodyFollows: gettext_lazy("Si hvem som følger det opp, og til når."),
}


def address(report: YearlyReport) -> str:
    return address_of("yearly:report", report.uuid)


def subject(report: YearlyReport) -> Subject:
    name = presenters.name_of(report)
    return Subject(
        way=[
            (_("Rapport til kommunestyret"), address_of("yearly:reports")),
            (name, address(report)),
        ],
        line=name,
    )


DESK = Desk(
    name="report",
    find=queries.report,
    hold=queries.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=subject,
    misfit=gettext_lazy("Dette passer ikke slik rapporten står nå."),
    refusals=REFUSALS,
)
