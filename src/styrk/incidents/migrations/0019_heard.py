from django.db import migrations

# Numbers alone, for those who may not open the reports: a board sees whether reporters get an answer.
HEARD = """
    CREATE FUNCTION incidents_heard(line text, since timestamptz, until timestamptz)
    RETURNS TABLE (reported bigint, heard bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT count(*), count(*) FILTER (WHERE EXISTS (
            SELECT FROM incidents_incidentstep s WHERE s.incident_id = i.id AND s.for_reporter
            AND s.act NOT IN ('report', 'pass_on')))
        FROM incidents_incident i JOIN organisation_unit u ON u.id = i.unit_id
        WHERE starts_with(u.path, line) AND i.reported_at >= since AND i.reported_at < until
            AND NOT i.about_leader AND NOT i.past_line
    $$;
"""


class Migration(migrations.Migration):
    """How many of those who report hear what comes of it."""

    dependencies = [("incidents", "0018_kept_from_one")]
    operations = [
        migrations.RunSQL(HEARD, "DROP FUNCTION incidents_heard(text, timestamptz, timestamptz)")
    ]
