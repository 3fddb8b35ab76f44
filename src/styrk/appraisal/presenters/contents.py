"""What a review says, as it is drawn: from what is gathered, or from what is frozen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from styrk.actions.states import State as ActionState
from styrk.appraisal import wording
from styrk.appraisal.forms import LettersForm
from styrk.appraisal.presenters.names import (
    AREAS,
    LISTS,
    OFF,
    OUTSIDE,
    STATUSES,
    Mark,
    Said,
    works_mark,
)
from styrk.appraisal.rules import suggested
from styrk.appraisal.states import Part, Party
from styrk.regulation.types import Status
from styrk.ui.words import spoken_day


@dataclass(frozen=True)
class Verdict:
    """What is judged of a part or a letter."""

    mark: Mark
    comment: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Area:
    """What the data says of an area: how it comes out for each letter, and the numbers."""

    title: Promise | str
    said: list[tuple[str, Mark, str]]
    data: list[Said]


@dataclass(frozen=True)
class Listed:
    """What is listed by name, each row with what is said of it; how many `more`, and where they all are."""

    title: Promise | str
    rows: list[tuple[str, str]]
    more: int = 0
    url: str = ""

    @property
    def number(self) -> int:
        return len(self.rows) + self.more


@dataclass(frozen=True)
class Outside:
    """What Styrk has no data about, and what the leadership wrote of it."""

    key: str
    title: Promise | str
    written: Said | None


@dataclass(frozen=True)
class Chapter:
    """One of the four parts, with its ground and its judgement; `outside` is what Styrk does not know."""

    key: str
    title: Promise | str
    areas: list[Area]
    lists: list[Listed]
    outside: list[Outside]
    verdict: Verdict | None


@dataclass(frozen=True)
class Line:
    """A letter: what the forskriftskart says of it, and what is judged here."""

    key: str
    reference: str
    title: str
    mark: Mark
    judged: Said | None
    verdict: Verdict | None


def chapters(said: Said) -> list[Chapter]:
    """The four parts of what a review says."""
    material, inputs = said["material"], said.get("inputs", {})
    # A review that was gathered before these were told has none.
    areas, lists, outside = (
        material["areas"],
        material.get("lists", []),
        material.get("outside", []),
    )
    return [
        Chapter(
            part.value,
            part.label,
            [_area(one) for one in areas if one["part"] == part],
            [_listed(one) for one in lists if one["part"] == part],
            [
                Outside(one["key"], OUTSIDE[one["key"]], inputs.get(one["key"]))
                for one in outside
                if one["part"] == part
            ],
            _verdict(said["verdicts"].get(part.value)),
        )
        for part in Part
    ]


def _listed(told: Said) -> Listed:
    rows = [(what, note) for what, note in told["rows"]]
    return Listed(LISTS[told["key"]], rows, told.get("more", 0), told.get("url", ""))


def _area(told: Said) -> Area:
    said = [
        (one["reference"], STATUSES[Status(one["status"])], one["text"]) for one in told["said"]
    ]
    return Area(AREAS[told["key"]], said, told["data"])


def _verdict(told: Said | None) -> Verdict | None:
    if told is None:
        return None
    mark, at = works_mark(told["works"]), datetime.fromisoformat(told["at"])
    return Verdict(mark, told["comment"], told["by"], at)


def letters(said: Said) -> list[Line]:
    return [
        Line(
            one["key"],
            one["reference"],
            one["title"],
            OFF if one.get("off") else STATUSES[Status(one["status"])],
            one["judged"],
            _verdict(said["verdicts"].get(one["key"])),
        )
        for one in said["material"]["letters"]
    ]


def letter_sections(said: Said, form: LettersForm) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """The letters with their fields: first those that need words, then those one may agree with."""
    suggestions = {one["key"]: suggested(one) for one in said["material"]["letters"]}
    rows = [
        (one, form[f"works_{one.key}"], form[f"comment_{one.key}"], suggestions[one.key])
        for one in letters(said)
    ]
    parted = (
        (_("Disse trenger en begrunnelse"), [one for one in rows if not one[3]]),
        (_("Disse kan du være enig i uten å skrive noe"), [one for one in rows if one[3]]),
    )
    return [(heading, found) for heading, found in parted if found]


def participants(said: Said) -> list[Said]:
    return [
        dict(one)
        | {"party": Party(one["party"]).label, "held_on": date.fromisoformat(one["held_on"])}
        for one in said["participants"]
    ]


def decisions(told: Iterable[Said], on: date) -> list[Said]:
    """What was decided, with its deadline in words: past it and not done is said, as of the day."""
    return [dict(one) | {"deadline": _deadline(one, on)} for one in told]


def _deadline(one: Said, on: date) -> str:
    due = date.fromisoformat(one["due"])
    if due < on and one["state"] == ActionState.PLANNED:
        return _("%(day)s, over fristen") % {"day": spoken_day(due)}
    return spoken_day(due)


def before(said: Said) -> Said | None:
    """The last review with its decisions, as they stood when the data was gathered."""
    last = said["material"]["before"]
    if last is None:
        return None
    made = decisions(last["decisions"], date.fromisoformat(said["material"]["on"]))
    signed_on = date.fromisoformat(last["signed_on"])
    return dict(last) | {"decisions": made, "signed_on": signed_on}


def words(said: Said) -> list[tuple[str, str]]:
    """What the board and the staff are to know, each under its heading; nothing where nothing is said."""
    above = wording.voice(top=not said.get("below")).to_above
    told = ((str(above), "to_board"), (_("Til medarbeiderne"), "to_staff"))
    return [(heading, said[name]) for heading, name in told if said.get(name)]


def held_below(said: Said) -> list[Said]:
    """What the units that hold their own have said, as it stood when the data was gathered."""
    return [
        dict(one)
        | {
            "signed_on": date.fromisoformat(one["signed_on"]) if one["signed_on"] else None,
            "mark": works_mark(one["whole"]) if one["whole"] else None,
        }
        for one in said["material"].get("held", [])
    ]
