"""The PDFs of an audit: looked over, and stored under a name that says nothing."""

from hashlib import sha256
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from styrk.core import ids
from styrk.inspections.types import Upload

BEGINS = b"%PDF-"
ENDS = b"%%EOF"
# Where a reader looks for the end of the file.
TAIL = 1024
NAME_CHARACTERS = 100


class NotAPdf(ValueError):
    """The file is not a whole PDF."""


class TooLarge(ValueError):
    """The file has more bytes than a report needs."""


def read(name: str, size: int, file: IO[bytes]) -> Upload:
    """Look over an uploaded file. Raises NotAPdf or TooLarge."""
    if size > settings.ATTACHMENT_BYTES:
        raise TooLarge
    content = file.read(settings.ATTACHMENT_BYTES + 1)
    if len(content) > settings.ATTACHMENT_BYTES:
        raise TooLarge
    if not content.startswith(BEGINS) or ENDS not in content[-TAIL:]:
        raise NotAPdf
    return Upload(Path(name).name[:NAME_CHARACTERS], content, sha256(content).hexdigest())


def store(upload: Upload) -> str:
    name = f"inspections/{ids.new_uuid().hex}.pdf"
    return default_storage.save(name, ContentFile(upload.content))


def load(name: str) -> bytes:
    """The bytes of a stored file. Raises FileNotFoundError."""
    with default_storage.open(name) as file:
        content: bytes = file.read()
    return content
