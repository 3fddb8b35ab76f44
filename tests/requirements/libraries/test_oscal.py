"""OSCAL catalogs, in the small."""

import json
import time

import pytest

from styrk.requirements.libraries import Item, Library, read, write_oscal_json
from tests.requirements.libraries.files import as_json, catalog, codes


def read_catalog(*controls, **more):
    return read(as_json(catalog(*controls, **more)), "katalog.json")


def prose(text, *params):
    part = {"name": "statement", "prose": text}
    control = {"id": "a", "title": "A", "params": list(params), "parts": [part]}
    return read_catalog(control).library.requirements[0].text


def test_groups_are_headings_and_controls_are_requirements():
    inner = {"id": "b.1", "title": "B1"}
    controls = [{"id": "b", "title": "B", "controls": [inner]}]
    told = read_catalog(
        {"id": "a", "title": "A"},
        groups=[{"id": "g", "title": "G", "groups": [{"title": "H", "controls": controls}]}],
    )

    assert codes(told) == []
    assert [(i.ref, i.parent, i.assessable) for i in told.library.requirements] == [
        ("a", None, True),
        ("g", None, False),
        ("g/groups-1", "g", False),
        ("b", "g/groups-1", True),
        ("b.1", "b", True),
    ]


@pytest.mark.parametrize("key", ["title", "version", "oscal-version"])
def test_what_a_catalog_must_say(key):
    document = catalog({"id": "a", "title": "A"})
    del document["catalog"]["metadata"][key]
    told = read(as_json(document), "k")

    assert codes(told) == ["missing"]
    assert told.problems[0].value == key


def test_a_control_without_id_or_title():
    told = read_catalog({"class": "x"})

    assert codes(told)[:2] == ["missing", "missing"]
    assert str(told.problems[0].place) == "katalog.json, catalog/controls/0/id"


def test_a_version_that_is_not_ours():
    document = catalog({"id": "a", "title": "A"})
    document["catalog"]["metadata"]["oscal-version"] = "2.0.0"

    assert codes(read(as_json(document), "k")) == ["oscal_version"]


@pytest.mark.parametrize(
    ("param", "told"),
    [
        ({"label": "hyppighet"}, "Hver [Assignment: hyppighet]."),
        ({"values": ["dag", "uke"], "label": "hyppighet"}, "Hver dag, uke."),
        ({"select": {"choice": ["dag", "uke"]}}, "Hver [Selection: dag; uke]."),
        (
            {"select": {"how-many": "one-or-more", "choice": ["dag", "uke"]}},
            "Hver [Selection (one or more): dag; uke].",
        ),
        ({}, "Hver [Assignment: p]."),
        (
            {"select": {"choice": ["{{ insert: param, p }}", "uke"]}},
            "Hver [Selection: {{ insert: param, p }}; uke].",
        ),
    ],
)
def test_parameters_are_inserted(param, told):
    assert prose("Hver {{ insert: param, p }}.", param | {"id": "p"}) == told


def test_a_parameter_that_is_not_there_stays_as_written():
    assert prose("Hver {{ insert: param, q }}.") == "Hver {{ insert: param, q }}."


def test_parameters_that_grow_without_end_are_stopped():
    params = [
        {"id": f"p{n}", "select": {"choice": [f"{{{{ insert: param, p{n + 1} }}}}"] * 10}}
        for n in range(40)
    ]
    start = time.process_time()

    assert len(prose("{{ insert: param, p0 }}", *params)) < 50_000_000
    assert time.process_time() - start < 10


def test_parts_become_text_and_note():
    parts = [
        {"name": "overview", "prose": "Hvorfor"},
        {
            "name": "statement",
            "parts": [
                {
                    "name": "item",
                    "props": [{"name": "label", "value": "a."}],
                    "prose": "Gjør dette:",
                    "parts": [{"name": "item", "prose": " og dette "}],
                }
            ],
        },
        {"name": "guidance", "prose": "Slik"},
        {"name": "assessment-method", "prose": "ikke med"},
    ]
    (item,) = read_catalog({"id": "a", "title": "A", "parts": parts}).library.requirements

    assert item.text == "a. Gjør dette:\n  og dette"
    assert item.note == "Hvorfor\n\nSlik"


def test_the_label_that_people_cite():
    props = [
        {"name": "label", "value": "A-01", "class": "zero-padded"},
        {"name": "label", "value": "A-1"},
    ]
    told = read_catalog(
        {"id": "a", "title": "A", "props": props},
        {"id": "b", "title": "B", "props": props[:1]},
        {"id": "c", "title": "C"},
    )

    assert [item.point for item in told.library.requirements] == ["A-1", "A-01", "c"]


def test_our_own_library_is_written_as_a_catalog():
    items = (
        Item(ref="3", position=1, point="3", title="Kvalitet", assessable=False),
        Item(ref="3.10", position=2, parent="3", text="Kort ventetid", note="NPR", kind="target"),
        Item(ref="orientering", position=3, parent="3.10", title="O", assessable=False),
        Item(ref="4", position=4, title="Til sist", text="Krav på toppen"),
    )
    library = Library(code="OB", title="Oppdrag", version="2026", issuer="RHF", requirements=items)

    written = json.loads(write_oscal_json(library))["catalog"]

    (heading,) = written["groups"]
    (waiting,) = heading["controls"]
    assert (heading["id"], heading["title"]) == ("r-3", "Kvalitet")
    assert [part["prose"] for part in waiting["parts"]] == ["Kort ventetid", "NPR"]
    assert [one["id"] for one in waiting["controls"]] == ["orientering"]
    assert [one["id"] for one in written["controls"]] == ["r-4"]
    assert written["metadata"]["parties"][0]["name"] == "RHF"
    assert written["metadata"]["last-modified"]
    assert read(write_oscal_json(library), "k").library == library


@pytest.mark.parametrize("value", ["", "{", "[]", '{"type": "x"}', '{"hva": "x"}', '"tekst"'])
def test_what_is_laid_over_is_checked_like_everything_else(value):
    props = [{"name": "styrk", "ns": "urn:styrk:ns:oscal", "value": value}]
    told = read_catalog({"id": "a", "title": "A", "props": props})

    harmless = value in ("[]", '"tekst"')
    assert bool(codes(told)) == (not harmless)
