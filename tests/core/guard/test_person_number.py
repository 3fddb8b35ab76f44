import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrk.core.guard import Kind, blocking, find
from styrk.core.guard.person_number import has_check_digits, kind_of
from tests.core.guard.shown import shown
from tests.core.guard.synthetic import (
    BORN,
    NHN,
    dnrs,
    fh_number,
    fh_numbers,
    fnrs,
    gaps,
    grouped,
    groupings,
    person_number,
    with_check_digits,
)

DIGITS = "\uff10\u0660\u06f0\u0966\U0001d7ce"  # zero in full width, Arabic, Persian, Hindi, bold
over_many = settings(deadline=None, max_examples=250)


@over_many
@given(fnrs, groupings, gaps)
def test_fnr_is_found_in_every_grouping(number, sizes, gap):
    written = grouped(number, sizes, gap)

    assert shown(f"Pasienten {written}, rom 4") == [("fnr", written)]


@over_many
@given(dnrs, groupings, gaps)
def test_dnr_is_found_in_every_grouping(number, sizes, gap):
    written = grouped(number, sizes, gap)

    assert shown(f"Pasienten ({written}) falt") == [("dnr", written)]


@over_many
@given(fh_numbers, st.sampled_from([(11,), (6, 5), (6, 3, 2)]), gaps)
def test_fh_number_is_reported_as_fnr(number, sizes, gap):
    written = grouped(number, sizes, gap)

    assert shown(f"Ukjent pasient {written}") == [("fnr", written)]


@over_many
@given(fnrs | dnrs | fh_numbers, st.sampled_from([9, 10]), st.integers(1, 9), groupings, gaps)
def test_wrong_check_digit_is_no_person(number, at, change, sizes, gap):
    flipped = f"{number[:at]}{(int(number[at]) + change) % 10}{number[at + 1 :]}"

    kinds = {finding.kind for finding in find(grouped(flipped, sizes, gap))}

    assert not kinds & {Kind.fnr, Kind.dnr}


@over_many
@given(fnrs | dnrs, st.text("0123456789", max_size=3), st.text("0123456789", max_size=3))
def test_part_of_a_longer_number_is_no_person(number, before, after):
    kinds = {finding.kind for finding in find(f"Vare {before}{number}{after} er tom")}

    assert bool(kinds & {Kind.fnr, Kind.dnr}) == (before == after == "")


@pytest.mark.parametrize("zero", DIGITS)
def test_digits_of_other_scripts_are_digits(zero):
    number = person_number(BORN)
    written = "".join(chr(ord(zero) + int(digit)) for digit in number)

    assert unicodedata.decimal(written[0]) == int(number[0])
    assert shown(f"fnr {written}.") == [("fnr", written)]


def test_offsets_are_code_points_after_invisible_and_combined_characters():
    number = person_number(BORN)
    text = f"\ufeffA\u030ase \U0001f600 \u00ad{number[:6]}\u200b{number[6:]}\u200b!"

    [finding] = blocking(text)

    assert text[finding.start : finding.end] == f"{number[:6]}\u200b{number[6:]}"


@pytest.mark.parametrize("label", ["fnr", "fnr:", "Fnr.", "p", "personnr=", "(", "\t", "id/"])
def test_label_may_stand_close(label):
    number = person_number(BORN)

    assert shown(f"{label}{number}") == [("fnr", number)]


@pytest.mark.parametrize(
    ("before", "after"), [("12.03.50", " og "), ("kl 14.30, ", " 2 dager"), ("rom 12: ", " 112")]
)
def test_numbers_beside_it_do_not_hide_it(before, after):
    number = person_number(BORN)
    written = f"{number[:6]} {number[6:]}"

    assert shown(f"{before}\n\n{written}{after}") == [("fnr", written)]


def test_two_numbers_are_two_findings():
    one, other = person_number(BORN), person_number(BORN, 7, day_added=40)

    assert shown(f"{one},{other}") == [("fnr", one), ("dnr", other)]
    assert shown(f"{one} {other}") == [("fnr", one), ("dnr", other)]


def test_line_break_may_stand_before_the_last_five_only():
    number = person_number(BORN)

    assert shown(f"{number[:6]}\n{number[6:]}")
    assert not shown(f"{number[:4]}\n{number[4:]}")


@pytest.mark.parametrize("gap", [" ", "-", " - ", "\n"])
def test_year_in_full_before_the_last_five(gap):
    number = person_number(BORN)
    dated = f"{number[:2]}.{number[2:4]}.1950{gap}{number[6:]}"

    assert shown(f"født {dated}") == [("fnr", dated)]
    assert not shown(dated.replace("1950", "2050"))
    assert not shown(dated.replace(".", "").replace(gap, ""))


@pytest.mark.parametrize(
    ("year", "individual", "known"),
    [
        (1853, 500, False),
        (1854, 500, True),
        (1899, 749, True),
        (1900, 0, True),
        (1999, 499, True),
        (1940, 900, True),
        (1999, 999, True),
        (2000, 500, True),
        (2039, 999, True),
        (2040, 500, False),
        (2053, 899, False),
        (1854, 750, False),
    ],
)
def test_century_follows_the_individual_number(year, individual, known):
    """The nearest number with check digits, kept inside the same series."""
    step = -1 if individual % 10 == 9 else 1
    made = [with_check_digits(f"1283{year % 100:02}{individual + step * i:03}") for i in range(40)]

    kinds = {kind_of(number) for number in made if number}

    assert kinds == ({Kind.fnr} if known else {None})


@pytest.mark.parametrize(
    ("nine", "why"),
    [
        ("318250", "31 February"),
        ("329250", "month 92 + day 32"),
        ("001250", "day 0"),
        ("129350", "month 93"),
        ("122050", "month 20"),
        ("298200", "29 February 1900"),
        ("728150", "day 72"),
        ("408150", "day 40"),
    ],
)
def test_impossible_date_is_no_person(nine, why):
    made = [with_check_digits(f"{nine}{individual:03}") for individual in range(100, 160)]

    assert [number for number in made if number]
    assert {kind_of(number) for number in made if number} == {None}, why


def test_leap_day_of_2000_is_a_date():
    assert kind_of(person_number(date(2000, 2, 29))) is Kind.fnr


def test_check_digits_are_todays():
    """From 2032 the first may also leave 1, 2 or 3: then this test is the one to change."""
    nine = person_number(BORN)[:9]
    accepted = [last for last in range(100) if has_check_digits(f"{nine}{last:02}")]

    assert len(accepted) == 1


def test_account_number_that_might_be_an_fh_number_is_left_alone():
    number = fh_number(123_456)

    assert not shown(grouped(number, (4, 2, 5), "."))
    assert shown(number)


@pytest.mark.parametrize(
    "text", ["00000000000", "11111111111", "98765432100", "120 80 98 37 16", "01.02.2026 103"]
)
def test_other_eleven_digits_are_no_person(text):
    assert not shown(text)


@pytest.mark.parametrize("month", range(5, 13))
def test_foreign_telephone_number_is_not_read_as_a_person(month):
    """A Swedish mobile number may look like an invented D-nummer of the 6th."""
    number = person_number(date(1950, month, 6), month_added=NHN, day_added=40)

    assert shown(f"dnr {number}") == [("dnr", number)]
    assert shown(f"+{number}") == [("phone", f"+{number}")]
