"""What happened and what was done while series went on, for charts that go to many."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet

from styrk.actions.models import Action
from styrk.actions.queries import kept_from_some
from styrk.indicators.models import ActionMeasure, Annotation, Indicator
from styrk.organisation.models import Unit


class Happened:
    """What is noted of a unit's series, and the actions carried out that they show the effect of.

    An action that its unit's whole line may not see is not among them, nor one of a unit elsewhere.
    """

    def __init__(self, unit: Unit, indicators: Collection[Indicator]) -> None:
        facts = {"unit": unit, "indicator__one_of": {one.pk for one in indicators}}
        noted = Annotation.objects.filter(**facts, withdrawn_at__isnull=True)
        tried = ActionMeasure.objects.filter(
            **facts,
            ended_at__isnull=True,
            action__done_at__isnull=False,
            action__closed=False,
            action__unit__path__startswith=unit.path,
        )
        self.noted: QuerySet[Annotation] = noted.order_by("period", "pk")
        self.tried: QuerySet[ActionMeasure] = tried.select_related("action").order_by(
            "action__done_at", "action_id"
        )
        self._kept: set[int] | None = None

    @property
    def asked(self) -> tuple[QuerySet[Annotation], QuerySet[ActionMeasure]]:
        """To be fetched along with other questions."""
        return self.noted, self.tried

    def notes_of(self, indicator: Indicator) -> list[Annotation]:
        return [one for one in self.noted if one.indicator_id == indicator.pk]

    def actions_of(self, indicator: Indicator) -> Iterator[Action]:
        """One query the first time, where there is any at all."""
        found = [one.action for one in self.tried if one.indicator_id == indicator.pk]
        if found and self._kept is None:
            self._kept = kept_from_some(one.action_id for one in self.tried)
        return (one for one in found if one.pk not in (self._kept or ()))
