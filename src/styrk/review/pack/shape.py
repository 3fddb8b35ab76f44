"""What a report holds, as plain data: figures, counts and words. Codes are those of the apps they are
from; days and times are ISO 8601; what is not known is None.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from styrk.requirements.annual import Document
from styrk.review.pack.charted import Charted

type Texts = dict[str, str]


@dataclass(frozen=True)
class Month:
    """A period of an indicator's own rhythm, in its measure. `last_year` is of the same one a year before."""

    period: str
    actual: float | None = None
    budget: float | None = None
    last_year: float | None = None


@dataclass(frozen=True)
class Tells:
    """What the control chart tells through the report's period: codes of `indicators.readings`.

    `points` are all the known figures behind it. `drawn` is the small picture of the newest `shown`, which
    are from `low` to `high`: the paths of `ui.charts.strokes`, so that it is always as it was.
    """

    points: int
    kinds: tuple[str, ...] = ()
    variation: str = ""
    assurance: str = ""
    shown: int = 0
    low: float | None = None
    high: float | None = None
    drawn: Texts = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """What is counted so far this year above and below the line (where there is one, `of` what).

    `divided`: the year so far is a share or a rate, `top` over `low` times `factor`.
    """

    top: float
    low: float
    factor: float
    of: str
    divided: bool = False


@dataclass(frozen=True)
class Figure:
    """An indicator at the unit: the newest period, and the year through `through`.

    `standing` of the report's own period: "known", "waiting" (expected later), "missing", "too_few",
    or "none" where the indicator has no value at all. `behind`: how many periods the newest known
    one is before the report's. `estimate` is of the whole year. `units` of `expected` are in it.
    `unsent`: the units below whose figures are in it though they have not sent their report; `changed`:
    those whose figures are others than what they sent. `chart`: of those that stand out the most.
    The year so far: `holes` without a figure, `partial` without all units, `untold` what it cannot say.
    """

    code: str
    name: str
    area: str
    kind: str
    rhythm: str
    direction: str
    measured_in: str
    decimals: int
    standing: str
    period: str = ""
    through: str = ""
    behind: int = 0
    latest: float | None = None
    actual: float | None = None
    budget: float | None = None
    last_year: float | None = None
    estimate: float | None = None
    year_budget: float | None = None
    target: float | None = None
    units: int = 0
    expected: int = 0
    months: tuple[Month, ...] = ()
    source: str = ""
    definition: int = 0
    tells: Tells | None = None
    unsent: tuple[str, ...] = ()
    chart: Charted | None = None
    made: Made | None = None
    changed: tuple[str, ...] = ()
    holes: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()

    @property
    def stands_out(self) -> bool:
        """Whether its newest figures are not as they use to be."""
        return bool(self.tells and self.tells.variation not in ("", "common"))

    @property
    def deviation(self) -> float | None:
        """From the budget, so far this year."""
        if self.actual is None or self.budget is None:
            return None
        return self.actual - self.budget

    @property
    def from_budget(self) -> float | None:
        """The same in per cent of the budget."""
        return _share(self.actual, self.budget)

    @property
    def from_last_year(self) -> float | None:
        """The change from last year in per cent of it."""
        return _share(self.actual, self.last_year)


def _share(value: float | None, base: float | None) -> float | None:
    """None also for what may be below 0, as a result: there a share says nothing."""
    if value is None or base is None or value < 0 or base <= 0:
        return None
    return 100 * (value - base) / base


@dataclass(frozen=True)
class RiskTold:
    title: str
    zone: str
    score: int
    change: str
    actions: int


@dataclass(frozen=True)
class Risks:
    """The unit's picture of the tertial: `taken_on` "" where none is taken. Counts by zone."""

    taken_on: str = ""
    summary: str = ""
    counts: dict[str, int] | None = None
    below: dict[str, int] | None = None
    risks: tuple[RiskTold, ...] = ()
    digest: str = ""


@dataclass(frozen=True)
class Actions:
    """The unit's and all below: in the period, and as they stand at the end of it."""

    raised: int = 0
    carried_out: int = 0
    judged: int = 0
    worked: int = 0
    planned: int = 0
    late: int = 0
    unknown: int = 0


@dataclass(frozen=True)
class Themes:
    """Incidents of a kind, by harm. None is from 1 to 4, or hidden so that nobody can work such out."""

    kind: str
    harms: tuple[int | None, ...]
    total: int | None


@dataclass(frozen=True)
class Incidents:
    """The period's incidents in the unit and below. `harms` names the columns ("" not said).

    `total` is of all themes, and `total_before` the same of the period a year before.
    """

    harms: tuple[str, ...] = ()
    themes: tuple[Themes, ...] = ()
    totals: tuple[int | None, ...] = ()
    total: int | None = None
    total_before: int | None = None
    suggestions: int | None = None
    good: int | None = None


@dataclass(frozen=True)
class Below:
    """A unit whose report this one compiles. Without a `version` it has sent none.

    `sent_back`: it was asked about the version, and has not sent anew nor let it stand.
    """

    unit: str
    code: str
    version: int = 0
    digest: str = ""
    sent_at: str = ""
    sent_by: str = ""
    due_on: str = ""
    summary: str = ""
    figures: tuple[Figure, ...] = ()
    sent_back: bool = False


@dataclass(frozen=True)
class Section:
    """`written` whether somebody is to write in it: "required", "optional", "none"."""

    code: str
    title: Texts
    ask: Texts
    written: str
    shows: tuple[str, ...]
    text: str = ""
    by: str = ""
    at: str = ""

    @property
    def lacks_words(self) -> bool:
        return self.written == "required" and not self.text.strip()


@dataclass(frozen=True)
class Content:
    """All of it, as it is read, sent and set. `layout_digest` is of the file that says what it holds."""

    layout: str
    name: Texts
    layout_digest: str
    unit: str
    code: str
    level: str
    period: str
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...] = ()
    summary: tuple[str, ...] = ()
    requirements: tuple[Document, ...] = ()
    risks: Risks | None = None
    actions: Actions | None = None
    incidents: Incidents | None = None
    below: tuple[Below, ...] = ()

    def of_area(self, area: str) -> list[Figure]:
        return [one for one in self.figures if one.area == area]

    def compared(self, area: str) -> list[Figure]:
        """Those of the area that the units below have sent."""
        return [one for each in self.below for one in each.figures if one.area == area]

    def main(self) -> Iterator[Figure]:
        """Those of the summary: as the layout names them, else those with a budget or a target."""
        if self.summary:
            by_code = {one.code: one for one in self.figures}
            return (by_code[code] for code in self.summary if code in by_code)
        return (one for one in self.figures if one.budget is not None or one.target is not None)

    def shows(self, what: str) -> bool:
        return any(one.partition(".")[0] == what for each in self.sections for one in each.shows)

    @property
    def lacking(self) -> list[Section]:
        return [one for one in self.sections if one.lacks_words]

    @property
    def missing(self) -> list[Below]:
        """Those below that have sent nothing."""
        return [one for one in self.below if not one.version]

    @property
    def sent_back(self) -> list[Below]:
        """Those below whose report is sent back with a question."""
        return [one for one in self.below if one.sent_back]

    @property
    def unsent(self) -> list[str]:
        """Those below whose figures are in the totals though they have not sent."""
        within = {name for one in self.figures for name in one.unsent}
        return [one.unit for one in self.missing if one.unit in within]
