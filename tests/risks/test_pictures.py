"""The tertial picture: frozen, with its hash, and what changed since the last."""

import json
from datetime import datetime

import pytest
from django.db import DatabaseError, transaction

from styrk.core.clock import OSLO
from styrk.core.guard import IdentityFound
from styrk.risks import commands, picture, queries
from styrk.risks.example import EXAMPLE
from styrk.risks.models import Snapshot
from styrk.risks.refusals import NoPicture, ReasonMissing
from styrk.risks.scale import Limit, Scale

pytestmark = pytest.mark.django_db
SPRING = datetime(2026, 4, 20, 10, tzinfo=OSLO)
SUMMER = datetime(2026, 8, 25, 10, tzinfo=OSLO)


@pytest.fixture
def take(world, now, as_person):
    """`take(leader, "2026-T1")`: the picture of the ward, or of another unit."""

    def take(person, period, *, unit=None, at=SPRING, summary="Fall er det største."):
        with as_person(person):
            return commands.take_picture(
                unit=unit or world.ward, period=period, summary=summary, by=person, now=at
            )

    return take


def stricter():
    limits = (Limit("green", 1, "unit"), Limit("yellow", 4, "unit"), Limit("red", 12, "top"))
    return Scale(EXAMPLE.likelihoods, EXAMPLE.levels, EXAMPLE.dimensions, limits)


def changes(snapshot):
    return {told["title"]: told["change"] for told in snapshot.content["risks"]}


def test_it_holds_the_units_own_risks_the_gravest_first(
    take, describe, rate, ward_leader, second_ward_leader, world
):
    mild = describe(ward_leader, title="Mild")
    grave = describe(ward_leader, title="Alvorlig")
    describe(ward_leader, title="Ikke vurdert")
    other = describe(second_ward_leader, unit=world.second_ward, title="Andres")
    rate(ward_leader, mild, 1, 2)
    rate(ward_leader, grave, 5, 4)
    rate(second_ward_leader, other, 5, 5)

    content = take(ward_leader, "2026-T1").content
    assert [told["title"] for told in content["risks"]] == ["Alvorlig", "Mild", "Ikke vurdert"]
    assert content["counts"] == {"red": 1, "yellow": 0, "green": 1, "unrated": 1}


def test_what_is_red_below_is_named_at_the_level_above(take, red, clinic_director, world):
    below = take(clinic_director, "2026-T1", unit=world.clinic).content["below"]

    assert below["counts"]["red"] == 1
    assert [told["title"] for told in below["red"]] == [red.title]


def test_it_says_what_changed_since_the_tertial_before(
    take, describe, rate, ward_leader, now, as_person
):
    names = ("Opp", "Ned", "Lik", "Først", "Slutt")
    risks = {name: describe(ward_leader, title=name) for name in names}
    for name in ("Opp", "Ned", "Lik", "Slutt"):
        rate(ward_leader, risks[name], 3, 3)
    first = take(ward_leader, "2026-T1")
    assert set(changes(first).values()) == {"new"}

    rate(ward_leader, risks["Opp"], 4, 4)
    rate(ward_leader, risks["Ned"], 1, 3)
    rate(ward_leader, risks["Først"], 2, 2)
    describe(ward_leader, title="Ny")
    with as_person(ward_leader):
        risk = queries.risk(risks["Slutt"].uuid)
        commands.end_risk(risk=risk, reason="Borte.", by=ward_leader, now=now)
    second = take(ward_leader, "2026-T2", at=SUMMER)

    assert second.before == first
    assert changes(second) == {
        "Opp": "higher",
        "Ned": "lower",
        "Lik": "same",
        "Først": "first_rated",
        "Ny": "new",
    }
    assert [told["title"] for told in second.content["gone"]] == ["Slutt"]


