"""Who has an action: given to another owner, and done by the leader's deputy."""

import re
from datetime import timedelta

import pytest

from styrk.actions import commands
from styrk.actions.commands import carry_out, hand_over_action
from styrk.actions.models import Action, ActionStep
from styrk.actions.queries import possible_owners
from styrk.core import clock, guard, scope, states
from styrk.duties.jobs import remind
from styrk.duties.models import Duty
from styrk.duties.queries import waiting_for
from styrk.messages.models import Message
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Deputyship, Person
from styrk.trail.models import Entry
from tests.actions.test_views import ROLES, WORKERS, after, shown
from tests.clients import fetched
from tests.world import SINCE, standing

pytestmark = pytest.mark.django_db

FNR = "13116900216"
WHY = "Hun har fått andre oppgaver"


@pytest.fixture
def hand_over(as_person, now):
    """`hand_over(action, to, by)`, as that person sees it."""

    def hand_over(action, to, by, reason=WHY, at=now):
        with as_person(by):
            found = Action.objects.select_related("unit", "owner").get(pk=action.pk)
            hand_over_action(action=found, to=to, reason=reason, by=by, now=at)

    return hand_over


@pytest.fixture
def owned_by(world, plan, now, ward_leader, as_person):
    """`owned_by(nurse)`: an action at the ward that its leader decided, for another to own."""

    def decide(owner):
        with as_person(ward_leader):
            return commands.raise_action(
                plan=plan(world.ward, owner), origin="unit", by=ward_leader, now=now
            )

    return decide


@pytest.fixture
def waits_for(as_person, now):
    """`waits_for(nurse)`: the kinds of what waits on Min side."""

    def waits_for(person):
        with as_person(person):
            pile = waiting_for(standing(person, now), clock.day(now))
            return [one.duty.kind for one in pile.waiting]

    return waits_for


def told(person):
    with scope.acting(scope.SYSTEM):
        found = Message.objects.filter(recipient=person).order_by("pk")
        return [(message.subject, message.text) for message in found]


def steps(action):
    with scope.acting(scope.SYSTEM):
        found = ActionStep.objects.filter(action_id=action.pk).order_by("pk")
        return list(found.values_list("act", "by__name", "note"))


TITLE = "Sklisikkert belegg på badet"


def test_new_owner_gets_duty_and_word_and_the_old_one_is_told(
    owned_by, hand_over, waits_for, nurse, colleague, ward_leader
):
    action = owned_by(nurse)
    hand_over(action, colleague, ward_leader)

    assert waits_for(nurse) == []
    assert waits_for(colleague) == ["action.carry_out"]
    assert told(colleague) == [
        (f"Du eier et nytt tiltak: {TITLE}", "Lars Lunde har gitt tiltaket videre til deg.")
    ]
    assert told(nurse)[-1] == (
        f"Du eier ikke lenger tiltaket: {TITLE}",
        "Lars Lunde har gitt det videre til Kari Karlsen.",
    )
    assert steps(action)[-1] == ("hand_over", "Lars Lunde", WHY)
    with scope.acting(scope.SYSTEM):
        entry = Entry.objects.get(act="action.hand_over", subject_id=action.pk)
    assert (entry.person_name, entry.text) == (
        "Lars Lunde",
        "Ga tiltaket fra Nora Nilsen til Kari Karlsen",
    )


def test_who_hands_over_is_told_nothing_of_it(owned_by, hand_over, nurse, ward_leader):
    action = owned_by(ward_leader)
    hand_over(action, nurse, ward_leader)
    hand_over(action, ward_leader, ward_leader)

    assert told(ward_leader) == []


def test_what_is_carried_out_is_judged_by_the_new_owner(
    done, hand_over, waits_for, nurse, ward_leader
):
    hand_over(done, nurse, ward_leader)

    assert waits_for(ward_leader) == []
    assert waits_for(nurse) == ["action.judge"]


def test_owner_from_elsewhere_gives_it_away_and_still_reads_it(
    owned_by, hand_over, other_leader, nurse, again, now
):
    action = owned_by(other_leader)
    hand_over(action, nurse, other_leader, at=clock.now())

    assert again(other_leader, action).owner == nurse


@pytest.mark.parametrize(("days", "sees"), [(29, True), (31, False)])
def test_who_had_it_looks_back_for_a_month(
    owned_by, hand_over, other_leader, nurse, ward_leader, as_person, days, sees
):
    action = owned_by(other_leader)
    hand_over(action, nurse, ward_leader, at=clock.now() - timedelta(days=days))

    with as_person(other_leader):
        assert Action.objects.filter(pk=action.pk).exists() is sees
        assert ActionStep.objects.filter(action_id=action.pk).exists() is sees


