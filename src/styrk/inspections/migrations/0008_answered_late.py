from django.db import migrations

FIGURES = """
    CREATE OR REPLACE FUNCTION inspections_figures(of_path text, since date, on_day date)
    RETURNS TABLE (looked bigint, asking bigint, answered bigint, met bigint, unlawful bigint,
                   unlawful_met bigint, late bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        WITH below AS (SELECT id, path FROM organisation_unit u WHERE starts_with(u.path, of_path)),
        f AS (
            SELECT f.*, a.answer_due FROM inspections_finding f JOIN below ON below.id = f.unit_id
            JOIN inspections_audit a ON a.id = f.audit_id
            WHERE f.kind <> 'good' AND a.state IN ('reported', 'followed')
                AND (a.reported_on >= since OR f.state <> 'met'))
        SELECT
            (SELECT count(DISTINCT a.id) FROM inspections_audit a
             JOIN inspections_auditunit p ON p.audit_id = a.id AND p.removed_at IS NULL
             JOIN organisation_unit u ON u.id = p.unit_id
             WHERE a.state IN ('reported', 'followed') AND a.reported_on >= since
                AND (starts_with(u.path, of_path) OR starts_with(of_path, u.path))),
            count(*), count(*) FILTER (WHERE f.state <> 'open'),
            count(*) FILTER (WHERE f.state = 'met'),
            count(*) FILTER (WHERE f.kind IN ('breach', 'order')),
            count(*) FILTER (WHERE f.kind IN ('breach', 'order') AND f.state = 'met'),
            count(*) FILTER (WHERE f.state IN ('open', 'answered') AND least(
                coalesce(f.deadline, f.meet_due),
                CASE WHEN f.state = 'open' THEN f.answer_due END) < on_day)
        FROM f
    $$;
"""


class Migration(migrations.Migration):
    """A finding that nobody has answered by the day of answers is late, in the numbers as in the list."""

    dependencies = [("inspections", "0007_withdrawn")]
    operations = [migrations.RunSQL(FIGURES, migrations.RunSQL.noop)]
