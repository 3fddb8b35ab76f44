"""Samleavvik and temas on the golden thread, and as evidence for §§ 8 e and 9 a."""

from datetime import timedelta

import pytest

from styrk.core import clock
from styrk.core.asking import ask
from styrk.patterns import commands, evidence, queries
from styrk.patterns.types import WrittenCase
from styrk.regulation.types import Question, Status

pytestmark = pytest.mark.django_db
CASE = WrittenCase("Gulvet er vått.", "Ett brudd.", "Nytt gulv.")


@pytest.fixture
def raised(now, as_person, ward_leader, group):
    """The samleavvik, raised to the leader above."""
    with as_person(ward_leader):
        return commands.raise_group(
            group=queries.group(group.uuid),
            case=CASE,
            due=clock.after(now, days=21),
            by=ward_leader,
            now=now,
        )


@pytest.fixture
def said(now, as_person, department_leader, world):
    """`said(rule, days=30)`: what the rule says of the department so many days from now."""

    def said(rule, days=0):
        on = clock.after(now, days=days)
        unit = world.department
        question = Question(unit.pk, unit.code, unit.path, on, on)
        with as_person(department_leader):
            return rule(question, ask(evidence.read(question)))

    return said


def kinds(client, kind, record):
    def walk(rows):
        for row in rows:
            yield row["kind"]
            yield from walk(row["below"])

    answer = client.get(f"/trad/{kind}/{record.uuid}/", {"format": "json"})
    assert answer.status_code == 200
    return list(walk(answer.json()["thread"]))


def test_a_samleavvik_has_its_reports_what_was_raised_and_the_tema_it_became(
    page, ward_leader, group, raised, begun, world
):
    begun(ward_leader, world.ward, group=group)
    client = page(ward_leader)

    below = kinds(client, "incident_group", group)
    assert below[0] == "incident_group"
    assert {"raising", "theme", "incident"} <= set(below)
    assert kinds(client, "raising", raised)[:2] == ["incident_group", "raising"]


def test_a_tema_stands_above_its_reports_and_its_actions(
    page, ward_leader, theme, fall, belong, plan, world, now, as_person
):
    one = fall()
    belong(ward_leader, theme, one)
    with as_person(ward_leader):
        action = commands.add_measure(
            theme=queries.theme(theme.uuid),
            plan=plan(world.ward, ward_leader),
            by=ward_leader,
            now=now,
        )
    client = page(ward_leader)

    assert kinds(client, "theme", theme) == ["theme", "action", "incident"]
    assert kinds(client, "incident", one)[0] == "theme"
    assert kinds(client, "action", action)[0] == "theme"
    assert "Fall" in client.get(f"/tiltak/{action.uuid}/").content.decode()


def test_another_s_thread_is_not_seen(page, other_leader, theme, group, raised):
    client = page(other_leader)
    for kind, record in (("theme", theme), ("incident_group", group), ("raising", raised)):
        assert client.get(f"/trad/{kind}/{record.uuid}/").status_code == 404


def test_where_nothing_is_gathered_the_rules_say_nothing(said):
    for claim in evidence.CLAIMS:
        assert said(claim.gather).status == Status.UNKNOWN


def test_temas_are_to_be_reviewed_when_they_should(said, theme):
    assert said(evidence.themes_are_reviewed).status == Status.SHOWN
    assert said(evidence.themes_are_reviewed, days=120).status == Status.NOT_SHOWN


def test_what_is_raised_is_to_be_answered_in_time(said, raised, now, as_person, department_leader):
    rule = evidence.what_is_raised_is_answered
    assert said(rule).status == Status.UNKNOWN
    assert said(rule, days=22).status == Status.NOT_SHOWN

    with as_person(department_leader):
        commands.decline_raised(
            raised=queries.raised(raised.uuid),
            answer="Ikke i år.",
            by=department_leader,
            now=now + timedelta(days=1),
        )
    assert said(rule, days=22).status == Status.SHOWN
