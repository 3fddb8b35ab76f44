"""What is written over is not lost: the history of a record says what stood before, and so does the trail."""

import re
from html import unescape

import pytest
from django.urls import reverse

from styrk.core import clock, scope
from styrk.plans import commands as plans
from styrk.plans.subject import Subject
from styrk.plans.types import Terms
from styrk.trail.models import Entry
from tests.clients import filled_in

pytestmark = pytest.mark.django_db


def shown(client, address):
    """(label, before, after) of each change that the history of a page tells of."""
    html = unescape(client.get(address).content.decode()).partition("Historikk")[2]
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "|", html))
    found = re.findall(r"\|([^|]+)\|[| ]*Før:[| ]*([^|]+)[| ]*Etter:[| ]*([^|]+)", plain)
    return [tuple(word.strip() for word in row) for row in found]


def in_trail(act):
    with scope.acting(scope.SYSTEM):
        return Entry.objects.filter(act=act).latest("pk").detail.get("changed")


@pytest.fixture
def goal(page, world, ward_leader):
    """The address of a goal, set on its page, and what was said in the form."""
    said = {
        "title": "Færre fall",
        "direction": "down",
        "target": "2,5",
        "measured_in": "fall",
        "target_on": "2026-12-31",
        "owner": str(ward_leader.uuid),
        "first_year": "2026",
        "last_year": "2026",
    }
    address = f"{reverse('goals:new')}?enhet={world.ward.code}"
    return filled_in(page(ward_leader), address, **said).url, said


def test_goal(goal, page, ward_leader, nurse):
    address, said = goal
    other = {"title": "Ingen fall", "direction": "hold", "target": "0", "owner": str(nurse.uuid)}
    client = page(ward_leader)
    assert filled_in(client, f"{address}endre/", **said | other).status_code == 302

    assert in_trail("goal.change") == {
        "title": ["Færre fall", "Ingen fall"],
        "direction": ["down", "hold"],
        "target": ["2.5", "0"],
        "owner": [ward_leader.name, nurse.name],
    }
    assert shown(client, address) == [
        ("Hva vil dere oppnå?", "Færre fall", "Ingen fall"),
        ("Hvilken vei skal det?", "Ned", "Holdes der det er"),
        ("Måltall", "2,5", "0"),
        ("Hvem eier målet?", ward_leader.name, nurse.name),
    ]


def test_risk(page, world, ward_leader, now):
    day, later = clock.after(now, days=60), clock.after(now, days=90)
    said = {"title": "Glatte gulv", "causes": "Såpe", "interaction": "none", "themes": "fall"}
    said |= {"owner": str(ward_leader.uuid), "review_on": f"{day}"}
    client = page(ward_leader)
    made = filled_in(client, f"{reverse('risks:new')}?enhet={world.ward.code}", **said).url
    address = made.removesuffix("vurder/")
    other = {"causes": "Såpe og regn", "interaction": "external", "counterpart": "renholdet"}
    other |= {"review_on": f"{later}", "themes": "fall, gulv"}
    assert filled_in(client, f"{address}endre/", **said | other).status_code == 302

    assert set(in_trail("risk.change")) == {*other}
    assert shown(client, address) == [
        ("Hvorfor kan det skje?", "Såpe", "Såpe og regn"),
        (
            "Ligger risikoen i samhandling?",
            "Nei, den ligger hos oss",
            "Eksternt, med andre virksomheter",
        ),
        ("Med hvem?", "Ikke fylt ut", "renholdet"),
        ("Når ser vi på den igjen?", "15. jan. 2027", "14. feb. 2027"),
        ("Temaer", "fall", "fall, gulv"),
    ]


def test_plan_item(page, world, ward_leader, now, as_person):
    told = {"by": ward_leader, "now": now}
    with as_person(ward_leader):
        plan = plans.begin_plan(unit=world.ward, year=2026, **told)
        item = plans.add_item(
            plan=plan, subject=Subject(title="Bad"), terms=Terms(note="To bad"), **told
        )
    client = page(ward_leader)
    address = reverse("plans:adapt", args=[item.uuid])
    filled_in(client, address, note="Tre bad", cost="12500,50", funding="Klinikken")

    page_of_plan = f"{reverse('plans:plan')}?enhet={world.ward.code}&aar=2026"
    assert shown(client, page_of_plan) == [
        ("Hva betyr det hos dere i år?", "To bad", "Tre bad"),
        ("Kostnad i kroner", "Ikke fylt ut", "12500,5"),
        ("Hvem har bevilget pengene?", "Ikke fylt ut", "Klinikken"),
    ]


def test_what_is_saved_as_it_was_changes_nothing(goal, page, ward_leader):
    address, said = goal
    client = page(ward_leader)
    assert filled_in(client, f"{address}endre/", **said).status_code == 302

    assert in_trail("goal.change") is None
    assert shown(client, address) == []
