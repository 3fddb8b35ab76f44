"""Laws and regulations from Lovdata, with new words from the acts that change them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from styrk.core import clock
from styrk.core.files import SourceFile
from styrk.organisation.models import Person
from styrk.requirements import queries, statutes
from styrk.requirements.amending import renewed
from styrk.requirements.imports.receiving import Parcel, Taking, take
from styrk.requirements.imports.report import Line, Report
from styrk.requirements.lovdata.notices import Notice
from styrk.requirements.lovdata.reading import read
from styrk.requirements.lovdata.shape import Law


@dataclass
class _Found:
    """What the files hold, and what is wrong with them. A law is kept with its file's name."""

    laws: list[tuple[str, Law]] = field(default_factory=list)
    errors: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def import_law(
    files: Sequence[SourceFile],
    *,
    by: Person | None,
    now: datetime,
    dry_run: bool,
    owner: Person | None = None,
) -> Report:
    """Take in laws and amending acts, in any order; raises nothing for bad input.

    An act that is in force gives its words to the sections that announce it, in these files and in
    laws that were taken in before.
    """
    found = _read(files)
    parcels = [] if found.errors else _parcels(found, clock.day(now))
    taking = Taking(by, now, dry_run, owner=owner)
    return take([one.name for one in files], parcels, taking, found.errors, found.notes)


def _read(files: Sequence[SourceFile]) -> _Found:
    found = _Found()
    for one in files:
        told = read(one.data, one.name)
        fatal = [problem for problem in told.problems if problem.fatal]
        found.errors += [_line(one.name, problem) for problem in fatal]
        found.notes += [_line(one.name, p) for p in told.problems if not p.fatal]
        if told.law is not None:
            found.laws.append((one.name, told.law))
            found.errors += [] if told.law.provisions else [_without_words(one.name)]
    return found


def _parcels(found: _Found, day: date) -> list[Parcel]:
    """The laws of the files, and those taken in before that get new words; the oldest first."""
    given = [law for _name, law in found.laws]
    before = queries.laws_changed_by([law for law in given if law.amendments], without=given)
    acts = {law.refid: law for law in queries.acts_that_change([*given, *before])}
    acts |= {law.refid: law for law in given if law.amendments}
    parcels = []
    for name, law in [*found.laws, *((law.title, law) for law in before)]:
        new, sections = _merged(name, law, acts.values(), day, found)
        if sections or law not in before:
            parcels.append(Parcel(name, statutes.received(new, day)))
    return sorted(parcels, key=lambda one: one.received.dated)


def _merged(
    name: str, law: Law, acts: Iterable[Law], day: date, found: _Found
) -> tuple[Law, tuple[str, ...]]:
    told = renewed(law, acts, day)
    found.notes += [_line(name, problem) for problem in told.problems]
    return told.law, told.sections


def _line(file: str, notice: Notice) -> Line:
    return Line(file, notice.where, _(notice.template) % dict(notice.values))


def _without_words(file: str) -> Line:
    return Line(file, "", _("Fila har ingen bestemmelser."))
