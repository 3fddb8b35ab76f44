"""What was done to a unit and to the posts at it, and what was said of them only afterwards."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.organisation.rules import LEADER
from styrk.trail.models import Entry
from styrk.trail.queries import newest

GIVEN = ("appoint", "prolong_appointment", "name_deputy")
ENDED = ("end_appointment", "end_deputyship")


def history_of_unit(unit: Unit, *, posts: bool, limit: int) -> list[Entry]:
    """What has been done to the unit and to who leads it, newest first; `posts`: every role."""
    itself = Q(subject="unit", subject_id=unit.pk)
    at_unit = _at(unit) if posts else _leading(unit)
    return newest(itself, _of_people(unit) & at_unit, limit=limit)


def registered_after(units: Iterable[Unit], on: date) -> list[Entry]:
    """What changed, after the day was over, who led the units that day or acted for the leaders."""
    later = Q(at__gte=clock.start_of(on + timedelta(days=1)))
    found = newest(*(_of_people(unit) & _leading(unit) & later for unit in units))
    return [entry for entry in found if _changes(entry, on.isoformat())]


def _changes(entry: Entry, on: str) -> bool:
    """Does what the entry says begin or end a post so that the day has another answer?"""
    detail = entry.detail
    if entry.act in GIVEN:
        return detail["since"] <= on and on <= (detail["until"] or on)
    if entry.act in ENDED:
        return bool(detail["since"] <= on and detail["until"] < on)
    days = sorted(day for day in (detail.get("before"), detail["left_on"]) if day)
    return days[0] < on and (len(days) == 1 or on <= days[1])


def _of_people(unit: Unit) -> Q:
    """Of those who hold, held or are to hold a post at the unit, or act for its leader."""
    held = unit.appointments.order_by().values("person_id")
    acting = unit.deputyships.order_by().values("person_id")
    return Q(subject="person", subject_id__in=held.union(acting))


def _at(unit: Unit) -> Q:
    return Q(detail__unit=unit.pk) | Q(detail__units__contains=unit.pk)


def _leading(unit: Unit) -> Q:
    leads = Q(detail__role=LEADER) | Q(act__in=("name_deputy", "end_deputyship"))
    return (Q(detail__unit=unit.pk) & leads) | Q(detail__led__contains=unit.pk)
