"""Files that are wrong, by accident or on purpose: a clear sentence, and nothing read."""

import json
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_

from styrk.requirements.lovdata.notices import SENTENCES
from styrk.requirements.lovdata.plain import plain
from styrk.requirements.lovdata.reading import LARGEST, read
from tests.requirements.lovdata.samples import HEADER, law_json, law_xml, section

BOMB = b"""<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
<html><body>&b;</body></html>"""
OUTSIDE = (
    b"""<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body>&a;</body></html>"""
)


def codes(data, name="fil.json"):
    found = read(data, name)
    assert found.law is None
    return [one.code for one in found.problems]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b" \n ", "empty_file"),
        (b"PK\x03\x04rest of a zip", "wrong_type"),
        (b"%PDF-1.7", "wrong_type"),
        (b"refid;tittel\nlov/1;Lov", "wrong_type"),
        (b"[]", "is_list"),
        (b'[{"meta": {}}]', "is_list"),
        (b"{}", "not_lovdata"),
        (b'{"a": 1}', "not_lovdata"),
        (b'{"meta": ', "bad_json"),
        (b'{"meta": ' + b"9" * 5000 + b"}", "bad_json"),
        (b"[" * 200_000, "too_deep"),
        (b'{"meta":' * 200_000, "too_deep"),
        (b"<html><body>", "bad_xml"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_lovdata"),
        (BOMB, "forbidden_xml"),
        (OUTSIDE, "forbidden_xml"),
        (b"<a>" * 200_000, "too_deep"),
        ("<p>å</p>".encode("latin-1"), "encoding"),
        ("<p>å</p>".encode("utf-16"), "encoding"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><p>å</p>'.encode(), "encoding"),
        (json.dumps({"meta": "å"}, ensure_ascii=False).encode("latin-1"), "encoding"),
        (
            law_json(section("§ 1", "PlikterÂ§ 2")).replace(b"\\u00c2\\u00a7", "Â§".encode()),
            "garbled",
        ),
    ],
    ids=lambda value: repr(value[:24]) if isinstance(value, bytes) else value,
)
def test_file_is_refused(data, code):
    assert codes(data) == [code]


def test_file_over_the_limit_is_refused_unread():
    start = time.perf_counter()

    assert codes(b"{" + b" " * LARGEST) == ["too_large"]
    assert read(b"{" + b" " * LARGEST, "stor.json").problems[0].text == (
        "Fila «stor.json» er for stor. Styrk leser filer på inntil 50 MB."
    )
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (law_json(section("§ 1"), refid="rm -rf"), [("bad_refid", "meta")]),
        (law_json(section("§ 1"), refid=7), [("wrong_field", "meta")]),
        (law_json(section("§ 1"), tittel=None), [("missing", "meta")]),
        (b'{"meta": [], "paragrafer": []}', [("wrong_field", "meta")]),
        (b'{"meta": {"refid": "lov/2020-01-02-3", "tittel": "L"}}', [("missing", "")]),
        (
            b'{"meta": {"refid": "lov/2020-01-02-3", "tittel": "L"}, "paragrafer": {}}',
            [("wrong_field", "")],
        ),
        (law_json("§ 1", 2), [("wrong_field", "paragrafer[0]"), ("wrong_field", "paragrafer[1]")]),
        (law_json({"tittel": "T"}), [("missing", "paragrafer[0]")]),
        (law_json(section("§ 1") | {"ledd": "en"}), [("wrong_field", "paragrafer[0]")]),
        (law_json(section("§ 1") | {"ledd": [{}]}), [("missing", "paragrafer[0].ledd[0]")]),
        (
            law_json(section("§ 1", ("En", [["a"]]))),
            [("wrong_field", "paragrafer[0].ledd[0].punkter[0]")],
        ),
        (
            law_json(section("§ 1", endringer=[None])),
            [("wrong_field", "paragrafer[0].endringer[0]")],
        ),
        (law_xml("", refid=""), [("missing", "header")]),
    ],
)
def test_wrong_fields_are_named_with_their_place(data, expected):
    found = read(data, "fil")

    assert found.law is None
    assert [(one.code, one.where) for one in found.problems if one.fatal] == expected


def test_every_problem_is_told_up_to_a_limit():
    found = codes(law_json(*({"tittel": "T"} for _ in range(200))))

    assert found == ["missing"] * 50 + ["more_problems"]


def test_scripts_and_markup_do_not_come_through():
    body = (
        '<article class="legalArticle" onclick="x()"><h3 class="legalArticleHeader">'
        '<span class="legalArticleValue">§ 1</span><span class="legalArticleTitle">T<script>x()</script></span></h3>'
        '<article class="legalP">Før <b onmouseover="x()">her</b><script>alert(1)</script><style>p{}</style>'
        "&lt;img src=x onerror=alert(2)&gt; etter &lt;scr&lt;b&gt;ipt&gt; a &lt; b</article></article>"
    )
    law = read(law_xml(body), "fil.xml").law

    assert law.by_ref["§ 1"].heading == "T"
    assert law.by_ref["§ 1 første ledd"].text == "Før her etter scr ipt> a < b".replace(
        "scr ipt", "script"
    )
    assert "alert" not in repr(law)
    assert "onclick" not in repr(law)


