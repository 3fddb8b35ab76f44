"""The owner answers also for what it asked of others: compiled, with the word of each (hfl § 34)."""

import io
from html import unescape

import pytest
from pypdf import PdfReader

from styrk.core import clock
from styrk.requirements import commands
from styrk.requirements.annual import as_json, from_json

HERE = "/krav/melding/r/2026/"


@pytest.fixture
def asked_of_two(answered, requirement, place, world, outsider_ceo, now):
    """The trust has spoken (`answered`); the other trust says that it does not apply."""
    (other,) = place(requirement, world.their_trust)
    reason = "Vi har ikke somatikk."
    commands.decline_requirement(placement=other, reason=reason, by=outsider_ceo, now=now)
    return answered


def test_what_it_gave_is_compiled_with_the_word_of_each(
    asked_of_two, content, world, region_leader, requirement
):
    found = content(region_leader, world.region)

    (given,) = found.given
    (asked,) = given.asked
    assert (given.document.title, given.document.label) == ("Oppdrag og bestilling", "2026")
    assert asked.requirement == str(requirement.uuid)
    assert (asked.answer.below.units, asked.answer.below.declined) == (4, 1)
    assert asked.answer.compiled == "at_risk"
    assert [(one.unit, one.stands, one.course, one.text) for one in asked.words] == [
        ("Fjordheim sykehus", "accepted", "on_course", "Ventetiden går ned."),
        (world.their_trust.name, "declined", "", "Vi har ikke somatikk."),
    ]
    assert found.courses["at_risk"] == 1
    assert from_json(as_json(found)) == found


def test_those_that_were_asked_gave_nothing(asked_of_two, content, ceo):
    assert content(ceo).given == ()


def test_what_a_unit_asks_of_its_own_is_not_in_it(draft, write, place, content, world, ceo, now):
    by = {"by": ceo, "now": now}
    source = commands.register_source(
        code="LOKAL", kind="mandate", title="Oppdrag til klinikkene", unit=world.trust, **by
    )
    edition = commands.begin_edition(source=source, label="2026", dated=clock.day(now), **by)
    one = write(edition, "1", "Noe skal gjøres.")
    commands.publish_edition(edition=edition, **by)
    one.refresh_from_db()
    place(one, world.clinic, by=ceo)

    assert content(ceo).given == ()


def test_on_the_page_and_on_paper(asked_of_two, page, client_of, region_leader, world):
    html = unescape(page(region_leader).get(HERE).content.decode())
    pdf = PdfReader(io.BytesIO(client_of(region_leader).get(HERE + "fil/pdf/").content))
    text = " ".join("\n".join(one.extract_text() for one in pdf.pages).split())

    for said in ("Krav vi har gitt: Oppdrag og bestilling 2026", "Ventetiden går ned."):
        assert said in html
        assert said in text
    assert "Vi har ikke somatikk." in html
    assert f"{world.their_trust.name}, gjelder ikke her:" in text
    assert "Fjordheim sykehus, i rute (2. tertial 2026):" in text
