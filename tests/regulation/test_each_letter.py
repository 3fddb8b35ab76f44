"""Each of the 21 letters: which acts show it and which are not enough, on both sides of where the line is
drawn, or that the map says it cannot show it yet.

§§ 8 b, 8 c and 8 f are shown by somebody's judgement and by nothing else.
"""

from datetime import date, timedelta

import pytest

from styrk.compliance import commands as compliance
from styrk.core import clock
from styrk.feedback import commands as feedback
from styrk.goals import commands as goals
from styrk.overview.forskriftskart.queries import rows_of
from styrk.plans import commands as plans
from styrk.plans.types import Known
from styrk.regulation.letters import LETTERS
from styrk.regulation.maps import LAW
from styrk.regulation.types import Status
from tests.compliance.conftest import describe as describe
from tests.inspections.conftest import (  # noqa: F401 - an audit with a finding, and its answer
    about_letters,
    answered,
    carried_out,
    finding,
    found,
    mandate,
    planned,
    reported,
    upload,
)
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
        said = letters(world.ward)[letter]
        assert (said.status, said.data) == ("unknown", ())
        assert "Styrk kan ikke vise dette ennå. Det kommer med " in said.explanation
        judged(letter, "partly")
        assert status(letter) == "partly"

    return not_yet


def test_letter_6a_goals_tasks_and_responsibility(
    status, world, describe, ward_leader, ceo, request
):
    """A leader, a plan, and how it is done: at the top, one unit of eight has no leader."""
    assert (status("6a"), status("6a", world.trust)) == ("partly", "not_shown")
    request.getfixturevalue("approved")
    assert status("6a") == "partly"
    describe(ward_leader, world.ward, "6a")

    assert status("6a") == "shown"


def test_letter_6b_knowledge_to_plan_by(
    status,
    world,
    now,
    begin,  # noqa: F811
    approve,  # noqa: F811
    ward_leader,
    as_person,
):
    """The approved plan says what it builds on, from three kinds of sources; a draft shows nothing."""
    draft = begin(ward_leader)

    def note(plan, source):
        known = Known(source, "Fallene i fjor", "De fleste skjer om natta.")
        with as_person(ward_leader):
            plans.note_ground(plan=plan, known=known, by=ward_leader, now=now)

    for source in ("incidents", "incidents", "users"):
        note(draft, source)
    assert status("6b") == "not_shown"
    approve(ward_leader, draft, "Trygge bad")
    assert (status("6b"), status("6b", world.clinic)) == ("partly", "partly")
    with as_person(ward_leader):
        newer = plans.revise_plan(plan=draft, reason="Mer vi vet", by=ward_leader, now=now)
    note(newer, "staff")
    approve(ward_leader, newer, hear=False)

    assert (status("6b"), status("6b", world.clinic)) == ("shown", "partly")


def test_letter_6c_laws_and_guidelines(status, world, law, place, decline, tell):  # noqa: F811
    assert status("6c", world.trust) == "not_shown"
    edition = law()
    decline(place(edition, world.clinic)[0])
    assert status("6c", world.trust) == "partly"
    tell(edition, world.trust)
    assert status("6c", world.trust) == "shown"
    place(edition, world.other_clinic, days=-1)

    assert status("6c", world.trust) == "partly"


def test_letter_6d_where_it_may_fail(status, risk, placement):  # noqa: F811
    """Four of five risks were looked at in the last year; then four of six, then of nine."""
    assert status("6d") == "not_shown"
    risk(placements=[placement])
    for days in (0, 0, 0, 400):
        risk(days=days)
    assert status("6d") == "shown"
    risk(days=400)
    assert status("6d") == "partly"
    for _ in range(3):
        risk(days=400)

    assert status("6d") == "not_shown"


def test_letter_6e_plans_that_lessen_the_risk(status, risk, accept):  # noqa: F811
    """One of one has a decision; then one of two, then of three."""
    made = risk(interaction="external")
    assert status("6e") == "not_shown"
    accept(made)
    assert status("6e") == "shown"
    risk()
    assert status("6e") == "partly"
    risk()

    assert status("6e") == "not_shown"


def test_letter_6f_competence(not_yet):
    not_yet("6f")


