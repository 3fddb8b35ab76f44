import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids
from styrk.core import rls

# What is said of an action is as closed as the action; apps above see to what is said of theirs.
SEE = (
    f"({rls.SYSTEM} OR subject <> 'action' OR actions_seen(action_id)"
    f" OR asked_id = {rls.PERSON} OR said_by_id = {rls.PERSON})"
)


class Migration(migrations.Migration):
    """«Dette virker ikke» can be said of every action."""

    dependencies = [
        ("actions", "0009_closed_uncounted"),
        ("organisation", "0002_trail"),
    ]

    operations = [
        migrations.CreateModel(
            name="Objection",
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
                ("subject", models.TextField()),
                ("subject_uuid", models.UUIDField()),
                ("title", models.TextField()),
                ("text", models.TextField()),
                ("said_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "action",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objections",
                        to="actions.action",
                    ),
                ),
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
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
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
                "indexes": [models.Index(fields=["subject_uuid"], name="actions_objection_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="actions_objection_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("subject", "action"), _negated=True),
                            ("action__isnull", False),
                            _connector="OR",
                        ),
                        name="actions_objection_action",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("answered_at__isnull", True),
                                ("answered_by__isnull", True),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="actions_answered_pair",
                    ),
                ],
            },
        ),
        migrations.RunSQL(rls.protect("actions_objection", see=SEE), migrations.RunSQL.noop),
    ]
