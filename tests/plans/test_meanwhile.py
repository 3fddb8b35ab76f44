"""Two who adapt the same item of a plan: nobody writes over the other's words unseen."""

from html import unescape

import pytest
from django.urls import reverse

from styrk.core import scope
from styrk.plans.models import PlanItem
from tests.clients import fetched

pytestmark = pytest.mark.django_db

MEANWHILE = "Noen har endret dette imens"


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


@pytest.fixture
def address(item):
    return reverse("plans:adapt", args=[item.uuid])


@pytest.fixture
def mine(leader, address, page, clinic_director):
    """What the ward's leader fetched before the clinic's director said what it costs."""
    fields = fetched(leader, address, note="Vi begynner med badene", cost="")
    director = page(clinic_director)
    theirs = {"note": "Vi begynner med gangene", "cost": "12500,5", "funding": "Klinikken"}
    assert director.post(address, fetched(director, address, **theirs)).status_code == 302
    return fields


def noted(item):
    with scope.acting(scope.SYSTEM):
        now = PlanItem.objects.get(pk=item.pk)
    return now.note, now.cost


def test_what_another_wrote_meanwhile_is_shown_and_not_lost(
    leader, address, mine, item, clinic_director
):
    answer = leader.post(address, mine)
    text = unescape(answer.content.decode())

    assert answer.status_code == 422
    assert noted(item) == ("Vi begynner med gangene", 12500.5)
    said = ("Vi begynner med gangene", "12500,5", "Klinikken", "Vi begynner med badene")
    for words in (MEANWHILE, f"{clinic_director.name} skrev dette", *said):
        assert words in text


def test_pressed_again_it_is_saved_knowingly(leader, address, mine, item):
    shown = leader.post(address, mine).content.decode()
    mark = shown.split('name="stand" value="')[1].split('"')[0]

    assert leader.post(address, mine | {"stand": mark}).status_code == 302
    assert noted(item) == ("Vi begynner med badene", None)
