"""Approving an årlig melding on its pages: when, by whom, for what reason, and what stands then."""

import io
import json
from datetime import timedelta
from html import unescape

import pytest
from pypdf import PdfReader

from styrk.requirements.models import AnnualReport
from tests.clients import filled_in

HERE = "/krav/melding/f/2026/"


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def written(year=2026):
    return AnnualReport.objects.filter(year=year).first()


def test_a_draft_says_who_reads_it_and_what_stands_does_not(answered, over, page, nurse, ceo):
    """Those who are to be heard read it before it is decided (hfl § 35)."""
    said = "kan lese utkastet"
    assert says(
        page(nurse).get(HERE), f"Alle i Fjordheim sykehus, og de som har innsyn ovenfra, {said}"
    )

    approved(page(ceo))
    assert not says(page(nurse).get(HERE), said)


@pytest.fixture
def over(stopped_clock, later):
    """The year is over."""
    stopped_clock.at = later


def test_before_the_year_is_over_nobody_approves(answered, page, ceo):
    answer = page(ceo).get(HERE)

    assert says(answer, "Du kan godkjenne når året er over, fra")
    assert not says(answer, "Godkjenn meldingen")
    assert page(ceo).get(HERE + "godkjenn/").url == HERE
    refused = page(ceo).post(HERE + "godkjenn/", {"seen": "0" * 64, "reason": "Hvorfor ikke"})
    assert refused.status_code == 422
    assert says(refused, "Meldingen kan ikke godkjennes før året er over.")


def test_with_nobody_heard_the_reason_is_asked_for_and_shown(
    answered, over, page, client_of, ceo, nurse
):
    refused = approved(page(ceo), reason="")
    assert refused.status_code == 422
    assert says(refused, "helseforetaksloven §§ 34 og 35")

    approved(page(ceo), reason="Utvalget er ikke oppnevnt.")
    assert says(page(nurse).get(HERE), "uten at noen er hørt om planen, fordi", "ikke oppnevnt.")
    told = json.loads(client_of(ceo).get(HERE + "fil/json/").content)
    assert told["reason"] == "Utvalget er ikke oppnevnt."
    text = PdfReader(io.BytesIO(client_of(ceo).get(HERE + "fil/pdf/").content)).pages[0]
    assert "Utvalget er ikke oppnevnt." in text.extract_text()


def test_with_somebody_heard_no_reason_is_asked_for(answered, over, page, ceo):
    filled_in(page(ceo), HERE + "tekst/plan/", text="Vi bygger ut poliklinikken.")
    said = {"party": "Brukerutvalget", "heard_on": "02.11.2026", "said": "Kortere vei hjem."}
    page(ceo).post(HERE + "hort/", said)

    assert not says(page(ceo).get(HERE + "godkjenn/"), "Hvorfor godkjennes den")
    assert approved(page(ceo), reason="").status_code == 302


def approved(client, reason="Utvalget er ikke oppnevnt."):
    import re

    seen = re.search(r"lest=([0-9a-f]{64})", client.get(HERE).content.decode())[1]
    client.get(f"{HERE}godkjenn/?lest={seen}")
    told = {"seen": seen, "basis": "Styresak 12/2027", "reason": reason}
    return client.post(HERE + "godkjenn/", told)


@pytest.mark.parametrize("who", ["ceo", "board_chair"])
def test_the_leader_or_the_board_approves(answered, over, page, world, who):
    person = world.people[who]

    assert approved(page(person)).status_code == 302

    report = written()
    assert (report.state, report.approved_by, report.basis) == (
        "approved",
        person,
        "Styresak 12/2027",
    )
    assert says(page(person).get(HERE), "Meldingen ligger fast.", report.digest[:16])


def test_an_adviser_writes_and_does_not_approve(answered, page, quality_adviser):
    assert says(page(quality_adviser).get(HERE), "Skriv forordet")
    assert page(quality_adviser).get(HERE + "godkjenn/").status_code == 404


def test_what_changed_since_one_read_it_is_not_approved(answered, over, page, ceo, say):
    page(ceo).get(HERE)
    seen = "0" * 64

    answer = page(ceo).post(HERE + "godkjenn/", {"seen": seen, "basis": "", "reason": "Slik"})

    assert answer.status_code == 422
    assert says(answer, "Noe er endret siden du åpnet siden")
    assert not AnnualReport.objects.filter(state="approved").exists()


def test_approved_it_stands_and_what_is_new_is_added(answered, over, page, ceo, say):
    approved(page(ceo))
    say(answered, ceo, "not_met", "Desember ble tung.", "2026-T3")

    answer = page(ceo).get(HERE)
    assert says(answer, "Ventetiden går ned.")
    assert not says(answer, "Desember ble tung.")
    assert not says(answer, "Skriv forordet")
    refused = filled_in(page(ceo), HERE + "tekst/plan/", text="Ny plan")
    assert refused.status_code == 422

    page(ceo).post(HERE + "tillegg/", {"text": "Desember ble tyngre enn ventet."})
    assert says(
        page(ceo).get(HERE), "Tillegg etter godkjenningen", "Desember ble tyngre enn ventet."
    )


def test_approved_files_are_the_same_whenever_they_are_asked_for(
    answered, client_of, page, ceo, stopped_clock, later
):
    stopped_clock.at = later
    approved(page(ceo))
    first = client_of(ceo).get(HERE + "fil/pdf/").content
    stopped_clock.at = later + timedelta(days=90)

    assert client_of(ceo).get(HERE + "fil/pdf/").content == first
