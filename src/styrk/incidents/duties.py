"""What incidents ask of leaders."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.core.prepared import Prepared, Slot
from styrk.duties.types import Kind, Title
from styrk.incidents.models import Incident, Statement, reference
from styrk.incidents.presenters import harm_tag
from styrk.incidents.rules import may_answer_for
from styrk.incidents.states import SERIOUS
from styrk.incidents.types import EXAMINE, NO_RISK, STATEMENT, TAKE
from styrk.incidents.without_risk import MANY, titles
from styrk.ui.addresses import address_of
from styrk.ui.words import spoken_day

TITLES = Prepared(
    lambda *row: row,
    lambda: Incident.objects.filter(uuid__one_of=Slot("uuids")).values_list(
        "uuid", "pk", "reported_at", "title", "harm_actual"
    ),
)


def _titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """«2026-17 Title, meldt 21. nov. 2026» of those incidents that the person in scope may see, the
    serious with a tag. The day is that of the report, however often the case is handed on."""
    rows = TITLES.ask(uuids=list(uuids))
    return {uuid: _title(_dated(pk, at, title), harm) for uuid, pk, at, title, harm in rows}


def _dated(number: int, at: datetime, title: str) -> str:
    case = f"{reference(number, at)} {title}"
    return gettext("%(case)s, meldt %(day)s") % {"case": case, "day": spoken_day(at)}


def _title(text: str, harm: str) -> str:
    tag = harm_tag(harm) if harm in SERIOUS else None
    return Title.tagged(text, tag) if tag else text


def _statement_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    found = Statement.objects.filter(uuid__one_of=uuids).select_related("incident")
    return {
        one.uuid: f"{one.incident} ({one.profession})" if one.profession else str(one.incident)
        for one in found
    }


def _incident(uuid: UUID) -> str:
    return address_of("incidents:incident", uuid)


def _statement(uuid: UUID) -> str:
    return address_of("incidents:statement", uuid)


def _without_risk(uuid: UUID) -> str:
    return address_of("incidents:without_risk", uuid)


def _bulk() -> str:
    return address_of("incidents:take_many")


KINDS = [
    Kind(
        TAKE,
        what=_("Ta imot meldingen"),
        why=_("Den som meldte, venter på å høre hvem som ser på det (§ 8 e)."),
        titles=_titles,
        path=_incident,
        bulk=_bulk,
        bulk_label=_("Ta imot alle som ikke er alvorlige"),
    ),
    Kind(
        EXAMINE,
        what=_("Undersøk og bestem hva som skal bli bedre"),
        why=_("Hendelser skal gjennomgås, så lignende kan forebygges (§ 8 e)."),
        titles=_titles,
        path=_incident,
    ),
    Kind(
        STATEMENT,
        what=_("Gi en uttalelse"),
        why=_("En annen enhet trenger svaret ditt for å komme videre (§ 8 e)."),
        titles=_statement_titles,
        path=_statement,
        opens=may_answer_for,
    ),
    Kind(
        NO_RISK,
        what=_("Se om avvikene viser en risiko"),
        why=format_lazy(
            _(
                "Minst {many} avvik på et år er ikke knyttet til noen risiko, og enheten har ingen"
                " selv (§ 6 d). {why}"
            ),
            many=MANY.value,
            why=MANY.why,
        ),
        titles=titles,
        path=_without_risk,
    ),
]
