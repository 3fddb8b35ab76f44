"""The open pages: anybody tells a unit something, and sees what came of it."""

from html import unescape

import pytest

from styrk.core import scope
from styrk.feedback import commands, flood
from styrk.feedback.models import Knock, Receipt, Voice
from tests.clients import filled_in, sent_twice
from tests.counting import asked, shortened

ADDRESS = "/fortell/f.med.1.a/"
FILLED = {"kind": "complaint", "text": "Maten var kald, og ingen spurte."}


@pytest.fixture(autouse=True)
def _with_mail(settings):
    settings.MAIL_HOST = "post.example.org"


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def count(model=Voice):
    with scope.acting(scope.SYSTEM):
        return model.objects.count()


def test_anybody_may_tell_and_gets_an_address(entrance, page):
    visitor = page()
    assert says(visitor.get(ADDRESS), "Fortell Sengepost 1A", "Lars leser alt.", "ring 113")
    assert not says(visitor.get(ADDRESS), "st-meld")

    sent = filled_in(visitor, ADDRESS, key="0192a0f0-0000-7000-8000-000000000001", **FILLED)
    assert sent.status_code == 302
    assert sent["Location"].startswith("/fortell/svar/")
    receipt = page().get(sent["Location"])
    assert says(receipt, "Takk for at du sa det.", "Maten var kald", "16. des. 2026")
    assert says(receipt, f"http://127.0.0.1:8000{sent['Location']}")
    assert receipt["Cache-Control"].startswith("max-age=0")


def test_sent_twice_it_is_one_with_one_address(entrance, page):
    key = {"key": "0192a0f0-0000-7000-8000-000000000001"}
    assert "Maten var kald" in sent_twice(page(), ADDRESS, **FILLED, **key)
    assert count() == 1


@pytest.mark.parametrize("email", ["", "noen@example.org"])
def test_the_email_is_kept_apart_from_what_was_told(entrance, page, email):
    page().post(ADDRESS, FILLED | {"email": email})

    with scope.acting(scope.SYSTEM):
        assert Receipt.objects.get().email == email
        assert "example" not in Voice.objects.get().text


def test_without_a_mail_server_no_address_is_asked_for(entrance, page, settings):
    settings.MAIL_HOST = ""
    assert not says(page().get(ADDRESS), "E-post")

    page().post(ADDRESS, FILLED | {"email": "noen@example.org"})

    with scope.acting(scope.SYSTEM):
        assert Receipt.objects.get().email == ""


def test_what_says_who_somebody_is_is_explained_and_taken_out_on_request(entrance, page):
    words = FILLED | {"text": "Ring meg på 912 34 567."}
    stopped = page().post(ADDRESS, words)
    assert stopped.status_code == 422
    assert says(stopped, "et telefonnummer", "Fjern det for meg og fortsett")
    assert count() == 0

    assert page().post(ADDRESS, words | {"redact": "1"}).status_code == 302
    with scope.acting(scope.SYSTEM):
        assert "912" not in Voice.objects.get().text


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Fyll ut dette"),
        ({"kind": "rart", "text": "Hei"}, "Velg det som passer"),
        ({"kind": "good", "text": "a" * 5000}, "Teksten er for lang"),
        ({"kind": "good", "text": "Hei\0"}, "tegn"),
        ({"kind": "good", "text": "Hei", "email": "ingen"}, "e-post"),
        ({"kind": "good", "text": "Hei", "key": "'; DROP"}, "UUID"),
    ],
)
def test_what_makes_no_sense_is_answered(entrance, page, sent, said):
    answer = page().post(ADDRESS, sent)

    assert answer.status_code == 422
    assert said.lower() in unescape(answer.content.decode()).lower()
    assert count() == 0


def test_markup_is_shown_as_it_was_written(entrance, page):
    sent = page().post(ADDRESS, FILLED | {"text": "<script>alert(1)</script> Æ ø å"})
    html = page().get(sent["Location"]).content.decode()

    assert "<script>alert" not in html
    assert "Æ ø å" in html


