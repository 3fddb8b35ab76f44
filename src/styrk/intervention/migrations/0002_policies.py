from django.db import migrations

from styrk.core import rls

ME = "nullif(current_setting('styrk.person', true), '')::bigint"
POSTS = "nullif(current_setting('styrk.posts', true), '')::int8multirange"
CHAIRS = "nullif(current_setting('styrk.posts_chair', true), '')::int8multirange"
# The one it is about, and the post it has gone up to: no line, no adviser, no grant.
SEE = f"""({rls.SYSTEM} OR state <> 'locked' AND (
    leader_id = {rls.PERSON}
    OR above_role = 'leader' AND {rls.posts("above_id")}
    OR above_role = 'board_chair' AND {rls.chairs("above_id")}))"""
SEEN = f"""
    CREATE FUNCTION intervention_seen(of_signal bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM intervention_signal s WHERE s.id = of_signal AND s.state <> 'locked' AND (
                s.leader_id = {ME}
                OR s.above_role = 'leader' AND multirange_contains_elem({POSTS}, s.above_id)
                OR s.above_role = 'board_chair' AND multirange_contains_elem({CHAIRS}, s.above_id)));
    END $$;
"""
# Of a whole organisation, by rule: no unit, no person.
FIGURES = """
    CREATE FUNCTION intervention_figures(of_trust bigint, since date)
    RETURNS TABLE (rule text, found bigint, ended_at_leader bigint, lifted bigint, unfounded bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT s.rule, count(*),
               count(*) FILTER (WHERE s.ended_on IS NOT NULL AND s.lifted_on IS NULL),
               count(s.lifted_on),
               count(*) FILTER (WHERE s.decided_at IS NOT NULL AND s.agreed_due IS NULL)
        FROM intervention_signal s
        WHERE s.trust_id = of_trust AND s.found_on >= since
        GROUP BY s.rule
    $$;
"""
# For the night's sweep alone. What was done stands in the trail, without a word of the matter.
FORGET = """
    CREATE FUNCTION intervention_forget(on_day date, deleting boolean) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    DECLARE
        old bigint[];
    BEGIN
        IF current_setting('styrk.posts', true) IS DISTINCT FROM '{(,)}' THEN
            RAISE EXCEPTION 'only the sweep forgets signals' USING ERRCODE = 'insufficient_privilege';
        END IF;
        old := ARRAY(SELECT s.id FROM intervention_signal s WHERE s.keep_until < on_day
                     AND (s.state = 'ended' OR deleting AND s.state = 'locked'));
        IF deleting THEN
            DELETE FROM duties_duty d USING intervention_signal s
                WHERE s.id = ANY (old) AND d.subject_uuid = s.uuid AND d.kind LIKE 'signal.%';
            DELETE FROM intervention_signalstep p WHERE p.signal_id = ANY (old);
            DELETE FROM intervention_signal s WHERE s.id = ANY (old);
        ELSE
            UPDATE intervention_signal s SET state = 'locked' WHERE s.id = ANY (old);
        END IF;
        RETURN cardinality(old);
    END $$;
"""
# What was found is never rewritten: only what becomes of it.
FOUND_ONCE = """
    REVOKE UPDATE ON intervention_signal FROM styrk_app;
    GRANT UPDATE (state, stance, answer, answered_on, lifted_on, above_id, above_role, decide_due,
                  decision, agreed_due, decided_at, decided_by_id, told_back, told_back_on, ending,
                  ended_on, keep_until) ON intervention_signal TO styrk_app;
"""
# Not changed by anybody; deleted only where the terms say so, with its signal.
STEPS = """
    REVOKE UPDATE ON intervention_signalstep FROM styrk_app;
    CREATE TRIGGER intervention_signalstep_once BEFORE UPDATE ON intervention_signalstep
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""


class Migration(migrations.Migration):
    """A signal is seen by the leader it is about and by the post it has gone up to, and by nobody else."""

    dependencies = [
        ("intervention", "0001_initial"),
        ("access", "0007_chair"),
        ("duties", "0001_initial"),
        ("trail", "0002_guard"),
    ]
    operations = [
        migrations.RunSQL(
            SEEN
            + FIGURES
            + FORGET
            + rls.protect("intervention_signal", see=SEE, write=rls.SYSTEM)
            + FOUND_ONCE
            + rls.protect(
                "intervention_signalstep", see=f"({rls.SYSTEM} OR intervention_seen(signal_id))"
            )
            + STEPS
            + rls.append_only("intervention_switch")
            + f"""
            CREATE POLICY signal ON trail_entry FOR SELECT USING (
                subject = 'signal' AND ({rls.SYSTEM} OR intervention_seen(subject_id)));
            CREATE POLICY signal ON trail_reading FOR SELECT USING (
                subject = 'signal' AND ({rls.SYSTEM} OR intervention_seen(subject_id)));
            CREATE POLICY signal_rule ON trail_entry FOR SELECT USING (
                subject = 'signal_rule' AND {rls.PERSON} IS NOT NULL);
            """,
            migrations.RunSQL.noop,
        )
    ]
