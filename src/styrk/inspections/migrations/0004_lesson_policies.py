from django.db import migrations

from styrk.core import rls

UNITS = "nullif(current_setting('styrk.units_inspection', true), '')::int8multirange"
# Look-ups by key, with nothing of another table's own policy in the plan of what asks.
FUNCTIONS = f"""
    CREATE FUNCTION inspections_lesson_asked(of_lesson bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_lessonquestion q
            WHERE q.lesson_id = of_lesson AND multirange_contains_elem({UNITS}, q.unit_id));
    END $$;

    CREATE FUNCTION inspections_lesson_seen(of_lesson bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN inspections_lesson_asked(of_lesson) OR EXISTS (
            SELECT 1 FROM inspections_lesson l
            WHERE l.id = of_lesson AND (
                multirange_contains_elem({UNITS}, l.unit_id)
                OR l.shared_by_id = nullif(current_setting('styrk.person', true), '')::bigint));
    END $$;

    CREATE FUNCTION inspections_question_seen(of_question bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_lessonquestion q
            WHERE q.id = of_question AND multirange_contains_elem({UNITS}, q.unit_id));
    END $$;
"""
LESSON = (
    f"({rls.units('inspection', 'unit_id')} OR shared_by_id = {rls.PERSON}"
    " OR inspections_lesson_asked(id))"
)
QUESTION = rls.units("inspection", "unit_id")
OF_QUESTION = f"({rls.SYSTEM} OR inspections_question_seen(question_id))"
# What whoever shared it sees of the answers in other trusts: numbers alone.
COUNTS = """
    CREATE FUNCTION inspections_lesson_counts(lessons bigint[])
    RETURNS TABLE (lesson bigint, asked bigint, open bigint, ours bigint, handled bigint,
                   not_ours bigint, actions bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT q.lesson_id, count(*), count(*) FILTER (WHERE q.reply = 'open'),
            count(*) FILTER (WHERE q.reply = 'ours'), count(*) FILTER (WHERE q.reply = 'handled'),
            count(*) FILTER (WHERE q.reply = 'not_ours'),
            coalesce(sum((SELECT count(*) FROM inspections_lessonaction a
                          WHERE a.question_id = q.id)), 0)::bigint
        FROM inspections_lessonquestion q
        WHERE q.lesson_id = ANY(lessons) AND inspections_lesson_seen(q.lesson_id)
        GROUP BY q.lesson_id
    $$;
"""
# What the forskriftskart counts, for whoever sees it: numbers alone, no text and no person.
LEARNING = """
    CREATE FUNCTION inspections_learning(of_path text, since date, on_day date)
    RETURNS TABLE (asked bigint, answered bigint, ours bigint, acted bigint, late bigint, shared bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        WITH below AS (SELECT id FROM organisation_unit u WHERE starts_with(u.path, of_path)),
        q AS (
            SELECT q.*, l.due, EXISTS (
                SELECT 1 FROM inspections_lessonaction a WHERE a.question_id = q.id) AS acts
            FROM inspections_lessonquestion q JOIN below ON below.id = q.unit_id
            JOIN inspections_lesson l ON l.id = q.lesson_id
            WHERE l.shared_at >= since OR q.reply = 'open')
        SELECT count(*), count(*) FILTER (WHERE q.reply <> 'open'),
            count(*) FILTER (WHERE q.reply = 'ours'),
            count(*) FILTER (WHERE q.reply = 'ours' AND q.acts),
            count(*) FILTER (WHERE q.reply = 'open' AND q.due < on_day),
            (SELECT count(*) FROM inspections_lesson l JOIN below ON below.id = l.unit_id
             WHERE l.shared_at >= since)
        FROM q
    $$;
"""
# What follows an action that did not work is because of the same finding, or the same lesson.
FOLLOWED = """
    CREATE OR REPLACE FUNCTION inspections_action_followed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        INSERT INTO inspections_findingaction (finding_id, action_id)
        SELECT l.finding_id, NEW.id FROM inspections_findingaction l WHERE l.action_id = NEW.follows_id;
        INSERT INTO inspections_lessonaction (question_id, action_id)
        SELECT l.question_id, NEW.id FROM inspections_lessonaction l WHERE l.action_id = NEW.follows_id;
        RETURN NULL;
    END $$;
"""


class Migration(migrations.Migration):
    """A lesson is seen by those who share it and those who are asked, an answer by its own line alone."""

    dependencies = [("inspections", "0003_lessons"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            FUNCTIONS
            + COUNTS
            + LEARNING
            + FOLLOWED
            + rls.protect("inspections_lesson", see=LESSON)
            + rls.protect("inspections_lessonquestion", see=QUESTION)
            + rls.protect("inspections_lessonstep", see=OF_QUESTION)
            + rls.protect("inspections_lessonaction", see=OF_QUESTION)
            + "".join(
                rls.append_only(f"inspections_{table}")
                for table in ("lesson", "lessonstep", "lessonaction")
            )
            + f"""
            CREATE POLICY lesson ON trail_entry FOR SELECT USING (
                subject = 'lesson' AND ({rls.SYSTEM} OR inspections_lesson_seen(subject_id)));
            CREATE POLICY lesson_question ON trail_entry FOR SELECT USING (
                subject = 'lesson_question' AND ({rls.SYSTEM} OR inspections_question_seen(subject_id)));
            """,
            migrations.RunSQL.noop,
        )
    ]
