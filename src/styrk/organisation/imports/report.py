"""An import from the command line: read the files, apply unless it is a rehearsal, and tell."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from styrk.core import clock
from styrk.core.files import SourceFile
from styrk.organisation.imports.applying import HasErrors, apply
from styrk.organisation.imports.plan import Plan, read
from styrk.organisation.imports.rows import Counts, Note, RowError
from styrk.organisation.models import Person


@dataclass(frozen=True)
class Report:
    """What an import did, or would do. `applied` is False for a rehearsal and where there are errors."""

    files: list[str]
    dry_run: bool
    applied: bool
    counts: dict[str, Counts]
    errors: list[RowError]
    notes: list[Note]

    @property
    def refused(self) -> bool:
        return bool(self.errors)

    def as_json(self) -> dict[str, Any]:
        """Plain data: files, dry_run, applied, counts by kind, errors and notes by row."""
        return asdict(self)

    def lines(self) -> list[str]:
        """The same in bokmål, a line each."""
        problems = [_line(error, error.column) for error in self.errors]
        notes = [_line(note) for note in self.notes]
        return [*problems, *notes, *_counted(self.counts), self._outcome()]

    def _outcome(self) -> str:
        if self.errors:
            facts = {"errors": len(self.errors)}
            return _("%(errors)s feil. Ingenting er importert.") % facts
        if not any(counts.new or counts.changed for counts in self.counts.values()):
            return _("Alt er likt fra før. Ingenting er endret.")
        if self.dry_run:
            return _("Prøvekjøring: ingenting er endret.")
        return _("Importert.")


def run_import(
    paths: Sequence[Path],
    mapping: str | None,
    *,
    dry_run: bool,
    roles: Collection[str],
    by: Person | None,
    now: datetime,
) -> Report:
    """Import the files at `paths`. Errors are in the report; nothing is raised for bad input."""
    sources, missing = _opened(paths)
    plan = read(sources, mapping, roles=roles, on=clock.day(now))
    errors = [*missing, *plan.errors]
    applied = False
    if not errors and not dry_run:
        try:
            plan = apply(plan, by=by, now=now)
            applied = not plan.is_empty
        except HasErrors as refused:
            plan, errors = refused.plan, refused.plan.errors
    return _report(plan, errors, paths, dry_run=dry_run, applied=applied)


def _opened(paths: Sequence[Path]) -> tuple[list[SourceFile], list[RowError]]:
    sources, missing = [], []
    for path in paths:
        try:
            sources.append(SourceFile(path.name, path.read_bytes()))
        except OSError as error:
            text = _("Fila kan ikke åpnes: %(why)s.")
            missing.append(RowError(str(path), 0, "", text % {"why": error.strerror}))
    return sources, missing


def _report(
    plan: Plan, errors: list[RowError], paths: Sequence[Path], *, dry_run: bool, applied: bool
) -> Report:
    return Report(
        files=[str(path) for path in paths],
        dry_run=dry_run,
        applied=applied,
        counts=plan.counts,
        errors=errors,
        notes=plan.notes,
    )


def _line(told: RowError | Note, column: str = "") -> str:
    place = [told.file]
    if told.row:
        place.append(_("rad %(row)s") % {"row": told.row})
    if column:
        place.append(column)
    return f"{', '.join(place)}: {told.message}"


def _counted(counts: dict[str, Counts]) -> list[str]:
    words = {"units": _("Enheter"), "people": _("Personer"), "appointments": _("Roller")}
    text = _("%(kind)s: %(new)s nye, %(changed)s endret, %(unchanged)s uendret")
    return [
        text % {"kind": words[kind], **asdict(each)}
        for kind, each in counts.items()
        if any(asdict(each).values())
    ]
