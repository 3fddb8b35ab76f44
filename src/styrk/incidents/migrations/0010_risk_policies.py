from django.db import migrations

from styrk.core import rls

# Who sees the case sees what it shows, and nobody else: also a number of cases tells of them.
CASE = f"({rls.SYSTEM} OR incidents_case_seen(incident_id))"
# Written once, and taken back once.
SAID = ("incident_id", "trust_id", "risk_id", "linked_at", "linked_by_id")
OLD, NEW = (", ".join(f"{row}.{column}" for column in SAID) for row in ("OLD", "NEW"))
ONCE = f"""
    CREATE TRIGGER incidents_incidentrisk_once BEFORE UPDATE ON incidents_incidentrisk
        FOR EACH ROW WHEN (
            OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL
            OR ({NEW}) IS DISTINCT FROM ({OLD}))
        EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER incidents_incidentrisk_kept BEFORE DELETE ON incidents_incidentrisk
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""


class Migration(migrations.Migration):
    """Which risks an incident shows is as closed as the case, and is never rewritten."""

    dependencies = [("incidents", "0009_incidentrisk"), ("core", "0001_append_only")]
    operations = [
        migrations.RunSQL(
            rls.protect("incidents_incidentrisk", see=CASE, write=CASE) + ONCE,
            migrations.RunSQL.noop,
        )
    ]
