"""What the database itself shows and takes, whatever a page forgets to ask."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.db.models import F

from styrk.access.models import Grant
from styrk.actions.commands import carry_out, judge_effect
from styrk.actions.models import Action, ActionStep, EffectReview
from styrk.core import clock, scope
from styrk.incidents import commands, queries, rules
from styrk.incidents.models import (
    Attachment,
    Incident,
    IncidentAction,
    IncidentAnalysis,
    IncidentStep,
    Recusal,
    Reporter,
    Statement,
)
from styrk.messages.models import Message
from styrk.trail.commands import record_reading
from styrk.trail.models import Entry, Reading
from tests.world import standing

pytestmark = pytest.mark.django_db

TABLES = (
    *(Incident, Reporter, Recusal, IncidentStep, IncidentAnalysis, Statement, Attachment),
    *(IncidentAction, Action, ActionStep, EffectReview, Entry, Reading),
)
WRITTEN_ONCE = (
    *(IncidentStep, IncidentAnalysis, Attachment, ActionStep, EffectReview, Entry, Reading),
)
# The incident's six acts and the action's three, each with its line in the trail.
CASE = {
    "Incident": 1,
    "Reporter": 1,
    "IncidentStep": 6,
    "IncidentAnalysis": 1,
    "Statement": 1,
    "Attachment": 1,
    "IncidentAction": 1,
    "Entry": 9,
    "Reading": 1,
}
ACTION = {"Action": 1, "ActionStep": 3, "EffectReview": 1, "Entry": 3}
SEES = {
    # What the reporter is told, and the ward's action as all who work there.
    "nurse": {"Incident": 1, "Reporter": 1, "IncidentStep": 3, "Attachment": 1} | ACTION,
    "colleague": ACTION,
    "ward_leader": ACTION | CASE,
    "deputy": ACTION | CASE,
    "department_leader": ACTION | CASE,
    "clinic_director": ACTION | CASE,
    "ceo": ACTION | CASE,
    # All but who reported, which the trail does not say either.
    "quality_adviser": ACTION | CASE | {"Reporter": 0, "Entry": 8},
    # The report and the question.
    "other_leader": {"Incident": 1, "IncidentStep": 3, "Attachment": 1, "Statement": 1},
    "other_clinic_director": {},
    "second_ward_leader": {},
    "board_chair": ACTION,
    "administrator": {},
    "outsider": {},
    "outsider_leader": {},
    "outsider_ceo": {},
    "home_leader": {},
}


@pytest.fixture
def whole(big_case, now, ward_leader, as_person):
    """The big case with what was found and decided, an action looked at too early, and a reader."""
    with as_person(ward_leader):
        found = queries.incident(big_case.uuid)
        commands.record_analysis(
            incident=found, found="Gulvet", causes=[], persons="", by=ward_leader, now=now
        )
        commands.decide_improvement(incident=found, decision="Nytt gulv", by=ward_leader, now=now)
        action = Action.objects.get(unit=found.unit)
        carry_out(action=action, note="Lagt", by=ward_leader, now=now)
        judge_effect(
            action=action,
            effect="too_early",
            reason="For kort tid",
            next_review_on=clock.after(now, days=200),
            by=ward_leader,
            now=now,
        )
        record_reading(
            by=ward_leader, now=now, subject="incident", subject_id=found.pk, reference="2026-1"
        )
    return found


@pytest.fixture
def seen(world):
    """How many rows of each table the database shows now, but for the neighbour's own."""
    theirs = {
        Incident: world.their_incident.pk,
        Reporter: world.their_incident.pk,
        Action: world.their_action.pk,
    }

    def count():
        rows = {
            model.__name__: model.objects.exclude(pk=theirs[model]).count()
            if model in theirs
            else model.objects.count()
            for model in TABLES
        }
        return {name: number for name, number in rows.items() if number}

    return count


def given(sees):
    """What is expected, without the nothings."""
    return {name: number for name, number in sees.items() if number}


@pytest.mark.parametrize("who", SEES)
def test_each_sees_what_the_role_gives_and_no_row_more(who, world, whole, seen, as_person):
    own_line = {"Entry": 4} if who == "nurse" else {}
    with as_person(world.people[who]):
        assert seen() == given(SEES[who] | own_line)


def test_nobody_sees_nothing(whole, seen):
    assert seen() == {}
    assert not Message.objects.exists()
    assert not Grant.objects.exists()


def test_system_sees_all(whole, seen):
    with scope.acting(scope.SYSTEM):
        assert seen() == given(ACTION | CASE)


def test_messages_are_their_recipients(whole, nurse, ward_leader, ceo, as_person):
    for person, number in ((nurse, 3), (ward_leader, 1), (ceo, 0)):
        with as_person(person):
            assert Message.objects.count() == number


