from django.db import migrations

from styrk.core import rls

# Who sees the case sees what it is about, and nobody else: also a number of cases tells of them.
CASE = f"({rls.SYSTEM} OR incidents_case_seen(incident_id))"
# Written once, and taken away once.
SAID = ("incident_id", "trust_id", "code_id", "set_at", "set_by_id")
OLD, NEW = (", ".join(f"{row}.{column}" for column in SAID) for row in ("OLD", "NEW"))
ONCE = f"""
    CREATE TRIGGER classification_incidentcode_once BEFORE UPDATE ON classification_incidentcode
        FOR EACH ROW WHEN (
            OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL
            OR ({NEW}) IS DISTINCT FROM ({OLD}))
        EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER classification_incidentcode_kept BEFORE DELETE ON classification_incidentcode
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""


class Migration(migrations.Migration):
    """Which codes stand on an incident is as closed as the case, and is never rewritten."""

    dependencies = [
        ("classification", "0001_initial"),
        ("incidents", "0010_risk_policies"),
        ("core", "0001_append_only"),
    ]
    operations = [
        migrations.RunSQL(
            rls.protect("classification_incidentcode", see=CASE, write=CASE)
            + ONCE
            + """
            -- Codes are never rewritten: what was set by them would say something else.
            REVOKE UPDATE, DELETE ON classification_code, classification_codeaxis FROM styrk_app;
            REVOKE DELETE ON classification_codescheme FROM styrk_app;
            """,
            migrations.RunSQL.noop,
        )
    ]