@pytest.mark.parametrize(
    ("reason", "to", "refusal"),
    [
        (" ", "colleague", commands.ReasonMissing),
        (f"{FNR} passer ikke", "colleague", guard.IdentityFound),
        (WHY, "nurse", commands.SameOwner),
    ],
)
def test_what_cannot_be_handed_over_stays(
    owned_by, hand_over, world, nurse, ward_leader, waits_for, reason, to, refusal
):
    action = owned_by(nurse)
    with pytest.raises(refusal):
        hand_over(action, world.people[to], ward_leader, reason=reason)

    assert [act for act, *_ in steps(action)] == ["raise"]
    assert waits_for(nurse) == ["action.carry_out"]


def test_what_did_not_go_on_has_no_new_owner(
    planned, hand_over, nurse, ward_leader, as_person, now
):
    with as_person(ward_leader):
        commands.drop_action(action=planned, reason="Revet", by=ward_leader, now=now)
    with pytest.raises(states.NotNow):
        hand_over(planned, nurse, ward_leader)


# The page


@pytest.mark.parametrize("role", sorted(WORKERS | {"nurse"}))
def test_owner_and_those_who_decide_there_hand_over(role, page, world, owned_by, nurse, colleague):
    action = owned_by(nurse)
    client = page(world.people[role])
    address = f"/tiltak/{action.uuid}/"
    assert "Gi tiltaket til en annen" in shown(client, address)
    fields = {"owner": colleague.uuid, "reason": WHY}
    text = after(client, client.post(f"{address}ny-eier/", fetched(client, address, **fields)))

    assert "Tiltaket har en ny eier, som har fått vite det." in text
    assert f"ga tiltaket fra Nora Nilsen til Kari Karlsen: {WHY}" in text
    assert steps(action)[-1] == ("hand_over", world.people[role].name, WHY)


@pytest.mark.parametrize("role", sorted(set(ROLES) - WORKERS))
def test_others_hand_nothing_over(role, page, world, owned_by, other_nurse, nurse, colleague):
    action = owned_by(colleague)
    client = page(world.people[role])
    fields = {"owner": nurse.uuid, "reason": WHY}

    assert client.post(f"/tiltak/{action.uuid}/ny-eier/", fields).status_code == 404
    assert [act for act, *_ in steps(action)] == ["raise"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Hvem skal eie tiltaket: Velg det som passer."),
        ({"owner": "nurse"}, "Hvem skal eie tiltaket"),
        ({"owner": "outsider"}, "Hvem skal eie tiltaket"),
        ({"owner": "colleague", "reason": ""}, "Hvorfor får det en ny eier: Fyll ut dette."),
        ({"owner": "colleague", "reason": f"{FNR} ringte"}, "et fødselsnummer"),
    ],
)
def test_handing_over_that_lacks_something_is_kept(
    page, world, owned_by, nurse, ward_leader, fields, says
):
    action = owned_by(nurse)
    told = {"reason": WHY} | fields
    if "owner" in told:
        told["owner"] = world.people[told["owner"]].uuid
    answer = page(ward_leader).post(f"/tiltak/{action.uuid}/ny-eier/", told)
    text = answer.content.decode()

    assert answer.status_code == 422
    assert says in text
    assert told["reason"] in text
    if fields.get("owner") == "colleague":
        assert f'value="{told["owner"]}" selected' in text
    assert re.search(r"<u-details[^>]* open|<details[^>]* open", text)
    assert [act for act, *_ in steps(action)] == ["raise"]


def test_owner_is_not_among_those_to_choose(page, owned_by, nurse, ward_leader):
    text = shown(page(ward_leader), f"/tiltak/{owned_by(nurse).uuid}/")
    choices = text.split('id="eier_owner"')[1].split("</select>")[0]

    assert "Kari Karlsen" in choices
    assert "Nora Nilsen" not in choices


# The leader's deputy


def test_owner_is_asked_for_within_the_trust(world, now, ceo, ward_leader, administrator):
    """The region's leader stands above every ward, and owns none of their actions."""
    Appointment.objects.create(
        person=administrator, unit=world.region, role="leader", valid_from=SINCE
    )

    asked = possible_owners(world.ward, clock.day(now))
    assert {ceo, ward_leader} <= set(asked)
    assert administrator not in asked
    assert administrator in possible_owners(world.region, clock.day(now))


@pytest.mark.parametrize("who", ["quality_adviser", "department_leader"])
def test_others_in_the_line_own_it_before_they_judge_it(
    page, world, done, ward_leader, now, stopped_clock, who
):
    """The owner judges the effect; the page says so to those who may take the action over."""
    address, said = f"/tiltak/{done.uuid}/", {"effect": "worked", "reason": "Ingen fall"}
    stopped_clock.at = now + timedelta(days=365)
    client = page(world.people[who])

    text = shown(client, address)
    assert "Lars Lunde eier tiltaket og vurderer om det virket." in text
    assert "Lagre vurderingen" not in text
    assert client.post(f"{address}effekt/", said).status_code == 404
    assert steps(done)[-1][0] == "carry_out"

    if who == "department_leader":
        taken = {"owner": str(world.people[who].uuid), "reason": "Jeg følger det opp selv"}
        after(client, client.post(f"{address}ny-eier/", fetched(client, address, **taken)))
        after(client, client.post(f"{address}effekt/", said))
        assert steps(done)[-1][0] == "judge"


