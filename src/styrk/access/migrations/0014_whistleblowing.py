from django.db import migrations, models
from django.db.models import Q

from styrk.core import rls

GRANT = (
    f"(person_id = {rls.PERSON} OR granted_by_id = {rls.PERSON}"
    f" OR (role = '' AND {rls.posts('unit_id')})"
    f" OR (role = 'board_chair' AND {rls.chairs('unit_id')})"
    f" OR (role = 'whistleblowing' AND {rls.receptions('unit_id')}))"
)
LIVE = """
    g.kind = of_kind AND (of_parts = '{}' OR g.part = ANY (of_parts))
    AND (g.until IS NULL OR g.until > now())
"""
ME = "nullif(current_setting('styrk.person', true), '')::bigint"
POSTS = "nullif(current_setting('styrk.posts', true), '')::int8multirange"
CHAIRS = "nullif(current_setting('styrk.posts_chair', true), '')::int8multirange"
RECEPTIONS = "nullif(current_setting('styrk.posts_reception', true), '')::int8multirange"

# As before, and beside the chair's those who receive varsling.
GRANTED = f"""
    CREATE OR REPLACE FUNCTION access_granted(of_kind text, of_parts text[]) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public ROWS 50 AS $$
    DECLARE
        me bigint := {ME};
        held int8multirange := {POSTS};
        chaired int8multirange := {CHAIRS};
        received int8multirange := {RECEPTIONS};
        posts bigint[];
    BEGIN
        IF me IS NOT NULL THEN
            RETURN QUERY SELECT g.record_id FROM access_grant g WHERE g.person_id = me AND {LIVE};
        END IF;
        IF NOT (isempty(held) OR lower_inf(held) OR upper_inf(held)) THEN
            posts := ARRAY(
                SELECT generate_series(lower(span), upper(span) - 1) FROM unnest(held) AS span);
            RETURN QUERY SELECT g.record_id FROM access_grant g
                WHERE g.unit_id = ANY (posts) AND g.unit_id IS NOT NULL AND g.role = '' AND {LIVE};
        END IF;
        IF NOT (isempty(chaired) OR lower_inf(chaired) OR upper_inf(chaired)) THEN
            posts := ARRAY(
                SELECT generate_series(lower(span), upper(span) - 1) FROM unnest(chaired) AS span);
            RETURN QUERY SELECT g.record_id FROM access_grant g
                WHERE g.unit_id = ANY (posts) AND g.unit_id IS NOT NULL
                AND g.role = 'board_chair' AND {LIVE};
        END IF;
        IF NOT (isempty(received) OR lower_inf(received) OR upper_inf(received)) THEN
            posts := ARRAY(
                SELECT generate_series(lower(span), upper(span) - 1) FROM unnest(received) AS span);
            RETURN QUERY SELECT g.record_id FROM access_grant g
                WHERE g.unit_id = ANY (posts) AND g.unit_id IS NOT NULL
                AND g.role = 'whistleblowing' AND {LIVE};
        END IF;
    END $$;

    CREATE OR REPLACE FUNCTION access_has_grant(of_kind text, of_record bigint, of_parts text[])
    RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM access_grant g WHERE g.record_id = of_record AND {LIVE}
            AND (g.person_id = {ME}
                 OR (g.unit_id IS NOT NULL AND multirange_contains_elem(
                     CASE g.role WHEN '' THEN {POSTS} WHEN 'board_chair' THEN {CHAIRS}
                     ELSE {RECEPTIONS} END, g.unit_id))));
    END $$;
"""


class Migration(migrations.Migration):
    """A grant may be theirs who receive varsling, whoever they are: sight follows the role."""

    dependencies = [("access", "0013_guest_parts")]
    operations = [
        migrations.RemoveConstraint("grant", "access_grant_role"),
        migrations.AddConstraint(
            "grant",
            models.CheckConstraint(
                condition=Q(role="")
                | Q(role__in=["board_chair", "whistleblowing"], unit__isnull=False),
                name="access_grant_role",
            ),
        ),
        migrations.RunSQL(
            GRANTED
            + rls.instead("access_grant", "see", GRANT)
            + rls.instead("access_grant", "change", GRANT),
            migrations.RunSQL.noop,
        ),
    ]
