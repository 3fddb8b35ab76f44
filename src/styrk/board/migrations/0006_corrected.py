import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

# That it was corrected is noted on it; what it says stands.
NOTED = "GRANT UPDATE (corrected_at) ON board_decision TO styrk_app;"


class Migration(migrations.Migration):
    """A decision that was written down wrong stands, with its correction beside it."""

    dependencies = [("board", "0005_plans")]
    operations = [
        migrations.AddField(
            "decision",
            "corrects",
            models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrected_by",
                to="board.decision",
            ),
        ),
        migrations.AddField("decision", "why", models.TextField(blank=True, db_default="")),
        migrations.AddField("decision", "corrected_at", models.DateTimeField(null=True)),
        migrations.AddConstraint(
            "decision",
            models.CheckConstraint(
                condition=Q(corrects=None, why="") | Q(corrects__isnull=False) & ~Q(why=""),
                name="board_decision_corrects",
            ),
        ),
        migrations.AddConstraint(
            "decision",
            models.CheckConstraint(
                condition=Q(corrected_at=None) | Q(told_at=None), name="board_decision_corrected"
            ),
        ),
        migrations.RunSQL(NOTED, migrations.RunSQL.noop),
    ]