def test_what_the_owner_has_left_is_judged_by_the_leader_it_falls_to(
    page, world, planned, nurse, ward_leader, now, as_person, stopped_clock
):
    with as_person(ward_leader):
        hand_over_action(action=planned, to=nurse, reason="Hennes", by=ward_leader, now=now)
        carry_out(action=planned, note="", by=ward_leader, now=now)
    stopped_clock.at = now + timedelta(days=365)
    client, address = page(ward_leader), f"/tiltak/{planned.uuid}/"
    assert "Lagre vurderingen" not in shown(client, address)

    Person.objects.filter(pk=nurse.pk).update(left_on=clock.day(now))

    assert "Lagre vurderingen" in shown(client, address)


def test_deputy_sees_what_the_leader_owns_and_does_it(
    page, planned, waits_for, deputy, ward_leader, now, stopped_clock
):
    assert waits_for(deputy) == waits_for(ward_leader) == ["action.carry_out"]
    client = page(deputy)
    address = f"/tiltak/{planned.uuid}/"
    assert TITLE in shown(client, "/min-side/")
    after(client, client.post(f"{address}iverksatt/", {"note": "Lagt i dag"}))
    assert steps(planned)[-1] == ("carry_out", "Dina Dahl", "Lagt i dag")

    assert waits_for(deputy) == waits_for(ward_leader) == ["action.judge"]
    stopped_clock.at = now + timedelta(days=365)
    client = page(deputy)
    after(client, client.post(f"{address}effekt/", {"effect": "worked", "reason": "Ingen fall"}))
    assert steps(planned)[-1] == ("judge", "Dina Dahl", "Ingen fall")
    assert waits_for(deputy) == waits_for(ward_leader) == []
    with scope.acting(scope.SYSTEM):
        said = Entry.objects.filter(subject="action", person_id=deputy.pk).order_by("pk")
        assert [entry.act for entry in said] == ["action.carry_out", "action.judge"]


def test_deputy_of_a_leader_above_sees_what_that_leader_owns_below(
    owned_by, waits_for, clinic_director, other_nurse, world, ward_leader, page
):
    _act_for(world.clinic, other_nurse)
    action = owned_by(clinic_director)

    assert waits_for(other_nurse) == waits_for(clinic_director) == ["action.carry_out"]
    assert waits_for(ward_leader) == []
    client = page(other_nurse)
    after(client, client.post(f"/tiltak/{action.uuid}/iverksatt/", {"note": "Gjort"}))
    assert steps(action)[-1] == ("carry_out", other_nurse.name, "Gjort")


def test_deputyship_that_has_ended_shows_nothing(planned, waits_for, deputy, world, now):
    changing()
    Deputyship.objects.filter(person=deputy).update(valid_to=clock.after(now, days=-1))

    assert waits_for(deputy) == []


def test_leader_of_another_line_keeps_it_alone(owned_by, waits_for, other_leader, nurse, world):
    """Her deputies do not see the ward's actions, so there is nothing for them to do."""
    _act_for(world.other_ward, nurse)
    owned_by(other_leader)

    assert waits_for(other_leader) == ["action.carry_out"]
    assert waits_for(nurse) == []


def test_what_one_of_the_staff_owns_is_not_the_deputys(owned_by, waits_for, nurse, deputy):
    owned_by(nurse)

    assert waits_for(nurse) == ["action.carry_out"]
    assert waits_for(deputy) == []


def test_new_leader_takes_over_what_the_old_one_owned(
    planned, waits_for, ward_leader, colleague, world, now
):
    changing()
    Appointment.objects.filter(person=ward_leader).update(valid_to=clock.after(now, days=-1))
    Appointment.objects.create(
        person=colleague, unit=world.ward, role="leader", valid_from=clock.day(now)
    )

    assert waits_for(colleague) == ["action.carry_out"]
    assert waits_for(ward_leader) == []


def test_deputy_is_reminded_too(planned, ward_leader, deputy, now):
    Duty.objects.update(due=clock.day(now))
    remind(now)

    assert [subject for subject, _ in told(deputy)] == ["1 oppgave venter på deg"]
    assert [subject for subject, _ in told(ward_leader)] == ["1 oppgave venter på deg"]


def _act_for(unit, person):
    changing()
    Deputyship.objects.create(person=person, unit=unit, valid_from=SINCE)
