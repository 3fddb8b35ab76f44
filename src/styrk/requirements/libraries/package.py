"""The zip file that a spreadsheet is, opened without trusting what it says of itself.

The directory of a zip file can lie about sizes. So the parts are unpacked here, piece by piece
within limits, and put into a new package without compression: what reads it later can never
unpack more than was counted here.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from styrk.requirements.libraries import limits
from styrk.requirements.libraries.problems import Place, refused

MANIFEST = "[Content_Types].xml"
PIECE = 64 * 1024
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
# What a zip file in disorder makes the standard library say.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    LookupError,
    ValueError,
    OSError,
)


def opened(data: bytes, file: Place) -> io.BytesIO:
    """The package anew, checked and unpacked. Raises `Refused`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_directory(package, file)
            return _repacked(package, file)
    except RuntimeError as error:  # asks for a password
        raise refused(file, "encrypted") from error
    except BROKEN as error:
        raise refused(file, "zip_broken") from error


def _check_directory(package: zipfile.ZipFile, file: Place) -> None:
    parts = package.infolist()
    names = [part.filename for part in parts]
    if len(parts) > limits.MAX_PARTS:
        raise refused(file, "zip_parts", limit=limits.MAX_PARTS)
    if MANIFEST not in names:
        raise refused(file, "zip_not_sheet")
    if len(set(names)) != len(names):
        raise refused(file, "zip_broken")
    for part in parts:
        _check_ratio(part, file)
    if sum(part.file_size for part in parts) > limits.MAX_UNPACKED_BYTES:
        raise refused(file, "zip_bomb")


def _check_ratio(part: zipfile.ZipInfo, file: Place) -> None:
    large = part.file_size > limits.SMALL_ENOUGH_BYTES
    if large and part.file_size > part.compress_size * limits.MAX_RATIO:
        raise refused(file, "zip_bomb")


def _repacked(package: zipfile.ZipFile, file: Place) -> io.BytesIO:
    target = io.BytesIO()
    total = tags = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for part in package.infolist():
            if not part.filename.endswith((".xml", ".rels")):
                continue  # pictures, macros and settings of printers are never needed
            content = _content(package, part, limits.MAX_UNPACKED_BYTES - total, file)
            total += len(content)
            tags += content.count(b"<")
            if tags > limits.MAX_TAGS:
                raise refused(file, "zip_bomb")
            _check_prologue(content, file)
            new.writestr(part.filename, content)
    return target


def _content(package: zipfile.ZipFile, part: zipfile.ZipInfo, room: int, file: Place) -> bytes:
    pieces = io.BytesIO()
    for piece in _pieces(package, part):
        if pieces.tell() + len(piece) > room:
            raise refused(file, "zip_bomb")
        pieces.write(piece)
    return pieces.getvalue()


def _pieces(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(part) as stream:
        while piece := stream.read(PIECE):
            yield piece


class _RootReached(Exception):
    """All that may come before the root element has come."""


class _Doctype(Exception):
    """Declarations, where entities are made."""


def _check_prologue(content: bytes, file: Place) -> None:
    """Entities are declared before the root element; no spreadsheet needs any."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _doctype
    parser.StartElementHandler = _root
    try:
        for start in range(0, len(content), PIECE):
            parser.Parse(content[start : start + PIECE])
    except _RootReached:
        return
    except _Doctype as error:
        raise refused(file, "doctype") from error
    except (expat.ExpatError, LookupError) as error:
        raise refused(file, "zip_broken") from error


def _doctype(*_: object) -> None:
    raise _Doctype


def _root(*_: object) -> None:
    raise _RootReached


def merged_cells(package: io.BytesIO, part: str) -> list[str]:
    """The ranges of merged cells in a sheet, as "A3:B5"."""
    with zipfile.ZipFile(package) as parts:
        return [found.decode() for found in MERGED.findall(parts.read(part))]
