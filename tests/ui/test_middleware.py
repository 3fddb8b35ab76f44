from types import SimpleNamespace

import pytest
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.utils import translation

from styrk.ui.middleware import (
    CompressionMiddleware,
    HeadersMiddleware,
    InPlaceMiddleware,
    LanguageMiddleware,
)


def through(middleware, request, response: HttpResponse | None = None) -> HttpResponse:
    return middleware(lambda _: response or HttpResponse("x"))(request)


def spoken(request) -> str:
    said = []
    LanguageMiddleware(lambda _: said.append(translation.get_language()) or HttpResponse())(request)
    return said[0]


def test_pages_are_never_kept_by_a_browser_or_a_proxy(ask):
    assert through(HeadersMiddleware, ask())["Cache-Control"] == "no-store"


def test_other_answers_keep_what_they_say_about_themselves(ask):
    picture = HttpResponse(b"", content_type="image/png")
    said = HttpResponse("x", headers={"Cache-Control": "private"})

    assert "Cache-Control" not in through(HeadersMiddleware, ask(), picture)
    assert through(HeadersMiddleware, ask(), said)["Cache-Control"] == "private"


def test_a_form_sent_by_script_is_told_where_to_go_and_keeps_its_cookies(ask):
    onward = HttpResponseRedirect("/min-side/")
    onward.set_cookie("messages", "Takk!")
    answer = through(InPlaceMiddleware, ask(headers={"Styrk-In-Place": "1"}), onward)

    assert (answer.status_code, answer["Styrk-Go-To"]) == (200, "/min-side/")
    assert "Location" not in answer
    assert answer.cookies["messages"].value == "Takk!"


def test_a_form_sent_by_the_browser_is_sent_on(ask):
    answer = through(InPlaceMiddleware, ask(), HttpResponseRedirect("/min-side/"))

    assert (answer.status_code, answer["Location"]) == (302, "/min-side/")
    assert "Styrk-Go-To" not in answer


def test_every_answer_is_closed_to_other_sites(ask):
    answer = through(HeadersMiddleware, ask())

    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in answer["Permissions-Policy"]
    assert "microphone=()" in answer["Permissions-Policy"]


@pytest.mark.parametrize(
    ("account", "cookie", "expected"),
    [
        (None, None, "nb"),
        (None, "nn", "nn"),
        ("en", "nn", "en"),
        ("", "nn", "nn"),
        ("xx", "yy", "nb"),
    ],
)
def test_the_language_is_the_persons_choice(ask, account, cookie, expected):
    request = ask(headers={"Accept-Language": "en,nn;q=0.9"})
    request.user = SimpleNamespace(language=account) if account is not None else SimpleNamespace()
    if cookie:
        request.COOKIES["styrk_language"] = cookie

    assert spoken(request) == expected


def test_the_language_does_not_reach_the_next_request(ask):
    before = translation.get_language()

    answer = through(LanguageMiddleware, ask(headers={"Cookie": "styrk_language=nn"}))

    assert answer["Content-Language"] == "nn"
    assert translation.get_language() == before


LONG = "Ingen skal måtte lete. " * 100
PICTURE = HttpResponse(LONG, content_type="image/jpeg")
ENCODED = HttpResponse(LONG, headers={"Content-Encoding": "br"})
STREAMED = StreamingHttpResponse(iter([LONG]))


@pytest.mark.parametrize("answer", [PICTURE, ENCODED, STREAMED, HttpResponse("kort")])
def test_what_gains_nothing_is_not_compressed(ask, answer):
    before = dict(answer.items())
    after = through(CompressionMiddleware, ask(headers={"Accept-Encoding": "gzip"}), answer)

    assert after.get("Content-Encoding") == before.get("Content-Encoding")
    assert after.streaming or after.content in {LONG.encode(), b"kort"}
