from django.db import migrations

from styrk.core import rls

UNITS = "nullif(current_setting('styrk.units_inspection', true), '')::int8multirange"
POSTS = "nullif(current_setting('styrk.posts', true), '')::int8multirange"
ME = "nullif(current_setting('styrk.person', true), '')::bigint"
# Look-ups by key, with nothing of an audit's own policy in the plan of what asks.
FUNCTIONS = f"""
    CREATE FUNCTION inspections_reaches(of_audit bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        IF EXISTS (
            SELECT 1 FROM inspections_auditunit p WHERE p.audit_id = of_audit
            AND p.removed_at IS NULL AND multirange_contains_elem({UNITS}, p.unit_id))
        OR EXISTS (
            SELECT 1 FROM inspections_auditmember m WHERE m.audit_id = of_audit
            AND m.removed_at IS NULL AND m.person_id = {ME})
        THEN RETURN true; END IF;
        -- What is below a unit that is looked at, is looked at: whoever leads it sees so.
        RETURN EXISTS (
            SELECT 1 FROM unnest({POSTS}) AS own
            JOIN organisation_unit led ON led.id >= lower(own) AND led.id < upper(own)
            JOIN inspections_auditunit p ON p.audit_id = of_audit AND p.removed_at IS NULL
            JOIN organisation_unit place ON place.id = p.unit_id
                AND starts_with(led.path, place.path));
    END $$;

    CREATE FUNCTION inspections_seen(of_audit bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_audit a WHERE a.id = of_audit
            AND (multirange_contains_elem({UNITS}, a.unit_id) OR a.leader_id = {ME}
                 OR inspections_reaches(of_audit)));
    END $$;

    CREATE FUNCTION inspections_findings_seen(of_audit bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_audit a WHERE a.id = of_audit AND (
                a.leader_id = {ME}
                OR EXISTS (SELECT 1 FROM inspections_auditmember m WHERE m.audit_id = a.id
                           AND m.removed_at IS NULL AND m.person_id = {ME})
                OR a.state IN ('heard', 'reported', 'followed') AND inspections_seen(of_audit)));
    END $$;

    CREATE FUNCTION inspections_finding_seen(of_finding bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_finding f
            WHERE f.id = of_finding AND inspections_findings_seen(f.audit_id));
    END $$;
"""
AUDIT = (
    f"({rls.units('inspection', 'unit_id')} OR leader_id = {rls.PERSON} OR inspections_reaches(id))"
)
PART = f"({rls.SYSTEM} OR inspections_seen(audit_id))"
FINDING = f"({rls.SYSTEM} OR inspections_findings_seen(audit_id))"
OF_FINDING = f"({rls.SYSTEM} OR inspections_finding_seen(finding_id))"
DOCUMENT = (
    f"({rls.SYSTEM} OR CASE WHEN finding_id IS NULL THEN inspections_seen(audit_id)"
    " ELSE inspections_finding_seen(finding_id) END)"
)
# What the forskriftskart counts, for whoever sees it: numbers alone, no text and no person.
FIGURES = """
    CREATE FUNCTION inspections_figures(of_path text, since date, on_day date)
    RETURNS TABLE (looked bigint, asking bigint, answered bigint, met bigint,
                   unlawful bigint, unlawful_met bigint, late bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        WITH below AS (SELECT id, path FROM organisation_unit u WHERE starts_with(u.path, of_path)),
        f AS (
            SELECT f.* FROM inspections_finding f JOIN below ON below.id = f.unit_id
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
            count(*) FILTER (WHERE f.state IN ('open', 'answered')
                AND coalesce(f.deadline, f.meet_due) < on_day)
        FROM f
    $$;
"""
# Whoever confirms may not see the actions, and must know whether their effect is known.
WAITING = """
    CREATE FUNCTION inspections_waiting(of_finding bigint) RETURNS TABLE (planned bigint, unjudged bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT count(*) FILTER (WHERE a.state = 'planned'), count(*) FILTER (WHERE a.state = 'done')
        FROM inspections_findingaction l JOIN actions_action a ON a.id = l.action_id
        WHERE l.finding_id = of_finding
    $$;
"""
# What follows an action that did not work is because of the same finding.
FOLLOWED = """
    CREATE FUNCTION inspections_action_followed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        INSERT INTO inspections_findingaction (finding_id, action_id)
        SELECT l.finding_id, NEW.id FROM inspections_findingaction l WHERE l.action_id = NEW.follows_id;
        RETURN NULL;
    END $$;
    CREATE TRIGGER inspections_action_followed AFTER INSERT ON actions_action
        FOR EACH ROW WHEN (NEW.origin = 'finding' AND NEW.follows_id IS NOT NULL)
        EXECUTE FUNCTION inspections_action_followed();
"""
ONCE = ("inspections_auditstep", "inspections_findingstep", "inspections_findingaction")
ONCE += ("inspections_document",)


class Migration(migrations.Migration):
    """An audit is seen by those who keep it, its team, and the line of the units it looks at.

    What it found is the team's alone until the draft is heard.
    """

    dependencies = [("inspections", "0001_initial"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            FUNCTIONS
            + FIGURES
            + WAITING
            + FOLLOWED
            + rls.protect("inspections_audit", see=AUDIT)
            + "".join(
                rls.protect(f"inspections_{table}", see=PART)
                for table in ("auditunit", "auditmember", "auditcriterion", "auditstep")
            )
            + rls.protect("inspections_document", see=DOCUMENT)
            + rls.protect("inspections_finding", see=FINDING)
            + rls.protect("inspections_findingstep", see=OF_FINDING)
            + rls.protect("inspections_findingaction", see=OF_FINDING)
            + "".join(rls.append_only(table) for table in ONCE)
            + f"""
            CREATE POLICY audit ON trail_entry FOR SELECT USING (
                subject = 'audit' AND ({rls.SYSTEM} OR inspections_seen(subject_id)));
            CREATE POLICY finding ON trail_entry FOR SELECT USING (
                subject = 'finding' AND ({rls.SYSTEM} OR inspections_finding_seen(subject_id)));
            """,
            migrations.RunSQL.noop,
        )
    ]
