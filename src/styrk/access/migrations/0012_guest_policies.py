from django.db import migrations

from styrk.core import rls

TOLD = "nullif(current_setting('styrk.guest', true), '')"
# The record that somebody outside is let in to on the day, of this kind; nothing where it is ended.
RECORD = f"""
    CREATE FUNCTION access_guest_record(of_kind text) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    DECLARE
        told text := {TOLD};
    BEGIN
        IF told IS NULL THEN RETURN NULL; END IF;
        RETURN (
            SELECT g.record_id FROM access_guest g
            WHERE g.id = split_part(told, ' ', 1)::bigint AND g.kind = of_kind
            AND g.ended_at IS NULL
            AND split_part(told, ' ', 2)::date BETWEEN g.opens_on AND g.until);
    END $$;
"""
SELF = f"id = (SELECT split_part({TOLD}, ' ', 1)::bigint)"


class Migration(migrations.Migration):
    """Who has been let in from outside is seen by whoever let them in, by themselves, and by those
    whom the app that owns the record says.
    """

    dependencies = [("access", "0011_guests")]
    operations = [
        migrations.RunSQL(
            RECORD
            + rls.protect(
                "access_guest",
                see=f"({rls.SYSTEM} OR invited_by_id = {rls.PERSON} OR {SELF})",
                change=f"({rls.SYSTEM} OR invited_by_id = {rls.PERSON})",
            ),
            migrations.RunSQL.noop,
        )
    ]
