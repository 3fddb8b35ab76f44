"""Which temas a report fits, by their definitions and by the reports that belong to them, in sight."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from styrk.core import clock
from styrk.incidents.models import Incident
from styrk.incidents.recurrence.alike import alike
from styrk.incidents.recurrence.reading import Report
from styrk.incidents.recurrence.reasons import Reason, why
from styrk.incidents.recurrence.scan import scan
from styrk.patterns.models import Theme, ThemeMember
from styrk.patterns.queries.alike import BESIDE, COLUMNS, SHOWN, Compared, newest_told, written
from styrk.patterns.queries.groups import COUNTED
from styrk.patterns.queries.themes import themes_for

# So many of the newest reports of a tema stand for it.
STANDS = 40
TOP = 60
FITTING = 3


@dataclass(frozen=True)
class Fit:
    """A tema that a report fits, and why: it is like what the tema says of itself, or like a report in it."""

    theme: Theme
    score: float
    reason: Reason
    like: Compared | None


def fitting(incident: Incident) -> list[Fit]:
    """The temas that fit best, each by what in it is most like the report."""
    themes = themes_for(incident)
    if not themes:
        return []
    own = Report(
        f"{incident.title}. {incident.description}",
        clock.day(incident.happened_at),
        incident.unit.name,
    )
    stands: list[tuple[Theme, Report, Compared | None]] = [
        (one, Report(f"{one.title}. {one.belongs}"), None) for one in themes
    ]
    stands += [(theme, one.report, one) for theme, one in _members(themes)]
    # What is common everywhere counts for little: others are read beside them.
    beside = [one.report for one in newest_told(incident, BESIDE)]
    reports = [own, *(report for _theme, report, _like in stands), *beside]
    scanned = scan([one.text for one in reports], written(), TOP)
    best: dict[int, Fit] = {}
    for one in alike(reports, scanned, TOP)[0]:
        if one.score < SHOWN or one.row > len(stands):
            continue
        theme, report, like = stands[one.row - 1]
        if theme.pk not in best:
            best[theme.pk] = Fit(theme, one.score, why(own, report, scanned.model), like)
    return list(best.values())[:FITTING]


def _members(themes: Collection[Theme]) -> list[tuple[Theme, Compared]]:
    """The newest reports of each, in sight."""
    by_id = {one.pk: one for one in themes}
    nth = Window(RowNumber(), partition_by="theme_id", order_by=F("incident__reported_at").desc())
    newest = ThemeMember.objects.filter(COUNTED, theme__one_of=list(by_id)).annotate(nth=nth)
    columns = [f"incident__{one}" if one != "pk" else "incident_id" for one in COLUMNS]
    rows = newest.filter(nth__lte=STANDS).order_by("-incident_id")
    return [
        (by_id[theme], Compared(*told)) for theme, *told in rows.values_list("theme_id", *columns)
    ]
