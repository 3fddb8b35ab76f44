from django.db import migrations, models
from django.db.models import Q

from styrk.core import rls

GRANT = (
    f"(person_id = {rls.PERSON} OR granted_by_id = {rls.PERSON}"
    f" OR (role = '' AND {rls.posts('unit_id')}) OR (role <> '' AND {rls.chairs('unit_id')}))"
)
LIVE = """
    g.kind = of_kind AND (of_parts = '{}' OR g.part = ANY (of_parts))
    AND (g.until IS NULL OR g.until > now())
"""
ME = "nullif(current_setting('styrk.person', true), '')::bigint"
POSTS = "nullif(current_setting('styrk.posts', true), '')::int8multirange"
CHAIRS = "nullif(current_setting('styrk.posts_chair', true), '')::int8multirange"

# As before, and the chair's grants beside those to posts. Few chair a board: nothing is asked of the
# table for the others.
GRANTED = f"""
    CREATE OR REPLACE FUNCTION access_granted(of_kind text, of_parts text[]) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public ROWS 50 AS $$
    DECLARE
        me bigint := {ME};
        held int8multirange := {POSTS};
        chaired int8multirange := {CHAIRS};
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
    END $$;

    CREATE OR REPLACE FUNCTION access_has_grant(of_kind text, of_record bigint, of_parts text[])
    RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM access_grant g WHERE g.record_id = of_record AND {LIVE}
            AND (g.person_id = {ME}
                 OR (g.unit_id IS NOT NULL AND multirange_contains_elem(
                     CASE WHEN g.role = '' THEN {POSTS} ELSE {CHAIRS} END, g.unit_id))));
    END $$;
"""


class Migration(migrations.Migration):
    """A grant may be the board chair's, whoever chairs the board: sight follows the post."""

    dependencies = [("access", "0006_no_token")]
    operations = [
        migrations.AddField(
            model_name="grant",
            name="role",
            field=models.TextField(default="", db_default=""),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=Q(role="") | Q(role="board_chair", unit__isnull=False),
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
