"""The pages of the årlig melding and of the status of a period."""

import io
import json
from html import unescape

import docx as word
import pytest
from pypdf import PdfReader

from styrk.requirements.models import AnnualReport, StatusReport
from tests.clients import filled_in

HERE = "/krav/melding/f/2026/"


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def written(year=2026):
    return AnnualReport.objects.filter(year=year).first()


def test_all_of_it_with_what_is_missing_and_from_whom(answered, page, ceo):
    answer = page(ceo).get(HERE)

    assert says(
        answer,
        "Årlig melding 2026 for Fjordheim sykehus",
        "Oppdrag og bestilling 2026, punkt 3.1",
        "Ventetiden i somatikken skal ned til 61 dager.",
        "Ventetiden går ned.",
        "2. tertial 2026",
        "2 enheter under: 1 usikkert, 1 venter på svar.",
        "Har ikke svart: Kirurgisk klinikk.",
        "Usikkert: Medisinsk klinikk.",
        "Ingen er hørt om planen.",
    )


def test_empty_it_says_so(world, page, nurse):
    assert says(page(nurse).get(HERE), "Ingen krav fra eieren dette året")
    assert says(page(nurse).get("/krav/melding/f.med.1.a/2026/"), "Ingen krav fra eieren")


def test_the_list_of_years(answered, page, nurse):
    answer = page(nurse).get("/krav/melding/")

    assert says(answer, "Sengepost 1A", "Fjordheim sykehus", "Årlig melding 2025", "Ikke begynt")
    assert not AnnualReport.objects.exists(), "to read is not to begin"


@pytest.mark.parametrize(
    "address",
    ["", "fil/pdf/", "fil/json/", "tekst/plan/", "hort/", "godkjenn/", "tillegg/"],
)
def test_a_neighbour_sees_nothing(answered, page, outsider, outsider_leader, address):
    for person in (outsider, outsider_leader):
        assert page(person).get(HERE + address).status_code == 404
        assert page(person).post(HERE + address, {"text": "Hei"}).status_code in (404, 405)
    assert page(outsider).get("/krav/status/f/2026-T3/").status_code == 404


@pytest.mark.parametrize("address", ["tekst/plan/", "hort/", "godkjenn/", "tillegg/"])
@pytest.mark.parametrize("who", ["nurse", "ward_leader", "clinic_director"])
def test_only_those_who_answer_for_the_unit_write(answered, page, world, who, address):
    person = world.people[who]
    assert page(person).get(HERE).status_code == 200
    assert page(person).get(HERE + address).status_code == 404
    assert page(person).post(HERE + address, {"text": "Hei"}).status_code == 404
    assert not says(page(person).get(HERE), "Skriv forordet")


@pytest.mark.parametrize(
    "address",
    ["/krav/melding/f/2031/", "/krav/melding/f/1999/", "/krav/melding/x/2026/",
     "/krav/melding/f/99999999999/", HERE + "fil/exe/", HERE + "tekst/rart/",
     "/krav/status/f/2026-T9/", "/krav/status/f/2031/", "/krav/status/x/2026/"],
)  # fmt: skip
def test_what_is_not_there(answered, page, ceo, address):
    assert page(ceo).get(address).status_code == 404


def test_the_foreword_and_the_plan(answered, page, ceo):
    filled_in(page(ceo), HERE + "tekst/forord/", text="Et godt år.")
    filled_in(page(ceo), HERE + "tekst/plan/", text="Vi bygger ut poliklinikken.")

    answer = page(ceo).get(HERE)
    assert says(answer, "Et godt år.", "Vi bygger ut poliklinikken.")
    assert says(page(ceo).get(HERE + "tekst/plan/"), "Vi bygger ut poliklinikken.")


def test_an_identity_is_refused_and_what_is_typed_is_kept(answered, page, ceo):
    answer = page(ceo).post(HERE + "tekst/plan/", {"text": "Ring 99887766 om planen."})

    assert answer.status_code == 422
    assert says(answer, "Ring 99887766 om planen.", "telefonnummer")
    assert not AnnualReport.objects.exists()


def test_who_was_heard_and_what_came_of_it(answered, page, ceo):
    said = {"party": "Brukerutvalget", "heard_on": "02.11.2026", "said": "Kortere vei hjem."}
    page(ceo).post(HERE + "hort/", said)
    assert says(page(ceo).get(HERE), "Brukerutvalget", "Ikke sagt ennå")
    hearing = written().hearings.get()

    filled_in(page(ceo), f"{HERE}hort/{hearing.uuid}/", **said, outcome="Ny rute.")

    assert says(page(ceo).get(HERE), "Ny rute.")
    assert written().hearings.count() == 1


