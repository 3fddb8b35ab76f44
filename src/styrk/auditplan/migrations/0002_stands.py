from django.db import migrations

from styrk.core import rls

# A wish says what it said: only what it was answered is noted on it, once.
STANDS = """
    CREATE TRIGGER auditplan_wish_said BEFORE UPDATE ON auditplan_wish FOR EACH ROW
        WHEN (OLD.state <> 'open' OR to_jsonb(NEW) - '{state,answer,answered_at,answered_by_id,line_id}'::text[]
              IS DISTINCT FROM to_jsonb(OLD) - '{state,answer,answered_at,answered_by_id,line_id}'::text[])
        EXECUTE FUNCTION refuse_change();
    REVOKE DELETE, TRUNCATE ON auditplan_auditplan, auditplan_planline, auditplan_wish FROM styrk_app;
"""
# What was done stands in the steps; the trail's copy is for whoever verifies it.
HISTORY = f"""
    CREATE POLICY auditplan ON trail_entry FOR SELECT USING (subject = 'auditplan' AND {rls.SYSTEM});
"""
ONCE = ("recommendation", "planapproval", "auditplanstep")


class Migration(migrations.Migration):
    """What was recommended, approved and done is written once; a wish is answered once."""

    dependencies = [("auditplan", "0001_initial"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            STANDS + HISTORY + "".join(rls.append_only(f"auditplan_{table}") for table in ONCE),
            migrations.RunSQL.noop,
        )
    ]
