"""Where a sentence stopped, and what is said of a demand that does not apply."""

from datetime import timedelta
from html import unescape

import pytest

from styrk.access.queries import standing_of
from styrk.core import clock
from styrk.requirements import commands, queries
from styrk.requirements.types import Meaning
from tests.counting import asked, shortened

DONE = "Alle enhetene du ser, har svart, har en eier og er innenfor fristen."


def stops(client, requirement):
    """The card «Hvor det stopper», as text; "" where there is none."""
    html = unescape(client.get(f"/krav/{requirement.uuid}/").content.decode())
    aside = html.partition('<aside aria-label="Hvor det stopper">')[2].partition("</aside>")[0]
    return aside.partition("Hvor det stopper")[2].partition("</article>")[0]


@pytest.fixture
def gaps(ceo, now):
    def gaps(requirement, days=0):
        on = clock.day(now) + timedelta(days=days)
        return queries.gaps_of(requirement, standing_of(ceo, on), on)

    return gaps


def test_laid_nowhere_it_stops_there(published, page, ceo):
    found = stops(page(ceo), published.requirements.get(ref="3.1"))

    assert "Ikke lagt til noen" in found
    assert DONE not in found


def test_a_heading_stops_nowhere(published, page, ceo):
    heading = published.requirements.get(ref="3")

    assert "har svart" not in page(ceo).get(f"/krav/{heading.uuid}/").content.decode()


def test_what_is_repealed_asks_nobody(draft, write, page, ceo, region_leader, now):
    repealed = write(draft, "9", "Noe som gjaldt før.", kind="standing", rhythm="")
    repealed.repealed = True
    repealed.save()
    commands.publish_edition(edition=draft, by=region_leader, now=now)

    found = stops(page(ceo), repealed)
    assert "Ordlyden gjelder ikke lenger" in found
    assert "Ikke lagt til noen" not in found


def test_in_place_after_its_day(accepted, requirement, page, ceo, gaps, now):
    accepted.due = clock.day(now) - timedelta(days=1)
    accepted.save()
    assert gaps(requirement).overdue == [accepted]
    assert "Fristen er gått ut" in stops(page(ceo), requirement)
    accepted.owner.left_on = clock.day(now) - timedelta(days=1)
    accepted.owner.save()
    found = gaps(requirement)
    assert (found.overdue, found.without_owner) == ([accepted], [accepted])

    commands.report_status(
        placement=accepted, period="2026", course="met", text="På plass.", by=ceo, now=now
    )
    assert gaps(requirement).overdue == []


def test_without_a_goal(accepted, requirement, place, page, ceo, world, set_goal):
    assert "Uten mål" in stops(page(ceo), requirement)

    set_goal(ceo, unit=world.trust, placement=accepted)
    assert DONE in stops(page(ceo), requirement)


def test_passed_on_the_goal_is_for_those_below(accepted, requirement, place, page, ceo, world):
    place(requirement, world.clinic, above=accepted, by=ceo)

    assert "Uten mål" not in stops(page(ceo), requirement)


@pytest.mark.parametrize("kind", ["standing", "information"])
def test_what_asks_for_no_goal_lacks_none(
    draft, write, place, world, page, ceo, region_leader, now, kind
):
    asks = write(draft, "9", "Slik er det.", kind=kind)
    commands.publish_edition(edition=draft, by=region_leader, now=now)
    asks.refresh_from_db()
    (placement,) = place(asks, world.trust)
    meaning = Meaning("Slik gjør vi det", ceo)
    commands.accept_requirement(placement=placement, meaning=meaning, by=ceo, now=now)

    found = stops(page(ceo), asks)
    assert "Uten mål" not in found
    assert DONE in found


def test_it_asks_as_little(accepted, requirement, page, ceo):
    address = f"/krav/{requirement.uuid}/"

    assert len(found := asked(page(ceo), address)) <= 12, shortened(found)


def test_declined_it_does_not_apply_wherever_it_is_shown(placed, page, ceo, now):
    reason = "Vi har ikke senger."
    commands.decline_requirement(placement=placed, reason=reason, by=ceo, now=now)

    status = page(ceo).get("/krav/status/f/2026-T3/").content.decode()
    assert "Gjelder ikke her" in status
    assert reason in status
    assert "Ingen status" not in status
    assert "Ingen status" not in page(ceo).get(f"/krav/plassert/{placed.uuid}/").content.decode()
