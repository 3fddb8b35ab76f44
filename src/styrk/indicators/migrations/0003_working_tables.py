from django.db import migrations

# Rows live for one transaction, which takes them away before it ends: nobody else ever sees them.
# Temporary tables would do, but the application may not make any (they come before ours in the
# search path of functions that run as the owner).
# Many values have tables of their own, so that the planner knows how many there are.
WORKING = """
    CREATE UNLOGGED TABLE indicators_given (
        position integer, indicator_id bigint, unit_id bigint, period date, of text,
        numerator numeric, denominator numeric, reason text);
    CREATE UNLOGGED TABLE indicators_judged (
        position integer, indicator_id bigint, unit_id bigint, trust_id bigint, period date, of text,
        ends date, numerator numeric, denominator numeric, reason text, summed boolean,
        corrects boolean, unchanged boolean, refusal text, detail text);
    CREATE UNLOGGED TABLE indicators_touched (
        unit_id bigint, indicator_id bigint, period date, of text, ends date, step integer);
    CREATE UNLOGGED TABLE indicators_given_many (LIKE indicators_given);
    CREATE UNLOGGED TABLE indicators_judged_many (LIKE indicators_judged);
    CREATE UNLOGGED TABLE indicators_touched_many (LIKE indicators_touched);
"""
# Where each unit stood when. Before its history begins, its first known place counts.
PLACES = """
    CREATE VIEW indicators_place AS
    SELECT e.unit_id, e.parent_id,
           CASE WHEN EXISTS (SELECT FROM organisation_unitedition b
                             WHERE b.unit_id = e.unit_id AND b.valid_from < e.valid_from)
                THEN e.valid_from ELSE '-infinity'::date END AS since,
           coalesce(e.valid_to, 'infinity'::date) AS until
    FROM organisation_unitedition e;
"""


class Migration(migrations.Migration):
    """Where values lie while they are judged and summed, and the tree of units on any day."""

    dependencies = [("indicators", "0002_written_once"), ("organisation", "0002_trail")]
    operations = [
        migrations.RunSQL(
            WORKING + PLACES,
            "DROP VIEW indicators_place;"
            "DROP TABLE indicators_touched, indicators_judged, indicators_given,"
            " indicators_touched_many, indicators_judged_many, indicators_given_many",
        )
    ]
