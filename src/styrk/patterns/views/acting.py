"""Where one acts on a samleavvik: what is said of it on the page of every act."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.patterns import commands, queries, rules
from styrk.patterns.models import IncidentGroup
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    commands.OutOfLine: gettext_lazy(
        "En av meldingene ligger ikke lenger hos enheten eller under den. Velg på nytt."
    ),
    commands.NobodyToTell: gettext_lazy("Ingen av meldingene ligger der du følger opp avvik."),
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
