"""Keeping the rota: that there is one, a whole week at once, and that it ends."""

from collections.abc import Sequence
from datetime import date, datetime

from styrk.core import guard
from styrk.duties.commands import settle
from styrk.organisation.models import Person, Unit
from styrk.serious.gaps import ask_for_gap
from styrk.serious.models import Rota, Shift
from styrk.serious.refusals import RotaThere, need
from styrk.serious.shifts import slots
from styrk.serious.types import GAP, Watch
from styrk.trail.commands import command, record


@command
def begin_rota(*, unit: Unit, watch: Watch, by: Person, now: datetime) -> Rota:
    """Raises RotaThere where the unit has one for the role."""
    guard.refuse_identity(watch.role)
    need(watch.role)
    _refuse_double(unit, watch.role)
    rota = Rota.objects.create(
        unit=unit,
        trust_id=unit.legal_id,
        role=watch.role,
        changes=list(watch.changes),
        minutes=watch.minutes,
        at=now,
        by=by,
    )
    _note(rota, "begin_rota", by, now, text="Begynte en vaktliste")
    return rota


@command
def change_rota(*, rota: Rota, watch: Watch, by: Person, now: datetime) -> None:
    """What is written of weeks stands. Raises RotaThere."""
    guard.refuse_identity(watch.role)
    need(watch.role)
    if watch.role != rota.role:
        _refuse_double(rota.unit, watch.role)
    rota.role, rota.changes, rota.minutes = watch.role, list(watch.changes), watch.minutes
    rota.save(update_fields=["role", "changes", "minutes"])
    _note(rota, "change_rota", by, now, text="Endret en vaktliste")


@command
def write_week(
    *, rota: Rota, monday: date, people: Sequence[Person | None], by: Person, now: datetime
) -> None:
    """Who is on call in each shift of a week, in order. What was written before stands beneath."""
    week = slots(monday, rota.changes)
    Shift.objects.bulk_create(
        Shift(rota=rota, person=person, starts_at=start, ends_at=end, at=now, by=by)
        for (start, end), person in zip(week, people, strict=True)
    )
    _note(rota, "write_week", by, now, text="Skrev en uke i vaktlista")
    ask_for_gap(rota, now)


@command
def end_rota(*, rota: Rota, by: Person, now: datetime) -> None:
    """Nobody is found by it any more."""
    rota.ended_at, rota.ended_by = now, by
    rota.save(update_fields=["ended_at", "ended_by"])
    _note(rota, "end_rota", by, now, text="Avsluttet en vaktliste")
    settle(kind=GAP, subject_uuid=rota.uuid, by=by, now=now)


def _refuse_double(unit: Unit, role: str) -> None:
    if Rota.objects.filter(unit=unit, role=role, ended_at__isnull=True).exists():
        raise RotaThere


def _note(rota: Rota, act: str, by: Person, now: datetime, *, text: str) -> None:
    record(
        by=by,
        now=now,
        act=f"serious.{act}",
        subject="rota",
        subject_id=rota.pk,
        trust_id=rota.trust_id,
        text=text,
    )
