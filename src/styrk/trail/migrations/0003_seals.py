from django.db import migrations, models

from styrk.core import rls

# Seals are made and checked by the system alone: what is read here no policy stands in front of.
ONLY_SYSTEM = """
    CREATE FUNCTION trail_only_system() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
        IF current_setting('styrk.posts', true) IS DISTINCT FROM '{(,)}' THEN
            RAISE EXCEPTION 'the trail as a whole is read by the system alone'
                USING ERRCODE = 'insufficient_privilege';
        END IF;
    END $$;
"""

# The entries in the ranges, each range through the primary key and in order, so that a limit stops
# the reading: what is already sealed is not looked at.
IN_RANGES = """
    SELECT e.* FROM (SELECT coalesce(lower(r), -9223372036854775808) AS low,
                            coalesce(upper(r), 9223372036854775807) AS high
                     FROM unnest({ranges}) AS r ORDER BY 1) AS span,
    LATERAL (SELECT {columns} FROM trail_entry WHERE id >= span.low AND id < span.high
             ORDER BY id {limit}) AS e {limit}
"""

UNSEALED = f"""
    CREATE FUNCTION trail_unsealed(most integer, settled timestamptz)
    RETURNS SETOF trail_entry LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    DECLARE
        floor bigint := coalesce((SELECT max(high) FROM trail_seal WHERE at <= settled), 0);
        above int8multirange := int8multirange(int8range(floor, NULL, '()'));
        sealed int8multirange := coalesce(
            (SELECT range_agg(covers::int8multirange) FROM trail_seal WHERE at > settled), '{{}}');
    BEGIN
        PERFORM trail_only_system();
        RETURN QUERY {IN_RANGES.format(ranges="above - sealed", columns="*", limit="LIMIT most")};
    END $$;
"""

WITHIN = f"""
    CREATE FUNCTION trail_within(ranges int8multirange)
    RETURNS SETOF trail_entry LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        PERFORM trail_only_system();
        RETURN QUERY {IN_RANGES.format(ranges="ranges", columns="*", limit="")};
    END $$;
"""

# `after` is the last seal the caller has read; what newer ones cover is not counted as uncovered.
UNCOVERED = f"""
    CREATE FUNCTION trail_uncovered(ranges int8multirange, after bigint)
    RETURNS SETOF bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    DECLARE
        newer int8multirange := coalesce(
            (SELECT range_agg(covers::int8multirange) FROM trail_seal WHERE id > after), '{{}}');
    BEGIN
        PERFORM trail_only_system();
        RETURN QUERY {IN_RANGES.format(ranges="ranges - newer", columns="id", limit="")};
    END $$;
"""

# A partition can also be asked by its own name, where the parent's policies do not stand; and its
# borders must be the same whatever the time zone of the one who makes it.
PREPARE_MONTH = """
    REVOKE ALL ON trail_reading_rest FROM styrk_app;

    CREATE OR REPLACE FUNCTION trail_prepare_month(day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET timezone = 'UTC' AS $$
    DECLARE
        first date := date_trunc('month', day)::date;
        after date := (first + interval '1 month')::date;
        name text := format('trail_reading_%s', to_char(first, 'YYYY_MM'));
    BEGIN
        IF to_regclass(name) IS NULL AND NOT EXISTS (
            SELECT 1 FROM trail_reading_rest WHERE at >= first AND at < after)
        THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF trail_reading FOR VALUES FROM (%L) TO (%L)',
                           name, first::timestamptz, after::timestamptz);
            EXECUTE format('REVOKE ALL ON %I FROM styrk_app', name);
        END IF;
    END $$;
"""

SEALS = f"""
    ALTER TABLE trail_seal ENABLE ROW LEVEL SECURITY;
    CREATE POLICY see ON trail_seal FOR SELECT USING (true);
    CREATE POLICY write ON trail_seal FOR INSERT WITH CHECK ({rls.SYSTEM});
"""


class Migration(migrations.Migration):
    """Sealing and its proof: who may read the whole trail, and how, at a cost that does not grow."""

    dependencies = [("trail", "0002_guard")]
    operations = [
        migrations.AddField("seal", "prints", models.BinaryField(default=bytes)),
        migrations.AddIndex("seal", models.Index(fields=["at"], name="trail_seal_at")),
        migrations.AddIndex("seal", models.Index(fields=["high"], name="trail_seal_high")),
        migrations.RunSQL(
            ONLY_SYSTEM + UNSEALED + WITHIN + UNCOVERED + PREPARE_MONTH + SEALS,
            migrations.RunSQL.noop,
        ),
    ]
