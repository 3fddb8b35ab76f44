"""Comparing an answer with what the reference packages expect."""

from collections.abc import Iterator

RELATIVE, ABSOLUTE = 1e-9, 1e-11


def differences(expected: dict, result: dict) -> list[str]:
    """What differs, each with its place; empty when all agrees."""
    points = len(result.get("points", {}).get("y", []))
    return list(_differing(_spread(expected, points), result, ""))


def _spread(expected: dict, points: int) -> dict:
    """An array whose values are all the same may be written as one value: written out."""
    if "points" not in expected:
        return expected
    written = {
        name: values if isinstance(values, list) else [values] * points
        for name, values in expected["points"].items()
    }
    return {**expected, "points": written}


def _differing(expected, result, where: str) -> Iterator[str]:
    if isinstance(expected, dict) and isinstance(result, dict):
        for name in sorted(expected.keys() | result.keys()):
            lacking = "(lacking)"
            yield from _differing(
                expected.get(name, lacking), result.get(name, lacking), f"{where}.{name}"
            )
    elif isinstance(expected, list) and isinstance(result, list) and len(expected) == len(result):
        for place, (one, other) in enumerate(zip(expected, result, strict=True), start=1):
            yield from _differing(one, other, f"{where}[{place}]")
    elif not _agree(expected, result):
        yield f"{where}: expected {expected!r}, got {result!r}"


def _agree(one, other) -> bool:
    numbers = all(isinstance(x, int | float) and not isinstance(x, bool) for x in (one, other))
    if not numbers:
        return type(one) is type(other) and one == other
    return abs(one - other) <= max(ABSOLUTE, RELATIVE * max(abs(one), abs(other)))
