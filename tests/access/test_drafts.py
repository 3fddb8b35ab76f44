"""What is typed survives: kept while typing, and carried through the sign-in."""

from datetime import timedelta

import pytest

from styrk.access import carried, commands, jobs
from styrk.access.models import Draft
from styrk.access.queries import draft_for
from styrk.core import scope

TEXT = "Pasienten falt da bremsen på senga ikke var satt på."
FNR = "13116900216"


def save(client, path="/om/roller/", **fields):
    return client.post("/kladd/", {"path": path, "description": TEXT, **fields})


def word_in(answer):
    """What the page takes along to the sign-in."""
    return answer.content.decode().split('name="carried" value="')[1].split('"')[0]


def test_draft_is_kept_for_its_writer_alone(page, nurse, colleague, as_person):
    assert save(page(nurse)).status_code == 204

    with as_person(nurse):
        assert draft_for(nurse, "/om/roller/") == {"description": TEXT}
    with as_person(colleague):
        assert draft_for(nurse, "/om/roller/") == {}


def test_the_last_draft_stands(page, nurse, as_person):
    save(page(nurse))
    save(page(nurse), description="Nytt")

    with as_person(nurse):
        assert draft_for(nurse, "/om/roller/") == {"description": "Nytt"}


def test_draft_never_holds_a_fodselsnummer_or_a_password(page, nurse, as_person):
    save(page(nurse), description=f"Fødselsnummer {FNR}", new_password="hemmelig", key="k")

    with as_person(nurse):
        assert draft_for(nurse, "/om/roller/") == {
            "description": "Fødselsnummer [fødselsnummer fjernet]",
            "guard_removed": ["fnr"],
        }


def test_form_says_what_was_taken_out_of_what_one_wrote(page, nurse):
    client = page(nurse)
    told = f"Nr. {FNR} og {FNR}, ring 22 22 55 55. Pasienten falt."
    save(client, path="/meld/", description=told)

    shown = client.get("/meld/").content.decode()
    assert "Vi har fjernet et fødselsnummer og et telefonnummer fra det du skrev." in shown
    assert "Nr. [fødselsnummer fjernet] og [fødselsnummer fjernet]" in shown
    save(client, path="/meld/", description="Pasienten falt.", guard_removed="fnr")
    assert "Vi har fjernet" not in client.get("/meld/").content.decode()


def test_what_a_form_refused_says_it_too_when_one_comes_back(page, nurse):
    client = page(nurse)
    refused = client.post("/meld/", {"description": f"Pasient {FNR}"})
    assert refused.status_code == 422
    assert "Vi har fjernet" not in refused.content.decode()

    assert "Vi har fjernet et fødselsnummer fra" in client.get("/meld/").content.decode()


def test_forms_on_a_records_own_page_say_it_too(page, world, outsider_leader):
    client = page(outsider_leader)
    path = f"/tiltak/{world.their_action.uuid}/"
    save(client, path=f"{path}iverksatt/", note=f"Pasient {FNR}")

    assert client.get(path).content.decode().count("Vi har fjernet et fødselsnummer fra") == 1


@pytest.mark.parametrize(
    "path",
    ["", "/finnes-ikke/", "https://ond.example/", "//ond.example/", "om/roller/", "/" * 3000],
)
def test_draft_is_refused_at_what_is_not_our_page(page, nurse, path):
    assert save(page(nurse), path=path).status_code == 400


def test_draft_is_only_posted(page, nurse):
    assert page(nurse).get("/kladd/").url == "/"


def test_draft_of_nobody_is_refused(page, world, as_person, nurse):
    assert save(page()).status_code == 401
    with scope.acting(scope.SYSTEM):
        assert not Draft.objects.exists()


def test_what_is_typed_at_a_locked_page_is_nobodys_draft(page, sign_in, stopped_clock):
    """Who sits there is not known: it may be the next one at the ward's PC."""
    client = page()
    sign_in(client, "nurse", shared="on")
    stopped_clock.at += timedelta(minutes=6)

    assert save(client).status_code == 401
    with scope.acting(scope.SYSTEM):
        assert not Draft.objects.exists()


