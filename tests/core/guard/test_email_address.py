import pytest

from styrk.core.guard import blocking
from tests.core.guard.shown import shown


@pytest.mark.parametrize(
    "address",
    [
        "kari.nordmann@sykehus.no",
        "KARI@SYKEHUS.NO",
        "kari+avvik@sykehus.no",
        "kari_n-2@post.sykehus.no",
        "åse.bjørnstad@sykehus.no",
        "kari@blåbær.no",
        "kari@xn--blbr-roa.no",
        "kari@sykehus.xn--p1ai",
        "91234567@sms.example.com",
        "kari (at) sykehus.no",
        "kari(at)sykehus.no",
        "kari(a)sykehus.no",
        "kari [at] sykehus [dot] no",
        "kari (krøllalfa) sykehus (punktum) no",
        "kari @ sykehus.no",
        "kari.n @sykehus.no",
        "kari\uff20sykehus.no",
        "a@b.no",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    ["{}", "Skriv til {}.", "<{}>", "mailto:{}", "({})", "«{}», takk", "Epost:{}\nRom 4"],
)
def test_address_is_found_and_nothing_beside_it(address, sentence):
    assert shown(sentence.format(address)) == [("email", address)]


@pytest.mark.parametrize(
    "text",
    [
        "følg oss @sykehuset.no",
        "@kari",
        "5 @ 10",
        "2@3.5",
        "kari@",
        "@",
        "kari@sykehus",
        "§ 7 (a) jf.punkt 2",
        "3 (at) sykehus.no",
        "www.sykehus.no",
        "kari.nordmann",
        "a@b.c",
    ],
)
def test_what_is_no_address(text):
    assert shown(text) == []


def test_addresses_in_a_list_are_apart():
    text = "kari@a.no;ola@b.no,per@c.no liv@d.no"

    assert [text[f.start : f.end] for f in blocking(text)] == [
        "kari@a.no",
        "ola@b.no",
        "per@c.no",
        "liv@d.no",
    ]


def test_combining_letters_belong_to_the_address():
    assert shown("Skriv til a\u030ase@sykehus.no") == [("email", "a\u030ase@sykehus.no")]
