from django.db import migrations, models


class Migration(migrations.Migration):
    """Whose view a unit is asked for, why nobody waits for an answer any more, and those waited for by day."""

    dependencies = [("incidents", "0023_saved_search")]
    operations = [
        migrations.AddField("statement", "profession", models.TextField(blank=True, db_default="")),
        migrations.AddField("statement", "ended_why", models.TextField(blank=True, db_default="")),
        migrations.AddIndex(
            "statement",
            models.Index(
                fields=["due"],
                name="incidents_statement_waiting",
                condition=models.Q(answered_at__isnull=True, ended_at__isnull=True),
            ),
        ),
    ]