def test_another_matrix_is_never_compared(
    take, yellow, rate, ward_leader, quality_adviser, world, now, as_person
):
    take(ward_leader, "2026-T1")
    with as_person(quality_adviser):
        matrix = commands.draft_matrix(
            trust=world.trust, name="Vår", scale=stricter(), by=quality_adviser, now=now
        )
        commands.publish_matrix(matrix=matrix, by=quality_adviser, now=now)
    rate(ward_leader, yellow, 5, 5)

    assert set(changes(take(ward_leader, "2026-T2", at=SUMMER)).values()) == {"other_matrix"}


def test_measures_and_sources_stand_behind(
    take, lifted, yellow, plan, description, ward_leader, clinic_director, world, now, as_person
):
    with as_person(ward_leader):
        risk = queries.risk(yellow.uuid)
        commands.add_action(risk=risk, plan=plan(world.ward, ward_leader), by=ward_leader, now=now)
    proposal = lifted(ward_leader, risk=yellow)
    with as_person(clinic_director):
        commands.take_in(
            proposal=queries.proposal(proposal.uuid),
            description=description(world.clinic, clinic_director),
            answer="",
            by=clinic_director,
            now=now,
        )

    (told,) = take(ward_leader, "2026-T1").content["risks"]
    assert [action["title"] for action in told["actions"]] == ["Sklisikkert belegg på badet"]
    (above,) = take(clinic_director, "2026-T1", unit=world.clinic).content["risks"]
    assert [source["unit"] for source in above["sources"]] == [world.ward.name]
    assert above["sources"][0]["other_matrix"]  # not rated there yet: nothing to compare with


def test_taken_again_it_is_a_new_edition_and_the_last_holds(
    take, yellow, ward_leader, world, as_person
):
    first = take(ward_leader, "2026-T1")
    second = take(ward_leader, "2026-T1", summary="Rettet.")

    with as_person(ward_leader):
        kept = queries.snapshots_of(world.ward)
    assert [one.pk for one in kept] == [second.pk, first.pk]
    assert kept[0].edition == 2
    assert second.edition == 2


def test_the_one_before_is_not_taken_again_when_there_is_one_of_the_next(take, yellow, ward_leader):
    take(ward_leader, "2026-T1", at=SUMMER)
    newest = take(ward_leader, "2026-T1", at=SUMMER, summary="Rettet.")
    assert take(ward_leader, "2026-T2", at=SUMMER).before == newest

    with pytest.raises(NoPicture):
        take(ward_leader, "2026-T1", at=SUMMER, summary="Pyntet.")


def test_it_is_written_once_and_its_hash_holds_the_picture_before(
    take, yellow, ward_leader, as_person
):
    first, second = take(ward_leader, "2026-T1"), take(ward_leader, "2026-T2", at=SUMMER)

    assert picture.digest(second.content, first) == second.digest
    assert picture.digest(second.content, None) != second.digest
    with as_person(ward_leader):
        kept = Snapshot.objects.get(pk=second.pk)
        assert picture.digest(kept.content, kept.before) == kept.digest
        for change in (
            lambda: Snapshot.objects.update(summary="Alt er bra"),
            lambda: Snapshot.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


@pytest.mark.parametrize(
    "period", ["2026-T4", "2026", "2026-04", "", "2027-T1", "2026-T1\n", "2025-T2"]
)
def test_a_picture_is_of_a_tertial_that_runs_or_has_just_ended(take, ward_leader, period):
    with pytest.raises(NoPicture):
        take(ward_leader, period)


def test_it_needs_words_that_point_at_nobody(take, ward_leader):
    with pytest.raises(ReasonMissing):
        take(ward_leader, "2026-T1", summary=" ")
    with pytest.raises(IdentityFound):
        take(ward_leader, "2026-T1", summary="Se 13116900216")


def test_the_thread_names_it_as_people_say_the_period(take, red, page, ward_leader):
    take(ward_leader, "2026-T2", at=SUMMER)

    found = json.dumps(page(ward_leader).get(f"/trad/risk/{red.uuid}/?format=json").json())

    assert "Tertialbilde for 2. tertial 2026" in found
    assert "2026-T2" not in found
