import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids
from styrk.core.rls import PERSON

# A search tells what somebody looks for: it is its owner's alone, who may throw it.
OWN = f"""
    ALTER TABLE incidents_savedsearch ENABLE ROW LEVEL SECURITY;
    CREATE POLICY own ON incidents_savedsearch
        USING (person_id = {PERSON}) WITH CHECK (person_id = {PERSON});
    REVOKE TRUNCATE ON incidents_savedsearch FROM styrk_app;
"""


class Migration(migrations.Migration):
    """Searches that a reader of the list keeps."""

    dependencies = [
        ("incidents", "0022_heard_from_another"),
        ("organisation", "0002_trail"),
    ]
    operations = [
        migrations.CreateModel(
            name="SavedSearch",
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
                ("query", models.TextField()),
                ("saved_at", models.DateTimeField()),
                (
                    "person",
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
                        fields=("person", "name"), name="incidents_search_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            models.Q(("query", ""), _negated=True),
                        ),
                        name="incidents_search_whole",
                    ),
                ],
            },
        ),
        migrations.RunSQL(OWN, migrations.RunSQL.noop),
    ]
