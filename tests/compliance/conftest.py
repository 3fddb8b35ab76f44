from datetime import date, datetime

import pytest

from styrk.compliance import commands
from styrk.compliance.queries import Row
from styrk.core import clock
from styrk.overview.forskriftskart.queries import rows_of
from styrk.regulation.maps import LAW, Map
from styrk.regulation.types import Status

NEXT_YEAR = date(2027, 11, 1)


@pytest.fixture
def describe(now, as_person):
    """`describe(leader, unit, "6a")`: how it is done there, as the leader says."""

    def describe(by, unit, item, text="Vi går gjennom tavla hver mandag.", *, at=None, **facts):
        with as_person(by):
            return commands.describe(
                unit=unit,
                item=item,
                text=text,
                **{"owner": by, "review_on": NEXT_YEAR} | facts,
                by=by,
                now=at or now,
            )

    return describe


@pytest.fixture
def judge(now, as_person):
    """`judge(leader, unit, "8b")`: that it is shown, until the day."""

    def judge(by, unit, item, status="shown", *, until=NEXT_YEAR, at=None, **facts):
        with as_person(by):
            return commands.judge(
                unit=unit,
                item=item,
                status=Status(status),
                until=until,
                **{"computed": Status.UNKNOWN, "reason": "Vi har sett på det i ledermøtet."}
                | facts,
                by=by,
                now=at or now,
            )

    return judge


@pytest.fixture
def rows(now):
    """`rows(unit)["8b"]`: the items of a map as they stand."""

    def rows(unit, chosen: Map = LAW, *, at: datetime | None = None) -> dict[str, Row]:
        on = clock.day(at or now)
        return {one.item.key: one for one in rows_of(chosen, unit, on, on)}

    return rows
