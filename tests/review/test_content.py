"""What a report holds: figures so far this year, counts, words, and who has not sent."""

from dataclasses import replace
from datetime import date

import pytest

from styrk.core import scope
from styrk.core.frozen import as_json, digest_of
from styrk.organisation.models import Unit
from styrk.review import commands
from styrk.review.models import Question
from styrk.review.pack import from_json, grids, telling, words
from styrk.review.pack.blocks import Grid


def _figure(content, code):
    return next(one for one in content.figures if one.code == code)


def test_the_year_so_far_against_budget_last_year_and_estimate(measured, content, ceo):
    costs = _figure(content(ceo), "costs")

    assert (costs.actual, costs.budget, costs.deviation, costs.last_year) == (1000, 980, 20, 1000)
    assert (costs.estimate, costs.year_budget) == (1220, 1176)
    assert (costs.latest, costs.period, costs.standing) == (100, "2026-10-01", "known")
    assert [one.budget for one in costs.months][-1] == 98
    assert costs.months[-1].last_year == 100


def test_means_are_divided_sums(measured, content, ceo, region_leader, world):
    whole = _figure(content(region_leader, "ledelsesrapport", world.region), "waiting")

    assert (whole.actual, whole.target, whole.units, whole.expected) == (63, 61, 2, 2)


def test_sick_leave_is_a_month_behind_and_says_so(measured, content, ceo):
    sick = _figure(content(ceo), "sick")

    assert (sick.standing, sick.behind, sick.through) == ("waiting", 1, "2026-09-01")
    assert sick.latest == 7


def test_what_should_have_come_is_missing(measured, content, ceo):
    from datetime import datetime

    from styrk.core.clock import OSLO

    late = datetime(2026, 12, 24, 12, 0, tzinfo=OSLO)

    assert _figure(content(ceo, at=late), "sick").standing == "missing"


def test_a_figure_is_the_same_in_month_and_tertial(measured, content, ceo):
    month = _figure(content(ceo, period="2026-08"), "costs")
    tertial = _figure(content(ceo, "tertialrapport"), "costs")

    assert (month.actual, month.budget, month.months) == (
        tertial.actual,
        tertial.budget,
        tertial.months,
    )


def test_the_tertial_has_risks_actions_and_incidents(measured, content, ceo):
    found = content(ceo, "tertialrapport")

    assert found.risks is not None
    assert found.risks.taken_on == ""
    assert found.actions is not None
    assert found.incidents is not None
    assert {one.code for one in found.below} == {"f.med", "f.kir"}
    assert found.missing == list(found.below)


def test_those_below_are_compiled_as_they_sent_it(
    measured, content, send, ceo, region_leader, world
):
    version = send(ceo, text="Ventetiden går ned.")

    found = content(region_leader, "ledelsesrapport", world.region)

    ours, theirs = sorted(found.below, key=lambda one: one.code)
    assert (ours.version, ours.digest, ours.summary) == (1, version.digest, "Ventetiden går ned.")
    assert next(one for one in ours.figures if one.code == "costs").actual == 1000
    assert (theirs.version, theirs.due_on) == (0, "2026-11-13")


def _noted(content, heading):
    """What the notes with this heading say, of all chapters."""
    blocks = [block for one in telling.chapters(content) for block in one.blocks]
    return [one.text for one in blocks if getattr(one, "heading", "") == heading]


def test_a_total_with_figures_of_one_who_has_not_sent_says_so(
    measured, content, send, ceo, outsider_ceo, region_leader, world
):
    send(ceo)
    found = content(region_leader, "ledelsesrapport", world.region)

    other = world.their_trust.name
    assert {one.unsent for one in found.figures} == {(other,)}
    (told,) = _noted(found, "Summene har med tall som ikke er sendt")
    assert told.startswith(f"Tallene for {other} er med i summene, men er ikke sendt.")
    first, *_rest = telling.chapters(found)[0].blocks
    assert first.heading == "Summene har med tall som ikke er sendt"
    costs = _figure(found, "costs")
    assert words.remark(costs).endswith(f"med tall fra {other}, som ikke har sendt")

    send(outsider_ceo, unit=world.their_trust)
    found = content(region_leader, "ledelsesrapport", world.region)
    assert {one.unsent for one in found.figures} == {()}
    assert _noted(found, "Summene har med tall som ikke er sendt") == []


