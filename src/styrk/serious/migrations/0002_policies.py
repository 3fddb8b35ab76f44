from django.db import migrations

from styrk.core import rls

# Whoever sees the case of the incident sees what it demands, and nobody else.
CASE = f"({rls.SYSTEM} OR incidents_case_seen(incident_id))"
OF_CASE = f"({rls.SYSTEM} OR serious_seen(event_id))"
SEEN = """
    CREATE FUNCTION serious_seen(of_event bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN (SELECT incidents_case_seen(e.incident_id) FROM serious_event e WHERE e.id = of_event);
    END $$;
"""
# Of a whole organisation, also what no line sees: numbers alone.
FIGURES = """
    CREATE FUNCTION serious_figures(of_trust bigint, at timestamptz)
    RETURNS TABLE (assessed bigint, sent bigint, in_time bigint, running bigint, late bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT (SELECT count(*) FROM serious_event e
                WHERE e.trust_id = of_trust AND e.opened_at > at - interval '1 year'),
               count(*) FILTER (WHERE n.sent_at > at - interval '1 year'),
               count(*) FILTER (WHERE n.sent_at > at - interval '1 year' AND n.sent_at <= n.late_at),
               count(*) FILTER (WHERE n.sent_at IS NULL AND n.given AND n.late_at IS NOT NULL
                                AND o.state IN ('proposed', 'send')),
               count(*) FILTER (WHERE n.sent_at IS NULL AND n.given AND n.late_at < at
                                AND o.state IN ('proposed', 'send'))
        FROM serious_notice n JOIN serious_obligation o ON o.id = n.obligation_id
        WHERE n.trust_id = of_trust
    $$;
"""
# What a case is about is never rewritten: only where its duties lie, and what is decided and sent.
ONCE = """
    REVOKE UPDATE ON serious_event, serious_obligation, serious_notice FROM styrk_app;
    GRANT UPDATE (lies) ON serious_event TO styrk_app;
    GRANT UPDATE (state, grounded, reason, assessment, judged_with_id, judged_at, judged_by_id)
        ON serious_obligation TO styrk_app;
    GRANT UPDATE (recipients, copies, given, due_at, soon_at, late_at, warned, sent_at, sent_by_id,
                  channel, sender, reference) ON serious_notice TO styrk_app;
"""


class Migration(migrations.Migration):
    """A case of statutory notices is as closed as the case of its incident."""

    dependencies = [
        ("serious", "0001_initial"),
        ("incidents", "0008_past_line"),
        ("trail", "0002_guard"),
    ]
    operations = [
        migrations.RunSQL(
            SEEN
            + FIGURES
            + rls.protect("serious_event", see=CASE, write=CASE)
            + rls.protect("serious_answers", see=OF_CASE, write=OF_CASE)
            + rls.protect("serious_obligation", see=OF_CASE, write=OF_CASE)
            + rls.protect("serious_notice", see=OF_CASE, write=OF_CASE)
            + rls.protect("serious_eventstep", see=OF_CASE, write=OF_CASE)
            + rls.append_only("serious_answers")
            + rls.append_only("serious_eventstep")
            + ONCE
            + """
            CREATE POLICY serious ON trail_entry FOR SELECT USING (
                subject = 'serious' AND serious_seen(subject_id));
            """,
            migrations.RunSQL.noop,
        )
    ]
