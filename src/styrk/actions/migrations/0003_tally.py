from django.db import migrations, models

from styrk.core import tallies
from styrk.core.tallies import Bucket

RAISED = "date_trunc('month', r.raised_at AT TIME ZONE 'Europe/Oslo')::date"
DONE = "date_trunc('month', r.done_at AT TIME ZONE 'Europe/Oslo')::date"

TALLY = tallies.Tally(
    source="actions_action",
    unit="unit_id",
    name="actions_tally",
    line="actions_linetally",
    buckets=(
        Bucket(RAISED, {"raised": "true"}),
        Bucket(
            DONE,
            {
                "carried_out": "r.state IN ('done', 'finished')",
                "judged": "r.state = 'finished'",
                "worked": "r.state = 'finished' AND r.effect IN ('worked', 'partly')",
            },
        ),
        Bucket("r.due", {"planned": "r.state = 'planned'"}),
        Bucket("r.review_on", {"unjudged": "r.state = 'done'"}),
    ),
)


def columns() -> list[tuple[str, models.Field]]:
    return [
        (
            "id",
            models.BigAutoField(
                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
            ),
        ),
        ("unit_id", models.BigIntegerField()),
        ("day", models.DateField()),
        *((count, models.IntegerField(db_default=0)) for count in TALLY.counts),
    ]


class Migration(migrations.Migration):
    """Numbers for each unit and for its line, kept by triggers and added together by a sweep."""

    dependencies = [("actions", "0002_policies"), ("organisation", "0002_trail")]
    operations = [
        migrations.CreateModel(
            "Tally", [*columns(), ("settled", models.BooleanField(default=False))]
        ),
        migrations.CreateModel("LineTally", columns()),
        migrations.AddConstraint(
            "LineTally",
            models.UniqueConstraint(fields=["unit_id", "day"], name="actions_linetally_once"),
        ),
        migrations.RunSQL(tallies.create(TALLY), migrations.RunSQL.noop),
    ]
