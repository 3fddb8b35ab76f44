from django.db import migrations, models


class Migration(migrations.Migration):
    """Where something broken is put right with no action, the unit says why none was needed."""

    dependencies = [("inspections", "0010_received")]
    operations = [
        migrations.AddField("finding", "without", models.TextField(blank=True, db_default="")),
    ]
