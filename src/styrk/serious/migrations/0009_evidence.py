from django.db import migrations, models

# What fell due in whole days, where it lies now. Not what a person alone is bound by, not what was decided
# not to be told, and nothing of a case that is no case, is past the line, or is kept from the reader.
EVIDENCE = """
    CREATE FUNCTION serious_evidence(of_path text, since date, on_day date, personal text[])
    RETURNS TABLE (due bigint, in_time bigint, unsent bigint, offers bigint, offered bigint,
                   reports bigint, reported bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        WITH n AS (
            SELECT o.rule, n.sent_at, coalesce(n.sent_at <= n.late_at, false) AS in_time
            FROM serious_notice n
            JOIN serious_obligation o ON o.id = n.obligation_id
            JOIN serious_event e ON e.id = n.event_id
            JOIN incidents_incident i ON i.id = e.incident_id
            JOIN organisation_unit u ON u.id = i.responsible_unit_id
            WHERE n.given AND n.late_at >= since::timestamp AT TIME ZONE 'Europe/Oslo'
                AND n.late_at < on_day::timestamp AT TIME ZONE 'Europe/Oslo'
                AND (n.sent_at IS NOT NULL OR o.state IN ('proposed', 'send'))
                AND starts_with(u.path, of_path) AND o.rule <> ALL (personal)
                AND NOT i.past_line AND i.state <> 'aside'
                AND i.id NOT IN (SELECT incidents_recused()))
        SELECT count(*), count(*) FILTER (WHERE in_time), count(*) FILTER (WHERE sent_at IS NULL),
               count(*) FILTER (WHERE rule = 'V04'),
               count(*) FILTER (WHERE rule = 'V04' AND in_time),
               count(*) FILTER (WHERE rule = 'V03'),
               count(*) FILTER (WHERE rule = 'V03' AND in_time)
        FROM n
    $$;
"""


class Migration(migrations.Migration):
    """What fell due is counted for the forskriftskart, by the day it did."""

    dependencies = [
        ("serious", "0008_identity_policies"),
        ("incidents", "0020_aside"),
    ]
    operations = [
        migrations.AddIndex("notice", models.Index(fields=["late_at"], name="serious_fell_due")),
        migrations.RunSQL(EVIDENCE, "DROP FUNCTION serious_evidence(text, date, date, text[])"),
    ]
