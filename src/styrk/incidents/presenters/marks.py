"""Tags and words: how far a case is, how bad it was, whom it lies with, and what it is instead."""

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.core.scope import current
from styrk.incidents import chair, types
from styrk.incidents.case_file import Step
from styrk.incidents.models import Incident
from styrk.incidents.queries import Listed
from styrk.incidents.rules import in_line
from styrk.incidents.shared import Shared
from styrk.incidents.states import Aside, Harm, Kind, State
from styrk.ui.addresses import address_of
from styrk.ui.spoken import once_a_language

type Tag = tuple[str, str]

STATE_COLORS = {
    State.RECEIVED: "info",
    State.EXAMINING: "warning",
    State.IMPROVING: "warning",
    State.CONCLUDED: "success",
    State.ASIDE: "neutral",
}
HARM_COLORS = {
    Harm.NONE: "neutral",
    Harm.MILD: "info",
    Harm.MODERATE: "warning",
    Harm.SEVERE: "danger",
    Harm.DEATH: "danger",
}
ABOUT: dict[str, str | Promise] = {
    types.OWN: gettext_lazy("Gjelder lederen"),
    types.THERE: gettext_lazy("Gjelder lederen der det skjedde"),
}


def state_tag(incident: Incident | Listed | Shared) -> Tag:
    return _state_tag(incident.state)


@once_a_language
def _state_tag(code: str) -> Tag:
    return str(State(code).label), STATE_COLORS[State(code)]


@once_a_language
def harm_tag(code: str) -> Tag | None:
    return (str(Harm(code).label), HARM_COLORS[Harm(code)]) if code else None


def harm_label(code: str) -> str:
    return label(Harm, code)


def label(codes: type[TextChoices], code: str) -> str:
    return str(codes(code).label) if code else _("ikke sagt")


def kind_label(incident: Incident | Listed) -> str:
    return _kind_label(incident.kind)


@once_a_language
def _kind_label(code: str) -> str:
    return str(Kind(code).label)


def about_tags(incident: Incident, steps: list[Step]) -> list[Tag]:
    """Whose leader it is about, where it is about one."""
    if not incident.about_leader:
        return []
    told = next((step.detail.get("about") for step in steps if step.act == "report"), None)
    return [(str(ABOUT[whose]), "warning") for whose in told or [types.OWN]]


def aside(incident: Incident) -> tuple[str, str, str] | None:
    """What it is instead of a case of its own, with the address and number of the one that is the same."""
    if not incident.aside_as:
        return None
    label = f"{Aside(incident.aside_as).label}."
    if incident.same_as_id is None:
        return label, "", ""
    try:
        same = incident.same_as
    except Incident.DoesNotExist:  # out of this person's sight
        same = None
    return (
        (label, address_of("incidents:incident", same.uuid), same.reference)
        if same
        else (label, "", "")
    )


def lies_with(incident: Incident) -> str:
    """Whom it lies with: the unit, those who receive varsling, or past the top leader of the trust the chair of its board."""
    if incident.aside_as == Aside.WHISTLEBLOWING:
        return _("Varslingsmottaket")
    return str(chair.THE_CHAIR) if at_chair(incident) else incident.responsible_unit.name


def at_chair(incident: Incident) -> bool:
    is_varsling = incident.aside_as == Aside.WHISTLEBLOWING
    at_top = incident.responsible_unit_id == incident.trust_id
    return incident.past_line and at_top and not is_varsling


def list_of(incident: Incident) -> tuple[str, str]:
    """The list that the person in scope finds the case in, with its address: the way back from it."""
    if in_line(current(), incident):
        return _("Meldinger"), address_of("incidents:incidents")
    return _("Saker delt med deg"), address_of("incidents:shared")
