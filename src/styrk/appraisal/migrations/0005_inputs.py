import django.db.models.deletion
from django.db import migrations, models

# What was written of what no data tells stands too, once the review is signed.
STANDS = """
    CREATE TRIGGER appraisal_input_signed BEFORE INSERT OR UPDATE OR DELETE ON appraisal_input
        FOR EACH ROW EXECUTE FUNCTION appraisal_keep_signed();
    REVOKE DELETE, TRUNCATE ON appraisal_input FROM styrk_app;
"""


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0004_extension"), ("organisation", "0003_agreed_to")]
    operations = [
        migrations.CreateModel(
            name="Input",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item", models.TextField()),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "appraisal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inputs",
                        to="appraisal.appraisal",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["appraisal", "item"], name="appraisal_input_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="appraisal_input_says",
                    ),
                ],
            },
        ),
        migrations.RunSQL(STANDS, migrations.RunSQL.noop),
    ]
