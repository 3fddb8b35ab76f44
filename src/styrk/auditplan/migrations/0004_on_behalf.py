from django.db import migrations, models


class Migration(migrations.Migration):
    """What others than those of the board or the committee write down for them, says so."""

    dependencies = [("auditplan", "0003_came_to_nothing")]
    operations = [
        migrations.AddField(
            "recommendation", "on_behalf", models.BooleanField(default=False, db_default=False)
        ),
        migrations.AddField(
            "wish", "on_behalf", models.BooleanField(default=False, db_default=False)
        ),
    ]
