"""Reading the fields of a case, and writing numbers as JSON knows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf, isfinite, isnan, nan

import numpy as np
from numpy.typing import NDArray

from styrk.indicators.spc.arrays import Floats

type Json = dict[str, object]


class NotAnswerable(ValueError):
    """A field is missing, or is not what it should be."""


@dataclass(frozen=True)
class Fields:
    """The input of one case. Each method raises NotAnswerable, naming the field."""

    given: Mapping[str, object]

    def has(self, name: str) -> bool:
        return self.given.get(name) is not None

    def array(self, name: str) -> Floats:
        """A list of numbers as an array (values,); null is NaN."""
        return np.array([_number(name, one, missing=nan) for one in self.listed(name)], dtype=float)

    def maybe_array(self, name: str) -> Floats | None:
        return self.array(name) if self.has(name) else None

    def number(self, name: str, default: float | None = None) -> float:
        found = self.given.get(name)
        if found is None and default is not None:
            return default
        return _number(name, found)

    def maybe_number(self, name: str) -> float | None:
        return self.number(name) if self.has(name) else None

    def whole(self, name: str) -> int | None:
        """A whole number, or None."""
        if not self.has(name):
            return None
        return _whole(name, self.given[name])

    def wholes(self, name: str) -> list[int]:
        """One whole number or a list of them; empty if there is none."""
        if not self.has(name):
            return []
        return [_whole(name, one) for one in self.listed(name) if one is not None]

    def listed(self, name: str) -> Sequence[object]:
        """A list; one value alone is a list of one."""
        found = self.given.get(name)
        if found is None:
            raise NotAnswerable(f"{name} is missing")
        if isinstance(found, Mapping):
            raise NotAnswerable(f"{name} must be a list")
        return found if isinstance(found, list) else [found]

    def names(self, name: str) -> list[float | str | None]:
        """A list of numbers, texts or nulls."""
        found = self.listed(name)
        if any(isinstance(one, bool) for one in found):
            raise NotAnswerable(f"{name} must be numbers or texts")
        names = [one for one in found if one is None or isinstance(one, int | float | str)]
        if len(names) != len(found):
            raise NotAnswerable(f"{name} must be numbers or texts")
        return [None if isinstance(one, float) and isnan(one) else one for one in names]

    def switch(self, name: str, *, default: bool) -> bool:
        found = self.given.get(name)
        if found is None:
            return default
        if not isinstance(found, bool):
            raise NotAnswerable(f"{name} must be true or false")
        return found

    def chosen[E: StrEnum](self, name: str, kinds: type[E], default: E | None = None) -> E:
        found = self.given.get(name)
        if found is None and default is not None:
            return default
        if found not in [kind.value for kind in kinds]:
            raise NotAnswerable(f"{name} must be one of: {', '.join(kinds)}")
        return kinds(str(found))


def _number(name: str, found: object, missing: float | None = None) -> float:
    if found is None and missing is not None:
        return missing
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise NotAnswerable(f"{name} must be numbers")
    try:
        number = float(found)
    except OverflowError:
        number = inf
    if missing is not None and isnan(number):
        return missing
    if not isfinite(number):
        raise NotAnswerable(f"{name} must be finite")
    return number


def _whole(name: str, found: object) -> int:
    number = _number(name, found)
    if number != int(number):
        raise NotAnswerable(f"{name} must be whole numbers")
    return int(number)


def plain(values: NDArray[np.generic]) -> list[object]:
    """An array as a list for JSON: NaN is null, and whole numbers have no decimals."""
    return [shown(one) for one in values.tolist()]


def shown(one: object) -> object:
    """One number for JSON: null for what is missing or infinite."""
    if isinstance(one, float):
        if not isfinite(one):
            return None
        return int(one) if one.is_integer() and abs(one) < 2**53 else one
    return one
