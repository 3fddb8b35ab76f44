from django.db import migrations

from styrk.core import rls

# A question stands as it was asked, and an answer as it was given.
ASKED = """
    CREATE FUNCTION review_keep_question() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' OR OLD.answered_at IS NOT NULL OR (OLD.version_id, OLD.text, OLD.asked_at,
            OLD.asked_by_id) IS DISTINCT FROM (NEW.version_id, NEW.text, NEW.asked_at, NEW.asked_by_id)
        THEN
            RAISE EXCEPTION 'a question and its answer are never changed'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER review_keep_question BEFORE UPDATE OR DELETE ON review_question
        FOR EACH ROW EXECUTE FUNCTION review_keep_question();
"""
# What was sent keeps its place: its unit, its kind and its period.
PLACE = """
    CREATE FUNCTION review_keep_place() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF (OLD.unit_id, OLD.layout, OLD.period) IS DISTINCT FROM (NEW.unit_id, NEW.layout, NEW.period)
        THEN
            RAISE EXCEPTION 'a report keeps its unit, kind and period'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER review_keep_place BEFORE UPDATE ON review_report
        FOR EACH ROW EXECUTE FUNCTION review_keep_place();
"""
# What a unit did stands on its own pages.
HISTORY = f"""
    CREATE POLICY report ON trail_entry FOR SELECT USING (
        subject = 'report' AND {rls.SYSTEM});
"""


class Migration(migrations.Migration):
    """What was sent never changes, nor what was said of it."""

    dependencies = [("review", "0001_initial"), ("organisation", "0002_trail")]
    operations = [
        migrations.RunSQL(
            ASKED
            + PLACE
            + HISTORY
            + rls.append_only("review_version")
            + rls.append_only("review_supplement")
            + rls.append_only("review_presentation"),
            migrations.RunSQL.noop,
        )
    ]
