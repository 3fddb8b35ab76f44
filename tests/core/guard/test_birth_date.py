import pytest

from tests.core.guard.shown import shown


@pytest.mark.parametrize(
    "label", ["født", "Født:", "fødd", "f.", "f", "fnr", "fdato", "fødselsdato", "født den", "(f."]
)
@pytest.mark.parametrize(
    "day",
    [
        "12.03.1950",
        "12.03.50",
        "12.3.50",
        "12. 3. 1950",
        "12/3-50",
        "12-03-1950",
        "12/03/1950",
        "120350",
        "12031950",
        "1950-03-12",
        "19500312",
        "12. mars 1950",
        "12 mars 50",
        "29.02.1952",
    ],
)
def test_date_beside_a_word_of_birth_is_found(label, day):
    assert shown(f"Pasient {label} {day}, innlagt i går") == [("date_of_birth", day)]


@pytest.mark.parametrize("text", ["født i Bergen 12.03.1950", "født på Voss den 12.03.1950"])
def test_place_may_stand_between(text):
    assert shown(text) == [("date_of_birth", "12.03.1950")]


@pytest.mark.parametrize("gap", ["", " ", "-"])
def test_mistyped_fnr_after_its_word_is_a_date_of_birth(gap):
    assert shown(f"fnr 120350{gap}12345") == [("date_of_birth", f"120350{gap}12345")]


@pytest.mark.parametrize(
    "text",
    [
        "12.03.50",
        "12.03.1950",
        "innlagt 12.03.2026",
        "f.eks. 12.03.50",
        "f.o.m. 12.03.2026",
        "født 1950",
        "født for tidlig, innlagt 12.03.2026",
        "født 3 barn",
        "født 32.03.1950",
        "født 30.02.1950",
        "født 12.13.1950",
        "født 12. dag 1950",
        "fnr 123456",
        "uføre 120350",
        "hjelpf 120350",
        "120350",
    ],
)
def test_other_dates_are_dates(text):
    assert shown(text) == []


@pytest.mark.parametrize("gap", [" ", ", ", " (", " - "])
@pytest.mark.parametrize("day", ["3.4.1950", "03.04.50", "3. april 1950", "1950-04-03", "030450"])
def test_date_right_after_a_name_is_a_date_of_birth(gap, day):
    name = ("name", "Ola Nordmann")
    assert shown(f"Pasienten Ola Nordmann{gap}{day} falt") == [name, ("date_of_birth", day)]


@pytest.mark.parametrize(
    "text",
    [
        "Vi snakket med Ola Nordmann den 3.4.2026.",
        "Ola Nordmann så dette 3.4.2026",
        "Ola Nordmann 99",
    ],
)
def test_date_further_from_a_name_is_a_date(text):
    assert [kind for kind, _ in shown(text)] == ["name"]
