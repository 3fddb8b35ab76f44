"""From the owner's sentence down the line: placed, answered, passed on, reported."""

from datetime import date, timedelta

import pytest

from styrk.core import clock, scope, states
from styrk.duties.models import Duty
from styrk.requirements import commands
from styrk.requirements.types import ANSWER, REPORT, Meaning
from styrk.trail.models import Entry


def waiting(placement, kind=ANSWER):
    return Duty.objects.filter(subject_uuid=placement.uuid, kind=kind, settled_at=None)


def test_placing_asks_the_units_leader(world, placed, now):
    assert placed.state == "placed"
    assert placed.trust_id == world.trust.pk
    duty = waiting(placed).get()
    assert (duty.unit, duty.role) == (world.trust, "leader")
    assert duty.due == clock.day(now) + timedelta(days=28)


def test_a_unit_that_has_it_is_left_alone(world, placed, requirement, place):
    new = place(requirement, world.trust, world.their_trust)

    assert [one.unit for one in new] == [world.their_trust]


def test_a_heading_is_not_placed(world, published, place):
    with pytest.raises(commands.NotARequirement):
        place(published.requirements.get(ref="3"), world.trust)


def test_a_draft_is_not_placed(world, draft, write, place):
    with pytest.raises(commands.NotARequirement):
        place(write(draft, "1", "Noe"), world.trust)


def test_what_a_newer_edition_has_taken_over_is_not_placed(
    world, published, mandate, write, place, page, region_leader, now
):
    old = published.requirements.get(ref="3.1")
    edition = commands.begin_edition(
        source=mandate, label="2027", dated=date(2027, 2, 11), by=region_leader, now=now
    )
    write(edition, "3.1", "Ventetiden i somatikken skal ned til 55 dager.")
    assert b"Legg kravet til enheter" in page(region_leader).get(f"/krav/{old.uuid}/").content
    commands.publish_edition(edition=edition, by=region_leader, now=now)

    assert b"Legg kravet til enheter" not in page(region_leader).get(f"/krav/{old.uuid}/").content
    assert page(region_leader).get(f"/krav/utgave/{published.uuid}/legg-til/").status_code == 404
    with pytest.raises(commands.NotARequirement):
        place(published.requirements.get(ref="3.1"), world.trust)


def test_accepting_makes_it_concrete(accepted, ceo, now):
    accepted.refresh_from_db()

    assert accepted.state == "accepted"
    assert accepted.meaning == "Under 61 dager i alle klinikker"
    assert (accepted.owner, accepted.answered_by, accepted.answered_at) == (ceo, ceo, now)
    assert not waiting(accepted).exists()
    assert [s.act for s in accepted.steps.order_by("pk")] == ["place", "accept"]
    with scope.acting(scope.SYSTEM):
        assert Entry.objects.filter(act="requirement.accept", subject_id=accepted.pk).exists()


def test_accepting_without_meaning_is_refused(placed, ceo, now):
    with pytest.raises(commands.MeaningMissing):
        commands.accept_requirement(placement=placed, meaning=Meaning(" ", ceo), by=ceo, now=now)


def test_declining_needs_a_reason(placed, ceo, now):
    with pytest.raises(commands.ReasonMissing):
        commands.decline_requirement(placement=placed, reason="", by=ceo, now=now)

    commands.decline_requirement(placement=placed, reason="Vi har ikke fødende", by=ceo, now=now)
    placed.refresh_from_db()
    assert (placed.state, placed.reason) == ("not_applicable", "Vi har ikke fødende")
    assert not waiting(placed).exists()


def test_whoever_placed_it_may_insist(placed, ceo, region_leader, now):
    commands.decline_requirement(placement=placed, reason="Gjelder ikke", by=ceo, now=now)

    commands.insist_on_placement(
        placement=placed,
        reason="Alle har ventelister",
        answer_due=clock.day(now),
        by=region_leader,
        now=now,
    )

    placed.refresh_from_db()
    assert (placed.state, placed.answered_by) == ("placed", None)
    assert waiting(placed).exists()


def test_passed_on_below_only(world, accepted, requirement, place, ceo):
    (clinic,) = place(requirement, world.clinic, above=accepted, by=ceo)
    assert clinic.above == accepted

    with pytest.raises(commands.NotBelow):
        place(requirement, world.their_ward, above=accepted, by=ceo)


def test_nothing_is_passed_on_before_it_is_accepted(world, placed, requirement, place, ceo):
    with pytest.raises(states.NotNow):
        place(requirement, world.clinic, above=placed, by=ceo)


def test_an_action_from_it_is_in_the_one_register(accepted, world, ceo, now, as_person):
    from styrk.actions.types import Plan

    plan = Plan(
        unit=world.trust,
        title="Kveldspoliklinikk",
        change="Flere får time",
        sign="Ventetiden går ned",
        level="system",
        owner=ceo,
        due=clock.after(now, days=60),
        review_on=clock.after(now, days=150),
    )
    with as_person(ceo):
        action = commands.act_on_requirement(placement=accepted, plan=plan, by=ceo, now=now)
        assert action.origin == "requirement"

    assert [link.action_id for link in accepted.actions.all()] == [action.pk]


def test_status_once_a_period_and_the_later_stands(accepted, ceo, now):
    period = f"{clock.day(now).year}"
    for course, text in (("at_risk", "Usikkert nå"), ("on_course", "Bedre nå")):
        commands.report_status(
            placement=accepted, period=period, course=course, text=text, by=ceo, now=now
        )

    latest = accepted.reports.filter(period=period).order_by("-pk").first()
    assert (latest.course, latest.text) == ("on_course", "Bedre nå")


@pytest.mark.parametrize("period", ["", "2026-T4", "2026-13", "sommeren", "2999"])
def test_no_report_on_what_is_no_period(accepted, ceo, now, period):
    with pytest.raises(commands.NotAPeriod):
        commands.report_status(
            placement=accepted, period=period, course="met", text="Bra", by=ceo, now=now
        )


def test_no_report_before_it_is_accepted(placed, ceo, now):
    with pytest.raises(states.NotNow):
        commands.report_status(
            placement=placed, period="2020", course="met", text="Bra", by=ceo, now=now
        )


def test_the_sweep_asks_the_owner_when_the_period_is_over(accepted, ceo, now):
    from styrk.requirements.jobs import ask_for_reports

    ask_for_reports(now)
    assert not waiting(accepted, REPORT).exists()

    later = now + timedelta(days=130)
    ask_for_reports(later)
    assert waiting(accepted, REPORT).get().person == ceo


def test_the_sweep_asks_nobody_who_has_reported(accepted, ceo, now):
    from styrk.requirements import periods
    from styrk.requirements.jobs import ask_for_reports

    later = now + timedelta(days=130)
    period = periods.last_ended("tertial", clock.day(later))
    commands.report_status(
        placement=accepted, period=period, course="met", text="Bra", by=ceo, now=later
    )

    ask_for_reports(later)
    assert not waiting(accepted, REPORT).exists()
