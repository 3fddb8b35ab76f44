"""What happened, as it is told: read with care, and refused in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from styrk.core.clock import OSLO
from styrk.incidents.notices.clocks import Start
from styrk.incidents.notices.duty import ORGANISATIONS
from styrk.incidents.notices.facts import Value, WrongFact, read_facts

FIELDS = ("id", "occurred_at", "known_at", "organisation", "facts")
# Outside these years nobody reports, and the calendar is another.
YEARS = range(1990, 2101)


class WrongEvent(ValueError):
    """An event that cannot be judged. Says why, in words."""


@dataclass(frozen=True)
class Event:
    occurred_at: datetime
    known_at: datetime
    organisation: str
    facts: Mapping[str, Value]

    def began(self, start: Start) -> datetime | None:
        """The moment a clock starts; None for what begins with something that is sent later."""
        return {Start.EVENT: self.occurred_at, Start.KNOWN: self.known_at}.get(start)


def read_event(given: Mapping[str, object]) -> Event:
    """Raises WrongEvent."""
    unknown = sorted(set(given) - set(FIELDS))
    if unknown:
        raise WrongEvent(f"ukjente felt: {', '.join(name[:60] for name in unknown[:10])}")
    occurred_at = _moment(given, "occurred_at")
    known_at = occurred_at if given.get("known_at") is None else _moment(given, "known_at")
    if known_at < occurred_at:
        raise WrongEvent("known_at er før occurred_at")
    organisation = given.get("organisation")
    if not isinstance(organisation, str) or organisation not in ORGANISATIONS:
        raise WrongEvent(f"organisation må være én av: {', '.join(ORGANISATIONS)}")
    told = {} if given.get("facts") is None else given["facts"]
    if not isinstance(told, Mapping):
        raise WrongEvent("facts må være et objekt")
    try:
        return Event(occurred_at, known_at, organisation, read_facts(told, organisation))
    except WrongFact as reason:
        raise WrongEvent(str(reason)) from reason


def _moment(given: Mapping[str, object], name: str) -> datetime:
    """In UTC, where moments can be compared. Without an offset it is told in Norway's time."""
    told = given.get(name)
    if not isinstance(told, str):
        raise WrongEvent(
            f"{name} mangler eller er ikke tekst: skriv dato og klokkeslett (ISO 8601)"
        )
    try:
        at = datetime.fromisoformat(told)
    except ValueError as reason:
        raise WrongEvent(f"{name} er ikke en dato med klokkeslett (ISO 8601)") from reason
    if at.year not in YEARS:
        raise WrongEvent(f"{name} er utenfor årene {YEARS.start}–{YEARS.stop - 1}")
    at = at.replace(tzinfo=OSLO) if at.tzinfo is None else at
    return at.replace(microsecond=0).astimezone(UTC)
