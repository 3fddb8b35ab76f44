"""What is done with what is told: state, step, trail and duty after each, and what is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import ProgrammingError, transaction

from styrk.actions.models import Action
from styrk.core import scope
from styrk.core.asking import ask
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.core.tallies import Span
from styrk.duties.models import Duty
from styrk.feedback import commands, mailing, refusals
from styrk.feedback.models import Receipt, Voice, VoiceAction, VoiceStep
from styrk.feedback.queries import outside
from styrk.feedback.tally import figures
from styrk.trail.models import Entry

FNR = "13116900216"


def acts(voice):
    with scope.acting(scope.SYSTEM):
        found = VoiceStep.objects.filter(voice=voice).order_by("pk")
        return list(found.values_list("act", flat=True))


def trail(voice):
    with scope.acting(scope.SYSTEM):
        found = Entry.objects.filter(subject="voice", subject_id=voice.pk).order_by("pk")
        return list(found.values_list("person_name", "text"))


def test_what_nobody_in_particular_tells_lies_with_the_leader(voice, world):
    duty = Duty.objects.get(kind="voice.answer")

    assert (voice.state, voice.held_by, voice.trust) == ("received", world.ward, world.trust)
    assert (duty.unit, duty.role, duty.due) == (world.ward, "leader", date(2026, 12, 16))
    assert trail(voice) == [("Styrk", "Noen fortalte oss noe hos Sengepost 1A")]
    assert acts(voice) == []


def test_the_same_sent_twice_is_one(told, now):
    first = commands.tell_us(told=told(), key="a", by=None, now=now)
    again = commands.tell_us(told=told(), key="a", by=None, now=now)
    other = commands.tell_us(told=told(text="Noe annet."), key="a", by=None, now=now)

    assert first == again != other
    with scope.acting(scope.SYSTEM):
        assert Voice.objects.count() == Receipt.objects.count() == 2
        assert first not in set(Receipt.objects.values_list("digest", flat=True))


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"text": f"Jeg heter {FNR}"}, IdentityFound),
        ({"text": "  "}, refusals.NothingSaid),
        ({"theme": "rart"}, refusals.UnknownTheme),
        ({"received_on": date(2026, 11, 17)}, refusals.ReceivedLater),
    ],
)
def test_what_does_not_fit_is_refused(told, now, facts, refusal):
    with pytest.raises(refusal):
        commands.tell_us(told=told(**facts), key="a", by=None, now=now)


def test_what_is_about_the_leader_goes_one_up(tell, world, as_person, ward_leader, told, now):
    voice = tell(about_leader=True)

    assert (voice.unit, voice.held_by) == (world.ward, world.department)
    with as_person(ward_leader):
        assert not Voice.objects.exists()


def test_what_is_about_the_top_leader_goes_to_the_chair_alone(
    told, world, as_person, now, board_chair, plan_of
):
    commands.tell_us(told=told(unit=world.trust, about_leader=True), key="b", by=None, now=now)

    for who in ("ceo", "quality_adviser", "outsider_ceo", "administrator"):
        with as_person(world.people[who]):
            assert not Voice.objects.exists()
    with as_person(board_chair):
        voice = Voice.objects.select_related("unit", "held_by").get()
        assert (voice.held_by, voice.past_line) == (world.trust, True)
        assert Duty.objects.get(kind="voice.answer").role == "board_chair"
        commands.take_voice(voice=voice, by=board_chair, now=now)
        action = commands.act_on_voice(
            voice=voice,
            plan=replace(plan_of(board_chair), unit=world.trust),
            by=board_chair,
            now=now,
        )
        with pytest.raises(refusals.NotThere):
            commands.hand_over_voice(
                voice=voice, unit=world.ward, reason="Ditt.", by=board_chair, now=now
            )
        commands.answer_voice(
            voice=voice, answer="Jeg har snakket med ham.", by=board_chair, now=now
        )
        assert Action.objects.filter(pk=action.pk).exists()
    for who in ("ceo", "quality_adviser"):
        with as_person(world.people[who]):
            assert not Action.objects.filter(pk=action.pk).exists()


def test_without_a_chair_nothing_about_the_top_leader_is_taken_in(told, world, now):
    with pytest.raises(refusals.NobodyAbove):
        commands.tell_us(told=told(unit=world.region, about_leader=True), key="b", by=None, now=now)


def test_what_is_about_the_top_leader_is_in_no_number_of_the_line(told, world, now):
    on = date(2026, 11, 17)
    found = figures(world.trust.path, {"received": Span("received", date(2026, 1, 1), on)})
    commands.tell_us(told=told(unit=world.trust, about_leader=True), key="b", by=None, now=now)
    assert ask(found) == {"received": 0}
    commands.tell_us(told=told(unit=world.trust), key="c", by=None, now=now)
    assert ask(found) == {"received": 1}


def test_one_who_writes_it_down_does_not_read_the_others(tell, nurse, as_person, now, told):
    with as_person(nurse):
        commands.tell_us(told=told(channel="spoken"), key="n", by=nurse, now=now)
        assert not Voice.objects.exists()


def test_it_is_taken_answered_and_settled(taken, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.write_meanwhile(
            voice=taken,
            text="Vi ser på det.",
            answer_due=date(2027, 1, 10),
            by=ward_leader,
            now=now,
        )
        assert Duty.objects.get(kind="voice.answer").due == date(2027, 1, 10)
        commands.answer_voice(voice=taken, answer="Beklager.", by=ward_leader, now=now)
        taken.refresh_from_db()
        with pytest.raises(NotNow):
            commands.answer_voice(voice=taken, answer="Igjen.", by=ward_leader, now=now)

    assert (taken.state, taken.answer, taken.handler) == ("answered", "Beklager.", ward_leader)
    assert Duty.objects.get(kind="voice.answer").settled_by == ward_leader
    assert acts(taken) == ["take", "write_meanwhile", "answer"]


def test_a_first_answer_names_a_day_to_come(taken, ward_leader, now, as_person):
    with as_person(ward_leader), pytest.raises(refusals.NotLater):
        commands.write_meanwhile(
            voice=taken, text="Snart.", answer_due=date(2026, 11, 16), by=ward_leader, now=now
        )


def test_what_was_told_cannot_be_rewritten(taken, ward_leader, as_person):
    taken.text = "Alt var fint."
    with as_person(ward_leader), pytest.raises(ProgrammingError), transaction.atomic():
        taken.save(update_fields=["text"])


def test_an_action_goes_into_the_one_register(taken, plan_of, nurse, ward_leader, now, as_person):
    with as_person(ward_leader):
        action = commands.act_on_voice(voice=taken, plan=plan_of(nurse), by=ward_leader, now=now)
        taken.refresh_from_db()

        assert (action.origin, taken.used) == ("voice", True)
        assert VoiceAction.objects.get().action == action


def test_the_one_who_told_sees_what_came_of_it(told, ward_leader, now, as_person):
    word = commands.tell_us(told=told(), key="a", by=None, now=now)
    with as_person(ward_leader):
        voice = Voice.objects.get()
        commands.take_voice(voice=voice, by=ward_leader, now=now)
        commands.tell_change(
            voice=voice,
            said="Ingen sier hvorfor vi venter",
            did="Tavla viser ventetid.",
            public=False,
            by=ward_leader,
            now=now,
        )
        commands.answer_voice(voice=voice, answer="Beklager.", by=ward_leader, now=now)

    case = outside.told(word)
    assert (case.state, case.answer) == ("answered", "Beklager.")
    assert [one.did for one in outside.changes_after(case.voice)] == ["Tavla viser ventetid."]
    assert outside.shown_to_all(voice.unit) == []
    assert outside.told(word[:-1] + "x") is None


def test_what_came_to_the_wrong_unit_is_handed_on(
    taken, world, ward_leader, second_ward_leader, now, as_person, tell
):
    said = {"voice": taken, "reason": "Det var på 1B.", "by": ward_leader, "now": now}
    with as_person(ward_leader):
        with pytest.raises(refusals.NotThere):
            commands.hand_over_voice(unit=world.their_ward, **said)
        commands.hand_over_voice(unit=world.second_ward, **said)
        assert not Voice.objects.exists()

    with as_person(second_ward_leader):
        moved = Voice.objects.get()
    assert (moved.state, moved.handler, moved.unit) == ("received", None, world.ward)
    duty = Duty.objects.get(kind="voice.answer")
    assert (duty.unit, duty.settled_at, duty.due) == (world.second_ward, None, taken.answer_due)


def test_what_is_about_a_leader_is_not_handed_to_that_leader(
    tell, world, department_leader, now, as_person
):
    voice = tell(about_leader=True)
    with as_person(department_leader), pytest.raises(refusals.NotThere):
        commands.hand_over_voice(
            voice=voice, unit=world.ward, reason="Ditt.", by=department_leader, now=now
        )


def test_an_email_says_that_there_is_an_answer_and_is_gone(tell, ward_leader, now, as_person):
    voice = tell(email="noen@example.org")
    assert not mailing.tell_next(now)

    with as_person(ward_leader):
        commands.take_voice(voice=voice, by=ward_leader, now=now)
        commands.answer_voice(voice=voice, answer="Beklager.", by=ward_leader, now=now)

    assert mailing.tell_next(now)
    assert not mailing.tell_next(now)
    (letter,) = mail.outbox
    assert letter.to == ["noen@example.org"]
    assert "Beklager" not in letter.body
    with scope.acting(scope.SYSTEM):
        assert Receipt.objects.get().email == ""


def test_a_period_is_judged_when_it_is_over(world, ward_leader, now):
    said = {"unit": world.ward, "voices": 3, "good": "Roen", "better": "Ventinga"}
    days = {"first_on": date(2026, 1, 1), "last_on": date(2026, 11, 16)}
    judgement = commands.judge_voices(**said, **days, by=ward_leader, now=now)

    assert (judgement.voices, judgement.by) == (3, ward_leader)
    late = days | {"last_on": days["last_on"] + timedelta(days=1)}
    with pytest.raises(refusals.PeriodBackwards):
        commands.judge_voices(**said, **late, by=ward_leader, now=now)


def test_what_is_about_the_top_leader_leaves_no_gap_in_the_numbers(
    tell, told, world, now, board_chair, as_person
):
    """The top leader sees all other numbers: one that was missing would say that something came."""
    first = tell(key="1")
    commands.tell_us(told=told(unit=world.trust, about_leader=True), key="2", by=None, now=now)
    after = tell(key="3")
    with as_person(board_chair):
        passed = Voice.objects.get(past_line=True)

    assert after.pk == first.pk + 1
    assert passed.pk < 0
    assert passed.reference == f"2026-F{-passed.pk}"
