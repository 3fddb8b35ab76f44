"""The files of a preview, signed and carried by the page itself until they are confirmed."""

from collections.abc import Sequence

from django.core import signing

from styrk.organisation.imports import SourceFile

SALT = "styrk.organisation.import"
# A preview that has lain longer is made anew: what it compared with has changed.
SECONDS = 3600
# With room for the rest of the form under DATA_UPLOAD_MAX_MEMORY_SIZE.
MOST = 1_800_000


class TooLarge(Exception):
    """The files do not fit in a page."""


class Stale(Exception):
    """The parcel is too old, changed, or another person's."""


def pack(sources: Sequence[SourceFile], mapping: str, person_id: int) -> str:
    """Raises TooLarge. The files must be readable as UTF-8."""
    files = [(source.name, source.data.decode()) for source in sources]
    parcel = signing.dumps([person_id, mapping, files], salt=SALT, compress=True)
    if len(parcel) > MOST:
        raise TooLarge
    return parcel


def unpack(parcel: str, person_id: int) -> tuple[list[SourceFile], str]:
    """The files and the mapping's name. Raises Stale."""
    try:
        owner, mapping, files = signing.loads(parcel, salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        raise Stale from None
    if owner != person_id:
        raise Stale
    return [SourceFile(name, text.encode()) for name, text in files], mapping
