"""The content of a report: as it stands now, fetched from the apps below, or as it was sent."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from styrk.access.queries import Standing
from styrk.actions import tally as actions
from styrk.core.asking import Ask, ask_all
from styrk.core.progress import Stage, Tell, silent
from styrk.core.tallies import Span
from styrk.core.together import fetch_together
from styrk.incidents import tally as incidents
from styrk.indicators.models import Indicator
from styrk.organisation.models import Unit
from styrk.requirements import periods
from styrk.requirements.queries import asked_reported, reported_in
from styrk.review.layouts import Layout
from styrk.review.models import Report, Words
from styrk.review.pack import (
    Actions,
    Content,
    Incidents,
    Risks,
    RiskTold,
    Section,
    Themes,
    suppressing,
)
from styrk.review.queries.below import Sender, asked_sent, senders_in, told, with_below
from styrk.review.queries.figures import asked_within, figures_of, indicators_of
from styrk.review.queries.line import asked_below, senders_among
from styrk.review.queries.reports import asked_words
from styrk.risks.models import Snapshot
from styrk.risks.queries.pictures import asked_pictures

MOST_RISKS = 20
# Where any of these is shown, the figures are read.
FIGURES = {"figures", "summary", "status", "sources"}
# So many parts it is read in.
READ = 5
IN_PERIOD = ("raised", "carried_out", "judged", "worked")


@dataclass(frozen=True)
class Subject:
    """Whose report of what, for which period; `report` is None where nobody has begun."""

    unit: Unit
    layout: Layout
    period: str
    report: Report | None = None


@dataclass(frozen=True)
class Counts:
    actions: Actions | None
    incidents: Incidents | None


class _Parts:
    """What is asked of the apps below, all of it in one trip; empty where the layout does not show it."""

    def __init__(self, subject: Subject) -> None:
        unit, layout, period = subject.unit, subject.layout, subject.period
        shows = layout.shows
        self.indicators, self.reported = Indicator.objects.none(), None
        self.pictures, self.below = Snapshot.objects.none(), Unit.objects.none()
        self.words = asked_words(subject.report)
        if shows & FIGURES:
            self.indicators = indicators_of(unit, period)
        if "requirements" in shows:
            self.reported = asked_reported(unit, period)
        if "risks" in shows:
            self.pictures = asked_pictures(unit, period)
        if layout.compiles:
            self.below = asked_below(unit, layout, period)

    def fetch(self, *along: QuerySet[Any, Any]) -> None:
        reported = self.reported.every if self.reported else ()
        every = self.indicators, self.pictures, self.below, self.words
        fetch_together(*every, *reported, *along)


def live_content(
    subject: Subject,
    standing: Standing,
    today: date,
    *,
    words: QuerySet[Words] | None = None,
    along: Sequence[QuerySet[Any, Any]] = (),
    tell: Tell = silent,
) -> Content:
    """As it stands now, in words of the one who reads: at most four queries, and one more where something
    is reported to the owner. What is written is taken from `words`, if given; `along` come in the same trip.
    """
    unit, layout, period = subject.unit, subject.layout, subject.period
    shows, parts = layout.shows, _Parts(subject)
    reading = Stage(tell, "read", READ)
    if words is not None:
        parts.words = words
    parts.fetch(*along)
    reading.done(None)
    counts = reading.done(_counts(unit, period, shows))
    senders = senders_among(parts.below, unit, layout)
    sent, within = asked_sent(senders, layout, period), asked_within(unit, senders, period)
    reported = parts.reported
    along = [*sent, within]
    figures = reading.done(figures_of(unit, period, today, parts.indicators, along))
    found = senders_in(senders, *sent)
    return Content(
        layout=layout.code,
        name=layout.name,
        layout_digest=layout.digest,
        unit=unit.name,
        code=unit.code,
        level=unit.level,
        period=period,
        sections=tuple(_sections(layout, by_section(parts.words))),
        figures=with_below(figures, found, within),
        summary=layout.summary,
        requirements=reading.done(reported_in(reported, standing, today) if reported else ()),
        risks=_risks(parts.pictures) if "risks" in shows else None,
        actions=counts.actions,
        incidents=counts.incidents,
        below=reading.done(told(found, layout, period)),
    )


def words_of(report: Report | None) -> dict[str, Words]:
    """What is written, by the code of the section."""
    return by_section(asked_words(report))


def by_section(found: Iterable[Words]) -> dict[str, Words]:
    return {one.section: one for one in found}


def _sections(layout: Layout, words: Mapping[str, Words]) -> Iterable[Section]:
    for one in layout.sections:
        said = words.get(one.code)
        yield Section(
            code=one.code,
            title=one.title,
            ask=one.ask,
            written=one.written,
            shows=one.shows,
            text=said.text if said else "",
            by=said.written_by.name if said and said.written_by else "",
            at=said.written_at.isoformat() if said and said.written_at else "",
        )


def _days(period: str) -> tuple[date, date]:
    """The first day, and the day after the last."""
    return periods.first_day(period), periods.last_day(period) + timedelta(days=1)


def _counts(unit: Unit, period: str, shows: Collection[str]) -> Counts:
    """Actions and incidents, those of them that are shown, in one trip."""
    since, before = _days(period)
    asks: list[Ask[Any]] = []
    if "actions" in shows:
        asks.append(_actions(unit, since, before))
    if "incidents" in shows:
        asks += _incidents(unit, since, before)
    answers = ask_all(asks)
    return Counts(
        actions=answers.pop(0) if "actions" in shows else None,
        incidents=_themes(*answers) if "incidents" in shows else None,
    )


def _actions(unit: Unit, since: date, before: date) -> Ask[Actions]:
    spans = {
        **{name: Span(name, since, before) for name in IN_PERIOD},
        "planned": Span("planned"),
        "late": Span("planned", before=before),
        "unknown": Span("unjudged"),
    }
    found = actions.figures(unit.path, spans)
    return Ask(found.sql, found.facts, lambda *numbers: Actions(**found.row(*numbers)))


def _incidents(unit: Unit, since: date, before: date) -> list[Ask[Any]]:
    """By kind and harm, the same a year before, and what is no avvik."""
    year_ago = (one.replace(year=one.year - 1) for one in (since, before))
    apart = {name: Span(name, since, before) for name in ("suggestions", "good")}
    return [
        incidents.themes(unit.path, since, before),
        incidents.themes(unit.path, *year_ago),
        incidents.figures(unit.path, apart),
    ]


def _themes(
    counted: list[list[int]], year_ago: list[list[int]], others: Mapping[str, int]
) -> Incidents:
    cells, by_row, by_column, whole = suppressing.table(counted)
    rows = zip(incidents.KINDS, cells, by_row, strict=True)
    return Incidents(
        harms=incidents.HARMS,
        themes=tuple(Themes(kind, tuple(harms), total) for kind, harms, total in rows),
        totals=tuple(by_column),
        total=whole,
        total_before=suppressing.table(year_ago)[-1],
        **{name: suppressing.told(number) for name, number in others.items()},
    )


def _risks(pictures: Iterable[Snapshot]) -> Risks:
    found = next(iter(pictures), None)
    if found is None:
        return Risks()
    picture = found.content
    return Risks(
        taken_on=found.taken_at.date().isoformat(),
        summary=found.summary,
        counts=picture["counts"],
        below=picture["below"]["counts"],
        risks=tuple(
            RiskTold(one["title"], one["zone"], one["score"], one["change"], len(one["actions"]))
            for one in picture["risks"][:MOST_RISKS]
        ),
        digest=found.digest,
    )


def compiled_content(subject: Subject, found: Sequence[Sender]) -> Content:
    """Only what those below have sent (with their content along). No query."""
    unit, layout, period = subject.unit, subject.layout, subject.period
    return Content(
        layout=layout.code,
        name=layout.name,
        layout_digest=layout.digest,
        unit=unit.name,
        code=unit.code,
        level=unit.level,
        period=period,
        sections=(),
        below=told(found, layout, period),
    )
