"""What Min side says of an incident that waits."""

from datetime import timedelta

import pytest

from styrk.core import scope
from styrk.incidents.models import Incident
from styrk.ui.words import spoken_day

pytestmark = pytest.mark.django_db


def waiting(client):
    """What waits, from its heading on."""
    return client.get("/min-side/").content.decode().split('class="st-waits"')[1]


def test_the_serious_are_marked_and_come_first_of_the_day(
    page, report, nurse, ward_leader, world, now
):
    # The serious has a day where the mild has three, so both fall due on the same.
    report(nurse, world.ward, description="Senga manglet et hjul.", at=now - timedelta(days=2))
    report(nurse, world.ward, description="Pasienten døde på badet.", harm_actual="death")
    text = waiting(page(ward_leader))

    assert text.index("Pasienten døde") < text.index("Senga manglet")
    row = text.split("Pasienten døde")[1].split("</li>")[0]
    assert "Dødsfall" in row
    assert "skade" not in text.split("Senga manglet")[1].split("</li>")[0]
    assert f", meldt {spoken_day(now - timedelta(days=2))}" in text.split("Senga manglet")[1]


def test_taking_all_says_that_it_leaves_the_serious(page, report, nurse, ward_leader, world):
    for harm, possible in [("mild", ""), ("", "moderate"), ("severe", ""), ("none", "death")]:
        report(nurse, world.ward, harm_actual=harm, harm_possible=possible)
    client = page(ward_leader)
    form = waiting(client).split("Ta imot alle som ikke er alvorlige")[0].rpartition("<form ")[2]
    assert 'method="post"' in form

    answer = client.post(form.split('action="')[1].split('"')[0])
    said = client.get(answer.url).content.decode()
    assert "Du har tatt imot 2 meldinger." in said
    assert "De som er alvorlige, eller kunne blitt det, venter fortsatt. Les dem først." in said
    with scope.acting(scope.SYSTEM):
        left = Incident.objects.filter(state="received", unit=world.ward).order_by("pk")
        assert [one.harm_actual for one in left] == ["severe", "none"]


def test_taking_all_takes_those_that_the_page_has_no_room_for(
    page, report, nurse, ward_leader, world, monkeypatch
):
    monkeypatch.setattr("styrk.duties.queries.SHOWN", 2)
    for _ in range(3):
        report(nurse, world.ward, harm_possible="mild")
    client = page(ward_leader)
    answer = client.post("/avvik/ta-imot/")

    assert "Du har tatt imot 3 meldinger." in client.get(answer.url).content.decode()
