"""A risk against goals and themes: told on its own page, on the goal's and on the thread."""

import pytest

from styrk.risks import commands, queries
from tests.counting import asked, shortened
from tests.overview.thread.test_pages import outline, told
from tests.world import SECRET

pytestmark = pytest.mark.django_db
TITLE = "Pasienter faller på badet om natten"


@pytest.fixture
def aim(goal, ward_leader):
    return goal(ward_leader, "Halvparten så mange fall")


def text_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def typed(owner, **facts):
    plain = {"title": TITLE, "interaction": "none", "owner": str(owner.uuid)}
    return plain | {"review_on": "2027-03-01"} | facts


def test_a_risk_is_described_against_a_goal_and_themes(page, world, ward_leader, aim):
    client = page(ward_leader)
    given = {"goals": [str(aim.uuid)], "themes": "Fall,  fall , Bemanning  om natten"}

    client.post(f"/risiko/ny/?enhet={world.ward.code}", typed(ward_leader) | given)

    listed = text_of(client, "/risiko/?tema=fall")
    assert TITLE in listed
    assert TITLE not in text_of(client, "/risiko/?tema=fal")
    own = text_of(page(ward_leader), address_in(listed))
    assert f"/mal/{aim.uuid}/" in own
    assert "bemanning om natten" in own
    assert own.count("?tema=fall") == 1


def address_in(listed):
    """Where the first risk of the list is."""
    row = listed[: listed.index(TITLE)]
    return row[row.rindex('href="') + 6 :].partition('"')[0]


def test_too_many_themes_are_refused(page, world, ward_leader):
    words = ",".join("abcdefg")

    answer = page(ward_leader).post(
        f"/risiko/ny/?enhet={world.ward.code}", typed(ward_leader, themes=words)
    )

    assert answer.status_code == 422
    assert "Bruk høyst seks temaer" in answer.content.decode()


def test_goals_of_the_unit_and_above_are_offered_and_no_others(
    page, world, ward_leader, outsider_leader, goal, aim
):
    above = goal(ward_leader, "Klinikkens mål", unit=world.clinic)
    past = goal(ward_leader, "Fjorårets mål", first_year=2020, last_year=2020)
    beside = goal(outsider_leader, f"Nabomål {SECRET}", unit=world.their_ward)

    text = text_of(page(ward_leader), f"/risiko/ny/?enhet={world.ward.code}")

    assert text.index(str(aim.uuid)) < text.index(str(above.uuid))
    assert str(past.uuid) not in text
    assert str(beside.uuid) not in text


def test_the_goal_says_its_risks_to_those_who_see_them(
    page, ward_leader, other_leader, describe, aim
):
    risk = describe(ward_leader, goals=(aim,))

    assert f"/risiko/{risk.uuid}/" in text_of(page(ward_leader), f"/mal/{aim.uuid}/")
    assert TITLE not in text_of(page(other_leader), f"/mal/{aim.uuid}/")


def test_what_is_taken_away_is_gone_and_an_acceptance_stands(
    page, ward_leader, describe, description, world, aim, now, as_person
):
    risk = describe(ward_leader, goals=(aim,), themes=("fall",))
    with as_person(ward_leader):
        commands.change_risk(
            risk=queries.risk(risk.uuid),
            description=description(world.ward, ward_leader),
            by=ward_leader,
            now=now,
        )

    assert TITLE not in text_of(page(ward_leader), f"/mal/{aim.uuid}/")
    own = text_of(page(ward_leader), f"/risiko/{risk.uuid}/")
    assert str(aim.uuid) not in own
    assert "tema=" not in own


def test_the_form_to_change_it_keeps_what_it_points_at(page, ward_leader, describe, goal):
    past = goal(ward_leader, "Fjorårets mål", first_year=2020, last_year=2020)
    risk = describe(ward_leader, goals=(past,), themes=("fall", "natt"))

    text = text_of(page(ward_leader), f"/risiko/{risk.uuid}/endre/")

    assert 'value="fall, natt"' in text
    ticked = text[text.index(str(past.uuid)) :].partition(">")[0]
    assert "checked" in ticked


def test_the_thread_goes_from_the_goal_to_the_risk(page, ward_leader, describe, aim):
    risk = describe(ward_leader, goals=(aim,), themes=("fall",))

    for kind, record in (("goal", aim), ("risk", risk)):
        found = told(page(ward_leader), kind, record.uuid)["thread"]
        assert outline(found)[-2:] == [
            "      goal: Halvparten så mange fall",
            f"        risk: {TITLE}",
        ]
    assert "fall" in text_of(page(ward_leader), f"/trad/risk/{risk.uuid}/")


def test_a_goal_out_of_sight_is_not_told_of(
    page, world, ward_leader, outsider_leader, describe, aim
):
    """The owner from another trust sees the risk, and no goal of the trust."""
    risk = describe(ward_leader, owner=outsider_leader, goals=(aim,))

    assert str(aim.uuid) not in text_of(page(outsider_leader), f"/risiko/{risk.uuid}/")


def test_goals_cost_the_page_of_a_risk_no_question(page, ward_leader, describe, goal):
    bare = describe(ward_leader)
    aims = tuple(goal(ward_leader, f"Mål {number}") for number in range(3))
    risk = describe(ward_leader, goals=aims, themes=("fall",))
    client = page(ward_leader)

    before = asked(client, f"/risiko/{bare.uuid}/")
    questions = asked(client, f"/risiko/{risk.uuid}/")

    assert len(questions) == len(before) <= 12, shortened(questions)
