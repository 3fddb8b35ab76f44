"""Taking in a document whole: a source, an edition, all it says, and what became of what it said."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import connection
from django.db.models import Q

from styrk.organisation.models import Person, Unit
from styrk.requirements import frameworks, statutes
from styrk.requirements.commands.sources import (
    digest_of,
    open_edition,
    publish_edition,
    register_source,
)
from styrk.requirements.models import Edition, Requirement, Source, Succession
from styrk.requirements.states import EditionState, Fate
from styrk.requirements.types import Received, Sentence
from styrk.trail.commands import already_done, command

COPIED = (
    "ref", "point", "title", "text", "kind", "rhythm", "goal", "due", "imposed", "action",
    "repealed", "extra",
)  # fmt: skip


@dataclass(frozen=True)
class Receipt:
    """What came of a document: the edition, whether it is new, and its sentences by what they are.

    `new`, `changed`, `gone` and `same` are against the edition before; `asks` is how many of the
    edition's sentences ask for something.
    """

    edition: Edition
    is_new: bool
    asks: int
    new: int = 0
    changed: int = 0
    gone: int = 0
    same: int = 0


@command
def receive_edition(
    *,
    received: Received,
    by: Person | None,
    now: datetime,
    unit: Unit | None = None,
    owner: Person | None = None,
) -> Receipt:
    """Take the document in as a published edition of its source, which is registered if it is new.

    What is there already is left as it is. `unit` and `owner` are for a new source. Raises
    AlreadyThere where the label stands for other content, and OlderEdition.
    """
    source = Source.objects.select_related("unit", "owner").filter(code=received.code).first()
    if source and (known := _known(source, received)):
        already_done()
        return Receipt(known, is_new=False, asks=_asks(received), same=len(received.sentences))
    source = source or register_source(
        code=received.code,
        kind=received.kind,
        title=received.title,
        issuer=received.issuer,
        url=received.url,
        unit=unit,
        owner=owner,
        by=by,
        now=now,
    )
    edition = _begun(source, received)
    Requirement.objects.bulk_create(_rows(edition, received.sentences))
    publish_edition(edition=edition, by=by, now=now)
    return _receipt(edition, received)


def _known(source: Source, received: Received) -> Edition | None:
    """The edition that says the same already, to the last detail that a file can hold.

    What a law asks for is our reading of it: the newest edition may have been read otherwise.
    """
    alike = Q(digest=digest_of(received.sentences))
    if received.format == statutes.FORMAT:
        alike |= Q(state=EditionState.PUBLISHED, followed_by=None)
    told = _said(received)
    for edition in source.editions.filter(alike).select_related("source").order_by("-pk"):
        again = _told_again(edition, received)
        if again and _said(again) == told:
            return edition
    return None


def _said(received: Received) -> tuple[object, ...]:
    """All of it; of a law, but for the notes of how its words were changed before."""
    if received.format == statutes.FORMAT:
        return (list(map(statutes.without_notes, received.sentences)), received.extra)
    return (received.sentences, received.extra)


def _told_again(edition: Edition, received: Received) -> Received | None:
    rows = list(edition.requirements.order_by("position"))
    if received.format != statutes.FORMAT:
        library = frameworks.as_library(edition, rows)
        return frameworks.received(library, "", kind="", read_on=edition.dated)
    if edition.format != statutes.FORMAT:
        return None
    return statutes.received(statutes.as_law(edition, rows), edition.dated)


def _begun(source: Source, received: Received) -> Edition:
    """The draft, under the other label where the first stands for something else."""
    if received.otherwise and source.editions.filter(label=received.label).exists():
        received = replace(received, label=received.otherwise)
    edition = open_edition(
        Edition(
            source=source,
            label=received.label,
            dated=received.dated,
            format=received.format,
            extra=received.extra,
        )
    )
    _rename(source, received)
    return edition


def _rename(source: Source, received: Received) -> None:
    """A document is known by its newest name."""
    named = (received.title, received.issuer, received.url or source.url)
    if named != (source.title, source.issuer, source.url):
        source.title, source.issuer, source.url = named
        source.save(update_fields=["title", "issuer", "url"])


def _rows(edition: Edition, sentences: tuple[Sentence, ...]) -> Iterator[Requirement]:
    """With ids of our own choice, since a part names what it stands under."""
    keys = dict(zip((one.ref for one in sentences), _reserved(len(sentences)), strict=True))
    for position, one in enumerate(sentences, start=1):
        yield Requirement(
            pk=keys[one.ref],
            edition=edition,
            parent_id=keys[one.parent] if one.parent is not None else None,
            position=position,
            letters=list(one.letters),
            pending=list(one.pending),
            **{name: getattr(one, name) for name in COPIED},
        )


def _reserved(number: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('requirements_requirement', 'id'))"
            " FROM generate_series(1, %s)",
            [number],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _receipt(edition: Edition, received: Received) -> Receipt:
    told = Succession.objects.filter(old__edition=edition.follows_id) if edition.follows_id else ()
    fates: Mapping[str, int] = Counter(one.fate for one in told)
    kept = {one.new_id for one in told if one.new_id}
    return Receipt(
        edition,
        is_new=True,
        asks=_asks(received),
        new=len(received.sentences) - len(kept),
        changed=fates[Fate.CHANGED],
        gone=fates[Fate.GONE],
        same=fates[Fate.SAME],
    )


def _asks(received: Received) -> int:
    return sum(bool(one.kind) for one in received.sentences)
