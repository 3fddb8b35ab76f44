from django.db import migrations, models

from styrk.core import tallies
from styrk.core.tallies import Bucket

MONTH = "date_trunc('month', r.reported_at AT TIME ZONE 'Europe/Oslo')::date"
DAY = "(r.reported_at AT TIME ZONE 'Europe/Oslo')::date"
# What went wrong, or could have: not suggestions, and not what went well.
WRONG = "r.kind NOT IN ('suggestion', 'good')"
SERIOUS = "r.harm_actual IN ('severe', 'death')"
ANALYSED = "EXISTS (SELECT 1 FROM incidents_incidentanalysis a WHERE a.incident_id = r.id)"

TALLY = tallies.Tally(
    source="incidents_incident",
    unit="responsible_unit_id",
    name="incidents_tally",
    line="incidents_linetally",
    buckets=(
        Bucket(
            MONTH,
            {
                "received": "true",
                "suggestions": "r.kind = 'suggestion'",
                "good": "r.kind = 'good'",
                "taken": "r.state <> 'received'",
                "examined": "r.state IN ('improving', 'concluded')",
                "concluded": "r.state = 'concluded'",
                "serious": SERIOUS,
                "analysed": f"{WRONG} AND {ANALYSED}",
            },
        ),
        Bucket(
            DAY,
            {
                "waiting": f"{WRONG} AND r.state = 'received'",
                "serious_waiting": f"{WRONG} AND {SERIOUS} AND r.state = 'received'",
                "serious_open": f"{WRONG} AND {SERIOUS} AND r.state IN ('received', 'examining')",
            },
        ),
    ),
)

# An incident counts as analysed from its first analysis. Its row is held, so that one who hands it
# to another unit at the same moment waits, and the number lands where the incident does.
FIRST_ANALYSIS = f"""
    CREATE FUNCTION incidents_tally_analysed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        PERFORM 1 FROM incidents_incident WHERE id IN (SELECT incident_id FROM new_rows)
        ORDER BY id FOR NO KEY UPDATE;
        INSERT INTO incidents_tally (unit_id, day, settled, analysed)
        SELECT r.responsible_unit_id, {MONTH}, false, count(*)
        FROM incidents_incident r
        WHERE r.id IN (SELECT incident_id FROM new_rows) AND {WRONG} AND NOT EXISTS (
            SELECT 1 FROM incidents_incidentanalysis a
            WHERE a.incident_id = r.id AND a.id NOT IN (SELECT id FROM new_rows))
        GROUP BY 1, 2;
        RETURN NULL;
    END $$;

    CREATE TRIGGER incidents_tally_analysed AFTER INSERT ON incidents_incidentanalysis
        REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION incidents_tally_analysed();
"""

WITHOUT_THE_OLD = """
    DROP TRIGGER incidents_count_added ON incidents_incident;
    DROP TRIGGER incidents_count_changed ON incidents_incident;
    DROP FUNCTION incidents_count_added();
    DROP FUNCTION incidents_count_changed();
"""


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

    dependencies = [("incidents", "0002_policies"), ("organisation", "0002_trail")]
    operations = [
        migrations.RunSQL(WITHOUT_THE_OLD, migrations.RunSQL.noop),
        migrations.DeleteModel("Tally"),
        migrations.CreateModel(
            "Tally", [*columns(), ("settled", models.BooleanField(default=False))]
        ),
        migrations.CreateModel("LineTally", columns()),
        migrations.AddConstraint(
            "LineTally",
            models.UniqueConstraint(fields=["unit_id", "day"], name="incidents_linetally_once"),
        ),
        migrations.RunSQL(tallies.create(TALLY) + FIRST_ANALYSIS, migrations.RunSQL.noop),
    ]
