import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("actions", "0014_hidden_below"),
        ("incidents", "0026_reading"),
        ("organisation", "0003_agreed_to"),
    ]

    operations = [
        migrations.CreateModel(
            name="CommitteeCase",
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
                    "way",
                    models.TextField(
                        choices=[
                            ("laid", "Lagt fram"),
                            ("required", "Krevd av utvalget"),
                            ("serious", "Alvorlig, lagt fram av Styrk"),
                        ]
                    ),
                ),
                ("why", models.TextField()),
                ("laid_at", models.DateTimeField()),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("waiting", "Venter på utvalget"),
                            ("treated", "Behandlet"),
                            ("withdrawn", "Trukket"),
                        ],
                        default="waiting",
                    ),
                ),
                ("met_on", models.DateField(null=True)),
                ("assessment", models.TextField(blank=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("withdrawn_why", models.TextField(blank=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incidents.incident",
                    ),
                ),
                (
                    "laid_by",
                    models.ForeignKey(
                        null=True,
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
        ),
        migrations.CreateModel(
            name="Advice",
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
                ("text", models.TextField()),
                ("due", models.DateField()),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("waiting", "Venter på svar"),
                            ("followed", "Følges"),
                            ("declined", "Følges ikke"),
                            ("withdrawn", "Trukket"),
                        ],
                        default="waiting",
                    ),
                ),
                ("given_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
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
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "to_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advice",
                        to="committee.committeecase",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AdviceAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="actions.action",
                    ),
                ),
                (
                    "advice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="committee.advice",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["advice", "id"], name="committee_action_of")],
            },
        ),
        migrations.AddIndex(
            model_name="committeecase",
            index=models.Index(fields=["unit", "state", "-id"], name="committee_of_unit"),
        ),
        migrations.AddConstraint(
            model_name="committeecase",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waiting")),
                fields=("incident", "unit"),
                name="committee_waits_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="committeecase",
            constraint=models.CheckConstraint(
                condition=models.Q(("way__in", ["laid", "required", "serious"])),
                name="committee_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="committeecase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at__isnull", True), ("met_on__isnull", True), ("state", "waiting")
                    ),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("met_on__isnull", False),
                        ("state", "treated"),
                        models.Q(("assessment", ""), _negated=True),
                    ),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("state", "withdrawn"),
                        models.Q(("withdrawn_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="committee_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="committeecase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="committee_ended_pair",
            ),
        ),
        migrations.AddIndex(
            model_name="advice",
            index=models.Index(fields=["case", "id"], name="committee_advice_of"),
        ),
        migrations.AddConstraint(
            model_name="advice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answer", ""),
                        ("answered_at__isnull", True),
                        ("answered_by__isnull", True),
                        ("state", "waiting"),
                    ),
                    models.Q(
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                        ("state__in", ["followed", "declined", "withdrawn"]),
                        models.Q(("answer", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="committee_advice_answered",
            ),
        ),
    ]
