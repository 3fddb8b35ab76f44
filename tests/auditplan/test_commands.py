"""A revisjonsplan from the first wish to the board's approval, its audits, and its changes."""

from datetime import date, timedelta

import pytest
from django.db import Error, transaction

from styrk.auditplan import commands, freezing, jobs, queries
from styrk.auditplan import refusals as no
from styrk.auditplan.models import AuditPlan, PlanApproval, PlanLine, Wish
from styrk.auditplan.types import ANSWER, BEGIN, PLAN, Visit, days_of
from styrk.core import clock
from styrk.core import scope as sight
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.inspections.models import Audit
from styrk.messages.models import Message
from styrk.trail.models import Entry
from tests.auditplan.conftest import YEAR, fresh
from tests.world import standing

pytestmark = pytest.mark.django_db


def waiting(kind):
    return Duty.objects.filter(kind=kind, settled_at__isnull=True)


def test_a_plan_is_begun_once_for_a_year_that_comes(begun, world, auditor, now):
    told = {"unit": world.region, "by": auditor, "now": now}
    later = clock.after(now, days=9)
    with pytest.raises(no.Begun):
        commands.begin_plan(year=YEAR, wishes_until=later, **told)
    with pytest.raises(no.NotAYear):
        commands.begin_plan(year=2020, wishes_until=later, **told)
    with pytest.raises(no.TooLate):
        commands.begin_plan(year=2028, wishes_until=date(2026, 1, 1), **told)
    assert waiting(PLAN).get().due == date(2026, 12, 31)


def test_a_wish_waits_for_an_answer_that_whoever_wished_is_told(
    wished, auditor, board_chair, now, as_person
):
    wish = wished()
    assert waiting(ANSWER).get().person == auditor
    with as_person(auditor):
        commands.answer_wish(wish=wish, answer="Det ses på i tilsynet.", by=auditor, now=now)

    assert Wish.objects.get().state == "not_taken_in"
    assert not waiting(ANSWER).exists()
    with as_person(board_chair):
        told = Message.objects.filter(recipient=board_chair).values_list("text", flat=True)
        assert any("ikke tatt inn" in one for one in told)


def test_a_wish_becomes_a_line_or_is_covered_by_one(wished, scope, auditor, now, as_person):
    first, second = wished(), wished("Legemiddellisten")
    with as_person(auditor):
        line = commands.take_in_wish(
            wish=first, scope=scope(title=first.title), answer="Tatt inn.", by=auditor, now=now
        )
        assert waiting(ANSWER).exists()
        commands.cover_wish(wish=second, line=line, answer="Dekkes.", by=auditor, now=now)

    assert sorted(Wish.objects.values_list("state", "line__title")) == [
        ("taken_in", first.title),
        ("taken_in", first.title),
    ]
    with pytest.raises(NotNow), as_person(auditor):
        commands.answer_wish(wish=Wish.objects.first(), answer="Nei.", by=auditor, now=now)


def test_one_speaks_for_one_s_own_board_and_unit_alone(wished, world, nurse, ward_leader):
    with pytest.raises(no.NotTheirs):
        wished(by=nurse)
    with pytest.raises(no.NotTheirs):
        wished(by=ward_leader)
    with pytest.raises(no.NotTheirs):
        wished(unit=world.their_trust)
    assert wished(by=ward_leader, party="unit", unit=world.ward).unit == world.ward


def test_nothing_is_sent_on_before_it_is_whole(
    begun, lined, wished, recommend, scope, auditor, now, as_person
):
    with pytest.raises(no.Empty):
        recommend()
    line = lined(quarter=None)
    with pytest.raises(no.NoQuarter):
        recommend()
    with as_person(auditor):
        commands.change_line(line=line, scope=scope(quarter=2), by=auditor, now=now)
    wish = wished()
    with pytest.raises(no.WishesWait):
        recommend()
    with as_person(auditor):
        commands.answer_wish(wish=wish, answer="Neste år.", by=auditor, now=now)
    recommend()
    assert fresh(begun).state == "recommended"


def test_those_who_were_asked_have_the_time_they_were_promised(
    world, lined, recommend, auditor, now, as_person
):
    until = clock.after(now, days=2)
    with as_person(auditor):
        plan = commands.begin_plan(
            unit=world.region, year=YEAR + 1, wishes_until=until, by=auditor, now=now
        )
    lined(plan=plan)
    with pytest.raises(no.WishesOpen):
        recommend(plan, now + timedelta(days=1))
    recommend(plan, now + timedelta(days=2))
    assert fresh(plan).state == "recommended"


def test_what_is_recommended_is_what_is_approved(begun, lined, recommend, approve):
    lined()
    with pytest.raises(NotNow):
        approve()
    recommend()
    lined(title="Enda en")
    assert fresh(begun).state == "draft"
    with pytest.raises(NotNow):
        approve()


