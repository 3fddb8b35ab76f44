"""The files of a preview, signed and carried by the page itself until they are confirmed."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any

from django.core import signing

from styrk.core.files import SourceFile

# A preview that has lain longer is made anew: what it compared with has changed.
SECONDS = 3600
# With room for the rest of the form under DATA_UPLOAD_MAX_MEMORY_SIZE.
MOST = 1_800_000
type Facts = dict[str, Any]


class TooLarge(Exception):
    """The files do not fit in a page."""


class Stale(Exception):
    """The parcel is too old, changed, another person's, or was packed for another page."""


def pack(purpose: str, sources: Sequence[SourceFile], facts: Facts, person_id: int) -> str:
    """`purpose` names the page that takes it; `facts` is what was chosen beside the files.

    Raises TooLarge.
    """
    files = [(source.name, _text(source.data)) for source in sources]
    parcel = signing.dumps([person_id, facts, files], salt=_salt(purpose), compress=True)
    if len(parcel) > MOST:
        raise TooLarge
    return parcel


def unpack(purpose: str, parcel: str, person_id: int) -> tuple[list[SourceFile], Facts]:
    """Raises Stale."""
    try:
        owner, facts, files = signing.loads(parcel, salt=_salt(purpose), max_age=SECONDS)
    except signing.BadSignature:
        raise Stale from None
    if owner != person_id:
        raise Stale
    return [SourceFile(name, _bytes(told)) for name, told in files], facts


def _salt(purpose: str) -> str:
    return f"styrk.{purpose}.import"


def _text(data: bytes) -> list[str]:
    """As it is where it is text, which is packed much smaller."""
    try:
        return ["text", data.decode()]
    except UnicodeDecodeError:
        return ["base64", b64encode(data).decode()]


def _bytes(told: list[str]) -> bytes:
    form, text = told
    return text.encode() if form == "text" else b64decode(text)
