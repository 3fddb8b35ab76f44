"""What a reader of the list keeps to look for again."""

from django.db import models

from styrk.core.fields import Identified
from styrk.organisation.models import Person


class SavedSearch(Identified):
    """A person's own name for what the list was limited to: `query` is the end of its address."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    query = models.TextField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="incidents_search_once"),
            models.CheckConstraint(
                condition=~models.Q(name="") & ~models.Q(query=""), name="incidents_search_whole"
            ),
        ]

    def __str__(self) -> str:
        return self.name
