from django.db import migrations

# The one place where it is decided whether something is done about a risk: an action against it, or
# against one it was lifted from, that is under way or has worked. One that was dropped, or was
# judged not to work, is none.
TREATED = """
    CREATE FUNCTION risks_is_treated(of_risk bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        WITH RECURSIVE below(id) AS (
            SELECT of_risk UNION
            SELECT p.risk_id FROM risks_proposal p JOIN below ON p.into_id = below.id
            WHERE p.state IN ('taken_in', 'merged'))
        SELECT EXISTS (
            SELECT 1 FROM below JOIN risks_riskaction l ON l.risk_id = below.id
            JOIN actions_action a ON a.id = l.action_id
            WHERE a.state IN ('planned', 'done')
                OR a.state = 'finished' AND a.effect IN ('worked', 'partly'))
    $$;
"""
# Held before it is read: of two who drop an action each at once, the last must see both.
SETTLE = """
    CREATE FUNCTION risks_settle_treated(of_risk bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    DECLARE line bigint[];
    BEGIN
        WITH RECURSIVE up(id) AS (
            SELECT of_risk UNION
            SELECT p.into_id FROM risks_proposal p JOIN up ON p.risk_id = up.id
            WHERE p.state IN ('taken_in', 'merged'))
        SELECT array_agg(id) INTO line FROM up;
        PERFORM 1 FROM risks_risk r WHERE r.id = ANY (line) ORDER BY r.id FOR NO KEY UPDATE;
        UPDATE risks_risk r SET treated = NOT r.treated
        WHERE r.id = ANY (line) AND r.treated <> risks_is_treated(r.id);
    END $$;
"""
# What follows an action that did not work is against the same risk.
TRIGGERS = """
    CREATE FUNCTION risks_action_linked() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN PERFORM risks_settle_treated(NEW.risk_id); RETURN NULL; END $$;
    CREATE TRIGGER risks_action_linked AFTER INSERT ON risks_riskaction
        FOR EACH ROW EXECUTE FUNCTION risks_action_linked();

    CREATE FUNCTION risks_action_followed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        INSERT INTO risks_riskaction (risk_id, action_id)
        SELECT l.risk_id, NEW.id FROM risks_riskaction l WHERE l.action_id = NEW.follows_id;
        RETURN NULL;
    END $$;
    CREATE TRIGGER risks_action_followed AFTER INSERT ON actions_action
        FOR EACH ROW WHEN (NEW.origin = 'risk' AND NEW.follows_id IS NOT NULL)
        EXECUTE FUNCTION risks_action_followed();

    CREATE FUNCTION risks_action_moved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        PERFORM risks_settle_treated(l.risk_id) FROM risks_riskaction l WHERE l.action_id = NEW.id;
        RETURN NULL;
    END $$;
    CREATE TRIGGER risks_action_moved AFTER UPDATE OF state, effect ON actions_action
        FOR EACH ROW WHEN (NEW.origin = 'risk'
            AND (OLD.state, OLD.effect) IS DISTINCT FROM (NEW.state, NEW.effect))
        EXECUTE FUNCTION risks_action_moved();

    CREATE FUNCTION risks_proposal_answered() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN PERFORM risks_settle_treated(NEW.into_id); RETURN NULL; END $$;
    CREATE TRIGGER risks_proposal_answered AFTER UPDATE OF state, into_id ON risks_proposal
        FOR EACH ROW WHEN (NEW.into_id IS NOT NULL
            AND (OLD.state, OLD.into_id) IS DISTINCT FROM (NEW.state, NEW.into_id))
        EXECUTE FUNCTION risks_proposal_answered();
"""
FOLLOWED = """
    WITH RECURSIVE later(risk_id, action_id) AS (
        SELECT l.risk_id, a.id FROM risks_riskaction l JOIN actions_action a ON a.follows_id = l.action_id
        UNION
        SELECT l.risk_id, a.id FROM later l JOIN actions_action a ON a.follows_id = l.action_id)
    INSERT INTO risks_riskaction (risk_id, action_id) SELECT risk_id, action_id FROM later
    ON CONFLICT DO NOTHING;
"""
ANEW = """
    UPDATE risks_risk SET treated = NOT treated WHERE treated <> risks_is_treated(id);
"""


class Migration(migrations.Migration):
    """Treated is a risk that something is done about, for as long as it is: by what the actions are."""

    dependencies = [("risks", "0007_measures"), ("actions", "0011_hidden_uncounted")]
    operations = [
        migrations.RunSQL(FOLLOWED + TREATED + SETTLE + TRIGGERS + ANEW, migrations.RunSQL.noop)
    ]
