from django.db import migrations

from styrk.core import rls

# That somebody got a copy tells of the case: it is as closed as the case.
CASE = f"({rls.SYSTEM} OR incidents_case_seen(incident_id))"


class Migration(migrations.Migration):
    """Copies are seen with the case; who subscribes is open to those who handle cases."""

    dependencies = [("subscriptions", "0001_initial"), ("incidents", "0010_risk_policies")]
    operations = [
        migrations.RunSQL(
            rls.protect("subscriptions_copy", see=CASE, write=rls.SYSTEM)
            + """
            REVOKE DELETE ON subscriptions_copy, subscriptions_subscription FROM styrk_app;
            """,
            migrations.RunSQL.noop,
        )
    ]
