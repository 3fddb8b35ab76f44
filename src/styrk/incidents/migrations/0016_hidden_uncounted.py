from importlib import import_module

from django.db import migrations, models

from styrk.core import tallies

TALLY = import_module("styrk.incidents.migrations.0003_tally").TALLY
HIDDEN = tallies.hide(TALLY, "SELECT incidents_recused()", without="r.past_line")


class Migration(migrations.Migration):
    """What is kept from a person is in no number that the person sees; and the lists that the numbers
    lead to are quick, however many incidents there are."""

    dependencies = [("incidents", "0015_question_ended")]
    operations = [
        migrations.RunSQL(HIDDEN, "DROP FUNCTION incidents_tally_hidden()"),
        migrations.AddIndex(
            "incident",
            models.Index(
                fields=["-reported_at", "-id"],
                name="incidents_waiting",
                condition=models.Q(state="received"),
            ),
        ),
        migrations.AddIndex(
            "incident",
            models.Index(
                fields=["-reported_at", "-id"],
                name="incidents_serious",
                condition=models.Q(harm_actual__in=["severe", "death"]),
            ),
        ),
    ]
