"""A document taken in again: what says the same is no new edition."""

from dataclasses import replace

from styrk.core import clock
from styrk.requirements import commands, statutes
from styrk.requirements.lovdata.reading import read
from tests.requirements.lovdata.samples import law_json, section


def test_the_same_words_are_no_new_edition_though_read_otherwise(world, now):
    """As the demo's forskrift, where only the letters are asked for."""
    law = read(law_json(section("§ 1", "Virksomheten skal planlegge.")), "prøve.json").law
    told = statutes.received(law, clock.day(now))
    asks_nothing = tuple(replace(one, kind="") for one in told.sentences)
    first = commands.receive_edition(
        received=replace(told, sentences=asks_nothing), by=None, now=now
    )

    again = commands.receive_edition(received=told, by=None, now=now)

    assert (again.edition, again.is_new) == (first.edition, False)


def test_other_words_are_a_new_edition(world, now):
    law = read(law_json(section("§ 1", "Virksomheten skal planlegge.")), "prøve.json").law
    told = statutes.received(law, clock.day(now))
    other = tuple(replace(one, text=f"{one.text} Nytt.") for one in told.sentences)
    first = commands.receive_edition(received=told, by=None, now=now)

    again = commands.receive_edition(received=replace(told, sentences=other), by=None, now=now)

    assert again.is_new
    assert again.edition.follows == first.edition
