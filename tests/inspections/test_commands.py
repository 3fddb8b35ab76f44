"""An audit from plan to report, and a finding from answer to confirmed."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from styrk.actions.commands import carry_out, judge_effect
from styrk.core import clock, scope
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.inspections import commands, queries, refusals, rules
from styrk.inspections.models import AuditUnit, Document, Finding
from styrk.messages.models import Message
from styrk.trail.models import Entry
from tests.world import standing

pytestmark = pytest.mark.django_db


def waits(kind):
    """The duties of a kind that wait: the unit's code, and the day."""
    found = Duty.objects.filter(kind=kind, settled_at__isnull=True)
    return {(one.unit.code, one.due) for one in found.select_related("unit")}


def fresh(record):
    """What is not saved of it is forgotten."""
    with scope.acting(scope.SYSTEM):
        record.refresh_from_db()


def test_planned_announced_and_carried_out(planned, quality_adviser, now, as_person):
    audit = planned()
    with as_person(quality_adviser):
        commands.announce_audit(audit=audit, by=quality_adviser, now=now)
        commands.carry_out_audit(audit=audit, by=quality_adviser, now=now)
        entries = Entry.objects.filter(subject="audit").order_by("pk")
        told = list(entries.values_list("text", flat=True))
    with scope.acting(scope.SYSTEM):
        heard = set(Message.objects.values_list("recipient__name", flat=True))

    assert audit.state == "carried_out"
    assert told[-1].startswith("Gjennomførte «Internrevisjon")
    assert heard == {"Astrid Aas"}


def test_what_does_not_fit_is_refused(planned, mandate, authority, now, world):
    early = mandate().starts_on - timedelta(days=1)
    for facts, refusal in (
        ({"units": ()}, refusals.NoUnits),
        ({"ends_on": early}, refusals.PeriodBackwards),
        ({"kind": "supervision"}, refusals.NoAuthority),
        ({"authority": authority}, refusals.NoAuthority),
        ({"title": " "}, refusals.WordsMissing),
        ({"about": "Pasienten 13097248022 ble intervjuet."}, IdentityFound),
    ):
        with pytest.raises(refusal):
            planned(**facts)


def test_changing_what_is_covered_keeps_what_was(
    planned, mandate, world, quality_adviser, now, as_person
):
    audit = planned()
    with as_person(quality_adviser):
        commands.change_audit(
            audit=audit, mandate=mandate(units=(world.ward,)), by=quality_adviser, now=now
        )
        rows = {
            (one.unit.code, one.removed_at is None)
            for one in AuditUnit.objects.select_related("unit")
        }

    assert rows == {("f.med.1", False), ("f.med.1.a", True)}


def test_findings_are_within_what_is_looked_at(
    carried_out, found, world, quality_adviser, now, as_person, supervision
):
    audit = carried_out(**supervision)
    long_ago = audit.starts_on - timedelta(days=1)
    with as_person(quality_adviser):
        for one, refusal in (
            (found(unit=world.other_ward), refusals.OutsideScope),
            (found("order"), refusals.DeadlineMissing),
            (found("order", deadline=long_ago), refusals.DayPassed),
            (found(text="Ring 98765432."), IdentityFound),
        ):
            with pytest.raises(refusal):
                commands.add_finding(audit=audit, found=one, by=quality_adviser, now=now)


def test_only_an_authority_orders_anything(
    carried_out, found, page, quality_adviser, now, as_person
):
    audit = carried_out()
    ordered = found("order", deadline=clock.after(now, days=20))
    with pytest.raises(refusals.NotAuthority), as_person(quality_adviser):
        commands.add_finding(audit=audit, found=ordered, by=quality_adviser, now=now)
    form = page(quality_adviser).get(f"/revisjoner/{audit.uuid}/funn/").content.decode()
    assert "Lovbrudd" in form
    assert "Pålegg" not in form


def test_it_is_carried_out_when_its_first_day_has_come(planned, quality_adviser, now, as_person):
    tomorrow = clock.after(now, days=1)
    audit = planned(starts_on=tomorrow, ends_on=tomorrow)
    with as_person(quality_adviser):
        commands.announce_audit(audit=audit, by=quality_adviser, now=now)
        with pytest.raises(refusals.NotBegun):
            commands.carry_out_audit(audit=audit, by=quality_adviser, now=now)
        commands.carry_out_audit(audit=audit, by=quality_adviser, now=now + timedelta(days=1))


def test_whoever_leads_what_is_looked_at_runs_no_independent_audit_of_it(
    planned, quality_adviser, ceo, world, now
):
    for kind, units, runs in (
        ("group", (world.trust,), False),
        ("group", (world.ward,), False),
        ("internal", (world.trust,), True),
    ):
        with scope.acting(scope.SYSTEM):
            audit = queries.audit(planned(kind=kind, units=units).uuid)
            list(audit.places.all())
        for act in ("announce", "carry_out", "drop", "send_to_board"):
            assert rules.is_for(standing(ceo, now), audit, act) is runs, (kind, act)
            assert rules.is_for(standing(quality_adviser, now), audit, act)


