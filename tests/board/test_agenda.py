"""A meeting's agenda: mended and ordered until the pack is made; a report that waits, treated once for both."""

import pytest
from django.db import DatabaseError, transaction

from styrk.board import commands
from styrk.board.models import Item, Meeting
from styrk.board.refusals import Frozen
from styrk.board.types import Topic
from styrk.core import scope
from styrk.inspections.models import Treatment
from tests.board.test_views import at, says
from tests.clients import filled_in

pytestmark = pytest.mark.django_db
AUDIT = "Tilsyn med akuttmottaket"


def agenda(meeting):
    return [one.title for one in Item.objects.filter(meeting=meeting).order_by("number")]


def test_the_agenda_is_mended_and_ordered_on_the_pages(page, plan_meeting, case, quality_adviser):
    meeting, keeper = plan_meeting(), page(quality_adviser)
    case(meeting, "Ventetider")
    second = case(meeting, "Budsjett")
    sent = {"title": "Budsjett for neste år", "text": "Status", "closed": "", "source": ""}
    assert filled_in(keeper, at("change_item", second), **sent).status_code == 302
    assert keeper.post(at("move_up", second)).status_code == 302
    assert agenda(meeting) == ["Budsjett for neste år", "Ventetider"]
    assert says(keeper.get(at("meeting", meeting)), "1. Budsjett for neste år", "Flytt fram")
    stale = keeper.post(at("change_item", second), {**sent, "title": "Gammelt", "stand": "x"})
    assert stale.status_code == 422
    assert agenda(meeting)[0] == "Budsjett for neste år", (
        "nobody writes over what they have not seen"
    )


def test_what_the_board_was_given_is_not_rewritten(
    page, plan_meeting, case, packed, ceo, now, as_person
):
    meeting = plan_meeting()
    first, second = case(meeting), case(meeting, "Budsjett")
    packed(meeting)

    leader = page(ceo)
    assert not says(leader.get(at("meeting", meeting)), "Flytt fram")
    refused = leader.post(at("move_up", second), follow=True)
    assert says(refused, "Pakken er laget, og sakslisten i den står")
    with as_person(ceo):
        with pytest.raises(Frozen):
            commands.change_item(item=first, topic=Topic("Noe annet"), by=ceo, now=now)
        with pytest.raises(DatabaseError), transaction.atomic():
            Item.objects.filter(pk=first.pk).update(title="Noe annet")
    assert agenda(meeting) == ["Ventetider", "Budsjett"]


def test_a_case_put_on_after_the_pack_is_told_until_a_new_one_is_made(
    page, plan_meeting, case, packed, ceo
):
    meeting = plan_meeting()
    case(meeting)
    packed(meeting)
    told = "Sakslisten er endret etter at styrepakken ble laget"
    leader = page(ceo)
    assert not says(leader.get(at("meeting", meeting)), told)

    case(meeting, "Budsjett")
    assert says(leader.get(at("meeting", meeting)), told, "tar du den av og melder den på nytt")
    leader.post(at("make_pack", meeting))
    assert not says(leader.get(at("meeting", meeting)), told)


def test_moving_the_first_case_up_changes_nothing(plan_meeting, case, ceo, now, as_person):
    meeting = plan_meeting()
    first = case(meeting)
    case(meeting, "Budsjett")
    with as_person(ceo):
        commands.move_item_up(item=first, by=ceo, now=now)
    assert agenda(meeting) == ["Ventetider", "Budsjett"]


def test_a_report_that_waits_is_put_on_the_agenda_and_treated_once_for_both(
    an_audit, page, client_of, plan_meeting, board_chair, board_member, ceo, outsider_ceo
):
    treatment = an_audit(AUDIT)
    meeting, keeper = plan_meeting(), page(board_chair)
    address = f"{at('meeting', meeting)}rapport/{treatment.audit.uuid}/"
    assert says(keeper.get(at("meeting", meeting)), "Rapporter som venter på styret", AUDIT)
    for other in (board_member, outsider_ceo):
        assert client_of(other).post(address).status_code == 404
    assert keeper.post(address).status_code == 302
    assert client_of(board_chair).post(address).status_code == 404, "it is there already"
    item = Item.objects.get()
    assert (item.title, item.text) == (AUDIT, "Ta stilling til tiltakene.")
    assert not says(keeper.get(at("meeting", meeting)), "Rapporter som venter på styret")
    keeper.post(at("hold", meeting))
    sent = {"text": "Tatt til etterretning.", "owner": str(ceo.uuid), "due": "2026-12-16"}
    assert filled_in(keeper, at("resolve", item), **sent).status_code == 302

    with scope.acting(scope.SYSTEM):
        treated = Treatment.objects.get()
        held = Meeting.objects.get()
    assert (treated.decision, treated.case) == ("Tatt til etterretning.", "1")
    assert treated.treated_on == held.on
