"""The revisjonsutvalg reads the plan, says what ought to be looked at, and recommends it, by its own members."""

import pytest
from django.urls import reverse

from styrk.auditplan import commands
from styrk.auditplan import refusals as no
from styrk.auditplan.models import Recommendation, Wish
from styrk.core import clock
from tests.auditplan.conftest import fresh
from tests.clients import filled_in

pytestmark = pytest.mark.django_db


def at(name, plan):
    return reverse(f"auditplan:{name}", args=[plan.uuid])


def test_a_member_wishes_and_recommends_on_the_pages(
    begun, lined, committee, page, now, auditor, as_person
):
    lined()
    client = page(committee)
    shown = client.get(at("plan", begun)).content.decode()
    assert "Legemidler ved overføring" in shown
    assert "Anbefal planen" in shown
    voice = f"committee-{begun.unit.uuid}"
    sent = {"voice": voice, "title": "Innkjøp", "text": "Vi er usikre."}
    assert filled_in(client, at("wish", begun), **sent).status_code == 302
    wish = Wish.objects.get()
    assert (wish.party, wish.on_behalf) == ("committee", False)
    with as_person(auditor):
        commands.answer_wish(wish=wish, answer="Ses på alt.", by=auditor, now=now)
    given = {
        "body": "committee",
        "held_on": f"{clock.day(now)}",
        "words": "Utvalget støtter planen.",
    }
    assert filled_in(client, at("recommend", begun), **given).status_code == 302

    told = Recommendation.objects.get()
    assert (told.body, told.on_behalf) == ("committee", False)
    assert "Gitt av Ulla Ulven." in client.get(at("plan", begun)).content.decode()


def test_who_writes_it_down_for_them_says_so(begun, lined, recommend, page, auditor):
    lined()
    recommend()

    assert Recommendation.objects.get().on_behalf
    shown = page(auditor).get(at("plan", begun)).content.decode()
    assert "Skrevet ned av Ragna Rud på vegne av dem." in shown


def test_a_member_speaks_for_the_committee_alone(begun, lined, committee, now, as_person):
    lined()
    for body in ("board", "leaders"):
        with pytest.raises(no.NotTheirs), as_person(committee):
            commands.recommend_plan(
                plan=fresh(begun),
                body=body,
                held_on=clock.day(now),
                words="Vi støtter den.",
                by=committee,
                now=now,
            )


@pytest.mark.parametrize("name", ["add", "proposals", "approve", "revise"])
def test_a_member_neither_writes_the_plan_nor_approves_it(begun, committee, page, name):
    assert page(committee).get(at(name, begun)).status_code == 404
