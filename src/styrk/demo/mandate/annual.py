"""The årlig melding in the demo: last year's approved and frozen, this year's being written."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType

from styrk.access.queries import standing_of
from styrk.core import clock
from styrk.demo.mandate.file import Told
from styrk.demo.mandate.line import Act, Line
from styrk.organisation.models import Person
from styrk.requirements import commands, queries
from styrk.requirements.annual import digest_of
from styrk.requirements.commands import Heard
from styrk.requirements.models import Placement
from styrk.requirements.queries.annual import answered_in
from styrk.requirements.states import State

WRITTEN = Path(__file__).parents[1] / "world" / "annual.toml"
# The day in the year after when it is decided, and how long before that it is written and heard.
DECIDED = (3, 12)
WRITING, HEARING = timedelta(days=16), timedelta(days=9)
# How long ago what is being written was begun.
BEGUN = timedelta(days=12)


@cache
def written() -> Told:
    return tomllib.loads(WRITTEN.read_text())


def answer_for(
    line: Line,
    code: str,
    year: int,
    when: datetime,
    said: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> None:
    """A word on each point of the year's demands at the unit: what is `said` of it, or one of its kind."""

    def report(by: Person, now: datetime) -> None:
        asked = answered_in(line.year.world.units[code], year)
        accepted = Placement.objects.filter(pk__in=[one.pk for one in asked], state=State.ACCEPTED)
        for placement in accepted.select_related("unit", "requirement", "owner").order_by("pk"):
            course, text = said.get(placement.requirement.point) or line.word(code, "status")
            commands.report_status(
                placement=placement, period=str(year), course=course, text=text, by=by, now=now
            )

    line.at(when, code, report)


def tell_annual(line: Line, year: int, after: datetime) -> None:
    """The melding of `year` is decided the spring after; that of the next is begun lately."""
    decided = max(clock.start_of(date(year + 1, *DECIDED)), after + WRITING + timedelta(days=10))
    for told in written()["approved"]:
        _write(line, told, year, decided - WRITING)
        line.at(decided, told["unit"], _approving(line, told, year))
    for told in written()["draft"]:
        _write(line, told, year + 1, line.year.end - BEGUN - WRITING + HEARING)


def _write(line: Line, told: Told, year: int, when: datetime) -> None:
    """Its words first, then who was heard on them and what came of it."""
    unit = line.year.world.units[told["unit"]]

    def write(by: Person, now: datetime) -> None:
        for part in ("foreword", "plan"):
            text = told[part].strip()
            commands.write_annual_part(unit=unit, year=year, part=part, text=text, by=by, now=now)

    def hear(by: Person, now: datetime) -> None:
        for one in told["heard"]:
            heard = Heard(heard_on=clock.day(now), **one)
            commands.note_annual_hearing(unit=unit, year=year, heard=heard, by=by, now=now)

    line.at(when, told["unit"], write)
    line.at(when + HEARING, told["unit"], hear)


def _approving(line: Line, told: Told, year: int) -> Act:
    unit = line.year.world.units[told["unit"]]

    def approve(by: Person, now: datetime) -> None:
        on = clock.day(now)
        report = queries.annual_report(unit, year)
        content = queries.annual_content(unit, year, report, standing_of(by, on), on)
        commands.approve_annual_report(
            unit=unit, year=year, seen=digest_of(content), basis=told["basis"], by=by, now=now
        )

    return approve
