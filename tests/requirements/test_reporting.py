"""Which periods are asked of, which may be reported, and that what is late stays late."""

import re
from datetime import date, timedelta

import pytest

from styrk.core import clock
from styrk.duties.models import Duty
from styrk.requirements import commands, queries
from styrk.requirements.jobs import ask_for_reports
from styrk.requirements.types import REPORT, Meaning


def waiting(placement):
    return Duty.objects.filter(subject_uuid=placement.uuid, kind=REPORT, settled_at=None)


@pytest.fixture
def take_on(draft, write, place, world, ceo, region_leader, now):
    """`take_on(rhythm)`: a requirement at that rhythm, laid with the trust and taken on today."""

    def take_on(rhythm):
        asked = write(draft, "4.1", "Foretaket skal melde hvordan det går.", rhythm=rhythm)
        commands.publish_edition(edition=draft, by=region_leader, now=now)
        draft.refresh_from_db()
        asked.refresh_from_db()
        (placement,) = place(asked, world.trust)
        meaning = Meaning("Slik gjør vi det", ceo)
        commands.accept_requirement(placement=placement, meaning=meaning, by=ceo, now=now)
        return placement

    return take_on


@pytest.fixture
def say(ceo):
    def say(placement, period, at):
        commands.report_status(
            placement=placement, period=period, course="met", text="Bra", by=ceo, now=at
        )

    return say


def test_a_late_month_stays_late_when_the_next_is_over(take_on, say, now):
    monthly, late = take_on("monthly"), now + timedelta(days=75)

    ask_for_reports(late)
    assert waiting(monthly).get().due == date(2026, 12, 14)

    say(monthly, "2026-12", late)
    assert waiting(monthly).get().due == date(2026, 12, 14)
    say(monthly, "2026-11", late)
    assert not waiting(monthly).exists()


def test_on_to_the_next_month_when_the_oldest_is_told(take_on, say, now):
    monthly, late = take_on("monthly"), now + timedelta(days=75)
    ask_for_reports(late)

    say(monthly, "2026-11", late)
    assert waiting(monthly).get().due == date(2027, 1, 14)


def test_the_words_of_the_year_are_said_of_its_months(take_on, ceo, now):
    monthly, late = take_on("monthly"), now + timedelta(days=75)
    commands.report_back(
        placement=monthly, year=2026, course="met", text="Bra hele året", by=ceo, now=late
    )

    assert queries.owed(monthly, clock.day(late)) == []


@pytest.mark.parametrize(
    ("rhythm", "this"), [("monthly", "2026-11"), ("tertial", "2026-T3"), ("yearly", "2026")]
)
def test_only_periods_it_lived_in_are_offered(take_on, page, ceo, rhythm, this):
    placement = take_on(rhythm)

    assert _offered(page(ceo), placement) == ([this], this)


def test_what_is_owed_is_offered_and_chosen_first(take_on, page, ceo, stopped_clock, now):
    monthly = take_on("monthly")
    stopped_clock.at = now + timedelta(days=75)

    assert _offered(page(ceo), monthly) == (["2026-11", "2026-12", "2027-01"], "2026-11")


def _offered(client, placement):
    """The periods of the form, and the one that is chosen."""
    html = client.get(f"/krav/plassert/{placement.uuid}/status/").content.decode()
    choices = re.search(r'<select[^>]*name="period".*?</select>', html, re.DOTALL)[0]
    (chosen,) = re.findall(r'value="([^"]+)" selected', choices)
    return re.findall(r'value="([^"]+)"', choices), chosen
