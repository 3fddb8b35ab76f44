"""The page of one indicator at one unit."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from styrk.indicators import commands
from styrk.indicators.models import SeriesMark
from styrk.indicators.types import Value
from tests.counting import asked, shortened
from tests.indicators.pages.conftest import CALM

OCTOBER = date(2026, 10, 1)


def at(indicator, unit="f.med.1.a", **more):
    query = "&".join(f"{key}={value}" for key, value in more.items())
    return f"/indikatorer/{indicator.uuid}/?enhet={unit}" + (f"&{query}" if query else "")


def act(name, indicator, unit, *more):
    return reverse(f"indicators:{name}", args=[indicator.uuid, unit.uuid, *more])


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def test_the_chart_its_words_and_the_table_behind(moved, page, nurse):
    answer = page(nurse).get(at(moved))

    assert says(answer, "Opphold med fall – Sengepost 1A", "2,0\u00a0%", "okt. 26", "<svg")
    assert says(answer, "Opphold med fall som andel av opphold.", "Bedring: lavere enn vanlig")
    assert says(answer, "Tabellen bak diagrammet", "2 av 100", "P-diagram")
    assert says(answer, "Styrk foreslår", "Nivået ser ut til å ha endret seg fra jan. 26")
    assert says(answer, "Kine Kleppe avgjør det.")
    assert not says(answer, "Ja, og si hvorfor")


def test_without_figures_it_says_so(falls, page, nurse, ward_leader):
    assert says(page(nurse).get(at(falls)), "Ingen tall ennå for Sengepost 1A")
    assert says(page(ward_leader).get(at(falls)), "Registrer tall")


def test_too_few_to_say(falls, filled, page, nurse):
    filled(falls, (5, 6, 7))
    answer = page(nurse).get(at(falls))

    assert says(answer, "Det trengs 9 punkter til før vi kan si noe sikkert.", "Seriediagram")
    assert not says(answer, "Styrk foreslår")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("run", "Seriediagram"),
        ("pp", "P′-diagram"),
        ("xmr", "Making Data Count"),
        ("cusum", "CUSUM: små endringer"),
        ("ewma", "EWMA"),
        ("i", "I-diagram"),
        ("rart", "P-diagram"),
    ],
)
def test_the_same_figures_in_another_chart(calm, page, nurse, kind, name):
    assert says(page(nurse).get(at(calm, diagram=kind)), name)


@pytest.mark.parametrize(("kind", "drawn"), [("mr", True), ("xbar", False), ("s", False)])
def test_a_chart_that_is_not_drawn_is_said(calm, page, nurse, kind, drawn):
    answer = page(nurse).get(at(calm, diagram=kind))

    assert says(answer, "Det diagrammet tegnes ikke for disse tallene.") is not drawn
    assert says(answer, "X̄- og S-diagram er for målinger som det er flere av i hver periode")


def test_ranges_by_mr(define, filled, page, nurse):
    indicator = define("x", kind="single")
    filled(indicator, (*CALM[:23], 40))

    answer = page(nurse).get(at(indicator, diagram="mr"))

    assert says(answer, "MR-diagram: hvor mye hver måling skiller seg fra den før.")
    assert says(answer, "okt. 26 skiller seg mer fra tallet før enn tilfeldigheter kan forklare.")
    assert says(answer, "forskjell fra tallet før", "følger kontrolldiagrammet")
    assert says(answer, ">27,0<")
    assert not says(answer, "Finn ut hva som skjedde")


def test_a_run_chart_says_which_limits_the_target_is_held_against(
    define, filled, page, nurse, quality_adviser, now
):
    indicator = define("x", chart="run")
    filled(indicator, CALM)
    commands.set_target(
        indicator=indicator,
        unit=None,
        value=90,
        valid_from=date(2020, 1, 1),
        by=quality_adviser,
        now=now,
    )
    said = "Et seriediagram har ingen grenser"

    assert says(page(nurse).get(at(indicator)), "Målet nås hver gang", said)
    other = define("y")
    filled(other, CALM)
    assert not says(page(nurse).get(at(other)), said)


def test_months_of_a_quarter_by_xbar_and_s(define, filled, page, nurse):
    indicator = define("x", kind="single")
    filled(indicator, (10, 11, 12) * 12 + (30, 31, 32), last=date(2026, 9, 1))

    averages = page(nurse).get(at(indicator, diagram="xbar"))
    assert says(averages, "Xbar-diagram: gjennomsnittet av flere målinger i hver periode.")
    assert says(averages, "er høyere enn tilfeldigheter kan forklare")
    assert says(
        averages, ">31,0<", ">11,0<", "3 tall", "flere målinger i hver periode. Her samler de"
    )
    spreads = page(nurse).get(at(indicator, diagram="s"))
    assert says(spreads, "S-diagram: hvor mye målingene i hver periode spriker.")
    assert says(spreads, "standardavvik", ">1,0<")
    assert not says(spreads, "er høyere enn tilfeldigheter")


def test_a_level_that_begins_and_a_period_left_out_are_so_in_the_groups(
    define, filled, page, nurse, quality_adviser, world, now
):
    from styrk.indicators import commands as deciding

    indicator = define("x", kind="single")
    filled(indicator, (10, 11, 12) * 6 + (99, 31, 32) + (30, 31, 32) * 5, last=date(2026, 9, 1))
    for kind, on in (("split", date(2025, 4, 1)), ("exclude", date(2025, 4, 1))):
        deciding.mark_series(
            indicator=indicator,
            unit=world.ward,
            kind=kind,
            period=on,
            reason="Ny avdeling",
            by=quality_adviser,
            now=now,
        )

    answer = page(nurse).get(at(indicator, diagram="xbar"))

    assert says(answer, ">31,5<", "2 tall", ">31,1<")


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        ("xmr", "Det nyeste tallet, etter reglene i Making Data Count: Tallet er"),
        ("xmr", "over øvre grense"),
        ("cusum", "I okt. 26 når summen grensa på 5: tallene har samlet vært for høye."),
        ("cusum", "sum av avvik, i vanlige svingninger"),
        ("ewma", "Det glattede tallet i okt. 26 er over øvre grense."),
        ("bernoulli", "når summen grensa på 3,5"),
        ("bernoulli", "sum av tegn på endring"),
    ],
)
def test_each_chart_has_words_of_its_own(define, filled, page, nurse, kind, own):
    indicator = define("x")
    filled(indicator, (*CALM[:23], 40))

    shown = page(nurse).get(at(indicator, diagram=kind))
    assert says(shown, own, "følger kontrolldiagrammet, ikke dette diagrammet")
    assert not says(shown, "enn tilfeldigheter kan forklare. Finn ut")
    usual = page(nurse).get(at(indicator))
    assert says(usual, "okt. 26 er høyere enn tilfeldigheter kan forklare. Finn ut")
    assert not says(usual, "ikke dette diagrammet")


def test_bernoulli_cusum_sees_that_it_is_half_as_often(moved, page, nurse, define, filled):
    answer = page(nurse).get(at(moved, diagram="bernoulli"))
    rate = define("rate", kind="rate")
    filled(rate, CALM)

    name = "Bernoulli-CUSUM: om noe skjer dobbelt så ofte som vanlig, eller halvparten"
    assert says(answer, f"{name}.", "når grensa", "stadig lavere enn vanlig")
    assert not says(answer, "ikke diagrammet du valgte")
    assert not says(page(nurse).get(at(rate)), name)


def test_bernoulli_cusum_is_of_what_can_happen_twice_as_often(define, filled, page, nurse):
    usual, calm = define("x"), define("calm")
    filled(usual, (71, 72, 70, 73) * 6)
    filled(calm, (20, 21, 19, 22) * 6)

    answer = page(nurse).get(at(usual, diagram="bernoulli"))
    assert says(answer, "Dette er et P-diagram, ikke diagrammet du valgte", "P-diagram: andeler.")
    assert says(answer, "Det tegnes bare for det som skjer sjeldnere enn annenhver gang")
    answer = page(nurse).get(at(calm, diagram="bernoulli"))
    assert says(answer, "det skjer verken dobbelt så ofte som vanlig eller halvparten så ofte")


@pytest.mark.parametrize("number", [0, 100])
@pytest.mark.parametrize("diagram", ["bernoulli", "cusum", "ewma"])
def test_what_does_not_vary_cannot_be_summed(falls, filled, page, nurse, number, diagram):
    filled(falls, [number] * 24)

    answer = page(nurse).get(at(falls, diagram=diagram))
    assert says(answer, "Dette er et P-diagram, ikke diagrammet du valgte")
    assert says(answer, "Tallene varierer ikke, så diagrammet du valgte, kan ikke tegnes.")


@pytest.mark.parametrize("kind", ["proportion", "rate", "count", "mean", "single", "between"])
@pytest.mark.parametrize("diagram", ["", "cusum", "xmr"])
def test_every_kind_of_figure_is_drawn(define, filled, page, nurse, kind, diagram):
    indicator = define("x", kind=kind)
    filled(indicator, (12, 9, 11, 14, 10, 8) * 4)

    assert says(page(nurse).get(at(indicator, diagram=diagram)), "<svg", "Tabellen bak")


def test_figures_that_never_vary(define, filled, page, nurse):
    indicator = define("x", kind="count")
    filled(indicator, (0,) * 24)

    for diagram in ("", "cusum", "ewma", "xmr", "c"):
        assert page(nurse).get(at(indicator, diagram=diagram)).status_code == 200


def test_another_trust_sees_nothing(world, calm, page, outsider, outsider_leader, outsider_ceo):
    for person in (outsider, outsider_leader, outsider_ceo):
        assert page(person).get(at(calm)).status_code == 404
        assert page(person).get(f"/indikatorer/{calm.uuid}/").status_code == 404
        for name in ("values", "target", "annotate", "mark_series"):
            assert page(person).get(act(name, calm, world.ward)).status_code == 404


def test_of_an_indicator_of_the_region_each_trust_sees_its_own(
    world, define, filled, page, nurse, outsider, quality_adviser
):
    shared = define("shared", name="Felles mål", unit=world.region, by=quality_adviser)
    filled(shared, (5, 6, 7, 8), unit=world.ward)
    filled(shared, (50, 60, 70, 80), unit=world.their_ward)

    answer = page(nurse).get(at(shared, unit="r"))
    assert says(answer, "Felles mål – Helse Prøve", "44,0\u00a0%")
    assert "80,0" not in unescape(answer.content.decode())
    assert says(page(outsider).get(at(shared, unit="g.med.1.a")), "80,0\u00a0%")
    assert page(outsider).get(at(shared)).status_code == 404


def test_units_below_are_compared(world, falls, filled, page, clinic_director):
    filled(falls, (5, 6, 7), unit=world.ward)
    filled(falls, (9, 8, 9), unit=world.second_ward)

    answer = page(clinic_director).get(at(falls, unit="f.med.1"))

    assert says(answer, "Enhetene under, okt. 26", "Sengepost 1B", "9 av 100", "8,0\u00a0%")
    assert says(answer, "Det trengs minst 5 enheter med tall")


def test_a_proposal_is_decided_by_a_person_and_taken_back(
    world, moved, page, quality_adviser, nurse
):
    see = page(quality_adviser).get(at(moved))
    assert says(see, "Ja, og si hvorfor", "Nei")
    path = act("mark", moved, world.ward, "split", "2026-01-01")
    assert says(page(quality_adviser).get(path), "Et nytt nivå begynner i jan. 26")
    assert page(quality_adviser).post(path, {"reason": ""}).status_code == 422
    page(quality_adviser).post(path, {"reason": "Ny rutine fra nyttår"})

    answer = page(nurse).get(at(moved))
    assert says(answer, "Et nytt nivå begynner i jan. 26", "Ny rutine fra nyttår", "Kine Kleppe")
    assert not says(answer, "Nivået ser ut til å ha endret seg fra jan. 26")
    again = page(quality_adviser).post(path, {"reason": "En gang til"})
    assert again.status_code == 422
    assert says(again, "Noen har avgjort dette allerede.", "En gang til")

    mark = SeriesMark.objects.get()
    back = reverse("indicators:withdraw_mark", args=[mark.uuid])
    assert page(nurse).get(back).status_code == 404
    page(quality_adviser).post(back, {"reason": "Det var ikke rutinen"})
    assert says(page(nurse).get(at(moved)), "Tatt tilbake", "Det var ikke rutinen")


def test_no_is_an_answer_and_it_is_not_asked_again(world, moved, page, quality_adviser, nurse):
    path = act("decline", moved, world.ward, "split", "2026-01-01")
    page(quality_adviser).post(path, {"reason": "Vi vet ikke hvorfor"})

    answer = page(nurse).get(at(moved))
    assert says(answer, "Sagt nei til", "Vi vet ikke hvorfor")
    assert not says(answer, "Nivået ser ut til å ha endret seg")
    assert page(nurse).get(path).status_code == 404


def test_marks_that_nobody_proposed(world, calm, page, quality_adviser, nurse):
    path = act("mark_series", calm, world.ward)
    typed = {"kind": "exclude", "period": "2026-03-01", "reason": "Strømbrudd"}
    assert page(nurse).get(path).status_code == 404
    page(quality_adviser).post(path, typed)
    page(quality_adviser).post(path, typed | {"kind": "freeze", "period": "2025-12-01"})

    answer = page(nurse).get(at(calm))
    assert says(answer, "mars 26 er holdt utenfor utregningen", "Strømbrudd")
    assert says(answer, "Grensene er låst til og med des. 25")


def test_what_happened_is_noted_and_taken_away(world, calm, page, quality_adviser, nurse):
    path = act("annotate", calm, world.ward)
    page(quality_adviser).post(path, {"period": "2026-05-01", "text": "Flyttet til nytt bygg"})

    answer = page(quality_adviser).get(at(calm))
    assert says(answer, "Dette skjedde", "Flyttet til nytt bygg")
    html = answer.content.decode()
    away = html.split('action="/indikatorer/notat/')[1].split('"')[0]
    assert page(nurse).post(f"/indikatorer/notat/{away}").status_code == 404
    page(quality_adviser).post(f"/indikatorer/notat/{away}")
    assert not says(page(nurse).get(at(calm)), "Flyttet til nytt bygg")


def test_goals_and_the_year_stand_beside_it(world, calm, record, now, page, nurse, quality_adviser):
    record(calm, world.ward, OCTOBER, 8, 100, of="budget")
    commands.set_target(
        indicator=calm, unit=None, value=5, by=quality_adviser, now=now, valid_from=OCTOBER
    )

    answer = page(nurse).get(at(calm))
    assert says(answer, "Året 2026", "Budsjett hittil", "5,0\u00a0%")
    assert says(answer, "Kan ikke sies: noen perioder mangler")


@pytest.mark.parametrize("number", [1, 24])
def test_twelve_questions(calm, filled, world, client_of, nurse, quality_adviser, now, number):
    for place in range(number):
        commands.annotate(
            indicator=calm,
            unit=world.ward,
            period=OCTOBER,
            text=f"Noe {place}",
            by=quality_adviser,
            now=now,
        )

    questions = asked(client_of(nurse), at(calm))

    assert len(questions) == 12, shortened(questions)


@pytest.fixture
def costs(define, world, record, months):
    """Costs of 100 a month last year and until October, against a budget of 90, and 95 in what is left."""
    costs = define("costs", name="Driftskostnader", kind="count", denominator="", decimals=0)
    this_year = months(12, date(2026, 12, 1))
    said = [
        *[(month, 100, "actual") for month in months(22)],
        *[(month, 90, "budget") for month in this_year],
        *[(month, 95, "forecast") for month in this_year[10:]],
    ]
    record(values=[Value(costs.pk, world.ward.pk, *one[:2], of=one[2]) for one in said])
    return costs


def test_the_year_so_far_is_drawn_against_the_budget(costs, page, nurse):
    answer = page(nurse).get(at(costs))

    assert says(answer, "Hittil i 2026, mot budsjettet")
    assert says(answer, "Til og med okt. 26 er det 100\u00a0% over budsjettet.")
    section = answer.content.decode().split('id="budsjett"')[1].split("</section>")[0]
    rows = [
        [unescape(cell) for cell in re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", row)]
        for row in section.split("<tbody>")[1].split("</tr>")
    ]
    thousand = "1\u202f000"
    assert rows[0] == ["jan. 26", "100", "90", "100", "–"]
    assert rows[9] == ["okt. 26", thousand, "900", thousand, thousand]
    assert rows[11] == ["des. 26", "–", "1\u202f080", "1\u202f200", "1\u202f190"]


def test_without_a_budget_there_is_nothing_to_be_against(moved, page, nurse):
    assert not says(page(nurse).get(at(moved)), "mot budsjettet")
