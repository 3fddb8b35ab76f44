import django.db.models.deletion
from django.db import migrations, models

from styrk.core import rls

OURS = f"({rls.units('inspection', 'l.unit_id')} OR l.shared_by_id = {rls.PERSON})"
# Those who were asked may be in other trusts, where whoever shared it sees no question.
WITHDRAW = f"""
    CREATE FUNCTION inspections_lesson_withdraw(of_lesson bigint) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
        UPDATE inspections_lessonquestion q SET reply = 'withdrawn'
        WHERE q.lesson_id = of_lesson AND q.reply = 'open' AND EXISTS (
            SELECT FROM inspections_lessonwithdrawal w JOIN inspections_lesson l ON l.id = w.lesson_id
            WHERE l.id = of_lesson AND {OURS})
        RETURNING q.uuid
    $$;
"""
# Those who are not asked any more count nowhere.
COUNTS = """
    CREATE OR REPLACE FUNCTION inspections_lesson_counts(lessons bigint[])
    RETURNS TABLE (lesson bigint, asked bigint, open bigint, ours bigint, handled bigint,
                   not_ours bigint, actions bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT q.lesson_id, count(*) FILTER (WHERE q.reply <> 'withdrawn'),
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
            WHERE (l.shared_at >= since OR q.reply = 'open') AND q.reply <> 'withdrawn')
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
    """A lesson may be withdrawn: nobody is asked any more, and what was answered stands."""

    dependencies = [
        ("inspections", "0006_treatment"),
        ("organisation", "0003_agreed_to"),
    ]

    operations = [
        migrations.CreateModel(
            name="LessonWithdrawal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("reason", models.TextField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="lessonquestion",
            name="inspections_question_reply",
        ),
        migrations.RemoveConstraint(
            model_name="lessonquestion",
            name="inspections_question_answered",
        ),
        migrations.AlterField(
            model_name="lessonquestion",
            name="reply",
            field=models.TextField(
                choices=[
                    ("open", "Venter på svar"),
                    ("ours", "Gjelder oss"),
                    ("handled", "Tatt hånd om fra før"),
                    ("not_ours", "Gjelder ikke oss"),
                    ("withdrawn", "Trukket tilbake"),
                ],
                default="open",
            ),
        ),
        migrations.AddConstraint(
            model_name="lessonquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reply__in", ["open", "ours", "handled", "not_ours", "withdrawn"])
                ),
                name="inspections_question_reply",
            ),
        ),
        migrations.AddConstraint(
            model_name="lessonquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answer", ""),
                        ("answered_at__isnull", True),
                        ("answered_by__isnull", True),
                        ("reply__in", ("open", "withdrawn")),
                    ),
                    models.Q(
                        models.Q(("reply__in", ("open", "withdrawn")), _negated=True),
                        models.Q(("answer", ""), _negated=True),
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="inspections_question_answered",
            ),
        ),
        migrations.AddField(
            model_name="lessonwithdrawal",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisation.person",
            ),
        ),
        migrations.AddField(
            model_name="lessonwithdrawal",
            name="lesson",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="withdrawal",
                to="inspections.lesson",
            ),
        ),
        migrations.RunSQL(
            WITHDRAW
            + COUNTS
            + rls.protect(
                "inspections_lessonwithdrawal",
                see="inspections_lesson_seen(lesson_id)",
                write=f"EXISTS (SELECT FROM inspections_lesson l WHERE l.id = lesson_id AND {OURS})",
            )
            + rls.append_only("inspections_lessonwithdrawal"),
            migrations.RunSQL.noop,
        ),
    ]