def test_a_total_that_is_the_units_own_has_nobodys_figures_in_it(
    measured, content, region_leader, world, now
):
    from decimal import Decimal

    from styrk.indicators import commands as measuring
    from styrk.indicators.types import Value

    whole = content(region_leader, "ledelsesrapport", world.region)
    assert len(_figure(whole, "costs").unsent) == 2
    assert words.remark(_figure(whole, "costs")).endswith(
        "med tall fra 2 enheter som ikke har sendt"
    )
    own = [
        Value(measured["costs"].pk, world.region.pk, date(2026, month, 1), Decimal(200))
        for month in range(1, 11)
    ]
    with scope.acting(scope.SYSTEM):
        measuring.record_values(values=own, by=region_leader, now=now)

    whole = content(region_leader, "ledelsesrapport", world.region)
    assert _figure(whole, "costs").actual == 2000
    assert _figure(whole, "costs").unsent == ()
    assert len(_figure(whole, "waiting").unsent) == 2


def test_one_who_is_asked_again_is_told_so_where_the_reports_are_compiled(
    measured, content, send, ceo, region_leader, world, now
):
    version = send(ceo)
    commands.send_back(report=version.report, question="Hvorfor?", by=region_leader, now=now)
    found = content(region_leader, "ledelsesrapport", world.region)

    ours = next(one for one in found.below if one.code == "f")
    assert (ours.sent_back, ours.version) == (True, 1)
    assert [one.unit for one in found.sent_back] == [ours.unit]
    (told,) = _noted(found, "Sendt tilbake med spørsmål")
    assert told.startswith(ours.unit)
    cells = [row[1].text for row in grids.below(found).rows]
    assert "16. nov. 2026, sendt tilbake" in cells
    chapters = telling.chapters(found)
    assert any("1 av 2 enheter har sendt, 1 er sendt tilbake" in one.essence for one in chapters)

    commands.answer_question(
        report=version.report, question=Question.objects.get(), answer="Fordi.", by=ceo, now=now
    )
    commands.let_stand(report=version.report, by=ceo, now=now)
    assert content(region_leader, "ledelsesrapport", world.region).sent_back == []


def test_content_is_the_same_after_the_database(measured, content, send, ceo, place):
    version = send(ceo)
    version.refresh_from_db()

    again = from_json(version.content)
    assert digest_of(again) == version.digest
    assert as_json(again) == version.content
    assert _figure(again, "costs").actual == 1000


def test_each_is_compiled_by_the_nearest_above(measured, content, region_leader, world):
    found = content(region_leader, "tertialrapport", world.region)

    assert {one.code for one in found.below} == {"f", "g"}


def test_a_unit_that_ended_before_the_period_sends_nothing(measured, content, ceo, world):
    Unit.objects.filter(pk=world.other_clinic.pk).update(valid_to=date(2026, 6, 30))

    assert {one.code for one in content(ceo, "tertialrapport").below} == {"f.med"}


def test_what_the_charts_tell_is_frozen_along(measured, content, ceo):
    waiting = _figure(content(ceo), "waiting")

    assert waiting.tells is not None
    assert (waiting.tells.points, waiting.tells.variation) == (22, "common")
    assert waiting.tells.assurance == "inconsistent"
    assert (waiting.tells.shown, waiting.tells.low, waiting.tells.high) == (22, 60, 60)
    assert {"line", "target"} <= set(waiting.tells.drawn)


def test_a_chart_tells_of_the_whole_series_and_only_through_the_period(measured, content, ceo):
    assert _figure(content(ceo, period="2026-03"), "costs").tells.points == 15


def test_a_new_level_is_told_as_a_person_has_decided(
    measured, content, ceo, world, region_leader, now
):
    from styrk.indicators import commands as measuring

    before = _figure(content(ceo), "costs").tells.drawn["line"]
    with scope.acting(scope.SYSTEM):
        measuring.mark_series(
            indicator=measured["costs"],
            unit=world.trust,
            kind="split",
            period=date(2026, 1, 1),
            reason="Nye hus",
            by=region_leader,
            now=now,
        )
    after = _figure(content(ceo), "costs").tells.drawn["line"]

    assert (before.count("M"), after.count("M")) == (1, 2)


@pytest.mark.parametrize(
    ("actual", "budget", "share"), [(110, 100, 10), (-11.7, 1.9, None), (5, -3, None), (5, 0, None)]
)
def test_a_share_of_what_may_be_below_nothing_says_nothing(
    measured, content, ceo, actual, budget, share
):
    costs = replace(_figure(content(ceo), "costs"), actual=actual, budget=budget)

    assert costs.from_budget == share


def test_no_two_tables_are_called_the_same(measured, content, ceo):
    blocks = (block for one in telling.chapters(content(ceo)) for block in one.blocks)

    captions = [block.caption for block in blocks if isinstance(block, Grid)]
    assert "Økonomi: hva tallene forteller" in captions
    assert len(captions) == len(set(captions))
