"""What stands on the page of a requirement from the apps above: its risks and its goals."""

import pytest

from styrk.risks import queries
from styrk.risks.commands import end_risk
from tests.counting import asked, shortened
from tests.world import SECRET

pytestmark = pytest.mark.django_db

RISKS, GOALS = "Risikoer som kan gå ut over kravet", "Mål som kommer fra kravet"


def text_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def pages(placement):
    return f"/krav/{placement.requirement.uuid}/", f"/krav/plassert/{placement.uuid}/"


def test_a_requirement_with_neither_has_no_boxes(page, ceo, pages):
    for address in pages:
        text = text_of(page(ceo), address)
        assert RISKS not in text
        assert GOALS not in text


def test_its_risks_and_goals_stand_on_it(page, ceo, ward_leader, describe, goal, placement, pages):
    risk = describe(ward_leader, placements=(placement,))
    aim = goal(ward_leader, "Halvparten så mange fall")

    requirement, placed = (text_of(page(ceo), address) for address in pages)

    assert f"/risiko/{risk.uuid}/" in requirement
    for text in (requirement, placed):
        assert f"/mal/{aim.uuid}/" in text
        assert "Ingen tiltak" in text


def test_the_gravest_stand_first_and_the_rest_are_counted(
    page, ceo, ward_leader, describe, rate, placement, pages
):
    describe(ward_leader, title="Den nye", placements=(placement,))
    red = describe(ward_leader, title="Den røde", placements=(placement,))
    rate(ward_leader, red, 5, 5)
    for number in range(8):
        describe(ward_leader, title=f"Nummer {number}", placements=(placement,))

    text = text_of(page(ceo), pages[0])

    assert "Og 2 til som du kan se." in text
    assert text.index("Den røde") < text.index("Nummer 7")
    assert "Den nye" not in text


def test_what_is_out_of_sight_is_neither_shown_nor_counted(
    page, ward_leader, other_leader, outsider_leader, describe, goal, placement, pages, world
):
    risk = describe(ward_leader, placements=(placement,))
    goal(outsider_leader, f"Nabomål {SECRET}", unit=world.their_ward)

    assert risk.title in text_of(page(ward_leader), pages[0])
    for person in (other_leader, outsider_leader):
        text = text_of(page(person), pages[0])
        assert RISKS not in text
        assert risk.title not in text
    assert GOALS not in text_of(page(ward_leader), pages[0])
    assert page(outsider_leader).get(pages[1]).status_code == 404


def test_a_dropped_goal_and_an_ended_risk_are_gone(
    page, ceo, ward_leader, goal, describe, placement, pages, as_person, now
):
    goal(ward_leader, "Droppet", state="dropped", reason="Ikke lenger aktuelt")
    risk = describe(ward_leader, placements=(placement,))
    with as_person(ward_leader):
        end_risk(risk=queries.risk(risk.uuid), reason="Revet.", by=ward_leader, now=now)

    text = text_of(page(ceo), pages[0])

    assert GOALS not in text
    assert RISKS not in text


def test_the_boxes_cost_one_question_an_app(
    page, ceo, ward_leader, describe, goal, placement, pages
):
    client = page(ceo)
    none = [len(asked(client, address)) for address in pages]
    for _time in range(3):
        describe(ward_leader, placements=(placement,))
        goal(ward_leader, "Et mål til")

    for address, before in zip(pages, none, strict=True):
        questions = asked(client, address)
        assert len(questions) == before <= 12, shortened(questions)
