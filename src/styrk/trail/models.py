"""The trail: who did what to what. No foreign keys, so that every app may write to it.

Rows are written once. Sensitive text is protected by a policy that the app which owns the subject
adds in its own migration; a row that no policy names is seen by nobody.
"""

from django.db import models


class Entry(models.Model):
    """One act. `subject` and `subject_id` name the record, `text` says the act in plain words."""

    at = models.DateTimeField()
    person_id = models.BigIntegerField(null=True)
    person_name = models.TextField()
    act = models.TextField()
    subject = models.TextField()
    subject_id = models.BigIntegerField()
    trust_id = models.BigIntegerField(null=True)
    text = models.TextField()
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "subject_id", "id"], name="trail_entry_subject"),
            models.Index(fields=["person_id", "-id"], name="trail_entry_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person_name}: {self.text}"


class Reading(models.Model):
    """That a person opened a sensitive record. Its table is partitioned by month."""

    pk = models.CompositePrimaryKey("id", "at")
    id = models.BigIntegerField()
    at = models.DateTimeField()
    person_id = models.BigIntegerField()
    person_name = models.TextField()
    subject = models.TextField()
    subject_id = models.BigIntegerField()
    reference = models.TextField()

    class Meta:
        managed = False
        db_table = "trail_reading"


class Seal(models.Model):
    """A batch of entries with the hash of their text and of the seal before.

    `low` and `high` bound the ids, `covers` says exactly which (an int8multirange as text): a
    sequence has gaps, and a slow transaction may commit after the batch was taken. `prints` are the
    first bytes of each covered entry's own hash, which tell the changed one from the others.
    """

    at = models.DateTimeField()
    low = models.BigIntegerField()
    high = models.BigIntegerField()
    entries = models.IntegerField()
    covers = models.TextField()
    previous = models.TextField()
    digest = models.TextField(unique=True)
    prints = models.BinaryField(default=bytes)
    form = models.SmallIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["at"], name="trail_seal_at"),
            models.Index(fields=["high"], name="trail_seal_high"),
        ]
