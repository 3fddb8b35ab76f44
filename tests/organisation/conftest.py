"""A small organisation built through the commands: RHF > two HF > clinic > wards."""

from collections.abc import Callable
from contextlib import contextmanager
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrk.core import scope
from styrk.core.clock import OSLO
from styrk.organisation import commands
from styrk.organisation.models import Revision
from styrk.trail.models import Entry

START = date(2024, 1, 1)
NOW = datetime(2026, 11, 16, 10, 0, tzinfo=OSLO)
TODAY = NOW.date()


@contextmanager
def counted(most: int):
    """At most this many queries in the block."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        yield
    seen = [query["sql"] for query in captured.captured_queries]
    assert len(seen) <= most, "\n".join([f"{len(seen)} queries, at most {most}", *seen])


def revision() -> int:
    return Revision.objects.get().number


def entries() -> list[Entry]:
    """The trail, newest first."""
    with reading():
        return list(Entry.objects.order_by("-id"))


def reading():
    """As somebody who may read the trail of units and people."""
    return scope.acting(scope.Scope(person_id=1))


def last_entry() -> Entry:
    return entries()[0]


@pytest.fixture
def found(db) -> Callable:
    def found(code: str, parent=None, **facts):
        given = {"name": f"Enhet {code}", "level": "", "valid_from": START, "by": None, "now": NOW}
        return commands.found_unit(code=code, parent=parent, **given | facts)

    return found


@pytest.fixture
def register(db) -> Callable:
    def register(name: str, **facts):
        return commands.register_person(name=name, by=None, now=NOW, **facts)

    return register


@pytest.fixture
def appoint(db) -> Callable:
    def appoint(person, unit, role="leader", valid_from=START, **facts):
        return commands.appoint(
            person=person, unit=unit, role=role, valid_from=valid_from, by=None, now=NOW, **facts
        )

    return appoint


@pytest.fixture
def deputise(db) -> Callable:
    def deputise(person, unit, valid_from=START, valid_to=None):
        return commands.name_deputy(
            person=person, unit=unit, valid_from=valid_from, valid_to=valid_to, by=None, now=NOW
        )

    return deputise


@pytest.fixture
def tree(found) -> SimpleNamespace:
    rhf = found("RHF", name="Helse Test RHF")
    vid = found("VID", rhf, name="Vidda sykehus HF", is_trust=True)
    dal = found("DAL", rhf, name="Dalen sykehus HF", is_trust=True)
    med = found("MED", vid, name="Medisinsk klinikk", level="klinikk")
    m1 = found("M1", med, name="Sengepost 1, hjerte og lunge", level="sengepost")
    m2 = found("M2", med, name="Sengepost 2, geriatri", level="sengepost")
    kir = found("KIR", vid, name="Kirurgisk klinikk", level="klinikk")
    return SimpleNamespace(rhf=rhf, vid=vid, dal=dal, med=med, m1=m1, m2=m2, kir=kir)
