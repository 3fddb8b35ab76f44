"""Whose address the lock-out counts: as the outermost of our own proxies saw it, and no further."""

import pytest

from styrk.access.origins import client_address

CONNECTION = "10.0.0.1"


@pytest.fixture
def address(settings, rf):
    def told(proxies, *forwarded):
        settings.PROXIES = proxies
        header = {"HTTP_X_FORWARDED_FOR": ", ".join(forwarded)} if forwarded else {}
        return client_address(rf.get("/", REMOTE_ADDR=CONNECTION, **header))

    return told


@pytest.mark.parametrize(
    ("proxies", "forwarded", "is_from"),
    [
        (0, [], CONNECTION),
        (0, ["6.6.6.6"], CONNECTION),
        (1, ["7.7.7.7"], "7.7.7.7"),
        (1, ["6.6.6.6", "7.7.7.7"], "7.7.7.7"),
        (1, ["6.6.6.6", "127.0.0.1", "7.7.7.7"], "7.7.7.7"),
        (2, ["7.7.7.7", "10.0.0.2"], "7.7.7.7"),
        (2, ["6.6.6.6", "7.7.7.7", "10.0.0.2"], "7.7.7.7"),
    ],
)
def test_nobody_is_believed_further_out_than_our_own_proxies(address, proxies, forwarded, is_from):
    assert address(proxies, *forwarded) == is_from


@pytest.mark.parametrize(
    ("proxies", "forwarded"), [(1, []), (2, ["6.6.6.6"]), (1, [""]), (1, ["unknown"]), (1, ["x:1"])]
)
def test_a_header_that_says_less_than_our_proxies_would_is_not_believed(
    address, proxies, forwarded
):
    assert address(proxies, *forwarded) == CONNECTION


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("7.7.7.7:51234", "7.7.7.7"),
        ("2001:db8::1", "2001:db8::1"),
        ("[2001:db8::1]:51234", "2001:db8::1"),
        ("[2001:db8::1]", "2001:db8::1"),
    ],
)
def test_the_port_some_proxies_add_is_left_out(address, written, meant):
    assert address(1, written) == meant


def test_behind_a_proxy_nobody_locks_another_out(settings, page, sign_in):
    settings.PROXIES = 1
    client = page()

    def from_(*forwarded, **fields):
        return sign_in(client, "nurse", headers={"X-Forwarded-For": ", ".join(forwarded)}, **fields)

    for attempt in range(5):
        from_(f"6.6.6.{attempt}", "8.8.8.8", word="feil")

    assert from_("7.7.7.7", "8.8.8.8").status_code == 429
    assert from_("7.7.7.7").url == "/min-side/"
