"""CSV files as other systems write them."""

from datetime import date

import pytest

from styrk.incidents.recurrence.reading import Refused, Report, day_of, reports

PLAIN = "Dato;Hva;Sted\n2026-01-02;Pasient falt på badet;Åsen\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", ";,\t|")
def test_any_usual_encoding_and_separator(encoding, separator):
    content = PLAIN.replace(";", separator).encode(encoding)

    assert reports(content, text=["Hva"], day="Dato", site="Sted") == [
        Report("Pasient falt på badet", date(2026, 1, 2), "Åsen")
    ]


def test_the_separator_is_that_which_gives_the_columns():
    content = b"a,b;c,d;tekst\n1,2;3,4;Hei\n"

    assert reports(content, text=["tekst"]) == [Report("Hei")]


def test_a_quoted_cell_may_hold_separators_and_lines():
    content = b'id;tekst\n1;"Falt; to\r\nganger, sa ""au"""\n\n2\n'

    told = [one.text for one in reports(content, text=["tekst"])]

    assert told == ['Falt; to\r\nganger, sa "au"', ""]


def test_several_columns_are_one_text():
    assert reports(b"a;b;c\nx;;z\n", text=["c", "a", "b"]) == [Report("z\nx")]


def test_the_first_of_two_columns_with_one_name():
    assert reports(b"a;a\n1;2\n", text=["a"]) == [Report("1")]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_an_empty_file_is_refused(content):
    with pytest.raises(Refused, match="tom"):
        reports(content, text=["a"])


def test_a_missing_column_is_named_with_those_that_are_there():
    with pytest.raises(Refused, match=r"«tekst»\. Den har «Hva», «Når»"):
        reports("Hva;Når\n1;2\n".encode(), text=["tekst"])


def test_a_file_with_headings_only_has_no_reports():
    assert reports(b"a;b\n", text=["a"]) == []


def test_broken_bytes_are_read_all_the_same_but_not_broken_utf16():
    assert reports(b"a\n\x81\xff\x00\n", text=["a"])[0].text.endswith("\xff\x00")
    with pytest.raises(Refused, match="UTF-16"):
        reports(b"\xff\xfea", text=["a"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("2026-03-04T23:10:00+01:00", date(2026, 3, 4)),
        ("2026-03-04 10:15", date(2026, 3, 4)),
        ("04.03.2026", date(2026, 3, 4)),
        ("4.3.2026 10:15", date(2026, 3, 4)),
        ("20260304", date(2026, 3, 4)),
        ("04/03/2026", date(2026, 3, 4)),
        ("i går", None),
        ("", None),
        ("2026-02-30", None),
    ],
)
def test_days(text, day):
    assert day_of(text) == day
