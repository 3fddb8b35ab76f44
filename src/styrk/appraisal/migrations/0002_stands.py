from django.db import migrations

from styrk.core import rls

# A signed review stands, with what was judged, who took part and what was decided.
STANDS = """
    CREATE FUNCTION appraisal_keep_signed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM appraisal_appraisal WHERE state = 'signed'
                   AND id IN (OLD.appraisal_id, NEW.appraisal_id)) THEN
            RAISE EXCEPTION 'a signed review is never changed'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
    END $$;
    CREATE TRIGGER appraisal_verdict_signed BEFORE INSERT OR UPDATE OR DELETE ON appraisal_verdict
        FOR EACH ROW EXECUTE FUNCTION appraisal_keep_signed();
    CREATE TRIGGER appraisal_participant_signed BEFORE INSERT ON appraisal_participant
        FOR EACH ROW EXECUTE FUNCTION appraisal_keep_signed();
    CREATE TRIGGER appraisal_appraisal_signed BEFORE UPDATE OR DELETE ON appraisal_appraisal
        FOR EACH ROW WHEN (OLD.state = 'signed') EXECUTE FUNCTION refuse_change();
    REVOKE DELETE, TRUNCATE ON appraisal_appraisal, appraisal_verdict FROM styrk_app;
"""
# What follows an action that did not work is because of the same review, also of a signed one.
FOLLOWED = """
    CREATE FUNCTION appraisal_action_followed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        INSERT INTO appraisal_appraisalaction (appraisal_id, action_id)
        SELECT l.appraisal_id, NEW.id FROM appraisal_appraisalaction l
        WHERE l.action_id = NEW.follows_id;
        RETURN NULL;
    END $$;
    CREATE TRIGGER appraisal_action_followed AFTER INSERT ON actions_action
        FOR EACH ROW WHEN (NEW.origin = 'appraisal' AND NEW.follows_id IS NOT NULL)
        EXECUTE FUNCTION appraisal_action_followed();
"""
# What was done stands in the steps; the trail's copy is for whoever verifies it.
HISTORY = f"""
    CREATE POLICY appraisal ON trail_entry FOR SELECT USING (
        subject = 'appraisal' AND {rls.SYSTEM});
"""
ONCE = ("participant", "appraisalaction", "addendum", "appraisalstep")


class Migration(migrations.Migration):
    """A signed review is never changed; steps, who took part and what was added are written once."""

    dependencies = [("appraisal", "0001_initial"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            STANDS
            + FOLLOWED
            + HISTORY
            + "".join(rls.append_only(f"appraisal_{table}") for table in ONCE),
            migrations.RunSQL.noop,
        )
    ]