def test_nobody_was_heard_tomorrow(answered, page, ceo):
    said = {"party": "Brukerutvalget", "heard_on": "02.12.2026", "said": "Kortere vei hjem."}

    assert page(ceo).post(HERE + "hort/", said).status_code == 422


def test_the_answer_of_the_whole_year(answered, page, ceo):
    address = f"{HERE}svar/{answered.uuid}/"
    assert says(page(ceo).get(address), "Ventetiden går ned.")

    filled_in(page(ceo), address, course="met", text="Vi nådde 61 dager.")

    assert StatusReport.objects.get(period="2026").text == "Vi nådde 61 dager."
    assert says(page(ceo).get(HERE), "Vi nådde 61 dager.")


def test_the_answer_of_another_unit_is_not_there(answered, page, ceo, nurse, clinic_director):
    from styrk.requirements.models import Placement

    below = Placement.objects.filter(above=answered).first()
    assert page(ceo).get(f"{HERE}svar/{below.uuid}/").status_code == 404
    assert page(nurse).get(f"{HERE}svar/{answered.uuid}/").status_code == 404


def test_files(answered, page, client_of, ceo):
    filled_in(page(ceo), HERE + "tekst/plan/", text=r"#read(\"x\") *fet* $x$ [a] <b>")

    answer = client_of(ceo).get(HERE + "fil/pdf/")
    assert answer["Content-Disposition"] == 'attachment; filename="arlig-melding-f-2026.pdf"'
    text = "\n".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.content)).pages)
    assert "Ventetiden i somatikken skal ned til 61 dager." in text
    assert "Har ikke svart: Kirurgisk klinikk." in text
    assert "Utkast" in text
    assert r"*fet* $x$ [a] <b>" in text

    found = word.Document(io.BytesIO(client_of(ceo).get(HERE + "fil/docx/").content))
    lines = [line.text for line in found.paragraphs]
    assert "3.1 Ventetiden i somatikken skal ned til 61 dager." in lines
    assert any("*fet* $x$ [a] <b>" in line for line in lines)

    told = json.loads(client_of(ceo).get(HERE + "fil/json/").content)
    (answer,) = told["content"]["documents"][0]["answers"]
    assert (told["state"], answer["course"]) == ("draft", "on_course")


def test_a_demo_is_marked(answered, client_of, ceo, settings):
    settings.DEMO = True

    content = client_of(ceo).get(HERE + "fil/pdf/").content
    assert "Oppdiktede data" in PdfReader(io.BytesIO(content)).pages[0].extract_text()


@pytest.mark.parametrize(
    ("language", "said"), [("nn", "Årleg melding 2026"), ("en", "Annual report 2026")]
)
def test_in_ones_own_language(answered, client_of, ceo, language, said):
    client = client_of(ceo)
    client.post("/sprak/", {"language": language, "next": "/"})
    content = PdfReader(io.BytesIO(client.get(HERE + "fil/pdf/").content))

    assert said in content.pages[0].extract_text()
    assert content.root_object["/Lang"].startswith(language)


def test_status_of_a_period(answered, page, ceo, say):
    assert says(
        page(ceo).get("/krav/status/f/2026-T3/"),
        "Har ikke sagt hvordan det går: Fjordheim sykehus, Medisinsk klinikk.",
    )
    say(answered, ceo, "on_course", "Ventetiden går ned igjen.", "2026-T3")

    answer = page(ceo).get("/krav/status/f/2026-T3/")
    assert says(
        answer,
        "Status for krav: Fjordheim sykehus, 3. tertial 2026",
        "3.1 Ventetiden",
        "Ventetiden går ned igjen.",
        "2 enheter under: 1 uten status, 1 venter på svar.",
        "Har ikke sagt hvordan det går: Medisinsk klinikk.",
        "Har ikke svart: Kirurgisk klinikk.",
    )
    assert not says(answer, "går: Fjordheim sykehus")


def test_a_period_before_the_requirement_was_placed_asks_nothing(answered, page, ceo):
    assert says(page(ceo).get("/krav/status/f/2026-T2/"), "Ingen krav rapporteres")
    assert says(page(ceo).get("/krav/status/f/2026-10/"), "Ingen krav rapporteres")
    assert page(ceo).get("/krav/status/")["Location"] == "/krav/status/f/2026-T2/"


@pytest.mark.parametrize("query", ["etter=-1", "etter=x", "etter=" + "9" * 40, "etter=²"])
def test_odd_questions_are_answered(answered, page, ceo, query):
    assert page(ceo).get(f"/krav/status/f/2026-T2/?{query}").status_code == 200
