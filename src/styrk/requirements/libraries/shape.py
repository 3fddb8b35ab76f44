"""The neutral shape of a requirement library: what every reader gives and every writer takes.

Texts stand as the source wrote them, without blanks around, with `\\n` for new lines and without
control characters. Order is the source's: `position` counts from 1 through the whole library.
What has no meaning for us, but must survive a round trip, stands in `extra` as plain JSON, under
the name of the form it came from (`ciso`, `oscal`).
"""

from dataclasses import dataclass, field
from datetime import date

type Json = bool | int | float | str | list[Json] | dict[str, Json] | None
type Extra = dict[str, Json]
# Language -> our field name (`title`, `text` ...) -> the text in that language.
type Translations = dict[str, dict[str, str]]

KINDS = ("target", "task", "standing", "information")
RHYTHMS = ("monthly", "tertial", "yearly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One requirement, or a heading over some (`assessable` false).

    `ref` is unique in the library; `parent` is another item's `ref`. `point` is what people
    cite: "3.2", "GV.OC-01". `kind` is one of `KINDS` or "", `rhythm` one of `RHYTHMS` or "".
    """

    ref: str
    position: int
    parent: str | None = None
    point: str = ""
    title: str = ""
    text: str = ""
    note: str = ""
    assessable: bool = True
    kind: str = ""
    rhythm: str = ""
    due: date | None = None
    groups: tuple[str, ...] = ()
    translations: Translations = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """One requirement of the source library beside one of the target (both by `ref`).

    `relation` is the file's own word: equal, subset, superset, intersect, not_related.
    """

    source: str
    target: str
    relation: str = ""
    strength: int | None = None
    rationale: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingSet:
    """What in one framework answers to what in another; both named by urn."""

    source: str
    target: str
    urn: str = ""
    code: str = ""
    title: str = ""
    description: str = ""
    mappings: tuple[Mapping, ...] = ()
    translations: Translations = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One step of a scale. `colour` is as the file gives it, usually "#RRGGBB"."""

    title: str
    code: str = ""
    text: str = ""
    colour: str = ""
    translations: Translations = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskMatrix:
    """Likelihood x consequence. `grid[likelihood][consequence]` is an index into `risk`, from 0."""

    title: str
    urn: str = ""
    code: str = ""
    description: str = ""
    likelihood: tuple[Level, ...] = ()
    consequence: tuple[Level, ...] = ()
    risk: tuple[Level, ...] = ()
    grid: tuple[tuple[int, ...], ...] = ()
    translations: Translations = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A library as it stands in one file: one edition of one source.

    `urn` or `code` names it, `version` says which edition; `dated` is the edition's own date.
    `language` is "" where the file does not say.
    """

    title: str
    version: str
    urn: str = ""
    code: str = ""
    language: str = ""
    issuer: str = ""
    licence: str = ""
    description: str = ""
    dated: date | None = None
    requirements: tuple[Item, ...] = ()
    mappings: tuple[MappingSet, ...] = ()
    risk_matrices: tuple[RiskMatrix, ...] = ()
    translations: Translations = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)
