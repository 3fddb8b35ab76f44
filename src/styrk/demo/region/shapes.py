"""The shapes of what happens in the region: moments are whole seconds since 1970."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from styrk.core import clock
from styrk.demo.region.settling import Place

DAY = 86_400


def _day(at: int) -> date:
    """As the database reads it, in Norway."""
    return clock.day(datetime.fromtimestamp(at, UTC))


@dataclass(slots=True)
class Deed:
    """An action on its way. `told` is the action's place in the files.

    `put_off` is when its effect was to be judged after it was carried out too late, else None.
    """

    id: int
    uuid: str
    case: int
    told: int
    follows: int | None
    unit: int
    trust: int
    owner: int
    by: int
    raised: int
    due: int
    review: int
    done: int | None = None
    put_off: int | None = None
    early: int | None = None
    judged: int | None = None
    state: str = "planned"
    effect: str = ""

    def wait_as_agreed(self, done: int) -> None:
        """Done too late it has as long to work as was agreed, as the command gives it."""
        late = _day(done) - _day(self.due)
        if late > timedelta():
            self.review += late.days * DAY
            self.put_off = self.review


@dataclass(slots=True)
class Question:
    """A statement asked for, and its answer where it has come."""

    id: int
    uuid: str
    case: int
    unit: int
    leader: int
    asked: int
    answered: int | None


@dataclass(slots=True)
class Case:
    """A report and how far it has come. `more` is a second text that goes on where the first ends."""

    id: int
    uuid: str
    submission: str
    story: int
    text: int
    more: int
    place: str
    unit: int
    trust: int
    responsible: int
    reporter: int
    leader: int
    recused: int | None
    happened: int
    reported: int
    taken: int | None = None
    confirmed: bool = False
    examined: int | None = None
    decided: int | None = None
    concluded: int | None = None
    state: str = "received"
    thanks: int = 0
    deeds: list[Deed] = field(default_factory=list)
    question: Question | None = None


@dataclass(slots=True)
class Report:
    """A report to come: when, where, which story, and how the follow-up is drawn."""

    reported: int
    place: Place
    story: int
    reporter: int
    rare: bool = False
    foreground: bool = False


@dataclass(frozen=True)
class Pace:
    """How often something is left lying; what is `held` is always followed to its end."""

    stuck: float
    held: bool = False
