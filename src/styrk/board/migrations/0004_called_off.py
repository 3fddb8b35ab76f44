from django.db import migrations, models
from django.db.models import Q

# A planned meeting is moved, or called off with the reason; one that was held stands.
MOVED = 'GRANT UPDATE ("on", place, why_off) ON board_meeting TO styrk_app;'
OFF = Q(state="called_off")


class Migration(migrations.Migration):
    """A planned meeting may be moved or called off."""

    dependencies = [("board", "0003_agenda")]
    operations = [
        migrations.AddField("meeting", "why_off", models.TextField(blank=True, db_default="")),
        migrations.AlterField(
            "meeting",
            "state",
            models.TextField(
                choices=[("planned", "Planlagt"), ("held", "Holdt"), ("called_off", "Avlyst")],
                default="planned",
            ),
        ),
        migrations.RemoveConstraint("meeting", "board_meeting_once"),
        migrations.RemoveConstraint("meeting", "board_meeting_state"),
        migrations.RemoveConstraint("meeting", "board_meeting_held"),
        migrations.AddConstraint(
            "meeting",
            models.UniqueConstraint(
                fields=["unit", "on"], name="board_meeting_once", condition=~OFF
            ),
        ),
        migrations.AddConstraint(
            "meeting",
            models.CheckConstraint(
                condition=Q(state__in=["planned", "held", "called_off"]),
                name="board_meeting_state",
            ),
        ),
        migrations.AddConstraint(
            "meeting",
            models.CheckConstraint(
                condition=Q(state="held", held_at__isnull=False)
                | Q(state__in=("planned", "called_off"), held_at__isnull=True),
                name="board_meeting_held",
            ),
        ),
        migrations.AddConstraint(
            "meeting",
            models.CheckConstraint(
                condition=OFF & ~Q(why_off="") | ~OFF & Q(why_off=""),
                name="board_meeting_why_off",
            ),
        ),
        migrations.RunSQL(MOVED, migrations.RunSQL.noop),
    ]
