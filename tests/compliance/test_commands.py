"""What people say of an item: versions that stand, what holds, and what counts no more."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from styrk.compliance import commands
from styrk.compliance.models import Judgement, Practice
from styrk.compliance.types import months_after
from styrk.core import scope
from styrk.core.guard import IdentityFound
from styrk.regulation.maps import FRAMEWORK, MAPS
from styrk.trail.models import Entry


def test_a_unit_without_words_of_its_own_shows_those_of_the_nearest_above(
    world, rows, describe, ceo, clinic_director, ward_leader
):
    describe(ceo, world.trust, "6a", "Direktøren eier planen.")
    assert rows(world.ward)["6a"].practice.text == "Direktøren eier planen."
    describe(clinic_director, world.clinic, "6a", "Klinikken har sin egen tavle.")

    ward, other = rows(world.ward)["6a"], rows(world.other_ward)["6a"]

    assert (ward.practice.text, ward.own) == ("Klinikken har sin egen tavle.", False)
    assert ward.practice.point.unit == world.clinic
    assert other.practice.text == "Direktøren eier planen."
    describe(ward_leader, world.ward, "6a", "Vi har pulsmøte.")
    assert rows(world.ward)["6a"].own
    assert rows(world.their_ward)["6a"].practice is None


def test_words_taken_away_give_way_to_those_above_and_stay_in_the_history(
    world, rows, describe, ceo, ward_leader, as_person, now
):
    describe(ceo, world.trust, "6a", "Direktøren eier planen.")
    describe(ward_leader, world.ward, "6a")
    with as_person(ward_leader):
        commands.leave_to_above(
            unit=world.ward, item="6a", reason="Klinikken gjør det likt.", by=ward_leader, now=now
        )

    assert rows(world.ward)["6a"].practice.text == "Direktøren eier planen."
    assert Practice.objects.filter(point__unit=world.ward).count() == 2
    with pytest.raises(commands.NothingThere):
        commands.leave_to_above(unit=world.ward, item="6a", reason="Igjen", by=ward_leader, now=now)


def test_the_same_words_again_say_that_they_still_hold(world, rows, describe, ward_leader, now):
    describe(ward_leader, world.ward, "6a", at=now - timedelta(days=300))
    describe(ward_leader, world.ward, "6a")

    practice = rows(world.ward)["6a"].practice
    assert practice.reviewed_on == date(2026, 11, 16)
    with scope.acting(scope.SYSTEM):
        acts = Entry.objects.filter(act="compliance.describe").order_by("pk")
        assert [one.text for one in acts] == [
            "Skrev hvordan vi gjør § 6 a i Sengepost 1A",
            "Gikk gjennom hvordan vi gjør § 6 a i Sengepost 1A",
        ]
    assert Practice.objects.count() == 2


def test_8b_8c_and_8f_are_shown_by_a_judgement_and_by_nothing_else(
    world, rows, judge, ward_leader, now
):
    for item in ("8b", "8c", "8f"):
        assert rows(world.ward)[item].status != "shown"

        judge(ward_leader, world.ward, item, until=date(2027, 1, 31))

        found = rows(world.ward)[item]
        assert (found.status, found.computed == "shown") == ("shown", False)
        # Through its last day, and no longer.
        assert rows(world.ward, at=now.replace(year=2027, month=1, day=31))[item].status == "shown"
        after = rows(world.ward, at=now.replace(year=2027, month=2, day=1))[item]
        assert after.status != "shown"
        assert after.judgement is not None
        assert not after.is_judged


def test_a_judgement_may_be_another_than_the_data(world, rows, judge, ward_leader, as_person, now):
    assert rows(world.ward)["3"].computed == "partly"

    judge(ward_leader, world.ward, "3", "not_shown", computed="partly")

    assert (rows(world.ward)["3"].status, rows(world.ward)["3"].computed) == ("not_shown", "partly")
    # It is the unit's own: above and beside, the data holds.
    assert rows(world.clinic)["3"].status == "partly"
    with as_person(ward_leader):
        commands.take_back(
            unit=world.ward, item="3", reason="Vi tok feil.", by=ward_leader, now=now
        )
    assert rows(world.ward)["3"].status == "partly"
    assert Judgement.objects.count() == 2


def test_a_principle_follows_what_holds_of_its_letters(world, rows, judge, ward_leader):
    def status(key):
        return rows(world.ward, FRAMEWORK)[key].status

    assert status("p6") == "partly"  # § 3 is partly shown, § 8 f not known
    judge(ward_leader, world.ward, "8f")
    judge(ward_leader, world.ward, "3")
    assert status("p6") == "partly"  # that both hold is the ground, and not the answer
    judge(ward_leader, world.ward, "p6")
    assert status("p6") == "shown"
    assert status("p12") == "unknown"


def test_what_is_beside_the_forskrift_is_at_most_partly_shown_by_its_letters(
    world, rows, judge, ward_leader
):
    judge(ward_leader, world.ward, "3")

    assert rows(world.ward, MAPS["informasjonssikkerhet"])["ikt-3"].status == "partly"
    judge(ward_leader, world.ward, "ikt-3")
    assert rows(world.ward, MAPS["informasjonssikkerhet"])["ikt-3"].status == "shown"


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"reason": " "}, commands.ReasonMissing),
        ({"until": date(2026, 11, 16)}, commands.DayOver),
        ({"until": date(2027, 11, 17)}, commands.TooLong),  # § 8 f: every year
        ({"reason": "Ola har fødselsnummer 13097248022."}, IdentityFound),
    ],
)
def test_a_judgement_that_does_not_fit_is_refused(world, judge, ward_leader, facts, refusal):
    with pytest.raises(refusal):
        judge(ward_leader, world.ward, "8f", **facts)
    assert not Judgement.objects.exists()


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"text": " "}, commands.ReasonMissing),
        ({"review_on": date(2026, 11, 16)}, commands.DayOver),
        ({"review_on": date(2028, 11, 17)}, commands.TooLong),
        ({"text": "Ring 13097248022."}, IdentityFound),
        ({"item": "6z"}, commands.UnknownItem),
    ],
)
def test_words_that_do_not_fit_are_refused(world, describe, ward_leader, facts, refusal):
    item = facts.pop("item", "6a")
    with pytest.raises(refusal):
        describe(ward_leader, world.ward, item, **facts)
    assert not Practice.objects.exists()


@pytest.mark.parametrize("table", ["practice", "judgement"])
def test_what_was_said_is_never_changed(world, describe, judge, ward_leader, table):
    describe(ward_leader, world.ward, "6a")
    judge(ward_leader, world.ward, "8b")

    for act in (f"UPDATE compliance_{table} SET at = now()", f"DELETE FROM compliance_{table}"):
        with (
            pytest.raises(Exception, match=r"written once|permission denied"),
            transaction.atomic(),
        ):
            connection.cursor().execute(act)


def test_one_point_for_an_item_of_a_unit(world, describe, judge, ward_leader):
    one = describe(ward_leader, world.ward, "8b").point
    assert judge(ward_leader, world.ward, "8b").point == one
    with pytest.raises(IntegrityError), transaction.atomic():
        type(one).objects.create(unit=world.ward, trust=world.trust, item="8b")


def test_months_end_where_the_month_does():
    assert months_after(date(2026, 11, 16), 12) == date(2027, 11, 16)
    assert months_after(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 31), 24) == date(2028, 12, 31)
