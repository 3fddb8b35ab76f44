from django.db import migrations

# Asked by policies, so as the owner: the grants' own policy is not put into every plan. What is
# told is only of grants to the person or the posts in the transaction's settings.
LIVE = """
    g.kind = of_kind AND (of_parts = '{}' OR g.part = ANY (of_parts))
    AND (g.until IS NULL OR g.until > now())
"""
ME = "nullif(current_setting('styrk.person', true), '')::bigint"
POSTS = "nullif(current_setting('styrk.posts', true), '')::int8multirange"

# The posts as an array: equality is what the index on units is chosen for (80 ms against 0.1 ms by
# ranges). The system's posts are all units there are; it sees all by them, and needs no grants.
GRANTED = f"""
    CREATE FUNCTION access_granted(of_kind text, of_parts text[]) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public ROWS 50 AS $$
    DECLARE
        me bigint := {ME};
        held int8multirange := {POSTS};
        posts bigint[];
    BEGIN
        IF me IS NOT NULL THEN
            RETURN QUERY SELECT g.record_id FROM access_grant g WHERE g.person_id = me AND {LIVE};
        END IF;
        IF NOT (isempty(held) OR lower_inf(held) OR upper_inf(held)) THEN
            posts := ARRAY(
                SELECT generate_series(lower(span), upper(span) - 1) FROM unnest(held) AS span);
            RETURN QUERY SELECT g.record_id FROM access_grant g
                WHERE g.unit_id = ANY (posts) AND g.unit_id IS NOT NULL AND {LIVE};
        END IF;
    END $$;

    CREATE FUNCTION access_has_grant(of_kind text, of_record bigint, of_parts text[])
    RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM access_grant g WHERE g.record_id = of_record AND {LIVE}
            AND (g.person_id = {ME}
                 OR (g.unit_id IS NOT NULL AND multirange_contains_elem({POSTS}, g.unit_id))));
    END $$;
"""


class Migration(migrations.Migration):
    """Which records grants open, asked once and planned once."""

    dependencies = [("access", "0003_own")]
    operations = [
        migrations.RunSQL(
            GRANTED,
            "DROP FUNCTION access_granted(text, text[]);"
            "DROP FUNCTION access_has_grant(text, bigint, text[])",
        )
    ]
