"""Three databases for each process: an empty one, one in which the small world stands already,
and one for what a whole module builds with real commits.

Almost every test asks for the world, and to make it anew took most of the time of a small test.
"""

import pickle
from collections.abc import Collection
from datetime import datetime

from django.db import connections, transaction

from styrk.access import queries
from tests import database
from tests.plugin import clone_name
from tests.world import World, build

EMPTY = clone_name()
WITH_WORLD = f"{EMPTY}_world"
BUILT = f"{EMPTY}_built"
ALL = (EMPTY, WITH_WORLD, BUILT)
_made: bytes = b""


def current() -> str:
    """The name of the database that the test at hand uses."""
    return str(connections["default"].settings_dict["NAME"])


def of(fixtures: Collection[str]) -> str:
    """The database of a test that asks for these fixtures."""
    if "built_database" in fixtures:
        return BUILT
    return WITH_WORLD if "world" in fixtures else EMPTY


def prepare(now: datetime) -> None:
    """Make the database with the world in it; the one at hand is at hand as before."""
    global _made
    at_hand = current()
    use(WITH_WORLD)
    database.renew(WITH_WORLD)
    with transaction.atomic():
        _made = pickle.dumps(build(now))
    use(at_hand)


def use(name: str) -> None:
    """From now on this database; the same number counts another organisation in each."""
    if name != current():
        hang_up()
        connections["default"].settings_dict["NAME"] = name
    _forget()


def world() -> World:
    """The world as it was made; each test has objects of its own."""
    made: World = pickle.loads(_made)
    return made


def renew(now: datetime) -> None:
    """After a test with real commits: a new copy, since protected tables cannot be emptied."""
    hang_up()
    if current() == WITH_WORLD:
        prepare(now)
    else:
        database.renew(current())
    _forget()


def hang_up() -> None:
    for connection in connections.all():
        connection.close()
        connection.close_pool()


def _forget() -> None:
    queries._posts.cache_clear()
    queries._standing.cache_clear()
