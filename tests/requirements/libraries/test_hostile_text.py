"""YAML and JSON files that are something else, broken, or meant to do harm."""

import json
import time

import pytest

from styrk.requirements.libraries import limits, read
from tests.requirements.libraries.files import (
    as_json,
    as_yaml,
    catalog,
    ciso,
    codes,
    own,
    read_own,
    read_text,
)

START = "kravbibliotek: 1\nkode: a\ntittel: b\nversjon: 1\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "pdf"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + b"Workbook", "old_excel"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1")
            + b"\0" * 600
            + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
        ),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"\x7fELF\x02\x01\x01\0", "binary"),
        (bytes(range(128, 256)) + bytes(range(1, 32)), "binary"),
        (b"<?xml version='1.0'?><catalog/>", "markup"),
        (b"<!doctype html><html>", "markup"),
        (b"bare tekst", "text_not_library"),
        (b"42", "text_not_library"),
        (b"Id;Tittel\n1;Krav\n", "text_not_library"),
        (b"- a\n- b\n", "list_not_library"),
        (b"[1, 2]", "list_not_library"),
        (b"{}", "unknown_form"),
        (b"navn: a\nverdi: b\n", "unknown_form"),
        (b"{", "json"),
        (b'{"catalog": }', "json"),
        (b"a: [1, 2", "yaml"),
        (b"a: b: c", "yaml"),
        (b"a: \x01b", "yaml"),
        (b"a: 1\n---\nb: 2\n", "many_documents"),
        (b"PK\x03\x04" + b"x" * 100, "zip_broken"),
    ],
)
@pytest.mark.parametrize("name", ["krav.xlsx", "krav.yaml"])
def test_what_is_no_library_is_told_what_it_is(data, code, name):
    told = read(data, name)

    assert codes(told) == [code]
    assert told.problems[0].place.file == name


def test_another_encoding_is_named_with_the_line():
    told = read((START + "utgiver: Sør\n").encode("latin-1"), "krav.yaml")

    assert codes(told) == ["not_utf8"]
    assert "Latin-1" in told.problems[0].text
    assert str(told.problems[0].place) == "krav.yaml, linje 5"


def test_utf_16_that_is_cut_off():
    assert codes(read("kode: a".encode("utf-16")[:-1], "k")) == ["broken_utf16"]


def test_a_large_file_is_refused_unread():
    start = time.process_time()

    assert codes(read(b"[" * (50 * 1024 * 1024 + 1), "k")) == ["too_big"]
    assert codes(read(b"PK\x03\x04" + b"x" * 50 * 1024 * 1024, "k.xlsx")) == ["too_big"]
    assert codes(read(b"[" * (20 * 1024 * 1024 + 1), "k")) == ["too_big_text"]
    assert time.process_time() - start < 2


def laughs(levels):
    lines = ['a0: &a0 ["ha", "ha", "ha", "ha", "ha", "ha", "ha", "ha", "ha", "ha"]']
    for n in range(1, levels):
        lines.append(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]")
    return "\n".join(lines)


def test_a_billion_laughs_are_refused_before_they_are_laughed():
    start = time.process_time()

    told = read_text(laughs(50))

    assert codes(told) == ["too_many_values"]
    assert time.process_time() - start < 2


def test_a_few_laughs_are_only_an_unknown_file():
    assert codes(read_text(laughs(3))) == ["unknown_form"]


def test_laughs_as_groups_and_in_the_rest():
    text = START + "øvrig:\n  a: &a {x: 1, y: 2}\n"
    for n, before in enumerate("abcdefghijklmnopqr"):
        text += (
            f"  {chr(ord(before) + 1)}: &{chr(ord(before) + 1)} {{x: *{before}, y: *{before}}}\n"
        )
        assert n < 18

    assert codes(read_text(text)) == ["too_many_values"]


def test_an_alias_is_what_it_stands_for():
    told = read_text(
        START
        + "krav:\n- {id: a, tekst: &t lang tekst, grupper: &g [x]}\n- {id: b, tekst: *t, grupper: *g}\n"
    )

    assert codes(told) == []
    assert [(item.text, item.groups) for item in told.library.requirements] == [
        ("lang tekst", ("x",))
    ] * 2


