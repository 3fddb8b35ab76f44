"""A file that somebody sends in, before anything is made of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SourceFile:
    """A file's name, for messages, and its bytes as they came."""

    name: str
    data: bytes