def test_markup_in_json_does_not_come_through():
    data = law_json(section("§ 1<b>", "<p onclick='x'>Ord</p><!-- x -->", tittel="<i>T</i>"))
    law = read(data, "<script>.json").law

    assert law.by_ref["§ 1"].heading == "T"
    assert law.by_ref["§ 1 første ledd"].text == "Ord"


def test_name_of_the_file_is_plain_in_sentences():
    told = read(b"", "<script>x</script>" + "y" * 500).problems[0].text

    assert "<" not in told
    assert len(told) < 150


def test_address_elsewhere_is_not_taken_over():
    data = law_json(section("§ 1", "Ord."))
    fields = json.loads(data) | {"kilde": "https://lovdata.no.evil.example/dokument/NL/lov/1"}

    law = read(json.dumps(fields).encode(), "fil.json").law
    assert law.url == "https://lovdata.no/dokument/NL/lov/2020-01-02-3"


@given(
    any_.text(alphabet=any_.characters(codec=None) | any_.sampled_from("<>/!ab &\0\ud800\u202e"))
)
@settings(max_examples=300, deadline=None)
def test_plain_words_hold_nothing_that_a_browser_or_a_database_minds(text):
    words = plain(text)

    assert not any(sign in words for sign in "\0\n\t\u202e\ufeff")
    assert "<" not in [one for one, after in pairwise(words) if after.isalpha() and after.isascii()]
    assert words.encode().decode() == words
    assert plain(words) == words or "<" in text


@given(
    any_.recursive(
        any_.none() | any_.integers() | any_.text(),
        lambda inside: (
            any_.lists(inside)
            | any_.dictionaries(
                any_.sampled_from(
                    ["meta", "paragrafer", "refid", "tittel", "ledd", "tekst", "punkter"]
                ),
                inside,
            )
        ),
    )
)
@settings(max_examples=100, deadline=None)
def test_any_json_is_answered(value):
    found = read(json.dumps(value).encode(), "fil.json")

    assert found.law or found.problems
    assert all(one.text for one in found.problems)


def test_hidden_signs_and_lone_surrogates_are_gone():
    data = law_json(section("§ 1", "Or\u200bd\u202e\u0000\ud800 her"))

    assert read(data, "fil.json").law.by_ref["§ 1 første ledd"].text == "Ord her"


def test_empty_section_is_read_and_told():
    found = read(law_json(section("§ 1", "Ord."), section("§ 2", "")), "fil.json")

    assert found.law.by_ref["§ 2"].text == ""
    assert [(one.code, one.text) for one in found.problems] == [
        ("empty_section", "§ 2 har ingen tekst i fila.")
    ]


def test_day_that_no_calendar_has_is_told_and_left_out():
    found = read(law_json(section("§ 1", "Ord."), ikrafttredelse="2020-02-31"), "fil.json")

    assert found.law.in_force_on is None
    assert [(one.code, one.fatal) for one in found.problems] == [("bad_date", False)]


def test_endless_numbers_are_only_words():
    many = "9" * 5000
    data = law_json(
        section("Artikkel 1", f"{many}. Etter artikkel 1 nr. {many} bokstav a.", ("Så", ["a"]))
    )
    change = (
        f'<article class="change" data-change-part="lov/2020-01-02-4/§1/ledd/{many}">Ny.</article>'
    )
    act = law_xml(
        f'<article class="document-change" data-document="lov/2020-01-02-4">{change}</article>'
    )

    assert read(data, "fil.json").law.by_ref["Artikkel 1 første ledd"].text.startswith(many)
    assert read(act, "fil.xml").law.amendments[0].ledd is None


def test_too_many_sections_are_refused():
    data = law_json(*(section(f"§ {n}") for n in range(20_001)))

    assert codes(data) == ["too_many"]


def test_large_files_are_read_in_linear_time():
    item = '<li data-li-identifier="a."><article class="legalP">ord ord</article></li>'
    xml = law_xml(f'<article class="legalP">{"<ul>" + item * 20_000 + "</ul>"}</article>')
    start = time.perf_counter()
    read(xml, "fil.xml")
    read(
        law_json(
            section(
                "§ 1", "<" * 2_000_000, "§ 1 " * 300_000, endringer=["Endres ved lov " * 50_000]
            )
        ),
        "fil.json",
    )

    assert time.perf_counter() - start < 20


def test_sentences_take_the_names_they_are_given():
    assert HEADER
    for code, sentence in SENTENCES.items():
        assert sentence.strip().endswith("."), code
        assert "(" not in sentence.replace("%(", "").replace("(entiteter)", "").replace(
            "(for eksempel", ""
        ), code
