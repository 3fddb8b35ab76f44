import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Only the name by which the reporter is found from the incident; no change in the database."""

    dependencies = [("incidents", "0005_quick_policies")]
    operations = [
        migrations.AlterField(
            model_name="reporter",
            name="incident",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                primary_key=True,
                related_name="reporter",
                serialize=False,
                to="incidents.incident",
            ),
        )
    ]
