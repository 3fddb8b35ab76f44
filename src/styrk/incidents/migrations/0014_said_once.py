from django.db import migrations

# What becomes of a case; the rest is what the reporter said and when, and stays as it was said.
CHANGED = "state, handler_id, concluded_at, kind, harm_actual, harm_possible, confirmed_at, confirmed_by_id"


class Migration(migrations.Migration):
    """What was reported cannot be rewritten, whoever may handle the case."""

    dependencies = [("incidents", "0013_past_line_uncounted")]
    operations = [
        migrations.RunSQL(
            f"REVOKE UPDATE ON incidents_incident FROM styrk_app;"
            f" GRANT UPDATE ({CHANGED}) ON incidents_incident TO styrk_app;",
            "GRANT UPDATE ON incidents_incident TO styrk_app;",
        )
    ]
