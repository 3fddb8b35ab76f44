import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids

# What an approved version builds on stands, as its items and hearings do.
STANDS = """
    CREATE TRIGGER plans_ground_approved BEFORE INSERT OR UPDATE OR DELETE ON plans_ground
        FOR EACH ROW EXECUTE FUNCTION plans_keep_approved();
    REVOKE UPDATE, TRUNCATE ON plans_ground FROM styrk_app;
"""


class Migration(migrations.Migration):
    """What a plan builds on (§ 6 b): noted and taken out until the plan is approved."""

    dependencies = [
        ("organisation", "0001_initial"),
        ("plans", "0002_stands"),
    ]
    operations = [
        migrations.CreateModel(
            name="Ground",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uuid",
                    models.UUIDField(default=styrk.core.ids.new_uuid, editable=False, unique=True),
                ),
                (
                    "source",
                    models.TextField(
                        choices=[
                            ("figures", "Tall for aktivitet, ventetid og økonomi"),
                            ("users", "Erfaringer fra pasienter, brukere og pårørende"),
                            ("staff", "Det de ansatte vet og sier"),
                            ("incidents", "Avvik og uønskede hendelser"),
                            ("risks", "Risikovurderinger"),
                            ("inspections", "Tilsyn og revisjon"),
                            ("research", "Faglige råd, retningslinjer og forskning"),
                            ("ahead", "Utviklingsplan og det som kommer"),
                            ("other", "Annet"),
                        ]
                    ),
                ),
                ("what", models.TextField()),
                ("showed", models.TextField()),
                ("noted_at", models.DateTimeField()),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grounds",
                        to="plans.plan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "source__in",
                                [
                                    "figures",
                                    "users",
                                    "staff",
                                    "incidents",
                                    "risks",
                                    "inspections",
                                    "research",
                                    "ahead",
                                    "other",
                                ],
                            )
                        ),
                        name="plans_source",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("what", ""), _negated=True),
                            models.Q(("showed", ""), _negated=True),
                        ),
                        name="plans_ground_whole",
                    ),
                ],
            },
        ),
        migrations.RunSQL(STANDS, migrations.RunSQL.noop),
    ]
