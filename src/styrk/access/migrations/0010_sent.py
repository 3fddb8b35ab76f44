import django.db.models.deletion
from django.db import migrations, models

from styrk.core import rls

OWN = f"person_id = {rls.PERSON}"


class Migration(migrations.Migration):
    """Forms that somebody has sent and that were done: the person's own, thrown by the sweep alone."""

    dependencies = [
        ("access", "0009_previews"),
        ("organisation", "0002_trail"),
    ]

    operations = [
        migrations.CreateModel(
            name="Sent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mark", models.TextField()),
                ("back", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["at"], name="access_sent_at")],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "mark"), name="access_sent_once")
                ],
            },
        ),
        migrations.RunSQL(
            rls.protect("access_sent", see=f"({OWN} OR {rls.SYSTEM})", write=OWN, change="false")
            + f"""
            REVOKE UPDATE ON access_sent FROM styrk_app;
            GRANT DELETE ON access_sent TO styrk_app;
            CREATE POLICY throw ON access_sent FOR DELETE USING ({rls.SYSTEM});
            """,
            migrations.RunSQL.noop,
        ),
    ]
