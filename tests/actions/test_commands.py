"""The acts on an action: state, step, trail and duty after each, and what is refused."""

from datetime import date, timedelta

import pytest

from styrk.actions import commands, queries, refusals
from styrk.actions.models import ActionStep, EffectReview
from styrk.core import clock, guard, scope
from styrk.duties.models import Duty
from styrk.trail.models import Entry

pytestmark = pytest.mark.django_db

YEAR = timedelta(days=365)

FNR = "13116900216"
LEADER = "leader f.med.1.a"
DUE, REVIEW = date(2026, 11, 30), date(2027, 2, 28)


def steps(action):
    with scope.acting(scope.SYSTEM):
        found = ActionStep.objects.filter(action_id=action.pk).order_by("pk")
        return list(found.values_list("act", "by__name", "note"))


def trail(action):
    with scope.acting(scope.SYSTEM):
        found = Entry.objects.filter(subject="action", subject_id=action.pk).order_by("pk")
        return list(found.values_list("act", "person_name", "text"))


def waits(action):
    """What waits, for whom (a person, or a post), and by when."""
    found = Duty.objects.filter(subject_uuid=action.uuid, settled_at__isnull=True)
    return [
        (duty.kind, duty.person.name if duty.person else f"{duty.role} {duty.unit.code}", duty.due)
        for duty in found
    ]


def settled(action, kind):
    return Duty.objects.get(subject_uuid=action.uuid, kind=kind).settled_by


def test_decided_action_waits_for_its_owner(planned, world, ward_leader, now, again):
    stored = again(ward_leader, planned)

    assert (stored.state, stored.effect, stored.raised_at) == ("planned", "", now)
    assert (stored.trust, stored.unit, stored.origin) == (world.trust, world.ward, "unit")
    assert steps(planned) == [("raise", "Lars Lunde", "")]
    assert trail(planned) == [
        ("action.raise", "Lars Lunde", "Besluttet tiltaket «Sklisikkert belegg på badet»")
    ]
    assert waits(planned) == [("action.carry_out", LEADER, DUE)]


def test_owner_may_be_outside_the_line_and_sees_it(
    world, plan, now, ward_leader, other_leader, as_person, again
):
    with as_person(ward_leader):
        action = commands.raise_action(
            plan=plan(world.ward, other_leader), origin="unit", by=ward_leader, now=now
        )

    assert again(other_leader, action) == action
    assert waits(action) == [("action.carry_out", "Olav Olsen", DUE)]


@pytest.mark.parametrize("field", ["title", "change", "sign"])
def test_action_with_a_fodselsnummer_is_refused(world, plan, now, ward_leader, as_person, field):
    with as_person(ward_leader), pytest.raises(guard.IdentityFound):
        commands.raise_action(
            plan=plan(world.ward, ward_leader, **{field: f"Følg opp {FNR}"}),
            origin="unit",
            by=ward_leader,
            now=now,
        )
    assert not Duty.objects.exists()


@pytest.mark.parametrize("days", [1, 0])
def test_effect_is_looked_at_after_the_deadline(world, plan, now, ward_leader, as_person, days):
    early = plan(world.ward, ward_leader, review_on=DUE - timedelta(days=days))
    with as_person(ward_leader), pytest.raises(commands.ReviewBeforeDue):
        commands.raise_action(plan=early, origin="unit", by=ward_leader, now=now)


def test_effect_is_looked_at_within_a_year(world, plan, planned, now, ward_leader, as_person):
    late = DUE + timedelta(days=367)
    with as_person(ward_leader):
        with pytest.raises(commands.ReviewTooFar):
            commands.raise_action(
                plan=plan(world.ward, ward_leader, review_on=late),
                origin="unit",
                by=ward_leader,
                now=now,
            )
        with pytest.raises(commands.ReviewTooFar):
            commands.change_deadline(
                action=planned, due=DUE, review_on=late, reason="Syk", by=ward_leader, now=now
            )


def test_deadline_is_moved_with_its_reason(planned, ward_leader, now, as_person, again):
    later = DUE + timedelta(days=30)
    with as_person(ward_leader):
        commands.change_deadline(
            action=planned,
            due=later,
            review_on=later + timedelta(days=90),
            reason="Gulvlegger er syk",
            by=ward_leader,
            now=now,
        )

    assert again(ward_leader, planned).due == later
    assert steps(planned)[-1] == ("change_deadline", "Lars Lunde", "Gulvlegger er syk")
    assert trail(planned)[-1][2] == (
        "Endret fristen fra 30.11.2026 til 30.12.2026, og når vi ser etter fra 28.02.2027 til"
        " 30.03.2027"
    )
    assert waits(planned) == [("action.carry_out", LEADER, later)]


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"reason": " "}, commands.ReasonMissing),
        ({"review_on": DUE - timedelta(days=1)}, commands.ReviewBeforeDue),
        ({"reason": f"Pasienten {FNR} ligger der"}, guard.IdentityFound),
    ],
)
def test_deadline_that_cannot_be_moved_stays(
    planned, ward_leader, now, as_person, again, facts, refusal
):
    told = {"due": DUE, "review_on": REVIEW, "reason": "Gulvlegger er syk"} | facts
    with as_person(ward_leader), pytest.raises(refusal):
        commands.change_deadline(action=planned, by=ward_leader, now=now, **told)
    assert len(steps(planned)) == 1


