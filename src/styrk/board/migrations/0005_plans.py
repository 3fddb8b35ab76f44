from django.db import migrations, models
from django.db.models import Q

SOURCES = [
    ("", "Ingen av disse"),
    ("appraisal", "Ledelsens gjennomgang"),
    ("audit", "Rapport fra tilsyn eller revisjon"),
    ("auditplan", "Revisjonsplan"),
    ("report", "Rapport opp linjen"),
]


class Migration(migrations.Migration):
    """A revisjonsplan is a case, and the decision there approves what was on the agenda."""

    dependencies = [("board", "0004_called_off")]
    operations = [
        migrations.AddField("item", "source_digest", models.TextField(blank=True, db_default="")),
        migrations.AlterField("item", "source", models.TextField(choices=SOURCES, blank=True)),
        migrations.RemoveConstraint("item", "board_item_source"),
        migrations.AddConstraint(
            "item",
            models.CheckConstraint(
                condition=Q(source__in=[key for key, _name in SOURCES]), name="board_item_source"
            ),
        ),
    ]
