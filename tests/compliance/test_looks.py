"""«Gjennomgått»: who may note it, where it stands, and what it evidences of § 8 a."""

from datetime import timedelta

import pytest

from styrk.compliance import commands
from styrk.compliance.evidence import CLAIMS
from styrk.compliance.models import Look
from styrk.compliance.types import Outcome
from styrk.core import clock
from styrk.core.asking import ask
from styrk.core.guard import IdentityFound
from styrk.regulation.letters import Letter
from styrk.regulation.types import Question
from tests.clients import filled_in
from tests.counting import asked, shortened
from tests.plans.conftest import (  # noqa: F401 - an approved plan to go through
    approve,
    approved,
    begin,
    draft,
    heard,
)
from tests.risks.conftest import (  # noqa: F401 - and a risk
    describe,
    described,
    description,
)

WORDS = "Hvor mange fall var på natt?"


@pytest.fixture
def look(world, now, as_person, approved, ward_leader):  # noqa: F811
    """`look(days=200)`: the leader went through the ward's plan so long ago."""

    def look(*, days=0, outcome=Outcome.ASKED, words=WORDS):
        with as_person(ward_leader):
            return commands.look_through(
                kind="plan",
                subject_uuid=approved.uuid,
                unit=world.ward,
                outcome=outcome,
                words=words,
                by=ward_leader,
                now=now - timedelta(days=days),
            )

    return look


@pytest.fixture
def says(now):
    def says(unit):
        on = clock.day(now)
        question = Question(unit.pk, unit.code, unit.path, on, on)
        claim = next(one for one in CLAIMS if one.letter == Letter.A8)
        return claim.gather(question, ask(claim.read(question)))

    return says


def test_8_a_says_nothing_where_nobody_went_through_anything(world, says):
    assert says(world.ward).status == "unknown"


@pytest.mark.parametrize(
    ("days", "status"), [(0, "shown"), (123, "shown"), (124, "partly"), (366, "not_shown")]
)
def test_8_a_by_how_long_ago_something_was_gone_through(world, look, says, days, status):
    look(days=days)

    assert says(world.ward).status == status


def test_8_a_counts_below_and_nowhere_else(world, look, says):
    look(outcome=Outcome.DECIDED)

    found = says(world.trust)
    assert [one.value for one in found.data] == [1, 0, 0, 1]
    assert says(world.other_ward).status == "unknown"


def test_without_a_question_or_a_decision_nothing_is_noted(look):
    with pytest.raises(commands.ReasonMissing):
        look(words="  ")


def test_an_identity_is_stopped(look):
    with pytest.raises(IdentityFound):
        look(words="Hva med 13097248022?")


def test_the_leader_notes_it_on_the_plan_and_it_stands_there(page, approved, ward_leader):  # noqa: F811
    client = page(ward_leader)
    where = f"/gjennomgatt/plan/{approved.uuid}/"

    refused = filled_in(client, where, outcome="asked", words=" ")
    assert refused.status_code == 422
    sent = filled_in(client, where, outcome="asked", words=WORDS)

    assert sent.status_code == 302
    assert sent["Location"].endswith("#gjennomgatt")
    assert WORDS in client.get(sent["Location"].partition("#")[0]).content.decode()
    assert Look.objects.get().kind == "plan"


def test_the_board_may_and_others_may_not(page, approved, quality_adviser, nurse, board_chair):  # noqa: F811
    where = f"/gjennomgatt/plan/{approved.uuid}/"

    assert page(board_chair).get(where).status_code == 200
    assert page(nurse).get(where).status_code == 404
    assert page(quality_adviser).get(where).status_code == 404


def test_a_plan_that_is_being_written_is_not_gone_through(page, draft, ward_leader):  # noqa: F811
    assert page(ward_leader).get(f"/gjennomgatt/plan/{draft.uuid}/").status_code == 404


def test_a_risk_is_gone_through_and_its_words_are_for_those_who_see_it(
    page,
    described,  # noqa: F811
    ward_leader,
):
    client = page(ward_leader)
    where = f"/gjennomgatt/risiko/{described.uuid}/"
    sent = filled_in(client, where, outcome="decided", words=WORDS)

    assert sent.status_code == 302
    assert WORDS in client.get(f"/risiko/{described.uuid}/").content.decode()


def test_the_box_costs_the_plan_page_as_much_with_three_as_with_one(
    page,
    approved,  # noqa: F811
    look,
    ward_leader,
):
    client, where = page(ward_leader), f"/plan/{approved.uuid}/"
    look()
    one = asked(client, where)
    look()
    look()
    three = asked(client, where)

    assert len(three) == len(one) <= 12, shortened(three)
