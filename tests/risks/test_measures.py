"""Indicators that show how a risk is doing: told on its page, on the chart and on the thread."""

from datetime import date
from decimal import Decimal

import pytest

from styrk.indicators import commands as indicators
from styrk.indicators.jobs import read_what_changed
from styrk.indicators.shape import About, How
from styrk.indicators.types import Value
from styrk.risks import commands, queries
from styrk.risks.models import RiskMeasure
from styrk.risks.refusals import NotMeasured
from tests.counting import asked, shortened
from tests.overview.thread.test_pages import outline, told

pytestmark = pytest.mark.django_db
TITLE = "Pasienter faller på badet om natten"


@pytest.fixture
def define(world, now, quality_adviser):
    """`define("fall")`: falls of a hundred stays, kept by the trust, and fewer is better."""

    def define(code, unit=None):
        how = How(
            kind="proportion",
            valid_from=date(2020, 1, 1),
            numerator="Opphold med fall",
            denominator="Opphold",
            measured_in="%",
            direction="down",
        )
        about = About(
            code=code,
            name=f"Indikator {code}",
            area="quality",
            unit=unit or world.trust,
            owner=quality_adviser,
        )
        return indicators.define_indicator(about=about, how=how, by=quality_adviser, now=now)

    return define


@pytest.fixture
def falls(define, world, now, quality_adviser):
    """Two years of figures at the ward that have become worse."""
    found = define("fall")
    months = [date(2025 + n // 12, n % 12 + 1, 1) for n in range(22)]
    numbers = [3, 4] * 6 + [12] * 10
    values = [
        Value(found.pk, world.ward.pk, month, Decimal(top), Decimal(100))
        for month, top in zip(months, numbers, strict=True)
    ]
    indicators.record_values(values=values, by=quality_adviser, now=now)
    return found


@pytest.fixture
def measured(describe, ward_leader, as_person, now):
    """`measured(falls)`: a risk at the ward that the indicators show."""

    def measured(*those):
        risk = describe(ward_leader)
        with as_person(ward_leader):
            for one in those:
                commands.measure_risk(risk=risk, indicator=one, by=ward_leader, now=now)
        return risk

    return measured


def text_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_one_chooses_the_indicator_and_the_risk_says_how_it_goes(
    page, world, ward_leader, describe, falls, now
):
    risk = describe(ward_leader)
    own, client = f"/risiko/{risk.uuid}/", page(ward_leader)
    assert "Ingen indikator viser hvordan det går." in text_of(client, own)

    client.post(f"{own}indikator/", {"indicator": str(falls.uuid)})
    read_what_changed(now)

    text = text_of(client, own)
    assert f"/indikatorer/{falls.uuid}/?enhet={world.ward.code}" in text
    assert "12,0\u00a0%" in text
    assert "Bekymring" in text
    assert "st-chart-icon" in text
    assert "knyttet indikatoren «Indikator fall» til risikoen" in text
    again = client.post(f"{own}indikator/", {"indicator": str(falls.uuid)}, follow=True)
    assert "Risikoen har indikatoren fra før." in again.content.decode()


def test_the_chart_says_its_risks_to_those_who_see_them(
    page, world, ward_leader, other_leader, measured, falls
):
    risk = measured(falls)

    chart = f"/indikatorer/{falls.uuid}/?enhet={world.ward.code}"

    assert f"/risiko/{risk.uuid}/" in text_of(page(ward_leader), chart)
    assert TITLE not in text_of(page(other_leader), chart)
    above = f"/indikatorer/{falls.uuid}/?enhet={world.clinic.code}"
    assert TITLE not in text_of(page(ward_leader), above)


def test_the_thread_goes_from_the_risk_to_the_series(page, ward_leader, measured, falls):
    risk = measured(falls)

    found = told(page(ward_leader), "risk", risk.uuid)["thread"]

    assert outline(found)[-2:] == [f"risk: {TITLE}", "  measure: Indikator fall"]


def test_what_is_let_go_is_gone_and_remembered(page, ward_leader, other_leader, measured, falls):
    risk = measured(falls)
    stop = f"/risiko/{risk.uuid}/indikator/{falls.uuid}/slutt/"
    assert page(other_leader).post(stop).status_code == 404

    page(ward_leader).post(stop)

    assert f"/indikatorer/{falls.uuid}/" not in text_of(page(ward_leader), f"/risiko/{risk.uuid}/")
    assert page(ward_leader).post(stop).status_code == 404


def test_who_did_so_is_kept(ward_leader, measured, falls, as_person, now):
    risk = measured(falls)
    with as_person(ward_leader):
        link = queries.measure_of(risk, falls.uuid)
        commands.stop_measuring_risk(link=link, by=ward_leader, now=now)
        assert RiskMeasure.objects.get().removed_by == ward_leader


def test_an_indicator_from_elsewhere_shows_nothing(
    world, describe, define, ward_leader, as_person, now
):
    elsewhere = define("annet", unit=world.other_clinic)
    risk = describe(ward_leader)
    with as_person(ward_leader), pytest.raises(NotMeasured):
        commands.measure_risk(risk=risk, indicator=elsewhere, by=ward_leader, now=now)


def test_many_indicators_cost_the_page_of_a_risk_no_more(page, ward_leader, measured, define):
    few, many = measured(), measured(*(define(f"i{number}") for number in range(4)))
    client = page(ward_leader)

    before = asked(client, f"/risiko/{few.uuid}/")
    questions = asked(client, f"/risiko/{many.uuid}/")

    assert len(questions) == len(before) <= 12, shortened(questions)
