from django.db import migrations, models

WITHDRAW = """
    CREATE OR REPLACE FUNCTION incidents_withdraw(case_id bigint)
    RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        UPDATE incidents_incident AS i SET state = 'aside', aside_as = 'withdrawn'
        WHERE i.id = case_id AND i.state = 'received' AND i.statutory = '' AND EXISTS (
            SELECT FROM incidents_reporter r WHERE r.incident_id = case_id
            AND r.person_id = nullif(current_setting('styrk.person', true), '')::bigint);
        RETURN FOUND;
    END $$;
"""


class Migration(migrations.Migration):
    """Whether the law demands that it is told further stands with the case, which is not left before that."""

    dependencies = [("incidents", "0026_reading")]
    operations = [
        migrations.AddField(
            "incident",
            "statutory",
            models.TextField(
                blank=True,
                choices=[
                    ("", "Ingen meldeplikt gjelder"),
                    ("undecided", "Noen må avgjøre om den skal meldes videre"),
                    ("told", "Skal meldes videre"),
                ],
                db_default="",
            ),
        ),
        migrations.AddConstraint(
            "incident",
            models.CheckConstraint(
                condition=models.Q(statutory__in=["", "undecided", "told"]),
                name="incidents_statutory",
            ),
        ),
        migrations.AddIndex(
            "incident",
            models.Index(
                fields=["-confirmed_at"],
                name="incidents_serious_since",
                condition=models.Q(harm_actual__in=["severe", "death"]),
            ),
        ),
        migrations.RunSQL(WITHDRAW, migrations.RunSQL.noop),
    ]
