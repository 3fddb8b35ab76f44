"""Who hears at once what the other side has said of a placed requirement."""

from collections.abc import Callable
from datetime import datetime

from styrk.access.queries import standing_of
from styrk.core import clock
from styrk.messages.commands import Teller
from styrk.organisation.models import Person
from styrk.organisation.queries import holder_of
from styrk.organisation.rules import LEADER
from styrk.requirements import rules
from styrk.requirements.models import Placement

# In the language of whoever reads it.
type Said = Callable[[], str]

TELLER = Teller("placement", "requirements:placement")


def tell_receiver(
    placement: Placement, event: str, subject: Said, text: Said, by: Person, now: datetime
) -> None:
    """Whoever leads the unit that has it, and its owner there."""
    people = holder_of(placement.unit, LEADER, clock.day(now))
    _tell([*people, placement.owner], placement, event, subject, text, by, now)


def tell_placer(
    placement: Placement, event: str, subject: Said, text: Said, by: Person, now: datetime
) -> None:
    """Whoever leads the unit it was laid from, and the one who laid it while that is theirs to do."""
    unit, day = rules.placed_from(placement), clock.day(now)
    placer = placement.placed_by
    still = rules.may_place(standing_of(placer, day), unit.pk)
    people = holder_of(unit, LEADER, day)
    _tell([*people, placer if still else None], placement, event, subject, text, by, now)


def _tell(
    people: list[Person | None],
    placement: Placement,
    event: str,
    subject: Said,
    text: Said,
    by: Person,
    now: datetime,
) -> None:
    for person in dict.fromkeys(people):
        if person is not None:
            TELLER.tell(
                person, placement, f"{event}:{now.isoformat()}", subject, text, by=by, now=now
            )
