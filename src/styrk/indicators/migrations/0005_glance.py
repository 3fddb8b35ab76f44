import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """How each series stands in a table is kept beside its signal. All are read anew."""

    dependencies = [("indicators", "0004_effect")]
    operations = [
        migrations.CreateModel(
            name="SeriesGlance",
            fields=[
                (
                    "signal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="glance",
                        serialize=False,
                        to="indicators.signal",
                    ),
                ),
                ("until", models.DateField(db_index=True, null=True)),
                ("said", models.JSONField()),
            ],
        ),
        migrations.RunSQL(
            "UPDATE indicators_signal SET stale = true WHERE NOT stale", migrations.RunSQL.noop
        ),
    ]
