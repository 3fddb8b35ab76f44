"""What is proposed to a leader, and what stays away once it was dismissed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from styrk.incidents.recurrence.languages import language
from styrk.incidents.recurrence.proposals import (
    Dismissed,
    Proposal,
    changed,
    comes_back,
    dismissed,
    proposals,
    same,
)
from styrk.incidents.recurrence.reading import Report
from styrk.incidents.recurrence.rising import Rise
from styrk.incidents.recurrence.scan import scan

TODAY = date(2026, 11, 20)
SHORT = "Helgevakt med én sykepleier for lite, {} fikk ikke morgenstell før klokka {}."
OTHERS = (
    "Heisen stod mellom etasjene",
    "Epikrisen gikk til feil fastlege",
    "Blodprøverør manglet på lageret",
    "Skiltet i gangen har falt ned",
    "Printeren skriver ikke ut etiketter",
)


def told(day: int, text: str, site: str = "A") -> Report:
    return Report(text, TODAY - timedelta(days=day), site)


def weekend(number: int, begin: int = 7) -> list[Report]:
    """Short-staffed weekends at three wards, each event reported once."""
    return [
        told(begin * nth + 1, SHORT.format(f"{nth + 2} pasienter", 9 + nth % 4), "ABC"[nth % 3])
        for nth in range(number)
    ]


def history(number: int = 300) -> list[Report]:
    return [told(3 * nth, f"{OTHERS[nth % 5]} sak{nth} x{nth * 7}", "A") for nth in range(number)]


def found(reports: list[Report]) -> list[Proposal]:
    ids = [f"{report.day}-{report.site}-{report.text}" for report in reports]
    return proposals(ids, reports, scan([one.text for one in reports], language()), TODAY)


def of_weekends(reports: list[Report]) -> Proposal:
    return next(one for one in found(reports) if "helgevakt" in one.words)


def test_seventeen_like_these_since_june_at_three_wards():
    proposal = found(weekend(17) + history())[0]

    assert len(proposal.events) == len(proposal.members) == 17
    assert proposal.sites == ("A", "B", "C")
    assert proposal.last == TODAY - timedelta(days=1)
    assert "morgenstell" in proposal.words
    assert proposal.rising


def test_one_event_reported_fifteen_times_is_no_recurrence():
    reports = [told(3, SHORT.format(f"{nth} pasienter", 10)) for nth in range(15)]

    assert not [one for one in found(reports + history()) if "helgevakt" in one.words]


def test_the_same_at_another_place_or_the_week_after_is_another_event():
    text = SHORT.format("fem", 10)
    reports = [told(3, text), told(3, text), told(3, text, "B"), told(10, text), told(17, text)]

    assert [len(event) for event in of_weekends(reports + history()).events] == [1, 1, 2, 1]


def test_the_order_of_reports_changes_nothing():
    reports = weekend(8) + history(40)

    assert found(reports) == found(reports[::-1])


def test_the_fingerprint_stays_when_more_come():
    few, more = of_weekends(weekend(9)[2:] + history()), of_weekends(weekend(9) + history())

    assert few.fingerprint == more.fingerprint
    assert same(dismissed(few), more)


@pytest.fixture
def proposal() -> Proposal:
    return replace(of_weekends(weekend(10) + history()), rise=None)


def test_what_was_dismissed_stays_away_until_it_has_changed(proposal):
    no = [dismissed(proposal)]

    assert comes_back(proposal, [])
    assert not comes_back(proposal, no)
    assert not comes_back(grown(proposal, 4), no)
    assert comes_back(grown(proposal, 5), no)


def test_dismissed_again_it_stays_away_again(proposal):
    bigger = grown(proposal, 5)

    assert not comes_back(bigger, [dismissed(proposal), dismissed(bigger)])


def test_of_few_three_more_are_needed(proposal):
    small = replace(proposal, events=proposal.events[:3])

    assert not changed(dismissed(small), grown(small, 2))
    assert changed(dismissed(small), grown(small, 3))


def test_it_comes_back_when_it_rises_or_rises_faster(proposal):
    def rising(number: int) -> Proposal:
        return replace(proposal, rise=Rise(TODAY, number, 100, 10, 100, 0.001, 0.01))

    assert changed(dismissed(proposal), rising(20))
    assert not changed(dismissed(rising(20)), rising(29))
    assert changed(dismissed(rising(20)), rising(31))
    unsure = replace(proposal, rise=Rise(TODAY, 90, 100, 10, 100, 0.04, 0.06))
    assert not changed(dismissed(proposal), unsure)


def test_another_group_is_not_held_back(proposal):
    other = Dismissed("x", ("a", "b", "c"), 9, rising=False, times=None)

    assert comes_back(proposal, [other])


def test_half_of_it_is_enough_to_be_the_same(proposal):
    half = replace(proposal, fingerprint="other", members=(*proposal.members[5:], "x", "y"))

    assert same(dismissed(proposal), half)
    assert not same(dismissed(proposal), replace(half, members=(*proposal.members[6:], "x")))


def grown(proposal: Proposal, more: int) -> Proposal:
    return replace(proposal, events=(*proposal.events, *((f"new{nth}",) for nth in range(more))))
