from django.db import migrations, models

AUDIT = "(SELECT access_guest_record('audit'))"
# Only what the pages for those outside show, and only to read. What was found, when it is said.
DOORS = {
    "audit": f"id = {AUDIT}",
    "auditunit": f"audit_id = {AUDIT}",
    "auditcriterion": f"audit_id = {AUDIT}",
    "auditstep": f"audit_id = {AUDIT} AND act = 'comment'",
    "document": f"audit_id = {AUDIT} AND (finding_id IS NULL OR finding_id IN"
    " (SELECT f.id FROM inspections_finding f))",
    "finding": f"audit_id = {AUDIT} AND (SELECT inspections_guest_is_told())",
}
TOLD = """
    CREATE FUNCTION inspections_guest_is_told() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_audit a WHERE a.id = access_guest_record('audit')
            AND a.state IN ('heard', 'reported', 'followed'));
    END $$;
"""
# Of an action no more than its words and how far it has come: not who, nor what it otherwise came from.
ACTIONS = """
    CREATE FUNCTION inspections_guest_actions()
    RETURNS TABLE (finding bigint, title text, change text, unit text, due date, state text, effect text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT l.finding_id, a.title, a.change, u.name, a.due, a.state, a.effect
        FROM inspections_finding f
        JOIN inspections_findingaction l ON l.finding_id = f.id
        JOIN actions_action a ON a.id = l.action_id
        JOIN organisation_unit u ON u.id = a.unit_id
        WHERE f.audit_id = access_guest_record('audit') AND inspections_guest_is_told()
            AND f.state <> 'withdrawn' AND NOT a.closed
        ORDER BY l.id
    $$;
"""
# Those who see the audit see who has been let in to it, and what those have opened.
TRUST = """
    CREATE POLICY audit ON access_guest FOR SELECT USING (
        kind = 'audit' AND inspections_seen(record_id));
    CREATE POLICY audit_change ON access_guest FOR UPDATE USING (
        kind = 'audit' AND inspections_seen(record_id)) WITH CHECK (true);
    CREATE POLICY inspected ON trail_reading FOR SELECT USING (
        subject = 'inspected' AND inspections_seen(subject_id));
"""


class Migration(migrations.Migration):
    """Somebody outside reads one audit: its scope, its papers, what was said, found and done."""

    dependencies = [
        ("access", "0012_guest_policies"),
        ("inspections", "0004_lesson_policies"),
    ]
    operations = [
        migrations.RemoveConstraint("document", "inspections_document_kind"),
        migrations.AlterField(
            "document",
            "kind",
            models.TextField(
                choices=[("report", "report"), ("letter", "letter"), ("given", "given")]
            ),
        ),
        migrations.AddConstraint(
            "document",
            models.CheckConstraint(
                condition=models.Q(kind__in=["report", "letter", "given"]),
                name="inspections_document_kind",
            ),
        ),
        migrations.RunSQL(
            TOLD
            + ACTIONS
            + TRUST
            + "".join(
                f"CREATE POLICY guest ON inspections_{table} FOR SELECT USING ({door});"
                for table, door in DOORS.items()
            ),
            migrations.RunSQL.noop,
        ),
    ]
