"""The shared ward PC: a session locks by itself, the next person is in quickly, nothing is lost."""

from datetime import timedelta

import pytest

from styrk.access.models import Draft
from styrk.access.queries import draft_for

TEXT = "Pasienten falt da bremsen på senga ikke var satt på."


@pytest.fixture
def minutes_pass(stopped_clock):
    def wait(minutes):
        stopped_clock.at += timedelta(minutes=minutes)

    return wait


@pytest.fixture
def at_shared(page, sign_in):
    """A client where the nurse has signed in at a shared machine."""
    client = page()
    sign_in(client, "nurse", shared="on")
    client.get("/om/roller/")
    return client


def test_shared_machine_locks_after_five_minutes(at_shared, minutes_pass):
    minutes_pass(5)
    assert at_shared.get("/om/roller/").status_code == 200
    minutes_pass(6)
    assert at_shared.get("/om/roller/").url == "/logg-inn/?neste=%2Fom%2Froller%2F"


def test_own_machine_stays_open_longer(page, sign_in, minutes_pass):
    client = page()
    sign_in(client, "nurse")
    client.get("/om/roller/")
    minutes_pass(55)
    assert client.get("/om/roller/").status_code == 200
    minutes_pass(61)
    assert client.get("/om/roller/").status_code == 302


def test_locked_page_knows_who_it_was_and_offers_another(at_shared, minutes_pass):
    minutes_pass(6)
    shown = at_shared.get("/logg-inn/?neste=/om/roller/").content.decode()

    assert "Fortsett som Nora Nilsen" in shown
    assert '<input type="hidden" id="id_username" name="username" value="nurse">' in shown
    assert "Bytt person" in shown
    assert 'name="shared" value="on" checked' in shown


def test_the_same_person_goes_on_with_the_password(at_shared, minutes_pass, sign_in):
    minutes_pass(6)
    answer = sign_in(at_shared, "nurse", neste="/om/roller/", shared="on")

    assert answer.url == "/om/roller/"
    assert at_shared.get("/om/roller/").status_code == 200


def test_wrong_password_at_a_locked_page_stays_locked(at_shared, minutes_pass, sign_in):
    minutes_pass(6)
    answer = sign_in(at_shared, "nurse", word="feil")

    assert answer.status_code == 422
    assert "Fortsett som Nora Nilsen" in answer.content.decode()
    assert at_shared.get("/om/roller/").status_code == 302


def test_what_was_sent_from_a_locked_page_is_kept_for_its_writer(
    at_shared, minutes_pass, sign_in, as_person, nurse, colleague
):
    minutes_pass(6)
    sent = at_shared.post(
        "/passord/", {"description": TEXT, "old_password": "x", "password": "y", "key": "k"}
    )

    assert sent.url == "/logg-inn/?neste=%2Fpassord%2F&tatt_vare_pa=1"
    shown = at_shared.get(sent.url)
    assert "tatt vare på" in shown.content.decode()
    with as_person(nurse):
        assert draft_for(nurse, "/passord/") == {"description": TEXT}
    with as_person(colleague):
        assert not Draft.objects.exists()


def test_the_writer_comes_back_to_the_page_with_the_form(at_shared, minutes_pass, sign_in):
    minutes_pass(6)
    sent = at_shared.post(
        "/passord/", {"a": "b"}, HTTP_REFERER="http://testserver/om/roller/?side=2#x"
    )

    assert sent.url == "/logg-inn/?neste=%2Fom%2Froller%2F%3Fside%3D2&tatt_vare_pa=1"
    wrong = sign_in(at_shared, "nurse", word="feil", neste="/om/roller/", tatt_vare_pa="1")
    assert "Det du skrev, er tatt vare på" in wrong.content.decode()
    assert sign_in(at_shared, "nurse", neste="/om/roller/").url == "/om/roller/"


def test_referer_of_another_site_is_not_where_one_comes_back(at_shared, minutes_pass):
    minutes_pass(6)
    sent = at_shared.post("/passord/", {"a": "b"}, HTTP_REFERER="http://ond.example/x")

    assert sent.url == "/logg-inn/?neste=%2Fpassord%2F&tatt_vare_pa=1"


def test_htmx_is_sent_to_the_sign_in_as_a_whole_page(at_shared, minutes_pass, as_person, nurse):
    minutes_pass(6)
    answer = at_shared.post(
        "/passord/",
        {"description": TEXT},
        HTTP_HX_REQUEST="true",
        HTTP_HX_CURRENT_URL="http://testserver/om/roller/",
    )

    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/logg-inn/?neste=%2Fom%2Froller%2F&tatt_vare_pa=1"
    with as_person(nurse):
        assert draft_for(nurse, "/passord/") == {"description": TEXT}


def test_switch_signs_out_at_once_and_keeps_the_page(at_shared):
    answer = at_shared.post("/bytt/", {"neste": "/om/roller/"})

    assert answer.url == "/logg-inn/?neste=%2Fom%2Froller%2F"
    shown = at_shared.get(answer.url).content.decode()
    assert "Nora Nilsen" not in shown
    assert at_shared.get("/min-side/").status_code == 302


def test_switch_from_a_locked_page_forgets_who_it_was(at_shared, minutes_pass):
    minutes_pass(6)
    at_shared.post("/bytt/", {"neste": "/om/roller/"})

    assert "Nora Nilsen" not in at_shared.get("/logg-inn/").content.decode()


def test_switch_in_a_demo_shows_the_demo_people(at_shared, settings):
    settings.DEMO = True
    answer = at_shared.post("/bytt/", {}, HTTP_REFERER="http://testserver/om/roller/")

    assert answer.url == "/demo/?neste=%2Fom%2Froller%2F"


@pytest.mark.parametrize("address", ["/bytt/", "/logg-ut/"])
def test_a_link_alone_ends_no_session(at_shared, address):
    shown = at_shared.get(address)

    assert "Nora Nilsen er logget inn" in shown.content.decode()
    assert at_shared.get("/om/roller/").status_code == 200


def test_sign_out_ends_the_session(at_shared):
    assert at_shared.post("/logg-ut/").url == "/logg-inn/"
    assert "Du er logget ut." in at_shared.get("/logg-inn/").content.decode()
    assert at_shared.get("/om/roller/").status_code == 302


@pytest.mark.parametrize("address", ["/bytt/", "/logg-ut/"])
def test_leaving_when_nobody_is_in_goes_to_the_sign_in(page, world, address):
    assert page().get(address).url == "/logg-inn/"
    assert page().post(address).status_code == 302
