from django.db import migrations

from styrk.core import rls

# What was decided and asked stands; only what came of it is added, and once.
STANDS = """
    CREATE FUNCTION board_keep_said() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'what the board was told is never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END $$;
    CREATE TRIGGER board_decision_told BEFORE UPDATE ON board_decision
        FOR EACH ROW WHEN (OLD.told_at IS NOT NULL) EXECUTE FUNCTION board_keep_said();
    CREATE TRIGGER board_question_answered BEFORE UPDATE ON board_boardquestion
        FOR EACH ROW WHEN (OLD.answered_at IS NOT NULL) EXECUTE FUNCTION board_keep_said();
    CREATE TRIGGER board_item_withdrawn BEFORE UPDATE ON board_item
        FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION board_keep_said();
    CREATE TRIGGER board_meeting_held BEFORE UPDATE ON board_meeting
        FOR EACH ROW WHEN (OLD.held_at IS NOT NULL) EXECUTE FUNCTION board_keep_said();
    REVOKE DELETE, TRUNCATE ON board_meeting, board_item, board_decision, board_boardquestion
        FROM styrk_app;
    REVOKE UPDATE ON board_meeting, board_item, board_decision, board_boardquestion FROM styrk_app;
    GRANT UPDATE (state, held_at, held_by_id) ON board_meeting TO styrk_app;
    GRANT UPDATE (withdrawn_at, withdrawn_by_id, why_withdrawn) ON board_item TO styrk_app;
    GRANT UPDATE (told, told_at, told_by_id) ON board_decision TO styrk_app;
    GRANT UPDATE (answer, answered_at, answered_by_id) ON board_boardquestion TO styrk_app;
"""
# What was done stands in the records; the trail's copy is for whoever verifies it.
HISTORY = f"""
    CREATE POLICY board ON trail_entry FOR SELECT USING (
        subject = 'board' AND {rls.SYSTEM});
"""


class Migration(migrations.Migration):
    """A pack is never changed, and what was said to or by the board is said once."""

    dependencies = [("board", "0001_initial"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            STANDS
            + HISTORY
            + "".join(rls.append_only(f"board_{table}") for table in ("pack", "decisionaction")),
            migrations.RunSQL.noop,
        )
    ]
