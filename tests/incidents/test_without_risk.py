"""Many avvik and no risk: found every night, a duty of the leader's, gone when it is mended."""

from datetime import timedelta

import pytest

from styrk.core import clock, scope
from styrk.duties.models import Duty
from styrk.incidents import commands, queries
from styrk.incidents.jobs import look_for_many_without_risk as sweep
from styrk.incidents.types import NO_RISK
from styrk.incidents.without_risk import MANY
from styrk.risks import commands as risks
from styrk.risks.types import Description
from tests.counting import asked, shortened
from tests.world import move_case

pytestmark = pytest.mark.django_db

WHAT = "Se om avvikene viser en risiko"


def laid():
    """The units that are asked."""
    with scope.acting(scope.SYSTEM):
        waiting = Duty.objects.filter(kind=NO_RISK, settled_at__isnull=True)
        return set(waiting.values_list("unit__name", flat=True))


@pytest.fixture
def many(report, nurse, world, now):
    """`many()`: just so many incidents at the ward that the rule asks; or `less`, or others."""

    def many(less=0, **facts):
        return [report(nurse, world.ward, **facts) for _ in range(MANY.value - less)]

    return many


@pytest.fixture
def describe(world, now, as_person):
    def describe(person, unit):
        with as_person(person):
            return risks.describe_risk(
                description=Description(
                    unit=unit,
                    title="Fall",
                    description="",
                    causes="",
                    consequences="",
                    measures="",
                    interaction="none",
                    owner=person,
                    review_on=clock.after(now, days=60),
                ),
                by=person,
                now=now,
            )

    return describe


def test_just_enough_is_asked_about_and_one_less_is_not(many, report, nurse, world, now):
    many(less=1)
    sweep(now)
    assert laid() == set()

    report(nurse, world.ward)
    sweep(now)
    assert laid() == {world.ward.name}
    sweep(now + timedelta(days=1))
    assert laid() == {world.ward.name}


def test_what_is_old_good_or_suggested_is_not_counted(many, report, nurse, world, now):
    many(less=1)
    report(nurse, world.ward, kind="good")
    report(nurse, world.ward, kind="suggestion")
    report(nurse, world.ward, at=now - timedelta(days=367))
    sweep(now)

    assert laid() == set()


def test_a_unit_with_a_risk_is_in_order(many, describe, ward_leader, world, now):
    many()
    sweep(now)
    describe(ward_leader, world.ward)
    sweep(now)

    assert laid() == set()


def test_cases_tied_to_a_risk_above_are_explained(
    many, take, describe, clinic_director, ward_leader, world, now, as_person
):
    risk = describe(clinic_director, world.clinic)
    one, *_rest = many()
    take(ward_leader, one)
    with as_person(clinic_director):
        commands.point_at_risk(
            incident=queries.incident(one.uuid), risk=risk, by=clinic_director, now=now
        )
    sweep(now)

    assert laid() == set()


def test_a_case_past_the_line_is_not_told_by_the_number(many, world, now):
    one, *_rest = many()
    with scope.acting(scope.SYSTEM):
        move_case(one, past=True)
    sweep(now)

    assert laid() == set()


def test_the_duty_explains_itself_and_is_gone_when_a_risk_is_described(
    many, page, describe, ward_leader, world, now
):
    many()
    sweep(now)
    client = page(ward_leader)

    text = client.get("/min-side/").content.decode()
    address = f"/avvik/uten-risiko/{world.ward.uuid}/"
    assert WHAT in text
    assert address in text
    assert "Minst 10 avvik på et år er ikke knyttet til noen risiko" in text
    told = client.get(address).content.decode()
    assert "Beskriv en risiko" in told
    describe(ward_leader, world.ward)
    assert WHAT not in client.get("/min-side/").content.decode()


@pytest.mark.parametrize("role", ["nurse", "other_leader", "outsider_leader", "administrator"])
def test_others_do_not_get_the_page(role, many, page, world):
    assert page(world.people[role]).get(f"/avvik/uten-risiko/{world.ward.uuid}/").status_code == 404


def test_a_neighbour_gets_nothing_of_it(many, page, outsider_leader, world, now):
    many()
    sweep(now)

    assert WHAT not in page(outsider_leader).get("/min-side/").content.decode()


def test_the_page_costs_the_same_with_few_and_many(many, page, ward_leader, world):
    many(less=MANY.value - 1)
    client, address = page(ward_leader), f"/avvik/uten-risiko/{world.ward.uuid}/"
    few = asked(client, address)
    many()

    assert len(asked(client, address)) == len(few) <= 8, shortened(few)
