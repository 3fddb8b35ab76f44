from django.db import migrations

from styrk.core import rls

# An approved version stands, with its items and with who was heard; what is new is a new version.
STANDS = """
    CREATE FUNCTION plans_keep_approved() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM plans_plan WHERE state = 'approved'
                   AND id IN (OLD.plan_id, NEW.plan_id)) THEN
            RAISE EXCEPTION 'an approved plan is never changed'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
    END $$;
    CREATE TRIGGER plans_item_approved BEFORE INSERT OR UPDATE OR DELETE ON plans_planitem
        FOR EACH ROW EXECUTE FUNCTION plans_keep_approved();
    CREATE TRIGGER plans_hearing_approved BEFORE INSERT ON plans_hearing
        FOR EACH ROW EXECUTE FUNCTION plans_keep_approved();
    CREATE TRIGGER plans_plan_approved BEFORE UPDATE OR DELETE ON plans_plan
        FOR EACH ROW WHEN (OLD.state = 'approved') EXECUTE FUNCTION refuse_change();
    REVOKE DELETE, TRUNCATE ON plans_plan, plans_planitem FROM styrk_app;
"""
# What a unit did with its plan stands in the steps; the trail's copy is for whoever verifies it.
HISTORY = f"""
    CREATE POLICY plan ON trail_entry FOR SELECT USING (subject = 'plan' AND {rls.SYSTEM});
"""


class Migration(migrations.Migration):
    """An approved plan is never changed; steps, and who was heard, are written once."""

    dependencies = [("plans", "0001_initial"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            STANDS + HISTORY + rls.append_only("plans_planstep") + rls.append_only("plans_hearing"),
            migrations.RunSQL.noop,
        )
    ]
