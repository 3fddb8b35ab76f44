import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from styrk.core import rls

# What was decided stands on the page; the trail's copy is for whoever verifies it.
HISTORY = f"""
    CREATE POLICY appraisal_extension ON trail_entry FOR SELECT USING (
        subject = 'appraisal_extension' AND {rls.SYSTEM});
"""


class Migration(migrations.Migration):
    """Which units hold their own besides the top: each decision is written once."""

    dependencies = [("appraisal", "0003_words"), ("organisation", "0003_agreed_to")]
    operations = [
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "levels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                (
                    "codes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("reason", models.TextField()),
                ("decided_on", models.DateField()),
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "-id"], name="appraisal_extension_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="appraisal_extension_why",
                    )
                ],
            },
        ),
        migrations.RunSQL(HISTORY + rls.append_only("appraisal_extension"), migrations.RunSQL.noop),
    ]
