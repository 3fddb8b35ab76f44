"""An address that leads nowhere is said by `styrk doctor`, and when the server starts."""

import json

import pytest

from styrk.config import preparing, public_address
from styrk.config.checks import State
from styrk.config.doctor import address

HTTPS = "https://styrk.example.no"
PROXY = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.fixture
def served_at(settings):
    def set_to(base_url, *, proxy=None, hosts=("styrk.example.no",)):
        settings.BASE_URL = base_url
        settings.HTTPS = base_url.startswith("https://")
        settings.SECURE_PROXY_SSL_HEADER = proxy
        settings.ALLOWED_HOSTS = list(hosts)

    return set_to


def test_https_without_a_proxy_is_a_ring_and_the_cure_is_named(served_at):
    served_at(HTTPS)
    found = address()

    assert found.state == State.FAIL
    assert "går i ring" in found.text
    assert "STYRK_BEHIND_PROXY=1" in found.advice
    assert "X-Forwarded-Proto" in found.advice


def test_the_ring_is_there_and_the_proxys_word_ends_it(served_at, settings, client_of):
    settings.SECURE_SSL_REDIRECT = True
    client = client_of(None)
    served_at(HTTPS)
    told = {"HTTP_HOST": "styrk.example.no", "HTTP_X_FORWARDED_PROTO": "https"}
    assert client.get("/logg-inn/", **told).url == f"{HTTPS}/logg-inn/"

    served_at(HTTPS, proxy=PROXY)
    assert client.get("/logg-inn/", **told).status_code == 200
    assert address().state == State.OK


@pytest.mark.parametrize("base_url", ["https://annet.example.no", "http://0.0.0.0:8000"])
def test_a_name_that_is_turned_away_is_said(served_at, base_url):
    served_at(base_url, proxy=PROXY)
    found = address()

    assert found.state == State.FAIL
    assert "blir avvist" in found.text
    assert "STYRK_HOSTS" in found.advice


@pytest.mark.parametrize("base_url", ["http://127.0.0.1:8000", "http://[::1]:8000"])
def test_ones_own_machine_needs_nothing(served_at, base_url):
    served_at(base_url, hosts=["127.0.0.1", "localhost", "[::1]"])

    assert public_address.trouble() is None


def test_what_starts_the_server_says_it_and_goes_on(
    served_at, transactional_db, capsys, monkeypatch
):
    monkeypatch.setattr(preparing.static, "collect", lambda: False)
    served_at(HTTPS)
    preparing.main()
    told = capsys.readouterr()

    assert "går i ring" in told.err
    assert "STYRK_BEHIND_PROXY=1" in told.err
    assert json.loads(told.out)["real"] is False
