from django.db import migrations

from styrk.core import rls

RECUSED = """
    CREATE FUNCTION incidents_recused() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT incident_id FROM incidents_recusal
        WHERE person_id = nullif(current_setting('styrk.person', true), '')::bigint
    $$;
"""


def case(incident: str) -> str:
    """Sees the whole case: by the line or by a grant of it, and is not recused from it."""
    return (
        f"({rls.units('incident', incident + '.responsible_unit_id')}"
        f" OR {rls.granted('incident', incident + '.id', parts=('case',))})"
        f" AND {incident}.id NOT IN (SELECT incidents_recused())"
    )


def part(condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM incidents_incident i WHERE i.id = incident_id AND {condition})"


# The line, a unit that is asked or a person it is shared with, unless recused; and the reporter.
SEE = (
    f"(({rls.units('incident', 'responsible_unit_id')}"
    f" OR {rls.granted('incident', 'id', parts=('case', 'statement'))})"
    " AND id NOT IN (SELECT incidents_recused()))"
    f" OR {rls.granted('incident', 'id', parts=('report',))}"
)
WHOLE = part(case("i"))
ANY_PART = part("true")
MAY_SEE_REPORTER = part(
    f"{rls.units('reporter', 'i.responsible_unit_id')} AND i.id NOT IN (SELECT incidents_recused())"
)

# Handing a case on may take it out of the sight of the one who does it, which an UPDATE under a
# policy refuses; so the move is a function of the owner's with the same condition inside.
MOVE = f"""
    CREATE FUNCTION incidents_move_to(case_id bigint, to_unit bigint, to_state text)
    RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        UPDATE incidents_incident AS i
        SET responsible_unit_id = to_unit, state = to_state,
            handler_id = CASE WHEN to_state = 'received' THEN NULL ELSE handler_id END
        WHERE i.id = case_id AND {case("i")};
        RETURN FOUND;
    END $$;
"""

SEARCH = """
    ALTER TABLE incidents_incident ADD COLUMN search tsvector GENERATED ALWAYS AS (
        to_tsvector('norwegian', title || ' ' || description || ' ' || place)
        || to_tsvector('simple', title || ' ' || description || ' ' || place)) STORED;
    CREATE INDEX incidents_search ON incidents_incident USING gin (search) WITH (fastupdate = off);
"""

# One row a statement, unit and month: adding is never a wait for another's lock.
TALLY = """
    CREATE FUNCTION incidents_count_added() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        INSERT INTO incidents_tally (unit_id, month, received, taken, examined, concluded, serious)
        SELECT responsible_unit_id, date_trunc('month', reported_at AT TIME ZONE 'Europe/Oslo')::date,
               count(*), count(*) FILTER (WHERE state <> 'received'),
               count(*) FILTER (WHERE state IN ('improving', 'concluded')),
               count(*) FILTER (WHERE state = 'concluded'),
               count(*) FILTER (WHERE harm_actual IN ('severe', 'death'))
        FROM added GROUP BY 1, 2;
        RETURN NULL;
    END $$;

    CREATE FUNCTION incidents_count_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        INSERT INTO incidents_tally (unit_id, month, received, taken, examined, concluded, serious)
        SELECT responsible_unit_id, date_trunc('month', reported_at AT TIME ZONE 'Europe/Oslo')::date,
               sum(sign), coalesce(sum(sign) FILTER (WHERE state <> 'received'), 0),
               coalesce(sum(sign) FILTER (WHERE state IN ('improving', 'concluded')), 0),
               coalesce(sum(sign) FILTER (WHERE state = 'concluded'), 0),
               coalesce(sum(sign) FILTER (WHERE harm_actual IN ('severe', 'death')), 0)
        FROM (SELECT 1 AS sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows) AS changed
        GROUP BY 1, 2;
        RETURN NULL;
    END $$;

    CREATE TRIGGER incidents_count_added AFTER INSERT ON incidents_incident
        REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION incidents_count_added();
    CREATE TRIGGER incidents_count_changed AFTER UPDATE ON incidents_incident
        REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
        FOR EACH STATEMENT EXECUTE FUNCTION incidents_count_changed();
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0001_initial"), ("actions", "0002_policies")]
    operations = [
        migrations.RunSQL(SEARCH, migrations.RunSQL.noop),
        migrations.RunSQL(TALLY, migrations.RunSQL.noop),
        migrations.RunSQL(
            RECUSED
            + MOVE
            + rls.protect("incidents_incident", see=SEE, change=case("incidents_incident"))
            + rls.protect(
                "incidents_reporter", see=f"(person_id = {rls.PERSON} OR {MAY_SEE_REPORTER})"
            )
            # Read by the policies through incidents_recused() alone; by jobs, all of it.
            + rls.protect("incidents_recusal", see=rls.SYSTEM)
            + rls.protect(
                "incidents_incidentstep", see=f"({WHOLE} OR (for_reporter AND {ANY_PART}))"
            )
            + rls.protect("incidents_incidentanalysis", see=WHOLE)
            + rls.protect(
                "incidents_statement", see=f"({WHOLE} OR ({rls.posts('unit_id')} AND {ANY_PART}))"
            )
            + rls.protect("incidents_attachment", see=ANY_PART)
            + rls.protect("incidents_incidentaction", see=WHOLE)
            + rls.append_only("incidents_incidentstep")
            + rls.append_only("incidents_incidentanalysis")
            + rls.append_only("incidents_attachment")
            + f"""
            CREATE POLICY incident ON trail_entry FOR SELECT USING (
                subject = 'incident' AND EXISTS (
                    SELECT 1 FROM incidents_incident i WHERE i.id = subject_id AND {case("i")}));
            CREATE POLICY incident ON trail_reading FOR SELECT USING (
                subject = 'incident' AND EXISTS (
                    SELECT 1 FROM incidents_incident i WHERE i.id = subject_id AND {case("i")}));
            """,
            migrations.RunSQL.noop,
        ),
    ]
