from django.db import migrations

AGENDA = "number, title, text, closed, source, source_title, source_path"
STANDS = f"""
    CREATE FUNCTION board_keep_agenda() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM board_pack p WHERE p.meeting_id = OLD.meeting_id) THEN
            RAISE EXCEPTION 'the agenda that a board has been given is not rewritten'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER board_item_agenda BEFORE UPDATE OF {AGENDA} ON board_item
        FOR EACH ROW EXECUTE FUNCTION board_keep_agenda();
    GRANT UPDATE ({AGENDA}) ON board_item TO styrk_app;
"""


class Migration(migrations.Migration):
    """A case is mended and moved until a pack is made."""

    dependencies = [("board", "0002_stands")]
    operations = [migrations.RunSQL(STANDS, migrations.RunSQL.noop)]
