"""Building the demo world: the people, their year, and a tidy inbox at the end of it.

The year is lived by several processes at once, each with trusts of its own, because no trust sees
another. Build it in a database that is put to use when it is whole.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from multiprocessing import get_context
from multiprocessing.queues import Queue
from queue import Empty
from random import Random

from styrk.access.commands import open_account
from styrk.access.models import Account
from styrk.core import clock, scope
from styrk.core.whole import all_or_nothing
from styrk.demo import people, sharing, year
from styrk.demo.appraising import settle_appraisals
from styrk.demo.auditing import settle_audit_plans
from styrk.demo.coding import settle_codes
from styrk.demo.committee import settle_committee
from styrk.demo.gathering import settle_groups
from styrk.demo.hearing import settle_voices
from styrk.demo.inspecting import settle_inspections
from styrk.demo.intervening import settle_signals
from styrk.demo.kommune import live_kommune, settle_kommune
from styrk.demo.mandate import settle_mandate
from styrk.demo.mapping import settle_maps
from styrk.demo.measured import count_and_read
from styrk.demo.naming import settle_products
from styrk.demo.notifying import settle_serious
from styrk.demo.overseeing import settle_board
from styrk.demo.people import World
from styrk.demo.personas import personas
from styrk.demo.planning import settle_plans
from styrk.demo.pointing import settle_pointing
from styrk.demo.reporting import settle_monthly, settle_tertial
from styrk.demo.risks import settle_risks
from styrk.demo.theming import settle_themes
from styrk.demo.unusual import settle_unusual
from styrk.demo.year import Happening
from styrk.messages.commands import mark_read
from styrk.messages.models import Message
from styrk.trail.jobs import seal_entries

INCIDENTS = 1000
PROCESSES = 2
# Shares of the year, so small that no process waits long for the last of another.
SHARES = 4
READ_AFTER = timedelta(days=6)

type Progress = Callable[[int, int], None]
type Settle = Callable[[World, Random, datetime], None]

# What is asked and feared, planned and measured, each apart from the others; the longest first.
BESIDE: tuple[Settle, ...] = (
    *(settle_plans, settle_mandate, settle_risks),
    *(settle_voices, settle_inspections),
)
# What is told of all of it, when it is there; the longest first.
TOLD: tuple[Settle, ...] = (settle_tertial, settle_monthly)


def is_built() -> bool:
    """Whether the world is whole: its people get their accounts last."""
    return Account.objects.filter(username__in=personas()).exists()


def build(*, seed: int = 1, incidents: int = INCIDENTS, progress: Progress) -> None:
    """Build the demo region in an empty database. `progress(done, of)` is called for each report."""
    now = clock.now()
    random = Random(seed)  # noqa: S311 - invented people, not secrets
    world = World()
    with _builders() as (pool, reported):
        with all_or_nothing():
            since = now - timedelta(days=year.DAYS + 40)
            people.settle(world, random, since)
            little = settle_kommune(world, since)
        happenings = year.happenings(world, random, now, incidents)
        shares = _hand_out(pool, world, happenings, now, seed)
        shares += _beside(pool, (live_kommune,), little, now, seed)
        _count(shares, reported, len(happenings), progress)
        for share in shares:
            share.result()
        with all_or_nothing():
            settle_unusual(world, random, now)
        count_and_read(now)
        reports = _beside(pool, TOLD, world, now, seed)
        with all_or_nothing():
            settle_pointing(world, now)
            settle_serious(world, now)
            settle_groups(world, now)
            settle_themes(world, now)
            settle_codes(world, now)
            settle_committee(world, now)
            settle_products(world, now)
        for report in reports:
            report.result()
    with all_or_nothing():
        settle_appraisals(world, random, now)
        settle_maps(world, now)
        settle_board(world, now)
        settle_audit_plans(world, random, now)
    with all_or_nothing():
        settle_signals(world, now)
    with all_or_nothing():
        world.personas |= little.personas
        _open_accounts(world, now)
        _read_old_messages(world, now)
    seal_entries(now)


@contextmanager
def _builders() -> Iterator[tuple[ProcessPoolExecutor, "Queue[int]"]]:
    """The processes, and how they say how far they are.

    They are this process twice over, so that they need not read in all of Styrk anew: enter this
    before anything has asked the database.
    """
    context = get_context("fork")
    reported: Queue[int] = context.Queue()
    with ProcessPoolExecutor(PROCESSES, context, sharing.begin, (reported,)) as pool:
        pool.submit(int)
        yield pool, reported


def _hand_out(
    pool: ProcessPoolExecutor, world: World, happenings: list[Happening], now: datetime, seed: int
) -> list[Future[None]]:
    shares = [
        pool.submit(_live, world, share, now, seed + place)
        for place, share in enumerate(_shares(world, happenings))
    ]
    return shares + _beside(pool, BESIDE, world, now, seed)


def _beside(
    pool: ProcessPoolExecutor, settled: Iterable[Settle], world: World, now: datetime, seed: int
) -> list[Future[None]]:
    return [pool.submit(_settle, settle, world, now, seed) for settle in settled]


def _count(shares: list[Future[None]], reported: "Queue[int]", of: int, progress: Progress) -> None:
    done = 0
    while not all(share.done() for share in shares):
        with suppress(Empty):
            done += reported.get(timeout=0.2)
            progress(done, of)


def _shares(world: World, happenings: list[Happening]) -> list[list[Happening]]:
    """The happenings of whole trusts, as evenly as they go."""
    by_trust: dict[int, list[Happening]] = {}
    for happening in happenings:
        by_trust.setdefault(world.units[happening.code].legal_id, []).append(happening)
    shares: list[list[Happening]] = [[] for _ in range(SHARES)]
    for trust in sorted(by_trust.values(), key=len, reverse=True):
        min(shares, key=len).extend(trust)
    return shares


def _live(world: World, happenings: list[Happening], now: datetime, seed: int) -> None:
    with all_or_nothing():
        year.live(world, happenings, Random(seed), now, sharing.tell)  # noqa: S311


def _settle(settle: Settle, world: World, now: datetime, seed: int) -> None:
    with all_or_nothing():
        settle(world, Random(seed), now)  # noqa: S311 - invented


def _open_accounts(world: World, now: datetime) -> None:
    for key, person in world.personas.items():
        open_account(person=person, username=key, password=None, by=None, now=now)


def _read_old_messages(world: World, now: datetime) -> None:
    """Those who are in the demo have read what is older than a few days."""
    before = now - READ_AFTER
    for person in world.personas.values():
        with scope.acting(scope.Scope(person_id=person.pk)):
            old = Message.objects.filter(recipient=person, created_at__lt=before)
            mark_read(messages=list(old.values_list("pk", flat=True)), person=person, now=before)