def test_a_draft_is_heard_changed_and_withdrawn(
    carried_out, found, world, quality_adviser, department_leader, now, as_person
):
    audit = carried_out()
    with as_person(quality_adviser):
        one = commands.add_finding(audit=audit, found=found(), by=quality_adviser, now=now)
        two = commands.add_finding(audit=audit, found=found(), by=quality_adviser, now=now)
        day = clock.after(now, days=14)
        commands.hear_draft(audit=audit, comment_by=day, by=quality_adviser, now=now)
    assert waits("audit.comment") == {("f.med.1", day)}
    with as_person(department_leader):
        commands.comment_draft(
            audit=audit, unit=world.department, text="Det var seks.", by=department_leader, now=now
        )
    assert not waits("audit.comment")
    with as_person(quality_adviser):
        commands.change_finding(finding=one, found=found("remark"), by=quality_adviser, now=now)
        commands.withdraw_finding(
            finding=two, reason="Det stemte ikke.", by=quality_adviser, now=now
        )

    assert (one.kind, one.number, two.number, two.state) == ("remark", 1, 2, "withdrawn")


def test_the_report_asks_each_unit(reported, found, world, now, upload):
    deadline = clock.after(now, days=20)
    audit = reported(
        found("order", deadline=deadline), found("good"), found(unit=world.second_ward)
    )

    answer_due = clock.after(now, days=30)
    assert audit.state == "reported"
    assert waits("finding.answer") == {("f.med.1.a", answer_due), ("f.med.1.b", answer_due)}
    assert waits("finding.meet") == {("f.med.1.a", deadline)}
    with scope.acting(scope.SYSTEM):
        paper = Document.objects.get()
        heard = set(Message.objects.values_list("recipient__name", flat=True))
    assert (paper.digest, paper.size) == (upload.digest, len(upload.content))
    assert {"Lars Lunde", "Stein Sand"} <= heard


def test_nothing_is_worded_after_the_report(finding, found, quality_adviser, now, as_person):
    with as_person(quality_adviser):
        fresh = queries.finding(finding.uuid)
        for act in (
            lambda: commands.change_finding(
                finding=fresh, found=found(), by=quality_adviser, now=now
            ),
            lambda: commands.withdraw_finding(
                finding=fresh, reason="Nei", by=quality_adviser, now=now
            ),
            lambda: commands.add_finding(
                audit=fresh.audit, found=found(), by=quality_adviser, now=now
            ),
        ):
            with pytest.raises(NotNow):
                act()


def test_an_answer_says_by_when(answered, now):
    assert answered.state == "answered"
    assert not waits("finding.answer")
    assert waits("finding.meet") == {("f.med.1.a", clock.after(now, days=60))}


def test_an_order_is_put_right_by_its_deadline(reported, found, ward_leader, now, as_person):
    deadline = clock.after(now, days=20)
    (order,) = reported(found("order", deadline=deadline)).findings.all()

    def answer(days, at):
        with as_person(ward_leader):
            commands.answer_finding(
                finding=order,
                answer="Vi retter det.",
                meet_due=clock.after(now, days=days),
                by=ward_leader,
                now=at,
            )

    with pytest.raises(refusals.AfterDeadline):
        answer(21, now)
    fresh(order)
    answer(15, now)
    assert waits("finding.meet") == {("f.med.1.a", clock.after(now, days=15))}
    # Overdue, it is answered all the same, and stays late.
    answer(40, now + timedelta(days=25))
    assert waits("finding.meet") == {("f.med.1.a", deadline)}


def test_from_finding_to_action_to_effect_to_confirmed(
    answered, plan, ward_leader, quality_adviser, now, as_person
):
    then = now + timedelta(days=100)
    with as_person(ward_leader):
        action = commands.act_on_finding(finding=answered, plan=plan, by=ward_leader, now=now)
        with pytest.raises(refusals.StillOpen):
            commands.claim_met(finding=answered, how="Ja.", by=ward_leader, now=now)
    fresh(answered)
    with as_person(ward_leader):
        carry_out(action=action, note="Skjemaet er i bruk.", by=ward_leader, now=now)
        commands.claim_met(finding=answered, how="To signaturer.", by=ward_leader, now=now)
    assert not waits("finding.meet")
    assert {code for code, _ in waits("finding.confirm")} == {"f"}
    with as_person(quality_adviser), pytest.raises(refusals.StillOpen):
        commands.confirm_met(finding=answered, seen="Sett.", by=quality_adviser, now=now)
    fresh(answered)
    with as_person(ward_leader):
        judge_effect(action=action, effect="worked", reason="Ti av ti.", by=ward_leader, now=then)
    with as_person(quality_adviser):
        commands.confirm_met(finding=answered, seen="Ti av ti.", by=quality_adviser, now=then)
        commands.finish_audit(
            audit=answered.audit, reason="Det er tryggere.", by=quality_adviser, now=then
        )

    assert (answered.state, answered.audit.state) == ("met", "followed")
    assert not waits("finding.confirm")


