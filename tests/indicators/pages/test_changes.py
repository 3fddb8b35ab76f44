"""What a board looks at first, and units side by side."""

from html import unescape

import pytest

from styrk.core import clock
from styrk.indicators import commands
from styrk.indicators.signals import read_stale
from tests.counting import asked, shortened
from tests.indicators.pages.conftest import CALM, MOVED

AT = "/indikatorer/endringer/"


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


@pytest.fixture
def read(now):
    def read():
        read_stale(clock.day(now))

    return read


def test_what_has_changed_comes_first_and_nothing_is_hidden(world, define, filled, read, page, ceo):
    filled(define("calm", name="Rolig"), CALM)
    filled(define("moved", name="Flyttet"), MOVED, unit=world.other_ward)
    filled(define("few", name="Kort"), (1, 2, 3))
    read()

    answer = page(ceo).get(AT)

    html = unescape(answer.content.decode())
    assert html.index("Flyttet") < html.index("Rolig") < html.index("Kort")
    assert says(answer, "Fjordheim sykehus og alt under", "Ingenting er skjult", "skiller seg ut")
    assert says(answer, "tilfeldig", "serier har for få tall til å vurderes")


def test_what_is_told_of_is_not_said_to_be_as_usual(
    world, define, filled, read, page, ceo, now, quality_adviser
):
    creeping = (*CALM[:18], 15, 16, 15, 16, 15, 16)
    filled(define("moved", name="Kryper"), creeping)
    filled(define("out", name="Langt ute"), (*CALM[:23], 60), unit=world.other_ward)
    filled(define("calm", name="Rolig"), CALM)
    old = define("old", name="Gammel")
    filled(old, MOVED)
    commands.retire_indicator(
        indicator=old, last_day=clock.day(now), reason="Slutt", by=quality_adviser, now=now
    )
    read()

    answer = page(ceo).get(AT)

    told, rest = unescape(answer.content.decode()).split("Herfra kan det være tilfeldig")
    assert "Langt ute" in told
    assert "De 6 nyeste tallene skiller seg fra dem før, selv om diagrammet ikke slår ut." in told
    assert "høyere enn tilfeldigheter kan forklare" in told
    assert "Ingenting tyder på en endring" not in told
    assert "Gammel" not in told + rest


def test_without_figures(world, page, ceo):
    assert says(page(ceo).get(AT), "Ingen serier å vise ennå")
    assert page(ceo).get(f"{AT}?fra=x").status_code == 200


def test_from_a_unit_above_one_does_not_see_the_others(
    world, define, filled, read, page, nurse, outsider, quality_adviser
):
    shared = define("shared", name="Felles", unit=world.region, by=quality_adviser)
    filled(shared, CALM, unit=world.their_ward)
    read()

    for path in (AT, "/indikatorer/side-om-side/"):
        assert page(nurse).get(f"{path}?enhet=r").status_code == 404
        assert page(nurse).get(f"{path}?enhet=g").status_code == 404
    assert says(page(outsider).get(AT), "Felles")


def test_units_side_by_side(world, falls, filled, read, page, department_leader, nurse):
    filled(falls, CALM)
    filled(falls, MOVED, unit=world.second_ward)
    read()

    answer = page(department_leader).get("/indikatorer/side-om-side/")

    assert says(answer, "Sengepost 1A", "Sengepost 1B", "11,0\u00a0%", "2,0\u00a0%", "6,5\u00a0%")
    assert says(page(nurse).get("/indikatorer/side-om-side/"), "Ingenting å sammenligne her")


@pytest.mark.parametrize("number", [1, 3, 60])
def test_the_same_questions_for_one_and_for_sixty(
    world, define, filled, read, client_of, ceo, number
):
    for place in range(number):
        filled(define(f"i{place}"), MOVED)
    read()

    board = asked(client_of(ceo), AT)
    beside = asked(client_of(ceo), "/indikatorer/side-om-side/?enhet=f.med.1")

    assert len(board) == 9, shortened(board)
    assert len(beside) == 11, shortened(beside)
