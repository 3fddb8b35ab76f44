from django.db import migrations, models

from styrk.core import rls

# Past the top leader it lies at no unit that any line holds; the system's line holds everything.
AT_UNIT = "CASE WHEN past_line THEN 0 ELSE responsible_unit_id END"
RECUSED = "id NOT IN (SELECT incidents_recused())"
CASE = (
    f"(({rls.units('incident', AT_UNIT)}"
    f" OR {rls.shared('incident', 'id', parts=('case',))}) AND {RECUSED})"
)
SEE = (
    f"(({rls.units('incident', AT_UNIT)}"
    f" OR {rls.shared('incident', 'id', parts=('case', 'statement'))}) AND {RECUSED})"
    f" OR {rls.shared('incident', 'id', parts=('report',))}"
)
ME = "nullif(current_setting('styrk.person', true), '')::bigint"


def in_line(kind: str) -> str:
    setting = f"nullif(current_setting('styrk.units_{kind}', true), '')::int8multirange"
    return f"coalesce(multirange_contains_elem({setting}, at_unit), false)"


def granted(*parts: str) -> str:
    return f"access_has_grant('incident', of_incident, '{{{','.join(parts)}}}')"


def seen(name: str, condition: str) -> str:
    """Whether the incident, or so much of it, is in sight: one look-up by its key."""
    return f"""
        CREATE OR REPLACE FUNCTION {name}(of_incident bigint) RETURNS boolean
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
        DECLARE
            at_unit bigint;
            is_recused boolean := EXISTS (
                SELECT 1 FROM incidents_recusal
                WHERE incident_id = of_incident AND person_id = {ME});
        BEGIN
            SELECT {AT_UNIT} INTO at_unit FROM incidents_incident WHERE id = of_incident;
            RETURN FOUND AND {condition};
        END $$;
    """


FUNCTIONS = (
    seen("incidents_case_seen", f"NOT is_recused AND ({in_line('incident')} OR {granted('case')})")
    + seen(
        "incidents_part_seen",
        f"(NOT is_recused AND ({in_line('incident')} OR {granted('case', 'statement')})"
        f" OR {granted('report')})",
    )
    + seen(
        "incidents_reporter_seen",
        f"NOT is_recused AND {in_line('reporter')}"
        f" AND ({in_line('incident')} OR {granted('case', 'statement', 'report')})",
    )
)

# Once past the line, always: it may be handed down to a unit below the leader it went past.
MOVE = """
    DROP FUNCTION incidents_move_to(bigint, bigint, text);
    CREATE FUNCTION incidents_move_to(case_id bigint, to_unit bigint, to_state text, past boolean)
    RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        UPDATE incidents_incident AS i
        SET responsible_unit_id = to_unit, state = to_state, past_line = i.past_line OR past,
            handler_id = CASE WHEN to_state = 'received' THEN NULL ELSE handler_id END
        WHERE i.id = case_id AND incidents_case_seen(case_id);
        RETURN FOUND;
    END $$;
"""

# Those that went to a chair before: that was the one reason to open a case to a person.
ALREADY = """
    UPDATE incidents_incident AS i SET past_line = true
    FROM access_grant g
    WHERE g.kind = 'incident' AND g.part = 'case' AND g.reason = 'Gjelder øverste leder'
        AND g.record_id = i.id;
    UPDATE access_grant AS g SET person_id = NULL, unit_id = i.trust_id, role = 'board_chair'
    FROM incidents_incident i
    WHERE g.kind = 'incident' AND g.part = 'case' AND g.reason = 'Gjelder øverste leder'
        AND g.record_id = i.id;
"""


class Migration(migrations.Migration):
    """A case past the top leader is seen by grants alone, also from those who act for the leader later."""

    dependencies = [("incidents", "0007_asked"), ("access", "0007_chair")]
    operations = [
        migrations.AddField(
            model_name="incident",
            name="past_line",
            field=models.BooleanField(default=False, db_default=False),
        ),
        migrations.RunSQL(
            FUNCTIONS
            + MOVE
            + rls.instead("incidents_incident", "see", SEE)
            + rls.instead("incidents_incident", "change", CASE),
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(ALREADY, migrations.RunSQL.noop),
    ]
