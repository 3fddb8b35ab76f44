from django.db import migrations

from styrk.core import rls

PUBLISHED = """
    CREATE FUNCTION requirements_keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE published boolean;
    BEGIN
        SELECT state = 'published' INTO published FROM requirements_edition
            WHERE id = coalesce(OLD.edition_id, NEW.edition_id);
        IF published THEN
            RAISE EXCEPTION 'a published edition is never changed'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
    END $$;
    CREATE TRIGGER requirements_keep_published BEFORE INSERT OR UPDATE OR DELETE
        ON requirements_requirement
        FOR EACH ROW EXECUTE FUNCTION requirements_keep_published();
    CREATE TRIGGER requirements_edition_published BEFORE UPDATE OR DELETE ON requirements_edition
        FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION refuse_change();
"""


# What was done with sources is for everyone to read; what a unit did stands in its own steps.
HISTORY = f"""
    CREATE POLICY requirements ON trail_entry FOR SELECT USING (
        subject IN ('source', 'edition', 'requirement') OR subject = 'placement' AND {rls.SYSTEM});
"""


class Migration(migrations.Migration):
    """A published edition stands as it is, and so do the steps and reports of what was placed."""

    dependencies = [("requirements", "0001_initial"), ("trail", "0001_initial")]
    operations = [
        migrations.RunSQL(
            PUBLISHED
            + HISTORY
            + rls.append_only("requirements_placementstep")
            + rls.append_only("requirements_statusreport"),
            migrations.RunSQL.noop,
        )
    ]
