import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids

# A token is written once: the application may end it and note its use, and not widen or prolong it.
WRITTEN_ONCE = """
    REVOKE UPDATE, DELETE, TRUNCATE ON access_token FROM styrk_app;
    GRANT UPDATE (last_used_on, ended_at, ended_by_id) ON access_token TO styrk_app;
    REVOKE UPDATE, DELETE, TRUNCATE ON access_token_units FROM styrk_app;
"""


class Migration(migrations.Migration):
    """Tokens of other systems, and what these were answered."""

    dependencies = [
        ("access", "0007_chair"),
        ("organisation", "0002_trail"),
    ]

    operations = [
        migrations.CreateModel(
            name="Token",
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
                ("name", models.TextField()),
                (
                    "permissions",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField()),
                ),
                ("digest", models.TextField(unique=True)),
                ("until", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("last_used_on", models.DateField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
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
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                ("units", models.ManyToManyField(related_name="+", to="organisation.unit")),
            ],
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.TextField()),
                ("digest", models.TextField()),
                ("answer", models.JSONField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "token",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.token",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="token",
            constraint=models.CheckConstraint(
                condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")), name="access_token_digest"
            ),
        ),
        migrations.AddConstraint(
            model_name="token",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="access_token_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="token",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_at__isnull", False), ("ended_by__isnull", True), _connector="OR"
                ),
                name="access_token_ended",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(fields=["at"], name="access_delivery_at"),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(
                fields=("token", "key"), name="access_delivery_once"
            ),
        ),
        migrations.RunSQL(WRITTEN_ONCE, migrations.RunSQL.noop),
    ]
