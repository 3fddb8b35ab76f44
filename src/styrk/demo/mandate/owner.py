"""What the region's owner asks of it: the oppdragsdokument, and more from a foretaksmøte."""

import tomllib
from functools import cache
from pathlib import Path

from styrk.demo.mandate.asked import REGION
from styrk.demo.mandate.file import Document, Told, as_it_was

WRITTEN = Path(__file__).parents[1] / "world" / "owner.toml"


@cache
def written() -> Told:
    return tomllib.loads(WRITTEN.read_text())


def this_year(year: int) -> Document:
    return Document(written()["letter"], year, tuple(written()["demand"]))


def last_year(year: int) -> Document:
    """The edition before: what was asked then, in the words of then."""
    points = [told for told in written()["demand"] if "kind" not in told or "last" in told]
    return Document(written()["letter"], year, tuple(map(as_it_was, points)))


def minutes(year: int) -> Document:
    return Document(written()["minutes"], year, tuple(written()["addition"]))


def placed_at(told: Told) -> tuple[str, ...]:
    """Nobody is asked about a heading or a piece of information."""
    return (REGION,) if told.get("kind", "information") != "information" else ()


def said() -> dict[str, tuple[str, str]]:
    """What the region answered for the year before, by point: how it went, and in words."""
    told = (one for one in written()["demand"] if "said" in one)
    return {one["point"]: tuple(one["said"]) for one in told}
