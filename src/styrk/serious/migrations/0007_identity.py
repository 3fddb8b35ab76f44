import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids


class Migration(migrations.Migration):
    dependencies = [
        ("organisation", "0003_agreed_to"),
        ("serious", "0006_watch_policies"),
    ]

    operations = [
        migrations.CreateModel(
            name="PatientIdentity",
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
                ("number", models.PositiveSmallIntegerField()),
                ("sealed", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("deleted_at", models.DateTimeField(null=True)),
                ("why_deleted", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "deleted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identities",
                        to="serious.event",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="serious.patientidentity",
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
            ],
        ),
        migrations.CreateModel(
            name="IdentityOpening",
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
                ("reason", models.TextField()),
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
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="serious.event",
                    ),
                ),
                (
                    "identity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to="serious.patientidentity",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="patientidentity",
            index=models.Index(fields=["event", "number"], name="serious_identity_of"),
        ),
        migrations.AddConstraint(
            model_name="patientidentity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("deleted_at__isnull", True),
                        ("deleted_by__isnull", True),
                        ("why_deleted", ""),
                        models.Q(("sealed", ""), _negated=True),
                    ),
                    models.Q(
                        ("deleted_at__isnull", False),
                        ("deleted_by__isnull", False),
                        ("sealed", ""),
                        models.Q(("why_deleted", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="serious_identity_deleted",
            ),
        ),
        migrations.AddIndex(
            model_name="identityopening",
            index=models.Index(fields=["event", "-id"], name="serious_opening_of"),
        ),
        migrations.AddConstraint(
            model_name="identityopening",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="serious_opening_why"
            ),
        ),
    ]
