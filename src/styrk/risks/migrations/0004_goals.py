import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from styrk.core import rls

# As closed as the risk itself.
PART = f"({rls.SYSTEM} OR risks_seen(risk_id))"


class Migration(migrations.Migration):
    """A risk can point at goals and be found by free words."""

    dependencies = [
        ("goals", "0002_written_once"),
        ("organisation", "0002_trail"),
        ("risks", "0003_upward"),
    ]

    operations = [
        migrations.AddField(
            model_name="risk",
            name="themes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), db_default=models.Value([]), default=list
            ),
        ),
        migrations.CreateModel(
            name="RiskGoal",
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
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="goals.goal",
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
                        related_name="goals",
                        to="risks.risk",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["goal"], name="risks_of_goal")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=("risk", "goal"),
                        name="risks_goal_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("removed_at__isnull", True), ("removed_by__isnull", True)),
                            models.Q(("removed_at__isnull", False), ("removed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="risks_goal_removed_pair",
                    ),
                ],
            },
        ),
        migrations.RunSQL(rls.protect("risks_riskgoal", see=PART), migrations.RunSQL.noop),
    ]
