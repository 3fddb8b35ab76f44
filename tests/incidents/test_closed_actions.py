"""An action is as closed as the case it came from: past the line, and from those who are inhabil."""

import pytest

from styrk.access.commands import grant_to_post
from styrk.access.queries import standing_of
from styrk.actions import commands as acting
from styrk.actions import queries as actions
from styrk.actions import rules
from styrk.actions import tally as action_tally
from styrk.actions.commands import OwnerIsRecused
from styrk.actions.models import Action, ActionStep
from styrk.actions.queries import Filters, actions_for
from styrk.core import clock, scope
from styrk.core.asking import ask
from styrk.core.tallies import Span
from styrk.incidents import commands, queries, tally
from styrk.trail.models import Entry
from tests.world import move_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided(now, as_person, plan):
    """`decided(person, incident, unit, owner)` gives the action."""

    def decide(person, incident, unit, owner):
        with as_person(person):
            return commands.add_action(
                incident=queries.incident(incident.uuid),
                plan=plan(unit, owner),
                by=person,
                now=now,
            )

    return decide


@pytest.fixture
def past_line(report, take, decided, world, quality_adviser, board_chair):
    """An action from a report about the top leader, decided by the board's chair."""
    incident = report(quality_adviser, world.trust, about_leader=True)
    take(board_chair, incident)
    return decided(board_chair, incident, world.trust, board_chair)


@pytest.fixture
def sees(as_person, now):
    """Whether a person comes to the action by any way: the record, its steps, the register."""

    def sees(person, action):
        with as_person(person):
            ways = {
                actions.action(action.uuid) is not None,
                ActionStep.objects.filter(action_id=action.pk).exists(),
                action
                in actions_for(standing_of(person, clock.day(now)), Filters(), clock.day(now)),
            }
        assert len(ways) == 1, ways
        return ways == {True}

    return sees


def test_action_past_the_line_is_seen_by_no_line(
    sees, past_line, ceo, quality_adviser, board_chair, ward_leader, as_person
):
    assert sees(board_chair, past_line)
    for person in (ceo, quality_adviser, ward_leader):
        assert not sees(person, past_line)
        with as_person(person):
            assert not Entry.objects.filter(subject="action", subject_id=past_line.pk).exists()


def test_top_leader_cannot_be_offered_or_given_an_action_past_the_line(
    page, past_line, plan, decided, as_person, now, world, ceo, board_chair
):
    with as_person(board_chair):
        case = queries.behind_actions([past_line.pk])[0][1]
    asked = page(board_chair).get(f"/avvik/{case.uuid}/tiltak/").content.decode()
    assert "Nytt tiltak" in asked
    assert ceo.name not in asked
    with pytest.raises(OwnerIsRecused):
        decided(board_chair, case, world.trust, ceo)
    with as_person(board_chair), pytest.raises(OwnerIsRecused):
        acting.hand_over_action(
            action=actions.action(past_line.uuid), to=ceo, reason="Nær", by=board_chair, now=now
        )


def test_database_hides_it_from_the_one_it_is_about_also_as_owner(
    sees, past_line, ceo, as_person, now
):
    with scope.acting(scope.SYSTEM):
        Action.objects.filter(pk=past_line.pk).update(owner=ceo)
    assert not sees(ceo, past_line)
    with as_person(ceo):
        assert not Action.objects.filter(pk=past_line.pk).update(title="Endret")


def test_action_that_follows_is_as_closed(
    sees, past_line, plan, as_person, now, world, ceo, quality_adviser, board_chair
):
    with as_person(board_chair):
        acting.carry_out(action=actions.action(past_line.uuid), note="", by=board_chair, now=now)
        later = acting.judge_effect(
            action=actions.action(past_line.uuid),
            effect="not_worked",
            reason="Ingenting ble annerledes",
            next_plan=plan(world.trust, board_chair),
            by=board_chair,
            now=now,
        )
    assert sees(board_chair, later)
    assert not sees(ceo, later)
    assert not sees(quality_adviser, later)


def test_chair_works_on_what_another_owns_and_the_line_does_not(
    page,
    report,
    take,
    decided,
    world,
    quality_adviser,
    board_chair,
    department_leader,
    ceo,
    as_person,
    now,
):
    incident = report(quality_adviser, world.trust, about_leader=True)
    take(board_chair, incident)
    action = decided(board_chair, incident, world.trust, department_leader)
    address = f"/tiltak/{action.uuid}/"
    assert page(ceo).get(address).status_code == 404
    assert (
        page(quality_adviser).post(f"{address}ikke-videre/", {"reason": "Nei"}).status_code == 404
    )
    assert page(board_chair).get(address).status_code == 200
    with as_person(board_chair):
        found = actions.action(action.uuid)
        assert rules.may_work_on(standing_of(board_chair, clock.day(now)), found)


