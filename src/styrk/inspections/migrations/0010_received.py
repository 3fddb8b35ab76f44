from django.db import migrations, models
from django.db.models import Q

REPLIES = [
    ("open", "Venter på svar"),
    ("ours", "Gjelder oss"),
    ("handled", "Tatt hånd om fra før"),
    ("not_ours", "Gjelder ikke oss"),
    ("passed", "Sendt videre"),
    ("withdrawn", "Trukket tilbake"),
]
UNSAID = ("open", "withdrawn", "passed")
# What is passed on is counted where it is asked.
COUNTS = """
    CREATE OR REPLACE FUNCTION inspections_lesson_counts(lessons bigint[])
    RETURNS TABLE (lesson bigint, asked bigint, open bigint, ours bigint, handled bigint,
                   not_ours bigint, actions bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT q.lesson_id, count(*) FILTER (WHERE q.reply NOT IN ('withdrawn', 'passed')),
            count(*) FILTER (WHERE q.reply = 'open'),
            count(*) FILTER (WHERE q.reply = 'ours'), count(*) FILTER (WHERE q.reply = 'handled'),
            count(*) FILTER (WHERE q.reply = 'not_ours'),
            coalesce(sum((SELECT count(*) FROM inspections_lessonaction a
                          WHERE a.question_id = q.id)), 0)::bigint
        FROM inspections_lessonquestion q
        WHERE q.lesson_id = ANY(lessons) AND inspections_lesson_seen(q.lesson_id)
        GROUP BY q.lesson_id
    $$;
    CREATE OR REPLACE FUNCTION inspections_learning(of_path text, since date, on_day date)
    RETURNS TABLE (asked bigint, answered bigint, ours bigint, acted bigint, late bigint, shared bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        WITH below AS (SELECT id FROM organisation_unit u WHERE starts_with(u.path, of_path)),
        q AS (
            SELECT q.*, l.due, EXISTS (
                SELECT 1 FROM inspections_lessonaction a WHERE a.question_id = q.id) AS acts
            FROM inspections_lessonquestion q JOIN below ON below.id = q.unit_id
            JOIN inspections_lesson l ON l.id = q.lesson_id
            WHERE (l.shared_at >= since OR q.reply = 'open')
                AND q.reply NOT IN ('withdrawn', 'passed'))
        SELECT count(*), count(*) FILTER (WHERE q.reply <> 'open'),
            count(*) FILTER (WHERE q.reply = 'ours'),
            count(*) FILTER (WHERE q.reply = 'ours' AND q.acts),
            count(*) FILTER (WHERE q.reply = 'open' AND q.due < on_day),
            (SELECT count(*) FROM inspections_lesson l JOIN below ON below.id = l.unit_id
             WHERE l.shared_at >= since AND NOT EXISTS (
                SELECT FROM inspections_lessonwithdrawal w WHERE w.lesson_id = l.id))
        FROM q
    $$;
"""


class Migration(migrations.Migration):
    """What another trust has learnt is received for the whole of one's own, and passed on there."""

    dependencies = [("inspections", "0009_team")]
    operations = [
        migrations.AddField("lessonquestion", "meant", models.TextField(blank=True, db_default="")),
        migrations.AlterField(
            "lessonquestion", "reply", models.TextField(choices=REPLIES, default="open")
        ),
        migrations.RemoveConstraint("lessonquestion", "inspections_question_reply"),
        migrations.RemoveConstraint("lessonquestion", "inspections_question_answered"),
        migrations.AddConstraint(
            "lessonquestion",
            models.CheckConstraint(
                condition=Q(reply__in=[key for key, _name in REPLIES]),
                name="inspections_question_reply",
            ),
        ),
        migrations.AddConstraint(
            "lessonquestion",
            models.CheckConstraint(
                condition=Q(
                    reply__in=UNSAID,
                    answer="",
                    answered_at__isnull=True,
                    answered_by__isnull=True,
                )
                | ~Q(reply__in=UNSAID)
                & ~Q(answer="")
                & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="inspections_question_answered",
            ),
        ),
        migrations.RunSQL(COUNTS, migrations.RunSQL.noop),
    ]
