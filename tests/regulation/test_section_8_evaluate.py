"""§ 8: reviewing what went wrong, and whether actions worked."""

from styrk.actions.commands import carry_out, judge_effect
from styrk.core import clock, scope
from tests.regulation.conftest import facts, leader
from tests.world import move_case


def test_8_c_is_not_shown_without_actions(world, letters):
    assert letters(world.ward)["8c"].status == "not_shown"


def test_8_c_is_not_shown_while_no_effect_is_due(world, letters, actions):
    actions(3, state="done", due=-30, review=5)

    assert letters(world.ward)["8c"].status == "not_shown"


def test_8_c_is_at_most_partly_and_says_that_somebody_must_judge(world, letters, actions):
    actions(5, state="finished", effect="worked", due=-30, review=-1)

    evidence = letters(world.ward)["8c"]

    assert evidence.status == "partly"
    assert facts(evidence)[:4] == [5, 5, 5, 0]
    # None of them is to be seen in figures.
    assert facts(evidence)[4:] == [0, 0, 0]
    assert "krever forskriften at noen vurderer" in evidence.reservation


def test_8_c_is_not_shown_where_most_effects_are_unknown(world, letters, actions):
    actions(3, state="finished", effect="partly", due=-30, review=-1)
    actions(3, state="done", due=-30, review=-1)
    assert letters(world.ward)["8c"].status == "partly"

    actions(state="done", due=-30, review=-1)

    evidence = letters(world.ward)["8c"]
    assert evidence.status == "not_shown"
    assert "3 av 7" in evidence.explanation


def test_8_c_follows_the_commands(world, letters, actions, now, ward_leader, as_person):
    (action,) = actions(due=-100, review=-1)

    with as_person(ward_leader):
        carry_out(action=action, note="", by=leader(world), now=now)
        after_done = facts(letters(world.ward)["8c"])
        action.refresh_from_db()
        at = clock.start_of(action.review_on)
        judge_effect(action=action, effect="worked", reason="Færre fall", by=leader(world), now=at)

    assert after_done[:4] == [1, 0, 0, 0]
    assert facts(letters(world.ward)["8c"])[:4] == [1, 1, 1, 0]


def test_8_e_is_not_shown_without_incidents_old_enough(world, letters, reports):
    reports(5, days=20)
    reports(5, days=100, kind="suggestion")

    assert letters(world.ward)["8e"].status == "not_shown"


def test_8_e_is_shown_when_most_old_incidents_are_examined_with_findings(
    world, letters, reports, analyses
):
    analyses(reports(8, days=100))
    reports(2, days=100)

    evidence = letters(world.ward)["8e"]

    assert evidence.status == "shown"
    assert facts(evidence) == [10, 8]


def test_8_e_leaves_new_findings_out_of_the_share(world, letters, reports, analyses):
    analyses(reports(9, days=20))
    reports(days=100)

    assert facts(letters(world.ward)["8e"]) == [1, 0]


def test_8_e_is_not_shown_by_conclusions_without_findings(world, letters, reports, now):
    reports(5, days=100, state="concluded", concluded_at=now)

    assert letters(world.ward)["8e"].status == "not_shown"


def test_8_e_is_partly_shown_from_half(world, letters, reports, analyses):
    analyses(reports(5, days=100))
    reports(5, days=100)

    assert letters(world.ward)["8e"].status == "partly"

    reports(1, days=100)

    assert letters(world.ward)["8e"].status == "not_shown"


def test_8_e_follows_an_incident_to_the_unit_it_is_handed_to(world, letters, reports, analyses):
    (incident,) = reports(days=100)
    analyses([incident])
    with scope.acting(scope.SYSTEM):
        move_case(incident, world.other_ward)

    assert letters(world.ward)["8e"].status == "not_shown"
    assert letters(world.other_ward)["8e"].status == "shown"


def test_8_f_is_not_shown_before_a_review_is_signed(world, letters):
    """From there on in tests/appraisal/test_due.py."""
    evidence = letters(world.ward)["8f"]

    assert evidence.status == "not_shown"
    assert "noen vurderer" in evidence.reservation


def test_8_b_is_not_shown_where_nobody_has_looked(world, letters):
    evidence = letters(world.ward)["8b"]

    assert evidence.status == "not_shown"
    assert "noen vurderer" in evidence.reservation
