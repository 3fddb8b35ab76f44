import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrk.core.guard import Kind, find
from tests.core.guard.shown import shown

NUMBERS = [
    "91 23 45 67",
    "912 34 567",
    "91234567",
    "41 23 45 67",
    "412 34 567",
    "41234567",
    "22 12 34 56",
    "22123456",
    "33 12 34 56",
    "55 12 34 56",
    "67 12 34 56",
    "73123456",
    "815 12 345",
    "40 00 00 00",
    "900 00 000",
    "91.23.45.67",
    "91-23-45-67",
    "912-34-567",
    "+47 91 23 45 67",
    "+47 912 34 567",
    "+4791234567",
    "+47-91234567",
    "+47 22 12 34 56",
    "(+47) 91 23 45 67",
    "0047 91 23 45 67",
    "004791234567",
    "00 47 912 34 567",
    "47 91 23 45 67",
    "4791234567",
    "+46 70 123 45 67",
    "+46 (0)70-123 45 67",
    "0046 70 123 45 67",
    "+45 12 34 56 78",
    "+358 40 123 4567",
    "+44 20 7946 0123",
    "+1 (555) 010-0123",
    "+48 512 345 678",
    "91\u00a023\u00a045\u00a067",
    "912\u202f34\u202f567",
    "91\u201123\u201145\u201167",
    "\uff19\uff11 \uff12\uff13 \uff14\uff15 \uff16\uff17",
]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "sentence",
    [
        "{}",
        "Ring {}.",
        "Pårørende nås på {}, også på kvelden",
        "tlf: {} (mor)",
        "Mobil {}\nRom 4",
        "Kontaktnummer {}",
        "Nytt nr {}!",
        "Meldt 12.03.2026 kl. 14.30 til {} av vakthavende",
    ],
)
def test_number_is_found(number, sentence):
    assert shown(sentence.format(number)) == [("phone", number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tlf91234567", "91234567"),
        ("tlf.nr. 9123 4567", "9123 4567"),
        ("Telefonnummeret er 22 123 456", "22 123 456"),
        ("mobilnr: 9 1 2 3 4 5 6 7", "9 1 2 3 4 5 6 7"),
        ("telefon 30 40 50 60", "30 40 50 60"),
        ("tlf 20 40 60 80", "20 40 60 80"),
    ],
)
def test_word_for_telephone_makes_any_grouping_a_number(text, number):
    assert shown(text) == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    [
        "91 23 45 67/98 76 54 32",
        "91234567/98765432",
        "91 23 45 67 98 76 54 32",
        "912 34 567, 98765432",
        "Mor 91234567 far 98765432",
        "+47 91 23 45 67 21 22 33 44",
    ],
)
def test_two_numbers_are_two_findings(text):
    assert [kind for kind, _ in shown(text)] == ["phone", "phone"]


def test_any_number_of_numbers_may_stand_between_slashes():
    assert len(shown("/".join(["91234567"] * 9))) == 9


@pytest.mark.parametrize(
    "text",
    [
        "2026",
        "2024 2025",
        "2024-2025",
        "budsjett 2024 2025 2026",
        "12.03.2026",
        "22.12.2025",
        "24122025",
        "20260312",
        "2026-03-12T14:30:00+01:00",
        "2026-03-12 14:30:59",
        "kl 22 30 23 15",
        "kl. 20.30-22.15",
        "0030-0130-0230",
        "0030 0130 0230",
        "uke 21 22 23 24",
        "avvik 2026-1040",
        "avvik 20261040",
        "sak 2026/91234567",
        "saksnr 91234567",
        "Avvik nr. 91 23 45 67",
        "organisasjonsnummer 974 707 152",
        "orgnr 974707152",
        "974 707 152 MVA",
        "dose 25 50 75 25",
        "40 40 20 20 mg",
        "20 40 60 80",
        "250 50 250 ml",
        "45000000 kroner",
        "45 000 000",
        "100 000",
        "1 000 000",
        "+20 000 000",
        "+45 500 000 kr",
        "batch A91234567",
        "91234567B",
        "LOT-91234567",
        "lot 91234567",
        "Batchnr.: 91234567",
        "serienummer 41234567",
        "utstyrs-id 41234567",
        "#41234567",
        "ordrenr. 91 23 45 67",
        "artikkel nummer 91234567",
        "hpr-nr 91234567",
        "rom 412",
        "rom 21 22 23 24",
        "seng 31 33 34 36",
        "senger 21 22 23 24 25 26",
        "113",
        "116 117",
        "02800",
        "ring 02800",
        "tlf 113",
        "tlf. 116117",
        "puls 72 74 76 78",
        "målt 37 38 37 38",
        "120 80 98 37 16",
        "22 24 26 21 25 23",
        "GTIN 7038010009457",
        "ISBN 978-82-450-1234-5",
        "IP 51.12.34.56",
        "https://sak.no/vis/91234567",
        "eksempel.no/91234567",
        "59.91234567",
        "54123456",
        "Na+ 140 137 141 139",
        "0 1 0 2 3 4 5 6",
    ],
)
def test_other_numbers_of_a_hospital_are_not_telephone_numbers(text):
    assert shown(text) == []
    assert shown(f"Se {text}, takk.") == []


@settings(deadline=None, max_examples=200)
@given(
    st.from_regex(r"\A[49][0-9]{7}\Z"),
    st.sampled_from([(8,), (2, 2, 2, 2), (3, 2, 3)]),
    st.sampled_from([" ", "\u00a0", "\u202f", "-", "."]),
    st.sampled_from(["+47 ", "+47", "0047 ", "0047", "(+47) "]),
)
def test_mobile_number_with_country_code_is_found(digits, sizes, gap, country):
    parts = []
    for size in sizes:
        parts.append(digits[sum(map(len, parts)) :][:size])
    number = country + gap.join(parts)

    assert shown(f"Kontakt {number} ved behov") == [("phone", number)]


def test_number_beside_an_email_address_is_found():
    kinds = [finding.kind for finding in find("kari@sykehus.no 91 23 45 67")]

    assert kinds == [Kind.email, Kind.phone]
