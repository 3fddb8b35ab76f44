"""What an årlig melding holds. Codes are those of `states`; days are ISO 8601."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

WORST_FIRST = ("not_met", "at_risk", "on_course", "met")
GOOD = ("on_course", "met")
# How a unit stands with a requirement that has no status: its own answer is lacking, or the status.
LACKS = ("late", "waiting", "without_report")


def worst_of(said: Collection[str]) -> str:
    return next((course for course in WORST_FIRST if course in said), "")


def together(said: Collection[str], *, is_whole: bool) -> str:
    """All that is said as one: the worst. No good word speaks for those who have said nothing."""
    worst = worst_of(said)
    return worst if is_whole or worst not in GOOD else ""


@dataclass(frozen=True)
class Numbers:
    """How many units below have the same requirement, by how they stand."""

    units: int = 0
    late: int = 0
    waiting: int = 0
    declined: int = 0
    without_report: int = 0
    met: int = 0
    on_course: int = 0
    at_risk: int = 0
    not_met: int = 0

    @property
    def lacking(self) -> int:
        return self.late + self.waiting + self.without_report


NONE_BELOW = Numbers()


@dataclass(frozen=True)
class Lack:
    """A unit whose words are missing; `why` is one of LACKS."""

    unit: str
    why: str


@dataclass(frozen=True)
class Trouble:
    """A unit below that says it may not, or does not, get there."""

    unit: str
    course: str


@dataclass(frozen=True)
class ActionTold:
    """An action that the unit decided because of the requirement; `effect` is "" until judged."""

    title: str
    state: str
    effect: str
    due: str


@dataclass(frozen=True)
class Answer:
    """A requirement and what the unit answered: *document + year + point*, course and words.

    `stands` is "accepted", "declined", or one of LACKS. `period` is what the words were said of.
    `done`, `worked` and `actions_below` count actions in the units below.
    """

    placement: str
    point: str
    chapter: str
    title: str
    text: str
    goal: str
    kind: str
    stands: str
    reason: str = ""
    course: str = ""
    answer: str = ""
    period: str = ""
    below: Numbers = NONE_BELOW
    lacks: tuple[Lack, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    actions: tuple[ActionTold, ...] = ()
    actions_below: int = 0
    done_below: int = 0
    worked_below: int = 0

    @property
    def asks(self) -> bool:
        """Whether it is to be answered: what is for information is not."""
        return self.kind != "information"

    @property
    def said(self) -> set[str]:
        """The courses that anyone says, here or below."""
        below = (one for one in WORST_FIRST if getattr(self.below, one))
        return {self.course, *below} - {""}

    @property
    def compiled(self) -> str:
        """Here and below taken together ("" where nobody says it goes ill, and not all have spoken)."""
        return together(self.said, is_whole=not self.is_lacking)

    @property
    def share(self) -> tuple[str, int, int]:
        """The worst that anyone says, how many say that, and how many were asked and not let off."""
        worst, is_asked = worst_of(self.said), self.placement and self.stands != "declined"
        saying = getattr(self.below, worst) if worst else 0
        return (
            worst,
            saying + (worst == self.course),
            self.below.units - self.below.declined + bool(is_asked),
        )

    @property
    def own_lack(self) -> str:
        """What the unit itself has not said, one of LACKS or ""."""
        return self.stands if self.asks and self.stands in LACKS else ""

    @property
    def is_lacking(self) -> bool:
        return self.asks and bool(self.own_lack or self.below.lacking)


@dataclass(frozen=True)
class Document:
    """An owner's document, and the answers to its requirements in its order."""

    title: str
    label: str
    kind: str
    dated: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Word:
    """What one that was asked answers: its course and words of a period, or why it does not apply.

    `stands` is as of an Answer.
    """

    unit: str
    stands: str
    course: str = ""
    text: str = ""
    period: str = ""


@dataclass(frozen=True)
class Asked:
    """What the unit asked of others (`requirement` is its uuid), how they stand, and their own words."""

    requirement: str
    answer: Answer
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Given:
    """A document that the unit itself gave to other legal persons; its answers are in `asked`."""

    document: Document
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class Hearing:
    party: str
    heard_on: str
    said: str
    outcome: str = ""


@dataclass(frozen=True)
class Content:
    """All of it, as it is read, approved and set."""

    unit: str
    code: str
    year: int
    foreword: str = ""
    plan: str = ""
    hearings: tuple[Hearing, ...] = ()
    documents: tuple[Document, ...] = ()
    given: tuple[Given, ...] = ()

    def answers(self) -> Iterator[Answer]:
        """To what was asked of the unit, and then to what it asked of others."""
        for document in self.documents:
            yield from document.answers
        for given in self.given:
            yield from (one.answer for one in given.asked)

    @property
    def lacking(self) -> list[Answer]:
        return [one for one in self.answers() if one.is_lacking]

    @property
    def is_heard(self) -> bool:
        """Whether there is a plan for the years to come, and somebody was heard on it (hfl §§ 34-35)."""
        return bool(self.plan.strip() and self.hearings)

    @property
    def courses(self) -> dict[str, int]:
        """How many requirements stand where, taken together with what is below ("" unknown)."""
        counted = dict.fromkeys((*WORST_FIRST, ""), 0)
        for one in self.answers():
            if one.asks and one.stands != "declined":
                counted[one.compiled] += 1
        return counted
