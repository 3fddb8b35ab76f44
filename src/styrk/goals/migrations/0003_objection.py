from django.db import migrations

MOVE = """
    INSERT INTO actions_objection (id, uuid, subject, subject_uuid, title, unit_id, action_id, text,
        asked_id, said_at, said_by_id, answer, answered_at, answered_by_id)
    SELECT o.id, o.uuid, 'goal', g.uuid, g.title, g.unit_id, o.action_id, o.text,
        o.asked_id, o.said_at, o.said_by_id, o.answer, o.answered_at, o.answered_by_id
    FROM goals_objection o JOIN goals_goal g ON g.id = o.goal_id;
    SELECT setval(pg_get_serial_sequence('actions_objection', 'id'), max(id) + 1, false)
    FROM actions_objection HAVING max(id) IS NOT NULL;
    SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    """What does not work is said in one register, of goals as of actions."""

    dependencies = [("goals", "0002_written_once"), ("actions", "0010_objection")]
    operations = [
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.DeleteModel("Objection"),
    ]
