"""The region in full size, built small: whole, right by its own triggers, and as the commands write."""

from collections import Counter
from datetime import datetime
from random import Random

import pytest
from django.db import connection
from django.test import Client

from styrk.access import queries as access
from styrk.access.models import Account, Grant
from styrk.actions.models import Action, EffectReview
from styrk.core import clock, postgres, scope
from styrk.core.clock import OSLO
from styrk.demo import region as built
from styrk.demo.personas import personas
from styrk.demo.region import cases, checking, loading, settling
from styrk.duties.models import Duty
from styrk.incidents import commands
from styrk.incidents.models import Incident, IncidentStep, Reporter
from styrk.incidents.types import Report
from styrk.indicators.models import Figure, Indicator, Measurement
from styrk.indicators.queries import table
from styrk.messages.models import Message
from styrk.organisation.models import Appointment, Person, Unit
from styrk.requirements.models import Placement, PlacementAction
from styrk.trail.models import Entry
from tests import populated

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("region")]

NOW = datetime(2026, 11, 16, 10, 0, tzinfo=OSLO)
TRUSTS, PEOPLE, INCIDENTS = 3, 2_500, 1_800
DEFINITIONS = """
    SELECT indexname || indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
"""


@pytest.fixture(scope="module")
def told(built_database):
    """What progress was told while the region was built in the test's database, and what stood there before."""
    progress: list[tuple[int, int]] = []
    before = definitions()
    populated.hang_up()
    built.build_region(
        lambda done, of: progress.append((done, of)),
        trusts=TRUSTS,
        people=PEOPLE,
        incidents=INCIDENTS,
        now=NOW,
    )
    return progress, before


@pytest.fixture
def region(told):
    with scope.acting(scope.SYSTEM):
        yield


def definitions() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(DEFINITIONS)
        return {row[0] for row in cursor.fetchall()}


