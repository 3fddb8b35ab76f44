"""Ledelsens gjennomgang: from what every app knows to what is signed, and on to the next."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from styrk.actions.commands import carry_out, judge_effect
from styrk.actions.models import Action
from styrk.appraisal import commands, freezing, queries, rules
from styrk.appraisal.models import Appraisal, Verdict
from styrk.appraisal.states import Part
from styrk.core import clock, scope
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.regulation.letters import LETTERS
from styrk.trail.models import Entry
from tests.goals.conftest import aim, set_goal  # noqa: F401 - a goal of the trust

pytestmark = pytest.mark.django_db


def test_assembled_from_what_every_app_knows(begin, set_goal, ceo, world):  # noqa: F811
    set_goal(ceo, unit=world.trust)
    review = begin()

    said = review.material
    assert [one["key"] for one in said["letters"]] == [str(one) for one in LETTERS]
    assert {one["key"] for one in said["areas"]} >= {
        "goals",
        "indicators",
        "requirements",
        "inspections",
        "incidents",
        "risks",
        "voices",
        "actions",
    }
    assert {one["part"] for one in said["areas"]} == {"results", "compliance", "whole"}
    assert len(said["goals"]) == 1
    assert said["before"] is None
    assert (review.year, review.number, review.follows) == (2026, 1, None)


def test_of_a_whole_organisation_and_one_at_a_time(begin, world, ceo, municipal_director):
    begin()

    with pytest.raises(commands.Begun):
        begin()
    with pytest.raises(commands.NotTop):
        begin(unit=world.clinic)
    assert begin(municipal_director, unit=world.units["k"]).unit.name == "Prøvedal kommune"


def test_a_judgement_is_written_over_with_a_trace(draft, ceo, now, as_person):
    def judge(works, comment):
        commands.judge_item(
            appraisal=draft, item="8b", works=works, comment=comment, by=ceo, now=now
        )

    with as_person(ceo):
        judge("works", "Det går bra")
        judge("partly", "Ikke alt")

    assert Verdict.objects.get().works == "partly"
    assert draft.steps.last().detail["changed"]["comment"] == ["Det går bra", "Ikke alt"]


def test_what_a_judgement_refuses(draft, ceo, now, as_person):
    def judge(item="results", comment="Bra"):
        with as_person(ceo):
            commands.judge_item(
                appraisal=draft, item=item, works="works", comment=comment, by=ceo, now=now
            )

    with pytest.raises(commands.ReasonMissing):
        judge(comment="  ")
    with pytest.raises(commands.UnknownItem):
        judge(item="9z")
    with pytest.raises(IdentityFound):
        judge(comment="Pasienten har fødselsnummer 17054026641")


def test_noted_when_it_has_been(draft, ceo, now, taking, as_person):
    coming = taking(held_on=clock.day(now) + timedelta(days=1))

    with as_person(ceo), pytest.raises(commands.NotYet):
        commands.note_participant(appraisal=draft, taking=coming, by=ceo, now=now)


def test_not_signed_before_it_is_whole(draft, judged, again, ceo, quality_adviser, now, as_person):
    def sign(by=ceo, **given):
        with as_person(by):
            commands.sign_appraisal(appraisal=again(draft, by), by=by, now=now, **given)

    with pytest.raises(commands.PartMissing):
        sign()
    judged(draft, "leaders", "union")
    with pytest.raises(commands.NoAuthority):
        sign(quality_adviser, unheard="Sykdom")
    with pytest.raises(commands.ReasonMissing):
        sign()
    sign(unheard="Brukerutvalget og verneombudet møtes i januar")

    assert Appraisal.objects.get().state == "signed"


def test_nobody_took_part(draft, again, ceo, now, as_person):
    with as_person(ceo):
        for part in Part.values:
            commands.judge_item(
                appraisal=draft, item=part, works="works", comment="Bra", by=ceo, now=now
            )
        with pytest.raises(commands.Alone):
            commands.sign_appraisal(appraisal=again(draft, ceo), by=ceo, now=now, unheard="Nei")


def test_signed_it_stands(signed, ceo, now, plan, taking, as_person):
    assert signed.digest == freezing.digest(signed.content, None)
    assert signed.content["verdicts"].keys() == set(Part.values)
    assert [one["title"] for one in signed.content["decisions"]] == [plan.title]
    for act in (
        lambda: commands.gather_again(appraisal=signed, by=ceo, now=now),
        lambda: commands.note_participant(appraisal=signed, taking=taking(), by=ceo, now=now),
        lambda: commands.decide_action(appraisal=signed, plan=plan, by=ceo, now=now),
        lambda: commands.sign_appraisal(appraisal=signed, by=ceo, now=now),
    ):
        with as_person(ceo), pytest.raises(NotNow):
            act()


@pytest.mark.parametrize(
    "change",
    [
        lambda one: Appraisal.objects.update(digest="0" * 64),
        lambda one: Appraisal.objects.update(content={}),
        lambda one: Verdict.objects.update(comment="Alt er bra"),
        lambda one: one.participants.create(
            party="union",
            who="En",
            held_on="2026-11-01",
            said="Ja",
            noted_at=one.begun_at,
            noted_by=one.begun_by,
        ),
    ],
)
def test_the_database_keeps_what_is_signed(signed, change):
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        change(signed)


def test_what_comes_later_is_an_addendum(signed, again, ceo, now, as_person):
    with as_person(ceo):
        commands.add_addendum(appraisal=signed, text="Styret ba om mer", by=ceo, now=now)

    after = again(signed, ceo)
    assert [one.text for one in after.addenda.all()] == ["Styret ba om mer"]
    assert (after.content, after.digest) == (signed.content, signed.digest)


def test_the_next_opens_with_what_became_of_this(
    signed, begin, again, judged, ceo, now, next_year, as_person
):
    with as_person(ceo):
        action = Action.objects.get(origin="appraisal")
        carry_out(action=action, note="Gjort", by=ceo, now=now + timedelta(days=50))
        judge_effect(
            action=action, effect="worked", reason="Ni av ti", by=ceo, now=now + timedelta(days=200)
        )
    review = judged(begin(at=next_year))
    with as_person(ceo):
        commands.sign_appraisal(appraisal=again(review, ceo), by=ceo, now=next_year)

    opening = review.material["before"]
    assert (review.year, review.follows) == (2027, signed)
    assert (opening["year"], opening["digest"]) == (2026, signed.digest)
    assert opening["decisions"][0]["standing"] == ["Virket", "success"]
    # What was signed says how it stood then, and the next is bound to it.
    assert signed.content["decisions"][0]["state"] == "planned"
    after = again(review, ceo)
    assert after.digest == freezing.digest(after.content, signed)
    assert after.digest != freezing.digest(after.content, None)


def test_what_waits_is_remembered_through_every_review(
    signed, begin, again, judged, ceo, now, next_year, plan, as_person
):
    review = judged(begin(at=next_year))
    with as_person(ceo):
        (first,) = Action.objects.filter(origin="appraisal")
        second = commands.decide_action(appraisal=review, plan=plan, by=ceo, now=next_year)
        commands.sign_appraisal(appraisal=again(review, ceo), by=ceo, now=next_year)

    def opens(days):
        later = next_year + timedelta(days=days)
        return begin(at=later).material["before"]["decisions"]

    waits = opens(360)
    assert [one["title"] for one in waits] == [second.title, f"{first.title} (bestemt 2026)"]
    assert waits[1]["standing"][0] == "Planlagt"


def test_what_is_known_to_have_worked_is_not_asked_for_again(
    signed, begin, again, judged, ceo, now, next_year, as_person
):
    review = judged(begin(at=next_year))
    with as_person(ceo):
        (first,) = Action.objects.filter(origin="appraisal")
        commands.sign_appraisal(appraisal=again(review, ceo), by=ceo, now=next_year)
        carry_out(action=first, note="Gjort", by=ceo, now=next_year)
        judge_effect(
            action=first,
            effect="worked",
            reason="Ni av ti",
            by=ceo,
            now=next_year + timedelta(days=300),
        )
    assert begin(at=next_year + timedelta(days=360)).material["before"]["decisions"] == []


def test_what_follows_an_action_that_did_not_work_is_the_reviews_too(
    signed, ceo, now, plan, as_person
):
    with as_person(ceo):
        action = Action.objects.get(origin="appraisal")
        carry_out(action=action, note="Gjort", by=ceo, now=now)
        judge_effect(
            action=action,
            effect="not_worked",
            reason="Ingen fant den",
            next_plan=plan,
            by=ceo,
            now=now + timedelta(days=200),
        )
        assert len(queries.decisions_of(signed)) == 2


def test_gathered_again_it_builds_on_today(draft, set_goal, ceo, world, now, as_person):  # noqa: F811
    set_goal(ceo, unit=world.trust)
    with as_person(ceo):
        commands.gather_again(appraisal=draft, by=ceo, now=now + timedelta(days=1))

    assert len(draft.material["goals"]) == 1
    assert draft.material["on"] == "2026-11-17"


def test_every_act_is_in_the_trail(signed):
    with scope.acting(scope.SYSTEM):
        acts = set(Entry.objects.filter(subject="appraisal").values_list("act", flat=True))

    assert {
        f"appraisal.{one}" for one in ("begin", "judge", "take_part", "add_action", "sign")
    } == acts


def test_what_was_noted_wrongly_is_put_right_with_a_trace(draft, taking, ceo, now, as_person):
    with as_person(ceo):
        noted = commands.note_participant(appraisal=draft, taking=taking("union"), by=ceo, now=now)
        right = taking("safety", who="Hovedverneombudet")
        commands.correct_participant(participant=noted, taking=right, by=ceo, now=now)

    stands = draft.participants.get()
    assert (stands.party, stands.who) == ("safety", "Hovedverneombudet")
    assert rules.missing(draft) == ["union", "users"]
    step = draft.steps.last()
    assert step.detail["changed"] == {
        "party": ["union", "safety"],
        "who": ["Ledermøtet", "Hovedverneombudet"],
    }
    coming = taking(held_on=clock.day(now) + timedelta(days=1))
    with as_person(ceo), pytest.raises(commands.NotYet):
        commands.correct_participant(participant=stands, taking=coming, by=ceo, now=now)


def test_who_was_not_heard_is_taken_out_and_the_history_keeps_what_stood(
    draft, taking, ceo, now, as_person
):
    with as_person(ceo):
        noted = commands.note_participant(appraisal=draft, taking=taking("union"), by=ceo, now=now)
        with pytest.raises(commands.ReasonMissing):
            commands.remove_participant(participant=noted, reason=" ", by=ceo, now=now)
        commands.remove_participant(participant=noted, reason="Feil møte", by=ceo, now=now)

    assert not draft.participants.exists()
    step = draft.steps.last()
    assert (step.note, step.detail["changed"]["said"]) == ("Feil møte", ["Vi ser det samme", ""])
    with scope.acting(scope.SYSTEM):
        assert Entry.objects.filter(act="appraisal.remove_participant").exists()


def test_who_was_heard_stands_once_it_is_signed(signed, taking, ceo, now, as_person):
    noted = signed.participants.first()
    with as_person(ceo):
        with pytest.raises(NotNow):
            commands.correct_participant(participant=noted, taking=taking(), by=ceo, now=now)
        with pytest.raises(NotNow):
            commands.remove_participant(participant=noted, reason="Nei", by=ceo, now=now)
    with pytest.raises(IntegrityError), transaction.atomic(), scope.acting(scope.SYSTEM):
        signed.participants.filter(pk=noted.pk).update(said="Noe annet")
    with pytest.raises(IntegrityError), transaction.atomic(), scope.acting(scope.SYSTEM):
        signed.participants.filter(pk=noted.pk).delete()


def test_a_draft_begun_by_mistake_is_dropped_and_the_next_takes_its_place(
    signed, begin, again, ceo, now, as_person, plan
):
    mistaken = begin()
    assert (mistaken.number, mistaken.follows) == (2, signed)
    with as_person(ceo):
        action = commands.decide_action(appraisal=mistaken, plan=plan, by=ceo, now=now)
        with pytest.raises(commands.ReasonMissing):
            commands.drop_appraisal(appraisal=mistaken, reason="", by=ceo, now=now)
        commands.drop_appraisal(appraisal=mistaken, reason="Trykket feil", by=ceo, now=now)

    dropped = again(mistaken, ceo)
    assert (dropped.state, dropped.steps.last().note) == ("dropped", "Trykket feil")
    with as_person(ceo):
        assert Action.objects.get(pk=action.pk).state == "planned"
    second = begin()
    assert (second.number, second.follows) == (2, signed)
    for stands in (dropped, signed):
        with as_person(ceo), pytest.raises(NotNow):
            commands.drop_appraisal(appraisal=stands, reason="Nei", by=ceo, now=now)


def test_a_dropped_draft_is_read_by_those_who_wrote_it(draft, again, ceo, nurse, now, as_person):
    with as_person(ceo):
        commands.drop_appraisal(appraisal=draft, reason="Trykket feil", by=ceo, now=now)

    assert again(draft, nurse) is None
    assert again(draft, ceo)
    assert queries.latest_signed(draft.unit) is None
