"""The scale that a trust rates in."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.risks.scale import Scale
from styrk.risks.states import MatrixState


class Matrix(Identified):
    """A trust's risk matrix in one version. Once published it is never changed; a new one follows.

    `content` is a `Scale` as data. `example` is Styrk's own, which the trust has not decided on.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    version = models.IntegerField()
    name = models.TextField()
    content = models.JSONField()
    example = models.BooleanField(default=False)
    state = models.TextField(choices=MatrixState.choices, default=MatrixState.DRAFT)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["trust", "version"],
                name="risks_matrix_version",
                condition=Q(state="published"),
            ),
            models.UniqueConstraint(
                fields=["trust"], name="risks_matrix_one_draft", condition=Q(state="draft")
            ),
            models.CheckConstraint(
                condition=Q(state__in=MatrixState.values), name="risks_matrix_state"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", published_at__isnull=True, published_by__isnull=True)
                | Q(state="published", published_at__isnull=False, published_by__isnull=False),
                name="risks_matrix_published_pair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, versjon {self.version}"

    @property
    def scale(self) -> Scale:
        return Scale.of(self.content)
