"""The checks that run always: found by the sweep, a duty while they last, gone when mended."""

from datetime import timedelta

import pytest

from styrk.actions.commands import carry_out
from styrk.board.weighing import weighed
from styrk.core import clock, scope
from styrk.organisation.commands import changing
from styrk.organisation.models import Unit
from styrk.risks import commands, consistency, queries
from styrk.risks.consistency import ABOVE_BEFORE, ACCEPTANCE, OLD_MATRIX, OVERDUE, UNSEEN
from styrk.risks.example import EXAMPLE
from styrk.risks.jobs import look_for_what_does_not_hang_together as sweep
from styrk.risks.scale import Limit, Scale
from tests.risks.test_describing import waiting

pytestmark = pytest.mark.django_db


def checks(risk):
    return {kind for kind in waiting(risk) if kind in consistency.CHECKS}


def found(risk, on):
    with scope.acting(scope.SYSTEM):
        return set(consistency.findings(queries.risk(risk.uuid), on))


@pytest.fixture
def accepted(yellow, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.accept_risk(
            risk=queries.risk(yellow.uuid),
            reason="Nytt gulv i mars.",
            expires_on=clock.after(now, days=30),
            by=ward_leader,
            now=now,
        )
    return yellow


@pytest.fixture
def publish(world, quality_adviser, now, as_person):
    """`publish()`: a newer matrix in the trust, with these limits."""

    def publish(limits=EXAMPLE.limits):
        scale = Scale(EXAMPLE.likelihoods, EXAMPLE.levels, EXAMPLE.dimensions, limits)
        with as_person(quality_adviser):
            matrix = commands.draft_matrix(
                trust=world.trust, name="Vår", scale=scale, by=quality_adviser, now=now
            )
            commands.publish_matrix(matrix=matrix, by=quality_adviser, now=now)

    return publish


def test_where_all_hangs_together_nothing_is_found(accepted, now):
    sweep(now)

    assert not checks(accepted)
    assert not found(accepted, clock.day(now))


def test_higher_with_measures_than_without(yellow, rate, ward_leader, now):
    rate(ward_leader, yellow, 2, 2, kind="inherent")
    sweep(now)
    assert checks(yellow) == {ABOVE_BEFORE} == found(yellow, clock.day(now))

    rate(ward_leader, yellow, 5, 5, kind="inherent")
    assert not checks(yellow)  # settled by the act itself


def test_higher_when_the_planned_are_done(yellow, rate, ward_leader, now):
    rate(ward_leader, yellow, 5, 4, kind="target")
    sweep(now)

    assert checks(yellow) == {ABOVE_BEFORE}


def test_ratings_of_two_matrices_are_not_held_against_each_other(
    yellow, rate, publish, ward_leader, now
):
    rate(ward_leader, yellow, 2, 2, kind="inherent")
    publish()
    rate(ward_leader, yellow, 3, 4)
    sweep(now)

    assert not checks(yellow)


def test_an_acceptance_runs_out(accepted, now, rate, ward_leader):
    sweep(now + timedelta(days=30))
    assert not checks(accepted)

    late = now + timedelta(days=31)
    sweep(late)
    sweep(late)
    assert checks(accepted) == {ACCEPTANCE} == found(accepted, clock.day(late))
    rate(ward_leader, accepted, 1, 4, at=late)
    assert not checks(accepted)


def test_an_acceptance_that_has_run_out_treats_nothing_for_the_board_either(accepted, now, world):
    late = clock.after(now, days=181)
    then = weighed([world.trust], clock.day(now))[0].values
    after = weighed([world.trust], late)[0].values

    assert (then["risks.serious"], then["risks.treated"]) == (1, 1)
    assert (after["risks.serious"], after["risks.treated"]) == (1, 0)


def test_an_acceptance_needs_the_authority_that_holds_today(accepted, publish, now):
    publish((Limit("green", 1, "unit"), Limit("yellow", 6, "above"), Limit("red", 15, "top")))
    sweep(now)

    assert checks(accepted) == {ACCEPTANCE, OLD_MATRIX}


def test_an_acceptance_by_one_who_no_longer_stands_above(
    yellow, department_leader, world, now, as_person
):
    with as_person(department_leader):
        commands.accept_risk(
            risk=queries.risk(yellow.uuid),
            reason="En tid.",
            expires_on=clock.after(now, days=30),
            by=department_leader,
            now=now,
        )
    world.ward.parent, world.ward.path = world.clinic, f"{world.clinic.path}{world.ward.pk}."
    Unit.objects.bulk_update([world.ward], ["parent", "path"])
    changing()
    sweep(now)

    assert checks(yellow) == {ACCEPTANCE}


def test_an_action_past_its_day(yellow, plan, ward_leader, world, now, as_person):
    with as_person(ward_leader):
        action = commands.add_action(
            risk=queries.risk(yellow.uuid),
            plan=plan(world.ward, ward_leader),
            by=ward_leader,
            now=now,
        )
    sweep(now + timedelta(days=14))
    assert not checks(yellow)
    late = now + timedelta(days=15)
    sweep(late)
    assert checks(yellow) == {OVERDUE} == found(yellow, clock.day(late))

    with as_person(ward_leader):
        carry_out(action=action, note="Lagt", by=ward_leader, now=late)
    sweep(late)
    assert not checks(yellow)  # mended in another app: settled by the sweep


def test_nobody_has_looked_in_a_year(yellow, now, ward_leader, as_person):
    sweep(now + timedelta(days=365))
    assert not checks(yellow)
    late = now + timedelta(days=366)
    sweep(late)
    assert checks(yellow) == {UNSEEN} == found(yellow, clock.day(late))

    with as_person(ward_leader):
        commands.review_risk(
            risk=queries.risk(yellow.uuid),
            next_on=clock.after(late, days=90),
            note="Som før.",
            by=ward_leader,
            now=late,
        )
    assert not checks(yellow)


def test_rated_in_an_older_matrix(yellow, publish, rate, ward_leader, now):
    publish()
    sweep(now)
    assert checks(yellow) == {OLD_MATRIX} == found(yellow, clock.day(now))

    rate(ward_leader, yellow, 3, 4)
    assert not checks(yellow)


def test_what_is_ended_is_not_looked_at(yellow, publish, ward_leader, now, as_person):
    publish()
    sweep(now)
    with as_person(ward_leader):
        risk = queries.risk(yellow.uuid)
        commands.end_risk(risk=risk, reason="Bygget om.", by=ward_leader, now=now)

    assert not checks(yellow)
    sweep(now)
    assert not checks(yellow)


def test_units_without_a_risk_are_told_to_those_who_count_what_goes_wrong(
    yellow, world, as_person, ceo
):
    with as_person(ceo):
        found = queries.units_without_risk({world.ward.pk, world.second_ward.pk})

    assert found == {world.second_ward.pk}
