"""Unique, under something that is there, never in a ring: the same in every form."""

import pytest

from styrk.requirements.libraries import limits, read
from tests.requirements.libraries.files import (
    as_json,
    as_yaml,
    catalog,
    ciso,
    ciso_book,
    codes,
    filled,
    read_own,
)


def own_yaml(*pairs):
    return read_own(*({"id": ref, "under": under, "tekst": "t"} for ref, under in pairs))


def own_xlsx(*pairs):
    return read(filled(*({"Id": r, "Under": u, "Tekst": "t"} for r, u in pairs)), "krav.xlsx")


def ciso_yaml(*pairs):
    nodes = [{"urn": r, "parent_urn": u, "description": "t"} for r, u in pairs]
    return read(as_yaml(ciso(*nodes)), "ciso.yaml")


FORMS = [own_yaml, own_xlsx, ciso_yaml]


@pytest.mark.parametrize("told", FORMS)
def test_parents_may_stand_below_their_children(told):
    library = told(("b", "a"), ("a", None), ("c", "b")).library

    assert [(item.ref, item.parent) for item in library.requirements] == [
        ("b", "a"),
        ("a", None),
        ("c", "b"),
    ]


@pytest.mark.parametrize("told", FORMS)
def test_an_id_twice(told):
    found = told(("a", None), ("b", None), ("a", "b"))

    assert codes(found) == ["duplicate_ref"]
    assert str(found.problems[0].place) != found.problems[0].values["first"]


@pytest.mark.parametrize("told", FORMS)
def test_a_parent_that_is_not_there(told):
    found = told(("a", None), ("b", "nei"))

    assert codes(found) == ["unknown_parent"]
    assert found.problems[0].value == "nei"


@pytest.mark.parametrize("told", FORMS)
def test_a_ring_is_told_once(told):
    found = told(("a", "c"), ("b", "a"), ("c", "b"), ("d", "c"), ("e", None))

    assert codes(found) == ["ring"]
    assert found.problems[0].value == "a → c → b → a"


@pytest.mark.parametrize("told", FORMS)
def test_a_requirement_under_itself(told):
    assert codes(told(("a", "a"))) == ["own_parent"]


@pytest.mark.parametrize("told", FORMS)
def test_two_rings_are_two(told):
    assert codes(told(("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"))) == ["ring", "ring"]


@pytest.mark.parametrize("told", FORMS)
def test_too_many_levels(told):
    chain = [(str(number), str(number - 1) if number else None) for number in range(21)]

    assert codes(told(*chain[:20])) == []
    assert codes(told(*chain)) == ["too_many_levels"]


def test_a_long_ring_does_not_take_long():
    pairs = [(str(number), str((number + 1) % 5000)) for number in range(5000)]

    assert codes(own_yaml(*pairs))[0] == "ring"


def test_too_many_requirements():
    entries = ({"id": str(number), "tekst": "t"} for number in range(20_001))

    assert codes(read_own(*entries)) == ["too_many_items"]


def test_problems_are_told_with_their_places():
    assert str(own_yaml(("a", "x")).problems[0].place) == "krav.yaml, linje 6"
    assert str(own_xlsx(("a", None), ("b", "x")).problems[0].place) == "krav.xlsx, Krav, rad 3"
    assert "linje" in str(ciso_yaml(("a", "x")).problems[0].place)


def test_a_catalog_with_an_id_twice():
    control = {"id": "a", "title": "A"}
    found = read(as_json(catalog(control, {"id": "b", "title": "B", "controls": [control]})), "k")

    assert codes(found) == ["duplicate_ref"]
    assert str(found.problems[0].place) == "k, catalog/controls/1/controls/0"


def test_rows_of_authors_that_name_the_same():
    found = read(ciso_book(["x", 1, "a"], ["x", 1, "b"], ["x", 1, "A"]), "f.xlsx")

    assert codes(found) == ["duplicate_ref"]
    assert str(found.problems[0].place) == "f.xlsx, f_content, rad 4"


def test_rows_of_authors_that_leave_out_a_level():
    found = read(ciso_book(["x", 1, "a"], ["x", 3, "b"]), "f.xlsx")

    assert codes(found) == ["depth_jump"]
    assert str(found.problems[0].place) == "f.xlsx, f_content, rad 3"


def test_as_many_requirements_as_are_allowed_fit_in_a_sheet():
    """Also in the sheet for the rest, where each may have some fields, and names of columns."""
    assert limits.MAX_ROWS > limits.MAX_ITEMS * 2
    assert limits.LAST_ROW_OF_EXCEL > limits.MAX_ROWS
