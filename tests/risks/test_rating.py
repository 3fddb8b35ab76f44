"""Rating, accepting and treating, through the database."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from styrk.core import clock
from styrk.core.guard import IdentityFound
from styrk.risks import commands, queries
from styrk.risks.example import EXAMPLE
from styrk.risks.models import Matrix, Rating
from styrk.risks.queries import strands
from styrk.risks.refusals import NoAuthority, NotRated, OutsideMatrix, ReasonMissing
from styrk.risks.scale import Limit, Scale
from tests.risks.test_describing import inbox, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def accept(now, as_person):
    """`accept(leader, risk)`: for three months."""

    def accept(person, risk, *, days=90, at=None, reason="Vi legger nytt gulv i mars."):
        at = at or now
        with as_person(person):
            return commands.accept_risk(
                risk=queries.risk(risk.uuid),
                reason=reason,
                expires_on=clock.after(at, days=days),
                by=person,
                now=at,
            )

    return accept


@pytest.mark.parametrize(
    ("likelihood", "patient", "zone"),
    [
        (1, 5, "green"),
        (5, 1, "green"),
        (2, 3, "yellow"),
        (2, 5, "yellow"),
        (3, 5, "red"),
        (5, 5, "red"),
    ],
)
def test_the_zone_follows_from_the_matrix(
    described, rate, ward_leader, again, likelihood, patient, zone
):
    rating = rate(ward_leader, described, likelihood, patient)

    assert (rating.score, rating.zone) == (likelihood * patient, zone)
    assert again(ward_leader, described).zone == zone


def test_the_worst_dimension_decides(described, rate, ward_leader, again):
    rate(ward_leader, described, 3, 2, money=4, staff=1)

    assert again(ward_leader, described).current.consequence == 4


def test_rated_it_waits_no_more_and_counts_as_looked_at(described, rate, ward_leader, now, again):
    later = now + timedelta(days=30)
    rate(ward_leader, described, 3, 3, at=later)

    assert set(waiting(described)) == {"risk.review"}
    assert again(ward_leader, described).reviewed_on == clock.day(later)


def test_what_is_hoped_for_changes_nothing_now(described, rate, ward_leader, again):
    rate(ward_leader, described, 4, 4, kind="inherent")
    rate(ward_leader, described, 1, 4, kind="target")

    found = again(ward_leader, described)
    assert (found.zone, found.ratings.count()) == ("", 2)
    assert "risk.rate" in waiting(described)


def test_a_rating_stays_inside_the_matrix_and_has_a_reason(described, rate, ward_leader):
    for likelihood, patient, harms in ((6, 3, {}), (0, 3, {}), (3, 6, {}), (3, 3, {"luck": 2})):
        with pytest.raises(OutsideMatrix):
            rate(ward_leader, described, likelihood, patient, **harms)
    with pytest.raises(ReasonMissing):
        rate(ward_leader, described, 3, 3, reason=" ")
    with pytest.raises(IdentityFound):
        rate(ward_leader, described, 3, 3, reason="Gjelder 13116900216")


def test_a_rating_is_written_once(yellow, ward_leader, as_person):
    with as_person(ward_leader):
        for change in (
            lambda: Rating.objects.update(score=1, likelihood=1, consequence=1),
            lambda: Rating.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


def test_the_first_rating_takes_the_example_into_use_once(described, rate, ward_leader, world):
    rate(ward_leader, described, 3, 3)
    rate(ward_leader, described, 3, 2)

    matrix = Matrix.objects.get(trust=world.trust)
    assert (matrix.example, matrix.version, matrix.published_by) == (True, 1, ward_leader)


def test_a_leader_lives_with_a_yellow_risk_for_a_time(
    yellow, accept, ward_leader, again, acts, now
):
    accept(ward_leader, yellow)

    found = again(ward_leader, yellow)
    assert (found.state, found.acceptance.unit_id) == ("accepted", yellow.unit_id)
    assert found.acceptance.expires_on == clock.after(now, days=90)
    assert acts(yellow)[-1] == "accept"


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("nurse", False),
        ("ward_leader", False),
        ("deputy", False),
        ("department_leader", False),
        ("clinic_director", False),
        ("quality_adviser", False),
        ("ceo", True),
    ],
)
def test_a_red_risk_needs_the_leader_at_the_top(red, accept, world, again, role, may):
    if may:
        accept(world.people[role], red)
        assert again(world.people["ceo"], red).acceptance.unit_id == world.trust.pk
    else:
        with pytest.raises(NoAuthority):
            accept(world.people[role], red)


def test_the_deputy_accepts_as_the_leader(yellow, accept, deputy, quality_adviser, again):
    with pytest.raises(NoAuthority):
        accept(quality_adviser, yellow)
    accept(deputy, yellow)

    assert again(deputy, yellow).acceptance.by == deputy


def test_one_accepts_what_is_rated(described, accept, ward_leader):
    with pytest.raises(NotRated):
        accept(ward_leader, described)


def test_rated_anew_the_acceptance_is_void_and_those_concerned_hear_of_it(
    yellow, accept, rate, ward_leader, department_leader, again, acts, as_person
):
    accept(department_leader, yellow)
    rate(ward_leader, yellow, 2, 4)

    found = again(ward_leader, yellow)
    assert (found.state, found.acceptance) == ("open", None)
    with as_person(ward_leader):
        assert found.acceptances.count() == 1  # it stands, and holds no longer
    assert acts(yellow)[-2:] == ["rate", "void"]
    assert inbox(department_leader) == [f"Aksepten gjelder ikke lenger: {yellow.title}"]


def test_a_target_does_not_void_it_but_another_description_does(
    yellow, accept, rate, ward_leader, again, description, world, now, as_person
):
    accept(ward_leader, yellow)
    rate(ward_leader, yellow, 1, 4, kind="target")
    assert again(ward_leader, yellow).acceptance

    for facts, state in (({"counterpart": "Renhold"}, "accepted"), ({"causes": "Lyset"}, "open")):
        with as_person(ward_leader):
            commands.change_risk(
                risk=queries.risk(yellow.uuid),
                description=description(world.ward, ward_leader, **facts),
                by=ward_leader,
                now=now,
            )
        assert again(ward_leader, yellow).state == state


def test_an_action_against_it_goes_into_the_one_register(
    yellow, plan, ward_leader, world, now, as_person, again, acts
):
    with as_person(ward_leader):
        action = commands.add_action(
            risk=queries.risk(yellow.uuid),
            plan=plan(world.ward, ward_leader),
            by=ward_leader,
            now=now,
        )
        ((_action, behind),) = strands.behind_actions([action.pk])

    found = again(ward_leader, yellow)
    assert (action.origin, found.treated, behind) == ("risk", True, found.pk)
    assert [told["uuid"] for told in queries.decided(found)] == [str(action.uuid)]
    assert acts(yellow)[-1] == "add_action"


def draft(world, person, now, **facts):
    told = {
        "likelihoods": EXAMPLE.likelihoods,
        "levels": EXAMPLE.levels,
        "dimensions": EXAMPLE.dimensions,
        "limits": EXAMPLE.limits,
    }
    return commands.draft_matrix(
        trust=world.trust, name="Vår", scale=Scale(**told | facts), by=person, now=now
    )


def test_a_published_matrix_stands(world, quality_adviser, now, as_person):
    with as_person(quality_adviser):
        matrix = draft(world, quality_adviser, now)
        assert draft(world, quality_adviser, now).pk == matrix.pk
        matrix = Matrix.objects.get(pk=matrix.pk)
        commands.publish_matrix(matrix=matrix, by=quality_adviser, now=now)
        for change in (
            lambda: Matrix.objects.update(name="En annen"),
            lambda: Matrix.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()
        assert draft(world, quality_adviser, now).version == 2


def test_a_newer_matrix_holds_for_what_is_rated_from_then_on(
    yellow, rate, world, quality_adviser, ward_leader, now, as_person, again
):
    limits = (Limit("green", 1, "unit"), Limit("yellow", 10, "above"), Limit("red", 20, "top"))
    with as_person(quality_adviser):
        matrix = draft(world, quality_adviser, now, limits=limits)
        commands.publish_matrix(matrix=matrix, by=quality_adviser, now=now)

    assert again(ward_leader, yellow).current.matrix.version == 1
    assert rate(ward_leader, yellow, 4, 4).zone == "yellow"
    assert again(ward_leader, yellow).current.matrix.version == 2
