"""Photos: checked, made anew without what the camera wrote about place and person, and stored."""

import struct
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from styrk.core import ids

# What browsers show, and what each is written as. MPO is a JPEG with more behind it, from phones
# with several lenses; only the first picture is written.
FORMATS = {
    "JPEG": ("image/jpeg", "jpg"),
    "MPO": ("image/jpeg", "jpg"),
    "PNG": ("image/png", "png"),
    "WEBP": ("image/webp", "webp"),
}
OPENED = ("JPEG", "PNG", "WEBP")
# What Pillow raises for a file that is broken on the way or on purpose.
BROKEN = (
    *(ArithmeticError, EOFError, LookupError, OSError, SyntaxError, TypeError, ValueError),
    *(struct.error, Image.DecompressionBombError, Image.DecompressionBombWarning),
)
ORIENTATION = 0x0112
TURNS: dict[object, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
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
        with Image.open(file, formats=OPENED) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise TooLarge
            content_type, suffix = FORMATS[picture.format or ""]
            content = _anew(picture)
    except TooLarge:
        raise
    except BROKEN as broken:
        raise NotAPhoto from broken
    return Photo(Path(name).name[:NAME_CHARACTERS], content, content_type, suffix)


def _anew(picture: Image.Image) -> bytes:
    """The pixels alone, turned as the camera was held, no larger than a screen needs."""
    kind = "JPEG" if picture.format == "MPO" else picture.format
    turn = TURNS.get(_held(picture))
    seen = picture.convert("RGBA") if picture.mode == "P" else picture
    seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new(seen.mode, seen.size)
    bare.paste(seen)
    out = BytesIO()
    (bare if turn is None else bare.transpose(turn)).save(out, format=kind, quality=85)
    return out.getvalue()


def _held(picture: Image.Image) -> object:
    """How the camera says it was held; nothing where what it wrote cannot be read."""
    try:
        return picture.getexif().get(ORIENTATION)
    except BROKEN:
        return None


def store(photo: Photo) -> str:
    """Write the picture under a name that says nothing, and return the name."""
    name = f"incidents/{ids.new_uuid().hex}.{photo.suffix}"
    return default_storage.save(name, ContentFile(photo.content))


def load(name: str) -> bytes:
    """The bytes of a stored photo. Raises FileNotFoundError."""
    with default_storage.open(name) as file:
        content: bytes = file.read()
    return content
