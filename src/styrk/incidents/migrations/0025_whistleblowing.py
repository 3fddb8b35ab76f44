from django.db import migrations, models

WHY = ["same", "complaint", "building", "ict", "whistleblowing", "other", "withdrawn"]

# What tells of the same goes along. Past the line for good: the application may not set it.
SEND = """
    CREATE FUNCTION incidents_send_as_whistleblowing(case_id bigint)
    RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        IF NOT incidents_case_seen(case_id) THEN
            RETURN false;
        END IF;
        UPDATE incidents_incident SET past_line = true WHERE same_as_id = case_id;
        UPDATE incidents_incident
        SET state = 'aside', aside_as = 'whistleblowing', handler_id = NULL, past_line = true
        WHERE id = case_id AND state IN ('received', 'examining');
        RETURN FOUND;
    END $$;
"""


class Migration(migrations.Migration):
    """A report that is varsling is no case of its own, and in no line's sight."""

    dependencies = [("incidents", "0024_parts"), ("access", "0014_whistleblowing")]
    operations = [
        migrations.AlterField(
            "incident",
            "aside_as",
            models.TextField(
                blank=True,
                choices=[
                    ("same", "Det samme er meldt fra før"),
                    ("complaint", "Klage eller erfaring fra pasient, bruker eller pårørende"),
                    ("building", "En sak for bygg og eiendom"),
                    ("ict", "En sak for IKT"),
                    ("whistleblowing", "Varsling om kritikkverdige forhold"),
                    ("other", "Noe annet som ikke er et avvik"),
                    ("withdrawn", "Trukket av den som meldte"),
                ],
                db_default="",
            ),
        ),
        migrations.RemoveConstraint("incident", "incidents_aside_why"),
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
                condition=~models.Q(aside_as="whistleblowing") | models.Q(past_line=True),
                name="incidents_whistleblowing_past_line",
            ),
        ),
        migrations.RunSQL(SEND, "DROP FUNCTION incidents_send_as_whistleblowing(bigint)"),
    ]
