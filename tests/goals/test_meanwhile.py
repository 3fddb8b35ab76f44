"""Two who change the same goal: nobody writes over the other's words unseen, and nothing is lost."""

from decimal import Decimal
from html import unescape

import pytest

from styrk.core import scope
from styrk.goals.models import Goal
from tests.clients import fetched
from tests.goals.test_views import FILLED, at

pytestmark = pytest.mark.django_db

MEANWHILE = "Noen har endret dette imens"


def text_of(answer):
    return unescape(answer.content.decode())


def stands(goal):
    with scope.acting(scope.SYSTEM):
        return Goal.objects.get(pk=goal.pk).title


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


@pytest.fixture
def mine(leader, agreed, ward_leader, nurse, page, clinic_director):
    """What the ward's leader fetched before the clinic's director changed the goal."""
    sent = FILLED | {"owner": str(ward_leader.uuid)}
    address = at("change", agreed)
    fields = fetched(leader, address, **sent | {"title": "Mitt mål"})
    director = page(clinic_director)
    theirs = sent | {"title": "Deres mål", "owner": str(nurse.uuid), "direction": "up"}
    assert director.post(address, fetched(director, address, **theirs)).status_code == 302
    return fields


def test_what_another_changed_meanwhile_is_shown_beside_ones_own(
    leader, agreed, mine, clinic_director
):
    answer = leader.post(at("change", agreed), mine)
    text = text_of(answer)

    assert answer.status_code == 422
    assert stands(agreed) == "Deres mål"
    for words in (MEANWHILE, f"{clinic_director.name} skrev dette", "Deres mål", "Mitt mål"):
        assert words in text
    assert "<strong>Hvem eier målet?</strong> Nora Nilsen" in text
    assert "<strong>Målt i</strong>" not in text, "the same in both"


def test_pressed_again_it_is_saved_knowingly(leader, agreed, mine):
    shown = text_of(leader.post(at("change", agreed), mine))
    mark = shown.split('name="stand" value="')[1].split('"')[0]

    assert leader.post(at("change", agreed), mine | {"stand": mark}).status_code == 302
    assert stands(agreed) == "Mitt mål"


def test_what_was_refused_is_there_the_next_time_and_still_says_so(leader, agreed, mine):
    leader.post(at("change", agreed), mine)
    text = text_of(leader.get(at("change", agreed)))

    for words in (MEANWHILE, "Deres mål", 'value="Mitt mål"'):
        assert words in text


def test_draft_from_before_says_so(leader, agreed, mine):
    leader.post("/kladd/", mine | {"path": at("change", agreed)})
    assert MEANWHILE in text_of(leader.get(at("change", agreed)))


def test_what_else_is_done_with_the_goal_changes_nothing_of_it(leader, agreed, ward_leader):
    fields = fetched(leader, at("change", agreed), **FILLED | {"owner": str(ward_leader.uuid)})
    leader.post(at("follow", agreed), {"current": "Fire fall i oktober"})

    assert leader.post(at("change", agreed), fields).status_code == 302


def test_whole_number_is_shown_as_it_is_written(set_goal, leader, ward_leader):
    ten = set_goal(ward_leader, target=Decimal(10))
    assert 'value="10"' in text_of(leader.get(at("change", ten)))
