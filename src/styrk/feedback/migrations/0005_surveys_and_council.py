import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids

# The list is never rewritten: only what is said of it, and the answer.
AS_GIVEN = """
    REVOKE UPDATE, DELETE ON feedback_hearing FROM styrk_app;
    GRANT UPDATE (state, said, said_on, answer, changed, answered_at, answered_by_id)
        ON feedback_hearing TO styrk_app;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0004_past_line"),
        ("organisation", "0003_agreed_to"),
    ]

    operations = [
        migrations.CreateModel(
            name="Hearing",
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
                ("council", models.TextField()),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("material", models.JSONField()),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("laid", "Lagt fram"),
                            ("said", "Har uttalt seg"),
                            ("answered", "Har fått svar"),
                        ],
                        default="laid",
                    ),
                ),
                ("laid_at", models.DateTimeField()),
                ("said", models.TextField(blank=True)),
                ("said_on", models.DateField(null=True)),
                ("answer", models.TextField(blank=True)),
                ("changed", models.BooleanField(default=False)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "laid_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "trust",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["trust", "-id"], name="feedback_hearing_trust")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "council", "last_on"), name="feedback_hearing_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["laid", "said", "answered"])),
                        name="feedback_hearing_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("said_on__isnull", True), ("state", "laid")),
                            models.Q(
                                ("said_on__isnull", False), models.Q(("said", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="feedback_hearing_said",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("answered_at__isnull", True),
                                ("answered_by__isnull", True),
                                models.Q(("state", "answered"), _negated=True),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("state", "answered"),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="feedback_hearing_answered_pair",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SurveyScore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("survey", models.TextField()),
                ("area", models.TextField()),
                ("theme", models.TextField(blank=True)),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("score", models.DecimalField(decimal_places=1, max_digits=4)),
                ("answers", models.IntegerField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "trust",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "survey", "last_on", "area"), name="feedback_score_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 100)),
                        name="feedback_score_of_hundred",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answers__gte", 5)), name="feedback_score_of_many"
                    ),
                ],
            },
        ),
        migrations.RunSQL(AS_GIVEN, migrations.RunSQL.noop),
    ]
