from django.db import migrations, models

# Before, that nobody waits was known by the case alone.
CONCLUDED = """
    UPDATE incidents_statement s SET ended_at = i.concluded_at
    FROM incidents_incident i
    WHERE i.id = s.incident_id AND i.concluded_at IS NOT NULL AND s.answered_at IS NULL;
"""


class Migration(migrations.Migration):
    """When nobody waited for the answer to a question any more, though it never came."""

    dependencies = [("incidents", "0014_said_once")]
    operations = [
        migrations.AddField(
            model_name="statement", name="ended_at", field=models.DateTimeField(null=True)
        ),
        migrations.RunSQL(CONCLUDED, migrations.RunSQL.noop),
    ]
