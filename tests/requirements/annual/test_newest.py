"""The newest word is of the newest period, wherever it is shown: not what was last written down."""

from datetime import date, datetime

import pytest

from styrk.access.queries import standing_of
from styrk.core import clock
from styrk.core.clock import OSLO
from styrk.requirements import commands, queries
from styrk.requirements.models import StatusReport
from styrk.requirements.queries import strands
from styrk.requirements.queries.cascade import numbers


@pytest.fixture
def told_late(answered, world, say, ceo, clinic_director):
    """Of the third tertial first, then of the second again: at the trust, and at the clinic."""
    below = answered.below.get(unit=world.clinic)
    for one, person in ((answered, ceo), (below, clinic_director)):
        say(one, person, "not_met", "Nyest.", "2026-T3")
        say(one, person, "met", "Eldre, sagt for sent.", "2026-T2")
    return answered


def test_in_the_melding_here_and_below(told_late, content, ceo):
    (answer,) = content(ceo).answers()

    assert (answer.course, answer.period) == ("not_met", "2026-T3")
    assert (answer.below.not_met, answer.below.met) == (1, 0)


def test_where_the_requirement_went(told_late, ceo, now):
    today = clock.day(now)
    (branch,) = queries.branches(told_late.requirement, standing_of(ceo, today), today)

    assert (branch.course, branch.below.not_met, branch.below.met) == ("not_met", 1, 0)
    assert numbers([told_late.pk], today)[told_late.pk].not_met == 1


def test_on_the_thread_and_in_the_list_and_on_the_page(told_late, world, ceo, now):
    standing = standing_of(ceo, clock.day(now))

    (drawn,) = strands.placements_with([told_late.pk], standing)
    assert drawn.said["course"] == "not_met"
    (listed,) = queries.placements_at(standing, world.trust, queries.Filters(), clock.day(now))
    assert listed.course == "not_met"  # type: ignore[attr-defined]
    found = queries.placement(told_late.uuid, standing)
    assert found is not None
    assert found.reports.all()[0].course == "not_met"


@pytest.mark.parametrize(
    ("period", "said", "until"),
    [
        ("2024-02", datetime(2026, 1, 1, tzinfo=OSLO), date(2024, 2, 29)),
        ("2025-12", datetime(2026, 1, 1, tzinfo=OSLO), date(2025, 12, 31)),
        ("2025-T1", datetime(2026, 1, 1, tzinfo=OSLO), date(2025, 4, 30)),
        ("2025-T3", datetime(2026, 1, 1, tzinfo=OSLO), date(2025, 12, 31)),
        ("2025", datetime(2026, 1, 1, tzinfo=OSLO), date(2025, 12, 31)),
        ("2025", datetime(2025, 6, 1, 0, 30, tzinfo=OSLO), date(2025, 6, 1)),
    ],
)
def test_how_far_words_reach(accepted, ceo, period, said, until):
    """A year that is spoken of in June is spoken of until June: July's words are newer."""
    report = StatusReport.objects.create(
        placement=accepted, period=period, course="met", text="Bra", at=said, by=ceo
    )

    assert report.until == until


def test_a_year_told_while_it_runs_does_not_speak_for_later_months(accepted, ceo, content, now):
    by = {"placement": accepted, "by": ceo}
    commands.report_status(period="2026", course="met", text="Så langt.", now=now, **by)
    later = now.replace(month=12)
    commands.report_status(period="2026-12", course="not_met", text="Desember.", now=later, **by)

    today = clock.day(later)
    (branch,) = queries.branches(accepted.requirement, standing_of(ceo, today), today)
    assert branch.course == "not_met"
