import pytest

from styrk.core.guard import Finding, Kind, find, redact
from styrk.core.guard.redaction import WORDS
from tests.core.guard.synthetic import BORN, person_number

FNR = person_number(BORN)
DNR = person_number(BORN, day_added=40)


def test_blocking_findings_are_replaced_by_words():
    text = f"Pasient {FNR[:6]} {FNR[6:]} og {DNR}, tlf 91 23 45 67, kari@sykehus.no."

    assert redact(text) == (
        "Pasient [fødselsnummer fjernet] og [D-nummer fjernet], "
        "tlf [telefonnummer fjernet], [e-post fjernet]."
    )


def test_warnings_stay_unless_asked_for():
    text = "Kari Nordmann, født 12.03.1950, journalnr 123456"

    assert redact(text) == text
    assert redact(text, find(text)) == (
        "[navn fjernet], født [fødselsdato fjernet], journalnr [journalnummer fjernet]"
    )


def test_only_the_given_findings_are_replaced():
    text = "91234567 og 98765432"

    assert redact(text, find(text)[1:]) == "91234567 og [telefonnummer fjernet]"
    assert redact(text, []) == text


def test_overlapping_findings_become_one_placeholder():
    findings = [Finding(Kind.phone, 3, 9, blocks=True), Finding(Kind.fnr, 0, 6, blocks=True)]

    assert redact("0123456789", iter(findings)) == "[fødselsnummer fjernet]9"


def test_finding_inside_another_adds_nothing():
    findings = [Finding(Kind.email, 0, 8, blocks=True), Finding(Kind.phone, 2, 4, blocks=True)]

    assert redact("0123456789", findings) == "[e-post fjernet]89"


@pytest.mark.parametrize("word", WORDS.values())
@pytest.mark.parametrize("sentence", ["{}", "født {} 2026", "pasienten {}", "tlf {}", "x{}@a.no"])
def test_placeholder_is_never_found(word, sentence):
    assert find(sentence.format(f"[{word} fjernet]")) == []


def test_every_kind_has_a_word():
    assert set(WORDS) == set(Kind)


def test_number_beside_another_identifier_is_taken_too():
    text = f"21 22 33 44 {FNR[:2]} {FNR[2:4]} {FNR[4:6]} {FNR[6:]}"

    redacted = redact(text)

    assert redacted == "[telefonnummer fjernet] [fødselsnummer fjernet]"
    assert redact(redacted) == redacted
