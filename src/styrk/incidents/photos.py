"""Photos: checked, made anew without what the camera wrote about place and person, and stored."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from styrk.core import ids

# What browsers show, and what each is written as.
FORMATS = {
    "JPEG": ("image/jpeg", "jpg"),
    "PNG": ("image/png", "png"),
    "WEBP": ("image/webp", "webp"),
}
LONGEST_SIDE = 2400
MOST_PIXELS = 60_000_000
NAME_CHARACTERS = 100


class NotAPhoto(ValueError):
    """The file is not a JPEG, PNG or WebP picture that can be read."""


class TooLarge(ValueError):
    """The file has more bytes or pixels than a photo needs."""


@dataclass(frozen=True)
class Photo:
    """A picture ready to be stored: its bytes as we wrote them."""

    name: str
    content: bytes
    content_type: str
    suffix: str

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()


def read(name: str, size: int, file: IO[bytes]) -> Photo:
    """Check an uploaded file and write the picture anew. Raises NotAPhoto or TooLarge."""
    if size > settings.ATTACHMENT_BYTES:
        raise TooLarge
    try:
        with Image.open(file, formats=list(FORMATS)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise TooLarge
            content_type, suffix = FORMATS[picture.format or ""]
            content = _anew(picture)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as broken:
        if isinstance(broken, TooLarge):
            raise
        raise NotAPhoto from broken
    return Photo(Path(name).name[:NAME_CHARACTERS], content, content_type, suffix)


def _anew(picture: Image.Image) -> bytes:
    """The pixels alone, turned as the camera was held, no larger than a screen needs."""
    kind = picture.format
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new(upright.mode, upright.size)
    if upright.mode == "P":
        bare = upright.convert("RGBA")
        bare.info.clear()
    else:
        bare.paste(upright)
    out = BytesIO()
    bare.save(out, format=kind, quality=85)
    return out.getvalue()


def store(photo: Photo) -> str:
    """Write the picture under a name that says nothing, and return the name."""
    name = f"incidents/{ids.new_uuid().hex}.{photo.suffix}"
    return default_storage.save(name, ContentFile(photo.content))


def load(name: str) -> bytes:
    """The bytes of a stored photo. Raises FileNotFoundError."""
    with default_storage.open(name) as file:
        content: bytes = file.read()
    return content
