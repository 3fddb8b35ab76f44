from django.db import migrations, models

# A draft may be thrown away; what is published is held by its triggers.
DRAFTS = """
    UPDATE requirements_edition SET follows_id = NULL WHERE state = 'draft';
    SET CONSTRAINTS ALL IMMEDIATE;
    GRANT DELETE ON requirements_edition, requirements_requirement TO styrk_app;
"""


class Migration(migrations.Migration):
    """A draft follows nothing until it is published, and may be thrown away."""

    dependencies = [("requirements", "0003_annual")]
    operations = [
        migrations.RunSQL(DRAFTS, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "published"), ("follows__isnull", True), _connector="OR"
                ),
                name="requirements_draft_follows_nothing",
            ),
        ),
    ]
