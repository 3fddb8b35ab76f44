"""Fixtures for all tests: the database, a small world and its people, and clients."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.http import HttpResponse
from django.test import Client, TransactionTestCase

from styrk.core import clock, scope
from styrk.core.clock import OSLO
from styrk.organisation.models import Person
from tests import database, populated
from tests import world as worlds
from tests.clients import OwnTransactions, PageClient, signed_in, unlocked
from tests.unordered import reverse_what_is_unordered
from tests.world import World

NOW = datetime(2026, 11, 16, 10, 0, tzinfo=OSLO)
# Names with a hash in them need a collected folder; the browser's tests collect one.
settings.STORAGES["staticfiles"]["BACKEND"] = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
own_transactions = OwnTransactions()
request_started.connect(own_transactions.before)
request_finished.connect(own_transactions.after)
reverse_what_is_unordered()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker) -> Iterator[None]:
    """Copies of the migrated template, used as the role that owns nothing."""
    with django_db_blocker.unblock(), database.clones(*populated.ALL):
        populated.prepare(NOW)
        Path(settings.STATIC_ROOT).mkdir(exist_ok=True)  # WhiteNoise warns without it
        yield
        populated.hang_up()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Function) -> None:
    """Before any fixture opens a connection."""
    populated.use(populated.of(item.fixturenames))


@pytest.fixture(scope="module")
def built_database(django_db_setup, django_db_blocker) -> Iterator[None]:
    """A new database that the module's other fixtures may commit to, and no other test sees."""
    with django_db_blocker.unblock():
        populated.renew(NOW)
        yield
        populated.hang_up()


TransactionTestCase._fixture_teardown = lambda _: populated.renew(NOW)


@pytest.fixture(autouse=True)
def _nobody_at_first() -> Iterator[None]:
    scope.forget()
    yield
    scope.forget()


@pytest.fixture
def now() -> datetime:
    return NOW


class StoppedClock:
    """The clock of pages and jobs, which stands at `at` until it is set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def stopped_clock(now, monkeypatch) -> StoppedClock:
    stopped = StoppedClock(now)
    monkeypatch.setattr(clock, "now", stopped)
    return stopped


@pytest.fixture
def world(db, now) -> World:
    assert now == NOW
    return populated.world()


def _person(key: str):
    @pytest.fixture(name=key)
    def person(world: World) -> Person:
        return world.people[key]

    return person


nurse = _person("nurse")
colleague = _person("colleague")
other_nurse = _person("other_nurse")
ward_leader = _person("ward_leader")
deputy = _person("deputy")
second_ward_leader = _person("second_ward_leader")
department_leader = _person("department_leader")
clinic_director = _person("clinic_director")
other_leader = _person("other_leader")
other_clinic_director = _person("other_clinic_director")
quality_adviser = _person("quality_adviser")
ceo = _person("ceo")
board_chair = _person("board_chair")
administrator = _person("administrator")
outsider = _person("outsider")
outsider_leader = _person("outsider_leader")
outsider_ceo = _person("outsider_ceo")
home_nurse = _person("home_nurse")
home_leader = _person("home_leader")
municipal_director = _person("municipal_director")


@pytest.fixture
def as_person(now) -> Callable[[Person], AbstractContextManager[scope.Scope]]:
    """`with as_person(nurse):` the database shows what that person may see."""
    return lambda person: scope.acting(worlds.standing(person, now).scope)


@pytest.fixture
def client_of(db, stopped_clock) -> Callable[[Person | None], Client]:
    """`client_of(nurse).get(...)`: signed in, no checks of the answers; None is signed out."""
    return lambda person: signed_in(Client(), person)


@pytest.fixture
def unlock(settings) -> Callable[..., HttpResponse]:
    """`unlock(client, sent, nurse)`: sign in on the page that the answer `sent` shows."""
    # argon2 is slow on purpose.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return unlocked


@pytest.fixture
def page(world, stopped_clock, now) -> Callable[..., PageClient]:
    """`page(nurse).get(...)`, or `page()` signed out: every page that comes back is checked."""

    def client(person: Person | None = None) -> PageClient:
        neighbours = person and worlds.standing(person, now).scope.units("incident")
        may = bool(neighbours and world.their_ward.pk in neighbours)
        own = person and person.home_unit and person.home_unit.trust_id == world.their_trust.pk
        return signed_in(PageClient(may_see_neighbour=may or bool(own)), person)

    return client
