"""From what is answered to what the library asks: an event, its kind of organisation, what a report says."""

from collections.abc import Mapping
from datetime import UTC, datetime

from styrk.incidents.models import Incident
from styrk.incidents.notices import Event, facts
from styrk.incidents.notices.events import read_event
from styrk.incidents.notices.facts import Value
from styrk.incidents.states import Kind
from styrk.organisation.models import Unit
from styrk.serious.models import Answers
from styrk.serious.states import Organisation
from styrk.serious.types import Fact, Told

# By what the organisation calls its own topmost level; the first that fits.
KINDS = (
    ("fylkeskommune", Organisation.FYLKESKOMMUNE),
    ("kommune", Organisation.KOMMUNE),
    ("regional", Organisation.RHF),
    ("privat", Organisation.PRIVATE),
)
HARMED = {Kind.PATIENT: ["patient"], Kind.STAFF: ["staff"]}
# Asked with «vet ikke ennå»: they decide together, and a no that is only not known loses a notice.
OPENLY = ("unexpected_outcome", "caused_by_care", "patient_on_other")


def organisation_of(trust: Unit) -> Organisation:
    level = trust.level.casefold()
    return next((kind for word, kind in KINDS if word in level), Organisation.HF)


def from_report(incident: Incident) -> Told:
    """What the report says already."""
    said: dict[str, Fact] = {
        "harm_actual": incident.harm_actual,
        "harm_possible": incident.harm_possible,
        "harm_to": HARMED.get(Kind(incident.kind)),
    }
    told = {name: value for name, value in said.items() if value}
    return Told(incident.happened_at, incident.reported_at, told)


def told_in(answers: Answers) -> Told:
    return Told(answers.occurred_at, answers.known_at, answers.facts)


def as_event(told: Told, organisation: str) -> Event:
    """What is not known is as if nothing were said."""
    given = {
        "occurred_at": _minute(told.occurred_at).isoformat(),
        "known_at": max(_minute(told.known_at), _minute(told.occurred_at)).isoformat(),
        "organisation": organisation,
        "facts": dict(told.facts),
    }
    return read_event(given)


def _minute(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)


def not_known(told: Told) -> list[str]:
    """What was asked, and nobody knows yet; of the three that decide together, also what nobody asked."""
    return [
        name for name in facts() if name in {*OPENLY, *told.facts} and told.facts.get(name) is None
    ]


def as_if_yes(event: Event, names: list[str]) -> Mapping[str, Value]:
    """The facts, were all of these yes."""
    return {**event.facts, **{name: True for name in names if not facts()[name].values}}
