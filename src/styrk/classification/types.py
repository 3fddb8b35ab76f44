"""A code scheme as it was read from a file, before it is kept."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadAxis:
    """`codes` are pairs of a code and what it means, in the order of the file."""

    key: str
    title: str
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ReadScheme:
    name: str
    version: str
    publisher: str
    axes: tuple[ReadAxis, ...]

    @property
    def number(self) -> int:
        """How many codes there are in all."""
        return sum(len(axis.codes) for axis in self.axes)
