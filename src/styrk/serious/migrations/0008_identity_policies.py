from django.db import migrations

from styrk.core import rls

OF_CASE = f"({rls.SYSTEM} OR serious_seen(event_id))"
# What is encrypted is encrypted anew, or deleted: nothing else of it is ever changed.
ONCE = """
    REVOKE UPDATE ON serious_patientidentity FROM styrk_app;
    GRANT UPDATE (sealed, deleted_at, deleted_by_id, why_deleted) ON serious_patientidentity
        TO styrk_app;
    CREATE TRIGGER serious_identity_kept BEFORE UPDATE ON serious_patientidentity
        FOR EACH ROW WHEN (OLD.deleted_at IS NOT NULL)
        EXECUTE FUNCTION refuse_change();
"""


class Migration(migrations.Migration):
    """Who patients are is as closed as the case, and encrypted besides."""

    dependencies = [("serious", "0007_identity")]
    operations = [
        migrations.RunSQL(
            rls.protect("serious_patientidentity", see=OF_CASE, write=OF_CASE)
            + ONCE
            + rls.protect("serious_identityopening", see=OF_CASE, write=OF_CASE)
            + rls.append_only("serious_identityopening"),
            migrations.RunSQL.noop,
        )
    ]
