"""The golden thread on a phone and at a desk, with what is folded opened where one stands."""

import pytest
from playwright.sync_api import expect

from styrk.organisation.models import Person
from tests.journeys.visitor import DESKTOP, PHONE
from tests.overview.thread.conftest import (  # noqa: F401 - fixtures
    big,
    place,
    plan,
    region_leader,
    requirement,
    walked,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]


@pytest.fixture
def leader(region_leader: Person, world):  # noqa: F811 - the fixture
    """The region's leader, by a key of her own."""
    world.people["region_leader"] = region_leader
    return "region_leader"


@pytest.mark.parametrize("view", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_the_thread_is_read_from_the_sentence_to_the_effect(visitor, leader, walked, view):  # noqa: F811
    window = visitor(leader, view=view).opens(f"/krav/{walked.requirement.uuid}/")
    window.page.get_by_role("link", name="Se den røde tråden").click()

    tree = window.page.get_by_role("region", name="Som liste")
    expect(tree.get_by_text("Ventetiden gikk ned ti dager")).to_be_visible()
    expect(window.page.get_by_role("img", name="Den røde tråden")).to_be_visible()
    window.looks_over()


def test_what_is_folded_opens_in_its_place(visitor, leader, big):  # noqa: F811
    window = visitor(leader, view=PHONE).opens(f"/trad/requirement/{big.requirement.uuid}/")
    rows = window.page.locator(".st-thread-row")
    expect(rows).to_have_count(14)
    window.page.get_by_role("link", name="Vis enhetene under (37) Sykehus 00").click()

    expect(rows).to_have_count(14 + 37)
    expect(window.page.get_by_role("heading", level=1)).to_have_text(
        "Den røde tråden: 3.1 Ventetid"
    )
    window.looks_over()
