from importlib import import_module

from django.db import migrations

from styrk.core import tallies

TALLY = import_module("styrk.actions.migrations.0003_tally").TALLY
HIDDEN = tallies.hide_below(
    TALLY,
    "SELECT actions_recused()",
    anyone="EXISTS (SELECT FROM actions_recusal k WHERE k.action_id = r.id)",
    without="r.closed",
)


class Migration(migrations.Migration):
    """What is kept from anyone is looked for in the unit it is asked of, and not in all of them."""

    dependencies = [("actions", "0013_kept_from_one")]
    operations = [migrations.RunSQL(HIDDEN, migrations.RunSQL.noop)]
