"""A decision that was written down wrong stands, and its correction stands beside it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from styrk.board import commands, gathering, queries
from styrk.board.models import Decision
from styrk.board.refusals import TooSoon, WordsMissing
from styrk.board.types import FOLLOW, Resolution
from styrk.core import clock, scope
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.messages.models import Message
from tests.board.test_views import at, says
from tests.clients import filled_in
from tests.world import standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def correct(ceo, now, as_person):
    def correct(decision, *, owner=None, why="Feil eier", text="Legg fram en plan", days=30):
        with as_person(ceo):
            resolution = Resolution(text, owner or ceo, clock.after(now, days=days))
            return commands.correct_decision(
                decision=decision, resolution=resolution, why=why, by=ceo, now=now
            )

    return correct


def waiting():
    with scope.acting(scope.SYSTEM):
        found = Duty.objects.filter(kind=FOLLOW, settled_at__isnull=True)
        return [one.subject_uuid for one in found.order_by("pk")]


def test_the_first_stands_and_the_new_owner_has_the_duty(decided, correct, ceo, world, now):
    before = decided.text
    assert waiting() == [decided.uuid]
    made = correct(decided)

    decided.refresh_from_db()
    assert (decided.text, decided.state) == (before, "corrected")
    assert (made.corrects, made.owner, made.state) == (decided, ceo, "open")
    assert waiting() == [made.uuid]


def test_whoever_had_it_hears_why(decided, correct, ceo):
    owner = decided.owner
    correct(decided, why="Det var klinikken som skulle ha det")

    assert owner != ceo
    with scope.acting(scope.SYSTEM):
        heard = Message.objects.get(
            recipient=owner, subject="Et vedtak du skulle følge opp, er rettet"
        )
    assert heard.text == "Det var klinikken som skulle ha det"


def test_the_board_is_shown_the_correction_alone(decided, correct, ceo, world, now, as_person):
    made = correct(decided, text="Legg fram en plan i mars", why="Det sto feil måned")

    with as_person(ceo):
        papers = queries.papers_of(world.trust, clock.day(now))
        found = gathering.content(world.trust, papers, standing(ceo, now), clock.day(now))
    (line,) = next(one for one in found.sections if one.key == "decisions").lines
    assert line.title == made.text
    assert line.under.endswith(": Det sto feil måned")


def test_what_a_correction_refuses(decided, correct, ceo, quality_adviser, now, as_person):
    with pytest.raises(WordsMissing):
        correct(decided, why=" ")
    with pytest.raises(TooSoon):
        correct(decided, days=-1)
    made = correct(decided)
    with pytest.raises(NotNow):
        correct(decided)
    with as_person(ceo), pytest.raises(NotNow):
        commands.tell_board(decision=decided, told="Ferdig", by=ceo, now=now)
    with as_person(ceo):
        commands.tell_board(decision=made, told="Ferdig", by=ceo, now=now)
    with pytest.raises(NotNow):
        correct(made)
    with pytest.raises(DatabaseError), transaction.atomic():
        Decision.objects.filter(pk=decided.pk).update(text="Noe annet")


def test_it_is_corrected_on_the_page(page, decided, ceo, board_member, quality_adviser, now):
    client = page(ceo)
    assert says(client.get(at("decision", decided)), "Rett vedtaket")
    assert page(board_member).get(at("correct", decided)).status_code == 404

    done = filled_in(
        client,
        at("correct", decided),
        text="Legg fram en plan i mars",
        owner=str(ceo.uuid),
        due=(clock.day(now) + timedelta(days=40)).isoformat(),
        why="Det sto feil måned",
    )

    made = Decision.objects.get(corrects=decided)
    assert done["Location"] == at("decision", made)
    shown = client.get(done["Location"])
    assert says(shown, "Legg fram en plan i mars", "Det sto feil måned", "Slik lød det")
    old = client.get(at("decision", decided))
    assert says(old, decided.text, "Rettet", "Slik lyder det nå", at("decision", made))
    assert not says(old, "Meld tilbake til styret")
    meeting = client.get(at("meeting", decided.item.meeting))
    assert says(meeting, decided.text, "Rettet", "Det sto feil måned")
    assert says(client.get("/styre/"), "Legg fram en plan i mars")
    again = client.post(at("correct", decided), {"text": "x"})
    assert again["Location"] == at("decision", decided)