def rows(statement: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def events(seed: int, incidents: int) -> list[cases.Case]:
    place, _humans = settling.people_of(Random(seed), trusts=TRUSTS, people=PEOPLE)
    return list(cases.Events(place, Random(seed), incidents, NOW).cases())


def test_everyone_and_everything_is_there(region):
    assert Incident.objects.count() == INCIDENTS
    assert Person.objects.count() == Account.objects.count() == PEOPLE
    assert Unit.objects.filter(trust__code="HF-VID").count() > 400
    assert not Person.objects.exclude(appointments__isnull=False).exists()


def test_each_unit_has_one_leader(region):
    leaders = Counter(Appointment.objects.filter(role="leader").values_list("unit_id", flat=True))
    assert set(leaders) == set(Unit.objects.values_list("pk", flat=True))
    assert set(leaders.values()) == {1}


def test_a_path_holds_the_units_above(region):
    for unit in Unit.objects.select_related("parent")[:200]:
        assert unit.path == f"{unit.parent.path if unit.parent else ''}{unit.pk}."


def test_each_report_has_its_reporter_grant_step_and_trail(region):
    grants = as_owner("SELECT record_id, person_id FROM access_grant WHERE part = 'report'")
    assert set(grants) == set(Reporter.objects.values_list("incident_id", "person_id"))
    steps = IncidentStep.objects.filter(act="report")
    assert steps.count() == len(grants) == INCIDENTS
    assert not steps.filter(by__isnull=False).exists()


def test_the_trail_has_every_step(region):
    incident = Counter(IncidentStep.objects.values_list("act", flat=True))
    assert rows("SELECT count(*) FROM actions_actionstep") > [(0,)]
    counted = "SELECT act, count(*) FROM trail_entry WHERE subject = 'incident' GROUP BY 1"
    found = dict(as_owner(counted))
    assert found == {f"incident.{act}": number for act, number in incident.items()}


def as_owner(question: str) -> list[tuple]:
    """For whom no policy stands: grants and the trail as a whole nobody else reads."""
    with loading.loader(str(postgres.named(database=populated.current()).owner_url)) as load:
        return load.ask(question)


def test_most_are_concluded_and_some_are_open(region):
    states = Counter(Incident.objects.values_list("state", flat=True))
    assert states["concluded"] > 0.8 * INCIDENTS
    assert all(states[state] for state in ("received", "examining", "improving"))


def test_what_is_open_waits_for_somebody_and_nothing_else_does(region):
    waiting = Duty.objects.filter(settled_at__isnull=True)
    for kind, state in (("incident.take", "received"), ("incident.examine", "examining")):
        subjects = set(waiting.filter(kind=kind).values_list("subject_id", flat=True))
        assert subjects == set(Incident.objects.filter(state=state).values_list("pk", flat=True))
    for kind, state in (("action.carry_out", "planned"), ("action.judge", "done")):
        subjects = set(waiting.filter(kind=kind).values_list("subject_id", flat=True))
        assert subjects == set(Action.objects.filter(state=state).values_list("pk", flat=True))


def test_an_action_is_finished_when_its_effect_is_judged(region):
    finished = Action.objects.filter(state="finished")
    judged = EffectReview.objects.exclude(effect="too_early")
    assert finished.count() > 100
    assert set(judged.values_list("action_id", "effect")) == set(
        finished.values_list("pk", "effect")
    )
    assert not finished.filter(effect="not_worked", followed_by__isnull=True).exists()


def test_what_was_done_too_late_has_as_long_to_work_as_was_agreed(region):
    done = Action.objects.filter(done_at__isnull=False, origin="incident")
    late = 0
    for action in done.prefetch_related("steps", "reviews"):
        step = next(one for one in action.steps.all() if one.act == "carry_out")
        behind = (clock.day(action.done_at) - action.due).days
        assert ("review_on" in step.detail) == (behind > 0)
        if behind > 0 and not action.reviews.filter(effect="too_early"):
            late += 1
            assert step.detail["review_on"] == f"{action.review_on}"
            assert (action.review_on - clock.day(action.done_at)).days >= 20
    assert late > 10


def test_acts_come_in_order_and_none_after_today(region):
    last: dict[int, datetime] = {}
    for incident, at in IncidentStep.objects.order_by("pk").values_list("incident_id", "at"):
        assert last.get(incident, at) <= at <= NOW
        last[incident] = at


def test_an_incident_is_found_by_a_word_in_it(region):
    found = rows(
        "SELECT count(*) FROM incidents_incident"
        f" WHERE search @@ to_tsquery('simple', '{cases.RARE}')"
    )
    assert found == [(7,)]


def test_inboxes_hold_the_last_year_and_some_is_unread(region):
    assert Message.objects.filter(read_at__isnull=True).exists()
    assert Message.objects.filter(read_at__isnull=False).exists()
    assert clock.day(min(Message.objects.values_list("created_at", flat=True))).year >= 2025


def test_indexes_and_constraints_are_put_back(told, region):
    _progress, before = told
    # Partitions for the months of readings are made in the build, and have their own.
    assert before - definitions() == set()


def test_progress_goes_all_the_way(told):
    progress, _before = told
    assert progress == sorted(progress)
    done, of = progress[-1]
    assert done == of


def test_what_is_written_next_gets_the_next_number(region):
    top = max(Incident.objects.values_list("pk", flat=True))
    assert rows("SELECT nextval(pg_get_serial_sequence('incidents_incident', 'id'))") == [
        (top + 1,)
    ]


def test_sixty_indicators_stand_where_the_bench_looks_with_five_years_of_each(region):
    rows_ = table(Unit.objects.get(code=cases.FOREGROUND), NOW.date())
    assert len(rows_) == Indicator.objects.count() == 60
    assert Figure.objects.filter(unit=rows_[0].unit_id).count() == 60 * 60
    assert all(row.series.latest.value is not None for row in rows_)


def test_what_stands_above_is_the_sum_of_what_was_measured_below(region):
    one = Indicator.objects.get(code="fall")
    unit = Unit.objects.get(code="V-IND")
    month = Figure.objects.filter(indicator=one, unit=unit).order_by("-period").first()
    values = Measurement.objects.filter(
        indicator=one, unit__path__startswith=unit.path, period=month.period
    ).values_list("numerator", "denominator")
    assert (month.numerator, month.denominator) == tuple(map(sum, zip(*values, strict=True)))
    assert (month.own, month.reporting) == (False, len(values))


def test_a_demand_is_answered_all_the_way_down_with_actions_that_are_judged(region):
    placed = Placement.objects.all()
    assert placed.filter(above=None).count() == TRUSTS
    assert placed.exclude(above=None).count() == 400
    assert PlacementAction.objects.count() == 2000
    assert not placed.exclude(state="accepted").exists()


def test_the_numbers_kept_by_triggers_are_checked(told):
    url = str(postgres.named(database=populated.current()).owner_url)
    with loading.loader(url) as load:
        checking.check(load)
    with pytest.raises(checking.Differs):
        count_wrong(url)


def count_wrong(url: str) -> None:
    with loading.loader(url) as load:
        load.run("UPDATE incidents_tally SET concluded = concluded + 1 WHERE received > 0")
        checking.check(load)


def test_one_signs_in_as_a_persona_and_sees_no_other_trust(told, stopped_clock, settings):
    settings.DEMO = True
    client = Client()
    assert client.post("/demo/clinic_director/").status_code == 302
    with scope.acting(scope.SYSTEM):
        inside = Incident.objects.filter(responsible_unit__path__startswith=path("V-MED")).first()
        outside = Incident.objects.filter(trust__code="HF-TIN").first()
    assert client.get(f"/avvik/{inside.uuid}/").status_code == 200
    assert client.get(f"/avvik/{outside.uuid}/").status_code == 404
    assert client.get("/avvik/").content.count(b"data-title") == 50


def path(code: str) -> str:
    return Unit.objects.get(code=code).path


def test_everyone_in_the_demo_is_there(region):
    for key, told in personas().items():
        account = Account.objects.get(username=key)
        assert (account.person.name, account.person.home_unit.code) == (told.name, told.unit)
        assert not account.has_usable_password()


def test_a_report_is_told_of_as_the_command_tells_it(region):
    """Step, trail, message and duty have the same form as those of a report made by the command."""
    waiting = Incident.objects.filter(state="received", about_leader=False)
    # A deputy is told too, and only one unit has one.
    waiting = waiting.exclude(unit__code="V-M1").select_related("unit", "reporter__person")
    old = waiting.latest("reported_at")
    nurse = old.reporter.person
    with scope.acting(access.standing_of(nurse, clock.day(NOW)).scope):
        new = commands.report_incident(
            report=Report(
                unit=old.unit,
                kind=old.kind,
                description="Bad uten varsel på gangen.",
                happened_at=NOW,
                harm_actual=old.harm_actual,
            ),
            key=nurse.uuid,
            by=nurse,
            now=NOW,
        )
    assert form_of(new) == form_of(old)
    with scope.acting(scope.Scope(person_id=nurse.pk)):
        grants = Grant.objects.filter(kind="incident")
        assert len(set(grants.values_list("part", "reason"))) == 1


def form_of(incident: Incident) -> list[object]:
    """What a report left, without what differs from one to the next."""
    step = IncidentStep.objects.get(incident=incident, act="report")
    entry = Entry.objects.get(subject="incident", subject_id=incident.pk, act="incident.report")
    duty = Duty.objects.get(subject_uuid=incident.uuid)
    said = Message.objects.filter(key__startswith=f"incident:{incident.uuid}").order_by("pk")
    own = (str(incident.uuid), incident.title, str(incident.pk), f"{incident.reported_at:%Y}")

    def plain(text: object) -> str:
        for part in own:
            text = str(text).replace(part, "_")
        return str(text)

    return [
        (step.by_id, step.note, step.for_reporter, step.detail),
        (entry.act, plain(entry.text), entry.detail, entry.trust_id),
        (plain(duty.key), duty.kind, duty.role, duty.unit_id, duty.person_id),
        sorted((plain(m.key), plain(m.subject), plain(m.text), plain(m.path)) for m in said),
    ]


def test_the_same_seed_tells_the_same_and_another_something_else():
    one = events(1, 600)
    assert one == events(1, 600)
    assert [case.uuid for case in one] != [case.uuid for case in events(2, 600)]


def test_what_is_open_in_the_clinic_is_the_same_however_many_there_are_elsewhere():
    def open_there(incidents: int) -> list[tuple[object, ...]]:
        place, _humans = settling.people_of(Random(1), trusts=TRUSTS, people=PEOPLE)
        there = {one.id for one in place.below(cases.FOREGROUND)}
        found = cases.Events(place, Random(1), incidents, NOW).cases()
        return [
            (case.uuid, case.state, case.taken, len(case.deeds))
            for case in found
            if case.responsible in there and case.state != "concluded"
        ]

    assert len(open_there(1_500)) > 60
    assert open_there(1_500) == open_there(6_000)


def test_reports_come_in_order_with_the_days_of_five_years():
    reported = [case.reported for case in events(1, 3_000)]
    assert reported == sorted(reported)
    assert (NOW.timestamp() - reported[0]) / 86_400 > 1_800
    assert reported[-1] < NOW.timestamp()


def test_a_unit_needs_a_leader_and_somebody_to_lead():
    with pytest.raises(settling.TooFewPeople):
        settling.people_of(Random(1), trusts=TRUSTS, people=900)


def test_full_size_has_five_thousand_units_in_eleven_trusts():
    place, _humans = settling.people_of(Random(1), trusts=built.TRUSTS, people=built.PEOPLE)
    trusts = [one for one in place.places.values() if one.facts.level == "trust"]
    assert len(trusts) == 11
    assert 4_700 < len(place.places) < 5_300
    assert len({one.facts.code for one in place.places.values()}) == len(place.places)
