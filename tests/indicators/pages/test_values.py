"""Typing values: of a unit in a period, of an indicator through the periods, and one that was wrong."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from styrk.access.commands import keep_draft
from styrk.access.queries import draft_for
from styrk.indicators.models import Attestation, Figure, Measurement

OCTOBER = date(2026, 10, 1)


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def month(unit, period="2026-10-01", rhythm="month"):
    return reverse("indicators:register_period", args=[unit.uuid, rhythm, period])


def act(name, indicator, unit, *more):
    return reverse(f"indicators:{name}", args=[indicator.uuid, unit.uuid, *more])


def test_a_unit_registers_a_month(world, falls, define, page, ward_leader, nurse):
    waits = define("waits", name="Ventetid", kind="mean", measured_in="dager")
    first = page(ward_leader).get("/indikatorer/registrer/?enhet=f.med.1.a")
    assert first["Location"] == month(world.ward)
    answer = page(ward_leader).get(month(world.ward))
    assert says(answer, "Registrer tall for okt. 26", "Opphold med fall", "Ventetid")
    assert not says(answer, "Hvorfor rettes tallene?")

    typed = {f"i{falls.pk}_t": "3", f"i{falls.pk}_n": "1 240", f"i{waits.pk}_t": ""}
    sent = page(ward_leader).post(month(world.ward), typed, follow=True)

    assert says(sent, "1 tall er lagret: Opphold med fall.", "0,2\u00a0%")
    figure = Figure.objects.get(unit=world.ward)
    assert (figure.numerator, figure.denominator, figure.period) == (3, 1240, OCTOBER)
    assert page(nurse).get(month(world.ward)).status_code == 404


def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(
    world, falls, define, page, ward_leader
):
    waits = define("waits", name="Ventetid", kind="mean")
    typed = {f"i{falls.pk}_t": "9", f"i{falls.pk}_n": "4", f"i{waits.pk}_t": "120"}

    answer = page(ward_leader).post(month(world.ward), typed)

    assert answer.status_code == 422
    assert says(answer, "Fyll ut begge tallene, eller ingen av dem.", 'value="120"', 'value="9"')
    answer = page(ward_leader).post(month(world.ward), typed | {f"i{waits.pk}_n": "10"})
    assert answer.status_code == 422
    assert says(answer, "Telleren er større enn nevneren", 'value="120"')
    assert not Measurement.objects.exists()


def test_what_is_counted_in_whole_numbers_is_refused_beside_the_field(
    world, falls, define, page, ward_leader
):
    waits = define("waits", name="Ventetid", kind="mean")
    typed = {f"i{falls.pk}_t": "57,5", f"i{falls.pk}_n": "1240", f"i{waits.pk}_t": "120,5"}
    typed |= {f"i{waits.pk}_n": "10"}

    answer = page(ward_leader).post(month(world.ward), typed)

    assert answer.status_code == 422
    assert says(answer, "Her telles det i hele tall, og 57,5 er ikke et helt tall.", 'value="57,5"')
    assert not Measurement.objects.exists()
    page(ward_leader).post(month(world.ward), typed | {f"i{falls.pk}_t": "57"})
    assert Measurement.objects.count() == 2


def test_a_correction_asks_why(world, falls, record, page, ward_leader):
    record(falls, world.ward, OCTOBER, 3, 100)
    typed = {f"i{falls.pk}_t": "4", f"i{falls.pk}_n": "100", "reason": ""}
    answer = page(ward_leader).post(month(world.ward), typed)
    assert answer.status_code == 422
    assert says(answer, "Du retter tall som står fra før. Si hvorfor.", 'value="4"')

    page(ward_leader).post(month(world.ward), typed | {"reason": "Ett fall kom til"})

    assert Figure.objects.get(unit=world.ward).numerator == 4
    assert [m.reason for m in Measurement.objects.order_by("pk")] == ["", "Ett fall kom til"]


def test_what_stands_is_left_alone(world, falls, record, page, ward_leader):
    record(falls, world.ward, OCTOBER, 3, 100)
    typed = {f"i{falls.pk}_t": "3", f"i{falls.pk}_n": "100"}

    answer = page(ward_leader).post(month(world.ward), typed, follow=True)

    assert says(answer, "Ingenting er endret: tallene sto slik fra før.")
    assert Measurement.objects.count() == 1


def test_reasons_are_guarded(world, falls, record, page, ward_leader):
    record(falls, world.ward, OCTOBER, 3, 100)
    typed = {f"i{falls.pk}_t": "4", f"i{falls.pk}_n": "100", "reason": "Ring 912 34 567"}

    answer = page(ward_leader).post(month(world.ward), typed)

    assert answer.status_code == 422
    assert says(answer, "et telefonnummer", "Fjern det for meg og fortsett")


def test_a_draft_is_kept_for_just_this_unit_and_period(
    world, falls, page, ward_leader, now, as_person
):
    path = month(world.ward)
    with as_person(ward_leader):
        keep_draft(person=ward_leader, path=path, fields={f"i{falls.pk}_t": "7"}, now=now)

    assert says(page(ward_leader).get(path), 'value="7"')
    assert not says(page(ward_leader).get(month(world.ward, "2026-09-01")), 'value="7"')
    page(ward_leader).post(path, {f"i{falls.pk}_t": "7", f"i{falls.pk}_n": "90"})
    assert draft_for(ward_leader, path) == {}


def test_a_draft_says_that_it_is_back_and_which_rows_are_not_saved(
    world, falls, define, record, page, ward_leader, now, as_person
):
    waits = define("waits", name="Ventetid", kind="count", decimals=0)
    beds = define("beds", name="Senger", kind="count", decimals=0)
    record(falls, world.ward, OCTOBER, 3, 100)
    record(waits, world.ward, OCTOBER, 12)
    path = month(world.ward)
    clean = unescape_of(page(ward_leader).get(path))
    assert "Ikke lagret" not in clean
    typed = {f"i{falls.pk}_t": "4", f"i{falls.pk}_n": "100", f"i{waits.pk}_t": "12"}
    with as_person(ward_leader):
        kept = typed | marks(page(ward_leader).get(path))
        keep_draft(person=ward_leader, path=path, fields=kept, now=now)
    record(waits, world.ward, OCTOBER, 13, reason="Én til")

    answer = page(ward_leader).get(path)

    html = unescape_of(answer)
    assert says(answer, "Tallene du skrev sist, er hentet fram igjen", "1 rad er endret")
    assert says(answer, "4 / 100. Lagret er 3 / 100.")
    assert html.count(">Ikke lagret<") == 1
    assert 'value="13"' in html  # what was left alone is what stands now
    assert f"i{beds.pk}_t" in html
    typed |= {f"i{waits.pk}_t": "13", "reason": "Ett kom til"}
    sent = page(ward_leader).post(path, typed | marks(answer), follow=True)
    assert says(sent, "1 tall er lagret: Opphold med fall.")


def test_what_is_refused_says_what_else_is_not_saved(world, falls, define, page, ward_leader):
    define("waits", name="Ventetid", kind="count")
    typed = {f"i{falls.pk}_t": "9", f"i{falls.pk}_n": "x"}

    answer = page(ward_leader).post(month(world.ward), typed)

    assert says(answer, "Dette er ikke lagret ennå", "9 / x. Ingenting er lagret her.")
    assert unescape_of(answer).count(">Ikke lagret<") == 1


@pytest.mark.parametrize("period", ["2026-10-02", "2026-13-01", "rart"])
def test_periods_that_are_none(world, falls, page, ward_leader, period):
    assert page(ward_leader).get(month(world.ward, period)).status_code == 404
    assert page(ward_leader).get(month(world.ward, rhythm="rart")).status_code == 404


def test_periods_to_come_are_refused(world, falls, page, ward_leader):
    typed = {f"i{falls.pk}_t": "1", f"i{falls.pk}_n": "10"}
    answer = page(ward_leader).post(month(world.ward, "2026-12-01"), typed)

    assert answer.status_code == 422
    assert says(answer, "Perioden har ikke begynt.")


def test_one_indicator_through_the_periods(world, falls, record, page, ward_leader):
    record(falls, world.ward, OCTOBER, 3, 100)
    path = act("values", falls, world.ward)
    assert says(page(ward_leader).get(path), "okt. 26", "okt. 25", 'value="3"')

    typed = {"p20260901_t": "5", "p20260901_n": "80", "p20261001_t": "3", "p20261001_n": "100"}
    answer = page(ward_leader).post(path, typed, follow=True)

    assert says(answer, "1 tall er lagret: sep. 26.")
    assert Figure.objects.filter(unit=world.ward).count() == 2


def test_a_budget_for_the_year(world, falls, page, ward_leader):
    path = act("values_of", falls, world.ward, "budget")
    assert says(page(ward_leader).get(path), "Sett budsjett", "des. 26")

    page(ward_leader).post(path, {"p20261201_t": "4", "p20261201_n": "100"})

    assert Figure.objects.get(unit=world.ward).of == "budget"
    assert page(ward_leader).get(act("values_of", falls, world.ward, "rart")).status_code == 404


def test_a_value_its_history_and_its_correction(world, falls, record, page, ward_leader, nurse):
    record(falls, world.ward, OCTOBER, 3, 100)
    see = act("value", falls, world.ward, "2026-10-01")
    assert says(page(nurse).get(see), "Opphold med fall i okt. 26", "3,0\u00a0%", "Kine Kleppe")
    correct = act("correct", falls, world.ward, "2026-10-01")
    assert page(nurse).get(correct).status_code == 404

    wrong = page(ward_leader).post(
        correct, {"numerator": "200", "denominator": "100", "reason": "x"}
    )
    assert wrong.status_code == 422
    assert says(wrong, "Telleren er større enn nevneren", 'value="200"')
    typed = {"numerator": "2", "denominator": "100", "reason": "Ett var meldt to ganger"}
    page(ward_leader).post(correct, typed)

    answer = page(nurse).get(see)
    assert says(answer, "2,0\u00a0%", "Hva stod her før?", "3,0\u00a0%", "Ett var meldt to ganger")


def test_a_value_is_taken_back(world, falls, record, page, ward_leader, nurse):
    record(falls, world.ward, OCTOBER, 3, 100)
    correct = act("correct", falls, world.ward, "2026-10-01")
    page(ward_leader).post(correct, {"take_back": "on", "reason": "Gjaldt en annen post"})

    assert not Figure.objects.exists()
    see = act("value", falls, world.ward, "2026-10-01")
    assert says(page(nurse).get(see), "Mangler", "tok tallet bort", "Gjaldt en annen post")


def test_the_owner_says_how_good_the_figures_are(
    world, falls, record, page, quality_adviser, nurse, ward_leader
):
    record(falls, world.ward, OCTOBER, 3, 100)
    path = act("attest", falls, world.ward, "2026-10-01")
    assert page(nurse).get(path).status_code == 404
    lacking = page(quality_adviser).post(path, {"quality": "poor", "words": ""})
    assert says(lacking, "Si hva som er galt med tallene.")
    page(quality_adviser).post(path, {"quality": "poor", "words": "Nytt system fra 12."})

    see = act("value", falls, world.ward, "2026-10-01")
    assert says(page(nurse).get(see), "Dårlig", "Nytt system fra 12.")
    assert says(page(nurse).get(f"/indikatorer/{falls.uuid}/?enhet=f.med.1.a"), "Dårlig")

    mine = page(quality_adviser).get("/indikatorer/kvalitet/")
    assert says(mine, "Hvor gode er tallene dine?", "Opphold med fall, okt. 26")
    page(quality_adviser).post("/indikatorer/kvalitet/", {"good": [str(falls.uuid)]})
    assert Attestation.objects.get(unit=world.trust).quality == "good"
    assert says(page(quality_adviser).get("/indikatorer/kvalitet/"), "Ingenting venter på deg her")
    assert says(page(ward_leader).get("/indikatorer/kvalitet/"), "Ingenting venter på deg her")


def test_another_trust_does_not_come_in(world, falls, record, page, outsider_leader, outsider_ceo):
    record(falls, world.ward, OCTOBER, 3, 100)
    for person in (outsider_leader, outsider_ceo):
        assert page(person).get(month(world.ward)).status_code == 404
        for name in ("value", "correct", "attest"):
            path = act(name, falls, world.ward, "2026-10-01")
            assert page(person).get(path).status_code == 404
            assert page(person).post(path, {}).status_code in {404, 405}


def marks(answer):
    """The hidden fields that say what the page was made from."""
    return dict(
        re.findall(r'<input type="hidden" name="(\w+_s)" value="(\w*)"', unescape_of(answer))
    )


def unescape_of(answer):
    return unescape(answer.content.decode())


def test_what_another_typed_meanwhile_is_shown_and_asked_about(
    world, falls, record, page, ward_leader
):
    """Also where nothing stood when the page was made."""
    before = marks(page(ward_leader).get(month(world.ward)))
    record(falls, world.ward, OCTOBER, 7, 100)
    typed = {f"i{falls.pk}_t": "3", f"i{falls.pk}_n": "100", "reason": "Telt på nytt"}

    asked = page(ward_leader).post(month(world.ward), typed | before)

    assert asked.status_code == 422
    assert says(asked, "Imens har noen skrevet 7 / 100 her.", 'value="3"')
    assert Figure.objects.get(unit=world.ward).numerator == 7
    page(ward_leader).post(month(world.ward), typed | marks(asked))
    assert Figure.objects.get(unit=world.ward).numerator == 3


def test_what_one_left_alone_is_not_set_back(world, falls, define, record, page, ward_leader):
    waits = define("waits", name="Ventetid", kind="count")
    record(falls, world.ward, OCTOBER, 3, 100)
    before = marks(page(ward_leader).get(month(world.ward)))
    record(falls, world.ward, OCTOBER, 7, 100, reason="Fire kom til")
    typed = {f"i{falls.pk}_t": "3", f"i{falls.pk}_n": "100", f"i{waits.pk}_t": "12"}

    sent = page(ward_leader).post(month(world.ward), typed | before, follow=True)

    assert says(sent, "1 tall er lagret: Ventetid.")
    assert Figure.objects.get(unit=world.ward, indicator=falls).numerator == 7


def test_a_correction_of_what_another_corrected_is_asked_about(
    world, falls, record, page, ward_leader
):
    record(falls, world.ward, OCTOBER, 3, 100)
    at = act("correct", falls, world.ward, OCTOBER.isoformat())
    before = marks(page(ward_leader).get(at))
    record(falls, world.ward, OCTOBER, 7, 100, reason="Fire kom til")
    typed = {"numerator": "4", "denominator": "100", "reason": "Ett kom til"}

    asked = page(ward_leader).post(at, typed | before)

    assert asked.status_code == 422
    assert says(asked, "Imens har noen skrevet 7 / 100 her.", 'value="4"', "Ett kom til")
    page(ward_leader).post(at, typed | marks(asked))
    assert Figure.objects.get(unit=world.ward).numerator == 4


def test_all_that_is_refused_is_said_beside_its_own(world, define, page, ward_leader):
    first, second = define("a", name="A"), define("b", name="B")
    typed = {}
    for one in (first, second):
        typed |= {f"i{one.pk}_t": "9", f"i{one.pk}_n": "4"}

    html = unescape_of(page(ward_leader).post(month(world.ward), typed))

    assert html.count("Telleren er større enn nevneren") >= 2


@pytest.mark.parametrize(
    "period", ["0001-01-01", "9999-12-01", "1899-12-01", "2200-01-01", "2026-10-02", "20261001x"]
)
def test_a_period_that_nobody_counts_is_not_there(world, falls, page, ward_leader, period):
    assert page(ward_leader).get(month(world.ward, period)).status_code == 404
    assert page(ward_leader).get(act("value", falls, world.ward, period)).status_code == 404
