"""No good word speaks for those who have said nothing."""

from html import unescape

import pytest

from styrk.requirements.annual import words
from styrk.requirements.annual.paper import paper_of


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


@pytest.fixture
def one_of_three(accepted, requirement, place, say, world, ceo, clinic_director):
    """The trust and a clinic say it is met; another clinic says nothing. Gives the silent one too."""
    say(accepted, ceo, "met", "Vi er i mål.", "2026-T3")
    below, silent = place(requirement, world.clinic, world.other_clinic, above=accepted, by=ceo)
    say(below, clinic_director, "met", "Vi er i mål her.", "2026-T3")
    return accepted, silent


def test_taken_together_it_is_not_met_while_one_is_silent(one_of_three, content, say, ceo):
    (answer,) = content(ceo).answers()
    assert (answer.course, answer.compiled) == ("met", "")
    assert words.compiled(answer) == "Oppfylt hos 2 av 3"
    assert content(ceo).courses == dict.fromkeys(("not_met", "at_risk", "on_course", "met"), 0) | {
        "": 1
    }

    say(one_of_three[1], ceo, "met", "I mål.", "2026-T3")
    (answer,) = content(ceo).answers()
    assert (answer.compiled, words.compiled(answer)) == ("met", "Oppfylt")


def test_trouble_is_told_though_others_are_silent(one_of_three, content, say, ceo):
    accepted, _silent = one_of_three
    say(accepted, ceo, "not_met", "Det glapp.", "2026-T3")

    (answer,) = content(ceo).answers()
    assert (answer.compiled, words.compiled(answer)) == ("not_met", "Ikke oppfylt")


def test_the_same_wherever_it_is_shown(
    one_of_three, content, page, ceo, nurse, region_leader, now, world
):
    accepted, _silent = one_of_three
    assert says(page(ceo).get("/krav/status/f/2026-T3/"), "Oppfylt hos 2 av 3")
    assert says(page(ceo).get("/krav/melding/f/2026/"), "Oppfylt hos 2 av 3", "Mangler svar eller")
    assert says(page(nurse).get(f"/krav/{accepted.requirement.uuid}/"), "Oppfylt hos 2 av 3")
    with_owner = page(region_leader).get(f"/krav/status/{world.region.code}/2026-T3/")
    assert says(with_owner, "Oppfylt hos 2 av 3")
    assert "Oppfylt hos 2 av 3" in repr(paper_of(content(ceo), at=now))
