from django.db import migrations

# Whoever reads the map may see none of the audit: this tells that one thing, and nothing else of it.
CAME_TO_NOTHING = """
    CREATE FUNCTION auditplan_came_to_nothing(of_audit bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT EXISTS (
            SELECT FROM inspections_audit a JOIN auditplan_planline l ON l.audit_id = a.id
            WHERE a.id = of_audit AND a.state = 'dropped')
    $$;
"""


class Migration(migrations.Migration):
    """A planned audit that came to nothing is not begun in the numbers."""

    dependencies = [("auditplan", "0002_stands"), ("inspections", "0008_answered_late")]
    operations = [migrations.RunSQL(CAME_TO_NOTHING, migrations.RunSQL.noop)]
