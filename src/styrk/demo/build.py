"""Building the demo world: the people, their year, and a tidy inbox at the end of it."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from django.db import transaction

from styrk.core import clock, scope
from styrk.demo import people, year
from styrk.demo.people import World
from styrk.messages.commands import mark_read
from styrk.messages.models import Message
from styrk.organisation.models import Unit
from styrk.trail.jobs import seal_entries

TOP = "FJELL"
INCIDENTS = 1000
READ_AFTER = timedelta(days=6)


def is_built() -> bool:
    return Unit.objects.filter(code=TOP).exists()


def build(
    *, seed: int = 1, incidents: int = INCIDENTS, progress: Callable[[int, int], None]
) -> None:
    """Build the demo region: all of it, or, where something fails on the way, nothing.

    `progress(done, of)` is called for each incident reported.
    """
    now = clock.now()
    random = Random(seed)  # noqa: S311 - invented people, not secrets
    done = 0

    def step(what: str) -> None:
        nonlocal done
        if what == "meldt":
            done += 1
            progress(done, incidents)

    with transaction.atomic():
        world = World()
        people.settle(world, random, now - timedelta(days=year.DAYS + 40), step)
        year.live(world, random, now, incidents, step)
        _read_old_messages(world)
    seal_entries(now)


def _read_old_messages(world: World) -> None:
    """Those who are in the demo have read what is older than a few days."""
    before = clock.now() - READ_AFTER
    for person in world.personas.values():
        with scope.acting(scope.Scope(person_id=person.pk)):
            old = Message.objects.filter(recipient=person, created_at__lt=before)
            mark_read(messages=list(old.values_list("pk", flat=True)), person=person, now=before)
