"""The demo's plans of what to audit: units that are there, nobody to be recognised, a year as it was lived."""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from django.db import transaction

from styrk.access import queries as access
from styrk.auditplan.models import AuditPlan, PlanApproval, PlanLine, Wish
from styrk.core import guard, scope
from styrk.core.clock import OSLO
from styrk.demo import people, year
from styrk.demo.auditing import settle_audit_plans
from styrk.demo.people import World
from styrk.inspections.models import Audit, Finding

FILES = Path(__file__).resolve().parents[2] / "src" / "styrk" / "demo" / "world"
WRITTEN = tomllib.loads((FILES / "auditplan.toml").read_text(encoding="utf-8"))
UNITS = {
    one["code"] for one in tomllib.loads((FILES / "units.toml").read_text(encoding="utf-8"))["unit"]
}
TOLD = [*WRITTEN["wish"], *WRITTEN["line"], *WRITTEN["finding"]]
TOLD += [WRITTEN[one] for one in ("recommended", "approved", "revised", "coming")]


def test_it_is_of_units_that_are_there_and_tells_of_nobody():
    for told in TOLD:
        assert {told.get("trust", "FJELL"), told.get("unit", "FJELL")} <= UNITS
        for text in told.values():
            assert not guard.find(str(text)), text


@pytest.fixture
def lived(db) -> Iterator[Callable[[datetime], None]]:
    """`lived(now)`: the demo's people and their plans, undone afterwards."""

    def lived(now):
        world, random = World(), Random(1)
        people.settle(world, random, now - timedelta(days=year.DAYS + 40))
        settle_audit_plans(world, random, now)

    with transaction.atomic():
        yield lived
        transaction.set_rollback(True)
    access._standing.cache_clear()
    access._posts.cache_clear()


def test_a_year_as_it_was_lived(lived):
    lived(datetime(2026, 11, 16, 10, tzinfo=OSLO))

    with scope.acting(scope.SYSTEM):
        plans = AuditPlan.objects.order_by("year").values_list("year", "state", "version")
        assert list(plans) == [(2026, "approved", 2), (2027, "draft", 0)]
        assert Counter(Wish.objects.values_list("state", flat=True)) == {
            "taken_in": 1,
            "not_taken_in": 1,
            "open": 1,
        }
        assert PlanLine.objects.filter(moved_from=2, quarter=4).count() == 1
        assert PlanLine.objects.filter(plan__year=2027, quarter=None).count() == 1
        audit = Audit.objects.get()
        assert (PlanLine.objects.get(state="begun").audit, audit.state) == (audit, "reported")
        assert sorted(Finding.objects.values_list("state", flat=True)) == ["met", "noted"]


def test_it_can_be_built_on_any_day(lived):
    lived(datetime(2027, 1, 2, 9, tzinfo=OSLO))

    with scope.acting(scope.SYSTEM):
        assert list(PlanApproval.objects.values_list("version", flat=True)) == [1]
        assert not Audit.objects.exists()
