"""How the columns of a file become values: our own form, guesses, and files that others publish."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# What columns are called, by what they hold. The first of each is our own.
NAMES: dict[str, tuple[str, ...]] = {
    "indicator": ("indikator", "indikatorkode", "indicator", "indicator_code", "måltall", "ind_id"),
    "unit": (
        "enhet",
        "enhetskode",
        "unit",
        "unit_code",
        "org_code",
        "orgnr",
        "organisasjonsnummer",
    ),
    "period": ("periode", "måned", "dato", "period", "month", "date", "år", "aar", "year"),
    "numerator": ("teller", "antall", "numerator", "events", "telling"),
    "denominator": ("nevner", "denominator", "n", "grunnlag"),
    "value": ("verdi", "value", "resultat"),
    "of": ("hva", "type tall", "of"),
    "measured_in": ("måleenhet", "målt i", "measured_in", "unit_of_measure"),
    "reason": ("grunn", "årsak til retting", "begrunnelse", "reason"),
}
OURS = ("indikator", "enhet", "periode", "teller", "nevner", "hva", "grunn")
PLACE = re.compile(r"\{([^{}]+)\}")
DENOMINATOR = " nevner"


@dataclass(frozen=True)
class Column:
    """One value of a row. `indicator` is a code, with columns in braces: `ae-{type}`.

    Either a numerator (and a denominator), or a `value` in the definition's measure, from which the
    numerator follows; `share`: the value is a share between 0 and 1. `whole`: the numerator is a count.
    """

    indicator: str
    numerator: str = ""
    denominator: str = ""
    value: str = ""
    share: bool = False
    whole: bool = False

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(name for name in (self.numerator, self.denominator, self.value) if name)

    @property
    def columns(self) -> set[str]:
        return {*PLACE.findall(self.indicator), *self.numbers}

    def read_from(self, cells: Mapping[str, str]) -> str:
        """The column that the number of a row is read from."""
        given = self.numerator and (cells[self.numerator] or not self.value)
        return self.numerator if given else self.value

    def code(self, cells: Mapping[str, str]) -> str:
        return PLACE.sub(lambda place: cells[place[1]], self.indicator)


@dataclass(frozen=True)
class Shape:
    """Which columns say the unit, the period and the rest, and the values that stand in each row.

    `prefix` comes before the unit's code. `where`: only rows with these cells are read.
    `ignored`: the columns that a published file has beside.
    """

    unit: str
    period: str
    series: tuple[Column, ...]
    of: str = ""
    measured_in: str = ""
    reason: str = ""
    prefix: str = ""
    title: str = ""
    where: Mapping[str, str] = field(default_factory=dict)
    ignored: Collection[str] = ()

    @property
    def columns(self) -> set[str]:
        """Those that must be there."""
        named = {self.unit, self.period, self.of, self.measured_in, self.reason, *self.where}
        return {name for name in named if name}.union(*(one.columns for one in self.series))


def guessed(header: Collection[str], codes: Collection[str] = ()) -> Shape | None:
    """The shape that the names of the columns tell; `codes` of indicators may be columns of their own.

    None where the unit or the period, or what was measured, is not among them.
    """
    found = {what: _named(names, header) for what, names in NAMES.items()}
    if not found["unit"] or not found["period"]:
        return None
    series = _long(found) if found["indicator"] else _wide(header, codes)
    if not series:
        return None
    return Shape(
        unit=found["unit"],
        period=found["period"],
        series=series,
        of=found["of"],
        measured_in=found["measured_in"],
        reason=found["reason"],
    )


def _named(names: Collection[str], header: Collection[str]) -> str:
    """The column with one of the names, the first name first."""
    folded = {column.casefold().strip(): column for column in header}
    return next((folded[name] for name in names if name in folded), "")


def _long(found: Mapping[str, str]) -> tuple[Column, ...]:
    indicator = f"{{{found['indicator']}}}"
    if not found["numerator"] and not found["value"]:
        return ()
    return (Column(indicator, found["numerator"], found["denominator"], found["value"]),)


def _wide(header: Collection[str], codes: Collection[str]) -> tuple[Column, ...]:
    """One column for each indicator, and one more, «kode nevner», where it has a denominator."""
    folded = {column.casefold(): column for column in header}
    return tuple(
        Column(code, folded[code.casefold()], folded.get(f"{code}{DENOMINATOR}".casefold(), ""))
        for code in codes
        if code.casefold() in folded
    )


def _mapping(facts: dict[str, Any]) -> Shape:
    series = tuple(Column(**one) for one in facts.pop("series"))
    return Shape(series=series, **facts)


def _read() -> dict[str, Shape]:
    text = Path(__file__).with_name("mappings.toml").read_text(encoding="utf-8")
    return {name: _mapping(facts) for name, facts in tomllib.loads(text).items()}


MAPPINGS = _read()


def recognised(header: Collection[str]) -> Shape | None:
    """The published file that has exactly these columns."""
    names = set(header)
    each = MAPPINGS.values()
    return next((one for one in each if one.columns | set(one.ignored) == names), None)
