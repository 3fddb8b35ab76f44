"""What hangs on a series, on its page: actions, goals, and units in a funnel."""

from datetime import date
from html import unescape

import pytest

from styrk.indicators import commands
from styrk.organisation.models import Unit, UnitEdition
from tests.indicators.effect_world import carry_out, decide

OCTOBER = date(2026, 10, 1)


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


@pytest.fixture
def seen(world, calm, ward_leader, as_person, now):
    """An action of the ward, carried out in March, that the series will show."""
    with as_person(ward_leader):
        action = carry_out(decide(world.ward, ward_leader), ward_leader)
        commands.measure_action(
            action=action, indicator=calm, unit=world.ward, by=ward_leader, now=now
        )
    return action


def test_an_action_stands_in_the_chart_for_those_who_may_see_it(
    seen, calm, page, ward_leader, nurse, other_leader
):
    at = f"/indikatorer/{calm.uuid}/?enhet=f.med.1.a"
    for person in (ward_leader, nurse):
        answer = page(person).get(at)
        assert says(answer, "Tiltaket «Sklisikkert belegg på badet»", "Tiltak: Sklisikkert belegg")
    assert not says(page(other_leader).get(at), "Sklisikkert")


def test_the_thread_tells_what_will_show_whether_it_helped(seen, calm, page, ward_leader):
    answer = page(ward_leader).get(f"/trad/action/{seen.uuid}/")

    assert says(answer, "Indikator", "Opphold med fall")


@pytest.fixture
def six(world):
    """Six units below the surgical ward's department."""
    above, units = world.units["f.kir.2"], []
    for number in range(6):
        unit = Unit.objects.create(
            code=f"f.kir.2.x{number}",
            name=f"Sengepost X{number}",
            parent=above,
            trust=world.trust,
            valid_from=date(2020, 1, 1),
        )
        unit.path = f"{above.path}{unit.pk}."
        unit.save()
        UnitEdition.objects.create(
            unit=unit, name=unit.name, parent=above, valid_from=unit.valid_from
        )
        units.append(unit)
    return units


@pytest.mark.parametrize("kind", ["proportion", "rate"])
def test_units_stand_in_a_funnel_where_that_is_fair(define, record, six, page, ceo, kind):
    falls = define("falls", name="Opphold med fall", kind=kind)
    for number, unit in enumerate(six):
        # The last is far from the others.
        record(falls, unit, OCTOBER, 200 if number == 5 else 10 + number, 200 + number)

    answer = page(ceo).get(f"/indikatorer/{falls.uuid}/?enhet=f.kir.2")

    assert says(answer, "I trakta er det plass til", "Sengepost X5", "skiller seg ut")
    assert says(answer, "Utenfor trakta: Sengepost X5.")
    table = unescape(answer.content.decode()).partition("Tabellen bak stolpene")[2]
    assert table.count("Skiller seg ut") == 1


def test_from_side_by_side_one_gets_to_the_funnel_where_it_is_fair(define, record, six, page, ceo):
    fair, few = define("fair", name="Riktig håndhygiene"), define("few", name="For få")
    sums, none = define("sums", kind="count"), define("none", name="Ingen hendelser")
    for number, unit in enumerate(six):
        record(fair, unit, OCTOBER, 20, 200)
        record(sums, unit, OCTOBER, 20)
        record(none, unit, OCTOBER, 0, 200)
        if number < 4:
            record(few, unit, OCTOBER, 20, 200)

    html = unescape(page(ceo).get("/indikatorer/side-om-side/?enhet=f.kir.2").content.decode())

    assert html.count("Se trakta") == 1
    assert f'href="/indikatorer/{fair.uuid}/?enhet=f.kir.2#sammenlign"' in html


def test_where_all_are_in_the_funnel_it_says_so(define, record, six, page, ceo):
    falls = define("falls", name="Opphold med fall")
    for number, unit in enumerate(six):
        record(falls, unit, OCTOBER, 20 + number, 200)

    answer = page(ceo).get(f"/indikatorer/{falls.uuid}/?enhet=f.kir.2")

    assert says(answer, "Ingen av enhetene skiller seg ut.")
    assert not says(answer, "Utenfor trakta")


def test_sums_stand_in_no_funnel(define, record, six, page, ceo):
    costs = define("costs", name="Kroner", kind="count", denominator="")
    for unit in six:
        record(costs, unit, OCTOBER, 60)

    answer = page(ceo).get(f"/indikatorer/{costs.uuid}/?enhet=f.kir.2")

    assert says(answer, "Et traktdiagram passer bare for andeler og rater", "Sengepost X5")


def test_no_events_at_all_and_one_unit_too_small(define, record, six, page, ceo):
    falls = define("falls", name="Fall", kind="rate", least=100)
    for number, unit in enumerate(six):
        record(falls, unit, OCTOBER, 0, 20 if number == 0 else 500)

    answer = page(ceo).get(f"/indikatorer/{falls.uuid}/?enhet=f.kir.2")

    assert says(answer, "For få til å vises", "0 av 500", "Ingen av enhetene har noen hendelser")
