"""Serious events in the demo: one that is told in time, one that waits for a decision, one just reported."""

from datetime import datetime, time, timedelta
from uuid import UUID

from styrk.core import clock, scope
from styrk.demo.people import World
from styrk.incidents import commands as incidents
from styrk.incidents import queries as of_incidents
from styrk.incidents.models import Incident
from styrk.incidents.types import Report
from styrk.organisation.models import Person
from styrk.serious import commands, queries, rules
from styrk.serious.evaluating import from_report
from styrk.serious.jobs import look_for_gaps
from styrk.serious.models import Event, Obligation
from styrk.serious.shifts import WEEK, monday_of
from styrk.serious.states import EntryKind, State
from styrk.serious.types import Judged, Sent, Told, Watch, Written

ASSESSED = {"error": "yes", "unclear": "no", "complex": "no"}
WHY = "Utfallet var uventet, og vi kan ikke utelukke at det skyldes noe hos oss."
DOSE = (
    "Pasienten fikk ti ganger for høy dose smertestillende i pumpe på natta, ble vanskelig å vekke og"
    " måtte til intensiv. Pumpa var stilt inn fra en gammel ordinasjon."
)
ALARM = (
    "Pasienten ble funnet livløs på rommet ved runden klokka tre. Overvåkingen var koblet fra etter en"
    " undersøkelse kvelden før, og alarmen gikk ikke."
)
WRONG = "Pasienten fikk blodfortynnende i to dager etter at det skulle vært stanset, og fikk hjerneblødning."
FOUND = (
    "Pumpa husker forrige innstilling, og ingen andre enn den som stiller den inn, ser over tallet."
)
# What stood in the case file: days after the event, the kind, and the words.
FILE = (
    (0.1, EntryKind.COURSE, "Intensivlegen ble tilkalt, og motgift ble gitt etter åtte minutter."),
    (0.4, EntryKind.PATIENT, "Overlegen fortalte pasienten og de pårørende hva som hadde skjedd."),
    (1, EntryKind.INVOLVED, "Sykepleier på nattevakt og forvakt på medisin."),
    (2, EntryKind.STAFF, "Samtale med de to på vakt. De vil være med og lage den nye sjekken."),
    (3, EntryKind.OFFER, "Møte er tilbudt pasienten og nærmeste pårørende, skriftlig."),
    (
        6,
        EntryKind.MEETING,
        "Møte med pasient og pårørende. De ba om å få vite hva som blir endret.",
    ),
)


def settle_serious(world: World, now: datetime) -> None:
    leader, other = world.personas["ward_leader"], world.personas["other_leader"]
    _on_call(world, leader, now)
    dose = _reported(world, "nurse", leader, DOSE, "severe", now - timedelta(days=9))
    _told(world, dose, leader, now)
    alarm = _reported(world, "nurse", leader, ALARM, "death", now - timedelta(days=2))
    with scope.acting(world.acting(leader, now)):
        _answered(alarm, leader, now - timedelta(days=1))
    wrong = _reported(world, "other_leader", other, WRONG, "severe", now - timedelta(hours=5))
    with scope.acting(scope.SYSTEM):
        commands.open_event(
            incident=Incident.objects.select_related("trust", "responsible_unit", "handler").get(
                pk=wrong.pk
            ),
            by=None,
            now=now - timedelta(hours=3),
        )


def _on_call(world: World, leader: Person, now: datetime) -> None:
    """This week and the next; one night of the next is not filled."""
    nurse, unit = world.personas["nurse"], leader.home_unit
    assert unit  # noqa: S101 - the demo's people have one
    begun, monday = now - timedelta(days=14), monday_of(clock.day(now))
    with scope.acting(world.acting(leader, begun)):
        watch = Watch("Ansvarsvakt", (time(8), time(15, 30)), 15)
        rota = commands.begin_rota(unit=unit, watch=watch, by=leader, now=begun)
        week = [leader, nurse] * 7
        for first, people in ((monday, week), (monday + WEEK, [*week[:-1], None])):
            commands.write_week(rota=rota, monday=first, people=people, by=leader, now=begun)
    look_for_gaps(now)


def _reported(
    world: World, who: str, leader: Person, text: str, harm: str, happened: datetime
) -> Incident:
    """Told half an hour later, and taken in hand by the leader within the next."""
    reporter, at = world.personas[who], happened + timedelta(minutes=30)
    unit = leader.home_unit
    assert unit  # noqa: S101 - the demo's people have one
    report = Report(
        unit=unit, kind="patient", description=text, happened_at=happened, harm_actual=harm
    )
    key = UUID(int=int(happened.timestamp()) * 1000 + len(text))
    with scope.acting(world.acting(reporter, at)):
        incident = incidents.report_incident(report=report, key=key, by=reporter, now=at)
    with scope.acting(world.acting(leader, at)):
        found = of_incidents.incident(incident.uuid)
        if found is not None:
            taken = at + timedelta(minutes=40)
            incidents.take_incident(incident=found, by=leader, now=taken)
    return incident


def _answered(incident: Incident, leader: Person, at: datetime) -> Event:
    seen = of_incidents.incident(incident.uuid)
    assert seen  # noqa: S101 - it is the leader's own
    said = from_report(seen)
    care = {"unexpected_outcome": True, "caused_by_care": True, "patient_on_other": False}
    told = Told(said.occurred_at, said.known_at, {**said.facts, **care, "medical_device": True})
    return commands.answer_questions(incident=seen, told=told, by=leader, now=at)


def _told(world: World, incident: Incident, leader: Person, now: datetime) -> None:
    """Answered the same day, decided and sent the next, and written up as it happened."""
    begun = incident.happened_at
    with scope.acting(world.acting(leader, now)):
        event = _answered(incident, leader, begun + timedelta(hours=6))
        for one in _duties(event):
            if rules.may_be_judged(one) and one.state == State.PROPOSED:
                judged = Judged(send=True, reason=WHY, assessment=ASSESSED)
                at = begun + timedelta(hours=20)
                commands.judge_obligation(obligation=one, judged=judged, by=leader, now=at)
        for one in _duties(event):
            for notice in one.notices.all():
                notice.event, notice.obligation = one.event, one
                if one.rule in {"V02", "V05", "V10"} and rules.may_be_sent(notice):
                    at = begun + timedelta(hours=26)
                    sent = Sent(at, "melde.no", leader.name, f"M-{event.pk:05}")
                    commands.mark_sent(notice=notice, sent=sent, by=leader, now=at)
        for days, kind, text in FILE:
            whole = queries.event(event.uuid)
            at = begun + timedelta(days=days)
            if whole is not None:
                written = Written(kind, at, text)
                commands.write_entry(event=whole, written=written, by=leader, now=at)
        seen = of_incidents.incident(incident.uuid)
        if seen is not None:
            incidents.record_analysis(
                incident=seen,
                found=FOUND,
                causes=["equipment", "routine"],
                persons="",
                by=leader,
                now=begun + timedelta(days=7),
            )


def _duties(event: Event) -> list[Obligation]:
    found = queries.event(event.uuid)
    return list(found.obligations.all()) if found else []
