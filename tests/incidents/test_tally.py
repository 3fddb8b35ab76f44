"""The numbers kept of incidents are those one gets by counting, whatever has happened."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from styrk.core import clock, ids, scope
from styrk.core.asking import ask
from styrk.core.tallies import Span
from styrk.incidents.models import Incident, IncidentAnalysis, LineTally, Tally
from styrk.incidents.tally import HARMS as ALL_HARMS
from styrk.incidents.tally import KINDS as ALL_KINDS
from styrk.incidents.tally import compact_tally, figures, themes
from styrk.organisation.commands import move_unit
from styrk.organisation.models import Unit
from tests.world import move_case

COUNTS = (
    "received",
    "suggestions",
    "good",
    "taken",
    "examined",
    "concluded",
    "serious",
    "analysed",
    "waiting",
    "serious_waiting",
    "serious_open",
)
KINDS = ("patient", "staff", "suggestion", "good")
HARMS = ("", "none", "severe", "death")


def report(world, unit: Unit, at: datetime, **facts) -> Incident:
    given = {"kind": "patient", "harm_actual": "none"} | facts
    return Incident.objects.create(
        trust=unit.trust,
        unit=unit,
        responsible_unit=unit,
        submission=ids.new_uuid(),
        title="Fall",
        description="Falt",
        happened_at=at,
        reported_at=at,
        **given,
    )


def analyse(world, incident: Incident) -> None:
    IncidentAnalysis.objects.create(
        incident=incident,
        trust=incident.trust,
        found="x",
        at=incident.reported_at,
        by=leader(world),
    )


def leader(world):
    return world.people["ward_leader"]


def counted(unit: Unit) -> dict[str, int]:
    """By looking at every incident."""
    found: Counter[str] = Counter()
    for one in Incident.objects.filter(responsible_unit__path__startswith=unit.path):
        wrong = one.kind not in {"suggestion", "good"}
        serious = one.harm_actual in {"severe", "death"}
        found["received"] += 1
        found["suggestions"] += one.kind == "suggestion"
        found["good"] += one.kind == "good"
        found["taken"] += one.state != "received"
        found["examined"] += one.state in {"improving", "concluded"}
        found["concluded"] += one.state == "concluded"
        found["serious"] += serious
        found["analysed"] += wrong and one.analyses.exists()
        found["waiting"] += wrong and one.state == "received"
        found["serious_waiting"] += wrong and serious and one.state == "received"
        found["serious_open"] += wrong and serious and one.state in {"received", "examining"}
    return {count: found[count] for count in COUNTS}


def kept(unit: Unit) -> dict[str, int]:
    return ask(figures(unit.path, {count: Span(count) for count in COUNTS}))


def check() -> None:
    for unit in Unit.objects.all():
        assert kept(unit) == counted(unit), unit.code
        assert ask(themes(unit.path, date.min, date.max)) == by_theme(unit), unit.code


def by_theme(unit: Unit) -> list[list[int]]:
    """Of each kind of avvik, how many did each harm."""
    found = Counter(
        Incident.objects.filter(responsible_unit__path__startswith=unit.path).values_list(
            "kind", "harm_actual"
        )
    )
    return [[found[kind, harm] for harm in ALL_HARMS] for kind in ALL_KINDS]


def test_a_year_of_anything_is_counted_right(world, now):  # noqa: C901 - one small act each
    dice = random.Random(7)
    wards = [world.ward, world.second_ward, world.other_ward, world.department]
    clinics = [world.clinic, world.other_clinic]

    def anyone() -> Incident:
        return dice.choice(
            list(Incident.objects.exclude(pk=world.their_incident.pk).order_by("pk"))
        )

    def new() -> None:
        at = now - timedelta(days=dice.randrange(400))
        facts = {"kind": dice.choice(KINDS), "harm_actual": dice.choice(HARMS)}
        report(world, dice.choice(wards), at, **facts)

    def go_on() -> None:
        one = anyone()
        one.state, one.handler = dice.choice(["examining", "improving"]), leader(world)
        one.concluded_at = None
        one.save(update_fields=["state", "handler", "concluded_at"])

    def conclude() -> None:
        one = anyone()
        one.state, one.handler, one.concluded_at = "concluded", leader(world), now
        one.save(update_fields=["state", "handler", "concluded_at"])

    def change() -> None:
        one = anyone()
        one.kind, one.harm_actual = dice.choice(KINDS), dice.choice(HARMS)
        one.save(update_fields=["kind", "harm_actual"])

    def hand_over() -> None:
        one = anyone()
        move_case(one, dice.choice(wards))

    def everyone() -> None:
        Incident.objects.filter(state="received").update(harm_actual=dice.choice(HARMS))

    def reorganise() -> None:
        with transaction.atomic():
            department = Unit.objects.get(pk=world.department.pk)
            old = department.path
            above = Unit.objects.get(pk=dice.choice(clinics).pk)
            for below in Unit.objects.filter(path__startswith=old):
                path = f"{above.path}{department.pk}.{below.path.removeprefix(old)}"
                Unit.objects.filter(pk=below.pk).update(path=path)

    acts = [new, new, new, go_on, conclude, change, hand_over, everyone, reorganise]
    acts += [compact_tally, lambda: analyse(world, anyone())]
    with scope.acting(scope.SYSTEM):
        for _ in range(6):
            new()
        for turn in range(80):
            dice.choice(acts)()
            if turn % 8 == 7:
                check()
        compact_tally()
        check()


def test_moving_a_unit_takes_its_numbers_along(world, now):
    with scope.acting(scope.SYSTEM):
        report(world, world.ward, now)
        compact_tally()
        report(world, world.ward, now)
        move_unit(
            unit=world.department,
            parent=world.other_clinic,
            valid_from=clock.day(now),
            by=None,
            now=now,
        )

        check()
        assert kept(Unit.objects.get(pk=world.other_clinic.pk))["received"] == 2
        assert kept(Unit.objects.get(pk=world.clinic.pk))["received"] == 0


def test_days_are_norwegian_and_limits_hold(world, now):
    with scope.acting(scope.SYSTEM):
        # Half past eleven in the evening of the last of May in Greenwich is June in Norway.
        report(world, world.ward, datetime(2026, 5, 31, 23, 30, tzinfo=UTC))
        spans = {
            "may": Span("received", date(2026, 5, 1), date(2026, 6, 1)),
            "june": Span("received", date(2026, 6, 1), date(2026, 7, 1)),
            "late": Span("waiting", before=date(2026, 6, 1)),
            "on_the_day": Span("waiting", date(2026, 6, 1), date(2026, 6, 2)),
        }

        assert ask(figures(world.ward.path, spans)) == {
            "may": 0,
            "june": 1,
            "late": 0,
            "on_the_day": 1,
        }


def test_a_second_analysis_counts_no_more(world, now):
    with scope.acting(scope.SYSTEM):
        incident = report(world, world.ward, now)
        analyse(world, incident)
        analyse(world, incident)

        assert kept(world.ward)["analysed"] == 1


def test_compacting_leaves_one_row_for_each_unit_and_day(world, now):
    with scope.acting(scope.SYSTEM):
        for _ in range(5):
            report(world, world.ward, now, kind="good")

        assert compact_tally() == 7, "five, and the neighbour's on its month and its day"
        assert compact_tally() == 0
        assert Tally.objects.filter(unit_id=world.ward.pk).count() == 1
        assert LineTally.objects.filter(unit_id=world.trust.pk).get().good == 5


def test_what_has_come_to_nothing_leaves_no_row(world, now):
    with scope.acting(scope.SYSTEM):
        incident = report(world, world.ward, now)
        compact_tally()
        move_case(incident, world.second_ward)
        compact_tally()

        assert not Tally.objects.filter(unit_id=world.ward.pk).exists()
        assert not LineTally.objects.filter(unit_id=world.ward.pk).exists()


def test_a_change_that_changes_no_number_adds_no_row(world, now):
    with scope.acting(scope.SYSTEM):
        incident = report(world, world.ward, now)
        before = Tally.objects.count()
        incident.confirmed_at, incident.confirmed_by = now, world.people["ward_leader"]
        incident.save(update_fields=["confirmed_at", "confirmed_by"])

        assert Tally.objects.count() == before


@pytest.mark.django_db
def test_the_application_cannot_change_the_numbers():
    for table in ("incidents_tally", "incidents_linetally"):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            scope.acting(scope.SYSTEM),
            connection.cursor() as cursor,
        ):
            cursor.execute("UPDATE " + table + " SET received = 0")


@pytest.mark.django_db(transaction=True)
def test_reporting_and_compacting_at_the_same_time_loses_nothing(world, now):
    def work(act) -> None:
        for _ in range(25):
            with scope.acting(scope.SYSTEM):
                act()
        connection.close()

    acts = [lambda: report(world, world.ward, now)] * 2 + [compact_tally] * 2
    with ThreadPoolExecutor() as pool:
        list(pool.map(work, acts))

    with scope.acting(scope.SYSTEM):
        compact_tally()
        assert kept(world.ward)["received"] == 50
        check()
