import django.db.models.deletion
from django.db import migrations, models

from styrk.core import rls

# As closed as the risk itself.
PART = f"({rls.SYSTEM} OR risks_seen(risk_id))"


class Migration(migrations.Migration):
    """Indicators show how a risk is doing."""

    dependencies = [
        ("indicators", "0005_glance"),
        ("organisation", "0002_trail"),
        ("risks", "0006_closed_above"),
    ]

    operations = [
        migrations.CreateModel(
            name="RiskMeasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("linked_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="indicators.indicator",
                    ),
                ),
                (
                    "linked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series",
                        to="risks.risk",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["indicator"], name="risks_of_indicator")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=("risk", "indicator"),
                        name="risks_indicator_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("removed_at__isnull", True), ("removed_by__isnull", True)),
                            models.Q(("removed_at__isnull", False), ("removed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="risks_indicator_removed_pair",
                    ),
                ],
            },
        ),
        migrations.RunSQL(rls.protect("risks_riskmeasure", see=PART), migrations.RunSQL.noop),
    ]
