"""The leader's list, one's own reports, and the incident with all that hangs on it."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from styrk.core import scope
from styrk.incidents import queries
from styrk.incidents.models import Statement, reference
from tests.counting import asked, shortened

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12
HTMX = {"HTTP_HX_REQUEST": "true"}


def shown(client, address, **headers):
    answer = client.get(address, **headers)
    assert answer.status_code == 200
    return answer.content.decode()


def titles(client, address):
    """The titles in the list, from the top."""
    return re.findall(r'href="/avvik/[0-9a-f-]{36}/">([^<]+)</a>', shown(client, address, **HTMX))


@pytest.fixture
def three(report, nurse, world, now):
    """Three reports, the newest last."""
    return [
        report(nurse, world.ward, at=now - timedelta(hours=hours), **facts)
        for hours, facts in (
            (30, {"description": "Feil medisin ble gitt", "harm_actual": "severe"}),
            (20, {"description": "Døra til lageret sto åpen", "kind": "equipment"}),
            (10, {"description": "Pasienten falt på badet"}),
        )
    ]


def test_list_shows_the_newest_first(page, ward_leader, three):
    assert titles(page(ward_leader), "/avvik/") == [
        "Pasienten falt på badet",
        "Døra til lageret sto åpen",
        "Feil medisin ble gitt",
    ]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("q=bad", ["Pasienten falt på badet"]),
        ("q=dør+lager", ["Døra til lageret sto åpen"]),
        ("q=finnesikke", []),
        ("kind=equipment", ["Døra til lageret sto åpen"]),
        ("serious=on&kind=patient&q=medisin", ["Feil medisin ble gitt"]),
        ("state=concluded", []),
        ("state=received&q=falt", ["Pasienten falt på badet"]),
    ],
)
def test_list_is_limited_to_what_is_asked_for(page, ward_leader, three, question, found):
    assert titles(page(ward_leader), f"/avvik/?{question}") == found


def test_list_is_searched_by_the_number_people_say(page, ward_leader, three):
    assert titles(page(ward_leader), f"/avvik/?q={three[1].reference}") == [
        "Døra til lageret sto åpen"
    ]
    assert titles(page(ward_leader), f"/avvik/?q={three[1].pk}") == ["Døra til lageret sto åpen"]


def test_hash_before_the_number_says_that_it_is_one(page, ward_leader, report, nurse, three, world):
    client, number = page(ward_leader), three[1].pk
    report(nurse, world.ward, description=f"Se sak {number} om døra.")

    for said in ("%23", "%23+", "+%23", f"%23{three[1].reference.split('-')[0]}-"):
        assert titles(client, f"/avvik/?q={said}{number}") == ["Døra til lageret sto åpen"], said


def test_number_with_another_year_is_another_case(page, ward_leader, three):
    year, number = three[1].reference.split("-")

    assert titles(page(ward_leader), f"/avvik/?q={int(year) - 1}-{number}") == []


def test_number_is_a_word_too(page, ward_leader, report, nurse, world):
    told = report(nurse, world.ward, description="Trallen har bare 50 % bremse igjen.")
    half = titles(page(ward_leader), "/avvik/?q=50")
    again = report(nurse, world.ward, description=f"Se sak {told.pk} om bremsene.")

    assert half == [told.title]
    assert titles(page(ward_leader), f"/avvik/?q={told.pk}") == [again.title, told.title]


def test_reference_has_the_year_in_norway():
    assert reference(17, datetime(2025, 12, 31, 23, 30, tzinfo=UTC)) == "2026-17"
    assert reference(17, datetime(2025, 12, 31, 22, 30, tzinfo=UTC)) == "2025-17"


def test_search_finds_nothing_of_the_neighbours(page, ward_leader, world):
    assert titles(page(ward_leader), "/avvik/?q=Kvitrosebark") == []
    assert titles(page(ward_leader), f"/avvik/?q={world.their_incident.pk}") == []


def test_empty_list_and_empty_answer_say_different_things(page, ward_leader):
    assert "Ingen meldinger ennå" in shown(page(ward_leader), "/avvik/")
    assert "Ingen meldinger passer" in shown(page(ward_leader), "/avvik/?q=finnesikke")


def test_search_says_what_it_looks_in_and_when_it_has_not_looked(page, ward_leader, three):
    too_long = f"/avvik/?q={'x' * 201}"

    assert "i det som er fortalt og i stedet" in shown(page(ward_leader), "/avvik/")
    assert titles(page(ward_leader), too_long) == []
    for headers in ({}, HTMX):
        text = shown(page(ward_leader), too_long, **headers)
        assert "Vi har ikke søkt" in text
        assert "Skriv høyst 200 tegn." in text
        assert "Ingen meldinger passer" not in text
        # The list that renews itself is the one of all there is.
        assert "every 10s" not in text


@pytest.mark.parametrize(
    "question",
    [
        *("state=tull", "kind=tull", "q=%00", "q=%27%3B--", "q=%5C", "q=%26+%7C+%21", "q=" + "x" * 500),
        *("eldre=", "eldre=tull", "eldre=2026-01-01_1", "eldre=2026-01-01T00:00:00_1"),
        "eldre=2026-01-01T00:00:00%2B00:00_99999999999999999999",
        "eldre=2026-01-01T00:00:00%2B00:00_x",
        "eldre=0001-01-01T00:00:00%2B14:00_1",
        "eldre=9999-12-31T23:59:59-14:00_1",
    ],
)  # fmt: skip
def test_nonsense_in_the_address_is_no_error(page, ward_leader, three, question):
    shown(page(ward_leader), f"/avvik/?{question}")
    shown(page(ward_leader), f"/avvik/?q=badet&{question}")


def test_pages_lead_to_older_and_back(page, ward_leader, three, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 2)
    client = page(ward_leader)
    first = shown(client, "/avvik/?kind=patient&state=received")
    assert "?eldre" not in first.split("Melding", 1)[0]

    text = shown(client, "/avvik/")
    assert titles(client, "/avvik/")[-1] == "Døra til lageret sto åpen"
    older = text.split('rel="next" href="')[1].split('"')[0].split("#")[0].replace("&amp;", "&")
    assert titles(client, f"/avvik/{older}") == ["Feil medisin ble gitt"]
    assert 'href="/avvik/"' in shown(client, f"/avvik/{older}", **HTMX)


def test_htmx_gets_the_list_alone(page, ward_leader, three):
    part = shown(page(ward_leader), "/avvik/", **HTMX)

    assert part.strip().startswith('<div id="liste"')
    assert "<html" not in part
    assert "<h1" not in part


def test_reporter_gets_the_timeline_alone_by_htmx(page, nurse, three):
    address = f"/mine-meldinger/{three[0].uuid}/"
    part = shown(page(nurse), address, **HTMX)

    assert part.strip().startswith("<section")
    assert "Mottatt. Takk for at du sa fra." in part
    assert "<html" not in part
    assert part.strip() in shown(page(nurse), address)


def test_own_reports_lead_to_what_is_older(page, nurse, report, world, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 2)
    for number in range(3):
        report(nurse, world.ward, description=f"Melding nummer {number}.")
    client = page(nurse)

    newest = shown(client, "/mine-meldinger/")
    assert [f"nummer {number}" in newest for number in range(3)] == [False, True, True]
    way = newest.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    older = shown(client, f"/mine-meldinger/{way}")
    assert [f"nummer {number}" in older for number in range(3)] == [True, False, False]
    assert 'rel="next"' not in older


def test_own_reports_are_empty_at_first(page, nurse):
    assert "Du har ikke meldt noe ennå" in shown(page(nurse), "/mine-meldinger/")


@pytest.mark.parametrize(
    ("who", "address", "number"),
    [("ward_leader", "/avvik/", 7), ("nurse", "/mine-meldinger/", 6), ("ward_leader", "/avvik/?q=bad", 8)],
)  # fmt: skip
def test_lists_ask_the_same_with_one_and_three(page, world, report, nurse, who, address, number):
    for _reports in (1, 2):
        report(nurse, world.ward)
        questions = asked(page(world.people[who]), address)
        assert len(questions) == number, shortened(questions)
        report(nurse, world.ward)


def test_incident_asks_the_same_with_one_and_three_of_each(
    page, world, nurse, ward_leader, report, take, ask, decide, photo
):
    counts = []
    for number in (1, 3):
        incident = report(nurse, world.ward, photos=[photo] * number)
        take(ward_leader, incident)
        for _each in range(number):
            ask(ward_leader, incident, world.other_ward)
            decide(ward_leader, incident)
        questions = asked(page(ward_leader), f"/avvik/{incident.uuid}/")
        assert len(questions) <= MOST_QUERIES, shortened(questions)
        counts.append(len(questions))

    assert counts == [12, 12]


@pytest.mark.parametrize(
    ("who", "name", "number"),
    [
        ("nurse", "/meld/", 7),
        ("nurse", "/meld/steder/?search=senge", 6),
        ("nurse", "/mine-meldinger/{incident}/", 8),
        ("ward_leader", "/avvik/{incident}/historikk/", 10),
        ("ward_leader", "/avvik/{incident}/type-og-alvor/", 8),
        ("ward_leader", "/avvik/{incident}/uttalelse/?search=senge", 9),
        ("ward_leader", "/avvik/{incident}/funn/", 9),
        ("ward_leader", "/avvik/{incident}/tiltak/", 12),
        ("ward_leader", "/avvik/{incident}/inhabil/", 8),
        ("other_leader", "/uttalelse/{statement}/", 9),
    ],
)
def test_pages_ask_little(page, world, big_case, who, name, number):
    with scope.acting(scope.SYSTEM):
        address = name.format(incident=big_case.uuid, statement=Statement.objects.get().uuid)
    part = HTMX if "steder" in name else {}
    questions = asked(page(world.people[who]), address, **part)

    assert len(questions) == number, shortened(questions)


def test_reporters_name_is_for_the_line_and_not_for_the_adviser(
    page, big_case, ward_leader, quality_adviser, nurse
):
    address = f"/avvik/{big_case.uuid}/"

    assert nurse.name in shown(page(ward_leader), address)
    hidden = shown(page(quality_adviser), address)
    assert "Vises ikke for deg" in hidden
    assert nurse.name not in hidden
    assert nurse.name not in shown(page(quality_adviser), f"{address}historikk/")


def test_reporter_does_not_see_questions_or_unsettled_actions(page, big_case, nurse):
    text = shown(page(nurse), f"/mine-meldinger/{big_case.uuid}/")

    assert "Lars Lunde ser på det" in text
    assert "før overflyttingen" not in text
    assert "Sklisikkert" not in text


def test_what_the_leader_may_do_follows_the_state(page, ward_leader, report, take, nurse, world):
    incident = report(nurse, world.ward)
    address = f"/avvik/{incident.uuid}/"

    assert "ta-imot/" in shown(page(ward_leader), address)
    assert f"{address}funn/" not in shown(page(ward_leader), address)
    take(ward_leader, incident)
    after = shown(page(ward_leader), address)
    assert "ta-imot/" not in after
    assert f"{address}funn/" in after


def test_unknown_unit_is_not_all_units(page, ward_leader, case):
    assert page(ward_leader).get("/avvik/?enhet=NOPE").status_code == 404


@pytest.mark.parametrize("asked_for", ["fall", "falt", "Falle"])
def test_a_word_is_found_in_its_irregular_forms_too(
    page, ward_leader, report, nurse, world, asked_for
):
    """The stemmer knows «falt» and «fall» as two words."""
    told = [
        report(nurse, world.ward, description=text)
        for text in ("Han falt ut av senga.", "Fall på badet.", "Hun kan falle igjen.")
    ]
    other = report(nurse, world.ward, description="Feil dose gitt.")
    found = page(ward_leader).get(f"/avvik/?q={asked_for}").content.decode()
    assert [str(one.uuid) in found for one in told] == [True, True, True]
    assert str(other.uuid) not in found
