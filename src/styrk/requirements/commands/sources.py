"""Sources, and their editions from draft to published."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import connection

from styrk.core import guard, states
from styrk.organisation.models import Person, Unit
from styrk.requirements.commands.proposing import ask_for_review, propose_successions
from styrk.requirements.commands.refusals import (
    AlreadyThere,
    DraftThere,
    NothingToPublish,
    OlderEdition,
    Published,
)
from styrk.requirements.models import Edition, Requirement, Source
from styrk.requirements.states import EDITION_MOVES, EditionState
from styrk.requirements.types import Sentence, Wording
from styrk.trail.commands import already_done, command, record


@command
def register_source(
    *,
    code: str,
    kind: str,
    title: str,
    by: Person | None,
    now: datetime,
    issuer: str = "",
    url: str = "",
    unit: Unit | None = None,
    owner: Person | None = None,
) -> Source:
    """Take a document into the register. Raises AlreadyThere where the code is in use."""
    if Source.objects.filter(code=code).exists():
        raise AlreadyThere(code)
    source = Source.objects.create(
        code=code, kind=kind, title=title, issuer=issuer, url=url, unit=unit, owner=owner
    )
    _record_source(source, "register", by, now, f"Tok «{title}» inn i registeret over kilder")
    return source


@command
def name_source_owner(*, source: Source, owner: Person, by: Person, now: datetime) -> None:
    """Say who follows the source, and hears when it changes."""
    source.owner = owner
    source.save(update_fields=["owner"])
    _record_source(
        source, "name_owner", by, now, f"Ga ansvaret for «{source.title}» til {owner.name}"
    )


@command
def begin_edition(
    *,
    source: Source,
    label: str,
    dated: date,
    by: Person | None,
    now: datetime,
) -> Edition:
    """A draft of how the source reads from a day: one at a time of a source.

    Raises DraftThere, AlreadyThere where the label is in use, and OlderEdition where a newer one is
    published.
    """
    Source.objects.select_for_update(no_key=True, of=("self",)).get(pk=source.pk)
    if source.editions.filter(state=EditionState.DRAFT).exists():
        raise DraftThere
    edition = open_edition(Edition(source=source, label=label, dated=dated))
    _newest_before(edition)
    _record(edition, "begin", by, now, f"Begynte på utgaven {edition}")
    return edition


def open_edition(edition: Edition) -> Edition:
    """The draft saved, where its label is free. Raises AlreadyThere."""
    if edition.source.editions.filter(label=edition.label).exists():
        raise AlreadyThere(edition.label)
    edition.save()
    return edition


def _newest_before(edition: Edition) -> Edition | None:
    """The newest published edition of the source. Raises OlderEdition where it is dated after this."""
    published = edition.source.editions.filter(state=EditionState.PUBLISHED, followed_by=None)
    newest = published.order_by("-dated", "-pk").first()
    if newest and newest.dated > edition.dated:
        raise OlderEdition(newest.label)
    return newest


@command
def discard_edition(*, edition: Edition, by: Person, now: datetime) -> None:
    """Throw a draft away, with all that is written in it. Raises Published."""
    _need_draft(edition)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM requirements_requirement WHERE edition_id = %s", [edition.pk])
    _record(edition, "discard", by, now, f"Forkastet utkastet {edition}")
    edition.delete()


@command
def write_requirement(
    *, edition: Edition, wording: Wording, by: Person, now: datetime
) -> Requirement:
    """Add a requirement at the end of a draft. Raises Published, AlreadyThere or IdentityFound."""
    _need_draft(edition)
    if edition.requirements.filter(ref=wording.ref).exists():
        raise AlreadyThere(wording.ref)
    last = edition.requirements.order_by("-position").values_list("position", flat=True).first()
    requirement = Requirement(edition=edition, ref=wording.ref, position=(last or 0) + 1)
    _say(requirement, wording)
    _record(edition, "write", by, now, f"Skrev kravet {requirement} i {edition}")
    return requirement


@command
def write_requirements(
    *, edition: Edition, wordings: Iterable[Wording], by: Person, now: datetime
) -> int:
    """Add all of these at the end of a draft, or none of them; gives how many."""
    written = [write_requirement(edition=edition, wording=one, by=by, now=now) for one in wordings]
    if not written:
        already_done()
    return len(written)


@command
def reword_requirement(
    *, requirement: Requirement, wording: Wording, by: Person, now: datetime
) -> None:
    """Change a requirement while its edition is a draft."""
    _need_draft(requirement.edition)
    _say(requirement, wording)
    _record(requirement.edition, "reword", by, now, f"Endret kravet {requirement}")


@command
def publish_edition(*, edition: Edition, by: Person | None, now: datetime) -> None:
    """From here on the edition stands. What became of the one before is proposed, for review.

    Raises NothingToPublish, and OlderEdition where a newer one is published.
    """
    edition.state = states.move(EDITION_MOVES, _held_state(edition), "publish")
    requirements = list(edition.requirements.order_by("position"))
    if not requirements:
        raise NothingToPublish
    edition.follows = _newest_before(edition)
    edition.published_at = now
    edition.digest = digest_of(requirements)
    edition.save(update_fields=["state", "follows", "published_at", "digest"])
    propose_successions(edition, requirements)
    ask_for_review(edition, now)
    _record(edition, "publish", by, now, f"Ga ut {edition}", digest=edition.digest)


def digest_of(requirements: Iterable[Requirement | Sentence]) -> str:
    """SHA-256 of what the requirements say, each under which, in their order."""
    rows = list(requirements)
    refs = {row.pk: row.ref for row in rows if isinstance(row, Requirement)}
    said = [[*_words(row), _above(row, refs)] for row in rows]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _words(row: Requirement | Sentence) -> list[object]:
    named = ("ref", "point", "title", "text", "kind", "rhythm", "goal", "action", "imposed")
    told = [getattr(row, name) for name in named]
    return [*told, str(row.due), list(row.letters), list(row.pending), row.repealed]


def _above(row: Requirement | Sentence, refs: Mapping[int, str]) -> str | None:
    return refs.get(row.parent_id or 0) if isinstance(row, Requirement) else row.parent


def _held_state(edition: Edition) -> str:
    """Its state now; one at a time publishes an edition of a source."""
    held = Edition.objects.select_for_update(no_key=True, of=("self", "source")).select_related(
        "source"
    )
    return held.only("state", "source__code").get(pk=edition.pk).state


def _need_draft(edition: Edition) -> None:
    """Held, so that nobody writes in it at the same time, or gives it out."""
    if _held_state(edition) != EditionState.DRAFT:
        raise Published(str(edition))


def _say(requirement: Requirement, wording: Wording) -> None:
    guard.refuse_identity(wording.title, wording.text, wording.goal, wording.action)
    requirement.parent = (
        requirement.edition.requirements.get(ref=wording.parent_ref) if wording.parent_ref else None
    )
    for name in ("point", "title", "text", "kind", "rhythm", "goal", "due", "imposed", "action"):
        setattr(requirement, name, getattr(wording, name))
    requirement.letters = list(wording.letters)
    requirement.save()


def _record_source(source: Source, act: str, by: Person | None, now: datetime, text: str) -> None:
    record(
        by=by,
        now=now,
        act=f"source.{act}",
        subject="source",
        subject_id=source.pk,
        trust_id=source.unit.legal_id if source.unit else None,
        text=text,
    )


def _record(
    edition: Edition, act: str, by: Person | None, now: datetime, text: str, **detail: object
) -> None:
    unit = edition.source.unit
    record(
        by=by,
        now=now,
        act=f"edition.{act}",
        subject="edition",
        subject_id=edition.pk,
        trust_id=unit.legal_id if unit else None,
        text=text,
        **detail,
    )
