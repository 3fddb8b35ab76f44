from django.db import migrations

from styrk.core import rls

SEE = f"({rls.units('action', 'unit_id')} OR owner_id = {rls.PERSON} OR {rls.granted('action', 'id')})"
PART = "EXISTS (SELECT 1 FROM actions_action a WHERE a.id = action_id)"


class Migration(migrations.Migration):
    """An action is seen up the line from its unit, by its owner, and by those it is granted to."""

    dependencies = [("actions", "0001_initial"), ("access", "0002_policies")]
    operations = [
        migrations.RunSQL(
            rls.protect("actions_action", see=SEE)
            + rls.protect("actions_actionstep", see=PART)
            + rls.protect("actions_effectreview", see=PART)
            + rls.append_only("actions_actionstep")
            + rls.append_only("actions_effectreview")
            + """
            CREATE POLICY action ON trail_entry FOR SELECT USING (
                subject = 'action'
                AND EXISTS (SELECT 1 FROM actions_action a WHERE a.id = subject_id));
            """,
            migrations.RunSQL.noop,
        )
    ]