def test_who_becomes_inhabil_loses_the_case_actions_which_go_to_the_next_leader(
    sees,
    report,
    take,
    decided,
    as_person,
    now,
    world,
    nurse,
    ward_leader,
    deputy,
    department_leader,
):
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    action = decided(ward_leader, incident, world.ward, ward_leader)
    with as_person(ward_leader):
        commands.recuse_from_incident(
            incident=queries.incident(incident.uuid), reason="Er i slekt", by=ward_leader, now=now
        )
    assert not sees(ward_leader, action)
    assert not sees(deputy, action)
    with as_person(department_leader):
        assert actions.action(action.uuid).owner == department_leader
        assert ward_leader not in actions.owners_for(actions.action(action.uuid), clock.day(now))


def test_what_is_kept_from_one_is_in_no_number_of_that_ones(
    report, take, decided, as_person, now, world, nurse, ward_leader, department_leader
):
    """Else the number would tell of what no list shows; to those who see it, it counts."""
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    decided(ward_leader, incident, world.ward, ward_leader)
    spans = {"raised": Span("raised"), "planned": Span("planned")}

    def counted(person):
        with as_person(person):
            return ask(action_tally.figures(world.ward.path, spans))

    assert counted(ward_leader) == {"raised": 1, "planned": 1}
    with as_person(ward_leader):
        commands.recuse_from_incident(
            incident=queries.incident(incident.uuid), reason="Er i slekt", by=ward_leader, now=now
        )
    assert counted(ward_leader) == {"raised": 0, "planned": 0}
    assert counted(department_leader) == {"raised": 1, "planned": 1}
    with scope.acting(scope.SYSTEM):
        action_tally.compact_tally()
    assert counted(ward_leader) == {"raised": 0, "planned": 0}


def test_new_action_of_a_case_is_kept_from_the_recused(
    sees, report, take, decided, world, nurse, ward_leader, department_leader, clinic_director
):
    incident = report(nurse, world.ward, about_leader=True)
    take(department_leader, incident)
    action = decided(department_leader, incident, world.ward, department_leader)
    assert not sees(ward_leader, action)
    assert sees(clinic_director, action)


def test_actions_go_past_the_line_with_the_case(
    sees, report, take, decided, as_person, now, world, nurse, ceo, board_chair, quality_adviser
):
    incident = report(nurse, world.trust)
    take(ceo, incident)
    action = decided(ceo, incident, world.trust, ceo)
    with as_person(ceo):
        commands.recuse_from_incident(
            incident=queries.incident(incident.uuid), reason="Gjelder meg", by=ceo, now=now
        )
    assert not sees(ceo, action)
    assert not sees(quality_adviser, action)
    assert sees(board_chair, action)


def test_case_and_action_past_the_line_are_in_no_number_of_the_line(past_line, world):
    spans = {"n": Span("received")}
    raised = {"n": Span("raised")}
    assert ask(tally.figures(world.trust.path, spans)) == {"n": 0}
    assert ask(action_tally.figures(world.trust.path, raised)) == {"n": 0}


def test_case_that_goes_past_the_line_leaves_the_numbers(
    report, take, decided, as_person, now, world, nurse, ceo
):
    incident = report(nurse, world.trust)
    take(ceo, incident)
    decided(ceo, incident, world.trust, ceo)
    received, raised = {"n": Span("received")}, {"n": Span("raised")}
    assert ask(tally.figures(world.trust.path, received)) == {"n": 1}
    assert ask(action_tally.figures(world.trust.path, raised)) == {"n": 1}
    with as_person(ceo):
        commands.recuse_from_incident(
            incident=queries.incident(incident.uuid), reason="Gjelder meg", by=ceo, now=now
        )
    assert ask(tally.figures(world.trust.path, received)) == {"n": 0}
    assert ask(action_tally.figures(world.trust.path, raised)) == {"n": 0}


def test_grant_to_the_leaders_post_is_not_the_quality_advisers(
    report, as_person, now, world, quality_adviser, ceo, board_chair, nurse
):
    incident = report(nurse, world.trust, about_leader=False)
    with scope.acting(scope.SYSTEM):
        move_case(incident, past=True)
        grant_to_post(
            kind="incident",
            record_id=incident.pk,
            part="case",
            unit=world.trust,
            by=board_chair,
            now=now,
            reason="Sendt videre",
        )
    with as_person(ceo):
        assert queries.incident(incident.uuid) == incident
    with as_person(quality_adviser):
        assert queries.incident(incident.uuid) is None


def test_reporter_past_the_top_leader_is_told_of_the_chair(page, report, quality_adviser, world):
    incident = report(quality_adviser, world.trust, about_leader=True)
    told = page(quality_adviser).get(f"/mine-meldinger/{incident.uuid}/").content.decode()
    assert "sendt forbi lederen til styrelederen" in told


def test_who_says_to_be_inhabil_is_told_who_reads_why(
    page, report, take, nurse, ward_leader, world
):
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    asked = page(ward_leader).get(f"/avvik/{incident.uuid}/inhabil/").content.decode()
    assert "Alle som ser saken, kan lese det du skriver her" in asked
