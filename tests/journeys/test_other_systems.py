"""A leader lets another system deliver: from Min side to a key, over HTTP, and ended again."""

import json
from datetime import date
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from styrk.indicators import commands
from styrk.indicators.models import Measurement
from styrk.indicators.shape import About, How
from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]


@pytest.fixture
def falls(world, now):
    adviser = world.people["quality_adviser"]
    how = How(
        kind="proportion",
        valid_from=date(2020, 1, 1),
        numerator="Opphold med fall",
        denominator="Opphold",
        measured_in="%",
        direction="down",
    )
    about = About(code="fall", name="Fall", area="quality", unit=world.trust, owner=adviser)
    return commands.define_indicator(about=about, how=how, by=adviser, now=now)


def deliver(site: str, word: str) -> int:
    row = {"unit": "f.med.1.a", "period": "2026-09", "numerator": 3, "denominator": 412}
    asked = Request(
        f"{site}/api/v1/indicators/fall/values",
        data=json.dumps([row]).encode(),
        headers={"Authorization": f"Bearer {word}", "Content-Type": "application/json"},
    )
    try:
        with urlopen(asked, timeout=20) as answer:
            return answer.status
    except HTTPError as refused:
        return refused.code


def test_a_system_delivers_until_the_leader_ends_it(visitor, site, falls):
    leader = visitor("ward_leader", view=PHONE)
    leader.opens("/min-side/").follows("Tilgang for andre systemer").sees("Ingen ennå")
    leader.presses("Gi tilgang").sees("Velg")
    leader.types("Hvilket system?", "DIPS").chooses("Levere tall").chooses("Sengepost 1A")
    leader.presses("Gi tilgang").sees("Nøkkelen vises bare nå")
    word = leader.page.locator("pre code").inner_text()

    assert deliver(site, word) == 200
    assert Measurement.objects.get().unit.code == "f.med.1.a"

    leader.opens("/tilganger/").sees("Sist brukt").sees_nothing_of(word)
    leader.page.get_by_role("button", name="Avslutt DIPS").click()
    leader.looks_over().sees("Nøkkelen virker ikke lenger")
    assert deliver(site, word) == 401
    leader.opens("/api/").sees("POST /api/v1/indicators/{code}/values")
