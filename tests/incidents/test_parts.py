"""Parts of a case that are other units': several at once, each with its day, more time, and none left open."""

from datetime import date, timedelta

import pytest

from styrk.actions.refusals import ReasonMissing
from styrk.core import clock, guard, scope, states
from styrk.duties.models import Duty
from styrk.incidents import commands, queries, waiting
from styrk.incidents.models import IncidentStep, Statement
from styrk.messages.models import Message
from tests.incidents.conftest import after

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def case(report, take, nurse, ward_leader, world):
    incident = report(nurse, world.ward)
    take(ward_leader, incident)
    return incident


@pytest.fixture
def part(as_person, ward_leader, case, world, now):
    """`part(days=7, profession="Farmasøyt")`: the other ward is asked."""

    def part(*, days=7, unit=None, **facts):
        with as_person(ward_leader):
            return commands.ask_statement(
                incident=queries.incident(case.uuid),
                unit=unit or world.other_ward,
                question="Hvordan ble dosen regnet ut?",
                due=clock.after(now, days=days),
                by=ward_leader,
                now=now,
                **facts,
            )

    return part


@pytest.fixture
def extend(as_person, ward_leader, now):
    def extend(statement, due, reason="De venter på prøvesvar."):
        with as_person(ward_leader):
            commands.extend_question(
                statement=queries.statement(statement.uuid),
                due=due,
                reason=reason,
                by=ward_leader,
                now=now,
            )

    return extend


def subjects(person):
    with scope.acting(scope.SYSTEM):
        found = Message.objects.filter(recipient=person).order_by("pk")
        return list(found.values_list("subject", flat=True))


def test_two_professions_of_one_unit_have_each_their_clock(
    part, page, case, ward_leader, other_leader
):
    part(days=3, profession="Farmasøyt")
    second = part(days=7, profession="Anestesilege")
    shown = page(ward_leader).get(f"/avvik/{case.uuid}/").content.decode()

    assert "Sengepost 2A · Farmasøyt" in shown
    assert "Sengepost 2A · Anestesilege" in shown
    asked = page(other_leader).get(f"/uttalelse/{second.uuid}/").content.decode()
    assert "Ønsker svar fra:" in asked
    assert "Anestesilege" in asked
    history = page(ward_leader).get(f"/avvik/{case.uuid}/historikk/").content.decode()
    assert "ba Sengepost 2A (Farmasøyt) om en uttalelse" in history
    assert "(Anestesilege)" in page(other_leader).get("/min-side/").content.decode()
    with scope.acting(scope.SYSTEM):
        days = Duty.objects.filter(kind="incident.statement").order_by("due")
        assert [one.due for one in days] == [one.due for one in Statement.objects.order_by("due")]


def test_no_person_is_named_as_a_profession(part):
    with pytest.raises(guard.IdentityFound):
        part(profession="Farmasøyt 13097248022")


def test_more_time_moves_the_day_and_the_duty_and_says_why(
    part, extend, page, case, ward_leader, other_leader
):
    statement = part()
    later = statement.due + 5 * DAY
    extend(statement, later)

    with scope.acting(scope.SYSTEM):
        assert Statement.objects.get().due == later
        assert Duty.objects.get(subject_uuid=statement.uuid).due == later
        assert IncidentStep.objects.get(act="extend_question").note == "De venter på prøvesvar."
    assert any("lengre svarfrist" in one for one in subjects(other_leader))
    history = page(ward_leader).get(f"/avvik/{case.uuid}/historikk/").content.decode()
    assert "ga Sengepost 2A svarfrist til" in history
    assert "De venter på prøvesvar." in history


def test_more_time_is_later_has_a_reason_and_is_for_what_waits(
    part, extend, as_person, other_leader, now
):
    statement = part()
    with pytest.raises(commands.NotLater):
        extend(statement, statement.due)
    with pytest.raises(ReasonMissing):
        extend(statement, statement.due + DAY, reason=" ")
    with as_person(other_leader):
        commands.answer_statement(
            statement=queries.statement(statement.uuid),
            answer="Etter vekt",
            by=other_leader,
            now=now,
        )
    with pytest.raises(states.NotNow):
        extend(statement, statement.due + DAY)


def test_the_page_of_more_time(part, page, ward_leader, other_leader, case):
    statement = part()
    client, address = page(ward_leader), f"/uttalelse/{statement.uuid}/ny-frist/"
    assert page(other_leader).get(address).status_code == 404
    early = client.post(address, {"due": f"{statement.due}", "reason": "Prøvesvar"})
    assert early.status_code == 422
    assert "Prøvesvar" in early.content.decode()

    later = {"due": f"{statement.due + 3 * DAY}", "reason": "Prøvesvar"}
    text = after(client, client.post(address, later))
    assert "Fristen er endret." in text


def test_a_case_with_an_open_part_is_concluded_with_a_reason(
    part, page, case, ward_leader, as_person, now
):
    part()
    with as_person(ward_leader), pytest.raises(commands.Unanswered):
        commands.conclude_incident(
            incident=queries.incident(case.uuid), learned="Vi vet nok", by=ward_leader, now=now
        )
    client, address = page(ward_leader), f"/avvik/{case.uuid}/ferdig/"
    assert "Sengepost 2A har ikke svart." in client.get(address).content.decode()
    refused = client.post(address, {"learned": "Vi vet nok"})
    assert refused.status_code == 422
    assert "Vi vet nok" in refused.content.decode()

    told = {"learned": "Vi vet nok", "unanswered": "Apoteket svarte muntlig."}
    text = after(client, client.post(address, told))
    assert "Ingen venter på svaret lenger. Apoteket svarte muntlig." in text
    history = client.get(f"/avvik/{case.uuid}/historikk/").content.decode()
    assert "ventet ikke lenger på svaret fra Sengepost 2A: Apoteket svarte muntlig." in history


def test_nothing_more_is_asked_where_all_have_answered(page, case, ward_leader):
    client, address = page(ward_leader), f"/avvik/{case.uuid}/ferdig/"
    assert "unanswered" not in client.get(address).content.decode()
    assert client.post(address, {"learned": "Vi vet nok"}).status_code == 302


@pytest.mark.parametrize(
    ("days", "soon", "late"), [(3, 0, 0), (2, 1, 0), (1, 1, 0), (0, 0, 0), (-1, 0, 1), (-8, 0, 0)]
)
def test_soon_is_told_those_who_are_asked_and_late_those_who_wait(
    part, ward_leader, other_leader, now, days, soon, late
):
    part(days=10)
    for _again in range(2):
        with scope.acting(scope.SYSTEM):
            waiting.sweep(now + (10 - days) * DAY)

    assert sum("snart ute" in one for one in subjects(other_leader)) == soon
    assert sum("har ikke svart innen fristen" in one for one in subjects(ward_leader)) == late


def test_nobody_is_told_of_what_is_answered_or_taken_back(
    part, ward_leader, other_leader, as_person, now
):
    statement = part(days=2)
    with as_person(ward_leader):
        commands.withdraw_question(
            statement=queries.statement(statement.uuid),
            reason="Vi fant det selv.",
            by=ward_leader,
            now=now,
        )
    with scope.acting(scope.SYSTEM):
        waiting.sweep(now)
        assert Statement.objects.get().ended_why == "Vi fant det selv."
        assert not queries.statements_due(date.min, date.max)
    assert not any("snart ute" in one for one in subjects(other_leader))
