import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("incidents", "0020_aside"),
        ("organisation", "0003_agreed_to"),
    ]

    operations = [
        migrations.CreateModel(
            name="IncidentGroup",
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
                ("title", models.TextField()),
                ("common", models.TextField()),
                (
                    "state",
                    models.TextField(
                        choices=[("open", "Følges"), ("ended", "Avsluttet")], default="open"
                    ),
                ),
                ("begun_at", models.DateTimeField()),
                (
                    "begun_by",
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
        ),
        migrations.CreateModel(
            name="GroupStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("act", models.TextField()),
                ("at", models.DateTimeField()),
                ("note", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="patterns.incidentgroup",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GroupMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("joined_at", models.DateTimeField()),
                ("left_at", models.DateTimeField(null=True)),
                ("left_why", models.TextField(blank=True)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incidents.incident",
                    ),
                ),
                (
                    "joined_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "left_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="patterns.incidentgroup",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="incidentgroup",
            index=models.Index(fields=["unit", "-id"], name="patterns_group_of"),
        ),
        migrations.AddConstraint(
            model_name="incidentgroup",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "ended"])), name="patterns_state"
            ),
        ),
        migrations.AddIndex(
            model_name="groupstep",
            index=models.Index(fields=["group", "id"], name="patterns_step"),
        ),
        migrations.AddConstraint(
            model_name="groupmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_at__isnull", True)),
                fields=("group", "incident"),
                name="patterns_member_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="groupmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("left_at__isnull", True), ("left_by__isnull", True), ("left_why", "")
                    ),
                    models.Q(
                        ("left_at__isnull", False),
                        ("left_by__isnull", False),
                        models.Q(("left_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="patterns_left_why",
            ),
        ),
    ]
