from importlib import import_module

from django.db import migrations

from styrk.core import tallies

TALLY = import_module("styrk.actions.migrations.0003_tally").TALLY


class Migration(migrations.Migration):
    """What no line sees is in no number that a line sees."""

    dependencies = [("actions", "0008_closed")]
    operations = [migrations.RunSQL(tallies.leave_out(TALLY, "r.closed"), migrations.RunSQL.noop)]
