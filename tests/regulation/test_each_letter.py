"""Each of the 21 letters: what act turns it from not shown, or that the map says it cannot show it yet.

§§ 8 b, 8 c and 8 f are shown by somebody's judgement and by nothing else.
"""

from datetime import date

import pytest

from styrk.compliance import commands as compliance
from styrk.core import clock
from styrk.feedback import commands as feedback
from styrk.goals import commands as goals
from styrk.overview.forskriftskart.queries import rows_of
from styrk.regulation.maps import LAW
from styrk.regulation.types import Status
from tests.plans.conftest import (  # noqa: F401 - a plan, heard and approved
    accepted,
    agreed,
    aim,
    approve,
    approved,
    begin,
    heard,
    plan_of,
    proposed,
    set_goal,
)
from tests.regulation.test_section_6_risk import accept, placement, risk  # noqa: F401
from tests.regulation.test_section_6_rules import decline, law, place, tell  # noqa: F401
from tests.regulation.test_voices import tell as voice  # noqa: F401


@pytest.fixture
def status(world, now):
    """What holds of a letter at the ward, or at another unit: data and judgement together."""

    def status(letter, unit=None):
        on = clock.day(now)
        rows = {one.item.key: one for one in rows_of(LAW, unit or world.ward, on, on)}
        return rows[letter].status

    return status


@pytest.fixture
def judged(world, now, ward_leader, as_person):
    def judged(letter, said="shown"):
        with as_person(ward_leader):
            compliance.judge(
                unit=world.ward,
                item=letter,
                status=Status(said),
                computed=Status.UNKNOWN,
                reason="Vi har gått gjennom det i ledermøtet.",
                until=date(2027, 5, 1),
                by=ward_leader,
                now=now,
            )

    return judged


@pytest.fixture
def not_yet(letters, world, status, judged):
    """That no data shows it, that the map says what will, and that somebody may judge meanwhile."""

    def not_yet(letter):
        found = letters(world.ward)[letter]
        assert (found.status, found.data) == ("unknown", ())
        assert "Styrk kan ikke vise dette ennå. Det kommer med " in found.explanation
        judged(letter, "partly")
        assert status(letter) == "partly"

    return not_yet


def test_letter_6a_goals_tasks_and_responsibility(status, request):
    before = status("6a")
    request.getfixturevalue("approved")

    assert (before, status("6a")) == ("partly", "partly")


def test_letter_6b_knowledge_to_plan_by(not_yet):
    not_yet("6b")


def test_letter_6c_laws_and_guidelines(status, world, law, place, decline):  # noqa: F811
    assert status("6c", world.trust) == "not_shown"
    decline(place(law(), world.clinic)[0])

    assert status("6c", world.trust) == "partly"


def test_letter_6d_where_it_may_fail(status, risk, placement):  # noqa: F811
    assert status("6d") == "not_shown"
    risk(placements=[placement])

    assert status("6d") == "shown"


def test_letter_6e_plans_that_lessen_the_risk(status, risk, accept):  # noqa: F811
    made = risk(interaction="external")
    assert status("6e") == "not_shown"
    accept(made)

    assert status("6e") == "partly"


def test_letter_6f_competence(not_yet):
    not_yet("6f")


def test_letter_6g_what_is_reported(status, reports):
    assert status("6g") == "not_shown"
    reports()

    assert status("6g") == "partly"


def test_letter_7a_plans_are_known_and_carried_out(not_yet):
    not_yet("7a")


def test_letter_7b_staff_know_what_they_need(not_yet):
    not_yet("7b")


def test_letter_7c_procedures(not_yet):
    not_yet("7c")


def test_letter_7d_staff_take_part(status, request):
    assert status("7d") == "not_shown"
    request.getfixturevalue("approved")

    assert status("7d") == "partly"


def test_letter_7e_experiences_are_used(status, voice):  # noqa: F811
    assert status("7e") == "not_shown"
    voice(days=40, answered=True, used=True)

    assert status("7e") == "partly"


def test_letter_8a_control_that_it_is_done(status, world, request, ward_leader, as_person, now):
    assert status("8a") == "not_shown"
    goal = request.getfixturevalue("agreed")
    with as_person(ward_leader):
        goals.follow_goal(goal=goal, current="To fall i oktober", by=ward_leader, now=now)

    assert status("8a") == "partly"


def test_letter_8b_is_the_way_of_working_suitable(status, judged):
    assert status("8b") != "shown"
    judged("8b")

    assert status("8b") == "shown"


def test_letter_8c_actions_are_evaluated(status, actions, judged):
    assert status("8c") == "not_shown"
    actions(state="finished", effect="worked", due=-90, review=-10)
    assert status("8c") == "partly"
    judged("8c")

    assert status("8c") == "shown"


def test_letter_8d_judged_by_experiences(status, world, voice, ward_leader, now):  # noqa: F811
    voice(days=3)
    assert status("8d") == "not_shown"
    feedback.judge_voices(
        unit=world.ward,
        voices=1,
        good="Ro",
        better="Varme",
        first_on=date(2026, 1, 1),
        last_on=date(2026, 6, 30),
        by=ward_leader,
        now=now,
    )

    assert status("8d") == "partly"


def test_letter_8e_incidents_are_reviewed(status, reports, analyses):
    made = reports(2, days=60)
    assert status("8e") == "not_shown"
    analyses(made)

    assert status("8e") == "shown"


def test_letter_8f_the_whole_system_every_year(status, judged):
    assert status("8f") != "shown"
    judged("8f")

    assert status("8f") == "shown"


def test_letter_9a_unlawful_conditions_are_put_right(status, reports):
    assert status("9a") == "not_shown"
    reports(days=1, state="examining")

    assert status("9a") == "partly"


def test_letter_9b_corrective_actions(status, actions):
    assert status("9b") == "not_shown"
    actions(state="done", due=-10, review=30)

    assert status("9b") == "shown"


def test_letter_9c_better_procedures(not_yet):
    not_yet("9c")
