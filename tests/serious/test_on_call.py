"""What is straks finds whoever is on call now, asks for a receipt, and goes on to the next."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from django.urls import reverse

from styrk.core import scope
from styrk.core.clock import OSLO
from styrk.duties.models import Duty
from styrk.messages.models import Message
from styrk.serious import calling, commands, queries, refusals
from styrk.serious.jobs import look_for_gaps
from styrk.serious.models import Call, Event, Rota, Shift
from styrk.serious.shifts import holder, slots
from styrk.serious.types import Watch
from tests.clients import filled_in
from tests.serious.conftest import NIGHT, acts, rows
from tests.serious.test_views import lacks

pytestmark = pytest.mark.django_db
# Two shifts a day: the night goes past midnight.
CHANGES = (time(8), time(15, 30))
MONDAY = date(2026, 11, 9)
AT = NIGHT + timedelta(minutes=31)
ASKED = "Haster: kvitter for at du har saken"


@pytest.fixture(autouse=True)
def reads(monkeypatch):
    """The database knows what the time is really: what is opened to one who is called, stays so."""
    monkeypatch.setattr(calling, "READS", timedelta(days=36500))


@pytest.fixture
def rota(world, as_person):
    """`rota(leader, ward, day, night)`: a week where these two have the shifts; None is a gap."""

    def rota(leader, unit, day, night, *, minutes=10, role="Vakthavende"):
        watch = Watch(role, CHANGES, minutes)
        with as_person(leader):
            made = commands.begin_rota(unit=unit, watch=watch, by=leader, now=AT)
            week = [day, night] * 7
            commands.write_week(rota=made, monday=MONDAY, people=week, by=leader, now=AT)
        return made

    return rota


def called():
    with scope.acting(scope.SYSTEM):
        found = Call.objects.order_by("pk").select_related("person")
        return [(one.person.name, one.way) for one in found]


def told():
    with scope.acting(scope.SYSTEM):
        found = Message.objects.filter(subject=ASKED).order_by("pk")
        return [one.recipient.name for one in found.select_related("recipient")]


def waiting():
    with scope.acting(scope.SYSTEM):
        found = Duty.objects.filter(kind="serious.receive", settled_at__isnull=True)
        return [one.person.name for one in found.select_related("person").order_by("pk")]


def test_at_three_on_a_sunday_whoever_has_the_night_is_asked(
    incident, rota, sweep, world, department_leader, nurse, other_nurse
):
    rota(department_leader, world.department, other_nurse, nurse)
    sweep(AT)
    sweep(AT + timedelta(minutes=1))

    assert called() == [("Nora Nilsen", "on_call")]
    assert told() == ["Nora Nilsen"]
    assert waiting() == ["Nora Nilsen"]


def test_the_receipt_ends_it(
    incident, rota, sweep, world, department_leader, nurse, other_nurse, as_person
):
    rota(department_leader, world.department, other_nurse, nurse)
    sweep(AT)
    (call,) = rows(Call)
    with as_person(nurse):
        commands.receive_call(call=queries.call(call.uuid), by=nurse, now=AT)
    sweep(AT + timedelta(minutes=20))

    assert called() == [("Nora Nilsen", "on_call")]
    assert waiting() == []
    (event,) = rows(Event)
    assert [act for act, _rule in acts(event) if act in {"call", "receipt", "no_receipt"}] == [
        "call",
        "receipt",
    ]


def test_one_who_cannot_sends_it_on_at_once_and_may_still_take_it(
    page, incident, rota, sweep, world, department_leader, nurse, other_nurse, stopped_clock
):
    stopped_clock.at = AT
    rota(department_leader, world.department, other_nurse, nurse, minutes=30)
    sweep(AT)
    (call,) = rows(Call)
    client = page(nurse)
    home = reverse("serious:event", args=[rows(Event)[0].uuid])
    assert not lacks(client.get(home), "Jeg kan ikke")

    filled_in(client, reverse("serious:decline", args=[call.uuid]))
    filled_in(client, reverse("serious:decline", args=[call.uuid]))

    assert called() == [("Nora Nilsen", "on_call"), ("Berit Bakke", "next")]
    assert not lacks(client.get(home), "sa fra: kan ikke ta saken", "Kvitter")
    assert lacks(client.get(home), "Jeg kan ikke")
    filled_in(client, reverse("serious:receipt", args=[call.uuid]))
    assert waiting() == []


def test_those_who_were_asked_hear_that_somebody_has_it(
    incident, rota, sweep, world, department_leader, nurse, other_nurse, as_person
):
    rota(department_leader, world.department, other_nurse, nurse)
    sweep(AT)
    sweep(AT + timedelta(minutes=10))
    _first, second = rows(Call)
    with as_person(other_nurse):
        commands.receive_call(call=queries.call(second.uuid), by=other_nurse, now=AT)

    with scope.acting(scope.SYSTEM):
        heard = Message.objects.filter(subject="Berit Bakke har saken. Du trenger ikke gjøre noe.")
        assert [one.recipient.name for one in heard.select_related("recipient")] == ["Nora Nilsen"]


def asked_to_fill():
    with scope.acting(scope.SYSTEM):
        found = Duty.objects.filter(kind="serious.gap", settled_at__isnull=True)
        return [(one.unit.code, one.role, one.due) for one in found.select_related("unit")]


def test_the_leader_is_asked_to_fill_a_shift_some_days_before(
    page, rota, world, department_leader, nurse, as_person, stopped_clock
):
    """Nobody has the nights; then everybody has, but the week after is not written."""
    stopped_clock.at = AT
    made = rota(department_leader, world.department, nurse, None)
    look_for_gaps(AT)
    assert asked_to_fill() == [(world.department.code, "leader", date(2026, 11, 15))]
    way = reverse("serious:gap", args=[made.uuid])
    week = reverse("serious:week", args=[made.uuid, "2026-11-09"])
    assert page(department_leader).get(way).url == week

    with as_person(department_leader):
        for monday in (MONDAY, MONDAY + timedelta(days=7)):
            people = [nurse] * 14
            commands.write_week(
                rota=made, monday=monday, people=people, by=department_leader, now=AT
            )
    assert asked_to_fill() == []
    look_for_gaps(AT + timedelta(days=3))
    assert asked_to_fill() == []
    look_for_gaps(AT + timedelta(days=5))
    assert asked_to_fill() == [(world.department.code, "leader", date(2026, 11, 23))]
    with as_person(department_leader):
        commands.end_rota(rota=made, by=department_leader, now=AT)
    assert asked_to_fill() == []


def test_without_a_receipt_it_goes_down_the_whole_chain(
    incident, rota, sweep, world, department_leader, nurse, other_nurse
):
    rota(department_leader, world.department, other_nurse, nurse)
    for n in range(9):
        sweep(AT + timedelta(minutes=10 * n))

    assert [name for name, _way in called()[:3]] == ["Nora Nilsen", "Berit Bakke", "Lars Lunde"]
    assert [way for _name, way in called()] == ["on_call", "next", "post", "post", "above"]
    assert waiting() == []
    (event,) = rows(Event)
    assert [act for act, _rule in acts(event)].count("calls_end") == 1


def test_not_before_the_minutes_of_the_rota(
    incident, rota, sweep, world, department_leader, nurse, other_nurse
):
    rota(department_leader, world.department, other_nurse, nurse, minutes=30)
    sweep(AT)
    sweep(AT + timedelta(minutes=29))
    assert len(called()) == 1
    sweep(AT + timedelta(minutes=30))
    assert len(called()) == 2


def test_a_late_receipt_holds_until_another_has_it(
    incident, rota, sweep, world, department_leader, nurse, other_nurse, as_person
):
    rota(department_leader, world.department, other_nurse, nurse)
    sweep(AT)
    later = AT + timedelta(minutes=10)
    sweep(later)
    first, second = rows(Call)
    with as_person(nurse):
        commands.receive_call(call=queries.call(first.uuid), by=nurse, now=later)
    with as_person(other_nurse), pytest.raises(refusals.Taken), transaction.atomic():
        commands.receive_call(call=queries.call(second.uuid), by=other_nurse, now=later)


def test_a_gap_is_said_and_the_next_is_asked(
    incident, rota, sweep, world, department_leader, other_nurse
):
    rota(department_leader, world.department, other_nurse, None)
    sweep(AT)

    assert called() == [("Berit Bakke", "next")]
    assert ("gap", "") in acts(rows(Event)[0])


def test_the_nearest_rota_holds(
    incident, rota, sweep, world, department_leader, ward_leader, nurse, other_nurse
):
    rota(department_leader, world.department, other_nurse, other_nurse)
    rota(ward_leader, world.ward, nurse, nurse)
    sweep(AT)

    assert called() == [("Nora Nilsen", "on_call")]


def test_one_who_has_left_is_not_asked(
    incident, rota, sweep, world, department_leader, nurse, other_nurse
):
    rota(department_leader, world.department, other_nurse, nurse)
    type(nurse).objects.filter(pk=nurse.pk).update(left_on=date(2026, 11, 1))
    sweep(AT)

    assert called() == [("Berit Bakke", "next")]


def test_without_a_rota_all_are_told_at_once(
    incident, sweep, answer, ward_leader, world, as_person
):
    case = answer(ward_leader, incident, radiation=True, fire_or_electrical=True, at=AT)
    sweep(AT)

    assert called() == []
    assert "warn_now" in {act for act, _rule in acts(case)}


def test_whoever_is_asked_sees_the_case_and_others_do_not(
    page, incident, rota, sweep, world, department_leader, other_nurse, colleague
):
    rota(department_leader, world.department, other_nurse, other_nurse)
    sweep(AT)
    (event,), (call,) = rows(Event), rows(Call)
    home, way = (
        reverse("serious:event", args=[event.uuid]),
        reverse("serious:receipt", args=[call.uuid]),
    )

    client = page(other_nurse)
    assert not lacks(client.get(home), "Haster: har du saken?", way, "Venter på svar")
    assert page(colleague).get(home).status_code == 404
    assert page(colleague).get(way).status_code == 404
    assert page(department_leader).get(way).status_code == 404
    filled_in(client, way)
    assert not lacks(client.get(home), "Har saken", "kvitterte: har saken")


@pytest.mark.parametrize(
    ("monday", "hours"), [(date(2026, 3, 23), 167), (date(2026, 10, 19), 169), (MONDAY, 168)]
)
def test_a_week_is_a_week_also_when_the_clock_is_moved(monday, hours):
    week = slots(monday, CHANGES)

    assert len(week) == 14
    assert all(before[1] == after[0] for before, after in pairwise(week))
    length = week[-1][1].timestamp() - week[0][0].timestamp()
    assert length == hours * 3600


def test_what_was_written_last_holds(rota, world, department_leader, nurse, colleague, as_person):
    made = rota(department_leader, world.department, nurse, nurse)
    with as_person(department_leader):
        commands.write_week(
            rota=made, monday=MONDAY, people=[colleague] * 14, by=department_leader, now=AT
        )
        found = queries.shifts([made], AT, AT + timedelta(days=1))
    assert holder(found, datetime(2026, 11, 15, 3, 0, tzinfo=OSLO)) == colleague
    assert len(rows(Shift)) == 28


def test_a_leader_keeps_a_rota(page, world, ward_leader, nurse):
    client = page(ward_leader)
    begin = reverse("serious:begin_rota", args=[world.ward.uuid])
    assert not lacks(client.get(reverse("serious:rotas")), "Ingen vaktliste ennå", begin)
    answer = filled_in(client, begin, role="Vakthavende", changes="8, 15.30", minutes="10")
    (made,) = rows(Rota)
    assert made.changes == list(CHANGES)
    filled_in(client, answer["Location"], shift0=str(nurse.uuid))
    (shift, *rest) = rows(Shift)
    assert shift.person_id == nurse.pk
    assert {one.person_id for one in rest} == {None}
    week = client.get(answer["Location"].removesuffix("skriv/"))
    assert not lacks(week, "Nora Nilsen", "13 økter uten noen på vakt")

    double = client.post(begin, {"role": "Vakthavende", "changes": "8", "minutes": "10"})
    assert not lacks(double, "Enheten har alt en vaktliste med det navnet.")
    wrong = client.post(begin, {"role": "Annen", "changes": "25.00", "minutes": "10"})
    assert not lacks(wrong, "Skriv ett til fire klokkeslett")

    filled_in(client, reverse("serious:change_rota", args=[made.uuid]), minutes="20")
    filled_in(client, reverse("serious:end_rota", args=[made.uuid]))
    assert not lacks(client.get(reverse("serious:rotas")), "Ingen vaktliste ennå")


def test_others_do_not_keep_it(page, world, nurse, outsider_leader, rota, ward_leader):
    made = rota(ward_leader, world.ward, nurse, nurse)
    begin = reverse("serious:begin_rota", args=[world.ward.uuid])
    week = reverse("serious:week", args=[made.uuid, MONDAY.isoformat()])
    for person in (nurse, outsider_leader):
        client = page(person)
        assert client.get(begin).status_code == 404
        assert client.get(reverse("serious:end_rota", args=[made.uuid])).status_code == 404
    assert page(outsider_leader).get(week).status_code == 404
    assert page(ward_leader).get(week.replace("11-09", "11-10")).status_code == 404
