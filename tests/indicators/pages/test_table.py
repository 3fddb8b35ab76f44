"""The table of a unit's indicators."""

from html import unescape

import pytest

from styrk.core import clock
from styrk.indicators.models import Indicator, SeriesGlance
from styrk.indicators.signals import read_stale
from tests.counting import asked, shortened
from tests.indicators.pages.conftest import CALM, MOVED

AT = "/indikatorer/"
UNITS = ("f.med.1.a", "f.med.1", "f")


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def test_everyone_sees_how_their_unit_is_doing(calm, page, nurse):
    answer = page(nurse).get(AT)

    assert says(
        answer, "Indikatorer for Sengepost 1A", "Opphold med fall", "11,0\u00a0%", "okt. 26"
    )
    assert says(answer, "Kvalitet og pasientbehandling", "De nyeste tallene svinger som de pleier.")
    assert says(answer, "Som vanlig: de nyeste tallene svinger som de pleier.")
    assert not says(answer, "Registrer tall")


def test_without_indicators_it_says_what_to_begin_with(world, page, nurse, ward_leader):
    assert says(page(nurse).get(AT), "Ingen indikatorer ennå")
    assert says(page(ward_leader).get(AT), "Ny indikator")


def test_a_change_is_told_and_can_be_filtered_on(moved, define, filled, page, nurse):
    filled(define("waits", name="Ventetid", kind="count", denominator=""), (50,) * 3)
    answer = page(nurse).get(AT)
    assert says(answer, "2 indikatorer.", "Bedring: lavere enn vanlig", "Ventetid")

    only = page(nurse).get(f"{AT}?vis=signal")
    assert says(only, "Opphold med fall")
    assert not says(only, "Ventetid")
    assert says(page(nurse).get(f"{AT}?sok=ventet"), "Ventetid")
    assert says(page(nurse).get(f"{AT}?omrade=economy"), "Ingen indikatorer her", "Vis alle")


def test_what_waits_and_what_is_missing(define, filled, page, nurse, months):
    sick = define("sick", name="Sykefravær", lag_days=45)
    filled(sick, (5, 6, 5), last=months(2)[0])
    late = define("late", name="Epikrisetid", lag_days=5)
    filled(late, (80, 82, 81), last=months(2)[0])

    answer = page(nurse).get(AT)

    assert says(answer, "én måned etter, okt. 26 ventes 16. des. 2026")
    assert says(answer, "okt. 26 mangler")
    only = page(nurse).get(f"{AT}?vis=mangler")
    assert says(only, "Epikrisetid")
    assert not says(only, "Sykefravær")


def test_another_trust_sees_nothing(calm, page, outsider, outsider_leader, outsider_ceo):
    for person in (outsider, outsider_leader, outsider_ceo):
        assert page(person).get(f"{AT}?enhet=f.med.1.a").status_code == 404
        assert not says(page(person).get(AT), "Opphold med fall")


@pytest.mark.parametrize("query", ["enhet=%00", "enhet=x", "vis=rart", "omrade=x", "sok=%00"])
def test_odd_questions_are_answered(calm, page, nurse, query):
    assert page(nurse).get(f"{AT}?{query}").status_code in {200, 404}


@pytest.mark.parametrize("number", [1, 3, 60])
def test_the_same_questions_for_one_and_for_sixty(define, filled, client_of, nurse, now, number):
    kinds = ("proportion", "rate", "count", "mean", "single")
    for place in range(number):
        kind = kinds[place % 5]
        filled(define(f"i{place}", kind=kind), (12, 9, 11, 14, 10, 8) * 6)

    unread = asked(client_of(nurse), AT)
    while read_stale(clock.day(now)):
        pass
    own = asked(client_of(nurse), AT)
    other = asked(client_of(nurse), f"{AT}?enhet=f.med.1.a&vis=signal")

    assert len(unread) == 9, shortened(unread)
    assert len(own) == 7, shortened(own)
    assert len(other) == 8, shortened(other)


def test_what_the_job_has_read_is_what_is_read_here_and_now(
    define, filled, page, nurse, now, months, world, record
):
    """Every kind of row, and the page is the same to the letter."""
    filled(define("calm"), CALM)
    filled(define("moved", kind="rate", name="Flyttet"), MOVED)
    filled(define("sick", name="Sykefravær", lag_days=45), (5, 6, 5), last=months(2)[0])
    filled(define("late", name="Epikrisetid", lag_days=5), (80, 82, 81), last=months(2)[0])
    filled(define("few", name="For få", least=500), (80, 82, 81))
    filled(define("part", name="Deler", kind="count"), (5, 6, 5), unit=world.second_ward)
    filled(Indicator.objects.get(code="part"), (5, 6), last=months(2)[0])
    define("none", name="Uten tall")
    said = {unit: table_of(page(nurse).get(f"{AT}?enhet={unit}")) for unit in UNITS}

    while read_stale(clock.day(now)):
        pass

    assert SeriesGlance.objects.count() >= 10
    for unit, before in said.items():
        assert table_of(page(nurse).get(f"{AT}?enhet={unit}")) == before, unit


def table_of(answer):
    return answer.content.decode().partition("<table")[2].partition("</table>")[0]
