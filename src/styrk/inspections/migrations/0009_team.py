from django.db import migrations

UNITS = "nullif(current_setting('styrk.units_inspection', true), '')::int8multirange"
POSTS = "nullif(current_setting('styrk.posts', true), '')::int8multirange"
ME = "nullif(current_setting('styrk.person', true), '')::bigint"
TEAM = f"""
    CREATE FUNCTION inspections_in_team(of_audit bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_auditmember m
            JOIN inspections_audit a ON a.id = m.audit_id AND a.state NOT IN ('followed', 'dropped')
            WHERE m.audit_id = of_audit AND m.removed_at IS NULL AND m.person_id = {ME}
            AND NOT (a.kind IN ('group', 'external') AND EXISTS (
                SELECT 1 FROM unnest({POSTS}) AS own
                JOIN organisation_unit led ON led.id >= lower(own) AND led.id < upper(own)
                JOIN inspections_auditunit p ON p.audit_id = a.id AND p.removed_at IS NULL
                JOIN organisation_unit place ON place.id = p.unit_id
                    AND place.trust_id = led.trust_id AND starts_with(place.path, led.path))));
    END $$;

    CREATE OR REPLACE FUNCTION inspections_reaches(of_audit bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        IF EXISTS (
            SELECT 1 FROM inspections_auditunit p WHERE p.audit_id = of_audit
            AND p.removed_at IS NULL AND multirange_contains_elem({UNITS}, p.unit_id))
        OR inspections_in_team(of_audit)
        THEN RETURN true; END IF;
        -- What is below a unit that is looked at, is looked at: whoever leads it sees so.
        RETURN EXISTS (
            SELECT 1 FROM unnest({POSTS}) AS own
            JOIN organisation_unit led ON led.id >= lower(own) AND led.id < upper(own)
            JOIN inspections_auditunit p ON p.audit_id = of_audit AND p.removed_at IS NULL
            JOIN organisation_unit place ON place.id = p.unit_id
                AND starts_with(led.path, place.path));
    END $$;

    CREATE OR REPLACE FUNCTION inspections_findings_seen(of_audit bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_audit a WHERE a.id = of_audit AND (
                a.leader_id = {ME} OR inspections_in_team(of_audit)
                OR a.state IN ('heard', 'reported', 'followed') AND inspections_seen(of_audit)));
    END $$;
"""


class Migration(migrations.Migration):
    """One of a team sees the audit and its drafts until it is ended; of an independent one, nobody by that who
    leads what is looked at (`inspections.rules.in_team` says the same).
    """

    dependencies = [("inspections", "0008_answered_late")]
    operations = [migrations.RunSQL(TEAM, migrations.RunSQL.noop)]
