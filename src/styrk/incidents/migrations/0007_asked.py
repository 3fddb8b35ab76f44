from django.db import migrations

# As the commands do it from now on: at the answer, or when the case is concluded.
END = """
    UPDATE access_grant AS g SET until = asked.ended + interval '30 days'
    FROM (
        SELECT s.incident_id, s.unit_id,
               least(CASE WHEN bool_and(s.answered_at IS NOT NULL) THEN max(s.answered_at) END,
                     i.concluded_at) AS ended
        FROM incidents_statement s JOIN incidents_incident i ON i.id = s.incident_id
        GROUP BY s.incident_id, s.unit_id, i.concluded_at) AS asked
    WHERE g.kind = 'incident' AND g.part = 'statement' AND g.until IS NULL
        AND g.record_id = asked.incident_id AND g.unit_id = asked.unit_id
        AND asked.ended IS NOT NULL;

    UPDATE duties_duty AS d SET settled_at = i.concluded_at
    FROM incidents_statement s JOIN incidents_incident i ON i.id = s.incident_id
    WHERE d.kind = 'incident.statement' AND d.subject_id = s.id AND d.settled_at IS NULL
        AND i.concluded_at IS NOT NULL;
"""


class Migration(migrations.Migration):
    """A unit that was asked sees no more of the case a month after it has answered."""

    dependencies = [
        ("incidents", "0006_reporter_of_incident"),
        ("access", "0004_granted"),
        ("duties", "0001_initial"),
    ]
    operations = [migrations.RunSQL(END, migrations.RunSQL.noop)]
