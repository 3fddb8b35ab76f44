"""A samleavvik is raised up the line with a written case, and what is answered goes back to all who reported."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from styrk.core import clock, scope
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.incidents import commands as incident_commands
from styrk.incidents import queries as incidents
from styrk.patterns import commands, queries, refusals
from styrk.patterns.models import Raising
from styrk.patterns.types import ANSWER, WrittenCase
from tests.clients import fetched
from tests.counting import asked, shortened
from tests.incidents.conftest import after
from tests.patterns.conftest import told

pytestmark = pytest.mark.django_db

HAPPENS = "Pasienter faller på badet om natten. Vi tørker gulvet."
COSTS = "To lårhalsbrudd i år, om lag 1,2 millioner kroner."
ASKS = "Sklisikkert gulv på seks bad: 340 000 kroner i 2027."
YES = "Ja. Gulvene legges i januar."
NO = "Nei, ikke i budsjettet for 2027."


@pytest.fixture
def lift(as_person, now):
    """`lift(leader, group)` to the next leader in the line."""

    def lift(person, group, *, days=14):
        with as_person(person):
            return commands.raise_group(
                group=queries.group(group.uuid),
                case=WrittenCase(HAPPENS, COSTS, ASKS),
                due=clock.day(now) + timedelta(days=days),
                by=person,
                now=now,
            )

    return lift


@pytest.fixture
def reply(as_person, now):
    """`reply(leader, raised, commands.decline_raised, NO)` as the page does it."""

    def reply(person, raised, command, answer, **facts):
        with as_person(person):
            found = queries.raised(raised.uuid)
            return command(raised=found, answer=answer, by=person, now=now, **facts)

    return reply


def waits():
    """Where an answer waits, and for which role."""
    with scope.acting(scope.SYSTEM):
        found = Duty.objects.filter(kind=ANSWER, settled_at__isnull=True).order_by("pk")
        return [(one.unit.name, one.role) for one in found.select_related("unit")]


def at(raised, more=""):
    return f"/samleavvik/loftet/{raised.uuid}/{more}"


def test_from_the_group_to_the_next_leader_and_back_to_all_who_reported(
    page, group, join, falls, ward_leader, department_leader, nurse, world
):
    join(ward_leader, group, *falls[1:])
    leader, address = page(ward_leader), f"/samleavvik/{group.uuid}/loft/"
    first = leader.get(address).content.decode()
    assert "3 meldinger du kan se, hører til i dag." in first
    assert f"{department_leader.name}, {world.department.name}" in first
    assert "Gulvet er vått etter dusjing." in first, "what is known is written already"

    sent = fetched(leader, address, happens=HAPPENS, costs=COSTS, asks=ASKS, due="2026-12-01")
    shown = after(leader, leader.post(address, sent))
    assert "Saken er løftet." in shown
    assert ASKS in shown
    assert 'name="reply"' not in shown, "the one who raised it does not answer"
    assert waits() == [(world.department.name, "leader")]

    above = page(department_leader)
    assert "Svar på et samleavvik som er løftet til deg" in above.get("/min-side/").content.decode()
    with scope.acting(scope.SYSTEM):
        raised = Raising.objects.get()
    assert COSTS in above.get(at(raised)).content.decode()
    before = len(told(nurse))
    answered = after(
        above, above.post(at(raised), fetched(above, at(raised), reply="agreed", answer=YES))
    )

    assert YES in answered
    assert waits() == []
    assert told(nurse)[before:] == [YES] * 3
    own = page(nurse).get(f"/mine-meldinger/{falls[1].uuid}/").content.decode()
    assert YES in own
    assert told(ward_leader)[-1] == f"Ja. {YES}"
    assert YES in leader.get(f"/samleavvik/{group.uuid}/").content.decode()


def test_after_a_no_the_count_goes_on_and_it_is_raised_again_with_both_numbers(
    page, group, join, falls, report, nurse, ward_leader, department_leader, lift, reply, world
):
    raised = lift(ward_leader, group)
    reply(department_leader, raised, commands.decline_raised, NO)
    assert told(nurse)[-1] == NO
    join(ward_leader, group, *falls[1:])
    leader = page(ward_leader)

    assert "1 melding da, 3 nå" in leader.get(f"/samleavvik/{group.uuid}/").content.decode()
    again = leader.get(f"/samleavvik/{group.uuid}/loft/").content.decode()
    assert "var det 1." in again
    assert ASKS in again, "what was written is there to go on from"
    second = lift(ward_leader, group)
    assert (raised.number, second.number) == (1, 3)
    shown = leader.get(at(second)).content.decode()
    assert "3 meldinger da saken ble løftet" in shown
    assert "1 melding da" in shown
    assert NO in shown


def test_it_is_raised_further_until_a_director_answers(
    group, lift, reply, ward_leader, department_leader, clinic_director, nurse, world, now
):
    first = lift(ward_leader, group)
    due = clock.day(now) + timedelta(days=7)
    before = len(told(nurse))
    second = reply(
        department_leader, first, commands.raise_further, "Det er klinikkens penger.", due=due
    )
    assert second.to_unit == world.clinic
    assert second.after == first
    assert (second.happens, second.costs, second.asks) == (HAPPENS, COSTS, ASKS)
    assert len(told(nurse)) == before, "nobody who reported hears before there is an answer"
    assert waits() == [(world.clinic.name, "leader")]

    reply(clinic_director, second, commands.decline_raised, NO)

    assert told(nurse)[before:] == [NO]
    assert told(department_leader)[-1] == f"Nei. {NO}"
    assert told(ward_leader)[-1] == f"Nei. {NO}", "also who raised it first"
    with pytest.raises(NotNow):
        reply(department_leader, first, commands.agree_to_raised, YES)


def test_also_who_reported_what_has_gone_elsewhere_hears_the_answer(
    group, join, falls, nurse, ward_leader, department_leader, lift, reply, world, now, as_person
):
    join(ward_leader, group, falls[1])
    with as_person(ward_leader):
        incident_commands.hand_over_incident(
            incident=incidents.incident(falls[1].uuid),
            to=world.other_ward,
            reason="Det skjedde hos dere.",
            by=ward_leader,
            now=now,
        )
    raised = lift(ward_leader, group)
    before = len(told(nurse))

    reply(department_leader, raised, commands.agree_to_raised, YES)

    assert told(nurse)[before:] == [YES] * 2


def test_the_top_has_nobody_above(begin, falls, lift, ceo, world):
    group = begin(ceo, falls[0], world.trust)

    with pytest.raises(refusals.NobodyAbove):
        lift(ceo, group)


def test_it_waits_for_one_answer_at_a_time_and_may_be_taken_back(
    page, group, lift, ward_leader, department_leader
):
    raised = lift(ward_leader, group)
    with pytest.raises(refusals.RaisedAlready):
        lift(ward_leader, group)
    leader = page(ward_leader)
    assert "/loft/" not in leader.get(f"/samleavvik/{group.uuid}/").content.decode()

    back = at(raised, "trekk/")
    shown = after(leader, leader.post(back, fetched(leader, back, why="Vi fant penger selv.")))

    assert "Vi fant penger selv." in shown
    assert waits() == []
    assert page(department_leader).get(back).status_code == 404
    lift(ward_leader, group)


def test_a_group_that_is_ended_waits_for_no_answer(group, lift, ward_leader, now, as_person):
    raised = lift(ward_leader, group)
    with as_person(ward_leader):
        found = queries.group(group.uuid)
        commands.end_group(group=found, why="Nytt gulv.", by=ward_leader, now=now)
        assert queries.raised(raised.uuid).state == "withdrawn"

    assert waits() == []


def test_a_day_that_has_been_is_refused_and_what_was_typed_is_kept(page, group, ward_leader):
    leader, address = page(ward_leader), f"/samleavvik/{group.uuid}/loft/"
    sent = fetched(leader, address, happens=HAPPENS, costs=COSTS, asks=ASKS, due="2026-11-15")
    answer = leader.post(address, sent)

    assert answer.status_code == 422
    assert "Dagen for svar har vært." in answer.content.decode()
    assert COSTS in answer.content.decode()


def test_a_case_that_goes_further_needs_its_day(page, group, lift, ward_leader, department_leader):
    raised = lift(ward_leader, group)
    above = page(department_leader)
    sent = fetched(above, at(raised), reply="further", answer="Ikke mine penger.", due="")
    assert above.post(at(raised), sent).status_code == 422

    shown = after(above, above.post(at(raised), {**sent, "due": "2026-12-01"}))

    assert "Ikke mine penger." in shown


def test_only_who_leads_above_answers(
    page, group, lift, nurse, ward_leader, other_leader, outsider_leader, quality_adviser
):
    raised = lift(ward_leader, group)
    for person in (nurse, ward_leader, other_leader, outsider_leader, quality_adviser):
        answer = page(person).post(at(raised), {"reply": "agreed", "answer": YES})
        assert answer.status_code in (403, 404), person
    for person in (other_leader, outsider_leader):
        assert page(person).get(at(raised)).status_code in (403, 404), person
        assert page(person).get(at(raised, "dokument.pdf")).status_code in (403, 404), person


def test_nobody_sees_it_who_does_not_see_the_group(
    group, lift, ward_leader, other_leader, as_person
):
    lift(ward_leader, group)
    with as_person(other_leader):
        assert not Raising.objects.exists()


@pytest.mark.parametrize("change", [{"number": 40}, {"state": "asked"}, {"answer": "Nei."}])
def test_what_was_written_and_answered_is_never_rewritten(
    group, lift, reply, ward_leader, department_leader, change
):
    raised = lift(ward_leader, group)
    reply(department_leader, raised, commands.agree_to_raised, YES)
    with (
        scope.acting(scope.SYSTEM),
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        Raising.objects.filter(pk=raised.pk).update(**change)


def test_no_identity_is_written(group, ward_leader, now, as_person):
    with as_person(ward_leader), pytest.raises(IdentityFound):
        commands.raise_group(
            group=queries.group(group.uuid),
            case=WrittenCase(HAPPENS, "Gjelder 13097248022.", ASKS),
            due=clock.day(now),
            by=ward_leader,
            now=now,
        )


def test_the_document_is_there_in_both_forms(page, group, lift, ward_leader):
    raised = lift(ward_leader, group)
    client = page(ward_leader)
    for form, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = client.get(at(raised, f"dokument.{form}"))
        assert answer.content.startswith(begins)
        assert f"samleavvik-{group.unit.code}" in answer["Content-Disposition"]
    assert client.get(at(raised, "dokument.txt")).status_code == 404


def test_the_cost_of_the_pages_does_not_grow(
    group, join, falls, lift, reply, ward_leader, department_leader, page
):
    first = lift(ward_leader, group)
    leader = page(ward_leader)
    addresses = (f"/samleavvik/{group.uuid}/", at(first), f"/samleavvik/{group.uuid}/loft/")
    reply(department_leader, first, commands.decline_raised, NO)
    one = [len(asked(leader, address)) for address in addresses]
    join(ward_leader, group, *falls[1:])
    for _again in range(2):
        reply(department_leader, lift(ward_leader, group), commands.decline_raised, NO)
    three = [asked(leader, address) for address in addresses]

    for before, found in zip(one, three, strict=True):
        assert len(found) == before, shortened(found)
        assert len(found) <= 12, shortened(found)
