"""None of these tests may touch the database: pytest-django stops the one that does."""

import logging

import pytest
from django.test import Client

from styrk.ui import views
from tests import markup

ERRORS = [
    (views.csrf_failure, 403, "Skjemaet kunne ikke sendes"),
    (views.forbidden, 403, "Du har ikke tilgang til denne siden"),
    (views.not_found, 404, "Vi finner ikke siden"),
    (views.bad_request, 400, "Forespørselen kunne ikke leses"),
    (views.too_large, 413, "For mye på én gang"),
    (views.server_error, 500, "Noe gikk galt"),
]


# The middleware that opens transactions and sessions is left out.
MIDDLEWARE = [
    "styrk.ui.middleware.HeadersMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "styrk.ui.middleware.LanguageMiddleware",
]


@pytest.fixture(autouse=True)
def _frame_alone(settings):
    settings.ROOT_URLCONF = "tests.ui.urlconf"
    settings.MIDDLEWARE = MIDDLEWARE


@pytest.mark.parametrize(("view", "status", "heading"), ERRORS)
def test_an_error_page_says_what_happened_and_the_way_on(ask, view, status, heading):
    answer = view(ask("/borte/", person=None))

    html = answer.content.decode()
    assert answer.status_code == status
    assert f"<h1>{heading}</h1>" in html
    assert "Til Min side" in html
    assert markup.problems(html, whole=True) == []


@pytest.mark.parametrize(("view", "status", "heading"), ERRORS)
def test_an_error_in_a_part_of_a_page_is_a_box(ask, view, status, heading):
    answer = view(ask(headers={"HX-Request": "true"}))

    html = answer.content.decode()
    assert answer.status_code == status
    assert heading in html
    assert "<html" not in html


class Unreadable:
    """Someone signed in, in a session whose database is gone."""

    def __getattr__(self, name: str) -> object:
        raise ConnectionError


@pytest.mark.parametrize("view", [views.server_error, views.bad_request, views.too_large])
def test_when_all_else_fails_nobody_is_asked_who_is_signed_in(ask, view):
    request = ask(user=Unreadable(), session=Unreadable(), person=Unreadable(), unread=Unreadable())

    assert b"<h1>" in view(request).content


def test_a_server_error_is_told_even_when_no_page_can_be_drawn(ask, settings, caplog, monkeypatch):
    monkeypatch.setattr(views, "frame", lambda _: {})

    with caplog.at_level(logging.CRITICAL):
        answer = views.server_error(ask())

    assert answer.status_code == 500
    assert "Feilen er hos oss" in answer.content.decode()


def test_the_gallery_shows_every_component_with_its_code():
    answer = Client().get("/ui/")

    html = answer.content.decode()
    assert answer.status_code == 200
    assert markup.problems(html, whole=True) == []
    assert "submit(&#34;Send melding&#34;)" in html
    assert "Teksten inneholder et telefonnummer" in html


def test_the_choice_of_colours_is_kept_for_400_days():
    client = Client()

    answer = client.post("/ui/utseende/", {"scheme": "dark", "next": "/min-side/?a=1"})

    assert answer.status_code == 302
    assert answer["Location"] == "/min-side/?a=1"
    kept = answer.cookies["styrk_scheme"]
    assert (kept.value, kept["max-age"]) == ("dark", 400 * 86400)
    assert (kept["samesite"], kept["httponly"]) == ("Lax", True)
    assert 'data-color-scheme="dark"' in client.get("/ui/").content.decode()


@pytest.mark.parametrize(
    "where",
    ["//ond.example/", "https://ond.example/", "javascript:x", "", "/\\ond.example", "ui/"],
)
def test_one_is_never_sent_to_another_site(where):
    assert Client().post("/ui/utseende/", {"scheme": "dark", "next": where})["Location"] == "/"


def test_an_unknown_choice_is_not_kept():
    assert not Client().post("/ui/utseende/", {"scheme": "<x>", "next": "/"}).cookies


def test_a_choice_is_posted_and_protected():
    assert Client().get("/ui/utseende/").status_code == 405
    assert (
        Client(enforce_csrf_checks=True).post("/ui/utseende/", {"scheme": "dark"}).status_code
        == 403
    )