def test_leader_it_is_about_sees_nothing_of_it(
    world, nurse, ward_leader, deputy, department_leader, report, take, seen, photo, as_person
):
    about = report(nurse, world.ward, about_leader=True, photos=[photo])
    take(department_leader, about)
    for person in (ward_leader, deputy):
        with as_person(person):
            assert seen() == {}
            assert not Message.objects.exists()
    with as_person(department_leader):
        assert seen()["IncidentStep"] == 2


def test_recused_leader_sees_what_reporters_see_of_own_report_and_no_more(
    world, ward_leader, report, seen, now, as_person
):
    own = report(ward_leader, world.ward)
    with as_person(ward_leader):
        commands.recuse_from_incident(incident=own, reason="Inhabil", by=ward_leader, now=now)
        # The acts that were the person's own stand in the own log.
        assert seen() == {"Incident": 1, "Reporter": 1, "IncidentStep": 2, "Entry": 3}


def test_chair_sees_the_report_about_the_top_leader_and_not_who_reported(
    world, quality_adviser, ceo, board_chair, report, take, seen, as_person
):
    about = report(quality_adviser, world.trust, about_leader=True)
    with as_person(board_chair):
        assert seen() == {"Incident": 1, "IncidentStep": 1}
    take(board_chair, about)
    with as_person(board_chair):
        assert seen() == {"Incident": 1, "IncidentStep": 2, "Entry": 1}
    with as_person(ceo):
        assert seen() == {}


# Grants


@pytest.fixture
def opened(world, now):
    """`opened(incident, person, days=1)`: access until that many days from the clock on the wall."""

    def open_for(incident, person, *, days, part="case"):
        wall = clock.now()
        with scope.acting(scope.SYSTEM):
            Grant.objects.bulk_create(
                [
                    Grant(
                        kind="incident",
                        record_id=incident.pk,
                        part=part,
                        person=person,
                        granted_at=wall - timedelta(days=30),
                        until=wall + timedelta(days=days),
                    )
                ],
                ignore_conflicts=True,
            )

    return open_for


def test_grant_opens_the_case_until_its_end(world, whole, other_nurse, opened, seen, as_person):
    with as_person(other_nurse):
        assert seen() == {}
    opened(whole, other_nurse, days=-1)
    with as_person(other_nurse):
        assert seen() == {}
        assert queries.incident(whole.uuid) is None
    opened(whole, other_nurse, days=1)
    with as_person(other_nurse):
        case = {name: CASE[name] for name in CASE if name != "Reporter"}
        assert seen() == case | {"Entry": 5}


def test_ended_grant_leaves_the_reporter_with_the_report(
    whole, nurse, opened, now, seen, as_person
):
    opened(whole, nurse, days=-1)
    with as_person(nurse):
        found = queries.incident(whole.uuid)
        assert not rules.may_handle(standing(nurse, now), found)
        assert not rules.sees_case(standing(nurse, now), found)


def test_grant_of_another_record_opens_nothing(world, whole, other_nurse, opened, seen, as_person):
    opened(world.their_incident, other_nurse, days=1)
    with as_person(other_nurse):
        assert seen() == {}
        assert queries.incident(world.their_incident.uuid) is not None


# What is written once stays as it was written


@pytest.mark.parametrize("model", WRITTEN_ONCE, ids=lambda model: model.__name__)
def test_what_is_written_once_is_not_changed(model, whole, ward_leader, as_person):
    with as_person(ward_leader):
        assert model.objects.exists()
        for change in (lambda: _touch(model), lambda: _delete(model)):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


@pytest.mark.parametrize("model", [Incident, Reporter, Statement, IncidentAction, Action])
def test_nothing_is_deleted(model, whole, ward_leader, as_person):
    with as_person(ward_leader):
        for sight in (scope.current(), scope.SYSTEM):
            with pytest.raises(DatabaseError), scope.acting(sight):
                _delete(model)


@pytest.mark.parametrize("who", ["nurse", "other_leader", "outsider_leader", "administrator"])
def test_who_does_not_handle_changes_nothing(who, world, whole, as_person):
    with as_person(world.people[who]):
        assert Incident.objects.filter(pk=whole.pk).update(kind="good") == 0
        assert Reporter.objects.filter(person=world.people["other_nurse"]).count() == 0
    with scope.acting(scope.SYSTEM):
        assert Incident.objects.get(pk=whole.pk).kind != "good"


@pytest.mark.parametrize(
    "said",
    ["title", "description", "immediate", "place", "happened_at", "reported_at", "submission"],
)
def test_what_was_reported_is_never_rewritten(said, whole, ward_leader, as_person):
    """Whoever handles the case changes what it is, and not what was said."""
    with as_person(ward_leader):
        for sight in (scope.current(), scope.SYSTEM):
            with pytest.raises(DatabaseError, match="permission denied"), scope.acting(sight):
                Incident.objects.filter(pk=whole.pk).update(**{said: F(said)})


def _touch(model):
    field = "at" if hasattr(model, "at") else "name"
    model.objects.update(**{field: model.objects.values_list(field, flat=True)[0]})


def _delete(model):
    """Without asking first what hangs on it."""
    model.objects.all()._raw_delete("default")
