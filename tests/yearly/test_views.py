"""The pages of the yearly report: who reads, who writes, who sends."""

from html import unescape

import pytest
from django.urls import reverse

from styrk.core import clock
from styrk.yearly import commands
from styrk.yearly.models import YearlyReport
from styrk.yearly.states import NEEDED
from tests.clients import filled_in
from tests.counting import asked, shortened

pytestmark = pytest.mark.django_db


def at(name, report=None, *more):
    return reverse(f"yearly:{name}", args=[report.uuid, *more] if report else [])


def lacks(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html]


def test_nothing_yet(page, home_nurse, municipal_director, nurse):
    empty = page(home_nurse).get(at("reports"))
    assert not lacks(empty, "Ingen rapport å lese ennå")
    assert lacks(empty, "Begynn på rapporten")
    assert not lacks(page(municipal_director).get(at("reports")), "Begynn på rapporten for 2025")
    assert not lacks(page(nurse).get(at("reports")), "Ingen kommune å vise")


def test_from_empty_to_treated_on_the_pages(
    page, supervision, mayor, adviser, municipal_director, world, now, stopped_clock, after_meeting
):
    client = page(adviser)
    begun = client.post(f"{at('begin')}?enhet={world.municipality.code}", {"year": "2026"})
    report = YearlyReport.objects.get()
    assert begun["Location"] == at("report", report)
    shown = client.get(at("report", report))
    assert not lacks(
        shown,
        "Dette mangler før den kan sendes",
        "Statsforvalteren i Prøvefylket",
        "Doble kontroller mangler",
        "§ 25-1 a",
        "Meldinger i året",
    )
    assert lacks(shown, "Send til kommunestyret")
    for part in NEEDED:
        assert (
            filled_in(client, at("write", report, part), text=f"Vi ser {part}").status_code == 302
        )
    assert client.get(at("send", report)).status_code == 404

    leader = page(municipal_director)
    assert lacks(leader.get(at("report", report)), "Dette mangler før den kan sendes")
    assert filled_in(leader, at("send", report), meeting_on="2020-01-01").status_code == 422
    day = clock.after(now, days=21)
    assert filled_in(leader, at("send", report), meeting_on=f"{day}").status_code == 302
    read = page(mayor).get(at("report", report))
    assert not lacks(read, "Sendt av Mona Moen", YearlyReport.objects.get().digest)

    stopped_clock.at = after_meeting
    leader = page(municipal_director)
    treated = filled_in(
        leader,
        at("treat", report),
        held_on=f"{day}",
        case="PS 91/26",
        decision="noted",
        words="Rapporten tas til orientering.",
    )
    assert treated.status_code == 302
    assert not lacks(
        leader.get(at("report", report)),
        "Kommunestyrets vedtak",
        "PS 91/26",
        "Rapporten tas til orientering.",
        "førte inn vedtaket i sak PS 91/26",
    )
    added = filled_in(leader, at("add", report), text="Tallet for mai er rettet.")
    assert added.status_code == 302
    assert not lacks(leader.get(at("report", report)), "Tallet for mai er rettet.")


def test_begun_already_it_leads_straight_to_it(page, begin, municipal_director, world):
    report = begin()
    address = f"{at('begin')}?enhet={world.municipality.code}"

    answer = page(municipal_director).post(address, {"year": "2026"})
    assert answer["Location"] == at("report", report)


def test_nobody_sends_another_than_the_one_they_read(page, begin, write, municipal_director, now):
    report = write(begin())
    leader = page(municipal_director)
    shown = unescape(leader.get(at("report", report)).content.decode())
    way = next(part for part in shown.split('"') if part.startswith(at("send", report)))
    filled_in(leader, at("write", report, "control"), text="Noe helt annet")

    assert not lacks(leader.get(way), "Noe er endret siden du leste.")
    coming = f"{clock.after(now, days=9)}"
    stale = leader.post(way, {"stand": "gammelt", "meeting_on": coming})
    assert stale.status_code == 422
    assert YearlyReport.objects.get().state == "draft"


