"""What every act on an incident leaves behind: a step, a line in the trail, a word to the reporter."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.core import scope
from styrk.core.rows import add
from styrk.incidents.models import Incident, IncidentStep, Reporter
from styrk.incidents.queries import recused_from
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person
from styrk.trail.commands import record, record_reading, record_readings


def step(
    incident: Incident,
    act: str,
    by: Person | None,
    now: datetime,
    *,
    text: str,
    note: str = "",
    for_reporter: bool = False,
    unnamed: bool = False,
    **detail: object,
) -> None:
    """Add a step and its line in the trail. `text` is the act in bokmål, in the past tense.

    An `unnamed` step does not say who it was: more people see it than may know. What is for the
    reporter is for those too who reported the same.
    """
    heard = for_reporter and act != "report"  # nothing is the same as what was just reported
    add(
        [
            IncidentStep(
                incident_id=pk,
                trust_id=incident.trust_id,
                act=act,
                at=now,
                by=None if unnamed else by,
                note=note,
                for_reporter=for_reporter,
                detail=detail,
            )
            for pk in [incident.pk, *(_same_as(incident) if heard else ())]
        ]
    )
    record(
        by=by,
        now=now,
        act=f"incident.{act}",
        subject="incident",
        subject_id=incident.pk,
        trust_id=incident.trust_id,
        text=text,
        **({"note": note} if note else {}),
        **detail,
    )


def tell_reporter(
    incident: Incident, event: str, text: Callable[[], str], *, now: datetime
) -> None:
    """A message to all who reported it. `event` makes the message of this event exactly one."""
    told = [(incident, _reporter(incident)), *_of_the_same(incident)]
    send([to_reporter(reporter, one, event, text) for one, reporter in told if reporter], now=now)


def to_reporter(
    reporter: Person, incident: Incident, event: str, text: Callable[[], str]
) -> Letter:
    return Letter(
        recipient=reporter,
        key=f"incident:{incident.uuid}:{event}:reporter",
        subject=lambda: _("Om det du meldte: %(title)s") % {"title": incident.title},
        text=text,
        path=reverse("incidents:own_report", args=[incident.uuid]),
    )


def tell(
    people: Iterable[Person],
    incident: Incident,
    event: str,
    subject: Callable[[], str],
    path: str,
    *,
    now: datetime,
) -> None:
    """The same message to several people, one each; never to one who is recused."""
    send(letters(people, recused_from(incident), incident, event, subject, path), now=now)


def letters(
    people: Iterable[Person],
    recused: Collection[Person],
    incident: Incident,
    event: str,
    subject: Callable[[], str],
    path: str,
) -> list[Letter]:
    """To each of the people but the recused."""
    return [
        Letter(
            recipient=person,
            key=f"incident:{incident.uuid}:{event}:{person.pk}",
            subject=subject,
            text=lambda: str(incident),
            path=path,
        )
        for person in people
        if person not in recused
    ]


def note_reading(incident: Incident, by: Person, now: datetime) -> None:
    """Note that a person has read of the incident."""
    record_reading(
        by=by,
        now=now,
        subject="incident",
        subject_id=incident.pk,
        reference=incident.reference,
    )


def note_readings(found: Iterable[Incident], by: Person, now: datetime) -> None:
    """Note that a person has read of all of these, at once."""
    record_readings(
        by=by,
        now=now,
        subject="incident",
        records=[(one.pk, one.reference) for one in found],
    )


def _same_as(incident: Incident) -> list[int]:
    """The reports that tell of the same as this case, also out of sight: asked as the system."""
    with scope.acting(scope.SYSTEM):
        return list(incident.same.order_by("pk").values_list("pk", flat=True))


def _of_the_same(incident: Incident) -> list[tuple[Incident, Person]]:
    with scope.acting(scope.SYSTEM):
        found = Reporter.objects.filter(incident__same_as=incident).order_by("pk")
        return [(one.incident, one.person) for one in found.select_related("incident", "person")]


def _reporter(incident: Incident) -> Person | None:
    """Whoever handles may not see who reported, and Styrk tells them all the same."""
    rows = Reporter.objects.filter(incident_id=incident.pk).select_related("person")
    if (seen := rows.first()) is not None:
        return seen.person
    with scope.acting(scope.SYSTEM):
        hidden = rows.all().first()
    return hidden.person if hidden else None
