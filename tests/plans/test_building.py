"""What a plan builds on: noted, taken out, carried over and frozen."""

from html import unescape

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils.html import strip_tags

from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.plans import commands, queries
from styrk.plans.models import Ground
from styrk.plans.types import Known
from tests.clients import filled_in


def text(answer):
    return " ".join(unescape(strip_tags(answer.content.decode())).split())


FALLS = Known("incidents", "Fallene i fjor", "De fleste skjer om natta.")


@pytest.fixture
def note(now, ward_leader, as_person):
    def note(plan, known=FALLS):
        with as_person(ward_leader):
            return commands.note_ground(plan=plan, known=known, by=ward_leader, now=now)

    return note


def test_it_is_frozen_with_the_plan_and_goes_on_in_the_next(
    draft, note, approve, now, ward_leader, as_person
):
    note(draft)
    approved = approve(ward_leader, draft, "Trygge bad")
    [said] = approved.content["grounds"]

    assert (said["source"], said["what"], said["showed"]) == (
        "incidents",
        "Fallene i fjor",
        "De fleste skjer om natta.",
    )
    with pytest.raises(NotNow):
        note(approved)
    with as_person(ward_leader):
        new = commands.revise_plan(plan=approved, reason="Mer", by=ward_leader, now=now)
    assert [one.what for one in queries.grounds_of(new)] == ["Fallene i fjor"]


def test_the_database_holds_it_when_the_plan_is_approved(draft, note, approve, ward_leader):
    ground = note(draft)
    approve(ward_leader, draft, "Trygge bad")

    with pytest.raises(IntegrityError, match="never changed"):
        ground.delete()


def test_what_is_taken_out_stays_in_the_history(draft, note, now, ward_leader, as_person):
    ground = note(draft)
    with as_person(ward_leader):
        commands.drop_ground(ground=ground, by=ward_leader, now=now)

    assert not Ground.objects.exists()
    last = queries.steps_of(draft)[-1]
    assert (last.act, last.note) == ("drop_ground", "De fleste skjer om natta.")


@pytest.mark.parametrize("known", [Known("users", "", "x"), Known("users", "x", " ")])
def test_it_needs_its_words(draft, note, known):
    with pytest.raises(commands.ReasonMissing):
        note(draft, known)


def test_nobody_is_told_of(draft, note):
    with pytest.raises(IdentityFound):
        note(draft, Known("users", "Klagen", "Ring 912 34 567"))


def test_a_leader_notes_it_on_the_page_and_takes_it_out(page, draft, ward_leader, nurse):
    at = reverse("plans:version", args=[draft.uuid])
    client = page(ward_leader)
    assert "Det står ikke hva denne planen bygger på" in text(client.get(at))
    sent = {"source": "users", "what": "Klagene i år", "showed": "Utskrivingen nevnes oftest."}
    filled_in(client, reverse("plans:build_on", args=[draft.uuid]), **sent)

    shown = text(client.get(at))
    assert "Det er notert i planen" in shown
    assert "Utskrivingen nevnes oftest." in shown
    assert "Erfaringer fra pasienter, brukere og pårørende" in shown
    assert "Ta ut Klagene i år" not in text(page(nurse).get(at))

    drop = reverse("plans:drop_ground", args=[Ground.objects.get().uuid])
    assert page(nurse).post(drop).status_code == 404
    assert "Det er tatt ut" in text(client.post(drop, follow=True))
    assert not Ground.objects.exists()
