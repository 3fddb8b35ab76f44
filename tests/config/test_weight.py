"""What a visit brings over the network, as it is sent: for a phone on a bad network."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

FIRST_VISIT = 120_000
LATER_VISIT = 15_000
PAGES = ["/min-side/", "/meld/", "/avvik/", "/tiltak/", "/forskriftskart/", "/forskriften/"]
GZIP = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br, zstd"}
HAS_NAME = 8  # where Django's random padding stands


@pytest.fixture
def client(client_of, world):
    return client_of(world.people["clinic_director"])


def files(html: str) -> int:
    """The bytes of what the page names, as WhiteNoise sends them."""
    names = set(re.findall(r'(?:src|href)="/static/([^"]+)"', html))
    assert any(name.endswith(".woff2") for name in names)
    return sum(len(gzip.compress(Path(finders.find(name)).read_bytes(), 9)) for name in names)


@pytest.mark.parametrize("address", PAGES)
def test_visit_is_light(client, address):
    sent = client.get(address, **GZIP)
    html = gzip.decompress(sent.content).decode()

    assert sent.status_code == 200
    assert "</html>" in html
    assert len(sent.content) < LATER_VISIT
    assert len(sent.content) + files(html) < FIRST_VISIT


def test_page_is_compressed_for_those_who_can_read_it(client):
    sent = client.get("/min-side/", **GZIP)
    plain = client.get("/min-side/")

    assert sent.headers["Content-Encoding"] == "gzip"
    assert int(sent.headers["Content-Length"]) == len(sent.content) < len(plain.content) / 2
    assert "Content-Encoding" not in plain.headers
    for answer in (sent, plain):
        assert "Accept-Encoding" in answer.headers["Vary"]


def test_its_length_says_nothing_of_what_is_in_it(client):
    """BREACH guesses at a page's secrets by how well they compress."""
    sent = [client.get("/om/ordliste/", **GZIP).content for _ in range(8)]

    assert all(one[3] & HAS_NAME for one in sent)
    # As many as chance gives: of eight lengths some may be alike.
    assert len({one[10 : one.index(b"\0", 10)] for one in sent}) > 2
    assert len({len(one) for one in sent}) > 2
