from django.db import migrations

# Whoever sees the case knows every action it led to, also those that are done elsewhere: what is out
# of sight is not finished. Told of the action here is what the case's own history tells.
ACTIONS = """
    CREATE FUNCTION incidents_actions_of(of_incident bigint)
    RETURNS TABLE (link bigint, told text, id bigint, uuid uuid, title text, due date, state text,
                   effect text, owner text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT l.id, l.told, a.id, a.uuid, a.title, a.due, a.state, a.effect, p.name
        FROM incidents_incidentaction l
        JOIN actions_action a ON a.id = l.action_id
        JOIN organisation_person p ON p.id = a.owner_id
        WHERE l.incident_id = of_incident AND incidents_case_seen(of_incident)
        ORDER BY l.id
    $$;
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0011_themes"), ("actions", "0001_initial")]

    operations = [
        migrations.RunSQL(ACTIONS, "DROP FUNCTION incidents_actions_of(bigint)"),
    ]