def test_approved_it_stands_with_a_hash(approved):
    plan, approval = fresh(approved), PlanApproval.objects.get()
    assert (plan.state, plan.version) == ("approved", 1)
    assert approval.digest == freezing.digest(approval.content, "")
    assert [one["title"] for one in approval.content["lines"]] == ["Legemidler ved overføring"]
    assert approval.content["recommendations"][0]["words"] == "Utvalget støtter planen."
    assert not waiting(PLAN).exists()
    for table in (PlanApproval, Wish):
        with pytest.raises(Error), transaction.atomic():
            table.objects.all().delete() if table is Wish else table.objects.update(case="1")
    with pytest.raises(Error), transaction.atomic():
        AuditPlan.objects.filter(pk=plan.pk).update(version=0)


def test_a_wish_says_what_it_said(wished):
    wished()
    with pytest.raises(Error), transaction.atomic():
        Wish.objects.update(text="Noe annet")


def test_a_line_becomes_an_audit_with_all_that_stood_there(
    approved, world, auditor, now, as_person
):
    line = PlanLine.objects.select_related("plan__unit").get()
    first, last = days_of(YEAR, 1)
    with as_person(auditor):
        backwards = Visit(auditor, last, first)
        with pytest.raises(no.PeriodBackwards):
            commands.begin_line(line=line, visit=backwards, by=auditor, now=now)
        audit = commands.begin_line(
            line=line, visit=Visit(auditor, first, last), by=auditor, now=now
        )
        kept = Audit.objects.get()
        told = (kept.title, kept.about, kept.criteria_words, kept.unit, kept.kind)
        assert told == (line.title, line.about, "Egen rutine", world.region, "group")
        assert [one.unit for one in kept.places.all()] == [world.trust]
        assert PlanLine.objects.get().audit == audit
        with pytest.raises(NotNow):
            commands.take_out_line(line=line, reason="Nei.", by=auditor, now=now)


def test_a_change_has_a_reason_and_goes_to_the_board_again(
    approved, approve, auditor, now, as_person
):
    line = PlanLine.objects.select_related("plan__unit").get()
    with as_person(auditor):
        with pytest.raises(NotNow):
            commands.move_line(line=line, quarter=2, reason="Sykdom.", by=auditor, now=now)
        with pytest.raises(no.WordsMissing):
            commands.revise_plan(plan=fresh(approved), reason=" ", by=auditor, now=now)
        commands.revise_plan(plan=fresh(approved), reason="Ny risiko.", by=auditor, now=now)
        line = PlanLine.objects.select_related("plan__unit").get()
        commands.move_line(line=line, quarter=3, reason="Sykdom.", by=auditor, now=now)
    approve("12/27")

    first, second = PlanApproval.objects.order_by("version")
    assert (second.version, second.reason) == (2, "Ny risiko.")
    assert second.digest == freezing.digest(second.content, first.digest)
    assert first.content["lines"][0]["quarter"] == 1
    moved = second.content["lines"][0]
    assert (moved["quarter"], moved["moved_from"], moved["reason"]) == (3, 1, "Sykdom.")


def test_no_text_may_identify_a_person(begun, scope, auditor, now, as_person):
    with as_person(auditor), pytest.raises(IdentityFound):
        commands.add_line(
            plan=fresh(begun), scope=scope(why="Gjelder 01010750160"), by=auditor, now=now
        )


def test_every_act_leaves_a_trail(approved, as_person):
    acts = Entry.objects.filter(subject="auditplan")
    with sight.acting(sight.SYSTEM):
        assert list(acts.order_by("pk").values_list("act", flat=True)) == [
            "auditplan.start",
            "auditplan.add_line",
            "auditplan.recommend",
            "auditplan.approve",
        ]


def test_the_year_in_short(approved, auditor, now, as_person):
    line = PlanLine.objects.select_related("plan__unit").get()
    first, last = days_of(YEAR, 1)
    with as_person(auditor):
        commands.begin_line(line=line, visit=Visit(auditor, first, last), by=auditor, now=now)
        plan = queries.plan(approved.uuid, standing(auditor, now))
        year = queries.year_of(plan, queries.around(plan).audits)
    assert (year.planned, year.begun, year.reported, year.moved) == (1, 1, 0, 0)


def test_at_night_a_line_whose_quarter_has_passed_is_asked_for(approved, auditor, now):
    jobs.ask_for_lines(now)
    assert not waiting(BEGIN).exists()
    later = clock.start_of(date(YEAR, 4, 2))
    jobs.ask_for_lines(later)
    duty = waiting(BEGIN).get()
    assert (duty.role, duty.due) == ("auditor", date(YEAR, 3, 31))
    jobs.ask_for_lines(later)
    assert waiting(BEGIN).count() == 1


def test_in_the_autumn_the_plan_of_the_coming_year_is_asked_for(approved, world):
    jobs.ask_for_audit_plans(clock.start_of(date(YEAR, 8, 1)))
    assert not waiting(PLAN).exists()
    jobs.ask_for_audit_plans(clock.start_of(date(YEAR, 9, 1)))
    duty = waiting(PLAN).get()
    assert (duty.unit, duty.due) == (world.region, date(YEAR, 12, 31))


def test_who_reads_what(begun, lined, seen, chair, board_chair, nurse, outsider_ceo, home_leader):
    lined()
    assert seen(begun, chair)
    assert seen(begun, board_chair)
    assert seen(begun, outsider_ceo)
    assert not seen(begun, nurse)
    assert not seen(begun, home_leader)
