"""The pages of the board: who reads what, who keeps it, and that reading a pack is written down."""

from html import unescape

import pytest
from django.urls import reverse

from styrk.board import queries, rules
from styrk.board.models import BoardQuestion, Decision, Item, Meeting, Pack
from styrk.core import clock
from styrk.incidents import panels
from styrk.trail.models import Reading
from styrk.ui.boxes import Line, listing
from tests.clients import filled_in
from tests.counting import asked, shortened
from tests.world import standing

pytestmark = pytest.mark.django_db
BOARD = "/styre/"


def at(name, record=None):
    return reverse(f"board:{name}", args=[record.uuid] if record else [])


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def test_the_board_sees_the_whole_of_its_organisation(page, board_member):
    shown = page(board_member).get(BOARD)

    assert says(
        shown,
        "Styret i Fjordheim sykehus",
        "Ingen styrepakke er laget ennå",
        "Alvorlige hendelser og frister",
        "Du ser tallene her, men ikke sakene bak dem",
        "Bokstaver i forskriften uten bevis",
        "Tiltak der effekten skulle vært vurdert",
        "Spør øverste leder",
    )
    assert not says(shown, "Planlegg et styremøte")


def test_numbers_lead_to_lists_for_those_who_may_open_them(page, board_member, ceo, world):
    incidents = f"/meldinger/?vis=serious&enhet={world.trust.code}"
    actions = f"vis=late&enhet={world.trust.code}"
    member, leader = (
        unescape(page(one).get(BOARD).content.decode()) for one in (board_member, ceo)
    )

    assert reverse("incidents:incidents") + incidents.partition("/meldinger/")[2] in leader
    assert incidents.partition("?")[2] not in member
    assert actions in member


@pytest.mark.parametrize("who", ["nurse", "ward_leader", "clinic_director", "administrator", None])
def test_not_for_others(client_of, world, held, who):
    client = client_of(world.people[who] if who else None)
    addresses = [
        f"{BOARD}?enhet={world.trust.code}",
        at("meeting", held),
        at("pack", Pack.objects.get()),
    ]

    found = {client.get(one).status_code for one in addresses}
    assert found <= {302, 403, 404}, found


def test_a_neighbours_board_is_not_there(client_of, world, board_member, outsider_ceo, held):
    assert client_of(outsider_ceo).get(at("meeting", held)).status_code == 404
    assert client_of(board_member).get(f"{BOARD}?enhet={world.their_trust.code}").status_code == 404


def test_from_a_meeting_to_what_became_of_it_on_the_pages(
    page, client_of, ceo, quality_adviser, board_member, world
):
    keeper, member = page(quality_adviser), page(board_member)
    made = filled_in(
        keeper, f"{at('plan')}?enhet={world.trust.code}", on="2026-11-16", place="Rom 1"
    )
    meeting = Meeting.objects.get()
    assert made["Location"] == at("meeting", meeting)
    assert filled_in(keeper, at("add_item", meeting), title="Ventetider").status_code == 302
    closed = {"title": "Byggesaken", "closed": "helseforetaksloven § 26 a"}
    assert filled_in(keeper, at("add_item", meeting), **closed).status_code == 302
    frozen = keeper.post(at("make_pack", meeting))
    assert says(keeper.get(frozen["Location"]), "1. Ventetider", Pack.objects.get().digest)
    assert client_of(board_member).post(at("make_pack", meeting)).status_code == 404
    assert keeper.post(at("hold", meeting)).status_code == 302

    item = Item.objects.order_by("number")[0]
    decided = filled_in(
        keeper, at("resolve", item), text="Legg fram en plan", owner=str(ceo.uuid), due="2026-12-16"
    )
    assert decided.status_code == 302
    decision = Decision.objects.get()
    leader = page(ceo)
    assert says(leader.get("/min-side/"), "Meld tilbake om et styrevedtak", "Legg fram en plan")
    told = filled_in(leader, at("tell", decision), told="Planen er lagt fram")
    assert told.status_code == 302
    assert says(member.get(at("decision", decision)), "Planen er lagt fram")
    assert says(member.get(BOARD), "Hva det ble av det styret bestemte", "Planen er lagt fram")
    assert says(member.get(at("meeting", meeting)), "Vedtak", "Besvart", "Lukket")


def test_a_question_is_asked_and_answered_on_the_pages(page, board_member, ceo, world):
    member, leader = page(board_member), page(ceo)
    sent = filled_in(
        member, f"{at('ask')}?enhet={world.trust.code}", text="Hvorfor øker den?", due="2026-11-30"
    )
    question = BoardQuestion.objects.get()
    assert sent["Location"] == at("question", question)
    assert says(leader.get("/min-side/"), "Svar på et spørsmål fra styret", "Hvorfor øker den?")
    assert member.get(at("answer", question)).status_code == 404
    assert filled_in(leader, at("answer", question), answer="To er ledige").status_code == 302

    assert says(member.get(sent["Location"]), "To er ledige", "Besvart")
    assert leader.get(f"{at('ask')}?enhet={world.trust.code}").status_code == 404


