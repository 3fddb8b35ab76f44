from django.db import migrations

OWN = "feedback_voice_past_line_seq"


class Migration(migrations.Migration):
    """What is about the top leader has numbers of its own, so that no gap among the others tells of it."""

    dependencies = [("feedback", "0005_surveys_and_council")]
    operations = [
        migrations.RunSQL(
            f"CREATE SEQUENCE {OWN} AS bigint INCREMENT BY -1 START WITH -1",
            f"DROP SEQUENCE {OWN}",
        ),
    ]
