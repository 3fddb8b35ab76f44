"""Requirement libraries from files: our own forms, CISO Assistant's, and OSCAL catalogs."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from styrk.core import clock, guard
from styrk.core.files import SourceFile
from styrk.core.guard import Kind
from styrk.organisation.models import Person, Unit
from styrk.requirements import frameworks, queries
from styrk.requirements.imports.receiving import Parcel, Taking, take
from styrk.requirements.imports.report import Line, Report, place_of
from styrk.requirements.libraries import MESSAGES, Item, Library, Problem, Read, read
from styrk.requirements.models import Source
from styrk.requirements.states import SourceKind

# What is certain to be a person: e-mail and telephone stand in published frameworks too.
PERSONS = {Kind.fnr: "fødselsnummer", Kind.dnr: "D-nummer"}


def import_library(
    files: Sequence[SourceFile],
    *,
    by: Person | None,
    now: datetime,
    dry_run: bool,
    kind: str = SourceKind.FRAMEWORK,
    unit: Unit | None = None,
    owner: Person | None = None,
    may_keep: Callable[[Source], bool] = lambda _source: True,
) -> Report:
    """Read libraries and take each in as an edition of its source. Raises nothing for bad input.

    `may_keep` says whether an edition of a source that is registered may come from whoever asks.
    """
    told = [(one.name, read(one.data, one.name)) for one in files]
    found = [(name, one.library, one) for name, one in told if one.library is not None]
    errors = [_line(problem) for _name, one in told for problem in one.problems]
    errors += [line for name, library, _one in found for line in _unfit(name, library)]
    errors += _not_yours([(name, library) for name, library, _one in found], may_keep)
    notes = [_line(warning) for _name, one in told for warning in one.warnings]
    parcels = [_parcel(name, library, one, kind, now) for name, library, one in found]
    taking = Taking(by, now, dry_run, unit, owner)
    return take([one.name for one in files], parcels, taking, errors, notes)


def _not_yours(
    found: Sequence[tuple[str, Library]], may_keep: Callable[[Source], bool]
) -> list[Line]:
    """Sources of others, where an edition would be theirs to make."""
    there = queries.sources_coded([library.urn or library.code for _name, library in found])
    text = _("«%(title)s» har et annet ansvarlig sted. Be dem lese inn den nye utgaven.")
    return [
        Line(name, "", text % {"title": there[code].title})
        for name, library in found
        if (code := library.urn or library.code) in there and not may_keep(there[code])
    ]


def _parcel(name: str, library: Library, told: Read, kind: str, now: datetime) -> Parcel:
    day = clock.day(now)
    return Parcel(name, frameworks.received(library, told.form, kind=kind, read_on=day))


def _unfit(name: str, library: Library) -> Iterator[Line]:
    """What a library may be, and our register may not."""
    if not library.requirements:
        yield Line(
            name,
            "",
            _("Fila har ingen krav. Risikomatriser og koblinger alene leses ikke inn her."),
        )
    for item in library.requirements:
        if kinds := _persons(item):
            text = _("Teksten inneholder et %(what)s. Ta det bort, og prøv igjen.")
            yield Line(name, place_of(item.ref[:80]), text % {"what": " og et ".join(kinds)})


def _persons(item: Item) -> list[str]:
    text = f"{item.title}\n{item.text}\n{item.note}"
    if sum(map(str.isdigit, text)) < len("13097248022"):
        return []
    kinds = {found.kind for found in guard.blocking(text)}
    return [word for kind, word in PERSONS.items() if kind in kinds]


def _line(problem: Problem) -> Line:
    place = problem.place
    row = ""
    if place.row:
        word = _("rad %(row)s") if place.sheet else _("linje %(row)s")
        row = word % {"row": place.row}
    where = ", ".join(part for part in (place.sheet, row, place.name) if part)
    return Line(place.file, where, _(MESSAGES[problem.code]) % problem.values)