def test_wrong_days_are_said_in_the_form(page, ceo, world, held):
    address = f"{at('plan')}?enhet={world.trust.code}"
    refused = filled_in(page(ceo), address, on="2026-11-01")
    again = filled_in(page(ceo), address, on="2026-11-16")

    assert (refused.status_code, again.status_code) == (422, 422)
    assert says(refused, "Velg en dag som er i dag eller senere.")
    assert says(again, "Det er planlagt et møte den dagen allerede.")


def test_the_owner_sees_each_organisation_but_nothing_closed(
    page, client_of, region_ceo, held, world
):
    client = page(region_ceo)
    beside = client.get(at("side_by_side"))
    assert says(beside, "Fjordheim sykehus", "Tiltak over fristen", "Bokstaver som ikke er vist")
    assert says(client.get(f"{BOARD}?enhet={world.trust.code}"), "Styret i Fjordheim sykehus")

    for address in (at("meeting", held), at("pack", Pack.objects.get())):
        shown = client.get(address)
        assert says(shown, "Ventetider")
        assert not says(shown, "Byggesaken")
    assert says(client.get(at("meeting", held)), "1 sak behandles for lukkede dører")
    assert client_of(region_ceo).post(at("make_pack", held)).status_code == 404


def test_another_app_adds_a_section_through_its_panels(
    page, ceo, board_chair, world, held, monkeypatch
):
    def box(unit, request):
        line = Line(f"Frist gått ut i {unit.name}", "/tiltak/", request.person.name)
        return listing("Ikke fulgt opp", [line], anchor="inngrep")

    monkeypatch.setitem(panels.PANELS, "board", box)
    assert says(page(board_chair).get(BOARD), "Ikke fulgt opp", "Frist gått ut i Fjordheim sykehus")
    made = filled_in(page(ceo), f"{at('plan')}?enhet={world.trust.code}", on="2026-12-01")
    frozen = page(ceo).post(f"{made['Location']}pakke/")
    monkeypatch.undo()

    assert says(page(board_chair).get(frozen["Location"]), "Ikke fulgt opp", "Daniel Drange")


def test_one_organisation_is_not_beside_anything(client_of, board_member):
    assert client_of(board_member).get(at("side_by_side")).status_code == 404


def test_reading_a_pack_is_written_down_and_shown_to_who_read_it(
    page, board_member, held, as_person
):
    pack = Pack.objects.get()
    shown = page(board_member).get(at("pack", pack))
    paper, word = (
        page(board_member).get(reverse("board:export_pack", args=[pack.uuid, form]))
        for form in ("pdf", "docx")
    )

    assert says(shown, "At du har åpnet pakken, er skrevet ned.")
    assert paper.content.startswith(b"%PDF")
    assert word.content.startswith(b"PK")
    with as_person(board_member):
        found = Reading.objects.filter(subject="board_pack", person_id=board_member.pk)
        assert found.count() == 3


def test_moved_and_called_off_on_the_pages(page, ceo, board_chair, plan_meeting, now):
    meeting, client = plan_meeting(5), page(board_chair)
    day = clock.after(now, days=12)
    moved = filled_in(client, at("move", meeting), on=f"{day}", place="Møterom 2")
    assert moved.status_code == 302
    shown = client.get(at("meeting", meeting)).content.decode()
    assert "Møterom 2" in shown
    assert at("call_off", meeting) in shown
    assert filled_in(client, at("call_off", meeting), reason="For få kan møte.").status_code == 302
    shown = client.get(at("meeting", meeting)).content.decode()
    assert "Avlyst" in shown
    assert "For få kan møte." in shown
    assert at("move", meeting) not in shown
    assert client.get(at("move", meeting)).status_code == 302


def test_cost_of_the_pages(page, board_chair, region_ceo, decided, held):
    for person, address, most in (
        (board_chair, BOARD, 12),
        (region_ceo, at("side_by_side"), 8),
        (board_chair, at("meeting", held), 12),
        (board_chair, at("pack", Pack.objects.get()), 12),
    ):
        questions = asked(page(person), address)
        assert len(questions) <= most, f"{address} {len(questions)}\n{shortened(questions)}"


def test_the_menu_has_the_board_for_those_who_read_some_boards_page(client_of, world, now):
    """Who leads only a part has nothing to read there."""
    told = set()
    for name, person in world.people.items():
        found = standing(person, now)
        reads = bool(queries.organisations(found, clock.day(now)))
        assert rules.reads_any(found) == reads, name
        answer = client_of(person).get("/min-side/")
        assert (f'href="{BOARD}"' in answer.content.decode()) == reads, name
        told.add(reads)
    assert told == {True, False}
    assert not rules.reads_any(standing(world.people["clinic_director"], now))