def test_all_that_is_ticked_is_kept(page, nurse, as_person):
    save(page(nurse), causes=["staffing", "training"], persons=[f"Nr. {FNR}", ""])

    with as_person(nurse):
        assert draft_for(nurse, "/om/roller/") == {
            "description": TEXT,
            "causes": ["staffing", "training"],
            "persons": ["Nr. [fødselsnummer fjernet]", ""],
            "guard_removed": ["fnr"],
        }


def test_all_that_is_ticked_is_carried(page, sign_in, nurse, as_person):
    client = page()
    sent = client.post("/passord/", {"description": TEXT, "causes": ["staffing", "training"]})
    sign_in(client, "nurse", carried=word_in(sent))

    with as_person(nurse):
        kept = draft_for(nurse, "/passord/")
    assert kept == {"description": TEXT, "causes": ["staffing", "training"]}


def test_form_sent_without_session_is_shown_and_carried(page, sign_in, world, nurse, as_person):
    client = page()
    sent = client.post("/passord/", {"description": f"{TEXT}\nSe <b>arket</b>.", "kind": "patient"})
    shown = sent.content.decode()

    assert sent.status_code == 401
    assert TEXT in shown
    assert "Se &lt;b&gt;arket&lt;/b&gt;." in shown
    word = word_in(sent)

    wrong = sign_in(client, "nurse", word="feil", neste="/om/roller/", carried=word)
    assert f'value="{word}"' in wrong.content.decode()

    back = sign_in(client, "nurse", neste="/om/roller/", carried=word)
    assert back.url == "/om/roller/"
    with as_person(nurse):
        kept = draft_for(nurse, "/passord/")
    assert kept == {"description": f"{TEXT}\nSe <b>arket</b>.", "kind": "patient"}


def test_passwords_are_not_carried(page, world):
    shown = page().post(
        "/passord/", {"old_password": "elger i motvind", "new_password": "a b c d e f g h"}
    )

    assert "elger i motvind" not in shown.content.decode()
    assert carried.unpack(word_in(shown)) == ("/passord/", {})


def test_htmx_form_without_session_gets_the_whole_page(page, world):
    sent = page().post("/passord/", {"description": TEXT}, HTTP_HX_REQUEST="true")

    assert sent.status_code == 401
    assert sent.headers["HX-Retarget"] == "body"
    assert "<html" in sent.content.decode()
    assert TEXT in sent.content.decode()


@pytest.mark.parametrize("word", ["", "tull", "eyJh:abc:def"])
def test_carried_that_is_not_ours_is_left_out(client_of, sign_in, word):
    assert sign_in(client_of(None), "nurse", carried=word).url == "/min-side/"
    with scope.acting(scope.SYSTEM):
        assert not Draft.objects.exists()


def test_carried_grows_no_larger_than_its_room():
    word = carried.pack("/om/roller/", {f"f{n}": "x" * 10_000 for n in range(200)})
    _, fields = carried.unpack(word)
    _, ticked = carried.unpack(carried.pack("/om/roller/", {"a": ["x"] * 2000}))

    assert sum(map(len, fields.values())) == carried.CHARACTERS
    assert len(ticked["a"]) == carried.VALUES


def test_carried_for_a_page_that_is_gone_is_left_out():
    assert carried.unpack(carried.pack("/finnes-ikke/", {"a": "b"})) is None


def test_old_drafts_and_ended_sessions_are_forgotten(client_of, nurse, now, as_person):
    client = client_of(nurse)
    with as_person(nurse):
        for path, days in (("/gammel/", 15), ("/ny/", 13)):
            at = now - timedelta(days=days)
            commands.keep_draft(person=nurse, path=path, fields={"a": "b"}, now=at)

    jobs.forget(now)
    with as_person(nurse):
        assert list(Draft.objects.values_list("path", flat=True)) == ["/ny/"]
    assert client.session.exists(client.session.session_key)
    jobs.forget(now + timedelta(days=400))
    assert not client.session.exists(client.session.session_key)
