from importlib import import_module

from django.db import migrations, models

from styrk.core import rls, tallies

TALLY = import_module("styrk.feedback.migrations.0002_policies").TALLY
# Past the top leader it lies at no unit that any line holds; the system's line holds everything.
AT_UNIT = "CASE WHEN past_line THEN 0 ELSE held_by_id END"
SEE = (
    f"({rls.units('voice', AT_UNIT)} OR {rls.shared('voice', 'id')}"
    f" OR (past_line AND {rls.chairs('held_by_id')}))"
)
SEEN = """
    CREATE OR REPLACE FUNCTION feedback_seen(of_voice bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    DECLARE
        units int8multirange := nullif(current_setting('styrk.units_voice', true), '')::int8multirange;
        chaired int8multirange := nullif(current_setting('styrk.posts_chair', true), '')::int8multirange;
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM feedback_voice v WHERE v.id = of_voice
            AND (multirange_contains_elem(units, CASE WHEN v.past_line THEN 0 ELSE v.held_by_id END)
                 OR v.past_line AND multirange_contains_elem(chaired, v.held_by_id)
                 OR access_has_grant('voice', of_voice, '{}')));
    END $$;
"""
# Once past the line it is never handed down into it.
MOVE = """
    CREATE OR REPLACE FUNCTION feedback_move_to(of_voice bigint, to_unit bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        UPDATE feedback_voice SET held_by_id = to_unit, state = 'received', handler_id = NULL
        WHERE id = of_voice AND feedback_seen(of_voice) AND state IN ('received', 'taken')
        AND NOT past_line;
        RETURN FOUND;
    END $$;
"""


class Migration(migrations.Migration):
    """What is about the top leader is seen by the board's chair alone, and is in no number of the line."""

    dependencies = [("feedback", "0003_hand_over"), ("access", "0007_chair")]
    operations = [
        migrations.AddField(
            model_name="voice",
            name="past_line",
            field=models.BooleanField(default=False, db_default=False),
        ),
        migrations.RunSQL(
            SEEN
            + MOVE
            + rls.seen_and_changed("feedback_voice", SEE)
            + tallies.leave_out(TALLY, "r.past_line"),
            migrations.RunSQL.noop,
        ),
    ]
