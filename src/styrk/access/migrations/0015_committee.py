from django.db import migrations, models
from django.db.models import Q

from styrk.core import rls

GRANT = (
    f"(person_id = {rls.PERSON} OR granted_by_id = {rls.PERSON}"
    f" OR (role = '' AND {rls.posts('unit_id')})"
    f" OR (role = 'board_chair' AND {rls.chairs('unit_id')})"
    f" OR (role = 'whistleblowing' AND {rls.receptions('unit_id')})"
    f" OR (role = 'quality_committee' AND {rls.committees('unit_id')}))"
)
LIVE = """
    g.kind = of_kind AND (of_parts = '{}' OR g.part = ANY (of_parts))
    AND (g.until IS NULL OR g.until > now())
"""
ME = "nullif(current_setting('styrk.person', true), '')::bigint"
# Where the person holds the post that a grant to a role is for; to none is the leader's.
HELD = """
    CREATE FUNCTION access_held(of_role text) RETURNS int8multirange
    LANGUAGE sql STABLE SET search_path = public AS $$
        SELECT nullif(current_setting(CASE of_role
            WHEN '' THEN 'styrk.posts'
            WHEN 'board_chair' THEN 'styrk.posts_chair'
            WHEN 'whistleblowing' THEN 'styrk.posts_reception'
            WHEN 'quality_committee' THEN 'styrk.posts_committee'
        END, true), '')::int8multirange
    $$;
"""
# As before, and the same for each role: the units it is held at are few, and found by the index.
GRANTED = f"""
    CREATE OR REPLACE FUNCTION access_granted(of_kind text, of_parts text[]) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public ROWS 50 AS $$
    DECLARE
        me bigint := {ME};
        of_role text;
        held int8multirange;
        units bigint[];
    BEGIN
        IF me IS NOT NULL THEN
            RETURN QUERY SELECT g.record_id FROM access_grant g WHERE g.person_id = me AND {LIVE};
        END IF;
        FOREACH of_role IN ARRAY ARRAY['', 'board_chair', 'whistleblowing', 'quality_committee'] LOOP
            held := access_held(of_role);
            IF NOT (isempty(held) OR lower_inf(held) OR upper_inf(held)) THEN
                units := ARRAY(
                    SELECT generate_series(lower(span), upper(span) - 1) FROM unnest(held) AS span);
                RETURN QUERY SELECT g.record_id FROM access_grant g
                    WHERE g.unit_id = ANY (units) AND g.unit_id IS NOT NULL
                    AND g.role = of_role AND {LIVE};
            END IF;
        END LOOP;
    END $$;

    CREATE OR REPLACE FUNCTION access_has_grant(of_kind text, of_record bigint, of_parts text[])
    RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM access_grant g WHERE g.record_id = of_record AND {LIVE}
            AND (g.person_id = {ME}
                 OR (g.unit_id IS NOT NULL
                     AND multirange_contains_elem(access_held(g.role), g.unit_id))));
    END $$;
"""


class Migration(migrations.Migration):
    """A grant may be theirs who sit in the quality and patient safety committee, whoever they are."""

    dependencies = [("access", "0014_whistleblowing")]
    operations = [
        migrations.RemoveConstraint("grant", "access_grant_role"),
        migrations.AddConstraint(
            "grant",
            models.CheckConstraint(
                condition=Q(role="")
                | Q(
                    role__in=["board_chair", "whistleblowing", "quality_committee"],
                    unit__isnull=False,
                ),
                name="access_grant_role",
            ),
        ),
        migrations.RunSQL(
            HELD
            + GRANTED
            + rls.instead("access_grant", "see", GRANT)
            + rls.instead("access_grant", "change", GRANT),
            migrations.RunSQL.noop,
        ),
    ]
