"""What is typed in a form of an action's page, and refused, is there when one comes back."""

import pytest

from tests.actions.test_views import POSTS
from tests.clients import fetched
from tests.markup import Page

pytestmark = pytest.mark.django_db

TYPED = "Gulvet er like glatt som før."
# For each act what is typed, and what is wrong with it.
REFUSED = {
    "iverksatt": {"note": f"{TYPED} Ring 91 23 45 67."},
    "effekt": {"reason": TYPED},
    "ny-eier": {"reason": TYPED},
    "frist": {"reason": TYPED, "due": "i morgen"},
    "ikke-videre": {"reason": f"{TYPED} Ring 91 23 45 67."},
}


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


@pytest.fixture
def place(request):
    """`place("effekt")`: the page of an action on which this may be done."""

    def place(act):
        action = request.getfixturevalue("done" if act == "effekt" else "planned")
        return f"/tiltak/{action.uuid}/"

    return place


@pytest.mark.parametrize("act", POSTS)
def test_what_is_refused_is_there_when_one_comes_back(leader, place, act):
    here = place(act)
    sent = fetched(leader, here, **REFUSED[act])
    assert leader.post(f"{here}{act}/", sent).status_code == 422

    assert TYPED in leader.get(here).content.decode()


@pytest.mark.parametrize("act", POSTS)
def test_its_form_is_kept_while_one_types_and_answered_in_place(leader, place, act):
    here = place(act)
    forms = Page(leader.get(here).content.decode()).forms
    form = next(one for one in forms if one.attributes["action"] == f"{here}{act}/")

    assert form.attributes["data-autosave"] == "/kladd/"


@pytest.mark.parametrize("act", POSTS)
def test_its_address_leads_to_the_page(leader, place, act):
    here = place(act)

    assert leader.get(f"{here}{act}/").url == here