def test_letter_6g_what_is_reported(status, reports, voice):  # noqa: F811
    """Reports of the last three months, and voices; without figures it is partly so."""
    reports(days=100)
    assert status("6g") == "not_shown"
    reports()
    assert status("6g") == "partly"
    voice()

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
    """One of ten led to something; then one of eleven."""
    voice(9, days=40, answered=True)
    assert status("7e") == "not_shown"
    voice(days=40, answered=True, used=True)
    assert status("7e") == "shown"
    voice(days=41, answered=True)

    assert status("7e") == "partly"


def test_letter_8a_control_that_it_is_done(status, world, request, ward_leader, as_person, now):
    assert status("8a") == "not_shown"
    goal = request.getfixturevalue("agreed")
    with as_person(ward_leader):
        goals.follow_goal(goal=goal, current="To fall i oktober", by=ward_leader, now=now)

    assert status("8a") == "partly"


def test_letter_8b_is_the_way_of_working_suitable(status, request, judged):
    """What others found is answered, and somebody judges: neither the one alone."""
    request.getfixturevalue("finding")
    assert status("8b") == "not_shown"
    request.getfixturevalue("answered")
    assert status("8b") == "partly"
    judged("8b")

    assert status("8b") == "shown"


def test_letter_8c_actions_are_evaluated(status, actions, judged):
    """The effect is known of one of two; of one of three it is not enough."""
    assert status("8c") == "not_shown"
    actions(state="finished", effect="worked", due=-90, review=-10)
    actions(state="done", due=-90, review=-10)
    assert status("8c") == "partly"
    actions(state="done", due=-90, review=-10)
    assert status("8c") == "not_shown"
    judged("8c")

    assert status("8c") == "shown"


def test_letter_8d_judged_by_experiences(status, world, voice, ward_leader, now):  # noqa: F811
    voice(days=3)
    said = {"unit": world.ward, "voices": 1, "good": "Ro", "better": "Varme", "by": ward_leader}
    days = {"first_on": date(2025, 1, 1), "last_on": date(2025, 6, 30)}
    feedback.judge_voices(**said, **days, now=now - timedelta(days=366))
    assert status("8d") == "not_shown"
    feedback.judge_voices(**said, **days, now=now)

    assert status("8d") == "shown"


def test_letter_8e_incidents_are_reviewed(status, reports, analyses):
    """Four of five, then of six, then of nine."""
    assert status("8e") == "not_shown"
    analyses(reports(4, days=60))
    reports(days=60)
    assert status("8e") == "shown"
    reports(days=60)
    assert status("8e") == "partly"
    reports(3, days=60)

    assert status("8e") == "not_shown"


def test_letter_8f_the_whole_system_every_year(status, judged):
    assert status("8f") != "shown"
    judged("8f")

    assert status("8f") == "shown"


def test_letter_9a_unlawful_conditions_are_put_right(status, reports):
    """One of ten waits too long, then two of eleven."""
    assert status("9a") == "not_shown"
    reports(9, days=50, state="examining")
    reports(days=4)
    assert status("9a") == "shown"
    reports(days=4)

    assert status("9a") == "not_shown"


def test_letter_9b_corrective_actions(status, actions):
    """None of the planned is late; then one of five, then two of six."""
    assert status("9b") == "not_shown"
    actions(state="done", due=-10, review=30)
    actions(4)
    assert status("9b") == "shown"
    actions(due=-1)
    assert status("9b") == "partly"
    actions(due=-1)

    assert status("9b") == "not_shown"


def test_letter_9c_better_procedures(not_yet):
    not_yet("9c")


def test_section_5_what_is_written_and_kept_up_to_date(status, describe, world, ward_leader):
    """Six of 21 letters, sixteen, seventeen; and a neighbour has what stands above it, not beside."""
    assert status("5") == "not_shown"
    for letter in LETTERS[:6]:
        describe(ward_leader, world.ward, letter)
    assert status("5") == "not_shown"
    for letter in LETTERS[6:16]:
        describe(ward_leader, world.ward, letter)
    assert status("5") == "partly"
    describe(ward_leader, world.ward, LETTERS[16])
    assert status("5") == "shown"
    assert status("5", world.other_ward) == "not_shown"


def test_section_5_counts_no_text_that_was_to_be_gone_through(
    status, describe, world, ward_leader, now
):
    before = now - timedelta(days=200)
    for nth, letter in enumerate(LETTERS[:8]):
        gone = {"at": before, "review_on": clock.day(now) - timedelta(days=1)}
        describe(ward_leader, world.ward, letter, **(gone if nth == 0 else {}))
    assert status("5") == "partly"
    describe(ward_leader, world.ward, LETTERS[1], **gone)

    assert status("5") == "not_shown"
