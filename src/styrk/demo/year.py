"""A year of life in the demo region: every act through the real commands, with a moving clock."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from styrk.core import clock
from styrk.demo import world_files
from styrk.demo.agenda import Year
from styrk.demo.case import Case
from styrk.demo.people import World
from styrk.demo.personas import personas
from styrk.demo.world_files import Story
from styrk.incidents import commands

DAYS = 365
DAYS_BETWEEN_TELLING = 2
MONTHS = {"summer": (6, 7, 8), "winter": (12, 1, 2)}


class Happening(NamedTuple):
    """A story, the code of the unit where it happens, and when."""

    story: Story
    code: str
    at: datetime


def live(
    world: World,
    happenings: Iterable[Happening],
    random: Random,
    end: datetime,
    reported: Callable[[], None],
) -> None:
    """Let it all be reported through the year before `end`, and followed up."""
    year = Year(world, random, end, reported)
    for happening in happenings:
        year.plan(happening.at, Case(year, happening.story, happening.code).report)
    for day in range(0, DAYS, DAYS_BETWEEN_TELLING):
        year.plan(end - timedelta(days=day, minutes=1), _tell_all)
    year.live()


def happenings(world: World, random: Random, end: datetime, incidents: int) -> list[Happening]:
    """`incidents` stories with where and when, and a few fresh ones at the demo's own ward."""
    stories = [s for s in world_files.stories() if _places(world, s)]
    weights = [s.weight for s in stories]
    chosen = random.choices(stories, weights, k=incidents)
    return [
        *(
            Happening(s, random.choice(_places(world, s)), _moment(random, end, s.season))
            for s in chosen
        ),
        *_yesterday(world, stories, random, end),
    ]


def _yesterday(
    world: World, stories: list[Story], random: Random, end: datetime
) -> Iterator[Happening]:
    """Fresh reports at the ward of the demo's leader, so that something waits for the visitor."""
    ward = personas()["ward_leader"].unit
    here = [s for s in stories if ward in _places(world, s) and not s.season]
    for hours in (3, 9, 20, 31):
        yield Happening(random.choice(here), ward, end - timedelta(hours=hours))


def _places(world: World, story: Story) -> list[str]:
    wanted = set(story.where)
    return [
        code
        for code, facts in world.facts.items()
        if wanted & {facts.level, *facts.tags} and len(world.staff[code]) > 1
    ]


def _moment(random: Random, end: datetime, season: str) -> datetime:
    """A moment in the year that fits the story: nights and weekends where it says so."""
    day = clock.day(end) - timedelta(days=random.randrange(1, DAYS))
    if season in MONTHS:
        day = day.replace(month=random.choice(MONTHS[season]), day=random.randint(1, 28))
        day = day if day < clock.day(end) else day.replace(year=day.year - 1)
    if season == "weekend":
        day -= timedelta(days=(day.weekday() - random.choice((5, 6))) % 7)
    hour = (
        random.choice((23, 0, 1, 2, 3, 4, 5)) if season == "night" else random.choice(range(7, 22))
    )
    return clock.start_of(day) + timedelta(hours=hour, minutes=random.randrange(60))


def _tell_all(now: datetime) -> None:
    while commands.tell_next_change(now=now):
        pass
