from django.db import migrations

from styrk.core import rls

# A report that is sent stands, with its words; only that it is treated is noted on it.
STANDS = """
    CREATE FUNCTION yearly_keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM yearly_yearlyreport WHERE state <> 'draft'
                   AND id IN (OLD.report_id, NEW.report_id)) THEN
            RAISE EXCEPTION 'a report that is sent is never changed'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
    END $$;
    CREATE TRIGGER yearly_words_sent BEFORE INSERT OR UPDATE OR DELETE ON yearly_partwords
        FOR EACH ROW EXECUTE FUNCTION yearly_keep_sent();
    CREATE TRIGGER yearly_report_sent BEFORE UPDATE ON yearly_yearlyreport FOR EACH ROW
        WHEN (OLD.state <> 'draft' AND (NEW.state <> 'treated'
              OR to_jsonb(NEW) - 'state' IS DISTINCT FROM to_jsonb(OLD) - 'state'))
        EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER yearly_report_gone BEFORE DELETE ON yearly_yearlyreport FOR EACH ROW
        WHEN (OLD.state <> 'draft') EXECUTE FUNCTION refuse_change();
    REVOKE DELETE, TRUNCATE ON yearly_yearlyreport, yearly_partwords FROM styrk_app;
"""
# What was done stands in the steps; the trail's copy is for whoever verifies it.
HISTORY = f"""
    CREATE POLICY yearly ON trail_entry FOR SELECT USING (subject = 'yearly' AND {rls.SYSTEM});
"""
ONCE = ("treatment", "addendum", "yearlystep")


class Migration(migrations.Migration):
    """A report that is sent is never changed; steps, treatments and addenda are written once."""

    dependencies = [("yearly", "0001_initial"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            STANDS + HISTORY + "".join(rls.append_only(f"yearly_{table}") for table in ONCE),
            migrations.RunSQL.noop,
        )
    ]
