from django.db import migrations

from styrk.core import rls

SEE = f"({rls.SYSTEM} OR {rls.units('incident', 'unit_id')})"
# Written once, and taken up again once.
SAID = (
    "trust_id", "unit_id", "fingerprint", "members", "events", "rising", "times", "why", "at", "by_id",
)  # fmt: skip
OLD, NEW = (", ".join(f"{row}.{column}" for column in SAID) for row in ("OLD", "NEW"))
ONCE = f"""
    CREATE TRIGGER patterns_dismissal_once BEFORE UPDATE ON patterns_dismissal
        FOR EACH ROW WHEN (
            OLD.taken_up_at IS NOT NULL OR NEW.taken_up_at IS NULL
            OR ({NEW}) IS DISTINCT FROM ({OLD}))
        EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER patterns_dismissal_kept BEFORE DELETE ON patterns_dismissal
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""


UNITS = "nullif(current_setting('styrk.units_incident', true), '')::int8multirange"
SEEN = f"""
    CREATE FUNCTION patterns_dismissal_seen(of_dismissal bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM patterns_dismissal d
            WHERE d.id = of_dismissal AND multirange_contains_elem({UNITS}, d.unit_id));
    END $$;
"""


class Migration(migrations.Migration):
    """What was dismissed is seen by those who see incidents at the unit."""

    dependencies = [("patterns", "0005_dismissal"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            rls.protect("patterns_dismissal", see=SEE, write=SEE)
            + ONCE
            + SEEN
            + f"""
            CREATE POLICY incident_group_dismissed ON trail_entry FOR SELECT USING (
                subject = 'incident_group_dismissed'
                AND ({rls.SYSTEM} OR patterns_dismissal_seen(subject_id)));
            """,
            migrations.RunSQL.noop,
        )
    ]
