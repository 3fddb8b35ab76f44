"""The forskriftskart: who sees which unit, what stands there, and what it costs."""

import re

import pytest

from styrk.core import scope
from styrk.incidents.tally import compact_tally
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Unit
from styrk.regulation.letters import LETTERS
from styrk.regulation.queries import claims
from tests.counting import asked, shortened

MAP = "/forskriftskart/"
MOST_QUERIES = 12


def text(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def row(answer, letter: str) -> str:
    """What stands about one letter."""
    found = next(one for one in rows(answer) if f'id="bokstav-{letter}"' in one)
    return " ".join(re.sub(r"<[^>]+>", " ", found).split())


def rows(answer) -> list[str]:
    """Each letter's own part of the page."""
    return re.split(r'(?=<details[^>]* id="bokstav-)', answer.content.decode())[1:]


def test_the_21_letters_stand_under_the_four_duties(page, ward_leader):
    html = page(ward_leader).get(MAP).content.decode()

    anchors = re.findall(r'<details[^>]+id="bokstav-(\w+)"', html)
    assert len(anchors) == 23
    assert anchors[:2] == ["6a", "6b"]
    assert anchors[-2:] == ["3", "5"]
    titles = [html.index(f'id="{duty}"') for duty in ("plan", "do", "evaluate", "correct")]
    assert titles == sorted(titles)


def test_the_top_says_how_many_can_be_shown_live(page, ward_leader):
    answer = text(page(ward_leader).get(MAP))

    shown = {claim.letter for claim in claims()} & set(LETTERS)
    assert f"Styrk kan i dag vise {len(shown)} av 21 bokstaver i §§ 6–9" in answer
    assert "Dette kan Styrk ikke vise ennå" in answer


def test_a_row_has_status_explanation_data_rule_and_law(page, ward_leader, world, report, now):
    report(world.people["nurse"], world.ward)

    shown = row(page(ward_leader).get(MAP), "6g")

    assert "Delvis vist" in shown
    assert "1 melding de siste tolv månedene" in shown
    assert "Tall fra 16. nov. 2026" in shown
    assert "har neppe oversikt" in shown
    assert "ha oversikt over avvik, herunder uønskede hendelser" in shown


def test_a_letter_that_cannot_be_shown_says_what_will_show_it(page, ward_leader):
    shown = row(page(ward_leader).get(MAP), "6f")

    assert "Kan ikke vises ennå" in shown
    assert "Det kommer med oversikten over kompetanse og opplæring." in shown


def test_a_line_says_why_and_its_evidence_is_folded(page, ward_leader):
    found = rows(page(ward_leader).get(MAP))

    assert len(found) == 23
    for one in found:
        line, folded = one.split("</summary>", 1)
        assert "st-facts" not in line
        assert "Slik avgjøres statusen" not in line
        assert ("st-why" in line) == ("Slik avgjøres statusen" in folded), line
        assert ("Kan ikke vises ennå" in line) != ("st-why" in line), line
        # The browser folds: nothing is fetched, and nothing needs a script.
        assert "Dette står i" in folded


def test_what_is_lacking_says_why_also_on_a_phone(page, ward_leader):
    lacking = {"Ikke vist": True, "Delvis vist": False, "Kan ikke vises ennå": False}
    seen = set()
    for one in rows(page(ward_leader).get(MAP)):
        label = next(label for label in lacking if label in one)
        assert (" data-lacking" in one.split("<summary>")[0]) == lacking[label]
        seen.add(label)
    assert seen == set(lacking)


def test_each_status_has_words_and_the_tag_that_draws_its_shape(page, ward_leader):
    html = page(ward_leader).get(MAP).content.decode()

    tags = set(re.findall(r'<span class="ds-tag st-tag" data-color="(\w+)">([^<]+)</span>', html))

    assert tags >= {
        ("info", "Delvis vist"),
        ("warning", "Ikke vist"),
        ("neutral", "Kan ikke vises ennå"),
    }


def test_without_a_unit_in_the_address_the_topmost_in_sight_is_shown(page, ceo, world):
    assert "Forskriftskart for Fjordheim sykehus" in text(page(ceo).get(MAP))


def test_a_quality_adviser_begins_at_the_trust(page, quality_adviser):
    assert "Forskriftskart for Fjordheim sykehus" in text(page(quality_adviser).get(MAP))


@pytest.mark.parametrize("code", ["f.med", "f.kir.2.a", "g", "r", "finnes-ikke", "' OR 1=1", "\0"])
def test_units_out_of_sight_look_like_units_that_are_not_there(page, ward_leader, code):
    assert page(ward_leader).get(MAP, {"enhet": code}).status_code == 404


def test_the_way_goes_up_and_down_in_sight_only(page, department_leader, world):
    html = page(department_leader).get(MAP, {"enhet": "f.med.1"}).content.decode()

    assert "?enhet=f.med.1.a" in html
    assert "?enhet=f.med.1.b" in html
    assert '?enhet=f.med"' not in html
    assert (
        "?enhet=f.med.1"
        in page(department_leader).get(MAP, {"enhet": "f.med.1.a"}).content.decode()
    )


def test_employees_see_their_own_unit_and_none_below(page, nurse, world):
    Unit.objects.create(
        code="f.med.1.a.x",
        name="Under",
        parent=world.ward,
        trust=world.trust,
        path=f"{world.ward.path}99999.",
        valid_from="2020-01-01",
    )

    html = page(nurse).get(MAP).content.decode()

    assert "Forskriftskart for Sengepost 1A" in html
    assert "?enhet=f.med.1.a.x" not in html


def test_other_places_where_one_has_a_role_are_offered(page, world, nurse):
    Appointment.objects.create(
        person=nurse, unit=world.municipality, role="employee", valid_from="2020-01-01"
    )

    answer = page(nurse).get(MAP)

    assert "Forskriftskart for Prøvedal kommune" in text(answer)
    assert "?enhet=f.med.1.a" in answer.content.decode()


def test_numbers_of_several_trusts_link_to_no_list_that_shows_one(
    page, world, now, report, nurse, ceo, municipal_director
):
    report(nurse, world.ward)
    Appointment.objects.filter(person=municipal_director).update(unit=world.region)
    changing()
    region = page(municipal_director)

    for code, counted in (("r", "2 meldinger"), ("f", "1 melding")):
        answer = region.get(MAP, {"enhet": code})
        assert f"{counted} de siste tolv månedene" in text(answer)
        assert 'href="/avvik/?' not in answer.content.decode()
    assert 'href="/tiltak/?' in region.get(MAP, {"enhet": "f"}).content.decode()
    assert 'href="/avvik/?' in page(ceo).get(MAP).content.decode()


def test_numbers_link_only_to_pages_the_reader_may_open(page, board_chair, ceo):
    assert "/avvik/?" in page(ceo).get(MAP).content.decode()
    assert "/avvik/?" not in page(board_chair).get(MAP).content.decode()


def test_nobody_sees_it_without_a_role(page, world, outsider):
    Appointment.objects.filter(person=outsider).update(valid_to="2021-01-01")

    assert page(outsider).get(MAP).status_code == 404
    assert page().get(MAP).status_code == 302


def test_an_ended_unit_is_still_shown_to_those_who_had_it(page, ward_leader, world):
    Unit.objects.filter(pk=world.ward.pk).update(valid_to="2026-01-01")

    assert page(ward_leader).get(MAP).status_code == 200


def test_it_costs_the_same_number_of_queries_in_a_larger_world(client_of, ceo, world, report, act):
    client = client_of(ceo)
    small = asked(client, MAP)
    for ward in (world.ward, world.other_ward, world.second_ward):
        for _ in range(3):
            report(world.people["nurse"], ward)
        act(world.people["ward_leader"], world.ward, world.people["ward_leader"])
    with scope.acting(scope.SYSTEM):
        compact_tally()

    large = asked(client, MAP)

    assert len(large) == len(small), shortened(large)
    assert len(large) <= MOST_QUERIES, shortened(large)


def test_the_forskrift_stands_there_word_for_word(page, nurse):
    answer = text(page(nurse).get("/forskriften/"))

    assert "§ 6 a Mål, oppgaver, organisering" in answer
    assert "Forskriften trer i kraft 1. januar 2017." in answer
    assert "helsetilsynsloven § 5" in answer
