"""§§ 3 and 6: what the organisation and its reports can show."""

from datetime import timedelta

from styrk.core import clock
from styrk.organisation.models import Appointment, Unit
from tests.regulation.conftest import facts


def test_3_is_shown_in_part_by_one_top_leader_and_leaders_below(world, letters):
    evidence = letters(world.ward)["3"]

    assert evidence.status == "partly"
    assert evidence.explanation == "Daniel Drange er øverste leder for Fjordheim sykehus."


def test_3_is_not_shown_without_a_top_leader(world, letters, ceo):
    Appointment.objects.filter(person=ceo).update(valid_to="2025-01-01")

    assert letters(world.ward)["3"].status == "not_shown"


def test_3_is_not_shown_with_two_top_leaders(world, letters, nurse):
    Appointment.objects.create(
        person=nurse, unit=world.trust, role="leader", valid_from="2025-01-01"
    )

    assert letters(world.trust)["3"].status == "not_shown"


def test_6_a_is_partly_shown_where_a_unit_is_led_and_has_no_plan(world, letters):
    evidence = letters(world.ward)["6a"]

    assert evidence.status == "partly"
    assert evidence.explanation == (
        "1 av 1 enhet har én ansvarlig leder."
        "\nIngen har skrevet hvordan dere arbeider med kvalitet, og hvem som avgjør hva."
        "\nIngen plan er vedtatt for året."
    )


def test_6_a_is_not_shown_where_many_units_have_no_leader(world, letters):
    # The orthopaedic department has none: seven of the trust's eight units are led.
    evidence = letters(world.trust)["6a"]

    assert evidence.status == "not_shown"
    assert facts(evidence)[:4] == [8, 1, 0, "Ortopedisk avdeling"]


def test_6_a_counts_units_with_two_leaders_as_a_gap(world, letters, nurse):
    Appointment.objects.create(
        person=nurse, unit=world.ward, role="leader", valid_from="2025-01-01"
    )

    assert facts(letters(world.ward)["6a"])[:3] == [1, 0, 1]


def test_6_a_is_answered_for_any_day(world, letters, now, ward_leader):
    left = clock.day(now) - timedelta(days=10)
    Appointment.objects.filter(person=ward_leader).update(valid_to=left)

    assert letters(world.ward)["6a"].status == "not_shown"
    assert letters(world.ward, left)["6a"].status == "partly"


def test_6_a_leaves_out_units_that_have_ended(world, letters, now):
    Unit.objects.filter(code="f.kir.2").update(valid_to="2026-01-01")

    assert facts(letters(world.trust)["6a"])[:2] == [7, 0]


def test_6_g_is_not_shown_where_nobody_has_reported(world, letters):
    evidence = letters(world.ward)["6g"]

    assert evidence.status == "not_shown"
    assert facts(evidence)[-4:] == [0, 0, 0, 0]


def test_6_g_is_partly_shown_and_says_what_is_missing(world, letters, reports):
    reports(2)
    reports(kind="suggestion")
    reports(3, kind="good", days=200)

    evidence = letters(world.ward)["6g"]

    assert evidence.status == "partly"
    assert facts(evidence)[-4:] == [6, 2, 1, 3]
    assert "Ingen indikatorer har ferske tall." in evidence.explanation
    assert "Ingen klager eller erfaringer er samlet" in evidence.explanation


def test_6_g_is_not_shown_where_nobody_has_reported_lately(world, letters, reports):
    reports(9, days=100)

    assert letters(world.ward)["6g"].status == "not_shown"


def test_6_g_counts_all_below_and_nothing_beside(world, letters, reports):
    reports(2)
    reports(3, unit=world.other_ward)

    assert facts(letters(world.department)["6g"])[-4] == 2
    assert facts(letters(world.trust)["6g"])[-4] == 5


def test_6_g_counts_twelve_months(world, letters, reports):
    reports(days=320)
    reports(days=366)  # a November before this one

    assert facts(letters(world.ward)["6g"])[-4] == 1


def test_6_g_says_nothing_of_other_days(world, letters, reports, now):
    reports()

    evidence = letters(world.ward, clock.day(now) - timedelta(days=1))["6g"]

    assert evidence.status == "unknown"
    assert "slik det er i dag" in evidence.explanation
