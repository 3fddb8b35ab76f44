from django.db import migrations

RECUSED = """
    CREATE OR REPLACE FUNCTION incidents_recused() RETURNS SETOF bigint
        LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = public AS $$
        SELECT incident_id FROM incidents_recusal
        WHERE person_id = nullif(current_setting('styrk.person', true), '')::bigint
        UNION ALL
        SELECT incident_id FROM incidents_recusal
        WHERE current_setting('styrk.kept_from', true) = 'anyone'
    $$;
"""


class Migration(migrations.Migration):
    """What is kept from one is found by its index: an OR made each page read all that is kept from anyone."""

    dependencies = [("incidents", "0017_kept_from_anyone")]
    operations = [migrations.RunSQL(RECUSED, migrations.RunSQL.noop)]
