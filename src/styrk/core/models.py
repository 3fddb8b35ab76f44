from django.db import models


class JobDone(models.Model):
    """That a background job's effect is committed: written in the same transaction as the effect."""

    job_id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
