from importlib import import_module

from django.db import migrations

from styrk.core import tallies

TALLY = import_module("styrk.actions.migrations.0003_tally").TALLY
HIDDEN = tallies.hide(TALLY, "SELECT actions_recused()", without="r.closed")


class Migration(migrations.Migration):
    """What is kept from a person is in no number that the person sees; to others it counts."""

    dependencies = [("actions", "0010_objection")]
    operations = [migrations.RunSQL(HIDDEN, "DROP FUNCTION actions_tally_hidden()")]
