"""What Min side says of an incident that waits."""

from datetime import timedelta

import pytest

from styrk.core import scope
from styrk.incidents.models import Incident

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


def test_taking_all_says_that_it_leaves_the_serious(page, report, nurse, ward_leader, world):
    for harm in ("mild", "mild", "severe"):
        report(nurse, world.ward, harm_actual=harm)
    client = page(ward_leader)
    assert "Ta imot alle som ikke er alvorlige" in waiting(client)

    answer = client.post("/avvik/ta-imot/")
    said = client.get(answer.url).content.decode()
    assert "Du har tatt imot 2 meldinger." in said
    assert "De alvorlige venter fortsatt. Les dem først." in said
    with scope.acting(scope.SYSTEM):
        left = Incident.objects.filter(state="received", unit=world.ward)
        assert [one.harm_actual for one in left] == ["severe"]
