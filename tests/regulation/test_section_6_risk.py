"""§§ 6 d and 6 e, by risks as people left them, through the real commands."""

from datetime import timedelta

import pytest

from styrk.core import clock, scope
from styrk.regulation.types import Status
from styrk.requirements.models import Edition, Placement, Requirement, Source
from styrk.risks import commands, queries
from styrk.risks.jobs import add_numbers_together
from styrk.risks.types import Assessment, Description
from tests.regulation.conftest import facts


@pytest.fixture
def placement(world, now, ward_leader):
    source = Source.objects.create(code="lov", kind="law", title="En lov")
    edition = Edition.objects.create(source=source, label="2026", dated=clock.day(now))
    asked = Requirement.objects.create(edition=edition, ref="1", position=1, title="Trygge bad")
    return Placement.objects.create(
        requirement=asked,
        unit=world.ward,
        trust=world.trust,
        answer_due=clock.day(now),
        placed_at=now,
        placed_by=ward_leader,
    )


@pytest.fixture
def risk(world, now, ward_leader, as_person):
    """`risk()`: one at the ward, rated yellow, described so many days ago."""

    def risk(*, likelihood=3, days=0, interaction="none", placements=()):
        at = now - timedelta(days=days)
        with as_person(ward_leader):
            made = commands.describe_risk(
                description=Description(
                    unit=world.ward,
                    title="Fall",
                    description="",
                    causes="",
                    consequences="",
                    measures="",
                    interaction=interaction,
                    owner=ward_leader,
                    review_on=clock.after(at, days=200),
                    placements=tuple(placements),
                ),
                by=ward_leader,
                now=at,
            )
            if likelihood:
                rated = Assessment("now", likelihood, {"patient": 3}, "Sju fall.")
                commands.rate_risk(risk=made, assessment=rated, by=ward_leader, now=at)
        return made

    return risk


@pytest.fixture
def accept(now, ward_leader, as_person):
    def accept(risk):
        with as_person(ward_leader):
            commands.accept_risk(
                risk=queries.risk(risk.uuid),
                reason="En tid.",
                expires_on=clock.after(now, days=30),
                by=ward_leader,
                now=now,
            )

    return accept


def test_6_d_is_not_shown_by_an_empty_register(world, letters):
    assert letters(world.ward)["6d"].status == Status.NOT_SHOWN
    assert letters(world.ward)["6e"].status == Status.NOT_SHOWN


def test_6_d_is_shown_where_all_are_rated_seen_and_some_tell_of_requirements(
    world, letters, risk, placement
):
    risk()
    assert letters(world.ward)["6d"].status == Status.PARTLY
    risk(placements=[placement])

    shown = letters(world.ward)["6d"]
    assert shown.status == Status.SHOWN
    assert facts(shown) == [2, 2, 0, 0, 1]
    assert letters(world.other_ward)["6d"].status == Status.NOT_SHOWN


def test_6_d_is_partly_where_one_is_not_rated(world, letters, risk, placement):
    risk(placements=[placement])
    risk(likelihood=0)

    assert letters(world.ward)["6d"].status == Status.PARTLY


@pytest.mark.parametrize(
    ("seen", "status"), [(4, Status.SHOWN), (3, Status.PARTLY), (0, Status.NOT_SHOWN)]
)
def test_6_d_asks_that_somebody_looks(world, letters, risk, placement, seen, status):
    """Of five: four, three and none were looked at in the last year."""
    for number in range(5):
        risk(days=0 if number < seen else 366, placements=[placement])

    assert letters(world.ward)["6d"].status == status


def test_6_e_asks_for_an_action_or_a_decision_and_for_interactions(world, letters, risk, accept):
    shared = risk(interaction="external")
    assert letters(world.ward)["6e"].status == Status.NOT_SHOWN
    accept(shared)

    evidence = letters(world.ward)["6e"]
    assert (evidence.status, facts(evidence)) == (Status.SHOWN, [1, 1, 1, 1, 1])
    assert not evidence.reservation


def test_6_e_is_not_shown_when_most_have_nothing(world, letters, risk, accept):
    accept(risk(interaction="internal"))
    for _ in range(2):
        risk()

    assert letters(world.ward)["6e"].status == Status.NOT_SHOWN


def test_green_ones_need_no_plan_and_the_ended_do_not_count(
    world, letters, risk, ward_leader, now, as_person
):
    risk(likelihood=1)
    gone = risk()
    with as_person(ward_leader):
        found = queries.risk(gone.uuid)
        commands.end_risk(risk=found, reason="Bygget om.", by=ward_leader, now=now)

    evidence = letters(world.ward)["6e"]
    assert (evidence.status, facts(evidence)[0]) == (Status.NOT_SHOWN, 0)
    assert facts(letters(world.ward)["6d"])[0] == 1


def test_numbers_are_the_same_added_together_and_seen_up_the_line(world, letters, risk, now):
    for _ in range(3):
        risk()
    before = letters(world.trust)["6d"]
    with scope.acting(scope.SYSTEM):
        add_numbers_together(now)

    assert letters(world.trust)["6d"] == before
    assert facts(before)[0] == 3
