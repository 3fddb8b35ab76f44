from django.db import migrations

RECUSED = """
    CREATE OR REPLACE FUNCTION actions_recused() RETURNS SETOF bigint
        LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = public AS $$
        SELECT action_id FROM actions_recusal
        WHERE person_id = nullif(current_setting('styrk.person', true), '')::bigint
           OR current_setting('styrk.kept_from', true) = 'anyone'
    $$;
"""


class Migration(migrations.Migration):
    """What is kept for all to read later (a night's picture) counts nothing that is kept from anyone."""

    dependencies = [("actions", "0011_hidden_uncounted")]
    operations = [migrations.RunSQL(RECUSED, migrations.RunSQL.noop)]
