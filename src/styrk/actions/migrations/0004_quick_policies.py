from django.db import migrations

from styrk.core import rls

SEE = (
    f"({rls.units('action', 'unit_id')} OR owner_id = {rls.PERSON} OR {rls.shared('action', 'id')})"
)
# One look-up by its key, with nothing of the action's own policy in the plan of what asks.
SEEN = """
    CREATE FUNCTION actions_seen(of_action bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    DECLARE
        me bigint := nullif(current_setting('styrk.person', true), '')::bigint;
        units int8multirange := nullif(current_setting('styrk.units_action', true), '')::int8multirange;
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM actions_action a WHERE a.id = of_action
            AND (multirange_contains_elem(units, a.unit_id) OR a.owner_id = me
                 OR access_has_grant('action', of_action, '{}')));
    END $$;
"""
PART = f"({rls.SYSTEM} OR actions_seen(action_id))"


class Migration(migrations.Migration):
    """The same sight as before, asked in a way that costs the same however many actions there are."""

    dependencies = [("actions", "0003_tally"), ("access", "0004_granted")]
    operations = [
        migrations.RunSQL(
            SEEN
            + rls.seen_and_changed("actions_action", SEE)
            + rls.seen_and_changed("actions_actionstep", PART)
            + rls.seen_and_changed("actions_effectreview", PART)
            + rls.instead(
                "trail_entry",
                "action",
                f"subject = 'action' AND ({rls.SYSTEM} OR actions_seen(subject_id))",
            ),
            migrations.RunSQL.noop,
        )
    ]
