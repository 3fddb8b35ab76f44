"""Whoever leads an organisation keeps its audits too: a small one has nobody else."""

import pytest
from django.urls import reverse

from styrk.access.permissions import Permission
from styrk.core import clock
from styrk.inspections import commands, queries, refusals
from styrk.inspections.models import Audit
from styrk.inspections.types import Upload
from styrk.organisation.commands import name_deputy
from tests.clients import filled_in
from tests.inspections.conftest import PDF
from tests.world import standing

pytestmark = pytest.mark.django_db
LETTER = Upload("brev.pdf", PDF, "0" * 64)


@pytest.mark.parametrize(
    ("role", "keeps"),
    [
        ("ceo", "f"),
        ("municipal_director", "k"),
        ("quality_adviser", "f"),
        ("outsider_ceo", "g"),
        ("clinic_director", ""),
        ("department_leader", ""),
        ("ward_leader", ""),
        ("home_leader", ""),
        ("deputy", ""),
        ("board_chair", ""),
        ("administrator", ""),
        ("nurse", ""),
    ],
)
def test_who_keeps_audits_and_where(world, page, now, role, keeps):
    person = world.people[role]
    kept = queries.keeping_unit(standing(person, now))

    assert kept == (world.units[keeps] if keeps else None)
    answer = page(person).get(reverse("inspections:new"))
    assert answer.status_code == (200 if keeps else 404)


def test_no_further_than_ones_own_organisation(world, now):
    """What leading adds is for that organisation alone, though the line goes further."""
    ceo = standing(world.people["ceo"], now)

    assert ceo.allows(Permission.KEEP_INSPECTIONS, world.ward.pk)
    assert not ceo.allows(Permission.KEEP_INSPECTIONS, world.units["g"].pk)
    assert not ceo.allows(Permission.KEEP_INSPECTIONS, world.region.pk)


def test_the_leader_of_a_region_keeps_what_is_its_own_alone(world, ceo, now):
    """The trusts below are organisations of their own."""
    name_deputy(
        person=ceo,
        unit=world.region,
        valid_from=clock.day(now),
        valid_to=None,
        reason="Prøver",
        by=None,
        now=now,
    )
    both = standing(ceo, now)

    assert both.allows(Permission.KEEP_INSPECTIONS, world.region.pk)
    assert not both.allows(Permission.KEEP_INSPECTIONS, world.units["g"].pk)


@pytest.fixture
def supervised(world, planned, found, upload, authority, now, as_person):
    """`supervised(unit)`: a supervision of the kommune, kept by its kommunedirektør alone."""

    def supervised(unit="k.helse.hjem"):
        director = world.people["municipal_director"]
        facts = {"unit": world.units["k"], "units": (world.units["k"],), "leader": director}
        audit = planned(by=director, kind="supervision", authority=authority, **facts)
        with as_person(director):
            told = {"audit": audit, "by": director, "now": now}
            commands.announce_audit(**told)
            commands.carry_out_audit(**told)
            finding = commands.add_finding(found=found("breach", unit=world.units[unit]), **told)
            due = clock.after(now, days=30)
            commands.report_audit(report=upload, dated_on=clock.day(now), answer_due=due, **told)
        return finding

    return supervised


def _answered_and_claimed(finding, by, now, as_person):
    with as_person(by):
        due = clock.after(now, days=60)
        commands.answer_finding(
            finding=queries.finding(finding.uuid), answer="Vi retter.", meet_due=due, by=by, now=now
        )
        commands.claim_met(
            finding=queries.finding(finding.uuid),
            how="Det er rettet.",
            without="Det var gjort.",
            by=by,
            now=now,
        )


def _put_in(finding, by, now, as_person):
    with as_person(by):
        commands.confirm_met(
            finding=queries.finding(finding.uuid),
            seen="Statsforvalteren avslutter saken.",
            letter=LETTER,
            dated_on=clock.day(now),
            by=by,
            now=now,
        )
        return queries.finding(finding.uuid)


def test_a_director_alone_enters_a_supervision_on_the_page(world, page, authority):
    director = world.people["municipal_director"]
    filled_in(
        page(director),
        reverse("inspections:new"),
        kind="supervision",
        authority=str(authority.uuid),
        title="Tilsyn med hjemmetjenesten",
        about="Om hjelpen er forsvarlig.",
        places="k.helse.hjem",
        starts_on="2026-12-01",
        ends_on="2026-12-02",
        leader=str(director.uuid),
    )

    assert Audit.objects.using("default").count() == 0  # out of sight without a person
    listed = page(director).get(reverse("inspections:audits")).content.decode()
    assert "Tilsyn med hjemmetjenesten" in listed


def test_of_an_authority_the_letter_speaks_also_where_the_contact_leads(
    supervised, world, home_leader, now, as_person
):
    finding = supervised()
    _answered_and_claimed(finding, home_leader, now, as_person)
    done = _put_in(finding, world.people["municipal_director"], now, as_person)

    assert done.state == "met"


def test_the_contact_answers_for_its_own_and_another_puts_in_the_letter(
    supervised, world, home_leader, now, as_person
):
    finding, director = supervised("k"), world.people["municipal_director"]
    _answered_and_claimed(finding, director, now, as_person)
    with pytest.raises(refusals.OwnFinding):
        _put_in(finding, director, now, as_person)
    name_deputy(
        person=home_leader,
        unit=world.units["k"],
        valid_from=clock.day(now),
        valid_to=None,
        reason="Fast",
        by=None,
        now=now,
    )

    assert _put_in(finding, home_leader, now, as_person).state == "met"


def test_what_the_house_itself_found_its_leader_never_confirms(claimed, ceo, now, as_person, page):
    assert page(ceo).get(reverse("inspections:confirm", args=[claimed.uuid])).status_code == 404
    with as_person(ceo), pytest.raises(refusals.OwnFinding):
        commands.confirm_met(finding=claimed, seen="Jeg så det.", by=ceo, now=now)
