from importlib import import_module

from django.db import migrations

from styrk.core import tallies

NUMBERS = import_module("styrk.incidents.migrations.0003_tally")
THEMES = import_module("styrk.incidents.migrations.0011_themes").TALLY
PAST = "r.past_line"
# As before, and nothing of a case past the line.
FIRST_ANALYSIS = f"""
    CREATE OR REPLACE FUNCTION incidents_tally_analysed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        PERFORM 1 FROM incidents_incident WHERE id IN (SELECT incident_id FROM new_rows)
        ORDER BY id FOR NO KEY UPDATE;
        INSERT INTO incidents_tally (unit_id, day, settled, analysed)
        SELECT r.responsible_unit_id, {NUMBERS.MONTH}, false, count(*)
        FROM incidents_incident r
        WHERE r.id IN (SELECT incident_id FROM new_rows) AND {NUMBERS.WRONG} AND NOT {PAST}
        AND NOT EXISTS (
            SELECT 1 FROM incidents_incidentanalysis a
            WHERE a.incident_id = r.id AND a.id NOT IN (SELECT id FROM new_rows))
        GROUP BY 1, 2;
        RETURN NULL;
    END $$;
"""


class Migration(migrations.Migration):
    """A case past the line is in no number that a line sees: a number would tell of it."""

    dependencies = [("incidents", "0012_actions_of_case")]
    operations = [
        migrations.RunSQL(
            tallies.leave_out(NUMBERS.TALLY, PAST)
            + tallies.leave_out(THEMES, PAST)
            + FIRST_ANALYSIS,
            migrations.RunSQL.noop,
        )
    ]
