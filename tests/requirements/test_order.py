"""Lists of requirements stand in the order of the text, and what was taken back stands last."""

import re
from datetime import timedelta

import pytest

from styrk.requirements import commands
from styrk.requirements.types import Meaning

LISTS = ["/krav/?enhet=f", "/krav/status/f/2026-T3/"]


@pytest.fixture
def three(draft, write, place, world, ceo, region_leader, now):
    """Three of one document, laid out and taken on in another order than they are written."""
    asked = [write(draft, f"4.{n}", f"Krav {n}") for n in (1, 2, 3)]
    commands.publish_edition(edition=draft, by=region_leader, now=now)
    placed = {}
    for one in (asked[2], asked[0], asked[1]):
        one.refresh_from_db()
        (placement,) = place(one, world.trust)
        commands.accept_requirement(
            placement=placement, meaning=Meaning("Slik", ceo), by=ceo, now=now
        )
        placed[one.ref] = placement
    return placed


def _points(answer):
    rows = re.findall(r"data-title>\s*<a[^>]*>\s*(4\.\d)", answer.content.decode())
    return list(dict.fromkeys(rows))


@pytest.mark.parametrize("address", LISTS)
def test_in_the_order_of_the_text(three, page, ceo, address):
    assert _points(page(ceo).get(address)) == ["4.1", "4.2", "4.3"]


def test_what_was_taken_back_after_the_period_stands_last(
    three, page, ceo, region_leader, now, stopped_clock
):
    stopped_clock.at = now + timedelta(days=75)
    commands.withdraw_placement(
        placement=three["4.1"], reason="Ikke nå", by=region_leader, now=stopped_clock.at
    )

    answer = page(ceo).get("/krav/status/f/2026-T3/")
    assert _points(answer) == ["4.2", "4.3", "4.1"]
    assert answer.content.decode().count("Trukket tilbake") == 1


def test_the_owner_reads_what_it_has_given_in_the_same_order(three, page, region_leader, world):
    answer = page(region_leader).get(f"/krav/status/{world.region.code}/2026-T3/")

    assert _points(answer) == ["4.1", "4.2", "4.3"]


def test_the_owner_is_led_to_what_it_has_given(three, page, region_leader, world):
    answer = page(region_leader).get(f"/krav/?enhet={world.region.code}").content.decode()

    address = re.search(r'href="(/krav/status/[^"]+)"', answer)[1]
    assert "Se hvordan de svarer" in answer
    assert _points(page(region_leader).get(address)) == ["4.1", "4.2", "4.3"]
