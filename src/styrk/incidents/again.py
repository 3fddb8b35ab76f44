"""A report that comes once more from another form: the answer was lost, or one went back for a new one.

What is the same to the letter, from the same person, of the same moment and the same place, is the
same report. A time that nobody chose, but the form filled in, is no difference. Whoever means another has only to say what is different:
two things that happened are hardly told in just the same words, and are then told of as one.
"""

from datetime import datetime, timedelta

from django.db.models import F, Q

from styrk.core import clock
from styrk.incidents.models import Incident
from styrk.incidents.responsible import leaders_meant
from styrk.incidents.states import worst
from styrk.incidents.types import Report
from styrk.organisation.models import Person

SOON = timedelta(minutes=10)


def told_before(report: Report, by: Person, now: datetime) -> Incident | None:
    """The person's own report of just this, if it came a moment ago and nobody has changed it."""
    found = Incident.objects.filter(
        _at_one_moment(report),
        reporter__person=by,
        reported_at__gt=now - SOON,
        unit=report.unit,
        kind=report.kind,
        description=report.description,
        immediate=report.immediate,
        place=report.place,
        harm_actual=report.harm_actual,
        harm_possible=worst(report.harm_actual, report.harm_possible),
        about_leader=report.is_about_leader,
    )
    meant = leaders_meant(
        by,
        report.unit,
        clock.day(now),
        own=report.about_leader,
        there=report.about_leader_there,
    )
    told = sorted(photo.digest for photo in report.photos), sorted(meant.values())
    return next((one for one in found.order_by("pk") if _beside(one) == told), None)


def _at_one_moment(report: Report) -> Q:
    same = Q(happened_at=report.happened_at)
    just_now = Q(happened_at__gt=F("reported_at") - SOON)
    return same | just_now if report.time_unchosen else same


def _beside(incident: Incident) -> tuple[list[str], list[str]]:
    """What was told beside the words: the photos, and whose leader it is about."""
    photos = incident.attachments.values_list("digest", flat=True)
    about = incident.steps.filter(act="report").values_list("detail__about", flat=True)
    return sorted(photos), about[0] or []
