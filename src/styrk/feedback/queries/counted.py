"""Numbers of what was told: by theme and kind, and how soon it was answered."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Q
from django.db.models.functions import TruncDate

from styrk.access.queries import Standing
from styrk.core.clock import OSLO
from styrk.feedback import themes
from styrk.feedback.models import Judgement
from styrk.feedback.queries.register import NONE, Filters, limited
from styrk.feedback.states import OPEN, Kind
from styrk.feedback.types import DAYS_TO_ANSWER
from styrk.organisation.models import Unit


@dataclass(frozen=True)
class Row:
    """A theme, and how many there are of each kind, in the order of the kinds."""

    code: str
    name: str
    numbers: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(number for _kind, number in self.numbers)


@dataclass(frozen=True)
class Brief:
    """What is said of all of it in a few numbers; `late` wait longer than they were promised."""

    received: int
    complaints: int
    waiting: int
    late: int


@dataclass(frozen=True)
class Times:
    """How soon those who wait were answered. `days` is the mean, None where nobody was."""

    asked: int
    answered: int
    in_time: int
    late: int
    days: float | None


def by_theme(standing: Standing, filters: Filters) -> list[Row]:
    """The themes that somebody told of, the commonest first; those without a theme last."""
    found = limited(standing, filters).order_by().values_list("theme", "kind")
    told: dict[str, dict[str, int]] = {}
    for theme, kind, number in found.annotate(Count("pk")):
        told.setdefault(theme, {})[kind] = number
    rows = [
        Row(
            theme or NONE,
            themes.name(theme) if theme else "",
            tuple((kind, numbers.get(kind, 0)) for kind in Kind.values),
        )
        for theme, numbers in told.items()
    ]
    return sorted(rows, key=lambda row: (row.code == NONE, -row.total, row.name))


def briefly(standing: Standing, filters: Filters, today: date) -> Brief:
    waits = Q(state__in=OPEN)
    found = limited(standing, filters).aggregate(
        received=Count("pk"),
        complaints=Count("pk", filter=Q(kind=Kind.COMPLAINT)),
        waiting=Count("pk", filter=waits),
        late=Count("pk", filter=waits & Q(answer_due__lt=today)),
    )
    return Brief(**found)


def times(standing: Standing, filters: Filters, today: date) -> Times:
    """Of those who wait for an answer: how many had it, and how soon. In one question."""
    owed = limited(standing, filters).filter(answer_owed=True).order_by()
    day = TruncDate("answered_at", tzinfo=OSLO)
    taken = ExpressionWrapper(day - F("received_on"), output_field=DurationField())
    found = owed.annotate(took=taken).aggregate(
        asked=Count("pk"),
        answered=Count("pk", filter=Q(answered_at__isnull=False)),
        in_time=Count("pk", filter=Q(took__lte=timedelta(days=DAYS_TO_ANSWER.value))),
        late=Count("pk", filter=Q(state__in=OPEN, answer_due__lt=today)),
        days=Avg("took"),
    )
    mean = found.pop("days")
    return Times(**found, days=None if mean is None else mean.total_seconds() / 86400)


def judgements(unit: Unit) -> list[Judgement]:
    """What the unit itself has made of what was told, the latest first."""
    return list(Judgement.objects.filter(unit=unit).select_related("by").order_by("-pk")[:10])