def test_one_who_sends_and_sends_is_asked_to_wait(entrance, page, now, monkeypatch):
    for _nth in range(flood.FROM_ONE.value):
        flood.note(entrance.unit_id, "127.0.0.1", now)

    answer = page().post(ADDRESS, FILLED)
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")
    assert says(answer, "må be deg vente", "Maten var kald")
    assert count() == 0
    assert page().post(ADDRESS, FILLED, REMOTE_ADDR="10.0.0.9").status_code == 302
    assert "127.0.0.1" not in str(list(Knock.objects.values_list("who", flat=True)))


def test_a_unit_is_not_filled_from_many_places(entrance, page, now):
    for nth in range(flood.TO_ONE_UNIT.value):
        flood.note(entrance.unit_id, f"10.0.0.{nth}", now)

    assert page().post(ADDRESS, FILLED).status_code == 429


def test_who_knocked_is_forgotten(entrance, now):
    flood.note(entrance.unit_id, "127.0.0.1", now)
    flood.forget(now.date())
    assert Knock.objects.count() == 1
    flood.forget(now.date().replace(day=18))
    assert Knock.objects.count() == 0


@pytest.mark.parametrize(
    "address",
    ["/fortell/f.med.1.b/", "/fortell/finnes-ikke/", "/fortell/%00/", "/fortell/svar/gjett/"],
)
def test_what_is_not_open_is_not_there(entrance, page, address):
    assert page().get(address).status_code == 404


def test_a_page_that_is_shut_takes_in_nothing(entrance, world, ward_leader, now, page):
    commands.set_entrance(unit=world.ward, greeting="", is_open=False, by=ward_leader, now=now)

    assert page().get(ADDRESS).status_code == 404
    assert page().post(ADDRESS, FILLED).status_code == 404


def test_about_the_leader_goes_past_the_leader(entrance, page, world, as_person, ward_leader):
    page().post(ADDRESS, FILLED | {"about_leader": "on"})

    with as_person(ward_leader):
        assert not Voice.objects.exists()
    with scope.acting(scope.SYSTEM):
        assert Voice.objects.get().held_by == world.department


def test_everybody_reads_only_what_the_leader_has_let_them(
    entrance, taken, ward_leader, now, page, as_person
):
    with as_person(ward_leader):
        for did, public in (("Tavla viser ventetid.", True), ("Vi ringte.", False)):
            commands.tell_change(
                voice=taken, said="Vi venter", did=did, public=public, by=ward_leader, now=now
            )

    answer = page().get(f"{ADDRESS}dere-sa/")
    assert says(answer, "Tavla viser ventetid.")
    assert not says(answer, "Vi ringte.")
    assert says(page().get(ADDRESS), "Tavla viser ventetid.")


def test_the_open_page_asks_little(entrance, client_of):
    questions = asked(client_of(None), ADDRESS)
    assert len(questions) == 2, shortened(questions)


def test_about_the_top_leader_goes_to_the_chair_who_answers_it(
    world, ceo, now, page, board_chair, as_person
):
    commands.set_entrance(unit=world.trust, greeting="", is_open=True, by=ceo, now=now)
    assert says(page().get("/fortell/f/"), "Da går det til styrets leder.")
    page().post("/fortell/f/", FILLED | {"about_leader": "on"})
    page().post("/fortell/f/", FILLED | {"kind": "suggestion"})

    mine = "/stemmer/overste-leder/"
    listed = page(board_chair).get(mine)
    assert says(listed, "Maten var kald")
    assert not says(listed, "Forslag")
    assert page(ceo).get(mine).status_code == 404
    with as_person(board_chair):
        voice = Voice.objects.get()
    one = f"/stemmer/{voice.uuid}/"
    assert page(ceo).get(one).status_code == 404
    assert says(page(board_chair).get(one), "behandles det av styrets leder", "Ta imot")
    assert says(page(board_chair).get("/min-side/"), "Svar den som fortalte")
    assert page(board_chair).post(f"{one}ta-imot/").status_code == 302
    answered = filled_in(page(board_chair), f"{one}svar/", answer="Jeg har tatt det opp.")
    assert answered.status_code == 302
    assert not says(page(board_chair).get("/min-side/"), "Svar den som fortalte")
