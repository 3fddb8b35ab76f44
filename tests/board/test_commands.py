"""The board's meetings, packs, decisions and questions: from the page to what became of it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from styrk.actions.commands import raise_action
from styrk.actions.types import Plan
from styrk.appraisal.models import Appraisal
from styrk.board import commands, gathering, queries
from styrk.board.models import BoardQuestion, Decision, Meeting, Pack
from styrk.board.overdue import looked_over
from styrk.board.refusals import NotTop, Planned, TooFar, TooSoon, Withdrawn, WordsMissing
from styrk.board.types import ANSWER, FOLLOW, Resolution
from styrk.core import clock, scope
from styrk.core.frozen import as_json, digest_of
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.duties.queries import waits_for
from styrk.messages.models import Message
from styrk.review.models import Report
from styrk.trail.models import Entry
from styrk.ui.boxes import Line, listing
from tests.world import standing

pytestmark = pytest.mark.django_db


def shown(unit, person, now, panels=()):
    papers = queries.papers_of(unit, clock.day(now))
    return gathering.content(unit, papers, standing(person, now), clock.day(now), panels)


def section(content, key):
    return next(one for one in content.sections if one.key == key)


def test_one_meeting_a_day_of_a_whole_organisation(plan_meeting, world):
    plan_meeting(3)

    with pytest.raises(Planned):
        plan_meeting(3)
    with pytest.raises(NotTop):
        plan_meeting(4, unit=world.clinic)
    with pytest.raises(TooSoon):
        plan_meeting(-1)


def test_a_pack_is_what_the_page_showed_bound_to_the_one_before(
    held,
    plan_meeting,
    case,
    packed,
    ceo,
    world,
    now,
    later,
    as_person,
):
    first = Pack.objects.get()
    assert first.digest == digest_of(queries.content_of(first))
    meeting = plan_meeting(40)
    case(meeting)
    second = packed(meeting, later)

    found = queries.content_of(second)
    assert found.before_digest == first.digest
    assert [one.title for one in section(found, "agenda").lines] == ["1. Ventetider"]
    with as_person(ceo):
        live = gathering.with_agenda(shown(world.trust, ceo, later), meeting.items.order_by("pk"))
    assert as_json(live) == second.content
    assert "Ingen styrepakke er laget ennå" in section(queries.content_of(first), "since").said[0]


def test_the_same_once_more_is_the_same_pack(plan_meeting, case, packed, later):
    meeting = plan_meeting(40)
    case(meeting)
    first = packed(meeting)

    assert packed(meeting) == first
    case(meeting, "Bemanning")
    assert packed(meeting).number == 2


def test_a_judgement_counts_as_on_the_map_and_other_laws_are_left_out(
    world, ceo, now, as_person, judge
):
    def lines():
        with as_person(ceo):
            return {
                "".join(one.title.split(" ")[1:3]): one
                for one in section(shown(world.trust, ceo, now), "letters").lines
            }

    before = lines()
    assert [mark for mark, _ in before["8b"].tags] == ["Ikke vist"]
    assert "25-2Rapporterer" not in before
    judge(ceo, world.trust, "8b")

    judged = lines()["8b"]
    assert [mark for mark, _ in judged.tags] == ["Vist", "Vurdert"]
    assert judged.under.startswith("Vurdert av Daniel Drange, gjelder til")
    with as_person(ceo):
        assert shown(world.trust, ceo, now).letters["8b"] == "shown"


def test_what_changed_since_the_meeting_is_told_first(held, plan, ceo, world, now, as_person):
    with as_person(ceo):
        before = section(shown(world.trust, ceo, now), "since")
        raise_action(plan=plan, origin="unit", by=ceo, now=now)
        content = shown(world.trust, ceo, now)

    planned = next(one for one in content.figures() if one.key == "actions.planned")
    assert (before.lines, before.said) == ((), ("Ingen tall eller bokstaver er endret.",))
    assert (planned.before, planned.value) == (0, 1)
    assert [one.under for one in section(content, "since").lines if one.title == planned.what] == [
        "0 da, 1 nå"
    ]


def test_what_stands_is_not_changed(held, decided, quality_adviser, now, as_person):
    with as_person(quality_adviser):
        commands.tell_board(decision=decided, told="Planen er lagt", by=quality_adviser, now=now)

    for change in (
        lambda: Pack.objects.update(digest="0" * 64),
        lambda: Meeting.objects.update(state="planned", held_at=None, held_by=None),
        lambda: Decision.objects.update(told="Noe annet"),
        lambda: Decision.objects.update(text="Noe annet"),
        lambda: Pack.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_decisions_wait_for_who_follows_them_and_open_the_next_meeting(
    decided, world, ceo, quality_adviser, now, as_person
):
    adviser = standing(quality_adviser, now)
    assert waits_for(adviser, FOLLOW, decided.uuid, clock.day(now))
    with as_person(ceo):
        waiting = section(shown(world.trust, ceo, now), "decisions")
    with as_person(quality_adviser):
        commands.tell_board(decision=decided, told="Planen er lagt", by=quality_adviser, now=now)
    with as_person(ceo):
        told = section(shown(world.trust, ceo, now), "decisions")

    assert not waits_for(adviser, FOLLOW, decided.uuid, clock.day(now))
    assert waiting.lines[0].tags == (("Venter på svar", "info"),)
    assert (told.lines[0].under, told.lines[0].tags[0][1]) == ("Planen er lagt", "success")
    with as_person(quality_adviser), pytest.raises(NotNow):
        commands.tell_board(decision=decided, told="Igjen", by=quality_adviser, now=now)


@pytest.fixture
def plan(world, ceo, now):
    return Plan(
        unit=world.trust,
        title="Flere plasser",
        change="Ingen venter",
        sign="Ventetiden går ned",
        level="system",
        owner=ceo,
        due=clock.after(now, days=60),
        review_on=clock.after(now, days=150),
    )


def test_an_action_may_follow_a_decision(decided, plan, ceo, now, as_person):
    with as_person(ceo):
        action = commands.act_on_decision(decision=decided, plan=plan, by=ceo, now=now)

        assert queries.actions_of(decided) == [action]
    assert action.origin == "board"


def test_a_question_waits_for_the_top_leader(world, board_member, ceo, now, as_person):
    today = clock.day(now)
    with as_person(board_member):
        asked = commands.ask_leader(
            unit=world.trust, text="Hvorfor øker ventetiden?", due=today, by=board_member, now=now
        )
    assert waits_for(standing(ceo, now), ANSWER, asked.uuid, today)
    assert not waits_for(standing(board_member, now), ANSWER, asked.uuid, today)
    with as_person(ceo):
        commands.answer_board(question=asked, answer="To stillinger er ledige", by=ceo, now=now)

    assert not waits_for(standing(ceo, now), ANSWER, asked.uuid, today)
    assert BoardQuestion.objects.get().answered_by == ceo
    with scope.acting(scope.SYSTEM):
        told = Message.objects.get(recipient=board_member)
    assert told.subject == "Spørsmålet ditt er besvart"


def test_what_came_after_the_pack_is_new_at_the_next_meeting_however_late_the_first_is_noted_held(
    world, plan_meeting, packed, board_member, ceo, now, as_person
):
    meeting = plan_meeting()
    packed(meeting, now)
    later = now + timedelta(hours=1)
    with as_person(board_member):
        asked = commands.ask_leader(
            unit=world.trust,
            text="Hvorfor øker ventetiden?",
            due=clock.day(now),
            by=board_member,
            now=later,
        )
    with as_person(ceo):
        commands.answer_board(question=asked, answer="To er ledige", by=ceo, now=later)
        held_on = now + timedelta(days=9)
        commands.hold_meeting(meeting=meeting, by=ceo, now=held_on)
        (line,) = section(shown(world.trust, ceo, held_on), "questions").lines
    assert line.under == "To er ledige"


def test_a_meeting_is_moved_and_called_off_until_it_is_held(
    plan_meeting, held, world, ceo, now, as_person
):
    meeting, day = plan_meeting(5), clock.after(now, days=12)
    plan_meeting(20)
    with as_person(ceo):
        commands.move_meeting(meeting=meeting, on=day, place="Møterom 2", by=ceo, now=now)
        for on, refused in (
            (clock.after(now, days=20), Planned),
            (clock.after(now, days=-1), TooSoon),
            (clock.after(now, days=731), TooFar),
        ):
            with pytest.raises(refused):
                commands.move_meeting(meeting=meeting, on=on, by=ceo, now=now)
        meeting.refresh_from_db()
        assert (meeting.on, meeting.place) == (day, "Møterom 2")
        with pytest.raises(WordsMissing):
            commands.call_off_meeting(meeting=meeting, reason=" ", by=ceo, now=now)
        commands.call_off_meeting(meeting=meeting, reason="For få kan møte.", by=ceo, now=now)
        for act, facts in ((commands.move_meeting, {"on": day}), (commands.hold_meeting, {})):
            for over in (meeting, held):
                with pytest.raises(NotNow):
                    act(meeting=over, by=ceo, now=now, **facts)
        assert commands.plan_meeting(unit=world.trust, on=day, by=ceo, now=now).state == "planned"


def test_what_commands_refuse(held, plan_meeting, case, world, ceo, board_member, now, as_person):
    item = held.items.order_by("number")[0]
    coming = plan_meeting(5)
    off = case(coming)
    yesterday = clock.day(now) - timedelta(days=1)
    with as_person(ceo):
        commands.withdraw_item(item=off, reason="Utsatt", by=ceo, now=now)
        for wrong, refused in (
            (lambda: commands.hold_meeting(meeting=coming, by=ceo, now=now), TooSoon),
            (lambda: commands.withdraw_item(item=off, reason="Igjen", by=ceo, now=now), Withdrawn),
            (lambda: case(coming, " "), WordsMissing),
            (lambda: case(held), NotNow),
            (lambda: case(coming, "Gjelder 17054026641"), IdentityFound),
            (
                lambda: commands.resolve(
                    item=item, resolution=Resolution("Ja", ceo, yesterday), by=ceo, now=now
                ),
                TooSoon,
            ),
            (
                lambda: commands.ask_leader(
                    unit=world.clinic, text="Hva?", due=clock.day(now), by=board_member, now=now
                ),
                NotTop,
            ),
        ):
            with pytest.raises(refused):
                wrong()


def test_another_app_adds_a_section_that_is_frozen_too(held, world, ceo, now, as_person):
    panel = listing("Ikke fulgt opp", [Line("Frist gått ut", "/x/", "Sengepost 1A")], 2, "inngrep")
    with as_person(ceo):
        content = shown(world.trust, ceo, now, [panel])

    found = section(content, "inngrep")
    assert (found.title, found.lines[0].under, found.more) == ("Ikke fulgt opp", "Sengepost 1A", 2)
    outside = gathering.frozen_for(content, inside=False)
    assert "inngrep" not in [one.key for one in outside.sections]


def test_reporters_who_heard_are_counted_for_those_who_may_not_open_the_reports(
    world, board_chair, now, as_person
):
    with as_person(board_chair):
        found = section(shown(world.trust, board_chair, now), "reporters")

    assert found.said == ("Det er for få meldinger til å si hvor mange som har fått svar.",)


def test_every_act_is_in_the_trail(decided):
    with scope.acting(scope.SYSTEM):
        acts = set(Entry.objects.filter(subject="board").values_list("act", flat=True))

    assert acts == {f"board.{one}" for one in ("plan", "add_item", "make_pack", "hold", "resolve")}


@pytest.fixture
def late_report(world, now):
    """`late_report(unit, days, state)`: a tertial report that was to be sent so many days ago."""

    def late_report(unit, days=5, state="begun", period="2026-T2"):
        with scope.acting(scope.SYSTEM):
            return Report.objects.create(
                unit=unit,
                trust=world.trust,
                layout="tertialrapport",
                period=period,
                state=state,
                due_on=clock.after(now, days=-days),
                begun_at=now,
            )

    return late_report


def test_reports_that_nobody_sent_in_time_are_named_the_oldest_first(
    late_report, board_member, world, now, as_person
):
    late_report(world.trust, days=3)
    late_report(world.department, days=9)
    late_report(world.ward, days=0)
    late_report(world.clinic, state="submitted")

    with as_person(board_member):
        reports = section(shown(world.trust, board_member, now), "reports")

    assert [one.value for one in reports.figures] == [2]
    assert [(one.title.rpartition(", ")[2], one.under) for one in reports.lines] == [
        (world.department.name, "Skulle vært sendt 7. nov. 2026"),
        (world.trust.name, "Skulle vært sendt 13. nov. 2026"),
    ]
    assert reports.more == 0


def test_reports_of_audits_wait_for_the_board_and_are_not_for_its_owner(
    an_audit, board_chair, region_ceo, packed, plan_meeting, ceo, world, now, as_person
):
    an_audit("Tilsyn med akuttmottaket")
    an_audit("Revisjon av innkjøp", decision="Tatt til etterretning.")
    pack = packed(plan_meeting())

    with as_person(board_chair):
        waits = section(shown(world.trust, board_chair, now), "treatments")
    frozen = section(queries.content_of(pack), "treatments")
    outside = gathering.frozen_for(queries.content_of(pack), inside=False)

    assert [(one.title, one.tags[0][0]) for one in waits.lines] == [
        ("Tilsyn med akuttmottaket", "Venter på behandling"),
        ("Revisjon av innkjøp", "Behandlet"),
    ]
    assert waits.lines == frozen.lines
    assert "treatments" not in {one.key for one in outside.sections}


@pytest.mark.parametrize(("days", "said"), [(365, "Det siste året"), (366, "Mer enn et år siden")])
def test_a_review_is_late_to_the_board_the_day_it_is_late_to_the_leader(days, said, now):
    review = Appraisal(signed_at=now)
    (line,) = looked_over((), review, clock.after(now, days=days)).lines

    assert [label for label, _colour in line.tags] == [said]
