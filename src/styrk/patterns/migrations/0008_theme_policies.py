from django.db import migrations

from styrk.core import rls

UNITS = "nullif(current_setting('styrk.units_incident', true), '')::int8multirange"
PERSON = "nullif(current_setting('styrk.person', true), '')::bigint"
# A tema is read by those who see incidents at its unit or anywhere below it: they put theirs in it.
SEEN = f"""
    CREATE FUNCTION patterns_line() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN QUERY SELECT DISTINCT above::bigint
            FROM organisation_unit u,
                 unnest(string_to_array(trim(BOTH '.' FROM u.path), '.')) AS above
            WHERE multirange_contains_elem({UNITS}, u.id);
    END $$;
    CREATE FUNCTION patterns_theme_seen(of_theme bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM patterns_theme t
            WHERE t.id = of_theme
                AND (t.owner_id = {PERSON} OR t.unit_id IN (SELECT patterns_line())));
    END $$;
"""
SEE = f"({rls.SYSTEM} OR owner_id = {rls.PERSON} OR unit_id IN (SELECT patterns_line()))"
OF_THEME = f"({rls.SYSTEM} OR patterns_theme_seen(theme_id))"
# Nobody learns of a case through a tema: also that it belongs there is as closed as the case.
CASE = f"({rls.SYSTEM} OR patterns_theme_seen(theme_id) AND incidents_case_seen(incident_id))"
# Written once, and taken out once.
SAID = ("theme_id", "incident_id", "joined_at", "joined_by_id")
OLD, NEW = (", ".join(f"{row}.{column}" for column in SAID) for row in ("OLD", "NEW"))
ONCE = f"""
    CREATE TRIGGER patterns_thememember_once BEFORE UPDATE ON patterns_thememember
        FOR EACH ROW WHEN (
            OLD.left_at IS NOT NULL OR NEW.left_at IS NULL
            OR ({NEW}) IS DISTINCT FROM ({OLD}))
        EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER patterns_thememember_kept BEFORE DELETE ON patterns_thememember
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""
PARTS = ("patterns_themeaction", "patterns_themereview", "patterns_themestep")


class Migration(migrations.Migration):
    """A tema is seen in its line, both ways; what belongs to it, by those who see that case."""

    dependencies = [
        ("patterns", "0007_theme"),
        ("incidents", "0020_aside"),
        ("trail", "0002_guard"),
        ("core", "0001_append_only"),
    ]
    operations = [
        migrations.RunSQL(
            SEEN
            + rls.protect("patterns_theme", see=SEE, write=SEE)
            + rls.protect("patterns_thememember", see=CASE, write=CASE)
            + ONCE
            + "".join(
                rls.protect(one, see=OF_THEME, write=OF_THEME) + rls.append_only(one)
                for one in PARTS
            )
            + f"""
            CREATE POLICY theme ON trail_entry FOR SELECT USING (
                subject = 'theme' AND ({rls.SYSTEM} OR patterns_theme_seen(subject_id)));
            """,
            migrations.RunSQL.noop,
        )
    ]
