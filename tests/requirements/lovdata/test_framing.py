"""What a law is for, whom it is for and from when asks nothing of anyone."""

from datetime import date

import pytest

from styrk.requirements import statutes
from styrk.requirements.lovdata.shape import Kind, Law, LawKind, Provision


def law(heading, chapter=""):
    facts = {"number": "1", "chapter": "Kapittel 1", "position": 0}
    return Law(
        refid="lov/2020-01-01-1",
        eli="",
        title="Lov om prøver",
        short_title="Prøveloven",
        department="",
        in_force_on=date(2020, 1, 1),
        in_force_note="",
        last_changed_by="",
        last_changed_in_force=None,
        url="",
        kind=LawKind.LAW,
        provisions=(
            Provision("Kapittel 1", "", heading=chapter, text="", kind=Kind.CHAPTER, **facts),
            Provision("§ 1", "Kapittel 1", heading=heading, text="", kind=Kind.SECTION, **facts),
            Provision("§ 1 a", "§ 1", heading="", text="et sykehus", kind=Kind.ITEM, **facts),
        ),
    )


def asked(found):
    return statutes.received(found, date(2026, 1, 1)).sentences[-1].kind


@pytest.mark.parametrize(
    "heading",
    [
        "Formål",
        "Lovens saklige virkeområde",
        "Definisjon",
        "Formål, virkeområde og definisjoner",
        "Ikrafttredelse m.v.",
        "Overgangsordninger. Ikrafttredelse",
        "Oppheving av andre lover",
        "Endringar i andre lover",
    ],
)
def test_a_frame_is_for_information(heading):
    assert asked(law(heading)) == "information"
    assert asked(law("", chapter=heading)) == "information"


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "Innleie fra virksomhet som har til formål å drive utleie",
        "Formålstjenlige og betryggende produkter",
        "Formål og plikter",
        "Plikten til å planlegge",
        "Straff, erstatning, klage, ikrafttredelse og overgangsbestemmelser",
    ],
)
def test_the_rest_asks(heading):
    assert asked(law(heading)) == "standing"
    assert asked(law(heading, chapter="Formål og virkeområde")) == (
        "standing" if heading else "information"
    )
