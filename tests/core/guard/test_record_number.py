import pytest

from tests.core.guard.shown import shown


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("journalnr 123456", "123456"),
        ("Journalnummer: 12345678", "12345678"),
        ("journal nr. 12 34 56", "12 34 56"),
        ("NPR-id 1234567", "1234567"),
        ("NPR-ID: 91234567", "91234567"),
        ("DIPS-nummer ABC12345", "ABC12345"),
        ("DIPS-nr. 1234-5678", "1234-5678"),
        ("DIPS 1234567", "1234567"),
        ("pasientnr 4711", "4711"),
        ("pasient-id=123456", "123456"),
        ("pasientjournalnummeret er 123456", "123456"),
        ("MRN 0012345", "0012345"),
        ("oppholdsnr 1234567", "1234567"),
    ],
)
def test_number_beside_a_word_for_the_record_is_found(text, number):
    assert shown(f"Se {text}, takk.") == [("record_number", number)]


@pytest.mark.parametrize(
    "text",
    [
        "123456",
        "saksnr 123456",
        "journalnotat 12.03.2026",
        "journal fra 2026",
        "DIPS 7.3.1",
        "DIPS Arena 2024",
        "journalnr mangler",
        "pasient 3 av 4",
        "pasient nr 2",
        "rom nr 123456",
    ],
)
def test_other_numbers_are_numbers(text):
    assert shown(text) == []
