import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids
from styrk.core import rls

OWN = f"person_id = {rls.PERSON}"


class Migration(migrations.Migration):
    """Files that somebody has chosen to read in: the person's own, and thrown by the sweep alone."""

    dependencies = [
        ("access", "0008_tokens"),
        ("organisation", "0002_trail"),
    ]

    operations = [
        migrations.CreateModel(
            name="Preview",
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
                ("purpose", models.TextField()),
                (
                    "names",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField()),
                ),
                (
                    "contents",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BinaryField()),
                ),
                ("facts", models.JSONField()),
                ("kept_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["kept_at"], name="access_preview_kept")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("used_at__isnull", True),
                            models.Q(("contents", []), ("names", [])),
                            _connector="OR",
                        ),
                        name="access_preview_used",
                    )
                ],
            },
        ),
        migrations.RunSQL(
            rls.protect("access_preview", see=f"({OWN} OR {rls.SYSTEM})", write=OWN, change=OWN)
            + f"""
            REVOKE UPDATE ON access_preview FROM styrk_app;
            GRANT UPDATE (names, contents, used_at) ON access_preview TO styrk_app;
            GRANT DELETE ON access_preview TO styrk_app;
            CREATE POLICY throw ON access_preview FOR DELETE USING ({rls.SYSTEM});
            """,
            migrations.RunSQL.noop,
        ),
    ]
