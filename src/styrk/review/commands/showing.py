"""That a version was shown to a board, and what is added to it later."""

import hashlib
from datetime import date, datetime

from styrk.core import clock, guard, states
from styrk.organisation.models import Person
from styrk.review import queries
from styrk.review.commands.refusals import BeforeSent, NotYet, need
from styrk.review.models import Presentation, Supplement, Version
from styrk.review.pack import from_json
from styrk.review.pack.files import Whole, written
from styrk.review.record import noted
from styrk.review.states import MOVES
from styrk.trail.commands import command


@command
def present_version(
    *,
    version: Version,
    shown_to: str,
    shown_on: date,
    basis: str = "",
    invented: bool = False,
    by: Person,
    now: datetime,
) -> Presentation:
    """«Slik styret så det»: the version and the very file that they saw, kept with the day.

    It is the file that could be fetched that day: with what was added to the version by then.
    """
    guard.refuse_identity(shown_to, basis)
    need(shown_to)
    if shown_on > clock.day(now):
        raise NotYet(shown_on)
    if shown_on < clock.day(version.at):
        raise BeforeSent(shown_on)
    states.move(MOVES, version.report.state, "present")
    added = [one for one in queries.supplements_of(version) if clock.day(one.at) <= shown_on]
    whole = Whole(from_json(version.content), version, added)
    pdf = written(whole, "pdf", now, invented=invented)
    shown = Presentation.objects.create(
        version=version,
        shown_to=shown_to,
        shown_on=shown_on,
        basis=basis,
        added=len(added),
        pdf=pdf,
        pdf_digest=hashlib.sha256(pdf).hexdigest(),
        at=now,
        by=by,
    )
    noted(
        version.report,
        "present",
        by,
        now,
        f"Viste {shown_to} utgave {version.number} av",
        day=shown_on.isoformat(),
        digest=shown.pdf_digest,
    )
    return shown


@command
def add_supplement(*, version: Version, text: str, by: Person, now: datetime) -> Supplement:
    """Add to what was sent. It stands as it was; this comes after it."""
    guard.refuse_identity(text)
    need(text)
    states.move(MOVES, version.report.state, "add")
    added = Supplement.objects.create(version=version, text=text, at=now, by=by, signed=by.name)
    noted(version.report, "add", by, now, "La et tillegg til", words=text)
    return added
