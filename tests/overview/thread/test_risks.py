"""A risk on the thread: lifted from the ward to the clinic, for those who see it and those who do not."""

import pytest

from styrk.risks import commands, queries
from tests.overview.thread.test_pages import each, outline, told
from tests.risks.conftest import (  # noqa: F401 - fixtures
    assess,
    describe,
    described,
    description,
    lifted,
    rate,
    red,
)

pytestmark = pytest.mark.django_db
OWN = "Pasienter faller på badet om natten"


@pytest.fixture
def above(lifted, description, ward_leader, clinic_director, now, as_person):  # noqa: F811
    """The ward's risk as part of the clinic's, with an action against it at the ward."""
    proposal = lifted(ward_leader)
    with as_person(clinic_director):
        found = queries.proposal(proposal.uuid)
        return commands.take_in(
            proposal=found,
            description=description(found.to_unit, clinic_director, title="Fall i hele huset"),
            answer="Vi samler dem.",
            by=clinic_director,
            now=now,
        )


@pytest.fixture
def acted(red, plan, world, ward_leader, now, as_person):  # noqa: F811
    with as_person(ward_leader):
        return commands.add_action(
            risk=queries.risk(red.uuid),
            plan=plan(world.ward, ward_leader, "Sklisikkert belegg"),
            by=ward_leader,
            now=now,
        )


def test_from_the_ward_to_the_clinic(page, above, red, acted, clinic_director):  # noqa: F811
    whole = [f"risk: {OWN}", "  risk: Fall i hele huset", "  action: Sklisikkert belegg"]

    for kind, record in (("risk", red), ("risk", above), ("action", acted)):
        lines = outline(told(page(clinic_director), kind, record.uuid)["thread"])
        assert lines == [line for line in whole if line in lines]
        assert lines[0] == whole[0]
    assert outline(told(page(clinic_director), "risk", red.uuid)["thread"]) == whole


def test_the_ward_hears_that_it_was_lifted_and_not_what_is_made_of_it(
    page,
    above,
    red,  # noqa: F811
    ward_leader,
):
    found = told(page(ward_leader), "risk", red.uuid)

    assert outline(found["thread"]) == [f"risk: {OWN}", "  lifted: Løftet til Medisinsk klinikk"]
    assert page(ward_leader).get(f"/trad/risk/{above.uuid}/").status_code == 404


def test_a_red_risk_without_an_action_says_so_until_there_is_one(page, red, ward_leader, request):  # noqa: F811
    assert gaps(page(ward_leader), red) == ["Ingen tiltak"]

    request.getfixturevalue("acted")
    assert gaps(page(ward_leader), red) == []


def gaps(client, risk):
    rows = each(told(client, "risk", risk.uuid)["thread"])
    return next(row["gaps"] for row in rows if row["focus"])


@pytest.mark.parametrize(
    "who", ["nurse", "second_ward_leader", "other_leader", "outsider_ceo", "board_chair", "ceo"]
)
def test_the_thread_is_open_to_those_who_may_open_the_record(page, red, acted, world, who):  # noqa: F811
    client = page(world.people[who])

    for kind, path, record in (("risk", "/risiko/", red), ("action", "/tiltak/", acted)):
        own = client.get(f"{path}{record.uuid}/").status_code
        assert client.get(f"/trad/{kind}/{record.uuid}/").status_code == own
        assert own == 404 or who not in ("outsider_ceo", "second_ward_leader", "other_leader")
