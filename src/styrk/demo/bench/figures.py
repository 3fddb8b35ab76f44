"""What was measured, as numbers to be read, with the aims beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

# Issue A, «Speed»; the table of indicators is of issue C, the thread of B, the map of a trust of D.
MOST_QUERIES = 12
MOST_OF_EMPTY = {
    "my-page": 4.0,
    "my-page-nurse": 4.0,
    "list": 4.0,
    "incident": 4.0,
    "indicators": 6.0,
    "thread": 8.0,
    "map": 8.0,
    "trust-map": 8.0,
}
MOST_GROWTH = 1.2
FIRST_VISIT = 120_000
LATER_VISIT = 15_000
REFERENCES = ("hello", "empty")
KILO = 1000


@dataclass
class Sample:
    """Milliseconds of single requests: our CPU, the database's CPU, and by the clock on the wall."""

    cpu: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def add(self, more: Mapping[str, Sequence[float]]) -> None:
        self.cpu += more["cpu"]
        self.database += more["database"]
        self.wall += more["wall"]


@dataclass(frozen=True)
class Figure:
    """A page on one database. Milliseconds are medians of single requests; bytes as sent.

    `database_ms` is the CPU time of the database's process where the system tells it, else the time
    by the wall that is not our CPU. `cost_ms` is both together.
    """

    incidents: int
    queries: int
    control: int
    cpu_ms: float
    database_ms: float
    cost_ms: float
    wall_ms: float
    wall_p95_ms: float
    to_hello: float | None
    to_empty: float | None
    sent: int
    gzip: int
    first_visit: int
    later_visit: int


@dataclass(frozen=True)
class Aim:
    """One of the aims for one page: what it is, what was found, and whether that is within."""

    what: str
    found: float
    most: float

    @property
    def met(self) -> bool:
        return self.found <= self.most


@dataclass(frozen=True)
class PageFigures:
    """A page on each database, smallest first. `growth` is the largest's cost to the smallest's."""

    name: str
    title: str
    by_size: tuple[Figure, ...]
    growth: float
    growth_wall: float
    aims: tuple[Aim, ...]


@dataclass(frozen=True)
class Measured:
    pages: tuple[PageFigures, ...]
    missing: tuple[str, ...]
    requests: int
    database_cpu_known: bool
    # As `works.measured` gives them.
    works: tuple[Mapping[str, Any], ...] = ()


def figure(
    incidents: int, looked: Mapping[str, Any], sample: Sample, references: Mapping[str, Sample]
) -> Figure:
    cpu, wall = median(sample.cpu), median(sample.wall)
    database = _database(sample)
    return Figure(
        incidents=incidents,
        queries=looked["queries"],
        control=looked["control"],
        cpu_ms=cpu,
        database_ms=database,
        cost_ms=cpu + database,
        wall_ms=wall,
        wall_p95_ms=_p95(sample.wall),
        to_hello=_ratio(cpu, references.get("hello")),
        to_empty=_ratio(cpu, references.get("empty")),
        sent=looked["sent"],
        gzip=looked["gzip"],
        first_visit=looked["sent"] + sum(looked["files"].values()),
        later_visit=looked["sent"] + looked["asked_again"],
    )


def page_figures(name: str, title: str, by_size: Sequence[Figure]) -> PageFigures:
    first, last = by_size[0], by_size[-1]
    growth = last.cost_ms / first.cost_ms
    return PageFigures(
        name=name,
        title=title,
        by_size=tuple(by_size),
        growth=growth,
        growth_wall=last.wall_ms / first.wall_ms,
        aims=() if name in REFERENCES else tuple(_aims(name, by_size, growth)),
    )


def _aims(name: str, by_size: Sequence[Figure], growth: float) -> Iterator[Aim]:
    yield Aim("spørringer", max(one.queries for one in by_size), MOST_QUERIES)
    ratios = [one.to_empty for one in by_size if one.to_empty is not None]
    if name in MOST_OF_EMPTY and ratios:
        yield Aim("x tom side", max(ratios), MOST_OF_EMPTY[name])
    if len(by_size) > 1:
        yield Aim("vekst", growth, MOST_GROWTH)
    if by_size[-1].first_visit > by_size[-1].sent:
        yield Aim("kB første besøk", _most(by_size, "first_visit"), FIRST_VISIT / KILO)
        yield Aim("kB senere besøk", _most(by_size, "later_visit"), LATER_VISIT / KILO)


def _most(by_size: Sequence[Figure], what: str) -> float:
    return float(max(getattr(one, what) for one in by_size)) / KILO


def _ratio(cpu: float, reference: Sample | None) -> float | None:
    return cpu / median(reference.cpu) if reference and reference.cpu else None


def _database(sample: Sample) -> float:
    if sample.database:
        return median(sample.database)
    return median(wall - cpu for wall, cpu in zip(sample.wall, sample.cpu, strict=True))


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]
