from django.db import migrations

# Handing it on may take it out of the sight of the one who does it, which an UPDATE under a policy
# refuses; so the move is a function of the owner's with the same condition inside.
MOVE = """
    CREATE FUNCTION feedback_move_to(of_voice bigint, to_unit bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        UPDATE feedback_voice SET held_by_id = to_unit, state = 'received', handler_id = NULL
        WHERE id = of_voice AND feedback_seen(of_voice) AND state IN ('received', 'taken');
        RETURN FOUND;
    END $$;
"""


class Migration(migrations.Migration):
    """What came to the wrong unit goes to the right one, out of one's own sight."""

    dependencies = [("feedback", "0002_policies")]
    operations = [migrations.RunSQL(MOVE, "DROP FUNCTION feedback_move_to(bigint, bigint)")]
