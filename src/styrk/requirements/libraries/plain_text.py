"""Bytes to text: UTF-8, with or without a byte order mark, and UTF-16 with one."""

import codecs
import re

from styrk.requirements.libraries import limits
from styrk.requirements.libraries.problems import Place, refused

OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # the container of old Office files, and of encrypted ones
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MARKUP = re.compile(r"\s*<[?!A-Za-z]")
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def refuse_other_kinds(data: bytes, file: Place) -> None:
    """Says what a file is, where it plainly is something else than text."""
    start = data[:1024].lstrip()
    if not start:
        raise refused(file, "empty")
    if start.startswith(b"%PDF"):
        raise refused(file, "pdf")
    if data.startswith(OLE):
        raise refused(file, "encrypted" if ENCRYPTED in data else "old_excel")
    if not data.startswith(UTF16) and b"\0" in data[:4096]:
        raise refused(file, "binary")


def decoded(data: bytes, file: Place) -> str:
    """The text. Raises `Refused` for other kinds of file and other encodings."""
    refuse_other_kinds(data, file)
    if len(data) > limits.MAX_TEXT_BYTES:
        raise refused(file, "too_big_text", limit=limits.MAX_TEXT_BYTES // limits.MEGABYTE)
    text = _utf16(data, file) if data.startswith(UTF16) else _utf8(data, file)
    if not text.strip():
        raise refused(file, "empty")
    if MARKUP.match(text):
        raise refused(file, "markup")
    return text


def _utf16(data: bytes, file: Place) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise refused(file, "broken_utf16") from error


def _utf8(data: bytes, file: Place) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        place = Place(file=file.file, row=row)
        raise refused(place, "not_utf8" if _texty(data) else "binary") from error


def _texty(data: bytes) -> bool:
    """Whether it looks like text in an encoding of one byte a sign."""
    signs = data[:65536]
    odd = sum(1 for sign in signs if sign < 32 and sign not in b"\t\n\r\x0c")
    return odd * 100 <= len(signs)
