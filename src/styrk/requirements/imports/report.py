"""What an import did, or would do."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.requirements.commands import Receipt


@dataclass(frozen=True)
class Line:
    """One thing wrong, or worth a look: in which file, where in it, and what."""

    file: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{', '.join(part for part in (self.file, self.place) if part)}: {self.message}"


def place_of(ref: str) -> str:
    """Where in a file, by the id of what stands there."""
    return _("id %(ref)s") % {"ref": ref}


@dataclass(frozen=True)
class Outcome:
    """What came of one source. Numbers are sentences, against the edition before."""

    source: str
    title: str
    edition: str
    is_new: bool
    requirements: int
    new: int
    changed: int
    gone: int
    same: int
    uuid: UUID

    @staticmethod
    def of(receipt: Receipt) -> "Outcome":
        return Outcome(
            source=receipt.edition.source.code,
            title=receipt.edition.source.title,
            edition=receipt.edition.label,
            is_new=receipt.is_new,
            requirements=receipt.asks,
            new=receipt.new,
            changed=receipt.changed,
            gone=receipt.gone,
            same=receipt.same,
            uuid=receipt.edition.uuid,
        )

    def __str__(self) -> str:
        if not self.is_new:
            return _("%(title)s: uendret, utgaven %(edition)s.") % {
                "title": self.title,
                "edition": self.edition,
            }
        return _(
            "%(title)s: ny utgave %(edition)s med %(asks)s krav."
            " Punkter: %(new)s nye, %(changed)s endret, %(gone)s borte, %(same)s uendret."
        ) % {
            "title": self.title,
            "edition": self.edition,
            "asks": self.requirements,
            "new": self.new,
            "changed": self.changed,
            "gone": self.gone,
            "same": self.same,
        }


@dataclass(frozen=True)
class Report:
    """`applied` is False for a rehearsal, where there are errors, and where nothing was new."""

    files: Sequence[str]
    dry_run: bool
    applied: bool
    editions: Sequence[Outcome] = ()
    errors: Sequence[Line] = field(default=())
    notes: Sequence[Line] = field(default=())

    @property
    def refused(self) -> bool:
        return bool(self.errors)

    @property
    def is_empty(self) -> bool:
        """Everything is there already."""
        return not any(one.is_new for one in self.editions)

    def as_json(self) -> dict[str, Any]:
        """Plain data: files, dry_run, applied, editions, errors and notes."""
        told = asdict(self)
        for one in told["editions"]:
            one["uuid"] = str(one["uuid"])
        return told

    def lines(self) -> list[str]:
        """The same for a person, a line each."""
        return [*map(str, (*self.errors, *self.notes, *self.editions)), self.outcome()]

    def outcome(self) -> str:
        if self.errors:
            number = len(self.errors)
            return ngettext(
                "%(number)s feil. Ingenting er lest inn.",
                "%(number)s feil. Ingenting er lest inn.",
                number,
            ) % {"number": number}
        if self.is_empty:
            return _("Alt er likt fra før. Ingenting er endret.")
        return _("Prøvekjøring: ingenting er endret.") if self.dry_run else _("Lest inn.")
