"""The bytes of an entry: the same for ever, and never the same for two different entries."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrk.trail.canonical import FORM, Heading, Row, UnknownForm, canonical, digest

AT = datetime(2026, 3, 29, 0, 30, 0, 5, tzinfo=UTC)
ROW = Row(
    1, AT, None, "Styrk", "found_unit", "unit", 7, None, "Ænder på ø", '{"b": 1.10, "a": "å"}'
)
HEADING = Heading(AT, "{[1,1]}", "")
TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"))
ROWS = st.builds(
    Row,
    id=st.integers(1, 2**63 - 1),
    at=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    person_id=st.none() | st.integers(1, 99),
    person_name=TEXT,
    act=TEXT,
    subject=TEXT,
    subject_id=st.integers(1, 99),
    trust_id=st.none() | st.integers(1, 99),
    text=TEXT,
    detail=st.just("{}"),
)


def test_the_form_is_written_down():
    # Never change this: seals already set are checked with it. A new way of writing is a new form.
    assert canonical(ROW).decode() == (
        "+1:1+32:2026-03-29T00:30:00.000005+00:00-+5:Styrk+10:found_unit+4:unit+1:7-+13:Ænder på ø"
        '+32:{"a":"å","b":{"\\u0000":"1.10"}}'
    )
    assert digest(HEADING, [canonical(ROW)]) == (
        "263a47a3b432e9c3d1d51d85b8e111327ffc3fe6efe547a82baa34dffa62a5f5"
    )


def test_the_time_zone_of_the_reader_makes_no_difference():
    elsewhere = ROW._replace(at=AT.astimezone(ZoneInfo("Europe/Oslo")))

    assert canonical(elsewhere) == canonical(ROW)


def test_the_order_of_keys_and_spaces_in_detail_makes_no_difference():
    assert canonical(ROW._replace(detail='{"a":"å","b":1.10}')) == canonical(ROW)


@pytest.mark.parametrize(
    "other",
    [
        '{"a": "å", "b": 1.1}',
        '{"a": "å", "b": "1.10"}',
        '{"a": "å", "b": 1.1000000000000000000001}',
        '{"a": "a\u030a", "b": 1.10}',
        '{"a": null, "b": 1.10}',
        "{}",
    ],
)
def test_another_detail_gives_other_bytes(other):
    assert canonical(ROW._replace(detail=other)) != canonical(ROW)


def test_absent_is_not_empty():
    assert canonical(ROW._replace(person_name=None)) != canonical(ROW._replace(person_name=""))


def test_a_number_longer_than_python_reads_at_once_is_read():
    assert canonical(ROW._replace(detail='{"n": 1' + "0" * 6000 + "}"))


def test_an_unknown_form_is_refused():
    with pytest.raises(UnknownForm):
        canonical(ROW, FORM + 1)


@given(ROWS, ROWS)
def test_different_entries_never_give_the_same_bytes(one, other):
    assert (canonical(one) == canonical(other)) == (one == other)


@given(TEXT, TEXT)
def test_text_does_not_slip_from_one_field_to_the_next(one, other):
    joined = ROW._replace(act=one + other, subject="")
    apart = ROW._replace(act=one, subject=other)

    assert other == "" or canonical(joined) != canonical(apart)


@pytest.mark.parametrize(
    "heading",
    [
        replace(HEADING, previous="0"),
        replace(HEADING, covers="{[1,2]}"),
        replace(HEADING, at=datetime(2026, 3, 29, 0, 30, 0, 6, tzinfo=UTC)),
    ],
)
def test_a_seal_holds_its_own_heading(heading):
    assert digest(heading, [canonical(ROW)]) != digest(HEADING, [canonical(ROW)])


def test_a_seal_holds_the_order_and_the_borders_of_entries():
    assert digest(HEADING, [b"a", b"b"]) != digest(HEADING, [b"b", b"a"])
    assert digest(HEADING, [b"ab", b""]) != digest(HEADING, [b"a", b"b"])
