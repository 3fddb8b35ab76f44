"""Two at the same plan: nobody writes over the other's words unseen, or approves what is not read."""

import re
from html import unescape

import pytest
from django.urls import reverse

from styrk.core import scope
from styrk.plans import commands
from styrk.plans.models import PlanItem
from styrk.plans.subject import Subject
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


@pytest.fixture
def read(item, draft, heard, leader, ward_leader, now):
    """The way to approve the plan, from its page as the leader reads it."""
    commands.note_hearing(plan=draft, heard=heard, by=ward_leader, now=now)
    whole = leader.get(reverse("plans:version", args=[draft.uuid])).content.decode()
    return re.search(r'href="([^"]*/vedta/[^"]*)"', whole)[1]


def test_what_is_read_is_approved(read, draft, leader):
    assert MEANWHILE not in leader.get(read).content.decode()
    assert leader.post(read, fetched(leader, read)).status_code == 302
    draft.refresh_from_db()
    assert draft.state == "approved"


@pytest.mark.parametrize("when", ["before the form", "with the form open"])
def test_a_plan_changed_since_it_was_read_is_not_approved(
    read, draft, leader, quality_adviser, now, when
):
    open_form = fetched(leader, read, decision="Ledermøtet")
    new = Subject(title="Færre senger")
    commands.add_item(plan=draft, subject=new, by=quality_adviser, now=now)

    answer = leader.get(read) if when == "before the form" else leader.post(read, open_form)

    text = unescape(answer.content.decode())
    for words in (MEANWHILE, quality_adviser.name, "tok inn «Færre senger»", "ikke vedtatt"):
        assert words in text
    draft.refresh_from_db()
    assert draft.state == "heard"
    mark = text.split('name="stand" value="')[1].split('"')[0]
    sent = leader.post(read, {"stand": mark, "decision": "Ledermøtet"}, follow=True)
    assert "Færre senger" in sent.content.decode()
    draft.refresh_from_db()
    assert (draft.state, draft.decision) == ("approved", "Ledermøtet")
