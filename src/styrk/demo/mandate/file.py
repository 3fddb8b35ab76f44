"""The written mandate: what the region asks of its trusts this year and last, and who answers what."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from styrk.core import clock
from styrk.requirements.types import Received, Sentence

WRITTEN = Path(__file__).parents[1] / "world" / "mandate.toml"
HOSPITALS = ("HF-VID", "HF-TIN")

type Told = dict[str, Any]


@cache
def written() -> Told:
    return tomllib.loads(WRITTEN.read_text())


@dataclass(frozen=True)
class Document:
    """A document of one year: its head, the points it has, and what last year's edition of it had."""

    head: Told
    year: int
    points: tuple[Told, ...]

    @property
    def dated(self) -> date:
        return day_of(self.year, self.head["dated"])

    @property
    def rows(self) -> dict[str, Told]:
        return {told["point"]: told for told in self.points}

    def received(self) -> Received:
        """The document as the register takes it in."""
        return Received(
            code=self.head["code"],
            kind=self.head["kind"],
            title=self.head["title"],
            issuer=self.head["issuer"],
            label=str(self.year),
            dated=self.dated,
            format="",
            sentences=tuple(_sentence(told, self.year) for told in self.points),
        )


def this_year(year: int) -> Document:
    points = (one for one in written()["requirement"])
    return Document(written()["mandate"], year, tuple(points))


def last_year(year: int) -> Document:
    """The edition before: fewer points, some of them in other words or under another number."""
    moved = {one["point"]: one["was"] for one in written()["moved"]}
    points = [
        {**as_it_was(told), "point": moved.get(told["point"], told["point"])}
        for told in written()["requirement"]
        if "kind" not in told or "last" in told or told["point"] in moved
    ]
    points = sorted([*points, *written()["gone"]], key=lambda told: _place(told["point"]))
    return Document(written()["mandate"], year, tuple(points))


def supplement(year: int) -> Document:
    return Document(written()["supplement"], year, tuple(written()["supplementary"]))


def newest(month_day: str, now: datetime, days: int) -> int:
    """The last year in which that day is at least so many days ago."""
    today = clock.day(now)
    enough = day_of(today.year, month_day) <= today - timedelta(days=days)
    return today.year if enough else today.year - 1


def day_of(year: int, month_day: str) -> date:
    return date.fromisoformat(f"{year}-{month_day}")


def placed_at(told: Told) -> tuple[str, ...]:
    """The trusts that are asked; nobody is asked about a heading or a piece of information."""
    asks = told.get("kind", "information") != "information"
    return tuple(told.get("to", HOSPITALS)) if asks else ()


def answer_of(told: Told, code: str) -> Told:
    """What the unit answers by the file; empty where it uses words of the common stock."""
    answers: list[Told] = told.get("answers", [])
    return next((one for one in answers if one["unit"] == code), {})


def as_it_was(told: Told) -> Told:
    other = told.get("last")
    return {**told, **(other if isinstance(other, dict) else {})}


def _place(point: str) -> list[int]:
    return [int(part) for part in point.split(".")]


def _sentence(told: Told, year: int) -> Sentence:
    return Sentence(
        ref=told["point"],
        parent=told["point"].rpartition(".")[0] or None,
        point=told["point"],
        title=told["title"],
        text=told["text"],
        kind=told.get("kind", ""),
        rhythm=told.get("rhythm", ""),
        goal=told.get("goal", ""),
        due=day_of(year, told["due"]) if "due" in told else None,
        imposed=told.get("imposed", False),
        action=told.get("action", ""),
        letters=tuple(told.get("letters", ())),
    )
