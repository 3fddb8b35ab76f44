from dataclasses import replace
from importlib import import_module

from django.db import migrations

from styrk.core import tallies
from styrk.core.tallies import Bucket, Tally

NUMBERS = import_module("styrk.incidents.migrations.0003_tally")
PAST = import_module("styrk.incidents.migrations.0013_past_line_uncounted").PAST
SERIOUS = f"({NUMBERS.SERIOUS} OR r.harm_possible IN ('severe', 'death'))"


def _serious(bucket: Bucket) -> Bucket:
    told = {name: how.replace(NUMBERS.SERIOUS, SERIOUS) for name, how in bucket.counts.items()}
    return replace(bucket, counts=told)


WAS: Tally = tallies.without(NUMBERS.TALLY, PAST)
NOW = replace(WAS, buckets=[_serious(bucket) for bucket in WAS.buckets])


class Migration(migrations.Migration):
    """What could have harmed badly is serious too, as in the list and the deadline."""

    dependencies = [("incidents", "0014_said_once")]
    operations = [migrations.RunSQL(tallies.count_anew(WAS, NOW), migrations.RunSQL.noop)]
