from datetime import date, timedelta
from hashlib import sha256

import pytest

from styrk.access.models import Account
from styrk.core import clock
from styrk.inspections import commands as inspections
from styrk.inspections.types import Found, Mandate, Upload
from styrk.organisation.commands import appoint, register_person
from styrk.requirements.models import Authority
from styrk.yearly import commands, queries
from styrk.yearly.states import NEEDED
from styrk.yearly.types import Treated
from tests.world import standing

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n"
YEAR = 2026


def _in_post(name, title, role, world, now):
    unit = world.municipality
    person = register_person(name=name, title=title, email="", home_unit=unit, by=None, now=now)
    since = date(2025, 1, 1)
    appoint(person=person, unit=unit, role=role, valid_from=since, by=None, now=now)
    Account.objects.create(username=title, person=person, password="!")
    return person


@pytest.fixture
def mayor(world, now):
    """The ordfører, who holds kommunestyret's post."""
    return _in_post("Oddvar Ordal", "Ordfører", "board_chair", world, now)


@pytest.fixture
def adviser(world, now):
    """The kommune's quality adviser."""
    return _in_post("Kjersti Kvam", "Kvalitetsrådgiver", "quality_adviser", world, now)


@pytest.fixture
def supervision(world, adviser, home_leader, now, as_person):
    """Statsforvalteren found a breach in the home care; the report is there."""
    authority = Authority.objects.create(code="sf-prove", name="Statsforvalteren i Prøvefylket")
    unit = world.units["k.helse.hjem"]
    mandate = Mandate(
        unit=world.municipality,
        kind="supervision",
        title="Tilsyn med legemidler i hjemmetjenesten",
        about="Om legemidler gis forsvarlig.",
        leader=adviser,
        starts_on=date(2026, 9, 1),
        ends_on=date(2026, 9, 2),
        units=(unit,),
        authority=authority,
        criteria_words="Helse- og omsorgstjenesteloven § 4-1",
    )
    found = Found(kind="breach", title="Doble kontroller mangler", text="I sju av ti.", unit=unit)
    with as_person(adviser):
        audit = inspections.plan_audit(mandate=mandate, by=adviser, now=now)
        inspections.announce_audit(audit=audit, by=adviser, now=now)
        inspections.carry_out_audit(audit=audit, by=adviser, now=now)
        inspections.add_finding(audit=audit, found=found, by=adviser, now=now)
        inspections.report_audit(
            audit=audit,
            report=Upload("rapport.pdf", PDF, sha256(PDF).hexdigest()),
            dated_on=date(2026, 10, 1),
            answer_due=clock.after(now, days=30),
            by=adviser,
            now=now,
        )
    return audit


@pytest.fixture
def begin(world, municipal_director, now, as_person):
    """`begin()`: the kommune's report of the year, from today's data."""

    def begin(by=municipal_director, *, unit=None, year=YEAR, at=None):
        with as_person(by):
            return commands.begin_yearly(
                unit=unit or world.municipality, year=year, by=by, now=at or now
            )

    return begin


@pytest.fixture
def again(now, as_person):
    """`again(report, reader)`: as it stands, as somebody reads it; None where they may not."""

    def again(report, reader):
        with as_person(reader):
            return queries.report(report.uuid, standing(reader, now))

    return again


@pytest.fixture
def write(municipal_director, now, as_person):
    """`write(report)`: all that § 25-2 asks for is written."""

    def write(report, by=municipal_director, at=None):
        with as_person(by):
            for part in NEEDED:
                text = f"Slik ser vi det: {part}"
                commands.write_part(report=report, part=part, text=text, by=by, now=at or now)
        return report

    return write


@pytest.fixture
def sent(begin, write, again, municipal_director, now, as_person):
    """The report of the year, sent to the meeting in three weeks."""
    report = write(begin())
    by = municipal_director
    with as_person(by):
        commands.send_yearly(
            report=again(report, by), meeting_on=clock.after(now, days=21), by=by, now=now
        )
    return again(report, by)


@pytest.fixture
def after_meeting(now):
    return now + timedelta(days=23)


@pytest.fixture
def decided(now, home_leader):
    return Treated(
        held_on=clock.after(now, days=21),
        case="PS 91/26",
        decision="asked",
        words="Kommunestyret ber om en ny orientering om hjemmetjenesten i mars.",
        owner=home_leader,
        due=clock.after(now, days=120),
    )
