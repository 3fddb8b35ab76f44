from importlib import import_module

from django.db import migrations, models

from styrk.core import tallies

NUMBERS = import_module("styrk.incidents.migrations.0003_tally")
THEMES = import_module("styrk.incidents.migrations.0011_themes").TALLY
PAST, ASIDE = "r.past_line", "r.state = 'aside'"
STATES = ["received", "examining", "improving", "concluded", "aside"]
WHY = ["same", "complaint", "building", "ict", "other", "withdrawn"]
FIRST_ANALYSIS = f"""
    CREATE OR REPLACE FUNCTION incidents_tally_analysed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        PERFORM 1 FROM incidents_incident WHERE id IN (SELECT incident_id FROM new_rows)
        ORDER BY id FOR NO KEY UPDATE;
        INSERT INTO incidents_tally (unit_id, day, settled, analysed)
        SELECT r.responsible_unit_id, {NUMBERS.MONTH}, false, count(*)
        FROM incidents_incident r
        WHERE r.id IN (SELECT incident_id FROM new_rows) AND {NUMBERS.WRONG}
        AND NOT ({PAST} OR {ASIDE}) AND NOT EXISTS (
            SELECT 1 FROM incidents_incidentanalysis a
            WHERE a.incident_id = r.id AND a.id NOT IN (SELECT id FROM new_rows))
        GROUP BY 1, 2;
        RETURN NULL;
    END $$;
"""
HIDDEN = "DROP FUNCTION incidents_tally_hidden();" + tallies.hide(
    NUMBERS.TALLY, "SELECT incidents_recused()", without=f"{PAST} OR {ASIDE}"
)
HEARD = """
    CREATE OR REPLACE FUNCTION incidents_heard(line text, since timestamptz, until timestamptz)
    RETURNS TABLE (reported bigint, heard bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT count(*), count(*) FILTER (WHERE EXISTS (
            SELECT FROM incidents_incidentstep s WHERE s.incident_id = i.id AND s.for_reporter
            AND s.act NOT IN ('report', 'pass_on')))
        FROM incidents_incident i JOIN organisation_unit u ON u.id = i.unit_id
        WHERE starts_with(u.path, line) AND i.reported_at >= since AND i.reported_at < until
            AND NOT i.about_leader AND NOT i.past_line AND i.state <> 'aside'
    $$;
"""
# Whoever reported may take it back until somebody has taken it in hand, and may change nothing else.
WITHDRAW = """
    CREATE FUNCTION incidents_withdraw(case_id bigint)
    RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        UPDATE incidents_incident AS i SET state = 'aside', aside_as = 'withdrawn'
        WHERE i.id = case_id AND i.state = 'received' AND EXISTS (
            SELECT FROM incidents_reporter r WHERE r.incident_id = case_id
            AND r.person_id = nullif(current_setting('styrk.person', true), '')::bigint);
        RETURN FOUND;
    END $$;
"""


class Migration(migrations.Migration):
    """A report that is no case of its own: told before, withdrawn, or something else than an avvik."""

    dependencies = [("incidents", "0019_heard")]
    operations = [
        migrations.AddField(
            "incident",
            "aside_as",
            models.TextField(
                blank=True,
                choices=[
                    ("same", "Det samme er meldt fra før"),
                    ("complaint", "Klage eller erfaring fra pasient, bruker eller pårørende"),
                    ("building", "En sak for bygg og eiendom"),
                    ("ict", "En sak for IKT"),
                    ("other", "Noe annet som ikke er et avvik"),
                    ("withdrawn", "Trukket av den som meldte"),
                ],
                db_default="",
            ),
        ),
        migrations.AddField(
            "incident",
            "same_as",
            models.ForeignKey(
                null=True,
                on_delete=models.PROTECT,
                related_name="same",
                to="incidents.incident",
            ),
        ),
        migrations.AlterField(
            "incident",
            "state",
            models.TextField(
                choices=[
                    ("received", "Mottatt"),
                    ("examining", "Undersøkes"),
                    ("improving", "Forbedres"),
                    ("concluded", "Ferdig fulgt opp"),
                    ("aside", "Ikke en egen sak"),
                ],
                default="received",
            ),
        ),
        migrations.RemoveConstraint("incident", "incidents_state"),
        migrations.AddConstraint(
            "incident",
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="incidents_state"),
        ),
        migrations.RemoveConstraint("incident", "incidents_has_handler"),
        migrations.AddConstraint(
            "incident",
            models.CheckConstraint(
                condition=models.Q(state__in=("received", "aside"))
                | models.Q(handler__isnull=False),
                name="incidents_has_handler",
            ),
        ),
        migrations.AddConstraint(
            "incident",
            models.CheckConstraint(
                condition=models.Q(state="aside", aside_as__in=WHY)
                | (~models.Q(state="aside") & models.Q(aside_as="")),
                name="incidents_aside_why",
            ),
        ),
        migrations.AddConstraint(
            "incident",
            models.CheckConstraint(
                condition=models.Q(aside_as="same", same_as__isnull=False)
                | (~models.Q(aside_as="same") & models.Q(same_as__isnull=True)),
                name="incidents_same_as_which",
            ),
        ),
        migrations.RunSQL(
            tallies.leave_out(NUMBERS.TALLY, ASIDE, besides=PAST)
            + tallies.leave_out(THEMES, ASIDE, besides=PAST)
            + FIRST_ANALYSIS
            + HIDDEN
            + HEARD
            + WITHDRAW
            + "GRANT UPDATE (aside_as, same_as_id) ON incidents_incident TO styrk_app;",
            migrations.RunSQL.noop,
        ),
    ]
