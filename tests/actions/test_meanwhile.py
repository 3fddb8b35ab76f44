"""Two who move the same action: nobody moves what another has moved unseen, and nothing is lost."""

from html import unescape

import pytest

from styrk.actions.models import Action
from styrk.core import scope
from tests.actions.test_views import LONG
from tests.clients import fetched

pytestmark = pytest.mark.django_db

MEANWHILE = "Noen har endret dette imens"
MINE = {"due": "2026-12-11", "reason": LONG}
THEIRS = {"due": "2027-01-15", "reason": "Gulvlegger er syk"}


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


@pytest.fixture
def address(planned):
    return f"/tiltak/{planned.uuid}/"


@pytest.fixture
def older(leader, address, page, clinic_director):
    """What the leader's page was made from before the director moved the deadline."""
    mark = fetched(leader, address)
    director = page(clinic_director)
    sent = fetched(director, address, **THEIRS)
    assert director.post(f"{address}frist/", sent).status_code == 302
    return mark


def due(action):
    with scope.acting(scope.SYSTEM):
        return f"{Action.objects.get(pk=action.pk).due}"


def marked(text):
    return {"stand": text.split('name="stand" value="')[1].split('"')[0]}


def test_deadline_moved_meanwhile_is_shown_and_not_moved(
    leader, address, older, planned, clinic_director
):
    answer = leader.post(f"{address}frist/", older | MINE)
    text = unescape(answer.content.decode())

    assert answer.status_code == 422
    assert due(planned) == THEIRS["due"]
    for words in (MEANWHILE, f"{clinic_director.name} skrev dette", "15. jan. 2027", LONG):
        assert words in text
    assert text.count(MEANWHILE) == 1, "only in the form that was sent"


def test_pressed_again_it_is_moved_knowingly(leader, address, older, planned):
    shown = leader.post(f"{address}frist/", older | MINE).content.decode()

    assert leader.post(f"{address}frist/", MINE | marked(shown)).status_code == 302
    assert due(planned) == MINE["due"]


def test_owner_is_not_changed_by_one_who_has_not_seen_the_deadline(
    leader, address, older, planned, colleague
):
    fields = {"owner": str(colleague.uuid), "reason": LONG}
    answer = leader.post(f"{address}ny-eier/", older | fields)
    text = answer.content.decode()

    assert answer.status_code == 422
    assert MEANWHILE in text
    assert f'value="{colleague.uuid}" selected' in text
    assert leader.post(f"{address}ny-eier/", fields | marked(text)).status_code == 302


def test_draft_from_before_says_so(leader, address, older):
    leader.post("/kladd/", older | MINE | {"path": f"{address}frist/"})
    text = leader.get(address).content.decode()

    assert MEANWHILE in text
    assert LONG in text
