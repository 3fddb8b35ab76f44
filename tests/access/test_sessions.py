"""The shared ward PC: a session locks by itself, the next person is in quickly, nothing is lost."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

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


SECRETS = {"old_password": "x", "password": "y", "key": "k"}


def word_in(answer):
    """What the page takes along to the sign-in."""
    return answer.content.decode().split('name="carried" value="')[1].split('"')[0]


def no_draft_of(person, as_person):
    with as_person(person):
        return not Draft.objects.exists()


@pytest.fixture
def sent(at_shared, minutes_pass):
    """What was typed in the open form after it was locked, and sent."""
    minutes_pass(6)
    referer = "http://testserver/om/roller/?side=2#x"
    return at_shared.post("/passord/", {"description": TEXT} | SECRETS, HTTP_REFERER=referer)


def test_what_was_sent_from_a_locked_page_waits_for_who_signs_in(sent, as_person, nurse):
    shown = sent.content.decode()

    assert sent.status_code == 401
    assert "Fortsett som Nora Nilsen" in shown
    assert TEXT in shown
    assert '<input type="hidden" id="id_username" name="username" value="nurse">' in shown
    assert no_draft_of(nurse, as_person)


def test_the_one_who_unlocks_gets_it(sent, at_shared, sign_in, as_person, nurse, colleague):
    carried = {"carried": word_in(sent), "neste": "/om/roller/?side=2"}
    wrong = sign_in(at_shared, "nurse", word="feil", **carried)

    assert f'value="{carried["carried"]}"' in wrong.content.decode()
    assert "Det du skrev, er tatt vare på" in wrong.content.decode()
    assert no_draft_of(nurse, as_person)
    assert sign_in(at_shared, "nurse", **carried).url == "/om/roller/?side=2"
    with as_person(nurse):
        assert draft_for(nurse, "/passord/") == {"description": TEXT}
    assert no_draft_of(colleague, as_person)


def test_another_who_typed_it_gets_it_and_the_first_never_sees_it(
    sent, at_shared, sign_in, as_person, nurse, colleague
):
    assert 'name="neste" value="/om/roller/?side=2"' in sent.content.decode()
    changed = at_shared.post("/bytt/", {"neste": "/om/roller/?side=2", "carried": word_in(sent)})
    shown = changed.content.decode()

    assert changed.status_code == 200
    assert "Nora Nilsen" not in shown
    assert TEXT in shown
    assert at_shared.get("/min-side/").status_code == 302
    back = sign_in(at_shared, "colleague", neste="/om/roller/?side=2", carried=word_in(changed))
    assert back.url == "/om/roller/?side=2"
    with as_person(colleague):
        assert draft_for(colleague, "/passord/") == {"description": TEXT}
    assert no_draft_of(nurse, as_person)
    sign_in(at_shared, "nurse")
    assert no_draft_of(nurse, as_person)


def test_wrong_password_first_and_then_another_person(sent, at_shared, sign_in):
    wrong = sign_in(at_shared, "nurse", word="feil", neste="/om/roller/", carried=word_in(sent))

    changed = at_shared.post("/bytt/", {"neste": "/om/roller/", "carried": word_in(wrong)})
    assert TEXT in changed.content.decode()


def test_switch_with_what_is_not_ours_takes_nothing_along(at_shared):
    assert at_shared.post("/bytt/", {"carried": "tull"}).status_code == 302


def test_referer_of_another_site_is_not_where_one_comes_back(at_shared, minutes_pass):
    minutes_pass(6)
    sent = at_shared.post("/passord/", {"a": "b"}, HTTP_REFERER="http://ond.example/x")

    assert 'name="neste" value="/passord/"' in sent.content.decode()


def test_htmx_gets_a_whole_page_to_sign_in_on(at_shared, minutes_pass, as_person, nurse):
    minutes_pass(6)
    answer = at_shared.post(
        "/passord/",
        {"description": TEXT},
        HTTP_HX_REQUEST="true",
        HTTP_HX_CURRENT_URL="http://testserver/om/roller/",
    )

    assert answer.status_code == 401
    assert answer.headers["HX-Retarget"] == "body"
    assert 'name="neste" value="/om/roller/"' in answer.content.decode()
    assert TEXT in answer.content.decode()
    assert no_draft_of(nurse, as_person)


def test_htmx_that_only_reads_is_sent_to_the_sign_in(at_shared, minutes_pass):
    minutes_pass(6)
    answer = at_shared.get(
        "/meld/steder/",
        HTTP_HX_REQUEST="true",
        HTTP_HX_CURRENT_URL="http://testserver/om/roller/",
    )

    assert answer.headers["HX-Redirect"] == "/logg-inn/?neste=%2Fom%2Froller%2F"


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


@pytest.mark.parametrize("photos", [True, False])
def test_the_truth_about_photos_stands_first(at_shared, minutes_pass, photos):
    minutes_pass(6)
    files = {"photos": SimpleUploadedFile("a.jpg", b"x")} if photos else {}
    sent = at_shared.post(
        "/passord/", {"description": TEXT} | files, HTTP_REFERER="http://testserver/om/roller/"
    )
    lead = sent.content.decode().split('class="st-lead">')[1].split("</p>")[0]

    assert ("Bilder må du legge ved på nytt." in lead) == photos
    assert "ingenting er borte" not in lead
