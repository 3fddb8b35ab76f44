from django.db import migrations

from styrk.core import rls

OF_GROUP = f"({rls.SYSTEM} OR patterns_seen(group_id))"
# Written once, and answered once.
SAID = (
    "group_id", "after_id", "from_unit_id", "to_unit_id", "happens", "costs", "asks", "number",
    "counted", "due", "raised_at", "raised_by_id",
)  # fmt: skip
OLD, NEW = (", ".join(f"{row}.{column}" for column in SAID) for row in ("OLD", "NEW"))
ONCE = f"""
    CREATE TRIGGER patterns_raising_once BEFORE UPDATE ON patterns_raising
        FOR EACH ROW WHEN (
            OLD.state <> 'asked' OR NEW.state = 'asked' OR ({NEW}) IS DISTINCT FROM ({OLD}))
        EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER patterns_raising_kept BEFORE DELETE ON patterns_raising
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""


class Migration(migrations.Migration):
    """What is raised is seen by those who see the group, and so by all in the line above it."""

    dependencies = [("patterns", "0003_raising"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            rls.protect("patterns_raising", see=OF_GROUP, write=OF_GROUP) + ONCE,
            migrations.RunSQL.noop,
        )
    ]
