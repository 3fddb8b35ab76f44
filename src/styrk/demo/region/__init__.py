"""The demo region in full size, for load work: 11 trusts, 85 000 people, a million incidents, five million values.

Written in bulk by the tables' owner (see `loading`), with what the commands would have left of
steps, trail, duties and messages. The same seed and `now` give the same region.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import batched
from random import Random

from django.conf import settings

from styrk.core import clock, postgres
from styrk.demo.region import checking, staging, writing
from styrk.demo.region.cases import DAYS, Events
from styrk.demo.region.demanding import demand
from styrk.demo.region.loading import Loader, loader, tidy
from styrk.demo.region.measuring import measure
from styrk.demo.region.settling import people_of, settle
from styrk.indicators.signals import read_stale

# Changes when what is built does, so that what is kept between runs is built anew.
VERSION = 3
TRUSTS = 11
PEOPLE = 85_000
INCIDENTS = 1_000_000
# Values of indicators for each incident.
MEASURED = 5
BATCH = 40_000
NUMBERED = (
    "organisation_unit",
    "organisation_person",
    "access_account",
    "incidents_incident",
    "incidents_statement",
    "actions_action",
    "indicators_indicator",
    "requirements_source",
    "requirements_edition",
    "requirements_requirement",
    "requirements_placement",
)
type Progress = Callable[[int, int], None]


def build_region(
    progress: Progress,
    *,
    trusts: int = TRUSTS,
    people: int = PEOPLE,
    incidents: int = INCIDENTS,
    seed: int = 1,
    now: datetime | None = None,
) -> None:
    """Build the region in the database that settings name, which must be empty: all of it or nothing.

    `progress(done, of)` is called often. Raises TooFewPeople, and Differs where the numbers kept
    by triggers are not what a count gives.
    """
    now = now or clock.now()
    random = Random(seed)  # noqa: S311 - invented people, not secrets
    # A fifth of the time goes to indexes.
    of = incidents * 5 // 4
    region, humans = people_of(random, trusts=trusts, people=people)
    with loader(_owner_url()) as load:
        settle(load, region, humans, random, now - timedelta(days=DAYS + 60))
        staging.prepare(load)
        writing.prepare(load, now)
        with load.bare(
            lambda done, all_: progress(incidents + (of - incidents) * done // all_, of)
        ):
            events = Events(region, random, incidents, now)
            _live(load, events, now, lambda done: progress(done, of))
            measure(load, region, random, incidents * MEASURED, now)
            demand(load, region, random, now)
        _end(load)
    tidy(_owner_url())
    # What the job of every minute has read by then.
    while read_stale(clock.day(now)):
        pass


def _live(load: Loader, events: Events, now: datetime, step: Callable[[int], None]) -> None:
    done = 0
    for batch in batched(events.cases(), BATCH):
        staging.stage(load, list(batch))
        writing.write(load, now)
        done += len(batch)
        step(done)


def _end(load: Loader) -> None:
    load.number_on(NUMBERED)
    load.run(
        "UPDATE organisation_revision"
        " SET number = nextval(pg_get_serial_sequence('organisation_revision', 'id'))"
    )
    load.run("SELECT incidents_tally_compact(), incidents_theme_compact(), actions_tally_compact()")
    checking.check(load)


def _owner_url() -> str:
    return postgres.named(database=settings.DATABASES["default"]["NAME"]).owner_url
