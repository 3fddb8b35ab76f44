from django.db import migrations

from styrk.core import rls

# What a unit did with its goals stands in the steps; the trail's copy is for whoever verifies it.
HISTORY = f"""
    CREATE POLICY goal ON trail_entry FOR SELECT USING (subject = 'goal' AND {rls.SYSTEM});
"""


class Migration(migrations.Migration):
    """Steps are written once, and so is which action was decided for which goal."""

    dependencies = [("goals", "0001_initial"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            HISTORY + rls.append_only("goals_goalstep") + rls.append_only("goals_goalaction"),
            migrations.RunSQL.noop,
        )
    ]