def moved(action, due, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.change_deadline(
            action=action, due=due, reason="Gulvlegger er syk", by=ward_leader, now=now
        )
    return action.review_on


def test_a_day_more_leaves_the_day_one_looks(planned, ward_leader, now, as_person):
    assert moved(planned, DUE + timedelta(days=1), ward_leader, now, as_person) == REVIEW
    assert trail(planned)[-1][2] == "Endret fristen fra 30.11.2026 til 01.12.2026"


def test_day_one_looks_follows_a_deadline_that_would_pass_it(planned, ward_leader, now, as_person):
    """As many days, and the step says so."""
    later = REVIEW + timedelta(days=1)
    at = moved(planned, later, ward_leader, now, as_person)

    assert at - later == REVIEW - DUE
    assert trail(planned)[-1][2].endswith(
        f"til 01.03.2027, og når vi ser etter fra 28.02.2027 til {at:%d.%m.%Y}"
    )


def test_carried_out_is_not_finished(done, ward_leader, now, again):
    stored = again(ward_leader, done)

    assert (stored.state, stored.done_at, stored.done_by) == ("done", now, ward_leader)
    assert steps(done)[-1] == ("carry_out", "Lars Lunde", "Lagt i går")
    assert trail(done)[-1][2] == "Iverksatte tiltaket «Sklisikkert belegg på badet»"
    assert waits(done) == [("action.judge", LEADER, REVIEW)]
    assert settled(done, "action.carry_out") == ward_leader


def test_carried_out_long_after_its_time_it_has_as_long_to_work_as_was_agreed(
    planned, ward_leader, now, as_person, again
):
    late = now + timedelta(days=400)
    with as_person(ward_leader):
        commands.carry_out(action=planned, note="", by=ward_leader, now=late)

        day = clock.after(late, days=90)
        assert waits(planned) == [("action.judge", LEADER, day)]
        assert again(ward_leader, planned).review_on == day
        with pytest.raises(refusals.TooSoon):
            commands.judge_effect(
                action=planned, effect="worked", reason="Ingen fall", by=ward_leader, now=late
            )


def test_carried_out_in_time_it_is_looked_at_when_agreed(done):
    assert waits(done) == [("action.judge", LEADER, REVIEW)]


def test_carrying_out_with_a_fodselsnummer_is_refused(planned, ward_leader, now, as_person):
    with as_person(ward_leader), pytest.raises(guard.IdentityFound):
        commands.carry_out(action=planned, note=FNR, by=ward_leader, now=now)
    assert len(steps(planned)) == 1


@pytest.mark.parametrize("effect", ["worked", "partly"])
def test_judged_action_is_finished(done, ward_leader, now, as_person, again, effect):
    with as_person(ward_leader):
        following = commands.judge_effect(
            action=done, effect=effect, reason="Ingen fall", by=ward_leader, now=now + YEAR
        )
        review = EffectReview.objects.get()

    assert following is None
    assert (again(ward_leader, done).state, done.effect) == ("finished", effect)
    assert (review.effect, review.reason, review.by) == (effect, "Ingen fall", ward_leader)
    assert steps(done)[-1] == ("judge", "Lars Lunde", "Ingen fall")
    assert trail(done)[-1][0] == "action.judge"
    assert waits(done) == []
    assert settled(done, "action.judge") == ward_leader


@pytest.mark.parametrize("effect", ["worked", "partly"])
def test_nobody_knows_that_it_worked_before_the_day(done, ward_leader, now, as_person, effect):
    with as_person(ward_leader), pytest.raises(commands.TooSoon):
        commands.judge_effect(
            action=done, effect=effect, reason="Ser bra ut", by=ward_leader, now=now
        )


def test_too_early_waits_for_another_day(done, ward_leader, now, as_person, again):
    with as_person(ward_leader):
        commands.judge_effect(
            action=done,
            effect="too_early",
            reason="For få bad ennå",
            next_review_on=date(2027, 6, 1),
            by=ward_leader,
            now=now,
        )

    assert (again(ward_leader, done).state, done.effect) == ("done", "")
    assert steps(done)[-1] == ("wait", "Lars Lunde", "For få bad ennå")
    assert waits(done) == [("action.judge", LEADER, date(2027, 6, 1))]


def test_not_worked_leads_to_a_new_action(
    world, done, plan, ward_leader, other_leader, now, as_person, again
):
    with as_person(ward_leader):
        following = commands.judge_effect(
            action=done,
            effect="not_worked",
            reason="To nye fall",
            next_plan=plan(world.ward, other_leader, title="Nytt sluk"),
            by=ward_leader,
            now=now,
        )

    assert again(ward_leader, done).state == "finished"
    assert (following.follows, following.origin) == (done, done.origin)
    assert waits(done) == []
    assert waits(following) == [("action.carry_out", "Olav Olsen", DUE)]


def test_owner_from_another_ward_decides_the_next_one_too(
    world, plan, now, ward_leader, other_leader, as_person, again
):
    """The owner sees the action by owning it, and not the next one, which another will own."""
    with as_person(ward_leader):
        action = commands.raise_action(
            plan=plan(world.ward, other_leader), origin="unit", by=ward_leader, now=now
        )
    with as_person(other_leader):
        commands.carry_out(action=action, note="", by=other_leader, now=now)
        following = commands.judge_effect(
            action=action,
            effect="not_worked",
            reason="To nye fall",
            next_plan=plan(world.ward, ward_leader, title="Nytt sluk"),
            by=other_leader,
            now=now,
        )

    assert again(ward_leader, following).follows_id == action.pk
    assert steps(following) == [("raise", "Olav Olsen", "")]


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"effect": "worked", "reason": ""}, commands.ReasonMissing),
        ({"effect": "worked", "reason": "  \n"}, commands.ReasonMissing),
        ({"effect": "worked", "reason": f"{FNR} falt ikke"}, guard.IdentityFound),
        ({"effect": "too_early"}, commands.NextDateMissing),
        ({"effect": "too_early", "next_review_on": date(2026, 11, 16)}, commands.NextDateMissing),
        (
            {"effect": "too_early", "next_review_on": REVIEW - timedelta(days=1)},
            commands.ReviewBeforeAgreed,
        ),
        ({"effect": "too_early", "next_review_on": date(2027, 11, 18)}, commands.ReviewTooFar),
        ({"effect": "too_early", "next_review_on": date(9999, 12, 31)}, commands.ReviewTooFar),
        ({"effect": "not_worked"}, commands.NextActionMissing),
    ],
)
def test_judgement_that_lacks_something_is_refused(
    done, ward_leader, now, as_person, again, facts, refusal
):
    with as_person(ward_leader), pytest.raises(refusal):
        commands.judge_effect(
            **{"action": done, "reason": "Grunn", "by": ward_leader, "now": now} | facts
        )

    assert again(ward_leader, done).state == "done"
    assert waits(done) == [("action.judge", LEADER, REVIEW)]
    with scope.acting(scope.SYSTEM):
        assert not EffectReview.objects.exists()


