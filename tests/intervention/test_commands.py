"""Signals: found by rules, heard, lifted, decided, ended; and nobody else knows."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from styrk.core import clock, scope
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.intervention import commands, queries, refusals
from styrk.intervention import watched as told
from styrk.intervention.models import Signal, SignalStep, Switch
from styrk.intervention.types import ANSWER, DECIDE, FOLLOW, Discussion
from styrk.messages.models import Message
from styrk.organisation.models import Appointment
from styrk.trail.models import Entry

pytestmark = pytest.mark.django_db


def waiting(kind):
    return list(
        Duty.objects.filter(kind=kind, settled_at__isnull=True)
        .order_by("pk")
        .values_list("person__name", "unit__code", "role")
    )


def told_to():
    with scope.acting(scope.SYSTEM):
        found = Message.objects.filter(key__startswith="signal").order_by("pk")
        return list(found.values_list("recipient__name", "subject"))


def test_nothing_is_looked_at_until_it_is_switched_on(voice, night, now):
    night(now)
    with scope.acting(scope.SYSTEM):
        assert not Signal.objects.exists()
        assert queries.watched() == []


def test_the_leader_gets_it_first_and_alone(hearing, world, now):
    assert hearing.leader == world.people["ward_leader"]
    assert hearing.seen == {"due": f"{clock.after(now, days=-10)}"}
    assert waiting(ANSWER) == [("Lars Lunde", "f.med.1.a", "")]
    assert told_to() == [("Lars Lunde", "Du har fått et signal")]


def test_one_open_signal_of_a_rule_and_a_matter(hearing, night, now, only):
    night(now + timedelta(days=1))
    assert only().pk == hearing.pk


def test_the_database_holds_one_open_signal(hearing):
    hearing.pk, hearing.uuid = None, "00000000-0000-0000-0000-000000000001"
    with scope.acting(scope.SYSTEM), pytest.raises(IntegrityError), transaction.atomic():
        hearing.save(force_insert=True)


def test_what_is_put_right_in_time_nobody_else_ever_sees(
    hearing, voice, answered, night, now, only
):
    answered(voice)
    night(now + timedelta(days=5))
    ended = only()
    assert (ended.state, ended.ending, ended.above) == ("ended", "gone", None)
    assert told_to()[1:] == [("Lars Lunde", "Et signal er avsluttet")]
    assert waiting(ANSWER) == []


def test_it_waits_for_the_answer_to_the_last_day(hearing, night, later, only):
    night(later - timedelta(days=1))
    assert only().state == "hearing"


def test_it_goes_up_one_level_and_the_leader_is_told(lifted, world):
    assert lifted.state == "raised"
    assert (lifted.above, lifted.above_role) == (world.department, "leader")
    assert waiting(DECIDE) == [(None, "f.med.1", "leader")]
    assert told_to()[1:] == [
        ("Lars Lunde", "Et signal til deg har gått opp ett nivå"),
        ("Astrid Aas", "Et signal venter på deg"),
    ]


def test_the_answer_goes_with_it(
    hearing, ward_leader, seen_by, department_leader, night, later, now, as_person
):
    with as_person(ward_leader):
        commands.answer_signal(
            signal=hearing, stance="disagree", answer="De har fått svar.", by=ward_leader, now=now
        )
    assert waiting(ANSWER) == []
    assert seen_by(department_leader, hearing) is None
    night(later)
    assert seen_by(department_leader, hearing).answer == "De har fått svar."


def test_who_asks_for_help_gets_it_at_once(
    hearing, ward_leader, department_leader, seen_by, now, as_person
):
    with as_person(ward_leader):
        commands.answer_signal(
            signal=hearing, stance="help", answer="Vi er to for få.", by=ward_leader, now=now
        )
    assert seen_by(department_leader, hearing).state == "raised"


def test_the_database_lets_nothing_up_before_the_leader_is_heard(hearing, world, now):
    with scope.acting(scope.SYSTEM), pytest.raises(IntegrityError), transaction.atomic():
        Signal.objects.filter(pk=hearing.pk).update(
            lifted_on=clock.day(now),
            above=world.department,
            above_role="leader",
            decide_due=clock.day(now),
        )


def test_past_the_top_leader_it_goes_to_the_chair(
    switch_on, unanswered, world, night, now, later, only
):
    switch_on("late_answer")
    unanswered(world.trust)
    night(now)
    assert only().leader == world.people["ceo"]
    night(later)
    assert (only().above, only().above_role) == (world.trust, "board_chair")
    assert waiting(DECIDE) == [(None, "f", "board_chair")]


def test_one_who_leads_both_levels_is_passed_by(hearing, world, ward_leader, night, later, only):
    Appointment.objects.filter(unit=world.department, role="leader").update(person=ward_leader)
    night(later)
    assert only().above == world.clinic


def test_what_nobody_decides_goes_on_to_the_chair_and_stays_there(
    lifted, world, department_leader, seen_by, night, later, only
):
    waited, told_before = later + timedelta(days=told.terms().decide), len(told_to())
    night(waited)
    assert only().above == world.department
    places = []
    for _level in range(4):
        waited += timedelta(days=told.terms().decide + 1)
        night(waited)
        places.append((only().above, only().above_role, only().decide_due))

    assert [(unit, role) for unit, role, _due in places] == [
        (world.clinic, "leader"),
        (world.trust, "leader"),
        (world.trust, "board_chair"),
        (world.trust, "board_chair"),
    ]
    assert places[2][2] == places[3][2]
    assert waiting(DECIDE) == [(None, "f", "board_chair")]
    assert seen_by(department_leader, lifted) is None
    assert seen_by(world.people["board_chair"], lifted).state == "raised"
    assert told_to()[told_before : told_before + 2] == [
        ("Astrid Aas", "Et signal du ikke avgjorde, har gått videre"),
        ("Lars Lunde", "Et signal til deg har gått opp ett nivå"),
    ]


def test_followed_up_told_back_and_ended(
    lifted,
    world,
    department_leader,
    ward_leader,
    voice,
    answered,
    night,
    later,
    now,
    seen_by,
    only,
    as_person,
):
    with as_person(department_leader):
        commands.follow_up(
            signal=seen_by(department_leader, lifted),
            decision="Svar alle innen fredag.",
            agreed_due=clock.after(later, days=5),
            by=department_leader,
            now=later,
        )
    assert waiting(DECIDE) == []
    assert waiting(FOLLOW) == [("Lars Lunde", "f.med.1.a", "")]
    with as_person(ward_leader):
        commands.report_back(
            signal=seen_by(ward_leader, lifted),
            told_back="Alle har svar.",
            by=ward_leader,
            now=later,
        )
    assert waiting(FOLLOW) == []
    answered(voice)
    night(later + timedelta(days=2))
    assert (only().state, only().ending) == ("ended", "gone")
    assert [to for to, _ in told_to()[-2:]] == ["Lars Lunde", "Astrid Aas"]


def test_an_agreed_day_that_was_missed_goes_on_and_all_who_had_it_are_told_the_end(
    lifted, world, department_leader, voice, answered, night, later, seen_by, only, as_person
):
    agreed = clock.after(later, days=5)
    with as_person(department_leader):
        commands.follow_up(
            signal=seen_by(department_leader, lifted),
            decision="Svar alle innen fredag.",
            agreed_due=agreed,
            by=department_leader,
            now=later,
        )
    night(later + timedelta(days=5))
    assert (only().state, only().above) == ("followed", world.department)
    before = len(told_to())
    night(later + timedelta(days=6))

    assert (only().state, only().above) == ("raised", world.clinic)
    assert waiting(FOLLOW) == []
    assert waiting(DECIDE) == [(None, "f.med", "leader")]
    assert seen_by(department_leader, lifted) is None
    assert told_to()[before] == ("Astrid Aas", "Et signal du avgjorde, har gått videre")
    answered(voice)
    night(later + timedelta(days=7))
    assert only().ending == "gone"
    assert [to for to, what in told_to() if what == "Et signal er avsluttet"] == [
        "Lars Lunde",
        world.people["clinic_director"].name,
    ]
    assert told_to()[-1] == ("Astrid Aas", "Et signal som var hos deg, er avsluttet")


def test_what_is_told_back_of_waits_for_the_data(
    lifted, world, department_leader, ward_leader, night, later, seen_by, only, as_person
):
    with as_person(department_leader):
        commands.take_over(
            signal=seen_by(department_leader, lifted),
            decision="Jeg svarer dem.",
            agreed_due=clock.after(later, days=5),
            by=department_leader,
            now=later,
        )
        commands.report_back(
            signal=seen_by(department_leader, lifted),
            told_back="De får svar i morgen.",
            by=department_leader,
            now=later,
        )
    night(later + timedelta(days=9))
    assert (only().state, only().above) == ("taken", world.department)
    # Words alone do not end it: where the data does not come, it goes on.
    night(later + timedelta(days=14))
    assert only().state == "taken"
    night(later + timedelta(days=15))
    assert (only().state, only().above) == ("raised", world.clinic)


def test_taken_over_is_the_duty_of_the_one_above(
    lifted, department_leader, ward_leader, later, seen_by, as_person
):
    with as_person(department_leader):
        commands.take_over(
            signal=seen_by(department_leader, lifted),
            decision="Jeg svarer dem.",
            agreed_due=clock.after(later, days=5),
            by=department_leader,
            now=later,
        )
    assert waiting(FOLLOW) == [(None, "f.med.1", "leader")]


def test_no_ground_and_not_sent_again_for_the_same(
    lifted, department_leader, later, night, seen_by, only, as_person
):
    with as_person(department_leader):
        commands.find_no_ground(
            signal=seen_by(department_leader, lifted),
            decision="De fikk svar på telefon.",
            by=department_leader,
            now=later,
        )
    night(later + timedelta(days=3))
    assert (only().pk, only().state) == (lifted.pk, "unfounded")


def test_what_was_decided_of_one_who_waits_does_not_silence_the_next(
    lifted, unanswered, world, department_leader, later, night, seen_by, as_person
):
    with as_person(department_leader):
        commands.find_no_ground(
            signal=seen_by(department_leader, lifted),
            decision="De fikk svar på telefon.",
            by=department_leader,
            now=later,
        )
    another = unanswered(world.ward)
    night(later + timedelta(days=1))
    with scope.acting(scope.SYSTEM):
        told_of = Signal.objects.order_by("pk").values_list("subject", "state")

        assert list(told_of) == [(lifted.subject, "unfounded"), (another.uuid, "hearing")]


def test_nobody_decides_on_oneself(lifted, ward_leader, later, seen_by, as_person):
    with as_person(ward_leader), pytest.raises(refusals.OneselfDecides):
        commands.find_no_ground(
            signal=seen_by(ward_leader, lifted), decision="Nei.", by=ward_leader, now=later
        )


def test_refusals(hearing, lifted, department_leader, ward_leader, later, now, seen_by, as_person):
    signal = seen_by(department_leader, lifted)
    with as_person(department_leader):
        with pytest.raises(refusals.NotLater):
            commands.follow_up(
                signal=signal,
                decision="Nå.",
                agreed_due=clock.day(later),
                by=department_leader,
                now=later,
            )
        with pytest.raises(refusals.NothingSaid):
            commands.find_no_ground(signal=signal, decision=" ", by=department_leader, now=later)
        with pytest.raises(IdentityFound):
            commands.find_no_ground(
                signal=signal, decision="Ring 912 34 567", by=department_leader, now=later
            )
        with pytest.raises(NotNow):
            commands.report_back(signal=signal, told_back="Gjort", by=department_leader, now=later)


def test_another_leader_starts_anew(hearing, world, nurse, night, now):
    Appointment.objects.filter(unit=world.ward, role="leader").update(person=nurse)
    night(now + timedelta(days=1))
    with scope.acting(scope.SYSTEM):
        found = Signal.objects.order_by("pk").values_list("leader__name", "state", "ending")
        assert list(found) == [
            ("Lars Lunde", "ended", "other_leader"),
            ("Nora Nilsen", "hearing", ""),
        ]


def test_switched_off_it_ends(hearing, world, ceo, night, now, only, as_person):
    with as_person(ceo):
        commands.switch_off(
            unit=world.trust, code="late_answer", reason="Vi prøver en annen vei.", by=ceo, now=now
        )
    night(now + timedelta(days=1))
    assert (only().state, only().ending) == ("ended", "off")
    chair = "En regel om plikt til å gripe inn er slått av"
    assert ("Sigrid Solheim", chair) in told_to()


def test_off_for_a_night_and_on_again_gives_no_new_days(
    hearing, world, ceo, switch_on, night, now, as_person
):
    with as_person(ceo):
        commands.switch_off(
            unit=world.trust, code="late_answer", reason="Vi venter.", by=ceo, now=now
        )
    night(now + timedelta(days=10))
    switch_on("late_answer", at=now + timedelta(days=11))
    night(now + timedelta(days=11))
    with scope.acting(scope.SYSTEM):
        before, after = Signal.objects.order_by("pk")
    assert (before.ending, after.state) == ("off", "hearing")
    left = before.answer_due - before.ended_on
    assert left == timedelta(days=told.terms().answer - 10)
    assert after.answer_due == clock.after(now, days=11) + left


def test_off_for_long_the_leader_has_all_the_days(
    hearing, world, ceo, switch_on, night, now, as_person
):
    with as_person(ceo):
        commands.switch_off(
            unit=world.trust, code="late_answer", reason="Vi venter.", by=ceo, now=now
        )
    night(now)
    days = told.terms().answer
    switch_on("late_answer", at=now + timedelta(days=days + 1))
    night(now + timedelta(days=days + 1))
    with scope.acting(scope.SYSTEM):
        after = Signal.objects.order_by("-pk").first()
    assert after.answer_due == clock.after(now, days=2 * days + 1)


@pytest.mark.parametrize(("days", "goes"), [(-365, True), (-366, False), (1, False)])
def test_a_discussion_that_has_run_out_is_held_again(
    switch_on, world, ceo, now, as_person, days, goes
):
    discussion = Discussion(clock.after(now, days=days), "Foretakstillitsvalgte", "Vi er enige.")
    codes = {"unit": world.trust, "codes": ["late_answer"], "discussion": discussion}
    with as_person(ceo):
        if goes:
            commands.switch_on(**codes, by=ceo, now=now)
        else:
            with pytest.raises(refusals.NotDiscussed):
                commands.switch_on(**codes, by=ceo, now=now)
    assert Switch.objects.count() == goes


def test_what_has_gone_up_is_decided_though_the_rule_is_switched_off(
    lifted, world, ceo, department_leader, ward_leader, night, later, only, seen_by, as_person
):
    with as_person(ceo):
        commands.switch_off(
            unit=world.trust, code="late_answer", reason="Vi venter.", by=ceo, now=later
        )
    night(later + timedelta(days=1))
    assert only().state == "raised"
    night(later + timedelta(days=told.terms().decide + 1))
    assert only().above == world.clinic
    with as_person(world.people["clinic_director"]):
        commands.follow_up(
            signal=seen_by(world.people["clinic_director"], lifted),
            decision="Svar alle innen fredag.",
            agreed_due=clock.after(later, days=40),
            by=world.people["clinic_director"],
            now=later + timedelta(days=told.terms().decide + 1),
        )
    night(later + timedelta(days=told.terms().decide + 2))
    assert only().state == "followed"
    with as_person(ward_leader):
        commands.report_back(
            signal=seen_by(ward_leader, lifted),
            told_back="Alle har svar.",
            by=ward_leader,
            now=later,
        )
    night(later + timedelta(days=told.terms().decide + 3))
    assert (only().state, only().ending) == ("ended", "off")


def test_kept_so_long_and_then_locked(
    hearing, voice, answered, night, now, only, seen_by, ward_leader
):
    answered(voice)
    night(now)
    kept = now + timedelta(days=told.terms().kept)
    with scope.acting(scope.SYSTEM):
        assert commands.lock_signals(then="lock", by=None, now=kept) == 0
        assert commands.lock_signals(then="lock", by=None, now=kept + timedelta(days=1)) == 1
    assert only().state == "locked"
    assert seen_by(ward_leader, hearing) is None


def test_deleted_where_the_terms_say_so(hearing, voice, answered, night, now):
    answered(voice)
    night(now)
    with scope.acting(scope.SYSTEM):
        after = now + timedelta(days=told.terms().kept + 1)
        assert commands.lock_signals(then="delete", by=None, now=after) == 1
        assert not Signal.objects.exists()
        assert not SignalStep.objects.exists()
    assert not Duty.objects.filter(kind__startswith="signal.").exists()


def test_only_the_sweep_forgets(hearing, ceo, as_person, now):
    with as_person(ceo), pytest.raises(Exception, match="only the sweep"), transaction.atomic():
        commands.lock_signals(then="delete", by=None, now=now)


def test_the_trail_says_what_was_done_and_nothing_of_the_matter(
    hearing, ward_leader, now, as_person
):
    with as_person(ward_leader):
        commands.answer_signal(
            signal=hearing, stance="done", answer="Hemmelig svar", by=ward_leader, now=now
        )
        entries = Entry.objects.filter(subject="signal").order_by("pk")
        assert [(e.text, e.detail) for e in entries] == [
            ("Fant noe etter en regel, og sa det til lederen", {}),
            ("Svarte på signalet", {}),
        ]


class TestSwitching:
    def test_only_the_top_leader(self, world, switch_on, clinic_director, quality_adviser):
        for person in (clinic_director, quality_adviser):
            with pytest.raises(refusals.NotTop):
                switch_on("late_answer", by=person)
        with pytest.raises(refusals.NotTop):
            switch_on("late_answer", unit=world.clinic)

    def test_not_before_it_is_discussed(self, world, ceo, now, as_person):
        with as_person(ceo):
            for held_on, whom, why in (
                (clock.after(now, days=1), "Tillitsvalgte", refusals.NotDiscussed),
                (clock.day(now), " ", refusals.NothingSaid),
            ):
                with pytest.raises(why):
                    commands.switch_on(
                        unit=world.trust,
                        codes=["late_answer"],
                        discussion=Discussion(held_on, whom, "Enige."),
                        by=ceo,
                        now=now,
                    )

    def test_unknown_rule(self, switch_on):
        with pytest.raises(refusals.UnknownRule):
            switch_on("everything")

    def test_a_changed_rule_is_off_until_it_is_discussed_anew(
        self, world, ceo, discussion, now, as_person
    ):
        with as_person(ceo):
            Switch.objects.create(
                unit=world.trust,
                rule="late_answer",
                running=True,
                digest="another",
                discussed_on=discussion.held_on,
                discussed_with=discussion.with_whom,
                protocol=discussion.protocol,
                until=clock.after(now, days=300),
                at=now,
                by=ceo,
            )
            here = {one.rule.code: one for one in queries.rules_of(world.trust, clock.day(now))}
        assert here["late_answer"].was_changed
        assert not here["late_answer"].is_on

    def test_it_lasts_as_long_as_the_terms_say(self, world, switch_on, now):
        switch_on("late_answer")
        until = clock.after(now, days=told.terms().valid)
        rule = {one.rule.code: one for one in queries.rules_of(world.trust, until)}
        assert rule["late_answer"].is_on
        rule = {
            one.rule.code: one for one in queries.rules_of(world.trust, until + timedelta(days=1))
        }
        assert rule["late_answer"].ran_out
        assert not rule["late_answer"].is_on

    def test_a_switch_is_written_once(self, switch_on):
        switch_on("late_answer")
        with (
            pytest.raises(Exception, match=r"written once|permission denied"),
            transaction.atomic(),
        ):
            Switch.objects.update(protocol="Noe annet")


def test_figures_are_told_of_the_whole_and_not_of_few(hearing, world, unanswered, night, now):
    since = clock.after(now, days=-1)
    assert queries.figures(world.trust, since)["late_answer"].found is None
    for code in ("f.med", "f.med.1", "f.med.1.b", "f.kir"):
        unanswered(world.units[code])
    night(now)
    found = queries.figures(world.trust, since)["late_answer"]
    assert found == queries.Figures(5, None, None, None)


@pytest.mark.parametrize(
    ("counted", "told_of"),
    [
        ((4, 4, 0, 0), (None, None, None, None)),
        ((6, 0, 6, 0), (6, None, None, None)),
        ((9, 5, 4, 0), (9, None, None, None)),
        ((10, 5, 5, 4), (10, 5, 5, None)),
        ((10, 5, 5, 5), (10, 5, 5, 5)),
    ],
)
def test_no_part_of_a_figure_is_told_below_five(monkeypatch, world, now, counted, told_of):
    from styrk.intervention.queries import reading

    monkeypatch.setattr(reading, "_numbers", lambda unit, since: [("late_answer", *counted)])
    found = queries.figures(world.trust, clock.day(now))
    assert found == {"late_answer": queries.Figures(*told_of)}


def test_the_rules_have_a_look_each_and_words_in_every_language():
    from styrk.intervention.watching import LOOKS

    assert LOOKS.keys() == told.rules().keys()
    for rule in told.rules().values():
        for words in rule.words.values():
            assert words.keys() == {"name", "looks_at", "why"}


def test_figures_have_no_person_or_unit():
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM intervention_figures(0, '2026-01-01')")
        columns = [column.name for column in cursor.description or ()]
    assert columns == ["rule", "found", "ended_at_leader", "lifted", "unfounded"]
