"""Wrong addresses and methods, and the addresses that the frame leads to."""

import pytest
from django.urls import reverse

from styrk.ui.context import LINKS


@pytest.mark.parametrize("address", ["/finnes-ikke/", "/avvik/tull/", "/../etc/passwd"])
def test_unknown_address_is_said_in_norwegian(page, nurse, address):
    answer = page(nurse).get(address)

    assert answer.status_code == 404
    assert "Vi finner ikke siden" in answer.content.decode()


@pytest.mark.parametrize("name", sorted(LINKS.values()))
def test_frame_leads_to_pages_that_are_there(name):
    assert reverse(name).startswith("/")


@pytest.mark.parametrize(
    "address", ["/", "/min-side/", "/beskjeder/", "/om/roller/", "/planlegge/"]
)
def test_page_that_only_shows_takes_nothing(page, nurse, address):
    assert page(nurse).post(address, {"a": "b"}).status_code == 405
