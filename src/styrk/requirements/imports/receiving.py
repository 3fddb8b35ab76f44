"""Taking in what was read, all of it or nothing, or only as if."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from styrk.organisation.models import Person, Unit
from styrk.requirements import commands
from styrk.requirements.imports.report import Line, Outcome, Report, place_of
from styrk.requirements.types import Received

# An index of the database holds no longer name than about 2,700 bytes.
LONGEST_NAME = 500


@dataclass(frozen=True)
class Parcel:
    """A document that was read, and the file that it came in."""

    file: str
    received: Received


@dataclass(frozen=True)
class Taking:
    """Who takes something in, when, on whose behalf, and whether only as a rehearsal."""

    by: Person | None
    now: datetime
    dry_run: bool
    unit: Unit | None = None
    owner: Person | None = None


class _Undone(Exception):
    """Everything is to be undone; what came of it is known."""


def take(
    files: Sequence[str],
    parcels: Iterable[Parcel],
    taking: Taking,
    errors: Sequence[Line],
    notes: Sequence[Line] = (),
) -> Report:
    """Receive each document in turn. With any error, and in a rehearsal, nothing is left behind."""
    waiting = list(parcels)
    found = [*errors, *(line for one in waiting for line in _checked(one))]
    outcomes: list[Outcome] = []
    if not found:
        try:
            with transaction.atomic():
                found += _received(waiting, taking, outcomes)
                if found or taking.dry_run:
                    raise _Undone
        except _Undone:
            pass
    applied = not found and not taking.dry_run and any(one.is_new for one in outcomes)
    return Report(files, taking.dry_run, applied, [] if found else outcomes, found, list(notes))


def _received(parcels: list[Parcel], taking: Taking, outcomes: list[Outcome]) -> list[Line]:
    errors = []
    for one in parcels:
        try:
            receipt = commands.receive_edition(
                received=one.received,
                by=taking.by,
                now=taking.now,
                unit=taking.unit,
                owner=taking.owner,
            )
        except commands.Impossible as refused:
            errors.append(Line(one.file, "", _why(refused, one.received)))
        else:
            outcomes.append(Outcome.of(receipt))
    if not errors and any(one.is_new for one in outcomes):
        commands.settle_authorities(by=taking.by, now=taking.now)
    return errors


def _why(refused: commands.Impossible, received: Received) -> str:
    told = {"title": received.title, "label": received.label, "other": str(refused)}
    if isinstance(refused, commands.AlreadyThere):
        text = _(
            "Utgaven «%(label)s» av «%(title)s» finnes fra før med et annet innhold."
            " Gi den nye utgaven et eget versjonsnavn."
        )
    elif isinstance(refused, commands.OlderEdition):
        text = _(
            "Utgaven «%(label)s» av «%(title)s» er eldre enn «%(other)s», som er lest inn fra før."
        )
    else:
        text = _("«%(title)s» har ingen krav, så det er ingen utgave å gi ut.")
    return text % told


def _checked(parcel: Parcel) -> list[Line]:
    """What the database could not hold."""
    told = parcel.received
    names = [(told.code, ""), (told.label, ""), *((one.ref, one.ref) for one in told.sentences)]
    text = _("Navnet er for langt. Bruk høyst %(limit)s tegn.") % {"limit": LONGEST_NAME}
    return [
        Line(parcel.file, place_of(f"{place[:60]}…") if place else "", text)
        for name, place in names
        if len(name) > LONGEST_NAME
    ]