def test_who_reads_what(page, begin, home_nurse, home_leader, ceo, nurse, mayor, sent):
    assert page(home_nurse).get(at("report", sent)).status_code == 200
    assert page(home_nurse).get(at("send", sent)).status_code == 404
    for other in (ceo, nurse):
        assert page(other).get(at("report", sent)).status_code == 404
        assert page(other).get(at("file", sent, "pdf")).status_code == 404


def test_a_draft_is_not_everybodys(page, begin, home_nurse, mayor):
    report = begin()

    assert page(home_nurse).get(at("report", report)).status_code == 404
    assert page(mayor).get(at("report", report)).status_code == 200
    assert page(mayor).get(at("write", report, "control")).status_code == 404


def test_where_a_duty_leads(page, world, begin, municipal_director, home_nurse):
    way = reverse("yearly:of_unit", args=[world.municipality.uuid])
    leader = page(municipal_director)

    assert leader.get(way)["Location"] == f"{at('reports')}?enhet=k"
    report = begin()
    assert leader.get(way)["Location"] == at("report", report)
    assert leader.get(reverse("yearly:of_unit", args=[world.trust.uuid])).status_code == 404


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_as_a_file(page, supervision, sent, municipal_director, form, begins):
    client = page(municipal_director)
    first = client.get(at("file", sent, form))

    assert first.content.startswith(begins)
    assert f"internkontroll-k-2026-1.{form}" in first["Content-Disposition"]
    assert client.get(at("file", sent, form)).content == first.content
    assert client.get(at("file", sent, "txt")).status_code == 404


def test_the_page_asks_little(page, supervision, sent, municipal_director):
    questions = asked(page(municipal_director), at("report", sent))

    assert len(questions) == 9, shortened(questions)
    questions = asked(page(municipal_director), at("reports"))
    assert len(questions) == 7, shortened(questions)


def test_kommunestyrets_page_says_what_waits_and_what_was_said_of_the_last(
    page, sent, decided, municipal_director, after_meeting, stopped_clock, as_person
):
    shown = page(municipal_director).get("/styre/").content.decode()
    assert "Skal behandles 7. des. 2026." in shown
    stopped_clock.at = after_meeting
    with as_person(municipal_director):
        commands.note_treatment(
            report=sent, treated=decided, by=municipal_director, now=after_meeting
        )
    shown = page(municipal_director).get("/styre/").content.decode()
    assert "Ba om noe mer (PS 91/26). Kommunestyret ber om en ny orientering" in shown
    assert "Skal behandles" not in shown


def test_what_kommunestyret_asked_for_stands_on_its_page_until_it_is_told_of(
    sent, page, mayor, municipal_director, home_leader, stopped_clock, after_meeting, now
):
    stopped_clock.at = after_meeting
    leader = page(municipal_director)
    said = {
        "held_on": f"{clock.after(now, days=21)}",
        "case": "PS 91/26",
        "decision": "asked",
        "words": "Vi vil vite mer om natten.",
    }
    nobody = filled_in(leader, at("treat", sent), **said)
    assert not lacks(nobody, "Si hvem som følger det opp")
    followed = {"owner": str(home_leader.uuid), "due": "2027-03-01"}
    assert filled_in(leader, at("treat", sent), **said, **followed).status_code == 302
    assert not lacks(page(mayor).get("/styre/"), "Vi vil vite mer om natten.", "Helge Hovland")
    mine = page(home_leader)
    assert not lacks(mine.get("/min-side/"), "Meld tilbake til kommunestyret")
    assert filled_in(mine, at("tell", sent), told="Natten er bemannet.").status_code == 302
    assert mine.get(at("tell", sent)).status_code != 200
    assert page(mayor).get(at("tell", sent)).status_code == 404

    assert not lacks(page(mayor).get("/styre/"), "Natten er bemannet.", "Meldt tilbake")
    assert not lacks(page(mayor).get(at("report", sent)), "Hva det ble av det")
