"""Where one acts on a samleavvik: what is said of it on the page of every act."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.patterns import queries, refusals, rules
from styrk.patterns.models import IncidentGroup, Raising
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.OutOfLine: gettext_lazy(
        "En av meldingene ligger ikke hos enheten eller under den. Ta den bort, eller velg en enhet over."
    ),
    refusals.NobodyToTell: gettext_lazy("Ingen av meldingene ligger der du følger opp avvik."),
    refusals.NothingToCount: gettext_lazy("Ingen meldinger du kan se, hører til."),
    refusals.NobodyAbove: gettext_lazy("Ingen leder over kan svare."),
    refusals.RaisedAlready: gettext_lazy("Samleavviket er løftet, og venter på svar."),
    refusals.DueBefore: gettext_lazy("Dagen for svar har vært. Velg en senere dag."),
}


def subject(group: IncidentGroup) -> Subject:
    home = address_of("patterns:group", group.uuid)
    way = [(_("Samleavvik"), address_of("patterns:groups")), (group.title, home)]
    return Subject(way=way, line=group.unit.name)


DESK = Desk(
    name="group",
    find=queries.group,
    hold=queries.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=subject,
    misfit=gettext_lazy("Dette passer ikke slik samleavviket står nå."),
    refusals=REFUSALS,
)


def raised_subject(raised: Raising) -> Subject:
    way = subject(raised.group).way
    return Subject(way=[*way, (_("Løftet"), address_of("patterns:raised", raised.uuid))])


RAISED = Desk(
    name="raised",
    find=queries.raised,
    hold=queries.hold_raised,
    is_for=rules.raised_is_for,
    may=rules.may_with_raised,
    subject=raised_subject,
    misfit=gettext_lazy("Saken er besvart eller trukket."),
    refusals=REFUSALS,
)
