"""Reporting: once, whatever the network and the finger do."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.access.commands import grant_to_person
from styrk.core import clock, guard, ids
from styrk.incidents import photos
from styrk.incidents.models import Attachment, Incident, Reporter
from styrk.incidents.record import letters, step, to_reporter
from styrk.incidents.responsible import (
    Responsible,
    lay_duty,
    leaders_meant,
    past_leaders,
    recuse,
    responsible_for,
    share_with,
)
from styrk.incidents.states import SERIOUS, worst
from styrk.incidents.types import REPORT_PART, Report
from styrk.messages.commands import send
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import already_done, command

TITLE_CHARACTERS = 90
# A shorter line or sentence says too little.
LINE_CHARACTERS = 15


class HappenedLater(ValueError):
    """What is reported lies in the future."""


@command
def report_incident(*, report: Report, key: UUID, by: Person, now: datetime) -> Incident:
    """Take in a report and let it find its leader. The same facts under the same key from the same
    person are one report; other facts are another, so that what is corrected is not thrown away.

    Raises guard.IdentityFound, HappenedLater.
    """
    guard.refuse_identity(report.description, report.immediate, report.place)
    if report.happened_at > now:
        raise HappenedLater
    submission = uuid5(by.uuid, f"{key} {_facts(report)}")
    if (earlier := _earlier(submission)) is not None:
        return earlier
    try:
        with transaction.atomic():
            return _receive(report, submission, by, now)
    except IntegrityError:
        # Another request with the same key was first, a moment ago.
        if (earlier := _earlier(submission)) is not None:
            return earlier
        raise


def _facts(report: Report) -> str:
    """All that was told, as text."""
    facts = vars(report) | {
        "unit": report.unit.pk,
        "photos": [photo.digest for photo in report.photos],
        # What was said, where our clock had to correct it: the same at every tap.
        "happened_at": (report.said_at or report.happened_at).timestamp(),
        "said_at": None,
    }
    return json.dumps(facts, sort_keys=True)


def title_of(description: str) -> str:
    """The first sentence or line, cut at a word, as the report's title."""
    first, _newline, _rest = description.strip().partition("\n")
    line = " ".join((first if len(first.strip()) >= LINE_CHARACTERS else description).split())
    line = line[:1].upper() + line[1:]
    for end in (". ", "! ", "? "):
        first, found, _rest = line.partition(end)
        if found and LINE_CHARACTERS <= len(first) < len(line):
            line = first + end.strip()
    if len(line) <= TITLE_CHARACTERS:
        return line.rstrip(".")
    return line[:TITLE_CHARACTERS].rsplit(" ", 1)[0].rstrip(".,;:– ") + " …"


def _earlier(submission: UUID) -> Incident | None:
    found = Incident.objects.filter(submission=submission).first()
    if found is not None:
        already_done()
    return found


def _receive(report: Report, submission: UUID, by: Person, now: datetime) -> Incident:
    on = clock.day(now)
    own, there = report.about_leader, report.about_leader_there
    meant = leaders_meant(by, report.unit, on, own=own, there=there)
    responsible = past_leaders(by, meant, on) if meant else responsible_for(report.unit, on)
    incident = _incident(report, submission, responsible, now)
    # The grant and the recusals come first: with them the row is never seen by the wrong one, and
    # always by the one who reported.
    grant_to_person(
        kind="incident",
        record_id=incident.pk,
        part=REPORT_PART,
        person=by,
        by=by,
        now=now,
        reason="Meldte",
    )
    recuse(incident, responsible.recused, "Meldingen gjelder lederen", now)
    incident.save(force_insert=True)
    Reporter.objects.create(incident=incident, person=by, trust_id=incident.trust_id)
    _attach(incident, report.photos, now)
    step(
        incident,
        "report",
        by,
        now,
        text=f"Meldte «{incident.title}»",
        for_reporter=True,
        unnamed=True,
        unit=report.unit.name,
        **_past(meant, responsible),
    )
    share_with(incident, responsible, by, now)
    lay_duty(incident, responsible, now)
    _tell(incident, responsible, by, now)
    return incident


def _past(meant: Mapping[Unit, str], responsible: Responsible) -> dict[str, Any]:
    """Whom it went past and to whom, for the one who reported."""
    if not meant:
        return {}
    about = sorted(meant.values())
    return {"past": responsible.unit.name, "past_role": responsible.role, "about": about}


def _incident(
    report: Report, submission: UUID, responsible: Responsible, now: datetime
) -> Incident:
    return Incident(
        pk=ids.next_id(Incident),
        trust_id=report.unit.legal_id,
        unit=report.unit,
        responsible_unit=responsible.unit,
        submission=submission,
        kind=report.kind,
        harm_actual=report.harm_actual,
        harm_possible=worst(report.harm_actual, report.harm_possible),
        title=title_of(report.description),
        description=report.description,
        immediate=report.immediate,
        place=report.place,
        happened_at=report.happened_at,
        reported_at=now,
        about_leader=report.is_about_leader,
        past_line=responsible.is_chair,
    )


def _attach(incident: Incident, pictures: list[photos.Photo], now: datetime) -> None:
    for nth, picture in enumerate(pictures, start=1):
        Attachment.objects.create(
            incident=incident,
            trust_id=incident.trust_id,
            file=photos.store(picture),
            # The name a file had may say whose it was.
            name=f"bilde-{nth}.{picture.suffix}",
            content_type=picture.content_type,
            size=len(picture.content),
            digest=picture.digest,
            added_at=now,
        )


def _tell(incident: Incident, responsible: Responsible, by: Person, now: datetime) -> None:
    """In one go: who reported and who is recused was known a moment ago."""
    thanks = to_reporter(
        by,
        incident,
        "report",
        lambda: _(
            "Takk for at du sa fra. Meldingen er mottatt, og du får vite hva som skjer videre."
        ),
    )
    serious = incident.harm_actual in SERIOUS
    waits = letters(
        responsible.holders,
        responsible.recused,
        incident,
        f"received:{responsible.unit.pk}",
        lambda: (
            _("Ny alvorlig melding venter på deg") if serious else _("Ny melding venter på deg")
        ),
        reverse("incidents:incident", args=[incident.uuid]),
    )
    send([thanks, *waits], now=now)
