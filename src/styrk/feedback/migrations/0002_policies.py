from django.db import migrations

from styrk.core import rls, tallies
from styrk.core.tallies import Bucket

ASKED = "r.kind <> 'good'"
DONE = "r.state IN ('answered', 'assessed')"
TALLY = tallies.Tally(
    source="feedback_voice",
    unit="held_by_id",
    name="feedback_tally",
    line="feedback_linetally",
    buckets=(
        Bucket(
            "r.received_on",
            {
                "received": "true",
                "complaints": "r.kind = 'complaint'",
                "experiences": "r.kind = 'experience'",
                "suggestions": "r.kind = 'suggestion'",
                "good": "r.kind = 'good'",
                "waiting": f"NOT {DONE}",
                "asked": ASKED,
                "heard": f"{ASKED} AND {DONE}",
                "used": f"{ASKED} AND {DONE} AND r.used",
            },
        ),
    ),
)
SEE = f"({rls.units('voice', 'held_by_id')} OR {rls.shared('voice', 'id')})"
# One look-up by its key, with nothing of the voice's own policy in the plan of what asks.
SEEN = """
    CREATE FUNCTION feedback_seen(of_voice bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    DECLARE
        units int8multirange := nullif(current_setting('styrk.units_voice', true), '')::int8multirange;
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM feedback_voice v WHERE v.id = of_voice
            AND (multirange_contains_elem(units, v.held_by_id)
                 OR access_has_grant('voice', of_voice, '{}')));
    END $$;
"""
PART = f"({rls.SYSTEM} OR feedback_seen(voice_id))"
# Whoever tells is nobody here: the number under one's own mark, and the case under one's own secret.
OWN = """
    CREATE FUNCTION feedback_number_of(of_mark text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT id FROM feedback_voice WHERE mark = of_mark
    $$;
    CREATE FUNCTION feedback_told(by_secret text) RETURNS TABLE (
        voice bigint, unit text, code text, kind text, state text, said text, received_on date,
        answer_owed boolean, answer_due date, meanwhile text, answer text, answered_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 1 AS $$
        SELECT v.id, u.name, u.code, v.kind, v.state, v.text, v.received_on, v.answer_owed,
               v.answer_due, v.meanwhile, v.answer, v.answered_at
        FROM feedback_receipt r
        JOIN feedback_voice v ON v.id = r.voice_id
        JOIN organisation_unit u ON u.id = v.unit_id
        WHERE r.digest = by_secret
    $$;
"""
# What was told is never rewritten: only what becomes of it.
SAID_ONCE = """
    REVOKE UPDATE ON feedback_voice FROM styrk_app;
    GRANT UPDATE (held_by_id, kind, theme, state, handler_id, meanwhile, answer_due, answer,
                  answered_at, answered_by_id, used) ON feedback_voice TO styrk_app;
"""


class Migration(migrations.Migration):
    """What is told is seen up the line of the unit that handles it, and by those it is granted to."""

    dependencies = [
        ("feedback", "0001_initial"),
        ("access", "0004_granted"),
        ("trail", "0002_guard"),
    ]
    operations = [
        migrations.RunSQL(
            tallies.create(TALLY)
            + SEEN
            + OWN
            + rls.protect("feedback_voice", see=SEE)
            + SAID_ONCE
            + rls.protect("feedback_voicestep", see=PART)
            + rls.protect("feedback_voiceaction", see=PART)
            + rls.protect("feedback_receipt", see=rls.SYSTEM)
            + rls.append_only("feedback_voicestep")
            + rls.append_only("feedback_voiceaction")
            + rls.append_only("feedback_judgement")
            + f"""
            CREATE POLICY voice ON trail_entry FOR SELECT USING (
                subject = 'voice' AND ({rls.SYSTEM} OR feedback_seen(subject_id)));
            CREATE POLICY voice ON trail_reading FOR SELECT USING (
                subject = 'voice' AND ({rls.SYSTEM} OR feedback_seen(subject_id)));
            CREATE POLICY voices ON trail_entry FOR SELECT USING (
                subject IN ('voices', 'entrance') AND {rls.PERSON} IS NOT NULL);
            """,
            migrations.RunSQL.noop,
        )
    ]
