from django.db import migrations

HEARD = """
    CREATE OR REPLACE FUNCTION incidents_heard(line text, since timestamptz, until timestamptz)
    RETURNS TABLE (reported bigint, heard bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT count(*), count(*) FILTER (WHERE EXISTS (
            SELECT FROM incidents_incidentstep s WHERE s.incident_id = i.id AND s.for_reporter
            AND s.act NOT IN ('report', 'pass_on', 'add_to_report', 'withdraw')))
        FROM incidents_incident i JOIN organisation_unit u ON u.id = i.unit_id
        WHERE starts_with(u.path, line) AND i.reported_at >= since AND i.reported_at < until
            AND NOT i.about_leader AND NOT i.past_line AND i.state <> 'aside'
    $$;
"""


class Migration(migrations.Migration):
    """Whoever adds to an own report has not heard from anybody by that."""

    dependencies = [("incidents", "0021_hidden_below")]
    operations = [migrations.RunSQL(HEARD, migrations.RunSQL.noop)]