def test_what_follows_an_action_that_did_not_work_belongs_to_the_finding(
    answered, plan, ward_leader, now, as_person
):
    then = now + timedelta(days=100)
    with as_person(ward_leader):
        action = commands.act_on_finding(finding=answered, plan=plan, by=ward_leader, now=now)
        carry_out(action=action, note="", by=ward_leader, now=now)
        judge_effect(
            action=action,
            effect="not_worked",
            reason="Glemmes.",
            by=ward_leader,
            now=then,
            next_plan=plan,
        )

        assert answered.actions.count() == 2


def test_never_confirmed_by_who_answers_for_it(
    claimed, ward_leader, department_leader, ceo, now, as_person
):
    """Nor by one above in the line, whoever they are to the audit."""
    for person in (ward_leader, department_leader, ceo):
        fresh(claimed)
        with as_person(person), pytest.raises(refusals.OwnFinding):
            commands.confirm_met(finding=claimed, seen="Ja.", by=person, now=now)
    with pytest.raises(IntegrityError), transaction.atomic(), scope.acting(scope.SYSTEM):
        Finding.objects.filter(pk=claimed.pk).update(
            state="met", seen="Ja.", met_at=now, met_by=ward_leader
        )


def test_an_authority_says_it_in_a_letter(
    reported, found, authority, upload, ward_leader, quality_adviser, now, as_person
):
    (breach,) = reported(found("breach"), kind="supervision", authority=authority).findings.all()
    with as_person(ward_leader):
        day = clock.after(now, days=10)
        commands.answer_finding(finding=breach, answer="Ja.", meet_due=day, by=ward_leader, now=now)
        commands.claim_met(
            finding=breach, how="Rettet.", without="Alt gjort.", by=ward_leader, now=now
        )
    with as_person(quality_adviser), pytest.raises(refusals.LetterMissing):
        commands.confirm_met(finding=breach, seen="Avsluttet.", by=quality_adviser, now=now)
    fresh(breach)
    with as_person(quality_adviser):
        commands.confirm_met(
            finding=breach,
            seen="Tilsynet er avsluttet.",
            letter=upload,
            dated_on=clock.day(now),
            by=quality_adviser,
            now=now,
        )
        assert breach.documents.get().kind == "letter"


def test_not_put_right_yet_goes_back(claimed, quality_adviser, now, as_person):
    with as_person(quality_adviser):
        commands.send_back(finding=claimed, reason="To av ti mangler.", by=quality_adviser, now=now)

    assert claimed.state == "answered"
    assert waits("finding.meet") == {("f.med.1.a", clock.after(now, days=60))}
    assert not waits("finding.confirm")


def test_an_audit_is_not_followed_up_while_a_finding_waits(
    claimed, quality_adviser, now, as_person
):
    with as_person(quality_adviser), pytest.raises(refusals.StillOpen):
        commands.finish_audit(audit=claimed.audit, reason="Ferdig.", by=quality_adviser, now=now)


def test_dropped_with_a_reason(planned, quality_adviser, now, as_person):
    audit = planned()
    with as_person(quality_adviser):
        commands.drop_audit(audit=audit, reason="Slått sammen.", by=quality_adviser, now=now)
        with pytest.raises(NotNow):
            commands.announce_audit(audit=audit, by=quality_adviser, now=now)


@pytest.mark.parametrize("kind", ["deviation", "breach"])
def test_what_is_broken_is_not_said_to_be_right_without_an_action_or_why(
    reported, found, ward_leader, now, as_person, kind
):
    (finding,) = reported(found(kind)).findings.all()
    with as_person(ward_leader):
        day = clock.after(now, days=10)
        commands.answer_finding(
            finding=finding, answer="Ja.", meet_due=day, by=ward_leader, now=now
        )
        with pytest.raises(refusals.NoAction):
            commands.claim_met(finding=finding, how="Rettet.", without=" ", by=ward_leader, now=now)


def test_of_a_remark_nothing_is_asked(reported, found, ward_leader, now, as_person):
    (remark,) = reported(found("remark")).findings.all()
    with as_person(ward_leader):
        day = clock.after(now, days=10)
        commands.answer_finding(finding=remark, answer="Ja.", meet_due=day, by=ward_leader, now=now)
        commands.claim_met(finding=remark, how="Rettet.", without="x", by=ward_leader, now=now)

    assert (remark.state, remark.without) == ("claimed", "")
