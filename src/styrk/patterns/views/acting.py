"""Where one acts on a samleavvik or a tema: what is said of it on the page of every act."""

from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.access.requests import Request
from styrk.incidents import commands as of_incidents
from styrk.incidents import rules as incident_rules
from styrk.incidents.models import Incident
from styrk.incidents.queries import incident as case
from styrk.incidents.states import State
from styrk.patterns import queries, refusals, rules
from styrk.patterns.models import IncidentGroup, Raising, Theme
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
    refusals.NotLater: gettext_lazy("Neste gjennomgang må være etter i dag."),
    refusals.BelongsAlready: gettext_lazy("Meldingen hører til temaet allerede."),
    of_incidents.NotInTheme: gettext_lazy("Saken må følges opp for seg."),
}


def case_of(request: Request, uuid: UUID) -> Incident:
    """The case, for one who may see it together with others, or 404."""
    found = case(uuid)
    if (
        found is None
        or not incident_rules.may_handle(request.standing, found)
        or not incident_rules.in_line(request.standing.scope, found)
        or found.state == State.ASIDE
    ):
        raise Http404
    return found


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


def theme_subject(theme: Theme) -> Subject:
    home = address_of("patterns:theme", theme.uuid)
    way = [(_("Tema"), address_of("patterns:themes")), (theme.title, home)]
    return Subject(way=way, line=theme.unit.name)


THEMES = Desk(
    name="theme",
    find=queries.theme,
    hold=queries.hold_theme,
    is_for=rules.theme_is_for,
    may=rules.may_with_theme,
    subject=theme_subject,
    misfit=gettext_lazy("Dette passer ikke slik temaet står nå."),
    refusals=REFUSALS,
)