def test_dropped_action_says_why(planned, ward_leader, now, as_person, again):
    with as_person(ward_leader):
        commands.drop_action(action=planned, reason="Badet rives", by=ward_leader, now=now)

    assert again(ward_leader, planned).state == "dropped"
    assert steps(planned)[-1] == ("drop", "Lars Lunde", "Badet rives")
    assert trail(planned)[-1][2] == "Gikk ikke videre med «Sklisikkert belegg på badet»"
    assert waits(planned) == []


@pytest.mark.parametrize(
    ("reason", "refusal"), [("", commands.ReasonMissing), (FNR, guard.IdentityFound)]
)
def test_action_is_not_dropped_without_a_reason(
    planned, ward_leader, now, as_person, again, reason, refusal
):
    with as_person(ward_leader), pytest.raises(refusal):
        commands.drop_action(action=planned, reason=reason, by=ward_leader, now=now)
    assert again(ward_leader, planned).state == "planned"


def test_act_that_fails_leaves_nothing(planned, ward_leader, now, as_person, monkeypatch):
    def broken(**_facts):
        raise RuntimeError("The trail is full")

    monkeypatch.setattr("styrk.actions.record.record", broken)
    with pytest.raises(RuntimeError), as_person(ward_leader):
        commands.carry_out(action=planned, note="", by=ward_leader, now=now)

    with as_person(ward_leader):
        assert queries.action(planned.uuid).state == "planned"
    assert len(steps(planned)) == 1
    assert waits(planned) == [("action.carry_out", LEADER, DUE)]
