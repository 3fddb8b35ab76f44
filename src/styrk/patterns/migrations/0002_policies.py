from django.db import migrations

from styrk.core import rls

SEE = f"({rls.SYSTEM} OR {rls.units('incident', 'unit_id')})"
UNITS = "nullif(current_setting('styrk.units_incident', true), '')::int8multirange"
SEEN = f"""
    CREATE FUNCTION patterns_seen(of_group bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM patterns_incidentgroup g
            WHERE g.id = of_group AND multirange_contains_elem({UNITS}, g.unit_id));
    END $$;
"""
OF_GROUP = f"({rls.SYSTEM} OR patterns_seen(group_id))"
# Nobody learns of a case through a group: also that it belongs there is as closed as the case.
CASE = f"({rls.SYSTEM} OR patterns_seen(group_id) AND incidents_case_seen(incident_id))"
# Written once, and taken out once.
SAID = ("group_id", "incident_id", "joined_at", "joined_by_id")
OLD, NEW = (", ".join(f"{row}.{column}" for column in SAID) for row in ("OLD", "NEW"))
ONCE = f"""
    CREATE TRIGGER patterns_groupmember_once BEFORE UPDATE ON patterns_groupmember
        FOR EACH ROW WHEN (
            OLD.left_at IS NOT NULL OR NEW.left_at IS NULL
            OR ({NEW}) IS DISTINCT FROM ({OLD}))
        EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER patterns_groupmember_kept BEFORE DELETE ON patterns_groupmember
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""


class Migration(migrations.Migration):
    """A group is seen where incidents are; what belongs to it, by those who see that case."""

    dependencies = [
        ("patterns", "0001_initial"),
        ("incidents", "0020_aside"),
        ("trail", "0002_guard"),
        ("core", "0001_append_only"),
    ]
    operations = [
        migrations.RunSQL(
            SEEN
            + rls.protect("patterns_incidentgroup", see=SEE, write=SEE)
            + rls.protect("patterns_groupmember", see=CASE, write=CASE)
            + ONCE
            + rls.protect("patterns_groupstep", see=OF_GROUP, write=OF_GROUP)
            + rls.append_only("patterns_groupstep")
            + f"""
            CREATE POLICY incident_group ON trail_entry FOR SELECT USING (
                subject = 'incident_group' AND ({rls.SYSTEM} OR patterns_seen(subject_id)));
            """,
            migrations.RunSQL.noop,
        )
    ]
