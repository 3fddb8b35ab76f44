"""Where one acts on a case of the committee, or on its advice."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.access.queries import Standing
from styrk.committee import queries, refusals, rules
from styrk.committee.models import Advice, CommitteeCase
from styrk.incidents import queries as incidents
from styrk.incidents import rules as of_incidents
from styrk.incidents.models import Incident
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.LaidAlready: gettext_lazy("Saken venter på utvalget allerede."),
    refusals.NoCommittee: gettext_lazy(
        "Ingen sitter i et utvalg her eller over. Den som holder organisasjonen oppdatert, gir rollen."
    ),
    refusals.NotOfPatients: gettext_lazy(
        "Utvalget behandler det som gjelder pasienter, ikke det som bare gjelder ansatte."
    ),
    refusals.NotFound: gettext_lazy(
        "Fant ingen sak med det nummeret som utvalget kan kreve. Se at nummeret er riktig."
    ),
    refusals.NobodyLeads: gettext_lazy("Enheten har ingen leder nå. Gi rådet til en leder over."),
}


def _way() -> list[tuple[object, str]]:
    return [(_("Pasientsikkerhetsutvalget"), address_of("committee:committee"))]


def case_subject(case: CommitteeCase) -> Subject:
    way = [*_way(), (case.incident.title, address_of("committee:case", case.uuid))]
    return Subject(way=way, line=case.unit.name)


def advice_subject(advice: Advice) -> Subject:
    return Subject(
        way=[*_way(), (_("Råd"), address_of("committee:advice", advice.uuid))], quoted=advice.text
    )


def _incident(uuid: object, _standing: Standing) -> Incident | None:
    return incidents.incident(uuid)  # type: ignore[arg-type]


INCIDENT: Desk[Incident] = Desk(
    name="incident",
    find=_incident,
    hold=lambda uuid: incidents.incident(uuid, hold=True),
    is_for=lambda standing, incident, _act: of_incidents.may_handle(standing, incident),
    may=lambda standing, incident, _act: rules.may_lay(standing, incident),
    subject=lambda incident: Subject(
        way=[
            (_("Meldinger"), address_of("incidents:incidents")),
            (incident.reference, address_of("incidents:incident", incident.uuid)),
        ],
        line=incident.title,
    ),
    misfit=gettext_lazy("Utvalget behandler det som gjelder pasienter, og som er en egen sak."),
    refusals=REFUSALS,
)
CASES: Desk[CommitteeCase] = Desk(
    name="case",
    find=queries.case,
    hold=queries.hold,
    is_for=rules.is_for,
    may=rules.may,
    subject=case_subject,
    misfit=gettext_lazy("Saken er behandlet eller trukket."),
    refusals=REFUSALS,
)
ADVICE: Desk[Advice] = Desk(
    name="advice",
    find=queries.one_advice,
    hold=queries.hold_advice,
    is_for=rules.advice_is_for,
    may=rules.may_with_advice,
    subject=advice_subject,
    misfit=gettext_lazy("Rådet er besvart eller trukket."),
    refusals=REFUSALS,
)
