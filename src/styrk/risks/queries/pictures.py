"""The risk map of a unit as it is now, and its tertial pictures as they were."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from styrk.core.scope import current
from styrk.organisation.models import Unit
from styrk.risks.models import Matrix, Risk, Snapshot
from styrk.risks.states import LIVE

type Cells = dict[tuple[int, int], int]


@dataclass(frozen=True)
class Heat:
    """How many live risks stand where in the matrix, and how many cannot be drawn in it."""

    cells: Cells
    other_matrix: int
    unrated: int

    @property
    def drawn(self) -> int:
        return sum(self.cells.values())


def heat_of(unit: Unit, matrix: Matrix | None, *, only: bool) -> Heat:
    """The unit's risks, with those below it or not. Only what was rated in the matrix is drawn."""
    found = Risk.objects.filter(current().units("risk").rows(), state__in=LIVE)
    found = found.filter(unit=unit) if only else found.filter(unit__path__startswith=unit.path)
    fields = ("current__matrix_id", "current__likelihood", "current__consequence")
    rows = found.values_list(*fields).annotate(number=Count("pk")).order_by()
    cells: Counter[tuple[int, int]] = Counter()
    other = unrated = 0
    for matrix_id, likelihood, consequence, number in rows:
        if matrix_id is None:
            unrated += number
        elif matrix and matrix_id == matrix.pk:
            cells[likelihood, consequence] += number
        else:
            other += number
    return Heat(dict(cells), other, unrated)


def snapshots_of(unit: Unit) -> list[Snapshot]:
    """The unit's pictures, the newest first: of each tertial the edition that holds, then the others."""
    found = Snapshot.objects.filter(current().units("risk").rows(), unit=unit)
    found = found.order_by("-period", "-edition").defer("content")
    return list(found.select_related("taken_by"))


def picture_of(unit: Unit, period: str) -> Snapshot | None:
    """The unit's picture of a tertial that holds, if one is taken."""
    return next(iter(asked_pictures(unit, period)), None)


def asked_pictures(unit: Unit, period: str) -> QuerySet[Snapshot]:
    """The one that holds, if any."""
    found = Snapshot.objects.filter(current().units("risk").rows(), unit=unit, period=period)
    return found.order_by("-edition")[:1]


def snapshot(uuid: UUID) -> Snapshot | None:
    found = Snapshot.objects.filter(current().units("risk").rows(), uuid=uuid)
    return found.select_related("unit", "trust", "taken_by", "before").first()


def holding(frozen: Snapshot) -> Snapshot | None:
    """The edition that holds of the same tertial, where it is another."""
    later = Snapshot.objects.filter(
        unit=frozen.unit_id, period=frozen.period, edition__gt=frozen.edition
    )
    return later.defer("content").order_by("-edition").first()
