from django.db import migrations

from styrk.core import rls

RECUSED = "id NOT IN (SELECT incidents_recused())"
CASE = (
    f"(({rls.units('incident', 'responsible_unit_id')}"
    f" OR {rls.shared('incident', 'id', parts=('case',))}) AND {RECUSED})"
)
SEE = (
    f"(({rls.units('incident', 'responsible_unit_id')}"
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
    """Whether the incident, or so much of it, is in sight: one look-up by its key.

    As a sub-select in a policy the planner sometimes read every incident there is to answer it.
    """
    return f"""
        CREATE FUNCTION {name}(of_incident bigint) RETURNS boolean
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
        DECLARE
            at_unit bigint;
            is_recused boolean := EXISTS (
                SELECT 1 FROM incidents_recusal
                WHERE incident_id = of_incident AND person_id = {ME});
        BEGIN
            SELECT responsible_unit_id INTO at_unit FROM incidents_incident WHERE id = of_incident;
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
    + "ALTER FUNCTION incidents_recused() ROWS 10;"
)

# The system goes through many rows at a time, and sees them all.
WHOLE = f"({rls.SYSTEM} OR incidents_case_seen(incident_id))"
ANY_PART = f"({rls.SYSTEM} OR incidents_part_seen(incident_id))"
REPORTER = f"({rls.SYSTEM} OR person_id = {rls.PERSON} OR incidents_reporter_seen(incident_id))"
SUBJECT = "subject = 'incident' AND"
IN_CASE = f"({rls.SYSTEM} OR incidents_case_seen(subject_id))"
IN_LINE = f"({rls.SYSTEM} OR incidents_reporter_seen(subject_id))"

POLICIES = (
    rls.instead("incidents_incident", "see", SEE)
    + rls.instead("incidents_incident", "change", CASE)
    + rls.seen_and_changed("incidents_reporter", REPORTER)
    + rls.seen_and_changed("incidents_incidentstep", f"{WHOLE} OR (for_reporter AND {ANY_PART})")
    + rls.seen_and_changed("incidents_incidentanalysis", WHOLE)
    + rls.seen_and_changed(
        "incidents_statement", f"{WHOLE} OR ({rls.posts('unit_id')} AND {ANY_PART})"
    )
    + rls.seen_and_changed("incidents_attachment", ANY_PART)
    + rls.seen_and_changed("incidents_incidentaction", WHOLE)
    + rls.instead("trail_entry", "incident", f"{SUBJECT} act <> 'incident.report' AND {IN_CASE}")
    + rls.instead("trail_entry", "reported", f"{SUBJECT} act = 'incident.report' AND {IN_LINE}")
    + rls.instead("trail_reading", "incident", f"{SUBJECT} {IN_CASE}")
)


class Migration(migrations.Migration):
    """The same sight as before, asked in a way that costs the same however many incidents there are."""

    dependencies = [("incidents", "0004_reporter"), ("access", "0004_granted")]
    operations = [migrations.RunSQL(FUNCTIONS + POLICIES, migrations.RunSQL.noop)]
