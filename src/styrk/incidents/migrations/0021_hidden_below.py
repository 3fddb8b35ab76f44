from importlib import import_module

from django.db import migrations

from styrk.core import tallies

TALLY = import_module("styrk.incidents.migrations.0003_tally").TALLY
HIDDEN = tallies.hide_below(
    TALLY,
    "SELECT incidents_recused()",
    anyone="EXISTS (SELECT FROM incidents_recusal k WHERE k.incident_id = r.id)",
    without="r.past_line OR r.state = 'aside'",
)


class Migration(migrations.Migration):
    """What is kept from anyone is looked for in the unit it is asked of, and not in all of them."""

    dependencies = [("incidents", "0020_aside")]
    operations = [migrations.RunSQL(HIDDEN, migrations.RunSQL.noop)]
