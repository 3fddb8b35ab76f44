"""The board sees how many signals there were of each rule, never about whom."""

from html import unescape

import pytest
from django.urls import reverse

from styrk.intervention import commands

pytestmark = pytest.mark.django_db


def shown(page, person):
    return unescape(page(person).get(reverse("board:board")).content.decode())


def test_the_board_reads_numbers_and_no_names(
    hearing, world, unanswered, night, now, page, board_chair
):
    few = shown(page, board_chair)
    assert "Plikt til å gripe inn, det siste året" in few
    assert "Færre enn 5." in few
    for code in ("f.med", "f.med.1", "f.med.1.b", "f.kir"):
        unanswered(world.units[code])
    night(now)

    many = shown(page, board_chair)
    assert "5 signaler. Hvordan det gikk, vises ikke: en av gruppene har færre enn 5." in many
    assert hearing.leader.name not in many
    assert hearing.unit.name not in many


def test_the_board_reads_that_a_rule_was_switched_off_and_why(
    hearing, world, ceo, now, page, board_chair, as_person
):
    with as_person(ceo):
        commands.switch_off(
            unit=world.trust, code="late_answer", reason="Vi vil ikke ha dette.", by=ceo, now=now
        )

    assert "Slått av 16. nov. 2026: Vi vil ikke ha dette." in shown(page, board_chair)


def test_where_nothing_was_found_nothing_is_said(world, page, board_chair):
    assert "Plikt til å gripe inn, det siste året" not in shown(page, board_chair)
