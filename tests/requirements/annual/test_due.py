"""The årlig melding is asked for when the year is over, of those who answer to an owner."""

from datetime import date, datetime

import pytest

from styrk.core import scope
from styrk.core.clock import OSLO
from styrk.duties.models import Duty
from styrk.requirements.annual_due import WRITTEN_BY
from styrk.requirements.jobs import ask_for_annual_reports as sweep
from styrk.requirements.models import AnnualReport
from styrk.requirements.types import ANNUAL
from styrk.trail.models import Entry

pytestmark = pytest.mark.django_db

JANUARY = datetime(2027, 1, 2, 3, 0, tzinfo=OSLO)
WHAT = "Få skrevet og godkjent årlig melding"


def asked():
    waiting = Duty.objects.filter(kind=ANNUAL, settled_at__isnull=True)
    return sorted(waiting.values_list("unit__code", "role", "due"))


def test_nobody_is_asked_before_the_year_is_over(answered, now):
    sweep(now)

    assert asked() == []


def test_the_trust_and_the_region_that_asked_it_are_asked_once(answered):
    for nights in (2, 3, 4):
        sweep(JANUARY.replace(day=nights))

    due = date(2027, 3, 15)
    assert asked() == [("f", "leader", due), ("r", "leader", due)]
    assert set(AnnualReport.objects.values_list("unit__code", "year", "state")) == {
        ("f", 2026, "draft"),
        ("r", 2026, "draft"),
    }
    with scope.acting(scope.SYSTEM):
        assert Entry.objects.filter(act="annual_report.open").count() == 2


def test_a_trust_that_nothing_was_asked_of_is_left_alone(published):
    sweep(JANUARY)

    assert [code for code, *_rest in asked()] == ["r"]


def test_approved_it_waits_no_more(answered, approve, ceo):
    sweep(JANUARY)
    approve(ceo)
    assert [code for code, *_rest in asked()] == ["r"]
    sweep(JANUARY.replace(day=9))
    assert [code for code, *_rest in asked()] == ["r"]


def test_what_was_approved_before_is_never_asked_for(answered, approve, ceo):
    approve(ceo)
    sweep(JANUARY)

    assert [code for code, *_rest in asked()] == ["r"]


def test_the_leader_is_told_why_and_led_to_it(answered, page, ceo, clinic_director, stopped_clock):
    sweep(JANUARY)
    stopped_clock.at = JANUARY
    client = page(ceo)

    text = client.get("/min-side/").content.decode()
    assert WHAT in text
    assert str(WRITTEN_BY.why) in text
    report = AnnualReport.objects.get(unit__code="f")
    answer = client.get(f"/krav/melding/{report.uuid}/")
    assert answer.url == "/krav/melding/f/2026/"
    assert "Hvorfor denne fristen?" in client.get(answer.url).content.decode()
    assert WHAT not in page(clinic_director).get("/min-side/").content.decode()


def test_another_trust_is_not_led_to_it(answered, page, outsider_ceo, stopped_clock):
    sweep(JANUARY)
    report = AnnualReport.objects.get(unit__code="f")

    assert page(outsider_ceo).get(f"/krav/melding/{report.uuid}/").status_code == 404
    stopped_clock.at = JANUARY
    assert WHAT not in page(outsider_ceo).get("/min-side/").content.decode()
