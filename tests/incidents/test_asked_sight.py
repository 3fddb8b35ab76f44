"""How long a unit that is asked sees the case: until it has answered, and a month to look back."""

from datetime import timedelta

import pytest

from styrk.core import clock, scope
from styrk.duties.jobs import remind
from styrk.duties.models import Duty
from styrk.incidents import commands, queries
from styrk.incidents.models import Incident, IncidentStep, Statement
from styrk.messages.models import Message
from tests.counting import asked as asked_of
from tests.counting import shortened

pytestmark = pytest.mark.django_db


@pytest.fixture
def ago():
    """`ago(31)`: so many days before the clock on the wall, which is the one policies read."""
    wall = clock.now()
    return lambda days: wall - timedelta(days=days)


@pytest.fixture
def examined(report, world, nurse, ward_leader, as_person, ago):
    """A case of the ward's, taken two months ago."""
    incident = report(nurse, world.ward, at=ago(61))
    with as_person(ward_leader):
        found = queries.incident(incident.uuid)
        commands.take_incident(incident=found, by=ward_leader, now=ago(60))
    return found


@pytest.fixture
def question(world, ward_leader, as_person, ago, examined):
    """`question()` of the ward's leader to another ward, fifty days ago."""

    def ask(unit=None, days=50):
        with as_person(ward_leader):
            return commands.ask_statement(
                incident=queries.incident(examined.uuid),
                unit=unit or world.other_ward,
                question="Hva så dere?",
                due=clock.day(ago(40)),
                by=ward_leader,
                now=ago(days),
            )

    return ask


@pytest.fixture
def answer(as_person, ago, other_leader):
    def answer(statement, days, by=other_leader):
        with as_person(by):
            found = queries.statement(statement.uuid)
            commands.answer_statement(statement=found, answer="Vått gulv", by=by, now=ago(days))

    return answer


@pytest.fixture
def conclude(as_person, ago, ward_leader, examined):
    def conclude(days):
        with as_person(ward_leader):
            found = queries.incident(examined.uuid)
            commands.conclude_incident(
                incident=found,
                learned="Vi tørker",
                unanswered="Vi vet det nå.",
                by=ward_leader,
                now=ago(days),
            )

    return conclude


@pytest.fixture
def sees(as_person, other_leader, examined):
    """Whether the leader that is asked sees the report, the question and its own answer."""

    def sees(person=other_leader):
        with as_person(person):
            found = {
                Incident.objects.filter(pk=examined.pk).exists(),
                Statement.objects.exists(),
                IncidentStep.objects.filter(incident=examined, for_reporter=True).exists(),
            }
        assert len(found) == 1, "sees a part of it"
        return found.pop()

    return sees


def test_asked_unit_sees_it_however_long_it_takes(question, sees):
    question()

    assert sees()


@pytest.mark.parametrize(("days", "expected"), [(29, True), (31, False)])
def test_answered_it_is_seen_for_a_month(question, answer, sees, days, expected):
    answer(question(), days)

    assert sees() is expected


@pytest.mark.parametrize(("days", "expected"), [(29, True), (31, False)])
def test_concluded_without_an_answer_it_is_seen_for_a_month(
    question, conclude, sees, days, expected
):
    question()
    conclude(days)

    assert sees() is expected


def test_conclusion_gives_no_more_time_after_the_answer(question, answer, conclude, sees):
    answer(question(), 31)
    conclude(5)

    assert not sees()


def test_with_another_question_left_it_is_still_seen(question, answer, sees):
    first, second = question(), question()
    answer(first, 45)
    assert sees()

    answer(second, 31)
    assert not sees()


def test_asked_again_it_is_seen_again(question, answer, sees):
    answer(question(), 40)
    assert not sees()
    question(days=5)

    assert sees()


def test_answer_of_one_unit_takes_nothing_from_another(
    question, answer, sees, world, second_ward_leader
):
    question(unit=world.second_ward)
    answer(question(), 31)

    assert not sees()
    assert sees(second_ward_leader)


def test_end_of_the_question_leaves_the_case_with_its_leader(
    question, answer, conclude, sees, ward_leader, nurse, as_person, examined
):
    answer(question(), 45)
    conclude(31)

    assert sees(ward_leader)
    with as_person(nurse):
        assert queries.own_report(nurse.pk, examined.uuid)


def test_nobody_is_reminded_of_a_question_in_a_concluded_case(question, conclude, other_leader):
    statement = question()
    conclude(31)
    remind(clock.now())

    assert Duty.objects.get(subject_uuid=statement.uuid).settled_at is not None
    with scope.acting(scope.SYSTEM):
        said = Message.objects.filter(recipient=other_leader, key__startswith="duties:")
        assert not said.exists()


def test_concluded_by_itself_ends_it_too(question, examined, ago, sees):
    question()
    with scope.acting(scope.SYSTEM):
        found = Incident.objects.get(pk=examined.pk)
        commands.conclude_incident(
            incident=found, learned="Kjent", unanswered="Effekten er kjent.", by=None, now=ago(31)
        )

    assert not sees()


# The page


def test_page_says_how_long_it_can_be_read(page, ask, case, ward_leader, other_leader, world):
    statement = ask(ward_leader, case, world.other_ward)
    client = page(other_leader)
    address = f"/uttalelse/{statement.uuid}/"
    assert "kan lese dette til" not in client.get(address).content.decode()
    client.post(address, {"answer": "Vått gulv"})
    text = client.get(address).content.decode()

    assert '<time datetime="2026-12-16">' in text.split("Enheten kan lese dette til")[1]


def test_page_is_gone_when_the_time_is_out(page, question, answer, other_leader, stopped_clock):
    stopped_clock.at = clock.now()
    statement = question()
    answer(statement, 31)

    assert page(other_leader).get(f"/uttalelse/{statement.uuid}/").status_code == 404


@pytest.mark.parametrize("answered", [False, True])
def test_page_asks_the_same_before_and_after(
    page, ask, case, ward_leader, other_leader, world, answered
):
    statement = ask(ward_leader, case, world.other_ward)
    client = page(other_leader)
    address = f"/uttalelse/{statement.uuid}/"
    if answered:
        client.post(address, {"answer": "Vått gulv"})
    questions = asked_of(client, address)

    assert len(questions) == 9, shortened(questions)
