from django.db import migrations

from styrk.core import rls

READINGS = """
    CREATE TABLE trail_reading (
        id bigint GENERATED ALWAYS AS IDENTITY,
        at timestamptz NOT NULL,
        person_id bigint NOT NULL,
        person_name text NOT NULL,
        subject text NOT NULL,
        subject_id bigint NOT NULL,
        reference text NOT NULL,
        PRIMARY KEY (id, at)
    ) PARTITION BY RANGE (at);
    CREATE INDEX trail_reading_subject ON trail_reading (subject, subject_id, at DESC);
    CREATE INDEX trail_reading_person ON trail_reading (person_id, at DESC);
    CREATE TABLE trail_reading_rest PARTITION OF trail_reading DEFAULT;

    CREATE FUNCTION trail_prepare_month(day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    DECLARE first date := date_trunc('month', day)::date;
    BEGIN
        IF to_regclass(format('trail_reading_%s', to_char(first, 'YYYY_MM'))) IS NULL
           AND NOT EXISTS (
               SELECT 1 FROM trail_reading_rest WHERE at >= first AND at < first + interval '1 month')
        THEN
            EXECUTE format(
                'CREATE TABLE trail_reading_%s PARTITION OF trail_reading FOR VALUES FROM (%L) TO (%L)',
                to_char(first, 'YYYY_MM'), first::timestamptz, (first + interval '1 month')::timestamptz);
        END IF;
    END $$;
"""


class Migration(migrations.Migration):
    """Readings in monthly partitions; entries and seals written once and seen through policies."""

    dependencies = [("trail", "0001_initial"), ("core", "0001_append_only")]
    operations = [
        migrations.RunSQL(
            READINGS + rls.append_only("trail_reading"),
            "DROP FUNCTION trail_prepare_month; DROP TABLE trail_reading",
        ),
        migrations.RunSQL(
            rls.append_only("trail_entry")
            + rls.append_only("trail_seal")
            # What a row says is seen by those who may see its subject: each app adds its policy.
            + """
            ALTER TABLE trail_entry ENABLE ROW LEVEL SECURITY;
            CREATE POLICY write ON trail_entry FOR INSERT WITH CHECK (true);
            ALTER TABLE trail_reading ENABLE ROW LEVEL SECURITY;
            CREATE POLICY write ON trail_reading FOR INSERT WITH CHECK (true);
            CREATE POLICY own ON trail_reading FOR SELECT USING (person_id = """
            + rls.PERSON
            + ");",
            migrations.RunSQL.noop,
        ),
    ]
