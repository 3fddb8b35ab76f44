"""The acts on a goal: state, step, trail, duty and message after each, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from styrk.actions.models import Action, Objection
from styrk.core import scope
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.goals import commands
from styrk.goals.models import Goal, GoalAction, GoalStep
from styrk.messages.models import Message
from styrk.trail.models import Entry

FNR = "13116900216"


def acts(goal):
    return list(GoalStep.objects.filter(goal=goal).order_by("pk").values_list("act", flat=True))


def trail(goal):
    with scope.acting(scope.SYSTEM):
        found = Entry.objects.filter(subject="goal", subject_id=goal.pk).order_by("pk")
        return list(found.values_list("act", "text"))


def test_a_goal_is_proposed_and_agreed(world, proposed, ward_leader, now):
    assert (proposed.state, proposed.trust) == ("proposed", world.trust)

    commands.agree_goal(goal=proposed, by=ward_leader, now=now)

    proposed.refresh_from_db()
    assert proposed.state == "agreed"
    assert acts(proposed) == ["set", "agree"]
    assert trail(proposed) == [
        ("goal.set", "Foreslo målet «Færre fall om natten»"),
        ("goal.agree", "Avtalte målet «Færre fall om natten»"),
    ]
    with pytest.raises(NotNow):
        commands.agree_goal(goal=proposed, by=ward_leader, now=now)


def test_a_goal_says_what_is_to_be_reached(set_goal, ward_leader):
    for lacking in (
        {"target": None},
        {"target_on": None},
        {"measured_in": " "},
        {"target": None, "target_words": " "},
    ):
        with pytest.raises(commands.TargetMissing):
            set_goal(ward_leader, **lacking)
    in_words = set_goal(ward_leader, target=None, target_words="Alle får komme på toalettet")

    assert in_words.target is None
    assert Goal.objects.count() == 1


def test_what_does_not_fit_is_refused(set_goal, ward_leader):
    with pytest.raises(commands.YearsBackwards):
        set_goal(ward_leader, first_year=2027)
    with pytest.raises(commands.ReasonMissing):
        set_goal(ward_leader, title=" ")
    with pytest.raises(IdentityFound):
        set_goal(ward_leader, why=f"Pasienten {FNR} falt")


def test_a_goal_comes_from_what_the_unit_has_accepted(
    world, set_goal, ward_leader, accepted, clinic_director
):
    here, waiting = accepted("3.1"), accepted("3.2", state="placed")
    elsewhere = accepted("3.3", unit=world.second_ward)
    over = set_goal(clinic_director, unit=world.clinic, agreed=True)

    assert set_goal(ward_leader, placement=here).placement == here
    assert set_goal(ward_leader, above=over).above == over
    for wrong in (
        {"placement": waiting},
        {"placement": elsewhere},
        {"above": over, "placement": here},
    ):
        with pytest.raises(commands.NotHere):
            set_goal(ward_leader, **wrong)
    with pytest.raises(commands.NotHere):
        set_goal(clinic_director, unit=world.clinic, above=set_goal(ward_leader))


def test_change_hands_over_what_is_to_be_answered(
    agreed, aim, nurse, ward_leader, colleague, now, as_person
):
    commands.object_to(goal=agreed, text="Ingen har tid", by=nurse, now=now)

    changed = aim(colleague, title="Ingen fall", target=Decimal(0))
    commands.change_goal(goal=agreed, aim=changed, by=ward_leader, now=now)

    agreed.refresh_from_db()
    assert (agreed.title, agreed.target, agreed.state) == ("Ingen fall", 0, "agreed")
    assert Objection.objects.get().asked == colleague
    assert Duty.objects.get().person == colleague
    with as_person(colleague):
        assert Message.objects.get().subject == "Du eier et mål: Ingen fall"


def test_where_it_stands_is_said_in_words(agreed, proposed, ward_leader, now):
    commands.follow_goal(goal=agreed, current="Fire fall i oktober", by=ward_leader, now=now)

    agreed.refresh_from_db()
    assert (agreed.current, agreed.followed_on) == ("Fire fall i oktober", date(2026, 11, 16))
    with pytest.raises(NotNow):
        commands.follow_goal(goal=proposed, current="Fire", by=ward_leader, now=now)


def test_an_action_goes_into_the_one_register(agreed, plan_of, ward_leader, nurse, now, as_person):
    with as_person(ward_leader):
        action = commands.act_on_goal(goal=agreed, plan=plan_of(nurse), by=ward_leader, now=now)

        assert Action.objects.get(pk=action.pk).origin == "goal"
    assert GoalAction.objects.get().goal == agreed
    assert acts(agreed)[-1] == "add_action"


@pytest.mark.parametrize(
    ("command", "state"), [(commands.reach_goal, "reached"), (commands.drop_goal, "dropped")]
)
def test_a_goal_ends_with_a_reason(agreed, ward_leader, now, command, state):
    with pytest.raises(commands.ReasonMissing):
        command(goal=agreed, reason=" ", by=ward_leader, now=now)

    command(goal=agreed, reason="Ingen fall på tre måneder", by=ward_leader, now=now)

    agreed.refresh_from_db()
    assert (agreed.state, agreed.reason) == (state, "Ingen fall på tre måneder")
    with pytest.raises(NotNow):
        commands.object_to(goal=agreed, text="Nei", by=ward_leader, now=now)


def test_an_objection_is_a_duty_until_it_is_answered(agreed, nurse, ward_leader, now, as_person):
    with as_person(nurse):
        objection = commands.object_to(goal=agreed, text="Vi er for få", by=nurse, now=now)
    duty = Duty.objects.get()
    assert (duty.kind, duty.role, duty.unit, duty.due) == (
        "goal.answer",
        "leader",
        agreed.unit,
        date(2026, 11, 30),
    )

    with as_person(ward_leader):
        assert Message.objects.get().subject == "Noe virker ikke: Færre fall om natten"
        commands.answer_objection(
            goal=agreed,
            objection=objection,
            answer="Vi får en til på natt",
            by=ward_leader,
            now=now,
        )

    objection.refresh_from_db()
    assert (objection.answer, objection.answered_by) == ("Vi får en til på natt", ward_leader)
    assert Duty.objects.get().settled_by == ward_leader
    assert acts(agreed)[-2:] == ["object", "answer"]
    with as_person(nurse):
        assert Message.objects.get().subject == "Du har fått svar: Færre fall om natten"
    with pytest.raises(commands.Answered):
        commands.answer_objection(
            goal=agreed, objection=objection, answer="Nei", by=ward_leader, now=now
        )


def test_an_objection_to_an_action_goes_to_its_owner(
    agreed, proposed, plan_of, nurse, colleague, ward_leader, now, as_person
):
    with as_person(ward_leader):
        action = commands.act_on_goal(goal=agreed, plan=plan_of(colleague), by=ward_leader, now=now)
        objection = commands.object_to(
            goal=agreed, action=action, text="Lyset blender", by=nurse, now=now
        )
        with pytest.raises(commands.NotTowardsIt):
            commands.object_to(goal=proposed, action=action, text="Nei", by=nurse, now=now)

    assert objection.asked == colleague
    assert Duty.objects.get(kind="goal.answer").person == colleague


def test_steps_are_written_once(agreed):
    for write in (
        lambda: GoalStep.objects.update(note="annet"),
        lambda: GoalStep.objects.all().delete(),
    ):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            write()


@pytest.mark.parametrize(
    "wrong", [{"state": "rart"}, {"target_on": None}, {"last_year": 2020}, {"state": "dropped"}]
)
def test_the_database_holds_what_belongs_together(agreed, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.filter(pk=agreed.pk).update(**wrong)
