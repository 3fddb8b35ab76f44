"""Whatever goes wrong, there is a page: in the reader's language, with a way on."""

import logging
import re

import pytest

from styrk.access.models import Account
from styrk.access.queries import draft_for

LONG = "Bremsen på senga virket ikke da vi skulle flytte den."
LANGUAGES = ["nb", "nn", "en"]


def missing(client):
    return client.get("/finnes-ikke/")


def sent_to_what_is_only_read(client):
    return client.post("/min-side/", {"a": "b"})


def not_understood(client):
    return client.post("/kladd/", {"path": "//ond.example/"})


def another_host(client):
    return client.get("/logg-inn/", HTTP_HOST="ond.example")


def too_much(client):
    return client.post("/logg-inn/", {f"felt{n}": "x" for n in range(2001)})


def without_token(client):
    client.handler.enforce_csrf_checks = True
    return client.post("/logg-ut/", {})


def failing(client):
    client.raise_request_exception = False
    return client.get("/svikt/")


def guessed_too_often(client):
    for _ in range(6):
        answer = client.post("/logg-inn/", {"username": "nurse", "password": "feil"})
    return answer


CASES = {
    missing: (404, "Vi finner ikke siden"),
    sent_to_what_is_only_read: (405, "Siden kan ikke brukes slik"),
    not_understood: (400, "Forespørselen kunne ikke leses"),
    another_host: (400, "Forespørselen kunne ikke leses"),
    too_much: (413, "For mye på én gang"),
    without_token: (403, "Skjemaet kunne ikke sendes"),
    failing: (500, "Noe gikk galt"),
    guessed_too_often: (429, "For mange forsøk"),
}


@pytest.fixture(autouse=True)
def _with_one_that_fails(settings):
    settings.ROOT_URLCONF = "tests.config.failing"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def heading(answer):
    return re.search("<h1>(.*?)</h1>", answer.content.decode())[1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_there_is_a_page_with_a_way_on(page, nurse, case):
    answer = case(page(nurse))
    text = answer.content.decode()

    assert (answer.status_code, heading(answer)) == CASES[case]
    assert re.search(r'<main.*class="ds-button"[^>]* href="/[^"]*"', text, re.DOTALL)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
@pytest.mark.parametrize("language", ["nn", "en"])
def test_it_is_in_the_readers_language(page, nurse, case, language):
    Account.objects.filter(person=nurse).update(language=language)
    client = page(nurse)
    client.cookies["styrk_language"] = language  # the choice is kept on the machine too
    answer = case(client)

    assert f'<html lang="{language}"' in answer.content.decode()
    assert answer.status_code == CASES[case][0]
    assert language == "nn" or heading(answer) != CASES[case][1]


# A visitor who sends something is asked to sign in first.
TO_VISITORS = [case for case in CASES if case is not sent_to_what_is_only_read]


@pytest.mark.parametrize("case", TO_VISITORS, ids=lambda case: case.__name__)
def test_a_visitor_gets_one_too(page, world, case):
    answer = case(page())

    assert answer.status_code == CASES[case][0]
    assert heading(answer) == CASES[case][1]


def test_what_may_be_done_instead_is_still_told_to_machines(page, nurse):
    assert page(nurse).delete("/kladd/").headers["Allow"] == "POST"


@pytest.mark.parametrize("method", ["get", "head"])
def test_what_is_only_sent_to_leads_to_the_page_it_lies_under(page, nurse, method):
    """It stands in the address bar where a form was refused."""
    opened = getattr(page(nurse), method)

    assert opened("/beskjeder/lest/").url == "/beskjeder/"
    assert opened("/plan/punkt/0197f000-0000-7000-8000-000000000000/flytt/").url == "/plan/"
    assert opened("/kladd/").url == "/"


def test_in_a_part_of_a_page_it_is_a_box(page, nurse):
    answer = page(nurse).get("/kladd/", HTTP_HX_REQUEST="true")

    assert answer.status_code == 405
    assert "<html" not in answer.content.decode()
    assert "Siden kan ikke brukes slik" in answer.content.decode()


def test_an_answer_that_is_meant_to_be_empty_stays_so(page, nurse):
    answer = page(nurse).post("/kladd/", {"path": "/om/roller/", "a": "b"})

    assert (answer.status_code, answer.content) == (204, b"")


def test_another_host_name_leaves_no_line_in_the_log(page, world, monkeypatch):
    kept = Kept()
    monkeypatch.setattr(logging, "lastResort", kept)
    logging.getLogger().addHandler(kept)
    try:
        assert another_host(page()).status_code == 400
    finally:
        logging.getLogger().removeHandler(kept)

    assert kept.lines == []


class Kept(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


def refused(client, text=LONG, came_from="http://testserver/meld/"):
    client.handler.enforce_csrf_checks = True
    return client.post("/meld/", {"description": text}, HTTP_REFERER=came_from)


def test_form_of_another_session_takes_the_text_along(
    page, world, nurse, colleague, as_person, settings
):
    """Switched to Kari in another window: what Nora typed is shown, and goes to who signs in."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    client = page(colleague)
    sent = refused(client)
    shown = sent.content.decode()

    assert sent.status_code == 403
    assert LONG in shown
    assert "Nå er Kari Karlsen logget inn her" in shown
    assert "Teksten blir ikke lagret på Kari Karlsen" in shown
    for person, kept in ((colleague, {}), (nurse, {"description": LONG})):
        if kept:
            _sign_in(client, person, shown)
        with as_person(person):
            assert draft_for(person, "/meld/") == kept


def _sign_in(client, person, shown):
    account = Account.objects.get(person=person)
    account.set_password("hest batteri stift bok")
    account.save()
    client.handler.enforce_csrf_checks = False
    word = shown.split('name="carried" value="')[1].split('"')[0]
    given = {"username": account.username, "password": "hest batteri stift bok", "carried": word}
    assert client.post("/logg-inn/", given).status_code == 302


@pytest.mark.parametrize("came_from", ["", "https://ond.example/meld/"])
def test_text_from_another_site_is_not_taken_along(page, nurse, came_from):
    sent = refused(page(nurse), came_from=came_from)

    assert sent.status_code == 403
    assert LONG not in sent.content.decode()