def test_an_aliased_extra_is_not_shared():
    told = read_text(
        START + "krav:\n- {id: a, tekst: t, øvrig: &x {k: [1]}}\n- {id: b, tekst: t, øvrig: *x}\n"
    )
    one, other = told.library.requirements

    assert one.extra == other.extra
    assert one.extra["k"] is not other.extra["k"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x [*x]", "yaml_ring"),
        ("&x a: *y", "yaml_alias"),
        ("a: *nobody", "yaml_alias"),
        ("<<: {a: 1}", "yaml_merge"),
        ("a: 1\n<<: {b: 1}", "yaml_merge"),
        ("a: 1\na: 2", "duplicate_key"),
        ("'1': a\n1: b", "duplicate_key"),
        ("? [a]\n: b", "yaml_key"),
        ("? {a: b}\n: b", "yaml_key"),
        ("a: &x b\n*x : c", "yaml_key"),
        ("a: !!python/object/apply:os.system [ls]", "yaml_tag"),
        ("a: !!binary aGVp", "yaml_tag"),
        ("a: !egen b", "yaml_tag"),
        ("a: !!int tre", "yaml_tag"),
        ("a: !!set {b}", "yaml_tag"),
        ('a: "\\0"', "control_character"),
        ('"\\b": a', "control_character"),
        ('a: ["\\x9b"]', "control_character"),
        ("[" * 101 + "]" * 101, "too_nested"),
        ("- " * 50_000 + "a", "too_nested"),
        ("a: " + "{b: " * 101 + "1" + "}" * 101, "too_nested"),
    ],
)
def test_yaml_that_we_do_not_want(text, code):
    if text.startswith("["):
        text = f"a: {text}"  # else it is taken for JSON

    assert codes(read_text(text)) == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"a": 1, "a": 2}', "duplicate_key"),
        ('{"catalog": {"a": 1, "a": 2}}', "duplicate_key"),
        ('{"a": NaN}', "number"),
        ('{"a": -Infinity}', "number"),
        ('{"a": 1e999}', "number"),
        (f'{{"a": {"9" * 5000}}}', "number"),
        ('{"a": "\\u0000"}', "control_character"),
        ('{"a": "\\ud800"}', "control_character"),
        ('{"\\u0007": 1}', "control_character"),
        ('{"a": ' + "[" * 200 + "]" * 200 + "}", "too_nested"),
        ("[" * 1_000_000, "too_nested"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "too_nested"),
    ],
)
def test_json_that_we_do_not_want(text, code):
    assert codes(read_text(text)) == [code]


def test_json_with_too_many_values():
    assert codes(read_text('{"a": [' + "0," * limits.MAX_VALUES + "0]}")) == ["too_many_values"]


def test_json_says_the_line():
    assert str(read_text('{\n "a": 1,\n "b": x\n}').problems[0].place) == "krav.yaml, linje 3"


@pytest.mark.parametrize("text", ["æøå", "a\tb", "€ – «»", "🙂", "a\u00a0b", "\u202ea"])
def test_texts_that_are_fine(text):
    told = read_own({"id": "a", "tekst": text})

    assert told.library.requirements[0].text == text.strip()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_all_ends_of_lines_are_one(end):
    document = own({"id": "a", "tekst": f"en{end}to"})

    assert read(as_json(document), "k").library.requirements[0].text == "en\nto"


def test_our_own_document_may_be_json():
    told = read(as_json(own({"id": "a", "tekst": "b"})), "krav.json")

    assert told.form == "own_yaml"
    assert told.library == read_own({"id": "a", "tekst": "b"}).library


def test_a_catalog_may_be_yaml():
    document = catalog({"id": "a", "title": "A"})

    assert read(as_yaml(document), "k").library == read(as_json(document), "k").library


WRONG = [None, 0, "tekst", [], [1], [[]], {}, {"a": {}}, True, 1.5, [{"x": [{}]}]]


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_any_value_anywhere_is_a_problem_or_nothing(wrong):
    """Whatever stands in any place of any form: a library or problems, never an exception."""
    level = {"abbreviation": "a", "name": "n", "translations": {"nn": {"name": "m"}}}
    matrix = {
        "name": "m",
        "probability": [level],
        "impact": [level],
        "risk": [level],
        "grid": [[0]],
    }
    pair = {"source_requirement_urn": "a", "target_requirement_urn": "b"}
    mapping = {
        "source_framework_urn": "a",
        "target_framework_urn": "b",
        "requirement_mappings": [pair],
    }
    node = {
        "urn": "a",
        "ref_id": "1",
        "depth": 1,
        "implementation_groups": ["x"],
        "styrk": {"id": "b"},
    }
    told = ciso(node, translations={"nn": {"name": "m"}}, styrk={"kode": "x"})
    told["objects"] |= {"risk_matrix": [matrix], "requirement_mapping_sets": [mapping]}
    part = {
        "name": "statement",
        "prose": "p",
        "parts": [],
        "props": [{"name": "label", "value": "a"}],
    }
    param = {"id": "p", "select": {"choice": ["a"]}, "label": "l", "values": ["v"]}
    props = [{"name": "styrk", "ns": "urn:styrk:ns:oscal", "value": "{}"}]
    control = {
        "id": "a",
        "title": "A",
        "parts": [part],
        "params": [param],
        "props": props,
        "controls": [],
    }
    party = {"uuid": "u", "name": "n"}
    meta = {
        "parties": [party],
        "responsible-parties": [{"role-id": "creator", "party-uuids": ["u"]}],
    }
    oscal = catalog(control, groups=[{"title": "G", "controls": []}])
    oscal["catalog"]["metadata"] |= meta | {"published": "2026-01-01"}
    entry = {
        "id": "a",
        "tekst": "b",
        "grupper": [],
        "oversettelser": {"nn": {"tekst": "c"}},
        "øvrig": {},
    }
    mine = own(
        entry, koblinger=[{"fra": "a", "til": "b", "par": [{"fra": "a", "til": "b"}]}], øvrig={}
    )

    for document in (told, oscal, mine):
        for changed in everywhere(document, wrong):
            codes(read(json.dumps(changed).encode(), "k"))


def everywhere(document, wrong):
    """The document with one value after another replaced."""
    for path in list(paths(document, ())):
        copy = json.loads(json.dumps(document))
        at = copy
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = wrong
        yield copy


def paths(value, path):
    inside = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, one in inside:
        yield (*path, step)
        yield from paths(one, (*path, step))
