-- The tables as all migrations leave them. Written by `make schema`; never by hand.
ALTER DEFAULT PRIVILEGES FOR ROLE styrk_owner IN SCHEMA public REVOKE ALL ON TABLES FROM styrk_app;
ALTER DEFAULT PRIVILEGES FOR ROLE styrk_owner IN SCHEMA public REVOKE ALL ON SEQUENCES FROM styrk_app;

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public.access_granted(of_kind text, of_parts text[]) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50
    SET search_path TO 'public'
    AS $$
    DECLARE
        me bigint := nullif(current_setting('styrk.person', true), '')::bigint;
        of_role text;
        held int8multirange;
        units bigint[];
    BEGIN
        IF me IS NOT NULL THEN
            RETURN QUERY SELECT g.record_id FROM access_grant g WHERE g.person_id = me AND 
    g.kind = of_kind AND (of_parts = '{}' OR g.part = ANY (of_parts))
    AND (g.until IS NULL OR g.until > now())
;
        END IF;
        FOREACH of_role IN ARRAY ARRAY['', 'board_chair', 'whistleblowing', 'quality_committee'] LOOP
            held := access_held(of_role);
            IF NOT (isempty(held) OR lower_inf(held) OR upper_inf(held)) THEN
                units := ARRAY(
                    SELECT generate_series(lower(span), upper(span) - 1) FROM unnest(held) AS span);
                RETURN QUERY SELECT g.record_id FROM access_grant g
                    WHERE g.unit_id = ANY (units) AND g.unit_id IS NOT NULL
                    AND g.role = of_role AND 
    g.kind = of_kind AND (of_parts = '{}' OR g.part = ANY (of_parts))
    AND (g.until IS NULL OR g.until > now())
;
            END IF;
        END LOOP;
    END $$;

CREATE FUNCTION public.access_guest_record(of_kind text) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    DECLARE
        told text := nullif(current_setting('styrk.guest', true), '');
    BEGIN
        IF told IS NULL THEN RETURN NULL; END IF;
        RETURN (
            SELECT g.record_id FROM access_guest g
            WHERE g.id = split_part(told, ' ', 1)::bigint AND g.kind = of_kind
            AND g.ended_at IS NULL
            AND split_part(told, ' ', 2)::date BETWEEN g.opens_on AND g.until);
    END $$;

CREATE FUNCTION public.access_has_grant(of_kind text, of_record bigint, of_parts text[]) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM access_grant g WHERE g.record_id = of_record AND 
    g.kind = of_kind AND (of_parts = '{}' OR g.part = ANY (of_parts))
    AND (g.until IS NULL OR g.until > now())

            AND (g.person_id = nullif(current_setting('styrk.person', true), '')::bigint
                 OR (g.unit_id IS NOT NULL
                     AND multirange_contains_elem(access_held(g.role), g.unit_id))));
    END $$;

CREATE FUNCTION public.access_held(of_role text) RETURNS int8multirange
    LANGUAGE sql STABLE
    SET search_path TO 'public'
    AS $$
        SELECT nullif(current_setting(CASE of_role
            WHEN '' THEN 'styrk.posts'
            WHEN 'board_chair' THEN 'styrk.posts_chair'
            WHEN 'whistleblowing' THEN 'styrk.posts_reception'
            WHEN 'quality_committee' THEN 'styrk.posts_committee'
        END, true), '')::int8multirange
    $$;

CREATE FUNCTION public.actions_kept_from(of_action bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 5
    SET search_path TO 'public'
    AS $$
        SELECT person_id FROM actions_recusal
        WHERE action_id = of_action AND actions_seen(of_action)
    $$;

CREATE FUNCTION public.actions_recused() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'public'
    AS $$
        SELECT action_id FROM actions_recusal
        WHERE person_id = nullif(current_setting('styrk.person', true), '')::bigint
        UNION ALL
        SELECT action_id FROM actions_recusal
        WHERE current_setting('styrk.kept_from', true) = 'anyone'
    $$;

CREATE FUNCTION public.actions_seen(of_action bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    DECLARE
        me bigint := nullif(current_setting('styrk.person', true), '')::bigint;
        units int8multirange := nullif(current_setting('styrk.units_action', true), '')::int8multirange;
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM actions_action a WHERE a.id = of_action
            AND (multirange_contains_elem(units, CASE WHEN a.closed THEN 0 ELSE a.unit_id END)
                 OR a.owner_id = me OR access_has_grant('action', of_action, '{}'))
            AND NOT EXISTS (
                SELECT 1 FROM actions_recusal r WHERE r.action_id = of_action AND r.person_id = me));
    END $$;

CREATE FUNCTION public.actions_tally_added() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        INSERT INTO actions_tally (unit_id, day, settled, raised, carried_out, judged, worked, planned, unjudged)
        SELECT unit_id, day, false, sum(raised), sum(carried_out), sum(judged), sum(worked), sum(planned), sum(unjudged) FROM (SELECT r.unit_id AS unit_id, CASE WHEN NOT (false OR r.closed) THEN date_trunc('month', r.raised_at AT TIME ZONE 'Europe/Oslo')::date END AS day, CASE WHEN true THEN r.tally_sign ELSE 0 END AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, 0 AS planned, 0 AS unjudged FROM (SELECT 1 AS tally_sign, * FROM new_rows) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (false OR r.closed) THEN date_trunc('month', r.done_at AT TIME ZONE 'Europe/Oslo')::date END AS day, 0 AS raised, CASE WHEN r.state IN ('done', 'finished') THEN r.tally_sign ELSE 0 END AS carried_out, CASE WHEN r.state = 'finished' THEN r.tally_sign ELSE 0 END AS judged, CASE WHEN r.state = 'finished' AND r.effect IN ('worked', 'partly') THEN r.tally_sign ELSE 0 END AS worked, 0 AS planned, 0 AS unjudged FROM (SELECT 1 AS tally_sign, * FROM new_rows) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (false OR r.closed) THEN r.due END AS day, 0 AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, CASE WHEN r.state = 'planned' THEN r.tally_sign ELSE 0 END AS planned, 0 AS unjudged FROM (SELECT 1 AS tally_sign, * FROM new_rows) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (false OR r.closed) THEN r.review_on END AS day, 0 AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, 0 AS planned, CASE WHEN r.state = 'done' THEN r.tally_sign ELSE 0 END AS unjudged FROM (SELECT 1 AS tally_sign, * FROM new_rows) AS r) AS counted
        WHERE day IS NOT NULL GROUP BY unit_id, day HAVING sum(raised) <> 0 OR sum(carried_out) <> 0 OR sum(judged) <> 0 OR sum(worked) <> 0 OR sum(planned) <> 0 OR sum(unjudged) <> 0;
     RETURN NULL; END $$;

CREATE FUNCTION public.actions_tally_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        INSERT INTO actions_tally (unit_id, day, settled, raised, carried_out, judged, worked, planned, unjudged)
        SELECT unit_id, day, false, sum(raised), sum(carried_out), sum(judged), sum(worked), sum(planned), sum(unjudged) FROM (SELECT r.unit_id AS unit_id, CASE WHEN NOT (false OR r.closed) THEN date_trunc('month', r.raised_at AT TIME ZONE 'Europe/Oslo')::date END AS day, CASE WHEN true THEN r.tally_sign ELSE 0 END AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, 0 AS planned, 0 AS unjudged FROM (SELECT 1 AS tally_sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (false OR r.closed) THEN date_trunc('month', r.done_at AT TIME ZONE 'Europe/Oslo')::date END AS day, 0 AS raised, CASE WHEN r.state IN ('done', 'finished') THEN r.tally_sign ELSE 0 END AS carried_out, CASE WHEN r.state = 'finished' THEN r.tally_sign ELSE 0 END AS judged, CASE WHEN r.state = 'finished' AND r.effect IN ('worked', 'partly') THEN r.tally_sign ELSE 0 END AS worked, 0 AS planned, 0 AS unjudged FROM (SELECT 1 AS tally_sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (false OR r.closed) THEN r.due END AS day, 0 AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, CASE WHEN r.state = 'planned' THEN r.tally_sign ELSE 0 END AS planned, 0 AS unjudged FROM (SELECT 1 AS tally_sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (false OR r.closed) THEN r.review_on END AS day, 0 AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, 0 AS planned, CASE WHEN r.state = 'done' THEN r.tally_sign ELSE 0 END AS unjudged FROM (SELECT 1 AS tally_sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows) AS r) AS counted
        WHERE day IS NOT NULL GROUP BY unit_id, day HAVING sum(raised) <> 0 OR sum(carried_out) <> 0 OR sum(judged) <> 0 OR sum(worked) <> 0 OR sum(planned) <> 0 OR sum(unjudged) <> 0;
     RETURN NULL; END $$;

CREATE FUNCTION public.actions_tally_compact() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        DECLARE moved bigint;
        BEGIN
            IF NOT pg_try_advisory_xact_lock(hashtextextended('actions_tally', 0)) THEN RETURN 0; END IF;
            WITH fresh AS (DELETE FROM actions_tally WHERE NOT settled RETURNING *),
            sums AS (SELECT unit_id, day, sum(raised) AS raised, sum(carried_out) AS carried_out, sum(judged) AS judged, sum(worked) AS worked, sum(planned) AS planned, sum(unjudged) AS unjudged FROM fresh GROUP BY unit_id, day),
            own AS (
                INSERT INTO actions_tally (unit_id, day, settled, raised, carried_out, judged, worked, planned, unjudged)
                SELECT unit_id, day, true, raised, carried_out, judged, worked, planned, unjudged FROM sums
                ON CONFLICT (unit_id, day) WHERE settled DO UPDATE SET raised = actions_tally.raised + excluded.raised, carried_out = actions_tally.carried_out + excluded.carried_out, judged = actions_tally.judged + excluded.judged, worked = actions_tally.worked + excluded.worked, planned = actions_tally.planned + excluded.planned, unjudged = actions_tally.unjudged + excluded.unjudged),
            above AS (
                INSERT INTO actions_linetally (unit_id, day, raised, carried_out, judged, worked, planned, unjudged)
                SELECT above::bigint, s.day, sum(raised) AS raised, sum(carried_out) AS carried_out, sum(judged) AS judged, sum(worked) AS worked, sum(planned) AS planned, sum(unjudged) AS unjudged FROM sums s
                JOIN organisation_unit u ON u.id = s.unit_id,
                LATERAL unnest(string_to_array(trim('.' FROM u.path), '.')) AS above
                GROUP BY above, s.day
                ON CONFLICT (unit_id, day) DO UPDATE SET raised = actions_linetally.raised + excluded.raised, carried_out = actions_linetally.carried_out + excluded.carried_out, judged = actions_linetally.judged + excluded.judged, worked = actions_linetally.worked + excluded.worked, planned = actions_linetally.planned + excluded.planned, unjudged = actions_linetally.unjudged + excluded.unjudged)
            SELECT count(*) INTO moved FROM fresh;
            DELETE FROM actions_tally WHERE settled AND raised = 0 AND carried_out = 0 AND judged = 0 AND worked = 0 AND planned = 0 AND unjudged = 0;
            DELETE FROM actions_linetally WHERE raised = 0 AND carried_out = 0 AND judged = 0 AND worked = 0 AND planned = 0 AND unjudged = 0;
            RETURN moved;
        END $$;

CREATE FUNCTION public.actions_tally_hidden(below text) RETURNS TABLE(unit_id bigint, day date, raised bigint, carried_out bigint, judged bigint, worked bigint, planned bigint, unjudged bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'public'
    AS $_$
        #variable_conflict use_column
        BEGIN
            IF current_setting('styrk.kept_from', true) = 'anyone' THEN
                RETURN QUERY EXECUTE replace($q$ SELECT counted.unit_id, counted.day, counted.raised::bigint, counted.carried_out::bigint, counted.judged::bigint, counted.worked::bigint, counted.planned::bigint, counted.unjudged::bigint FROM (SELECT r.unit_id AS unit_id, CASE WHEN NOT (r.closed) THEN date_trunc('month', r.raised_at AT TIME ZONE 'Europe/Oslo')::date END AS day, CASE WHEN true THEN r.tally_sign ELSE 0 END AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, 0 AS planned, 0 AS unjudged FROM (SELECT -1 AS tally_sign, r.* FROM actions_action r JOIN organisation_unit u ON u.id = r.unit_id WHERE starts_with(u.path, :below) AND EXISTS (SELECT FROM actions_recusal k WHERE k.action_id = r.id)) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (r.closed) THEN date_trunc('month', r.done_at AT TIME ZONE 'Europe/Oslo')::date END AS day, 0 AS raised, CASE WHEN r.state IN ('done', 'finished') THEN r.tally_sign ELSE 0 END AS carried_out, CASE WHEN r.state = 'finished' THEN r.tally_sign ELSE 0 END AS judged, CASE WHEN r.state = 'finished' AND r.effect IN ('worked', 'partly') THEN r.tally_sign ELSE 0 END AS worked, 0 AS planned, 0 AS unjudged FROM (SELECT -1 AS tally_sign, r.* FROM actions_action r JOIN organisation_unit u ON u.id = r.unit_id WHERE starts_with(u.path, :below) AND EXISTS (SELECT FROM actions_recusal k WHERE k.action_id = r.id)) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (r.closed) THEN r.due END AS day, 0 AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, CASE WHEN r.state = 'planned' THEN r.tally_sign ELSE 0 END AS planned, 0 AS unjudged FROM (SELECT -1 AS tally_sign, r.* FROM actions_action r JOIN organisation_unit u ON u.id = r.unit_id WHERE starts_with(u.path, :below) AND EXISTS (SELECT FROM actions_recusal k WHERE k.action_id = r.id)) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (r.closed) THEN r.review_on END AS day, 0 AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, 0 AS planned, CASE WHEN r.state = 'done' THEN r.tally_sign ELSE 0 END AS unjudged FROM (SELECT -1 AS tally_sign, r.* FROM actions_action r JOIN organisation_unit u ON u.id = r.unit_id WHERE starts_with(u.path, :below) AND EXISTS (SELECT FROM actions_recusal k WHERE k.action_id = r.id)) AS r) AS counted WHERE counted.day IS NOT NULL $q$, ':below', quote_literal(below));
            ELSE
                RETURN QUERY SELECT counted.unit_id, counted.day, counted.raised::bigint, counted.carried_out::bigint, counted.judged::bigint, counted.worked::bigint, counted.planned::bigint, counted.unjudged::bigint FROM (SELECT r.unit_id AS unit_id, CASE WHEN NOT (r.closed) THEN date_trunc('month', r.raised_at AT TIME ZONE 'Europe/Oslo')::date END AS day, CASE WHEN true THEN r.tally_sign ELSE 0 END AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, 0 AS planned, 0 AS unjudged FROM (SELECT -1 AS tally_sign, r.* FROM actions_action r JOIN organisation_unit u ON u.id = r.unit_id WHERE starts_with(u.path, below) AND r.id IN (SELECT actions_recused())) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (r.closed) THEN date_trunc('month', r.done_at AT TIME ZONE 'Europe/Oslo')::date END AS day, 0 AS raised, CASE WHEN r.state IN ('done', 'finished') THEN r.tally_sign ELSE 0 END AS carried_out, CASE WHEN r.state = 'finished' THEN r.tally_sign ELSE 0 END AS judged, CASE WHEN r.state = 'finished' AND r.effect IN ('worked', 'partly') THEN r.tally_sign ELSE 0 END AS worked, 0 AS planned, 0 AS unjudged FROM (SELECT -1 AS tally_sign, r.* FROM actions_action r JOIN organisation_unit u ON u.id = r.unit_id WHERE starts_with(u.path, below) AND r.id IN (SELECT actions_recused())) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (r.closed) THEN r.due END AS day, 0 AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, CASE WHEN r.state = 'planned' THEN r.tally_sign ELSE 0 END AS planned, 0 AS unjudged FROM (SELECT -1 AS tally_sign, r.* FROM actions_action r JOIN organisation_unit u ON u.id = r.unit_id WHERE starts_with(u.path, below) AND r.id IN (SELECT actions_recused())) AS r UNION ALL SELECT r.unit_id AS unit_id, CASE WHEN NOT (r.closed) THEN r.review_on END AS day, 0 AS raised, 0 AS carried_out, 0 AS judged, 0 AS worked, 0 AS planned, CASE WHEN r.state = 'done' THEN r.tally_sign ELSE 0 END AS unjudged FROM (SELECT -1 AS tally_sign, r.* FROM actions_action r JOIN organisation_unit u ON u.id = r.unit_id WHERE starts_with(u.path, below) AND r.id IN (SELECT actions_recused())) AS r) AS counted WHERE counted.day IS NOT NULL;
            END IF;
        END $_$;

CREATE FUNCTION public.actions_tally_moved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        PERFORM pg_advisory_xact_lock(hashtextextended('actions_tally', 0));
        INSERT INTO actions_linetally (unit_id, day, raised, carried_out, judged, worked, planned, unjudged)
        SELECT place.unit::bigint, t.day, t.raised * place.sign, t.carried_out * place.sign, t.judged * place.sign, t.worked * place.sign, t.planned * place.sign, t.unjudged * place.sign FROM actions_tally t, (
            SELECT unit, 1 AS sign FROM unnest(string_to_array(trim('.' FROM NEW.path), '.')) AS unit WHERE unit <> ALL (string_to_array(trim('.' FROM OLD.path), '.'))
            UNION ALL
            SELECT unit, -1 FROM unnest(string_to_array(trim('.' FROM OLD.path), '.')) AS unit WHERE unit <> ALL (string_to_array(trim('.' FROM NEW.path), '.'))) AS place
        WHERE t.settled AND t.unit_id = NEW.id
        ON CONFLICT (unit_id, day) DO UPDATE SET raised = actions_linetally.raised + excluded.raised, carried_out = actions_linetally.carried_out + excluded.carried_out, judged = actions_linetally.judged + excluded.judged, worked = actions_linetally.worked + excluded.worked, planned = actions_linetally.planned + excluded.planned, unjudged = actions_linetally.unjudged + excluded.unjudged;
     RETURN NULL; END $$;

CREATE FUNCTION public.appraisal_action_followed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        INSERT INTO appraisal_appraisalaction (appraisal_id, action_id)
        SELECT l.appraisal_id, NEW.id FROM appraisal_appraisalaction l
        WHERE l.action_id = NEW.follows_id;
        RETURN NULL;
    END $$;

CREATE FUNCTION public.appraisal_keep_signed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM appraisal_appraisal WHERE state = 'signed'
                   AND id IN (OLD.appraisal_id, NEW.appraisal_id)) THEN
            RAISE EXCEPTION 'a signed review is never changed'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
    END $$;

CREATE FUNCTION public.auditplan_came_to_nothing(of_audit bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        SELECT EXISTS (
            SELECT FROM inspections_audit a JOIN auditplan_planline l ON l.audit_id = a.id
            WHERE a.id = of_audit AND a.state = 'dropped')
    $$;

CREATE FUNCTION public.board_keep_agenda() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM board_pack p WHERE p.meeting_id = OLD.meeting_id) THEN
            RAISE EXCEPTION 'the agenda that a board has been given is not rewritten'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$;

CREATE FUNCTION public.board_keep_said() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        RAISE EXCEPTION 'what the board was told is never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END $$;

CREATE FUNCTION public.committee_advice_seen(of_advice bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN (SELECT committee_case_seen(a.case_id) FROM committee_advice a
                WHERE a.id = of_advice);
    END $$;

CREATE FUNCTION public.committee_case_seen(of_case bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN (SELECT incidents_case_seen(c.incident_id) FROM committee_committeecase c
                WHERE c.id = of_case);
    END $$;

CREATE FUNCTION public.feedback_move_to(of_voice bigint, to_unit bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        UPDATE feedback_voice SET held_by_id = to_unit, state = 'received', handler_id = NULL
        WHERE id = of_voice AND feedback_seen(of_voice) AND state IN ('received', 'taken')
        AND NOT past_line;
        RETURN FOUND;
    END $$;

CREATE FUNCTION public.feedback_number_of(of_mark text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        SELECT id FROM feedback_voice WHERE mark = of_mark
    $$;

CREATE FUNCTION public.feedback_seen(of_voice bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    DECLARE
        units int8multirange := nullif(current_setting('styrk.units_voice', true), '')::int8multirange;
        chaired int8multirange := nullif(current_setting('styrk.posts_chair', true), '')::int8multirange;
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM feedback_voice v WHERE v.id = of_voice
            AND (multirange_contains_elem(units, CASE WHEN v.past_line THEN 0 ELSE v.held_by_id END)
                 OR v.past_line AND multirange_contains_elem(chaired, v.held_by_id)
                 OR access_has_grant('voice', of_voice, '{}')));
    END $$;

CREATE FUNCTION public.feedback_tally_added() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        INSERT INTO feedback_tally (unit_id, day, settled, received, complaints, experiences, suggestions, good, waiting, asked, heard, used)
        SELECT unit_id, day, false, sum(received), sum(complaints), sum(experiences), sum(suggestions), sum(good), sum(waiting), sum(asked), sum(heard), sum(used) FROM (SELECT r.held_by_id AS unit_id, CASE WHEN NOT (false OR r.past_line) THEN r.received_on END AS day, CASE WHEN true THEN r.tally_sign ELSE 0 END AS received, CASE WHEN r.kind = 'complaint' THEN r.tally_sign ELSE 0 END AS complaints, CASE WHEN r.kind = 'experience' THEN r.tally_sign ELSE 0 END AS experiences, CASE WHEN r.kind = 'suggestion' THEN r.tally_sign ELSE 0 END AS suggestions, CASE WHEN r.kind = 'good' THEN r.tally_sign ELSE 0 END AS good, CASE WHEN NOT r.state IN ('answered', 'assessed') THEN r.tally_sign ELSE 0 END AS waiting, CASE WHEN r.kind <> 'good' THEN r.tally_sign ELSE 0 END AS asked, CASE WHEN r.kind <> 'good' AND r.state IN ('answered', 'assessed') THEN r.tally_sign ELSE 0 END AS heard, CASE WHEN r.kind <> 'good' AND r.state IN ('answered', 'assessed') AND r.used THEN r.tally_sign ELSE 0 END AS used FROM (SELECT 1 AS tally_sign, * FROM new_rows) AS r) AS counted
        WHERE day IS NOT NULL GROUP BY unit_id, day HAVING sum(received) <> 0 OR sum(complaints) <> 0 OR sum(experiences) <> 0 OR sum(suggestions) <> 0 OR sum(good) <> 0 OR sum(waiting) <> 0 OR sum(asked) <> 0 OR sum(heard) <> 0 OR sum(used) <> 0;
     RETURN NULL; END $$;

CREATE FUNCTION public.feedback_tally_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        INSERT INTO feedback_tally (unit_id, day, settled, received, complaints, experiences, suggestions, good, waiting, asked, heard, used)
        SELECT unit_id, day, false, sum(received), sum(complaints), sum(experiences), sum(suggestions), sum(good), sum(waiting), sum(asked), sum(heard), sum(used) FROM (SELECT r.held_by_id AS unit_id, CASE WHEN NOT (false OR r.past_line) THEN r.received_on END AS day, CASE WHEN true THEN r.tally_sign ELSE 0 END AS received, CASE WHEN r.kind = 'complaint' THEN r.tally_sign ELSE 0 END AS complaints, CASE WHEN r.kind = 'experience' THEN r.tally_sign ELSE 0 END AS experiences, CASE WHEN r.kind = 'suggestion' THEN r.tally_sign ELSE 0 END AS suggestions, CASE WHEN r.kind = 'good' THEN r.tally_sign ELSE 0 END AS good, CASE WHEN NOT r.state IN ('answered', 'assessed') THEN r.tally_sign ELSE 0 END AS waiting, CASE WHEN r.kind <> 'good' THEN r.tally_sign ELSE 0 END AS asked, CASE WHEN r.kind <> 'good' AND r.state IN ('answered', 'assessed') THEN r.tally_sign ELSE 0 END AS heard, CASE WHEN r.kind <> 'good' AND r.state IN ('answered', 'assessed') AND r.used THEN r.tally_sign ELSE 0 END AS used FROM (SELECT 1 AS tally_sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows) AS r) AS counted
        WHERE day IS NOT NULL GROUP BY unit_id, day HAVING sum(received) <> 0 OR sum(complaints) <> 0 OR sum(experiences) <> 0 OR sum(suggestions) <> 0 OR sum(good) <> 0 OR sum(waiting) <> 0 OR sum(asked) <> 0 OR sum(heard) <> 0 OR sum(used) <> 0;
     RETURN NULL; END $$;

CREATE FUNCTION public.feedback_tally_compact() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        DECLARE moved bigint;
        BEGIN
            IF NOT pg_try_advisory_xact_lock(hashtextextended('feedback_tally', 0)) THEN RETURN 0; END IF;
            WITH fresh AS (DELETE FROM feedback_tally WHERE NOT settled RETURNING *),
            sums AS (SELECT unit_id, day, sum(received) AS received, sum(complaints) AS complaints, sum(experiences) AS experiences, sum(suggestions) AS suggestions, sum(good) AS good, sum(waiting) AS waiting, sum(asked) AS asked, sum(heard) AS heard, sum(used) AS used FROM fresh GROUP BY unit_id, day),
            own AS (
                INSERT INTO feedback_tally (unit_id, day, settled, received, complaints, experiences, suggestions, good, waiting, asked, heard, used)
                SELECT unit_id, day, true, received, complaints, experiences, suggestions, good, waiting, asked, heard, used FROM sums
                ON CONFLICT (unit_id, day) WHERE settled DO UPDATE SET received = feedback_tally.received + excluded.received, complaints = feedback_tally.complaints + excluded.complaints, experiences = feedback_tally.experiences + excluded.experiences, suggestions = feedback_tally.suggestions + excluded.suggestions, good = feedback_tally.good + excluded.good, waiting = feedback_tally.waiting + excluded.waiting, asked = feedback_tally.asked + excluded.asked, heard = feedback_tally.heard + excluded.heard, used = feedback_tally.used + excluded.used),
            above AS (
                INSERT INTO feedback_linetally (unit_id, day, received, complaints, experiences, suggestions, good, waiting, asked, heard, used)
                SELECT above::bigint, s.day, sum(received) AS received, sum(complaints) AS complaints, sum(experiences) AS experiences, sum(suggestions) AS suggestions, sum(good) AS good, sum(waiting) AS waiting, sum(asked) AS asked, sum(heard) AS heard, sum(used) AS used FROM sums s
                JOIN organisation_unit u ON u.id = s.unit_id,
                LATERAL unnest(string_to_array(trim('.' FROM u.path), '.')) AS above
                GROUP BY above, s.day
                ON CONFLICT (unit_id, day) DO UPDATE SET received = feedback_linetally.received + excluded.received, complaints = feedback_linetally.complaints + excluded.complaints, experiences = feedback_linetally.experiences + excluded.experiences, suggestions = feedback_linetally.suggestions + excluded.suggestions, good = feedback_linetally.good + excluded.good, waiting = feedback_linetally.waiting + excluded.waiting, asked = feedback_linetally.asked + excluded.asked, heard = feedback_linetally.heard + excluded.heard, used = feedback_linetally.used + excluded.used)
            SELECT count(*) INTO moved FROM fresh;
            DELETE FROM feedback_tally WHERE settled AND received = 0 AND complaints = 0 AND experiences = 0 AND suggestions = 0 AND good = 0 AND waiting = 0 AND asked = 0 AND heard = 0 AND used = 0;
            DELETE FROM feedback_linetally WHERE received = 0 AND complaints = 0 AND experiences = 0 AND suggestions = 0 AND good = 0 AND waiting = 0 AND asked = 0 AND heard = 0 AND used = 0;
            RETURN moved;
        END $$;

CREATE FUNCTION public.feedback_tally_moved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        PERFORM pg_advisory_xact_lock(hashtextextended('feedback_tally', 0));
        INSERT INTO feedback_linetally (unit_id, day, received, complaints, experiences, suggestions, good, waiting, asked, heard, used)
        SELECT place.unit::bigint, t.day, t.received * place.sign, t.complaints * place.sign, t.experiences * place.sign, t.suggestions * place.sign, t.good * place.sign, t.waiting * place.sign, t.asked * place.sign, t.heard * place.sign, t.used * place.sign FROM feedback_tally t, (
            SELECT unit, 1 AS sign FROM unnest(string_to_array(trim('.' FROM NEW.path), '.')) AS unit WHERE unit <> ALL (string_to_array(trim('.' FROM OLD.path), '.'))
            UNION ALL
            SELECT unit, -1 FROM unnest(string_to_array(trim('.' FROM OLD.path), '.')) AS unit WHERE unit <> ALL (string_to_array(trim('.' FROM NEW.path), '.'))) AS place
        WHERE t.settled AND t.unit_id = NEW.id
        ON CONFLICT (unit_id, day) DO UPDATE SET received = feedback_linetally.received + excluded.received, complaints = feedback_linetally.complaints + excluded.complaints, experiences = feedback_linetally.experiences + excluded.experiences, suggestions = feedback_linetally.suggestions + excluded.suggestions, good = feedback_linetally.good + excluded.good, waiting = feedback_linetally.waiting + excluded.waiting, asked = feedback_linetally.asked + excluded.asked, heard = feedback_linetally.heard + excluded.heard, used = feedback_linetally.used + excluded.used;
     RETURN NULL; END $$;

CREATE FUNCTION public.feedback_told(by_secret text) RETURNS TABLE(voice bigint, unit text, code text, kind text, state text, said text, received_on date, answer_owed boolean, answer_due date, meanwhile text, answer text, answered_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'public'
    AS $$
        SELECT v.id, u.name, u.code, v.kind, v.state, v.text, v.received_on, v.answer_owed,
               v.answer_due, v.meanwhile, v.answer, v.answered_at
        FROM feedback_receipt r
        JOIN feedback_voice v ON v.id = r.voice_id
        JOIN organisation_unit u ON u.id = v.unit_id
        WHERE r.digest = by_secret
    $$;

CREATE FUNCTION public.incidents_actions_of(of_incident bigint) RETURNS TABLE(link bigint, told text, id bigint, uuid uuid, title text, due date, state text, effect text, owner text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        SELECT l.id, l.told, a.id, a.uuid, a.title, a.due, a.state, a.effect, p.name
        FROM incidents_incidentaction l
        JOIN actions_action a ON a.id = l.action_id
        JOIN organisation_person p ON p.id = a.owner_id
        WHERE l.incident_id = of_incident AND incidents_case_seen(of_incident)
        ORDER BY l.id
    $$;

CREATE FUNCTION public.incidents_case_seen(of_incident bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        DECLARE
            at_unit bigint;
            is_recused boolean := EXISTS (
                SELECT 1 FROM incidents_recusal
                WHERE incident_id = of_incident AND person_id = nullif(current_setting('styrk.person', true), '')::bigint);
        BEGIN
            SELECT CASE WHEN past_line THEN 0 ELSE responsible_unit_id END INTO at_unit FROM incidents_incident WHERE id = of_incident;
            RETURN FOUND AND NOT is_recused AND (coalesce(multirange_contains_elem(nullif(current_setting('styrk.units_incident', true), '')::int8multirange, at_unit), false) OR access_has_grant('incident', of_incident, '{case,reading}'));
        END $$;

CREATE FUNCTION public.incidents_heard(line text, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(reported bigint, heard bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        SELECT count(*), count(*) FILTER (WHERE EXISTS (
            SELECT FROM incidents_incidentstep s WHERE s.incident_id = i.id AND s.for_reporter
            AND s.act NOT IN ('report', 'pass_on', 'add_to_report', 'withdraw')))
        FROM incidents_incident i JOIN organisation_unit u ON u.id = i.unit_id
        WHERE starts_with(u.path, line) AND i.reported_at >= since AND i.reported_at < until
            AND NOT i.about_leader AND NOT i.past_line AND i.state <> 'aside'
    $$;

CREATE FUNCTION public.incidents_move_to(case_id bigint, to_unit bigint, to_state text, past boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        UPDATE incidents_incident AS i
        SET responsible_unit_id = to_unit, state = to_state, past_line = i.past_line OR past,
            handler_id = CASE WHEN to_state = 'received' THEN NULL ELSE handler_id END
        WHERE i.id = case_id AND incidents_case_seen(case_id);
        RETURN FOUND;
    END $$;

CREATE FUNCTION public.incidents_part_seen(of_incident bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        DECLARE
            at_unit bigint;
            is_recused boolean := EXISTS (
                SELECT 1 FROM incidents_recusal
                WHERE incident_id = of_incident AND person_id = nullif(current_setting('styrk.person', true), '')::bigint);
        BEGIN
            SELECT CASE WHEN past_line THEN 0 ELSE responsible_unit_id END INTO at_unit FROM incidents_incident WHERE id = of_incident;
            RETURN FOUND AND (NOT is_recused AND (coalesce(multirange_contains_elem(nullif(current_setting('styrk.units_incident', true), '')::int8multirange, at_unit), false) OR access_has_grant('incident', of_incident, '{case,reading,statement}')) OR access_has_grant('incident', of_incident, '{report}'));
        END $$;

CREATE FUNCTION public.incidents_recused() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'public'
    AS $$
        SELECT incident_id FROM incidents_recusal
        WHERE person_id = nullif(current_setting('styrk.person', true), '')::bigint
        UNION ALL
        SELECT incident_id FROM incidents_recusal
        WHERE current_setting('styrk.kept_from', true) = 'anyone'
    $$;

CREATE FUNCTION public.incidents_reporter_seen(of_incident bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        DECLARE
            at_unit bigint;
            is_recused boolean := EXISTS (
                SELECT 1 FROM incidents_recusal
                WHERE incident_id = of_incident AND person_id = nullif(current_setting('styrk.person', true), '')::bigint);
        BEGIN
            SELECT CASE WHEN past_line THEN 0 ELSE responsible_unit_id END INTO at_unit FROM incidents_incident WHERE id = of_incident;
            RETURN FOUND AND NOT is_recused AND coalesce(multirange_contains_elem(nullif(current_setting('styrk.units_reporter', true), '')::int8multirange, at_unit), false) AND (coalesce(multirange_contains_elem(nullif(current_setting('styrk.units_incident', true), '')::int8multirange, at_unit), false) OR access_has_grant('incident', of_incident, '{case,statement,report}'));
        END $$;

CREATE FUNCTION public.incidents_send_as_whistleblowing(case_id bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        IF NOT incidents_case_seen(case_id) THEN
            RETURN false;
        END IF;
        UPDATE incidents_incident SET past_line = true WHERE same_as_id = case_id;
        UPDATE incidents_incident
        SET state = 'aside', aside_as = 'whistleblowing', handler_id = NULL, past_line = true
        WHERE id = case_id AND state IN ('received', 'examining');
        RETURN FOUND;
    END $$;

CREATE FUNCTION public.incidents_tally_added() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        INSERT INTO incidents_tally (unit_id, day, settled, received, suggestions, good, taken, examined, concluded, serious, analysed, waiting, serious_waiting, serious_open)
        SELECT unit_id, day, false, sum(received), sum(suggestions), sum(good), sum(taken), sum(examined), sum(concluded), sum(serious), sum(analysed), sum(waiting), sum(serious_waiting), sum(serious_open) FROM (SELECT r.responsible_unit_id AS unit_id, CASE WHEN NOT (r.past_line OR r.state = 'aside') THEN date_trunc('month', r.reported_at AT TIME ZONE 'Europe/Oslo')::date END AS day, CASE WHEN true THEN r.tally_sign ELSE 0 END AS received, CASE WHEN r.kind = 'suggestion' THEN r.tally_sign ELSE 0 END AS suggestions, CASE WHEN r.kind = 'good' THEN r.tally_sign ELSE 0 END AS good, CASE WHEN r.state <> 'received' THEN r.tally_sign ELSE 0 END AS taken, CASE WHEN r.state IN ('improving', 'concluded') THEN r.tally_sign ELSE 0 END AS examined, CASE WHEN r.state = 'concluded' THEN r.tally_sign ELSE 0 END AS concluded, CASE WHEN r.harm_actual IN ('severe', 'death') THEN r.tally_sign ELSE 0 END AS serious, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND EXISTS (SELECT 1 FROM incidents_incidentanalysis a WHERE a.incident_id = r.id) THEN r.tally_sign ELSE 0 END AS analysed, 0 AS waiting, 0 AS serious_waiting, 0 AS serious_open FROM (SELECT 1 AS tally_sign, * FROM new_rows) AS r UNION ALL SELECT r.responsible_unit_id AS unit_id, CASE WHEN NOT (r.past_line OR r.state = 'aside') THEN (r.reported_at AT TIME ZONE 'Europe/Oslo')::date END AS day, 0 AS received, 0 AS suggestions, 0 AS good, 0 AS taken, 0 AS examined, 0 AS concluded, 0 AS serious, 0 AS analysed, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.state = 'received' THEN r.tally_sign ELSE 0 END AS waiting, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.harm_actual IN ('severe', 'death') AND r.state = 'received' THEN r.tally_sign ELSE 0 END AS serious_waiting, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.harm_actual IN ('severe', 'death') AND r.state IN ('received', 'examining') THEN r.tally_sign ELSE 0 END AS serious_open FROM (SELECT 1 AS tally_sign, * FROM new_rows) AS r) AS counted
        WHERE day IS NOT NULL GROUP BY unit_id, day HAVING sum(received) <> 0 OR sum(suggestions) <> 0 OR sum(good) <> 0 OR sum(taken) <> 0 OR sum(examined) <> 0 OR sum(concluded) <> 0 OR sum(serious) <> 0 OR sum(analysed) <> 0 OR sum(waiting) <> 0 OR sum(serious_waiting) <> 0 OR sum(serious_open) <> 0;
     RETURN NULL; END $$;

CREATE FUNCTION public.incidents_tally_analysed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        PERFORM 1 FROM incidents_incident WHERE id IN (SELECT incident_id FROM new_rows)
        ORDER BY id FOR NO KEY UPDATE;
        INSERT INTO incidents_tally (unit_id, day, settled, analysed)
        SELECT r.responsible_unit_id, date_trunc('month', r.reported_at AT TIME ZONE 'Europe/Oslo')::date, false, count(*)
        FROM incidents_incident r
        WHERE r.id IN (SELECT incident_id FROM new_rows) AND r.kind NOT IN ('suggestion', 'good')
        AND NOT (r.past_line OR r.state = 'aside') AND NOT EXISTS (
            SELECT 1 FROM incidents_incidentanalysis a
            WHERE a.incident_id = r.id AND a.id NOT IN (SELECT id FROM new_rows))
        GROUP BY 1, 2;
        RETURN NULL;
    END $$;

CREATE FUNCTION public.incidents_tally_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        INSERT INTO incidents_tally (unit_id, day, settled, received, suggestions, good, taken, examined, concluded, serious, analysed, waiting, serious_waiting, serious_open)
        SELECT unit_id, day, false, sum(received), sum(suggestions), sum(good), sum(taken), sum(examined), sum(concluded), sum(serious), sum(analysed), sum(waiting), sum(serious_waiting), sum(serious_open) FROM (SELECT r.responsible_unit_id AS unit_id, CASE WHEN NOT (r.past_line OR r.state = 'aside') THEN date_trunc('month', r.reported_at AT TIME ZONE 'Europe/Oslo')::date END AS day, CASE WHEN true THEN r.tally_sign ELSE 0 END AS received, CASE WHEN r.kind = 'suggestion' THEN r.tally_sign ELSE 0 END AS suggestions, CASE WHEN r.kind = 'good' THEN r.tally_sign ELSE 0 END AS good, CASE WHEN r.state <> 'received' THEN r.tally_sign ELSE 0 END AS taken, CASE WHEN r.state IN ('improving', 'concluded') THEN r.tally_sign ELSE 0 END AS examined, CASE WHEN r.state = 'concluded' THEN r.tally_sign ELSE 0 END AS concluded, CASE WHEN r.harm_actual IN ('severe', 'death') THEN r.tally_sign ELSE 0 END AS serious, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND EXISTS (SELECT 1 FROM incidents_incidentanalysis a WHERE a.incident_id = r.id) THEN r.tally_sign ELSE 0 END AS analysed, 0 AS waiting, 0 AS serious_waiting, 0 AS serious_open FROM (SELECT 1 AS tally_sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows) AS r UNION ALL SELECT r.responsible_unit_id AS unit_id, CASE WHEN NOT (r.past_line OR r.state = 'aside') THEN (r.reported_at AT TIME ZONE 'Europe/Oslo')::date END AS day, 0 AS received, 0 AS suggestions, 0 AS good, 0 AS taken, 0 AS examined, 0 AS concluded, 0 AS serious, 0 AS analysed, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.state = 'received' THEN r.tally_sign ELSE 0 END AS waiting, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.harm_actual IN ('severe', 'death') AND r.state = 'received' THEN r.tally_sign ELSE 0 END AS serious_waiting, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.harm_actual IN ('severe', 'death') AND r.state IN ('received', 'examining') THEN r.tally_sign ELSE 0 END AS serious_open FROM (SELECT 1 AS tally_sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows) AS r) AS counted
        WHERE day IS NOT NULL GROUP BY unit_id, day HAVING sum(received) <> 0 OR sum(suggestions) <> 0 OR sum(good) <> 0 OR sum(taken) <> 0 OR sum(examined) <> 0 OR sum(concluded) <> 0 OR sum(serious) <> 0 OR sum(analysed) <> 0 OR sum(waiting) <> 0 OR sum(serious_waiting) <> 0 OR sum(serious_open) <> 0;
     RETURN NULL; END $$;

CREATE FUNCTION public.incidents_tally_compact() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        DECLARE moved bigint;
        BEGIN
            IF NOT pg_try_advisory_xact_lock(hashtextextended('incidents_tally', 0)) THEN RETURN 0; END IF;
            WITH fresh AS (DELETE FROM incidents_tally WHERE NOT settled RETURNING *),
            sums AS (SELECT unit_id, day, sum(received) AS received, sum(suggestions) AS suggestions, sum(good) AS good, sum(taken) AS taken, sum(examined) AS examined, sum(concluded) AS concluded, sum(serious) AS serious, sum(analysed) AS analysed, sum(waiting) AS waiting, sum(serious_waiting) AS serious_waiting, sum(serious_open) AS serious_open FROM fresh GROUP BY unit_id, day),
            own AS (
                INSERT INTO incidents_tally (unit_id, day, settled, received, suggestions, good, taken, examined, concluded, serious, analysed, waiting, serious_waiting, serious_open)
                SELECT unit_id, day, true, received, suggestions, good, taken, examined, concluded, serious, analysed, waiting, serious_waiting, serious_open FROM sums
                ON CONFLICT (unit_id, day) WHERE settled DO UPDATE SET received = incidents_tally.received + excluded.received, suggestions = incidents_tally.suggestions + excluded.suggestions, good = incidents_tally.good + excluded.good, taken = incidents_tally.taken + excluded.taken, examined = incidents_tally.examined + excluded.examined, concluded = incidents_tally.concluded + excluded.concluded, serious = incidents_tally.serious + excluded.serious, analysed = incidents_tally.analysed + excluded.analysed, waiting = incidents_tally.waiting + excluded.waiting, serious_waiting = incidents_tally.serious_waiting + excluded.serious_waiting, serious_open = incidents_tally.serious_open + excluded.serious_open),
            above AS (
                INSERT INTO incidents_linetally (unit_id, day, received, suggestions, good, taken, examined, concluded, serious, analysed, waiting, serious_waiting, serious_open)
                SELECT above::bigint, s.day, sum(received) AS received, sum(suggestions) AS suggestions, sum(good) AS good, sum(taken) AS taken, sum(examined) AS examined, sum(concluded) AS concluded, sum(serious) AS serious, sum(analysed) AS analysed, sum(waiting) AS waiting, sum(serious_waiting) AS serious_waiting, sum(serious_open) AS serious_open FROM sums s
                JOIN organisation_unit u ON u.id = s.unit_id,
                LATERAL unnest(string_to_array(trim('.' FROM u.path), '.')) AS above
                GROUP BY above, s.day
                ON CONFLICT (unit_id, day) DO UPDATE SET received = incidents_linetally.received + excluded.received, suggestions = incidents_linetally.suggestions + excluded.suggestions, good = incidents_linetally.good + excluded.good, taken = incidents_linetally.taken + excluded.taken, examined = incidents_linetally.examined + excluded.examined, concluded = incidents_linetally.concluded + excluded.concluded, serious = incidents_linetally.serious + excluded.serious, analysed = incidents_linetally.analysed + excluded.analysed, waiting = incidents_linetally.waiting + excluded.waiting, serious_waiting = incidents_linetally.serious_waiting + excluded.serious_waiting, serious_open = incidents_linetally.serious_open + excluded.serious_open)
            SELECT count(*) INTO moved FROM fresh;
            DELETE FROM incidents_tally WHERE settled AND received = 0 AND suggestions = 0 AND good = 0 AND taken = 0 AND examined = 0 AND concluded = 0 AND serious = 0 AND analysed = 0 AND waiting = 0 AND serious_waiting = 0 AND serious_open = 0;
            DELETE FROM incidents_linetally WHERE received = 0 AND suggestions = 0 AND good = 0 AND taken = 0 AND examined = 0 AND concluded = 0 AND serious = 0 AND analysed = 0 AND waiting = 0 AND serious_waiting = 0 AND serious_open = 0;
            RETURN moved;
        END $$;

CREATE FUNCTION public.incidents_tally_hidden(below text) RETURNS TABLE(unit_id bigint, day date, received bigint, suggestions bigint, good bigint, taken bigint, examined bigint, concluded bigint, serious bigint, analysed bigint, waiting bigint, serious_waiting bigint, serious_open bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'public'
    AS $_$
        #variable_conflict use_column
        BEGIN
            IF current_setting('styrk.kept_from', true) = 'anyone' THEN
                RETURN QUERY EXECUTE replace($q$ SELECT counted.unit_id, counted.day, counted.received::bigint, counted.suggestions::bigint, counted.good::bigint, counted.taken::bigint, counted.examined::bigint, counted.concluded::bigint, counted.serious::bigint, counted.analysed::bigint, counted.waiting::bigint, counted.serious_waiting::bigint, counted.serious_open::bigint FROM (SELECT r.responsible_unit_id AS unit_id, CASE WHEN NOT (r.past_line OR r.state = 'aside') THEN date_trunc('month', r.reported_at AT TIME ZONE 'Europe/Oslo')::date END AS day, CASE WHEN true THEN r.tally_sign ELSE 0 END AS received, CASE WHEN r.kind = 'suggestion' THEN r.tally_sign ELSE 0 END AS suggestions, CASE WHEN r.kind = 'good' THEN r.tally_sign ELSE 0 END AS good, CASE WHEN r.state <> 'received' THEN r.tally_sign ELSE 0 END AS taken, CASE WHEN r.state IN ('improving', 'concluded') THEN r.tally_sign ELSE 0 END AS examined, CASE WHEN r.state = 'concluded' THEN r.tally_sign ELSE 0 END AS concluded, CASE WHEN r.harm_actual IN ('severe', 'death') THEN r.tally_sign ELSE 0 END AS serious, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND EXISTS (SELECT 1 FROM incidents_incidentanalysis a WHERE a.incident_id = r.id) THEN r.tally_sign ELSE 0 END AS analysed, 0 AS waiting, 0 AS serious_waiting, 0 AS serious_open FROM (SELECT -1 AS tally_sign, r.* FROM incidents_incident r JOIN organisation_unit u ON u.id = r.responsible_unit_id WHERE starts_with(u.path, :below) AND EXISTS (SELECT FROM incidents_recusal k WHERE k.incident_id = r.id)) AS r UNION ALL SELECT r.responsible_unit_id AS unit_id, CASE WHEN NOT (r.past_line OR r.state = 'aside') THEN (r.reported_at AT TIME ZONE 'Europe/Oslo')::date END AS day, 0 AS received, 0 AS suggestions, 0 AS good, 0 AS taken, 0 AS examined, 0 AS concluded, 0 AS serious, 0 AS analysed, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.state = 'received' THEN r.tally_sign ELSE 0 END AS waiting, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.harm_actual IN ('severe', 'death') AND r.state = 'received' THEN r.tally_sign ELSE 0 END AS serious_waiting, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.harm_actual IN ('severe', 'death') AND r.state IN ('received', 'examining') THEN r.tally_sign ELSE 0 END AS serious_open FROM (SELECT -1 AS tally_sign, r.* FROM incidents_incident r JOIN organisation_unit u ON u.id = r.responsible_unit_id WHERE starts_with(u.path, :below) AND EXISTS (SELECT FROM incidents_recusal k WHERE k.incident_id = r.id)) AS r) AS counted WHERE counted.day IS NOT NULL $q$, ':below', quote_literal(below));
            ELSE
                RETURN QUERY SELECT counted.unit_id, counted.day, counted.received::bigint, counted.suggestions::bigint, counted.good::bigint, counted.taken::bigint, counted.examined::bigint, counted.concluded::bigint, counted.serious::bigint, counted.analysed::bigint, counted.waiting::bigint, counted.serious_waiting::bigint, counted.serious_open::bigint FROM (SELECT r.responsible_unit_id AS unit_id, CASE WHEN NOT (r.past_line OR r.state = 'aside') THEN date_trunc('month', r.reported_at AT TIME ZONE 'Europe/Oslo')::date END AS day, CASE WHEN true THEN r.tally_sign ELSE 0 END AS received, CASE WHEN r.kind = 'suggestion' THEN r.tally_sign ELSE 0 END AS suggestions, CASE WHEN r.kind = 'good' THEN r.tally_sign ELSE 0 END AS good, CASE WHEN r.state <> 'received' THEN r.tally_sign ELSE 0 END AS taken, CASE WHEN r.state IN ('improving', 'concluded') THEN r.tally_sign ELSE 0 END AS examined, CASE WHEN r.state = 'concluded' THEN r.tally_sign ELSE 0 END AS concluded, CASE WHEN r.harm_actual IN ('severe', 'death') THEN r.tally_sign ELSE 0 END AS serious, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND EXISTS (SELECT 1 FROM incidents_incidentanalysis a WHERE a.incident_id = r.id) THEN r.tally_sign ELSE 0 END AS analysed, 0 AS waiting, 0 AS serious_waiting, 0 AS serious_open FROM (SELECT -1 AS tally_sign, r.* FROM incidents_incident r JOIN organisation_unit u ON u.id = r.responsible_unit_id WHERE starts_with(u.path, below) AND r.id IN (SELECT incidents_recused())) AS r UNION ALL SELECT r.responsible_unit_id AS unit_id, CASE WHEN NOT (r.past_line OR r.state = 'aside') THEN (r.reported_at AT TIME ZONE 'Europe/Oslo')::date END AS day, 0 AS received, 0 AS suggestions, 0 AS good, 0 AS taken, 0 AS examined, 0 AS concluded, 0 AS serious, 0 AS analysed, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.state = 'received' THEN r.tally_sign ELSE 0 END AS waiting, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.harm_actual IN ('severe', 'death') AND r.state = 'received' THEN r.tally_sign ELSE 0 END AS serious_waiting, CASE WHEN r.kind NOT IN ('suggestion', 'good') AND r.harm_actual IN ('severe', 'death') AND r.state IN ('received', 'examining') THEN r.tally_sign ELSE 0 END AS serious_open FROM (SELECT -1 AS tally_sign, r.* FROM incidents_incident r JOIN organisation_unit u ON u.id = r.responsible_unit_id WHERE starts_with(u.path, below) AND r.id IN (SELECT incidents_recused())) AS r) AS counted WHERE counted.day IS NOT NULL;
            END IF;
        END $_$;

CREATE FUNCTION public.incidents_tally_moved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        PERFORM pg_advisory_xact_lock(hashtextextended('incidents_tally', 0));
        INSERT INTO incidents_linetally (unit_id, day, received, suggestions, good, taken, examined, concluded, serious, analysed, waiting, serious_waiting, serious_open)
        SELECT place.unit::bigint, t.day, t.received * place.sign, t.suggestions * place.sign, t.good * place.sign, t.taken * place.sign, t.examined * place.sign, t.concluded * place.sign, t.serious * place.sign, t.analysed * place.sign, t.waiting * place.sign, t.serious_waiting * place.sign, t.serious_open * place.sign FROM incidents_tally t, (
            SELECT unit, 1 AS sign FROM unnest(string_to_array(trim('.' FROM NEW.path), '.')) AS unit WHERE unit <> ALL (string_to_array(trim('.' FROM OLD.path), '.'))
            UNION ALL
            SELECT unit, -1 FROM unnest(string_to_array(trim('.' FROM OLD.path), '.')) AS unit WHERE unit <> ALL (string_to_array(trim('.' FROM NEW.path), '.'))) AS place
        WHERE t.settled AND t.unit_id = NEW.id
        ON CONFLICT (unit_id, day) DO UPDATE SET received = incidents_linetally.received + excluded.received, suggestions = incidents_linetally.suggestions + excluded.suggestions, good = incidents_linetally.good + excluded.good, taken = incidents_linetally.taken + excluded.taken, examined = incidents_linetally.examined + excluded.examined, concluded = incidents_linetally.concluded + excluded.concluded, serious = incidents_linetally.serious + excluded.serious, analysed = incidents_linetally.analysed + excluded.analysed, waiting = incidents_linetally.waiting + excluded.waiting, serious_waiting = incidents_linetally.serious_waiting + excluded.serious_waiting, serious_open = incidents_linetally.serious_open + excluded.serious_open;
     RETURN NULL; END $$;

CREATE FUNCTION public.incidents_theme_added() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        INSERT INTO incidents_theme (unit_id, day, settled, patient_none, patient_mild, patient_moderate, patient_severe, patient_death, patient_unsaid, staff_none, staff_mild, staff_moderate, staff_severe, staff_death, staff_unsaid, information_none, information_mild, information_moderate, information_severe, information_death, information_unsaid, equipment_none, equipment_mild, equipment_moderate, equipment_severe, equipment_death, equipment_unsaid, interface_none, interface_mild, interface_moderate, interface_severe, interface_death, interface_unsaid)
        SELECT unit_id, day, false, sum(patient_none), sum(patient_mild), sum(patient_moderate), sum(patient_severe), sum(patient_death), sum(patient_unsaid), sum(staff_none), sum(staff_mild), sum(staff_moderate), sum(staff_severe), sum(staff_death), sum(staff_unsaid), sum(information_none), sum(information_mild), sum(information_moderate), sum(information_severe), sum(information_death), sum(information_unsaid), sum(equipment_none), sum(equipment_mild), sum(equipment_moderate), sum(equipment_severe), sum(equipment_death), sum(equipment_unsaid), sum(interface_none), sum(interface_mild), sum(interface_moderate), sum(interface_severe), sum(interface_death), sum(interface_unsaid) FROM (SELECT r.responsible_unit_id AS unit_id, CASE WHEN NOT (r.past_line OR r.state = 'aside') THEN date_trunc('month', r.reported_at AT TIME ZONE 'Europe/Oslo')::date END AS day, CASE WHEN r.kind = 'patient' AND r.harm_actual = 'none' THEN r.tally_sign ELSE 0 END AS patient_none, CASE WHEN r.kind = 'patient' AND r.harm_actual = 'mild' THEN r.tally_sign ELSE 0 END AS patient_mild, CASE WHEN r.kind = 'patient' AND r.harm_actual = 'moderate' THEN r.tally_sign ELSE 0 END AS patient_moderate, CASE WHEN r.kind = 'patient' AND r.harm_actual = 'severe' THEN r.tally_sign ELSE 0 END AS patient_severe, CASE WHEN r.kind = 'patient' AND r.harm_actual = 'death' THEN r.tally_sign ELSE 0 END AS patient_death, CASE WHEN r.kind = 'patient' AND r.harm_actual = '' THEN r.tally_sign ELSE 0 END AS patient_unsaid, CASE WHEN r.kind = 'staff' AND r.harm_actual = 'none' THEN r.tally_sign ELSE 0 END AS staff_none, CASE WHEN r.kind = 'staff' AND r.harm_actual = 'mild' THEN r.tally_sign ELSE 0 END AS staff_mild, CASE WHEN r.kind = 'staff' AND r.harm_actual = 'moderate' THEN r.tally_sign ELSE 0 END AS staff_moderate, CASE WHEN r.kind = 'staff' AND r.harm_actual = 'severe' THEN r.tally_sign ELSE 0 END AS staff_severe, CASE WHEN r.kind = 'staff' AND r.harm_actual = 'death' THEN r.tally_sign ELSE 0 END AS staff_death, CASE WHEN r.kind = 'staff' AND r.harm_actual = '' THEN r.tally_sign ELSE 0 END AS staff_unsaid, CASE WHEN r.kind = 'information' AND r.harm_actual = 'none' THEN r.tally_sign ELSE 0 END AS information_none, CASE WHEN r.kind = 'information' AND r.harm_actual = 'mild' THEN r.tally_sign ELSE 0 END AS information_mild, CASE WHEN r.kind = 'information' AND r.harm_actual = 'moderate' THEN r.tally_sign ELSE 0 END AS information_moderate, CASE WHEN r.kind = 'information' AND r.harm_actual = 'severe' THEN r.tally_sign ELSE 0 END AS information_severe, CASE WHEN r.kind = 'information' AND r.harm_actual = 'death' THEN r.tally_sign ELSE 0 END AS information_death, CASE WHEN r.kind = 'information' AND r.harm_actual = '' THEN r.tally_sign ELSE 0 END AS information_unsaid, CASE WHEN r.kind = 'equipment' AND r.harm_actual = 'none' THEN r.tally_sign ELSE 0 END AS equipment_none, CASE WHEN r.kind = 'equipment' AND r.harm_actual = 'mild' THEN r.tally_sign ELSE 0 END AS equipment_mild, CASE WHEN r.kind = 'equipment' AND r.harm_actual = 'moderate' THEN r.tally_sign ELSE 0 END AS equipment_moderate, CASE WHEN r.kind = 'equipment' AND r.harm_actual = 'severe' THEN r.tally_sign ELSE 0 END AS equipment_severe, CASE WHEN r.kind = 'equipment' AND r.harm_actual = 'death' THEN r.tally_sign ELSE 0 END AS equipment_death, CASE WHEN r.kind = 'equipment' AND r.harm_actual = '' THEN r.tally_sign ELSE 0 END AS equipment_unsaid, CASE WHEN r.kind = 'interface' AND r.harm_actual = 'none' THEN r.tally_sign ELSE 0 END AS interface_none, CASE WHEN r.kind = 'interface' AND r.harm_actual = 'mild' THEN r.tally_sign ELSE 0 END AS interface_mild, CASE WHEN r.kind = 'interface' AND r.harm_actual = 'moderate' THEN r.tally_sign ELSE 0 END AS interface_moderate, CASE WHEN r.kind = 'interface' AND r.harm_actual = 'severe' THEN r.tally_sign ELSE 0 END AS interface_severe, CASE WHEN r.kind = 'interface' AND r.harm_actual = 'death' THEN r.tally_sign ELSE 0 END AS interface_death, CASE WHEN r.kind = 'interface' AND r.harm_actual = '' THEN r.tally_sign ELSE 0 END AS interface_unsaid FROM (SELECT 1 AS tally_sign, * FROM new_rows) AS r) AS counted
        WHERE day IS NOT NULL GROUP BY unit_id, day HAVING sum(patient_none) <> 0 OR sum(patient_mild) <> 0 OR sum(patient_moderate) <> 0 OR sum(patient_severe) <> 0 OR sum(patient_death) <> 0 OR sum(patient_unsaid) <> 0 OR sum(staff_none) <> 0 OR sum(staff_mild) <> 0 OR sum(staff_moderate) <> 0 OR sum(staff_severe) <> 0 OR sum(staff_death) <> 0 OR sum(staff_unsaid) <> 0 OR sum(information_none) <> 0 OR sum(information_mild) <> 0 OR sum(information_moderate) <> 0 OR sum(information_severe) <> 0 OR sum(information_death) <> 0 OR sum(information_unsaid) <> 0 OR sum(equipment_none) <> 0 OR sum(equipment_mild) <> 0 OR sum(equipment_moderate) <> 0 OR sum(equipment_severe) <> 0 OR sum(equipment_death) <> 0 OR sum(equipment_unsaid) <> 0 OR sum(interface_none) <> 0 OR sum(interface_mild) <> 0 OR sum(interface_moderate) <> 0 OR sum(interface_severe) <> 0 OR sum(interface_death) <> 0 OR sum(interface_unsaid) <> 0;
     RETURN NULL; END $$;

CREATE FUNCTION public.incidents_theme_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        INSERT INTO incidents_theme (unit_id, day, settled, patient_none, patient_mild, patient_moderate, patient_severe, patient_death, patient_unsaid, staff_none, staff_mild, staff_moderate, staff_severe, staff_death, staff_unsaid, information_none, information_mild, information_moderate, information_severe, information_death, information_unsaid, equipment_none, equipment_mild, equipment_moderate, equipment_severe, equipment_death, equipment_unsaid, interface_none, interface_mild, interface_moderate, interface_severe, interface_death, interface_unsaid)
        SELECT unit_id, day, false, sum(patient_none), sum(patient_mild), sum(patient_moderate), sum(patient_severe), sum(patient_death), sum(patient_unsaid), sum(staff_none), sum(staff_mild), sum(staff_moderate), sum(staff_severe), sum(staff_death), sum(staff_unsaid), sum(information_none), sum(information_mild), sum(information_moderate), sum(information_severe), sum(information_death), sum(information_unsaid), sum(equipment_none), sum(equipment_mild), sum(equipment_moderate), sum(equipment_severe), sum(equipment_death), sum(equipment_unsaid), sum(interface_none), sum(interface_mild), sum(interface_moderate), sum(interface_severe), sum(interface_death), sum(interface_unsaid) FROM (SELECT r.responsible_unit_id AS unit_id, CASE WHEN NOT (r.past_line OR r.state = 'aside') THEN date_trunc('month', r.reported_at AT TIME ZONE 'Europe/Oslo')::date END AS day, CASE WHEN r.kind = 'patient' AND r.harm_actual = 'none' THEN r.tally_sign ELSE 0 END AS patient_none, CASE WHEN r.kind = 'patient' AND r.harm_actual = 'mild' THEN r.tally_sign ELSE 0 END AS patient_mild, CASE WHEN r.kind = 'patient' AND r.harm_actual = 'moderate' THEN r.tally_sign ELSE 0 END AS patient_moderate, CASE WHEN r.kind = 'patient' AND r.harm_actual = 'severe' THEN r.tally_sign ELSE 0 END AS patient_severe, CASE WHEN r.kind = 'patient' AND r.harm_actual = 'death' THEN r.tally_sign ELSE 0 END AS patient_death, CASE WHEN r.kind = 'patient' AND r.harm_actual = '' THEN r.tally_sign ELSE 0 END AS patient_unsaid, CASE WHEN r.kind = 'staff' AND r.harm_actual = 'none' THEN r.tally_sign ELSE 0 END AS staff_none, CASE WHEN r.kind = 'staff' AND r.harm_actual = 'mild' THEN r.tally_sign ELSE 0 END AS staff_mild, CASE WHEN r.kind = 'staff' AND r.harm_actual = 'moderate' THEN r.tally_sign ELSE 0 END AS staff_moderate, CASE WHEN r.kind = 'staff' AND r.harm_actual = 'severe' THEN r.tally_sign ELSE 0 END AS staff_severe, CASE WHEN r.kind = 'staff' AND r.harm_actual = 'death' THEN r.tally_sign ELSE 0 END AS staff_death, CASE WHEN r.kind = 'staff' AND r.harm_actual = '' THEN r.tally_sign ELSE 0 END AS staff_unsaid, CASE WHEN r.kind = 'information' AND r.harm_actual = 'none' THEN r.tally_sign ELSE 0 END AS information_none, CASE WHEN r.kind = 'information' AND r.harm_actual = 'mild' THEN r.tally_sign ELSE 0 END AS information_mild, CASE WHEN r.kind = 'information' AND r.harm_actual = 'moderate' THEN r.tally_sign ELSE 0 END AS information_moderate, CASE WHEN r.kind = 'information' AND r.harm_actual = 'severe' THEN r.tally_sign ELSE 0 END AS information_severe, CASE WHEN r.kind = 'information' AND r.harm_actual = 'death' THEN r.tally_sign ELSE 0 END AS information_death, CASE WHEN r.kind = 'information' AND r.harm_actual = '' THEN r.tally_sign ELSE 0 END AS information_unsaid, CASE WHEN r.kind = 'equipment' AND r.harm_actual = 'none' THEN r.tally_sign ELSE 0 END AS equipment_none, CASE WHEN r.kind = 'equipment' AND r.harm_actual = 'mild' THEN r.tally_sign ELSE 0 END AS equipment_mild, CASE WHEN r.kind = 'equipment' AND r.harm_actual = 'moderate' THEN r.tally_sign ELSE 0 END AS equipment_moderate, CASE WHEN r.kind = 'equipment' AND r.harm_actual = 'severe' THEN r.tally_sign ELSE 0 END AS equipment_severe, CASE WHEN r.kind = 'equipment' AND r.harm_actual = 'death' THEN r.tally_sign ELSE 0 END AS equipment_death, CASE WHEN r.kind = 'equipment' AND r.harm_actual = '' THEN r.tally_sign ELSE 0 END AS equipment_unsaid, CASE WHEN r.kind = 'interface' AND r.harm_actual = 'none' THEN r.tally_sign ELSE 0 END AS interface_none, CASE WHEN r.kind = 'interface' AND r.harm_actual = 'mild' THEN r.tally_sign ELSE 0 END AS interface_mild, CASE WHEN r.kind = 'interface' AND r.harm_actual = 'moderate' THEN r.tally_sign ELSE 0 END AS interface_moderate, CASE WHEN r.kind = 'interface' AND r.harm_actual = 'severe' THEN r.tally_sign ELSE 0 END AS interface_severe, CASE WHEN r.kind = 'interface' AND r.harm_actual = 'death' THEN r.tally_sign ELSE 0 END AS interface_death, CASE WHEN r.kind = 'interface' AND r.harm_actual = '' THEN r.tally_sign ELSE 0 END AS interface_unsaid FROM (SELECT 1 AS tally_sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows) AS r) AS counted
        WHERE day IS NOT NULL GROUP BY unit_id, day HAVING sum(patient_none) <> 0 OR sum(patient_mild) <> 0 OR sum(patient_moderate) <> 0 OR sum(patient_severe) <> 0 OR sum(patient_death) <> 0 OR sum(patient_unsaid) <> 0 OR sum(staff_none) <> 0 OR sum(staff_mild) <> 0 OR sum(staff_moderate) <> 0 OR sum(staff_severe) <> 0 OR sum(staff_death) <> 0 OR sum(staff_unsaid) <> 0 OR sum(information_none) <> 0 OR sum(information_mild) <> 0 OR sum(information_moderate) <> 0 OR sum(information_severe) <> 0 OR sum(information_death) <> 0 OR sum(information_unsaid) <> 0 OR sum(equipment_none) <> 0 OR sum(equipment_mild) <> 0 OR sum(equipment_moderate) <> 0 OR sum(equipment_severe) <> 0 OR sum(equipment_death) <> 0 OR sum(equipment_unsaid) <> 0 OR sum(interface_none) <> 0 OR sum(interface_mild) <> 0 OR sum(interface_moderate) <> 0 OR sum(interface_severe) <> 0 OR sum(interface_death) <> 0 OR sum(interface_unsaid) <> 0;
     RETURN NULL; END $$;

CREATE FUNCTION public.incidents_theme_compact() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        DECLARE moved bigint;
        BEGIN
            IF NOT pg_try_advisory_xact_lock(hashtextextended('incidents_theme', 0)) THEN RETURN 0; END IF;
            WITH fresh AS (DELETE FROM incidents_theme WHERE NOT settled RETURNING *),
            sums AS (SELECT unit_id, day, sum(patient_none) AS patient_none, sum(patient_mild) AS patient_mild, sum(patient_moderate) AS patient_moderate, sum(patient_severe) AS patient_severe, sum(patient_death) AS patient_death, sum(patient_unsaid) AS patient_unsaid, sum(staff_none) AS staff_none, sum(staff_mild) AS staff_mild, sum(staff_moderate) AS staff_moderate, sum(staff_severe) AS staff_severe, sum(staff_death) AS staff_death, sum(staff_unsaid) AS staff_unsaid, sum(information_none) AS information_none, sum(information_mild) AS information_mild, sum(information_moderate) AS information_moderate, sum(information_severe) AS information_severe, sum(information_death) AS information_death, sum(information_unsaid) AS information_unsaid, sum(equipment_none) AS equipment_none, sum(equipment_mild) AS equipment_mild, sum(equipment_moderate) AS equipment_moderate, sum(equipment_severe) AS equipment_severe, sum(equipment_death) AS equipment_death, sum(equipment_unsaid) AS equipment_unsaid, sum(interface_none) AS interface_none, sum(interface_mild) AS interface_mild, sum(interface_moderate) AS interface_moderate, sum(interface_severe) AS interface_severe, sum(interface_death) AS interface_death, sum(interface_unsaid) AS interface_unsaid FROM fresh GROUP BY unit_id, day),
            own AS (
                INSERT INTO incidents_theme (unit_id, day, settled, patient_none, patient_mild, patient_moderate, patient_severe, patient_death, patient_unsaid, staff_none, staff_mild, staff_moderate, staff_severe, staff_death, staff_unsaid, information_none, information_mild, information_moderate, information_severe, information_death, information_unsaid, equipment_none, equipment_mild, equipment_moderate, equipment_severe, equipment_death, equipment_unsaid, interface_none, interface_mild, interface_moderate, interface_severe, interface_death, interface_unsaid)
                SELECT unit_id, day, true, patient_none, patient_mild, patient_moderate, patient_severe, patient_death, patient_unsaid, staff_none, staff_mild, staff_moderate, staff_severe, staff_death, staff_unsaid, information_none, information_mild, information_moderate, information_severe, information_death, information_unsaid, equipment_none, equipment_mild, equipment_moderate, equipment_severe, equipment_death, equipment_unsaid, interface_none, interface_mild, interface_moderate, interface_severe, interface_death, interface_unsaid FROM sums
                ON CONFLICT (unit_id, day) WHERE settled DO UPDATE SET patient_none = incidents_theme.patient_none + excluded.patient_none, patient_mild = incidents_theme.patient_mild + excluded.patient_mild, patient_moderate = incidents_theme.patient_moderate + excluded.patient_moderate, patient_severe = incidents_theme.patient_severe + excluded.patient_severe, patient_death = incidents_theme.patient_death + excluded.patient_death, patient_unsaid = incidents_theme.patient_unsaid + excluded.patient_unsaid, staff_none = incidents_theme.staff_none + excluded.staff_none, staff_mild = incidents_theme.staff_mild + excluded.staff_mild, staff_moderate = incidents_theme.staff_moderate + excluded.staff_moderate, staff_severe = incidents_theme.staff_severe + excluded.staff_severe, staff_death = incidents_theme.staff_death + excluded.staff_death, staff_unsaid = incidents_theme.staff_unsaid + excluded.staff_unsaid, information_none = incidents_theme.information_none + excluded.information_none, information_mild = incidents_theme.information_mild + excluded.information_mild, information_moderate = incidents_theme.information_moderate + excluded.information_moderate, information_severe = incidents_theme.information_severe + excluded.information_severe, information_death = incidents_theme.information_death + excluded.information_death, information_unsaid = incidents_theme.information_unsaid + excluded.information_unsaid, equipment_none = incidents_theme.equipment_none + excluded.equipment_none, equipment_mild = incidents_theme.equipment_mild + excluded.equipment_mild, equipment_moderate = incidents_theme.equipment_moderate + excluded.equipment_moderate, equipment_severe = incidents_theme.equipment_severe + excluded.equipment_severe, equipment_death = incidents_theme.equipment_death + excluded.equipment_death, equipment_unsaid = incidents_theme.equipment_unsaid + excluded.equipment_unsaid, interface_none = incidents_theme.interface_none + excluded.interface_none, interface_mild = incidents_theme.interface_mild + excluded.interface_mild, interface_moderate = incidents_theme.interface_moderate + excluded.interface_moderate, interface_severe = incidents_theme.interface_severe + excluded.interface_severe, interface_death = incidents_theme.interface_death + excluded.interface_death, interface_unsaid = incidents_theme.interface_unsaid + excluded.interface_unsaid),
            above AS (
                INSERT INTO incidents_linetheme (unit_id, day, patient_none, patient_mild, patient_moderate, patient_severe, patient_death, patient_unsaid, staff_none, staff_mild, staff_moderate, staff_severe, staff_death, staff_unsaid, information_none, information_mild, information_moderate, information_severe, information_death, information_unsaid, equipment_none, equipment_mild, equipment_moderate, equipment_severe, equipment_death, equipment_unsaid, interface_none, interface_mild, interface_moderate, interface_severe, interface_death, interface_unsaid)
                SELECT above::bigint, s.day, sum(patient_none) AS patient_none, sum(patient_mild) AS patient_mild, sum(patient_moderate) AS patient_moderate, sum(patient_severe) AS patient_severe, sum(patient_death) AS patient_death, sum(patient_unsaid) AS patient_unsaid, sum(staff_none) AS staff_none, sum(staff_mild) AS staff_mild, sum(staff_moderate) AS staff_moderate, sum(staff_severe) AS staff_severe, sum(staff_death) AS staff_death, sum(staff_unsaid) AS staff_unsaid, sum(information_none) AS information_none, sum(information_mild) AS information_mild, sum(information_moderate) AS information_moderate, sum(information_severe) AS information_severe, sum(information_death) AS information_death, sum(information_unsaid) AS information_unsaid, sum(equipment_none) AS equipment_none, sum(equipment_mild) AS equipment_mild, sum(equipment_moderate) AS equipment_moderate, sum(equipment_severe) AS equipment_severe, sum(equipment_death) AS equipment_death, sum(equipment_unsaid) AS equipment_unsaid, sum(interface_none) AS interface_none, sum(interface_mild) AS interface_mild, sum(interface_moderate) AS interface_moderate, sum(interface_severe) AS interface_severe, sum(interface_death) AS interface_death, sum(interface_unsaid) AS interface_unsaid FROM sums s
                JOIN organisation_unit u ON u.id = s.unit_id,
                LATERAL unnest(string_to_array(trim('.' FROM u.path), '.')) AS above
                GROUP BY above, s.day
                ON CONFLICT (unit_id, day) DO UPDATE SET patient_none = incidents_linetheme.patient_none + excluded.patient_none, patient_mild = incidents_linetheme.patient_mild + excluded.patient_mild, patient_moderate = incidents_linetheme.patient_moderate + excluded.patient_moderate, patient_severe = incidents_linetheme.patient_severe + excluded.patient_severe, patient_death = incidents_linetheme.patient_death + excluded.patient_death, patient_unsaid = incidents_linetheme.patient_unsaid + excluded.patient_unsaid, staff_none = incidents_linetheme.staff_none + excluded.staff_none, staff_mild = incidents_linetheme.staff_mild + excluded.staff_mild, staff_moderate = incidents_linetheme.staff_moderate + excluded.staff_moderate, staff_severe = incidents_linetheme.staff_severe + excluded.staff_severe, staff_death = incidents_linetheme.staff_death + excluded.staff_death, staff_unsaid = incidents_linetheme.staff_unsaid + excluded.staff_unsaid, information_none = incidents_linetheme.information_none + excluded.information_none, information_mild = incidents_linetheme.information_mild + excluded.information_mild, information_moderate = incidents_linetheme.information_moderate + excluded.information_moderate, information_severe = incidents_linetheme.information_severe + excluded.information_severe, information_death = incidents_linetheme.information_death + excluded.information_death, information_unsaid = incidents_linetheme.information_unsaid + excluded.information_unsaid, equipment_none = incidents_linetheme.equipment_none + excluded.equipment_none, equipment_mild = incidents_linetheme.equipment_mild + excluded.equipment_mild, equipment_moderate = incidents_linetheme.equipment_moderate + excluded.equipment_moderate, equipment_severe = incidents_linetheme.equipment_severe + excluded.equipment_severe, equipment_death = incidents_linetheme.equipment_death + excluded.equipment_death, equipment_unsaid = incidents_linetheme.equipment_unsaid + excluded.equipment_unsaid, interface_none = incidents_linetheme.interface_none + excluded.interface_none, interface_mild = incidents_linetheme.interface_mild + excluded.interface_mild, interface_moderate = incidents_linetheme.interface_moderate + excluded.interface_moderate, interface_severe = incidents_linetheme.interface_severe + excluded.interface_severe, interface_death = incidents_linetheme.interface_death + excluded.interface_death, interface_unsaid = incidents_linetheme.interface_unsaid + excluded.interface_unsaid)
            SELECT count(*) INTO moved FROM fresh;
            DELETE FROM incidents_theme WHERE settled AND patient_none = 0 AND patient_mild = 0 AND patient_moderate = 0 AND patient_severe = 0 AND patient_death = 0 AND patient_unsaid = 0 AND staff_none = 0 AND staff_mild = 0 AND staff_moderate = 0 AND staff_severe = 0 AND staff_death = 0 AND staff_unsaid = 0 AND information_none = 0 AND information_mild = 0 AND information_moderate = 0 AND information_severe = 0 AND information_death = 0 AND information_unsaid = 0 AND equipment_none = 0 AND equipment_mild = 0 AND equipment_moderate = 0 AND equipment_severe = 0 AND equipment_death = 0 AND equipment_unsaid = 0 AND interface_none = 0 AND interface_mild = 0 AND interface_moderate = 0 AND interface_severe = 0 AND interface_death = 0 AND interface_unsaid = 0;
            DELETE FROM incidents_linetheme WHERE patient_none = 0 AND patient_mild = 0 AND patient_moderate = 0 AND patient_severe = 0 AND patient_death = 0 AND patient_unsaid = 0 AND staff_none = 0 AND staff_mild = 0 AND staff_moderate = 0 AND staff_severe = 0 AND staff_death = 0 AND staff_unsaid = 0 AND information_none = 0 AND information_mild = 0 AND information_moderate = 0 AND information_severe = 0 AND information_death = 0 AND information_unsaid = 0 AND equipment_none = 0 AND equipment_mild = 0 AND equipment_moderate = 0 AND equipment_severe = 0 AND equipment_death = 0 AND equipment_unsaid = 0 AND interface_none = 0 AND interface_mild = 0 AND interface_moderate = 0 AND interface_severe = 0 AND interface_death = 0 AND interface_unsaid = 0;
            RETURN moved;
        END $$;

CREATE FUNCTION public.incidents_theme_moved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        PERFORM pg_advisory_xact_lock(hashtextextended('incidents_theme', 0));
        INSERT INTO incidents_linetheme (unit_id, day, patient_none, patient_mild, patient_moderate, patient_severe, patient_death, patient_unsaid, staff_none, staff_mild, staff_moderate, staff_severe, staff_death, staff_unsaid, information_none, information_mild, information_moderate, information_severe, information_death, information_unsaid, equipment_none, equipment_mild, equipment_moderate, equipment_severe, equipment_death, equipment_unsaid, interface_none, interface_mild, interface_moderate, interface_severe, interface_death, interface_unsaid)
        SELECT place.unit::bigint, t.day, t.patient_none * place.sign, t.patient_mild * place.sign, t.patient_moderate * place.sign, t.patient_severe * place.sign, t.patient_death * place.sign, t.patient_unsaid * place.sign, t.staff_none * place.sign, t.staff_mild * place.sign, t.staff_moderate * place.sign, t.staff_severe * place.sign, t.staff_death * place.sign, t.staff_unsaid * place.sign, t.information_none * place.sign, t.information_mild * place.sign, t.information_moderate * place.sign, t.information_severe * place.sign, t.information_death * place.sign, t.information_unsaid * place.sign, t.equipment_none * place.sign, t.equipment_mild * place.sign, t.equipment_moderate * place.sign, t.equipment_severe * place.sign, t.equipment_death * place.sign, t.equipment_unsaid * place.sign, t.interface_none * place.sign, t.interface_mild * place.sign, t.interface_moderate * place.sign, t.interface_severe * place.sign, t.interface_death * place.sign, t.interface_unsaid * place.sign FROM incidents_theme t, (
            SELECT unit, 1 AS sign FROM unnest(string_to_array(trim('.' FROM NEW.path), '.')) AS unit WHERE unit <> ALL (string_to_array(trim('.' FROM OLD.path), '.'))
            UNION ALL
            SELECT unit, -1 FROM unnest(string_to_array(trim('.' FROM OLD.path), '.')) AS unit WHERE unit <> ALL (string_to_array(trim('.' FROM NEW.path), '.'))) AS place
        WHERE t.settled AND t.unit_id = NEW.id
        ON CONFLICT (unit_id, day) DO UPDATE SET patient_none = incidents_linetheme.patient_none + excluded.patient_none, patient_mild = incidents_linetheme.patient_mild + excluded.patient_mild, patient_moderate = incidents_linetheme.patient_moderate + excluded.patient_moderate, patient_severe = incidents_linetheme.patient_severe + excluded.patient_severe, patient_death = incidents_linetheme.patient_death + excluded.patient_death, patient_unsaid = incidents_linetheme.patient_unsaid + excluded.patient_unsaid, staff_none = incidents_linetheme.staff_none + excluded.staff_none, staff_mild = incidents_linetheme.staff_mild + excluded.staff_mild, staff_moderate = incidents_linetheme.staff_moderate + excluded.staff_moderate, staff_severe = incidents_linetheme.staff_severe + excluded.staff_severe, staff_death = incidents_linetheme.staff_death + excluded.staff_death, staff_unsaid = incidents_linetheme.staff_unsaid + excluded.staff_unsaid, information_none = incidents_linetheme.information_none + excluded.information_none, information_mild = incidents_linetheme.information_mild + excluded.information_mild, information_moderate = incidents_linetheme.information_moderate + excluded.information_moderate, information_severe = incidents_linetheme.information_severe + excluded.information_severe, information_death = incidents_linetheme.information_death + excluded.information_death, information_unsaid = incidents_linetheme.information_unsaid + excluded.information_unsaid, equipment_none = incidents_linetheme.equipment_none + excluded.equipment_none, equipment_mild = incidents_linetheme.equipment_mild + excluded.equipment_mild, equipment_moderate = incidents_linetheme.equipment_moderate + excluded.equipment_moderate, equipment_severe = incidents_linetheme.equipment_severe + excluded.equipment_severe, equipment_death = incidents_linetheme.equipment_death + excluded.equipment_death, equipment_unsaid = incidents_linetheme.equipment_unsaid + excluded.equipment_unsaid, interface_none = incidents_linetheme.interface_none + excluded.interface_none, interface_mild = incidents_linetheme.interface_mild + excluded.interface_mild, interface_moderate = incidents_linetheme.interface_moderate + excluded.interface_moderate, interface_severe = incidents_linetheme.interface_severe + excluded.interface_severe, interface_death = incidents_linetheme.interface_death + excluded.interface_death, interface_unsaid = incidents_linetheme.interface_unsaid + excluded.interface_unsaid;
     RETURN NULL; END $$;

CREATE FUNCTION public.incidents_withdraw(case_id bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        UPDATE incidents_incident AS i SET state = 'aside', aside_as = 'withdrawn'
        WHERE i.id = case_id AND i.state = 'received' AND i.statutory = '' AND EXISTS (
            SELECT FROM incidents_reporter r WHERE r.incident_id = case_id
            AND r.person_id = nullif(current_setting('styrk.person', true), '')::bigint);
        RETURN FOUND;
    END $$;

CREATE FUNCTION public.inspections_action_followed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        INSERT INTO inspections_findingaction (finding_id, action_id)
        SELECT l.finding_id, NEW.id FROM inspections_findingaction l WHERE l.action_id = NEW.follows_id;
        INSERT INTO inspections_lessonaction (question_id, action_id)
        SELECT l.question_id, NEW.id FROM inspections_lessonaction l WHERE l.action_id = NEW.follows_id;
        RETURN NULL;
    END $$;

CREATE FUNCTION public.inspections_figures(of_path text, since date, on_day date) RETURNS TABLE(looked bigint, asking bigint, answered bigint, met bigint, unlawful bigint, unlawful_met bigint, late bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        WITH below AS (SELECT id, path FROM organisation_unit u WHERE starts_with(u.path, of_path)),
        f AS (
            SELECT f.*, a.answer_due FROM inspections_finding f JOIN below ON below.id = f.unit_id
            JOIN inspections_audit a ON a.id = f.audit_id
            WHERE f.kind <> 'good' AND a.state IN ('reported', 'followed')
                AND (a.reported_on >= since OR f.state <> 'met'))
        SELECT
            (SELECT count(DISTINCT a.id) FROM inspections_audit a
             JOIN inspections_auditunit p ON p.audit_id = a.id AND p.removed_at IS NULL
             JOIN organisation_unit u ON u.id = p.unit_id
             WHERE a.state IN ('reported', 'followed') AND a.reported_on >= since
                AND (starts_with(u.path, of_path) OR starts_with(of_path, u.path))),
            count(*), count(*) FILTER (WHERE f.state <> 'open'),
            count(*) FILTER (WHERE f.state = 'met'),
            count(*) FILTER (WHERE f.kind IN ('breach', 'order')),
            count(*) FILTER (WHERE f.kind IN ('breach', 'order') AND f.state = 'met'),
            count(*) FILTER (WHERE f.state IN ('open', 'answered') AND least(
                coalesce(f.deadline, f.meet_due),
                CASE WHEN f.state = 'open' THEN f.answer_due END) < on_day)
        FROM f
    $$;

CREATE FUNCTION public.inspections_finding_seen(of_finding bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_finding f
            WHERE f.id = of_finding AND inspections_findings_seen(f.audit_id));
    END $$;

CREATE FUNCTION public.inspections_findings_seen(of_audit bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_audit a WHERE a.id = of_audit AND (
                a.leader_id = nullif(current_setting('styrk.person', true), '')::bigint OR inspections_in_team(of_audit)
                OR a.state IN ('heard', 'reported', 'followed') AND inspections_seen(of_audit)));
    END $$;

CREATE FUNCTION public.inspections_guest_actions() RETURNS TABLE(finding bigint, title text, change text, unit text, due date, state text, effect text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        SELECT l.finding_id, a.title, a.change, u.name, a.due, a.state, a.effect
        FROM inspections_finding f
        JOIN inspections_findingaction l ON l.finding_id = f.id
        JOIN actions_action a ON a.id = l.action_id
        JOIN organisation_unit u ON u.id = a.unit_id
        WHERE f.audit_id = access_guest_record('audit') AND inspections_guest_is_told()
            AND f.state <> 'withdrawn' AND NOT a.closed
        ORDER BY l.id
    $$;

CREATE FUNCTION public.inspections_guest_is_told() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_audit a WHERE a.id = access_guest_record('audit')
            AND a.state IN ('heard', 'reported', 'followed'));
    END $$;

CREATE FUNCTION public.inspections_in_team(of_audit bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_auditmember m
            JOIN inspections_audit a ON a.id = m.audit_id AND a.state NOT IN ('followed', 'dropped')
            WHERE m.audit_id = of_audit AND m.removed_at IS NULL AND m.person_id = nullif(current_setting('styrk.person', true), '')::bigint
            AND NOT (a.kind IN ('group', 'external') AND EXISTS (
                SELECT 1 FROM unnest(nullif(current_setting('styrk.posts', true), '')::int8multirange) AS own
                JOIN organisation_unit led ON led.id >= lower(own) AND led.id < upper(own)
                JOIN inspections_auditunit p ON p.audit_id = a.id AND p.removed_at IS NULL
                JOIN organisation_unit place ON place.id = p.unit_id
                    AND place.trust_id = led.trust_id AND starts_with(place.path, led.path))));
    END $$;

CREATE FUNCTION public.inspections_learning(of_path text, since date, on_day date) RETURNS TABLE(asked bigint, answered bigint, ours bigint, acted bigint, late bigint, shared bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
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

CREATE FUNCTION public.inspections_lesson_asked(of_lesson bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_lessonquestion q
            WHERE q.lesson_id = of_lesson AND multirange_contains_elem(nullif(current_setting('styrk.units_inspection', true), '')::int8multirange, q.unit_id));
    END $$;

CREATE FUNCTION public.inspections_lesson_counts(lessons bigint[]) RETURNS TABLE(lesson bigint, asked bigint, open bigint, ours bigint, handled bigint, not_ours bigint, actions bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
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

CREATE FUNCTION public.inspections_lesson_seen(of_lesson bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN inspections_lesson_asked(of_lesson) OR EXISTS (
            SELECT 1 FROM inspections_lesson l
            WHERE l.id = of_lesson AND (
                multirange_contains_elem(nullif(current_setting('styrk.units_inspection', true), '')::int8multirange, l.unit_id)
                OR l.shared_by_id = nullif(current_setting('styrk.person', true), '')::bigint));
    END $$;

CREATE FUNCTION public.inspections_lesson_withdraw(of_lesson bigint) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        UPDATE inspections_lessonquestion q SET reply = 'withdrawn'
        WHERE q.lesson_id = of_lesson AND q.reply = 'open' AND EXISTS (
            SELECT FROM inspections_lessonwithdrawal w JOIN inspections_lesson l ON l.id = w.lesson_id
            WHERE l.id = of_lesson AND (multirange_contains_elem((SELECT nullif(current_setting('styrk.units_inspection', true), '')::int8multirange), l.unit_id) OR l.shared_by_id = (SELECT nullif(current_setting('styrk.person', true), '')::bigint)))
        RETURNING q.uuid
    $$;

CREATE FUNCTION public.inspections_question_seen(of_question bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_lessonquestion q
            WHERE q.id = of_question AND multirange_contains_elem(nullif(current_setting('styrk.units_inspection', true), '')::int8multirange, q.unit_id));
    END $$;

CREATE FUNCTION public.inspections_reaches(of_audit bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        IF EXISTS (
            SELECT 1 FROM inspections_auditunit p WHERE p.audit_id = of_audit
            AND p.removed_at IS NULL AND multirange_contains_elem(nullif(current_setting('styrk.units_inspection', true), '')::int8multirange, p.unit_id))
        OR inspections_in_team(of_audit)
        THEN RETURN true; END IF;
        -- What is below a unit that is looked at, is looked at: whoever leads it sees so.
        RETURN EXISTS (
            SELECT 1 FROM unnest(nullif(current_setting('styrk.posts', true), '')::int8multirange) AS own
            JOIN organisation_unit led ON led.id >= lower(own) AND led.id < upper(own)
            JOIN inspections_auditunit p ON p.audit_id = of_audit AND p.removed_at IS NULL
            JOIN organisation_unit place ON place.id = p.unit_id
                AND starts_with(led.path, place.path));
    END $$;

CREATE FUNCTION public.inspections_seen(of_audit bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM inspections_audit a WHERE a.id = of_audit
            AND (multirange_contains_elem(nullif(current_setting('styrk.units_inspection', true), '')::int8multirange, a.unit_id) OR a.leader_id = nullif(current_setting('styrk.person', true), '')::bigint
                 OR inspections_reaches(of_audit)));
    END $$;

CREATE FUNCTION public.inspections_waiting(of_finding bigint) RETURNS TABLE(planned bigint, unjudged bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        SELECT count(*) FILTER (WHERE a.state = 'planned'), count(*) FILTER (WHERE a.state = 'done')
        FROM inspections_findingaction l JOIN actions_action a ON a.id = l.action_id
        WHERE l.finding_id = of_finding
    $$;

CREATE FUNCTION public.intervention_figures(of_trust bigint, since date) RETURNS TABLE(rule text, found bigint, ended_at_leader bigint, lifted bigint, unfounded bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        SELECT s.rule, count(*),
               count(*) FILTER (WHERE s.ended_on IS NOT NULL AND s.lifted_on IS NULL),
               count(s.lifted_on),
               count(*) FILTER (WHERE s.decided_at IS NOT NULL AND s.agreed_due IS NULL)
        FROM intervention_signal s
        WHERE s.trust_id = of_trust AND s.found_on >= since
        GROUP BY s.rule
    $$;

CREATE FUNCTION public.intervention_forget(on_day date, deleting boolean) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
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

CREATE FUNCTION public.intervention_seen(of_signal bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM intervention_signal s WHERE s.id = of_signal AND s.state <> 'locked' AND (
                s.leader_id = nullif(current_setting('styrk.person', true), '')::bigint
                OR s.above_role = 'leader' AND multirange_contains_elem(nullif(current_setting('styrk.posts', true), '')::int8multirange, s.above_id)
                OR s.above_role = 'board_chair' AND multirange_contains_elem(nullif(current_setting('styrk.posts_chair', true), '')::int8multirange, s.above_id)));
    END $$;

CREATE FUNCTION public.patterns_dismissal_seen(of_dismissal bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM patterns_dismissal d
            WHERE d.id = of_dismissal AND multirange_contains_elem(nullif(current_setting('styrk.units_incident', true), '')::int8multirange, d.unit_id));
    END $$;

CREATE FUNCTION public.patterns_line() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN QUERY SELECT DISTINCT above::bigint
            FROM organisation_unit u,
                 unnest(string_to_array(trim(BOTH '.' FROM u.path), '.')) AS above
            WHERE multirange_contains_elem(nullif(current_setting('styrk.units_incident', true), '')::int8multirange, u.id);
    END $$;

CREATE FUNCTION public.patterns_seen(of_group bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM patterns_incidentgroup g
            WHERE g.id = of_group AND multirange_contains_elem(nullif(current_setting('styrk.units_incident', true), '')::int8multirange, g.unit_id));
    END $$;

CREATE FUNCTION public.patterns_theme_seen(of_theme bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM patterns_theme t
            WHERE t.id = of_theme
                AND (t.owner_id = nullif(current_setting('styrk.person', true), '')::bigint OR t.unit_id IN (SELECT patterns_line())));
    END $$;

CREATE FUNCTION public.plans_keep_approved() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM plans_plan WHERE state = 'approved'
                   AND id IN (OLD.plan_id, NEW.plan_id)) THEN
            RAISE EXCEPTION 'an approved plan is never changed'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
    END $$;

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.products_elsewhere(of_product bigint) RETURNS TABLE(trust_id bigint, year integer, number bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20
    SET search_path TO 'public'
    AS $$
        SELECT p.trust_id,
            extract(year FROM i.reported_at AT TIME ZONE 'Europe/Oslo')::integer, count(*)
        FROM products_incidentproduct p JOIN incidents_incident i ON i.id = p.incident_id
        WHERE p.product_id = of_product AND p.removed_at IS NULL
            AND NOT i.past_line AND i.state <> 'aside'
            AND coalesce(nullif(current_setting('styrk.units_incident', true), ''), '{}') <> '{}'
        GROUP BY 1, 2
    $$;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        RAISE EXCEPTION 'rows in % are written once and never changed', TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation';
    END $$;

CREATE FUNCTION public.requirements_keep_heard() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF EXISTS (SELECT FROM requirements_annualreport r WHERE r.state = 'approved'
                   AND r.id IN (OLD.report_id, NEW.report_id)) THEN
            RAISE EXCEPTION 'an approved report is never changed'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
    END $$;

CREATE FUNCTION public.requirements_keep_published() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.review_keep_place() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF (OLD.unit_id, OLD.layout, OLD.period) IS DISTINCT FROM (NEW.unit_id, NEW.layout, NEW.period)
        THEN
            RAISE EXCEPTION 'a report keeps its unit, kind and period'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$;

CREATE FUNCTION public.review_keep_question() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF TG_OP = 'DELETE' OR OLD.answered_at IS NOT NULL OR (OLD.version_id, OLD.text, OLD.asked_at,
            OLD.asked_by_id) IS DISTINCT FROM (NEW.version_id, NEW.text, NEW.asked_at, NEW.asked_by_id)
        THEN
            RAISE EXCEPTION 'a question and its answer are never changed'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$;

CREATE FUNCTION public.risks_action_followed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        INSERT INTO risks_riskaction (risk_id, action_id)
        SELECT l.risk_id, NEW.id FROM risks_riskaction l WHERE l.action_id = NEW.follows_id;
        RETURN NULL;
    END $$;

CREATE FUNCTION public.risks_action_linked() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN PERFORM risks_settle_treated(NEW.risk_id); RETURN NULL; END $$;

CREATE FUNCTION public.risks_action_moved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        PERFORM risks_settle_treated(l.risk_id) FROM risks_riskaction l WHERE l.action_id = NEW.id;
        RETURN NULL;
    END $$;

CREATE FUNCTION public.risks_is_treated(of_risk bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
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

CREATE FUNCTION public.risks_picture_seen(of_picture bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM risks_snapshot s WHERE s.id = of_picture AND multirange_contains_elem(
                nullif(current_setting('styrk.units_risk', true), '')::int8multirange, s.unit_id));
    END $$;

CREATE FUNCTION public.risks_proposal_answered() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN PERFORM risks_settle_treated(NEW.into_id); RETURN NULL; END $$;

CREATE FUNCTION public.risks_seen(of_risk bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    DECLARE
        me bigint := nullif(current_setting('styrk.person', true), '')::bigint;
        units int8multirange := nullif(current_setting('styrk.units_risk', true), '')::int8multirange;
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM risks_risk r WHERE r.id = of_risk
            AND (multirange_contains_elem(units, r.unit_id) OR r.owner_id = me
                 OR access_has_grant('risk', of_risk, '{}')));
    END $$;

CREATE FUNCTION public.risks_settle_treated(of_risk bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
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

CREATE FUNCTION public.risks_tally_added() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        INSERT INTO risks_tally (unit_id, day, settled, live, unrated, linked, serious, red, treated, interaction, shared, shared_treated, accepted, shared_accepted)
        SELECT unit_id, day, false, sum(live), sum(unrated), sum(linked), sum(serious), sum(red), sum(treated), sum(interaction), sum(shared), sum(shared_treated), sum(accepted), sum(shared_accepted) FROM (SELECT r.unit_id AS unit_id, r.reviewed_on AS day, CASE WHEN r.state <> 'ended' THEN r.tally_sign ELSE 0 END AS live, CASE WHEN r.state <> 'ended' AND r.zone = '' THEN r.tally_sign ELSE 0 END AS unrated, CASE WHEN r.state <> 'ended' AND r.linked THEN r.tally_sign ELSE 0 END AS linked, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') THEN r.tally_sign ELSE 0 END AS serious, CASE WHEN r.state <> 'ended' AND r.zone = 'red' THEN r.tally_sign ELSE 0 END AS red, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') AND (r.treated OR r.state = 'accepted') THEN r.tally_sign ELSE 0 END AS treated, CASE WHEN r.state <> 'ended' AND r.interaction <> 'none' THEN r.tally_sign ELSE 0 END AS interaction, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') AND r.interaction <> 'none' THEN r.tally_sign ELSE 0 END AS shared, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') AND r.interaction <> 'none' AND (r.treated OR r.state = 'accepted') THEN r.tally_sign ELSE 0 END AS shared_treated, 0 AS accepted, 0 AS shared_accepted FROM (SELECT 1 AS tally_sign, * FROM new_rows) AS r UNION ALL SELECT r.unit_id AS unit_id, r.accepted_until AS day, 0 AS live, 0 AS unrated, 0 AS linked, 0 AS serious, 0 AS red, 0 AS treated, 0 AS interaction, 0 AS shared, 0 AS shared_treated, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') AND r.state = 'accepted' AND NOT r.treated THEN r.tally_sign ELSE 0 END AS accepted, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') AND r.state = 'accepted' AND NOT r.treated AND r.interaction <> 'none' THEN r.tally_sign ELSE 0 END AS shared_accepted FROM (SELECT 1 AS tally_sign, * FROM new_rows) AS r) AS counted
        WHERE day IS NOT NULL GROUP BY unit_id, day HAVING sum(live) <> 0 OR sum(unrated) <> 0 OR sum(linked) <> 0 OR sum(serious) <> 0 OR sum(red) <> 0 OR sum(treated) <> 0 OR sum(interaction) <> 0 OR sum(shared) <> 0 OR sum(shared_treated) <> 0 OR sum(accepted) <> 0 OR sum(shared_accepted) <> 0;
     RETURN NULL; END $$;

CREATE FUNCTION public.risks_tally_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        INSERT INTO risks_tally (unit_id, day, settled, live, unrated, linked, serious, red, treated, interaction, shared, shared_treated, accepted, shared_accepted)
        SELECT unit_id, day, false, sum(live), sum(unrated), sum(linked), sum(serious), sum(red), sum(treated), sum(interaction), sum(shared), sum(shared_treated), sum(accepted), sum(shared_accepted) FROM (SELECT r.unit_id AS unit_id, r.reviewed_on AS day, CASE WHEN r.state <> 'ended' THEN r.tally_sign ELSE 0 END AS live, CASE WHEN r.state <> 'ended' AND r.zone = '' THEN r.tally_sign ELSE 0 END AS unrated, CASE WHEN r.state <> 'ended' AND r.linked THEN r.tally_sign ELSE 0 END AS linked, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') THEN r.tally_sign ELSE 0 END AS serious, CASE WHEN r.state <> 'ended' AND r.zone = 'red' THEN r.tally_sign ELSE 0 END AS red, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') AND (r.treated OR r.state = 'accepted') THEN r.tally_sign ELSE 0 END AS treated, CASE WHEN r.state <> 'ended' AND r.interaction <> 'none' THEN r.tally_sign ELSE 0 END AS interaction, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') AND r.interaction <> 'none' THEN r.tally_sign ELSE 0 END AS shared, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') AND r.interaction <> 'none' AND (r.treated OR r.state = 'accepted') THEN r.tally_sign ELSE 0 END AS shared_treated, 0 AS accepted, 0 AS shared_accepted FROM (SELECT 1 AS tally_sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows) AS r UNION ALL SELECT r.unit_id AS unit_id, r.accepted_until AS day, 0 AS live, 0 AS unrated, 0 AS linked, 0 AS serious, 0 AS red, 0 AS treated, 0 AS interaction, 0 AS shared, 0 AS shared_treated, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') AND r.state = 'accepted' AND NOT r.treated THEN r.tally_sign ELSE 0 END AS accepted, CASE WHEN r.state <> 'ended' AND r.zone IN ('yellow', 'red') AND r.state = 'accepted' AND NOT r.treated AND r.interaction <> 'none' THEN r.tally_sign ELSE 0 END AS shared_accepted FROM (SELECT 1 AS tally_sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows) AS r) AS counted
        WHERE day IS NOT NULL GROUP BY unit_id, day HAVING sum(live) <> 0 OR sum(unrated) <> 0 OR sum(linked) <> 0 OR sum(serious) <> 0 OR sum(red) <> 0 OR sum(treated) <> 0 OR sum(interaction) <> 0 OR sum(shared) <> 0 OR sum(shared_treated) <> 0 OR sum(accepted) <> 0 OR sum(shared_accepted) <> 0;
     RETURN NULL; END $$;

CREATE FUNCTION public.risks_tally_compact() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        DECLARE moved bigint;
        BEGIN
            IF NOT pg_try_advisory_xact_lock(hashtextextended('risks_tally', 0)) THEN RETURN 0; END IF;
            WITH fresh AS (DELETE FROM risks_tally WHERE NOT settled RETURNING *),
            sums AS (SELECT unit_id, day, sum(live) AS live, sum(unrated) AS unrated, sum(linked) AS linked, sum(serious) AS serious, sum(red) AS red, sum(treated) AS treated, sum(interaction) AS interaction, sum(shared) AS shared, sum(shared_treated) AS shared_treated, sum(accepted) AS accepted, sum(shared_accepted) AS shared_accepted FROM fresh GROUP BY unit_id, day),
            own AS (
                INSERT INTO risks_tally (unit_id, day, settled, live, unrated, linked, serious, red, treated, interaction, shared, shared_treated, accepted, shared_accepted)
                SELECT unit_id, day, true, live, unrated, linked, serious, red, treated, interaction, shared, shared_treated, accepted, shared_accepted FROM sums
                ON CONFLICT (unit_id, day) WHERE settled DO UPDATE SET live = risks_tally.live + excluded.live, unrated = risks_tally.unrated + excluded.unrated, linked = risks_tally.linked + excluded.linked, serious = risks_tally.serious + excluded.serious, red = risks_tally.red + excluded.red, treated = risks_tally.treated + excluded.treated, interaction = risks_tally.interaction + excluded.interaction, shared = risks_tally.shared + excluded.shared, shared_treated = risks_tally.shared_treated + excluded.shared_treated, accepted = risks_tally.accepted + excluded.accepted, shared_accepted = risks_tally.shared_accepted + excluded.shared_accepted),
            above AS (
                INSERT INTO risks_linetally (unit_id, day, live, unrated, linked, serious, red, treated, interaction, shared, shared_treated, accepted, shared_accepted)
                SELECT above::bigint, s.day, sum(live) AS live, sum(unrated) AS unrated, sum(linked) AS linked, sum(serious) AS serious, sum(red) AS red, sum(treated) AS treated, sum(interaction) AS interaction, sum(shared) AS shared, sum(shared_treated) AS shared_treated, sum(accepted) AS accepted, sum(shared_accepted) AS shared_accepted FROM sums s
                JOIN organisation_unit u ON u.id = s.unit_id,
                LATERAL unnest(string_to_array(trim('.' FROM u.path), '.')) AS above
                GROUP BY above, s.day
                ON CONFLICT (unit_id, day) DO UPDATE SET live = risks_linetally.live + excluded.live, unrated = risks_linetally.unrated + excluded.unrated, linked = risks_linetally.linked + excluded.linked, serious = risks_linetally.serious + excluded.serious, red = risks_linetally.red + excluded.red, treated = risks_linetally.treated + excluded.treated, interaction = risks_linetally.interaction + excluded.interaction, shared = risks_linetally.shared + excluded.shared, shared_treated = risks_linetally.shared_treated + excluded.shared_treated, accepted = risks_linetally.accepted + excluded.accepted, shared_accepted = risks_linetally.shared_accepted + excluded.shared_accepted)
            SELECT count(*) INTO moved FROM fresh;
            DELETE FROM risks_tally WHERE settled AND live = 0 AND unrated = 0 AND linked = 0 AND serious = 0 AND red = 0 AND treated = 0 AND interaction = 0 AND shared = 0 AND shared_treated = 0 AND accepted = 0 AND shared_accepted = 0;
            DELETE FROM risks_linetally WHERE live = 0 AND unrated = 0 AND linked = 0 AND serious = 0 AND red = 0 AND treated = 0 AND interaction = 0 AND shared = 0 AND shared_treated = 0 AND accepted = 0 AND shared_accepted = 0;
            RETURN moved;
        END $$;

CREATE FUNCTION public.risks_tally_moved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        BEGIN 
        PERFORM pg_advisory_xact_lock(hashtextextended('risks_tally', 0));
        INSERT INTO risks_linetally (unit_id, day, live, unrated, linked, serious, red, treated, interaction, shared, shared_treated, accepted, shared_accepted)
        SELECT place.unit::bigint, t.day, t.live * place.sign, t.unrated * place.sign, t.linked * place.sign, t.serious * place.sign, t.red * place.sign, t.treated * place.sign, t.interaction * place.sign, t.shared * place.sign, t.shared_treated * place.sign, t.accepted * place.sign, t.shared_accepted * place.sign FROM risks_tally t, (
            SELECT unit, 1 AS sign FROM unnest(string_to_array(trim('.' FROM NEW.path), '.')) AS unit WHERE unit <> ALL (string_to_array(trim('.' FROM OLD.path), '.'))
            UNION ALL
            SELECT unit, -1 FROM unnest(string_to_array(trim('.' FROM OLD.path), '.')) AS unit WHERE unit <> ALL (string_to_array(trim('.' FROM NEW.path), '.'))) AS place
        WHERE t.settled AND t.unit_id = NEW.id
        ON CONFLICT (unit_id, day) DO UPDATE SET live = risks_linetally.live + excluded.live, unrated = risks_linetally.unrated + excluded.unrated, linked = risks_linetally.linked + excluded.linked, serious = risks_linetally.serious + excluded.serious, red = risks_linetally.red + excluded.red, treated = risks_linetally.treated + excluded.treated, interaction = risks_linetally.interaction + excluded.interaction, shared = risks_linetally.shared + excluded.shared, shared_treated = risks_linetally.shared_treated + excluded.shared_treated, accepted = risks_linetally.accepted + excluded.accepted, shared_accepted = risks_linetally.shared_accepted + excluded.shared_accepted;
     RETURN NULL; END $$;

CREATE FUNCTION public.serious_evidence(of_path text, since date, on_day date, personal text[]) RETURNS TABLE(due bigint, in_time bigint, unsent bigint, offers bigint, offered bigint, reports bigint, reported bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
        WITH n AS (
            SELECT o.rule, n.sent_at, coalesce(n.sent_at <= n.late_at, false) AS in_time
            FROM serious_notice n
            JOIN serious_obligation o ON o.id = n.obligation_id
            JOIN serious_event e ON e.id = n.event_id
            JOIN incidents_incident i ON i.id = e.incident_id
            JOIN organisation_unit u ON u.id = i.responsible_unit_id
            WHERE n.given AND n.late_at >= since::timestamp AT TIME ZONE 'Europe/Oslo'
                AND n.late_at < on_day::timestamp AT TIME ZONE 'Europe/Oslo'
                AND (n.sent_at IS NOT NULL OR o.state IN ('proposed', 'send'))
                AND starts_with(u.path, of_path) AND o.rule <> ALL (personal)
                AND NOT i.past_line AND i.state <> 'aside'
                AND i.id NOT IN (SELECT incidents_recused()))
        SELECT count(*), count(*) FILTER (WHERE in_time), count(*) FILTER (WHERE sent_at IS NULL),
               count(*) FILTER (WHERE rule = 'V04'),
               count(*) FILTER (WHERE rule = 'V04' AND in_time),
               count(*) FILTER (WHERE rule = 'V03'),
               count(*) FILTER (WHERE rule = 'V03' AND in_time)
        FROM n
    $$;

CREATE FUNCTION public.serious_figures(of_trust bigint, at timestamp with time zone) RETURNS TABLE(assessed bigint, sent bigint, in_time bigint, running bigint, late bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
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

CREATE FUNCTION public.serious_seen(of_event bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        RETURN (SELECT incidents_case_seen(e.incident_id) FROM serious_event e WHERE e.id = of_event);
    END $$;

CREATE FUNCTION public.serious_statutory() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    DECLARE
        of_case bigint := (SELECT incident_id FROM serious_event WHERE id = NEW.event_id);
    BEGIN
        UPDATE incidents_incident SET statutory = (
    SELECT CASE WHEN bool_or(o.state = 'proposed') THEN 'undecided'
                WHEN bool_or(o.state = 'send') THEN 'told' ELSE '' END
    FROM serious_obligation o JOIN serious_event e ON e.id = o.event_id
 WHERE e.incident_id = of_case)
        WHERE id = of_case;
        RETURN NULL;
    END $$;

CREATE FUNCTION public.trail_only_system() RETURNS void
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF current_setting('styrk.posts', true) IS DISTINCT FROM '{(,)}' THEN
            RAISE EXCEPTION 'the trail as a whole is read by the system alone'
                USING ERRCODE = 'insufficient_privilege';
        END IF;
    END $$;

CREATE FUNCTION public.trail_prepare_month(day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    SET "TimeZone" TO 'UTC'
    AS $$
    DECLARE
        first date := date_trunc('month', day)::date;
        after date := (first + interval '1 month')::date;
        name text := format('trail_reading_%s', to_char(first, 'YYYY_MM'));
    BEGIN
        IF to_regclass(name) IS NULL AND NOT EXISTS (
            SELECT 1 FROM trail_reading_rest WHERE at >= first AND at < after)
        THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF trail_reading FOR VALUES FROM (%L) TO (%L)',
                           name, first::timestamptz, after::timestamptz);
            EXECUTE format('REVOKE ALL ON %I FROM styrk_app', name);
        END IF;
    END $$;

CREATE FUNCTION public.trail_uncovered(ranges int8multirange, after bigint) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    DECLARE
        newer int8multirange := coalesce(
            (SELECT range_agg(covers::int8multirange) FROM trail_seal WHERE id > after), '{}');
    BEGIN
        PERFORM trail_only_system();
        RETURN QUERY 
    SELECT e.* FROM (SELECT coalesce(lower(r), -9223372036854775808) AS low,
                            coalesce(upper(r), 9223372036854775807) AS high
                     FROM unnest(ranges - newer) AS r ORDER BY 1) AS span,
    LATERAL (SELECT id FROM trail_entry WHERE id >= span.low AND id < span.high
             ORDER BY id ) AS e 
;
    END $$;

CREATE TABLE public.trail_entry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint,
    person_name text NOT NULL,
    act text NOT NULL,
    subject text NOT NULL,
    subject_id bigint NOT NULL,
    trust_id bigint,
    text text NOT NULL,
    detail jsonb NOT NULL
);

CREATE FUNCTION public.trail_unsealed(most integer, settled timestamp with time zone) RETURNS SETOF public.trail_entry
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    DECLARE
        floor bigint := coalesce((SELECT max(high) FROM trail_seal WHERE at <= settled), 0);
        above int8multirange := int8multirange(int8range(floor, NULL, '()'));
        sealed int8multirange := coalesce(
            (SELECT range_agg(covers::int8multirange) FROM trail_seal WHERE at > settled), '{}');
    BEGIN
        PERFORM trail_only_system();
        RETURN QUERY 
    SELECT e.* FROM (SELECT coalesce(lower(r), -9223372036854775808) AS low,
                            coalesce(upper(r), 9223372036854775807) AS high
                     FROM unnest(above - sealed) AS r ORDER BY 1) AS span,
    LATERAL (SELECT * FROM trail_entry WHERE id >= span.low AND id < span.high
             ORDER BY id LIMIT most) AS e LIMIT most
;
    END $$;

CREATE FUNCTION public.trail_within(ranges int8multirange) RETURNS SETOF public.trail_entry
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
    BEGIN
        PERFORM trail_only_system();
        RETURN QUERY 
    SELECT e.* FROM (SELECT coalesce(lower(r), -9223372036854775808) AS low,
                            coalesce(upper(r), 9223372036854775807) AS high
                     FROM unnest(ranges) AS r ORDER BY 1) AS span,
    LATERAL (SELECT * FROM trail_entry WHERE id >= span.low AND id < span.high
             ORDER BY id ) AS e 
;
    END $$;

CREATE FUNCTION public.yearly_keep_sent() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM yearly_yearlyreport WHERE state <> 'draft'
                   AND id IN (OLD.report_id, NEW.report_id)) THEN
            RAISE EXCEPTION 'a report that is sent is never changed'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
    END $$;

CREATE TABLE public.access_account (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    username text NOT NULL,
    language text NOT NULL,
    is_active boolean NOT NULL,
    person_id bigint,
    start_until timestamp with time zone,
    CONSTRAINT access_account_language CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text])))
);

ALTER TABLE public.access_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_delivery (
    id bigint NOT NULL,
    key text NOT NULL,
    digest text NOT NULL,
    answer jsonb,
    at timestamp with time zone NOT NULL,
    token_id bigint NOT NULL
);

ALTER TABLE public.access_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_draft (
    id bigint NOT NULL,
    path text NOT NULL,
    fields jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.access_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_grant (
    id bigint NOT NULL,
    kind text NOT NULL,
    record_id bigint NOT NULL,
    part text NOT NULL,
    until timestamp with time zone,
    reason text NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    granted_by_id bigint,
    person_id bigint,
    unit_id bigint,
    role text DEFAULT ''::text NOT NULL,
    CONSTRAINT access_grant_role CHECK (((role = ''::text) OR ((role = ANY (ARRAY['board_chair'::text, 'whistleblowing'::text, 'quality_committee'::text])) AND (unit_id IS NOT NULL)))),
    CONSTRAINT access_grant_to_one CHECK ((((person_id IS NOT NULL) AND (unit_id IS NULL)) OR ((person_id IS NULL) AND (unit_id IS NOT NULL)))),
    CONSTRAINT access_grant_until CHECK (((until IS NULL) OR (until > granted_at)))
);

ALTER TABLE public.access_grant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_guest (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind text NOT NULL,
    record_id bigint NOT NULL,
    name text NOT NULL,
    organisation text NOT NULL,
    email text NOT NULL,
    opens_on date NOT NULL,
    until date NOT NULL,
    covers_from date NOT NULL,
    covers_to date NOT NULL,
    link text,
    browser text NOT NULL,
    salt text NOT NULL,
    asked_at timestamp with time zone,
    tries integer NOT NULL,
    email_due_at timestamp with time zone,
    last_in_at timestamp with time zone,
    invited_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id bigint,
    invited_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    parts jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT access_guest_covers CHECK ((covers_to >= covers_from)),
    CONSTRAINT access_guest_days CHECK ((until >= opens_on)),
    CONSTRAINT access_guest_ended CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)))),
    CONSTRAINT access_guest_who CHECK (((NOT (name = ''::text)) AND (NOT (organisation = ''::text)) AND (NOT (email = ''::text))))
);

ALTER TABLE public.access_guest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_guest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_preview (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    purpose text NOT NULL,
    names text[] NOT NULL,
    contents bytea[] NOT NULL,
    facts jsonb NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    person_id bigint NOT NULL,
    CONSTRAINT access_preview_used CHECK (((used_at IS NULL) OR ((contents = '{}'::bytea[]) AND (names = '{}'::text[]))))
);

ALTER TABLE public.access_preview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_preview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_sent (
    id bigint NOT NULL,
    mark text NOT NULL,
    back text NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.access_sent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_sent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_token (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name text NOT NULL,
    permissions text[] NOT NULL,
    digest text NOT NULL,
    until date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    last_used_on date,
    ended_at timestamp with time zone,
    ended_by_id bigint,
    made_by_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT access_token_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT access_token_ended CHECK (((ended_at IS NOT NULL) OR (ended_by_id IS NULL))),
    CONSTRAINT access_token_name CHECK ((NOT (name = ''::text)))
);

ALTER TABLE public.access_token ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_token_units (
    id bigint NOT NULL,
    token_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.access_token_units ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_token_units_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.actions_action (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    origin text NOT NULL,
    title text NOT NULL,
    change text NOT NULL,
    sign text NOT NULL,
    level text NOT NULL,
    due date NOT NULL,
    review_on date NOT NULL,
    state text NOT NULL,
    effect text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    done_by_id bigint,
    follows_id bigint,
    owner_id bigint NOT NULL,
    raised_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    closed boolean DEFAULT false NOT NULL,
    CONSTRAINT actions_done_pair CHECK ((((done_at IS NULL) AND (done_by_id IS NULL)) OR ((done_at IS NOT NULL) AND (done_by_id IS NOT NULL)))),
    CONSTRAINT actions_done_when CHECK (((NOT (state = ANY (ARRAY['done'::text, 'finished'::text]))) OR (done_at IS NOT NULL))),
    CONSTRAINT actions_effect CHECK (((effect = ''::text) OR (effect = ANY (ARRAY['worked'::text, 'partly'::text, 'not_worked'::text, 'too_early'::text])))),
    CONSTRAINT actions_finished_needs_effect CHECK (((NOT (state = 'finished'::text)) OR (effect = ANY (ARRAY['worked'::text, 'partly'::text, 'not_worked'::text])))),
    CONSTRAINT actions_level CHECK ((level = ANY (ARRAY['system'::text, 'routine'::text, 'person'::text]))),
    CONSTRAINT actions_review_after_due CHECK ((review_on >= due)),
    CONSTRAINT actions_state CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'finished'::text, 'dropped'::text])))
);

ALTER TABLE public.actions_action ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actions_action_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.actions_actionstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    action_id bigint NOT NULL,
    by_id bigint NOT NULL
);

ALTER TABLE public.actions_actionstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actions_actionstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.actions_effectreview (
    id bigint NOT NULL,
    effect text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    next_review_on date,
    action_id bigint NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT actions_review_effect CHECK ((effect = ANY (ARRAY['worked'::text, 'partly'::text, 'not_worked'::text, 'too_early'::text]))),
    CONSTRAINT actions_review_next CHECK (((NOT (effect = 'too_early'::text)) OR (next_review_on IS NOT NULL))),
    CONSTRAINT actions_review_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.actions_effectreview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actions_effectreview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.actions_linetally (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    day date NOT NULL,
    raised integer DEFAULT 0 NOT NULL,
    carried_out integer DEFAULT 0 NOT NULL,
    judged integer DEFAULT 0 NOT NULL,
    worked integer DEFAULT 0 NOT NULL,
    planned integer DEFAULT 0 NOT NULL,
    unjudged integer DEFAULT 0 NOT NULL
);

ALTER TABLE public.actions_linetally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actions_linetally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.actions_objection (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    subject text NOT NULL,
    subject_uuid uuid NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    said_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    action_id bigint,
    answered_by_id bigint,
    asked_id bigint NOT NULL,
    said_by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT actions_answered_pair CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (NOT (answer = ''::text))))),
    CONSTRAINT actions_objection_action CHECK (((NOT (subject = 'action'::text)) OR (action_id IS NOT NULL))),
    CONSTRAINT actions_objection_text CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.actions_objection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actions_objection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.actions_recusal (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.actions_recusal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actions_recusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.actions_tally (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    day date NOT NULL,
    raised integer DEFAULT 0 NOT NULL,
    carried_out integer DEFAULT 0 NOT NULL,
    judged integer DEFAULT 0 NOT NULL,
    worked integer DEFAULT 0 NOT NULL,
    planned integer DEFAULT 0 NOT NULL,
    unjudged integer DEFAULT 0 NOT NULL,
    settled boolean NOT NULL
);

ALTER TABLE public.actions_tally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actions_tally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.appraisal_addendum (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    appraisal_id bigint NOT NULL,
    CONSTRAINT appraisal_addendum_says CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.appraisal_addendum ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appraisal_addendum_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.appraisal_appraisal (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    state text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    material jsonb NOT NULL,
    gathered_at timestamp with time zone NOT NULL,
    signed_at timestamp with time zone,
    unheard text NOT NULL,
    content jsonb,
    digest text NOT NULL,
    begun_by_id bigint NOT NULL,
    gathered_by_id bigint NOT NULL,
    follows_id bigint,
    signed_by_id bigint,
    unit_id bigint NOT NULL,
    to_board text NOT NULL,
    to_staff text NOT NULL,
    CONSTRAINT appraisal_signed_is_whole CHECK ((((content IS NOT NULL) AND (signed_at IS NOT NULL) AND (state = 'signed'::text) AND (digest ~ '^[0-9a-f]{64}$'::text)) OR ((content IS NULL) AND (digest = ''::text) AND (signed_at IS NULL) AND (state = 'draft'::text)) OR ((content IS NULL) AND (digest = ''::text) AND (signed_at IS NULL) AND (state = 'dropped'::text) AND (follows_id IS NULL)))),
    CONSTRAINT appraisal_signed_pair CHECK ((((signed_at IS NULL) AND (signed_by_id IS NULL)) OR ((signed_at IS NOT NULL) AND (signed_by_id IS NOT NULL)))),
    CONSTRAINT appraisal_state CHECK ((state = ANY (ARRAY['draft'::text, 'signed'::text, 'dropped'::text])))
);

ALTER TABLE public.appraisal_appraisal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appraisal_appraisal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.appraisal_appraisalaction (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    appraisal_id bigint NOT NULL
);

ALTER TABLE public.appraisal_appraisalaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appraisal_appraisalaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.appraisal_appraisalstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    appraisal_id bigint NOT NULL,
    by_id bigint NOT NULL
);

ALTER TABLE public.appraisal_appraisalstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appraisal_appraisalstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.appraisal_extension (
    id bigint NOT NULL,
    levels text[] NOT NULL,
    codes text[] NOT NULL,
    reason text NOT NULL,
    decided_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT appraisal_extension_why CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.appraisal_extension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appraisal_extension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.appraisal_input (
    id bigint NOT NULL,
    item text NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    appraisal_id bigint NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT appraisal_input_says CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.appraisal_input ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appraisal_input_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.appraisal_participant (
    id bigint NOT NULL,
    party text NOT NULL,
    who text NOT NULL,
    held_on date NOT NULL,
    said text NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    appraisal_id bigint NOT NULL,
    noted_by_id bigint NOT NULL,
    uuid uuid NOT NULL,
    CONSTRAINT appraisal_participant_whole CHECK (((NOT (who = ''::text)) AND (NOT (said = ''::text)))),
    CONSTRAINT appraisal_party CHECK ((party = ANY (ARRAY['leaders'::text, 'union'::text, 'safety'::text, 'users'::text, 'others'::text])))
);

ALTER TABLE public.appraisal_participant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appraisal_participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.appraisal_verdict (
    id bigint NOT NULL,
    item text NOT NULL,
    works text NOT NULL,
    comment text NOT NULL,
    at timestamp with time zone NOT NULL,
    appraisal_id bigint NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT appraisal_verdict_item CHECK ((item = ANY (ARRAY['results'::text, 'compliance'::text, 'whole'::text, 'improvement'::text, '6a'::text, '6b'::text, '6c'::text, '6d'::text, '6e'::text, '6f'::text, '6g'::text, '7a'::text, '7b'::text, '7c'::text, '7d'::text, '7e'::text, '8a'::text, '8b'::text, '8c'::text, '8d'::text, '8e'::text, '8f'::text, '9a'::text, '9b'::text, '9c'::text]))),
    CONSTRAINT appraisal_verdict_why CHECK ((NOT (comment = ''::text))),
    CONSTRAINT appraisal_works CHECK ((works = ANY (ARRAY['works'::text, 'partly'::text, 'fails'::text])))
);

ALTER TABLE public.appraisal_verdict ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appraisal_verdict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auditplan_auditplan (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    year integer NOT NULL,
    state text NOT NULL,
    version integer NOT NULL,
    wishes_until date NOT NULL,
    reason text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    begun_by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT auditplan_revised_why CHECK ((((state = 'revising'::text) AND (NOT (reason = ''::text))) OR ((NOT (state = 'revising'::text)) AND (reason = ''::text)))),
    CONSTRAINT auditplan_state CHECK ((state = ANY (ARRAY['draft'::text, 'recommended'::text, 'approved'::text, 'revising'::text]))),
    CONSTRAINT auditplan_version CHECK ((((state = ANY (ARRAY['approved'::text, 'revising'::text])) AND (version >= 1)) OR ((NOT (state = ANY (ARRAY['approved'::text, 'revising'::text]))) AND (version = 0))))
);

ALTER TABLE public.auditplan_auditplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auditplan_auditplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auditplan_auditplanstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint NOT NULL,
    plan_id bigint NOT NULL
);

ALTER TABLE public.auditplan_auditplanstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auditplan_auditplanstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auditplan_linecriterion (
    id bigint NOT NULL,
    requirement_id bigint NOT NULL,
    line_id bigint NOT NULL
);

ALTER TABLE public.auditplan_linecriterion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auditplan_linecriterion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auditplan_lineunit (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    line_id bigint NOT NULL
);

ALTER TABLE public.auditplan_lineunit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auditplan_lineunit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auditplan_planapproval (
    id bigint NOT NULL,
    version integer NOT NULL,
    held_on date NOT NULL,
    "case" text NOT NULL,
    words text NOT NULL,
    reason text NOT NULL,
    content jsonb NOT NULL,
    digest text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    CONSTRAINT auditplan_decision_says CHECK (((NOT ("case" = ''::text)) AND (NOT (words = ''::text)))),
    CONSTRAINT auditplan_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE public.auditplan_planapproval ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auditplan_planapproval_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auditplan_planline (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    about text NOT NULL,
    why text NOT NULL,
    criteria_words text NOT NULL,
    quarter integer,
    moved_from integer,
    state text NOT NULL,
    reason text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    audit_id bigint,
    plan_id bigint NOT NULL,
    set_by_id bigint NOT NULL,
    CONSTRAINT auditplan_begun_is_audit CHECK ((((audit_id IS NOT NULL) AND (quarter IS NOT NULL) AND (state = 'begun'::text)) OR ((NOT (state = 'begun'::text)) AND (audit_id IS NULL)))),
    CONSTRAINT auditplan_line_kind CHECK ((kind = ANY (ARRAY['group'::text, 'internal'::text]))),
    CONSTRAINT auditplan_line_state CHECK ((state = ANY (ARRAY['planned'::text, 'begun'::text, 'out'::text]))),
    CONSTRAINT auditplan_line_why CHECK ((((NOT (state = 'out'::text)) AND (moved_from IS NULL)) OR (NOT (reason = ''::text))))
);

ALTER TABLE public.auditplan_planline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auditplan_planline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auditplan_recommendation (
    id bigint NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    held_on date NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    on_behalf boolean DEFAULT false NOT NULL,
    CONSTRAINT auditplan_body CHECK ((body = ANY (ARRAY['committee'::text, 'board'::text, 'leaders'::text]))),
    CONSTRAINT auditplan_recommended CHECK ((NOT (words = ''::text)))
);

ALTER TABLE public.auditplan_recommendation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auditplan_recommendation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auditplan_wish (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    party text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    state text NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    by_id bigint NOT NULL,
    line_id bigint,
    plan_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    on_behalf boolean DEFAULT false NOT NULL,
    CONSTRAINT auditplan_party CHECK ((party = ANY (ARRAY['board'::text, 'committee'::text, 'unit'::text]))),
    CONSTRAINT auditplan_wish CHECK ((state = ANY (ARRAY['open'::text, 'taken_in'::text, 'not_taken_in'::text]))),
    CONSTRAINT auditplan_wish_answered CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (line_id IS NULL) AND (state = 'open'::text) AND (answered_by_id IS NULL)) OR ((NOT (state = 'open'::text)) AND (NOT (answer = ''::text)) AND (answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT auditplan_wish_line CHECK ((((line_id IS NOT NULL) AND (state = 'taken_in'::text)) OR ((NOT (state = 'taken_in'::text)) AND (line_id IS NULL)))),
    CONSTRAINT auditplan_wish_says CHECK (((NOT (title = ''::text)) AND (NOT (text = ''::text))))
);

ALTER TABLE public.auditplan_wish ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auditplan_wish_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);

ALTER TABLE public.axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);

ALTER TABLE public.axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);

ALTER TABLE public.axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.board_boardquestion (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    text text NOT NULL,
    due date NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT board_question_answered CHECK ((((answer = ''::text) AND (answered_at IS NULL)) OR ((NOT (answer = ''::text)) AND (answered_at IS NOT NULL)))),
    CONSTRAINT board_question_answered_pair CHECK ((((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)) OR ((answered_at IS NULL) AND (answered_by_id IS NULL)))),
    CONSTRAINT board_question_says CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.board_boardquestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_boardquestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.board_decision (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    text text NOT NULL,
    due date NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    told text NOT NULL,
    told_at timestamp with time zone,
    decided_by_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    told_by_id bigint,
    item_id bigint NOT NULL,
    corrects_id bigint,
    why text DEFAULT ''::text NOT NULL,
    corrected_at timestamp with time zone,
    CONSTRAINT board_decision_corrected CHECK (((corrected_at IS NULL) OR (told_at IS NULL))),
    CONSTRAINT board_decision_corrects CHECK ((((corrects_id IS NULL) AND (why = ''::text)) OR ((corrects_id IS NOT NULL) AND (NOT (why = ''::text))))),
    CONSTRAINT board_decision_says CHECK ((NOT (text = ''::text))),
    CONSTRAINT board_decision_told CHECK ((((told = ''::text) AND (told_at IS NULL)) OR ((NOT (told = ''::text)) AND (told_at IS NOT NULL)))),
    CONSTRAINT board_decision_told_pair CHECK ((((told_at IS NOT NULL) AND (told_by_id IS NOT NULL)) OR ((told_at IS NULL) AND (told_by_id IS NULL))))
);

ALTER TABLE public.board_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.board_decisionaction (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    decision_id bigint NOT NULL
);

ALTER TABLE public.board_decisionaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_decisionaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.board_item (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    closed text NOT NULL,
    source text NOT NULL,
    source_title text NOT NULL,
    source_path text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    why_withdrawn text NOT NULL,
    added_by_id bigint NOT NULL,
    withdrawn_by_id bigint,
    meeting_id bigint NOT NULL,
    source_digest text DEFAULT ''::text NOT NULL,
    CONSTRAINT board_item_named CHECK ((NOT (title = ''::text))),
    CONSTRAINT board_item_source CHECK ((source = ANY (ARRAY[''::text, 'appraisal'::text, 'audit'::text, 'auditplan'::text, 'report'::text]))),
    CONSTRAINT board_item_withdrawn_pair CHECK ((((withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL)) OR ((withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL))))
);

ALTER TABLE public.board_item ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.board_meeting (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    "on" date NOT NULL,
    place text NOT NULL,
    state text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    held_at timestamp with time zone,
    held_by_id bigint,
    planned_by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    why_off text DEFAULT ''::text NOT NULL,
    CONSTRAINT board_meeting_held CHECK ((((held_at IS NOT NULL) AND (state = 'held'::text)) OR ((held_at IS NULL) AND (state = ANY (ARRAY['planned'::text, 'called_off'::text]))))),
    CONSTRAINT board_meeting_held_pair CHECK ((((held_at IS NOT NULL) AND (held_by_id IS NOT NULL)) OR ((held_at IS NULL) AND (held_by_id IS NULL)))),
    CONSTRAINT board_meeting_state CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'called_off'::text]))),
    CONSTRAINT board_meeting_why_off CHECK ((((state = 'called_off'::text) AND (NOT (why_off = ''::text))) OR ((NOT (state = 'called_off'::text)) AND (why_off = ''::text))))
);

ALTER TABLE public.board_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.board_pack (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number integer NOT NULL,
    content jsonb NOT NULL,
    digest text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    CONSTRAINT board_pack_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE public.board_pack ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_pack_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.classification_code (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number integer NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    axis_id bigint NOT NULL
);

ALTER TABLE public.classification_code ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.classification_code_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.classification_codeaxis (
    id bigint NOT NULL,
    number integer NOT NULL,
    key text NOT NULL,
    title text NOT NULL,
    scheme_id bigint NOT NULL
);

ALTER TABLE public.classification_codeaxis ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.classification_codeaxis_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.classification_codescheme (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name text NOT NULL,
    version text NOT NULL,
    publisher text NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id bigint,
    taken_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    CONSTRAINT classification_scheme_ended_pair CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)))),
    CONSTRAINT classification_scheme_named CHECK (((NOT (name = ''::text)) AND (NOT (version = ''::text))))
);

ALTER TABLE public.classification_codescheme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.classification_codescheme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.classification_incidentcode (
    id bigint NOT NULL,
    set_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    code_id bigint NOT NULL,
    incident_id bigint NOT NULL,
    removed_by_id bigint,
    set_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    CONSTRAINT classification_removed_pair CHECK ((((removed_at IS NULL) AND (removed_by_id IS NULL)) OR ((removed_at IS NOT NULL) AND (removed_by_id IS NOT NULL))))
);

ALTER TABLE public.classification_incidentcode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.classification_incidentcode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.committee_advice (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    text text NOT NULL,
    due date NOT NULL,
    state text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    given_by_id bigint NOT NULL,
    to_unit_id bigint NOT NULL,
    case_id bigint NOT NULL,
    CONSTRAINT committee_advice_answered CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL) AND (state = 'waiting'::text)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (state = ANY (ARRAY['followed'::text, 'declined'::text, 'withdrawn'::text])) AND (NOT (answer = ''::text)))))
);

ALTER TABLE public.committee_advice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.committee_advice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.committee_adviceaction (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    advice_id bigint NOT NULL
);

ALTER TABLE public.committee_adviceaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.committee_adviceaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.committee_committeecase (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    way text NOT NULL,
    why text NOT NULL,
    laid_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    met_on date,
    assessment text NOT NULL,
    ended_at timestamp with time zone,
    withdrawn_why text NOT NULL,
    ended_by_id bigint,
    incident_id bigint NOT NULL,
    laid_by_id bigint,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT committee_ended_pair CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)))),
    CONSTRAINT committee_state CHECK ((((ended_at IS NULL) AND (met_on IS NULL) AND (state = 'waiting'::text)) OR ((ended_at IS NOT NULL) AND (met_on IS NOT NULL) AND (state = 'treated'::text) AND (NOT (assessment = ''::text))) OR ((ended_at IS NOT NULL) AND (state = 'withdrawn'::text) AND (NOT (withdrawn_why = ''::text))))),
    CONSTRAINT committee_way CHECK ((way = ANY (ARRAY['laid'::text, 'required'::text, 'serious'::text])))
);

ALTER TABLE public.committee_committeecase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.committee_committeecase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.compliance_fitting (
    id bigint NOT NULL,
    what text NOT NULL,
    value text NOT NULL,
    in_place text CONSTRAINT compliance_fitting_rests_on_not_null NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    CONSTRAINT compliance_fitted_why CHECK ((NOT (reason = ''::text))),
    CONSTRAINT compliance_fitting_whole CHECK ((((in_place = ''::text) AND (value = ANY (ARRAY[''::text, 'small_municipality'::text, 'municipality'::text, 'trust'::text, 'region'::text, 'private'::text])) AND (what = 'profile'::text)) OR ((NOT (what = 'profile'::text)) AND (value = 'off'::text) AND (NOT (in_place = ''::text))) OR ((NOT (what = 'profile'::text)) AND (in_place = ''::text) AND (value = ''::text))))
);

ALTER TABLE public.compliance_fitting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.compliance_fitting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.compliance_judgement (
    id bigint NOT NULL,
    status text NOT NULL,
    computed text NOT NULL,
    reason text NOT NULL,
    until date,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    point_id bigint NOT NULL,
    source text NOT NULL,
    CONSTRAINT compliance_computed CHECK ((computed = ANY (ARRAY['shown'::text, 'partly'::text, 'not_shown'::text, 'unknown'::text]))),
    CONSTRAINT compliance_judged CHECK ((((status = ANY (ARRAY['shown'::text, 'partly'::text, 'not_shown'::text, 'unknown'::text])) AND (until IS NOT NULL)) OR ((status = ''::text) AND (until IS NULL)))),
    CONSTRAINT compliance_judged_why CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.compliance_judgement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.compliance_judgement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.compliance_look (
    id bigint NOT NULL,
    kind text NOT NULL,
    subject_uuid uuid NOT NULL,
    outcome text NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT compliance_looked_outcome CHECK ((outcome = ANY (ARRAY['asked'::text, 'decided'::text])))
);

ALTER TABLE public.compliance_look ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.compliance_look_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.compliance_lookwords (
    id bigint NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    look_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT compliance_looked_words CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.compliance_lookwords ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.compliance_lookwords_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.compliance_night (
    id bigint NOT NULL,
    "on" date NOT NULL,
    units integer NOT NULL
);

ALTER TABLE public.compliance_night ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.compliance_night_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.compliance_picture (
    id bigint NOT NULL,
    letter text NOT NULL,
    "on" date NOT NULL,
    since date NOT NULL,
    status text NOT NULL,
    explanation text NOT NULL,
    reservation text NOT NULL,
    data jsonb NOT NULL,
    digest text NOT NULL,
    unit_id bigint NOT NULL,
    rule_id bigint,
    CONSTRAINT compliance_pictured CHECK ((status = ANY (ARRAY['shown'::text, 'partly'::text, 'not_shown'::text, 'unknown'::text]))),
    CONSTRAINT compliance_since CHECK ((since <= "on"))
);

ALTER TABLE public.compliance_picture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.compliance_picture_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.compliance_point (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    item text NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.compliance_point ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.compliance_point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.compliance_practice (
    id bigint NOT NULL,
    text text NOT NULL,
    reviewed_on date NOT NULL,
    review_on date,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    owner_id bigint,
    point_id bigint NOT NULL,
    CONSTRAINT compliance_practice_whole CHECK ((((NOT (text = ''::text)) AND (owner_id IS NOT NULL) AND (review_on IS NOT NULL)) OR ((owner_id IS NULL) AND (review_on IS NULL) AND (text = ''::text) AND (NOT (note = ''::text)))))
);

ALTER TABLE public.compliance_practice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.compliance_practice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.compliance_rule (
    id bigint NOT NULL,
    digest text NOT NULL,
    text text NOT NULL
);

ALTER TABLE public.compliance_rule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.compliance_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

CREATE TABLE public.duties_duty (
    id bigint NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    subject_id bigint NOT NULL,
    subject_uuid uuid NOT NULL,
    role text NOT NULL,
    due date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    reminded_on date,
    person_id bigint,
    settled_by_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT duties_for_person_or_role CHECK ((((person_id IS NOT NULL) AND (role = ''::text)) OR ((person_id IS NULL) AND (NOT (role = ''::text)))))
);

ALTER TABLE public.duties_duty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.duties_duty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.feedback_change (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    said text NOT NULL,
    did text NOT NULL,
    public boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    voice_id bigint NOT NULL
);

ALTER TABLE public.feedback_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.feedback_entrance (
    id bigint NOT NULL,
    greeting text NOT NULL,
    is_open boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.feedback_entrance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_entrance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.feedback_hearing (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    council text NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    material jsonb NOT NULL,
    state text NOT NULL,
    laid_at timestamp with time zone NOT NULL,
    said text NOT NULL,
    said_on date,
    answer text NOT NULL,
    changed boolean NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    laid_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT feedback_hearing_answered_pair CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL) AND (NOT (state = 'answered'::text))) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (state = 'answered'::text) AND (NOT (answer = ''::text))))),
    CONSTRAINT feedback_hearing_said CHECK ((((said_on IS NULL) AND (state = 'laid'::text)) OR ((said_on IS NOT NULL) AND (NOT (said = ''::text))))),
    CONSTRAINT feedback_hearing_state CHECK ((state = ANY (ARRAY['laid'::text, 'said'::text, 'answered'::text])))
);

ALTER TABLE public.feedback_hearing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_hearing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.feedback_judgement (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    voices integer NOT NULL,
    good text NOT NULL,
    better text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.feedback_judgement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_judgement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.feedback_knock (
    id bigint NOT NULL,
    who text NOT NULL,
    unit_id bigint NOT NULL,
    came_on date NOT NULL,
    hour integer NOT NULL
);

ALTER TABLE public.feedback_knock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_knock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.feedback_linetally (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    day date NOT NULL,
    received integer DEFAULT 0 NOT NULL,
    complaints integer DEFAULT 0 NOT NULL,
    experiences integer DEFAULT 0 NOT NULL,
    suggestions integer DEFAULT 0 NOT NULL,
    good integer DEFAULT 0 NOT NULL,
    waiting integer DEFAULT 0 NOT NULL,
    asked integer DEFAULT 0 NOT NULL,
    heard integer DEFAULT 0 NOT NULL,
    used integer DEFAULT 0 NOT NULL
);

ALTER TABLE public.feedback_linetally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_linetally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.feedback_receipt (
    id bigint NOT NULL,
    digest text NOT NULL,
    email text NOT NULL,
    email_tries integer NOT NULL,
    email_due_at timestamp with time zone,
    voice_id bigint NOT NULL
);

ALTER TABLE public.feedback_receipt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_receipt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.feedback_surveyscore (
    id bigint NOT NULL,
    survey text NOT NULL,
    area text NOT NULL,
    theme text NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    score numeric(4,1) NOT NULL,
    answers integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT feedback_score_of_hundred CHECK (((score >= (0)::numeric) AND (score <= (100)::numeric))),
    CONSTRAINT feedback_score_of_many CHECK ((answers >= 5))
);

ALTER TABLE public.feedback_surveyscore ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_surveyscore_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.feedback_tally (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    day date NOT NULL,
    received integer DEFAULT 0 NOT NULL,
    complaints integer DEFAULT 0 NOT NULL,
    experiences integer DEFAULT 0 NOT NULL,
    suggestions integer DEFAULT 0 NOT NULL,
    good integer DEFAULT 0 NOT NULL,
    waiting integer DEFAULT 0 NOT NULL,
    asked integer DEFAULT 0 NOT NULL,
    heard integer DEFAULT 0 NOT NULL,
    used integer DEFAULT 0 NOT NULL,
    settled boolean NOT NULL
);

ALTER TABLE public.feedback_tally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_tally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.feedback_voice (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    mark text NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    theme text NOT NULL,
    text text NOT NULL,
    about_leader boolean NOT NULL,
    received_on date NOT NULL,
    told_at timestamp with time zone NOT NULL,
    answer_owed boolean NOT NULL,
    answer_due date NOT NULL,
    state text NOT NULL,
    meanwhile text NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    used boolean NOT NULL,
    answered_by_id bigint,
    handler_id bigint,
    held_by_id bigint NOT NULL,
    told_by_id bigint,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    past_line boolean DEFAULT false NOT NULL,
    CONSTRAINT feedback_answered_pair CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (NOT (answer = ''::text))))),
    CONSTRAINT feedback_channel CHECK ((channel = ANY (ARRAY['page'::text, 'spoken'::text, 'letter'::text, 'survey'::text, 'ombud'::text, 'other'::text]))),
    CONSTRAINT feedback_ended_with_words CHECK (((state = ANY (ARRAY['received'::text, 'taken'::text])) OR (answered_at IS NOT NULL))),
    CONSTRAINT feedback_kind CHECK ((kind = ANY (ARRAY['complaint'::text, 'experience'::text, 'suggestion'::text, 'good'::text]))),
    CONSTRAINT feedback_state CHECK ((state = ANY (ARRAY['received'::text, 'taken'::text, 'answered'::text, 'assessed'::text]))),
    CONSTRAINT feedback_text CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.feedback_voice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_voice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE public.feedback_voice_past_line_seq
    START WITH -1
    INCREMENT BY -1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.feedback_voiceaction (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    voice_id bigint NOT NULL
);

ALTER TABLE public.feedback_voiceaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_voiceaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.feedback_voicestep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint NOT NULL,
    voice_id bigint NOT NULL
);

ALTER TABLE public.feedback_voicestep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_voicestep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goals_goal (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    title text NOT NULL,
    why text NOT NULL,
    direction text NOT NULL,
    target numeric(15,3),
    measured_in text NOT NULL,
    target_on date,
    target_words text NOT NULL,
    current text NOT NULL,
    followed_on date,
    first_year integer NOT NULL,
    last_year integer NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    above_id bigint,
    owner_id bigint NOT NULL,
    placement_id bigint,
    set_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT goals_direction CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text, 'hold'::text]))),
    CONSTRAINT goals_ended_with_reason CHECK (((state = ANY (ARRAY['proposed'::text, 'agreed'::text])) OR (NOT (reason = ''::text)))),
    CONSTRAINT goals_has_target CHECK ((((target IS NOT NULL) AND (target_on IS NOT NULL) AND (NOT (measured_in = ''::text))) OR ((target IS NULL) AND (NOT (target_words = ''::text))))),
    CONSTRAINT goals_one_origin CHECK (((placement_id IS NULL) OR (above_id IS NULL))),
    CONSTRAINT goals_state CHECK ((state = ANY (ARRAY['proposed'::text, 'agreed'::text, 'reached'::text, 'dropped'::text]))),
    CONSTRAINT goals_years CHECK ((last_year >= first_year))
);

ALTER TABLE public.goals_goal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goals_goal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goals_goalaction (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    goal_id bigint NOT NULL
);

ALTER TABLE public.goals_goalaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goals_goalaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goals_goalstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint NOT NULL,
    goal_id bigint NOT NULL
);

ALTER TABLE public.goals_goalstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goals_goalstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_attachment (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    file text NOT NULL,
    name text NOT NULL,
    content_type text NOT NULL,
    size integer NOT NULL,
    digest text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint,
    trust_id bigint NOT NULL,
    incident_id bigint NOT NULL,
    CONSTRAINT incidents_attachment_size_check CHECK ((size >= 0))
);

ALTER TABLE public.incidents_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_incident (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    submission uuid NOT NULL,
    state text NOT NULL,
    kind text NOT NULL,
    harm_actual text NOT NULL,
    harm_possible text NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    immediate text NOT NULL,
    place text NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    about_leader boolean NOT NULL,
    confirmed_at timestamp with time zone,
    concluded_at timestamp with time zone,
    confirmed_by_id bigint,
    handler_id bigint,
    responsible_unit_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    search tsvector GENERATED ALWAYS AS ((to_tsvector('norwegian'::regconfig, ((((title || ' '::text) || description) || ' '::text) || place)) || to_tsvector('simple'::regconfig, ((((title || ' '::text) || description) || ' '::text) || place)))) STORED,
    past_line boolean DEFAULT false NOT NULL,
    aside_as text DEFAULT ''::text NOT NULL,
    same_as_id bigint,
    statutory text DEFAULT ''::text NOT NULL,
    CONSTRAINT incidents_aside_why CHECK ((((aside_as = ANY (ARRAY['same'::text, 'complaint'::text, 'building'::text, 'ict'::text, 'whistleblowing'::text, 'other'::text, 'withdrawn'::text])) AND (state = 'aside'::text)) OR ((NOT (state = 'aside'::text)) AND (aside_as = ''::text)))),
    CONSTRAINT incidents_concluded_when CHECK ((((concluded_at IS NOT NULL) AND (state = 'concluded'::text)) OR ((NOT (state = 'concluded'::text)) AND (concluded_at IS NULL)))),
    CONSTRAINT incidents_confirmed_pair CHECK ((((confirmed_at IS NULL) AND (confirmed_by_id IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL)))),
    CONSTRAINT incidents_happened_before CHECK ((happened_at <= reported_at)),
    CONSTRAINT incidents_harm_actual CHECK (((harm_actual = ''::text) OR (harm_actual = ANY (ARRAY['none'::text, 'mild'::text, 'moderate'::text, 'severe'::text, 'death'::text])))),
    CONSTRAINT incidents_harm_possible CHECK (((harm_possible = ''::text) OR (harm_possible = ANY (ARRAY['none'::text, 'mild'::text, 'moderate'::text, 'severe'::text, 'death'::text])))),
    CONSTRAINT incidents_has_handler CHECK (((state = ANY (ARRAY['received'::text, 'aside'::text])) OR (handler_id IS NOT NULL))),
    CONSTRAINT incidents_kind CHECK ((kind = ANY (ARRAY['patient'::text, 'staff'::text, 'information'::text, 'equipment'::text, 'interface'::text, 'suggestion'::text, 'good'::text]))),
    CONSTRAINT incidents_same_as_which CHECK ((((aside_as = 'same'::text) AND (same_as_id IS NOT NULL)) OR ((NOT (aside_as = 'same'::text)) AND (same_as_id IS NULL)))),
    CONSTRAINT incidents_state CHECK ((state = ANY (ARRAY['received'::text, 'examining'::text, 'improving'::text, 'concluded'::text, 'aside'::text]))),
    CONSTRAINT incidents_statutory CHECK ((statutory = ANY (ARRAY[''::text, 'undecided'::text, 'told'::text]))),
    CONSTRAINT incidents_whistleblowing_past_line CHECK (((NOT (aside_as = 'whistleblowing'::text)) OR past_line))
);

ALTER TABLE public.incidents_incident ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_incident_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_incidentaction (
    id bigint NOT NULL,
    told text NOT NULL,
    action_id bigint NOT NULL,
    incident_id bigint NOT NULL,
    trust_id bigint NOT NULL
);

ALTER TABLE public.incidents_incidentaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_incidentaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_incidentanalysis (
    id bigint NOT NULL,
    found text NOT NULL,
    causes text[] NOT NULL,
    persons text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    incident_id bigint NOT NULL,
    trust_id bigint NOT NULL
);

ALTER TABLE public.incidents_incidentanalysis ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_incidentanalysis_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_incidentrisk (
    id bigint NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    incident_id bigint NOT NULL,
    linked_by_id bigint NOT NULL,
    removed_by_id bigint,
    risk_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    CONSTRAINT incidents_risk_removed_pair CHECK ((((removed_at IS NULL) AND (removed_by_id IS NULL)) OR ((removed_at IS NOT NULL) AND (removed_by_id IS NOT NULL))))
);

ALTER TABLE public.incidents_incidentrisk ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_incidentrisk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_incidentstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    for_reporter boolean NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint,
    incident_id bigint NOT NULL,
    trust_id bigint NOT NULL
);

ALTER TABLE public.incidents_incidentstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_incidentstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_linetally (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    day date NOT NULL,
    received integer DEFAULT 0 NOT NULL,
    suggestions integer DEFAULT 0 NOT NULL,
    good integer DEFAULT 0 NOT NULL,
    taken integer DEFAULT 0 NOT NULL,
    examined integer DEFAULT 0 NOT NULL,
    concluded integer DEFAULT 0 NOT NULL,
    serious integer DEFAULT 0 NOT NULL,
    analysed integer DEFAULT 0 NOT NULL,
    waiting integer DEFAULT 0 NOT NULL,
    serious_waiting integer DEFAULT 0 NOT NULL,
    serious_open integer DEFAULT 0 NOT NULL
);

ALTER TABLE public.incidents_linetally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_linetally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_linetheme (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    day date NOT NULL,
    patient_none integer DEFAULT 0 NOT NULL,
    patient_mild integer DEFAULT 0 NOT NULL,
    patient_moderate integer DEFAULT 0 NOT NULL,
    patient_severe integer DEFAULT 0 NOT NULL,
    patient_death integer DEFAULT 0 NOT NULL,
    patient_unsaid integer DEFAULT 0 NOT NULL,
    staff_none integer DEFAULT 0 NOT NULL,
    staff_mild integer DEFAULT 0 NOT NULL,
    staff_moderate integer DEFAULT 0 NOT NULL,
    staff_severe integer DEFAULT 0 NOT NULL,
    staff_death integer DEFAULT 0 NOT NULL,
    staff_unsaid integer DEFAULT 0 NOT NULL,
    information_none integer DEFAULT 0 NOT NULL,
    information_mild integer DEFAULT 0 NOT NULL,
    information_moderate integer DEFAULT 0 NOT NULL,
    information_severe integer DEFAULT 0 NOT NULL,
    information_death integer DEFAULT 0 NOT NULL,
    information_unsaid integer DEFAULT 0 NOT NULL,
    equipment_none integer DEFAULT 0 NOT NULL,
    equipment_mild integer DEFAULT 0 NOT NULL,
    equipment_moderate integer DEFAULT 0 NOT NULL,
    equipment_severe integer DEFAULT 0 NOT NULL,
    equipment_death integer DEFAULT 0 NOT NULL,
    equipment_unsaid integer DEFAULT 0 NOT NULL,
    interface_none integer DEFAULT 0 NOT NULL,
    interface_mild integer DEFAULT 0 NOT NULL,
    interface_moderate integer DEFAULT 0 NOT NULL,
    interface_severe integer DEFAULT 0 NOT NULL,
    interface_death integer DEFAULT 0 NOT NULL,
    interface_unsaid integer DEFAULT 0 NOT NULL
);

ALTER TABLE public.incidents_linetheme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_linetheme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_recusal (
    id bigint NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    incident_id bigint NOT NULL,
    person_id bigint NOT NULL,
    trust_id bigint NOT NULL
);

ALTER TABLE public.incidents_recusal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_recusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_reporter (
    incident_id bigint NOT NULL,
    person_id bigint NOT NULL,
    trust_id bigint NOT NULL
);

CREATE TABLE public.incidents_savedsearch (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT incidents_search_whole CHECK (((NOT (name = ''::text)) AND (NOT (query = ''::text))))
);

ALTER TABLE public.incidents_savedsearch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_savedsearch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_statement (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    question text NOT NULL,
    due date NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    incident_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    ended_at timestamp with time zone,
    profession text DEFAULT ''::text NOT NULL,
    ended_why text DEFAULT ''::text NOT NULL,
    CONSTRAINT incidents_statement_answered_pair CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (NOT (answer = ''::text)))))
);

ALTER TABLE public.incidents_statement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_tally (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    day date NOT NULL,
    received integer DEFAULT 0 NOT NULL,
    suggestions integer DEFAULT 0 NOT NULL,
    good integer DEFAULT 0 NOT NULL,
    taken integer DEFAULT 0 NOT NULL,
    examined integer DEFAULT 0 NOT NULL,
    concluded integer DEFAULT 0 NOT NULL,
    serious integer DEFAULT 0 NOT NULL,
    analysed integer DEFAULT 0 NOT NULL,
    waiting integer DEFAULT 0 NOT NULL,
    serious_waiting integer DEFAULT 0 NOT NULL,
    serious_open integer DEFAULT 0 NOT NULL,
    settled boolean NOT NULL
);

ALTER TABLE public.incidents_tally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_tally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incidents_theme (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    day date NOT NULL,
    settled boolean DEFAULT false NOT NULL,
    patient_none integer DEFAULT 0 NOT NULL,
    patient_mild integer DEFAULT 0 NOT NULL,
    patient_moderate integer DEFAULT 0 NOT NULL,
    patient_severe integer DEFAULT 0 NOT NULL,
    patient_death integer DEFAULT 0 NOT NULL,
    patient_unsaid integer DEFAULT 0 NOT NULL,
    staff_none integer DEFAULT 0 NOT NULL,
    staff_mild integer DEFAULT 0 NOT NULL,
    staff_moderate integer DEFAULT 0 NOT NULL,
    staff_severe integer DEFAULT 0 NOT NULL,
    staff_death integer DEFAULT 0 NOT NULL,
    staff_unsaid integer DEFAULT 0 NOT NULL,
    information_none integer DEFAULT 0 NOT NULL,
    information_mild integer DEFAULT 0 NOT NULL,
    information_moderate integer DEFAULT 0 NOT NULL,
    information_severe integer DEFAULT 0 NOT NULL,
    information_death integer DEFAULT 0 NOT NULL,
    information_unsaid integer DEFAULT 0 NOT NULL,
    equipment_none integer DEFAULT 0 NOT NULL,
    equipment_mild integer DEFAULT 0 NOT NULL,
    equipment_moderate integer DEFAULT 0 NOT NULL,
    equipment_severe integer DEFAULT 0 NOT NULL,
    equipment_death integer DEFAULT 0 NOT NULL,
    equipment_unsaid integer DEFAULT 0 NOT NULL,
    interface_none integer DEFAULT 0 NOT NULL,
    interface_mild integer DEFAULT 0 NOT NULL,
    interface_moderate integer DEFAULT 0 NOT NULL,
    interface_severe integer DEFAULT 0 NOT NULL,
    interface_death integer DEFAULT 0 NOT NULL,
    interface_unsaid integer DEFAULT 0 NOT NULL
);

ALTER TABLE public.incidents_theme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_theme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_actionmeasure (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action_id bigint NOT NULL,
    by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id bigint,
    ended_reason text NOT NULL,
    CONSTRAINT indicators_action_ended_pair CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL))))
);

ALTER TABLE public.indicators_actionmeasure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_actionmeasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_annotation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    period date NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    withdrawn_by_id bigint,
    indicator_id bigint NOT NULL,
    CONSTRAINT indicators_annotation_text CHECK ((NOT (text = ''::text))),
    CONSTRAINT indicators_annotation_withdrawn_pair CHECK ((((withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL)) OR ((withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL))))
);

ALTER TABLE public.indicators_annotation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_annotation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_attestation (
    id bigint NOT NULL,
    period date NOT NULL,
    quality text NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    CONSTRAINT indicators_quality CHECK ((quality = ANY (ARRAY['good'::text, 'reservations'::text, 'poor'::text]))),
    CONSTRAINT indicators_quality_words CHECK (((quality = 'good'::text) OR (NOT (words = ''::text))))
);

ALTER TABLE public.indicators_attestation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_attestation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_batch (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name text NOT NULL,
    digest text NOT NULL,
    rows integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint
);

ALTER TABLE public.indicators_batch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_definition (
    id bigint NOT NULL,
    number integer NOT NULL,
    valid_from date NOT NULL,
    kind text NOT NULL,
    rhythm text NOT NULL,
    direction text NOT NULL,
    numerator text NOT NULL,
    denominator text NOT NULL,
    measured_in text NOT NULL,
    factor numeric(24,6) NOT NULL,
    decimals smallint NOT NULL,
    may_be_negative boolean NOT NULL,
    lag_days integer NOT NULL,
    "least" numeric(24,6) NOT NULL,
    source text NOT NULL,
    chart text NOT NULL,
    computed text NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    along text DEFAULT 'auto'::text NOT NULL,
    whole text DEFAULT 'auto'::text NOT NULL,
    CONSTRAINT indicators_along CHECK ((along = ANY (ARRAY['auto'::text, 'sum'::text, 'last'::text, 'mean'::text]))),
    CONSTRAINT indicators_chart CHECK ((chart = ANY (ARRAY['auto'::text, 'run'::text, 'i'::text, 'ip'::text, 'p'::text, 'pp'::text, 'u'::text, 'up'::text, 'c'::text, 'g'::text, 't'::text]))),
    CONSTRAINT indicators_direction CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text, 'neutral'::text]))),
    CONSTRAINT indicators_kind CHECK ((kind = ANY (ARRAY['proportion'::text, 'rate'::text, 'count'::text, 'mean'::text, 'single'::text, 'between'::text]))),
    CONSTRAINT indicators_rhythm CHECK ((rhythm = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'tertial'::text, 'quarter'::text, 'half'::text, 'year'::text]))),
    CONSTRAINT indicators_sensible CHECK (((decimals >= 0) AND (factor > (0)::numeric) AND (lag_days >= 0) AND ("least" >= (0)::numeric))),
    CONSTRAINT indicators_whole CHECK ((whole = ANY (ARRAY['auto'::text, 'yes'::text, 'no'::text])))
);

ALTER TABLE public.indicators_definition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_definition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_effectanswer (
    id bigint NOT NULL,
    asked_on date NOT NULL,
    answer jsonb NOT NULL,
    measure_id bigint NOT NULL,
    by_id bigint,
    verdict text NOT NULL,
    again_on date,
    CONSTRAINT indicators_verdict CHECK ((verdict = ANY (ARRAY['no_baseline'::text, 'too_early'::text, 'improved'::text, 'uncertain'::text, 'worse'::text, 'changed'::text])))
);

ALTER TABLE public.indicators_effectanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_effectanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_figure (
    id bigint NOT NULL,
    period date NOT NULL,
    of text NOT NULL,
    numerator numeric(24,6) NOT NULL,
    denominator numeric(24,6),
    own boolean NOT NULL,
    reporting integer NOT NULL,
    unit_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    CONSTRAINT indicators_figure_of CHECK ((of = ANY (ARRAY['actual'::text, 'budget'::text, 'forecast'::text])))
);

ALTER TABLE public.indicators_figure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_figure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE public.indicators_given (
    "position" integer,
    indicator_id bigint,
    unit_id bigint,
    period date,
    of text,
    numerator numeric,
    denominator numeric,
    reason text
);

CREATE UNLOGGED TABLE public.indicators_given_many (
    "position" integer,
    indicator_id bigint,
    unit_id bigint,
    period date,
    of text,
    numerator numeric,
    denominator numeric,
    reason text
);

CREATE TABLE public.indicators_goalmeasure (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    by_id bigint NOT NULL,
    ended_by_id bigint,
    goal_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    CONSTRAINT indicators_goal_ended_pair CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL))))
);

ALTER TABLE public.indicators_goalmeasure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_goalmeasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_indicator (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    purpose text NOT NULL,
    area text NOT NULL,
    retired_on date,
    retired_reason text NOT NULL,
    owner_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT indicators_area CHECK ((area = ANY (ARRAY['quality'::text, 'mental_health'::text, 'activity'::text, 'staffing'::text, 'productivity'::text, 'economy'::text, 'improvement'::text]))),
    CONSTRAINT indicators_named CHECK (((NOT (code = ''::text)) AND (NOT (name = ''::text)))),
    CONSTRAINT indicators_retired_with_reason CHECK (((retired_on IS NULL) OR (NOT (retired_reason = ''::text))))
);

ALTER TABLE public.indicators_indicator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_indicator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE public.indicators_judged (
    "position" integer,
    indicator_id bigint,
    unit_id bigint,
    trust_id bigint,
    period date,
    of text,
    ends date,
    numerator numeric,
    denominator numeric,
    reason text,
    summed boolean,
    corrects boolean,
    unchanged boolean,
    refusal text,
    detail text
);

CREATE UNLOGGED TABLE public.indicators_judged_many (
    "position" integer,
    indicator_id bigint,
    unit_id bigint,
    trust_id bigint,
    period date,
    of text,
    ends date,
    numerator numeric,
    denominator numeric,
    reason text,
    summed boolean,
    corrects boolean,
    unchanged boolean,
    refusal text,
    detail text
);

CREATE TABLE public.indicators_measurement (
    id bigint NOT NULL,
    period date NOT NULL,
    of text NOT NULL,
    numerator numeric(24,6),
    denominator numeric(24,6),
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    batch_id bigint,
    by_id bigint,
    indicator_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT indicators_measured_denominator CHECK (((denominator IS NULL) OR (denominator > (0)::numeric))),
    CONSTRAINT indicators_measured_of CHECK ((of = ANY (ARRAY['actual'::text, 'budget'::text, 'forecast'::text]))),
    CONSTRAINT indicators_taken_back_with_reason CHECK (((numerator IS NOT NULL) OR ((denominator IS NULL) AND (NOT (reason = ''::text)))))
);

ALTER TABLE public.indicators_measurement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_measurement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisation_unitedition (
    id bigint NOT NULL,
    name text NOT NULL,
    level text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    parent_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT organisation_edition_valid CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

CREATE VIEW public.indicators_place AS
 SELECT unit_id,
    parent_id,
        CASE
            WHEN (EXISTS ( SELECT
               FROM public.organisation_unitedition b
              WHERE ((b.unit_id = e.unit_id) AND (b.valid_from < e.valid_from)))) THEN valid_from
            ELSE '-infinity'::date
        END AS since,
    COALESCE(valid_to, 'infinity'::date) AS until
   FROM public.organisation_unitedition e;

CREATE TABLE public.indicators_seriesglance (
    signal_id bigint NOT NULL,
    until date,
    said jsonb NOT NULL
);

CREATE TABLE public.indicators_seriesmark (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind text NOT NULL,
    period date NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text NOT NULL,
    by_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    withdrawn_by_id bigint,
    CONSTRAINT indicators_mark CHECK ((kind = ANY (ARRAY['freeze'::text, 'split'::text, 'exclude'::text]))),
    CONSTRAINT indicators_mark_reason CHECK ((NOT (reason = ''::text))),
    CONSTRAINT indicators_withdrawn_pair CHECK ((((withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL)) OR ((withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL) AND (NOT (withdrawn_reason = ''::text)))))
);

ALTER TABLE public.indicators_seriesmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_seriesmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_signal (
    id bigint NOT NULL,
    stale boolean NOT NULL,
    period date,
    figure double precision,
    points integer NOT NULL,
    chart text NOT NULL,
    kinds jsonb NOT NULL,
    variation text NOT NULL,
    assurance text NOT NULL,
    p double precision,
    moved double precision,
    newly boolean NOT NULL,
    indicator_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.indicators_signal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_signal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_target (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    value numeric(24,6),
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    unit_id bigint
);

ALTER TABLE public.indicators_target ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE public.indicators_touched (
    unit_id bigint,
    indicator_id bigint,
    period date,
    of text,
    ends date,
    step integer
);

CREATE UNLOGGED TABLE public.indicators_touched_many (
    unit_id bigint,
    indicator_id bigint,
    period date,
    of text,
    ends date,
    step integer
);

CREATE TABLE public.indicators_watermark (
    id bigint NOT NULL,
    name text NOT NULL,
    number bigint NOT NULL
);

ALTER TABLE public.indicators_watermark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_watermark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_audit (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    about text NOT NULL,
    criteria_words text NOT NULL,
    exempt text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state text NOT NULL,
    reported_on date,
    answer_due date,
    reason text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    authority_id bigint,
    leader_id bigint NOT NULL,
    set_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT inspections_authority CHECK ((((authority_id IS NOT NULL) AND (kind = 'supervision'::text)) OR ((NOT (kind = 'supervision'::text)) AND (authority_id IS NULL)))),
    CONSTRAINT inspections_dropped_why CHECK (((NOT (state = 'dropped'::text)) OR (NOT (reason = ''::text)))),
    CONSTRAINT inspections_kind CHECK ((kind = ANY (ARRAY['group'::text, 'internal'::text, 'supervision'::text, 'external'::text]))),
    CONSTRAINT inspections_period CHECK ((ends_on >= starts_on)),
    CONSTRAINT inspections_reported CHECK (((NOT (state = ANY (ARRAY['reported'::text, 'followed'::text]))) OR ((answer_due IS NOT NULL) AND (reported_on IS NOT NULL)))),
    CONSTRAINT inspections_state CHECK ((state = ANY (ARRAY['planned'::text, 'announced'::text, 'carried_out'::text, 'heard'::text, 'reported'::text, 'followed'::text, 'dropped'::text])))
);

ALTER TABLE public.inspections_audit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_auditcriterion (
    id bigint NOT NULL,
    removed_at timestamp with time zone,
    audit_id bigint NOT NULL,
    removed_by_id bigint,
    requirement_id bigint NOT NULL,
    CONSTRAINT inspections_requirement_removed_pair CHECK ((((removed_at IS NULL) AND (removed_by_id IS NULL)) OR ((removed_at IS NOT NULL) AND (removed_by_id IS NOT NULL))))
);

ALTER TABLE public.inspections_auditcriterion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_auditcriterion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_auditmember (
    id bigint NOT NULL,
    removed_at timestamp with time zone,
    audit_id bigint NOT NULL,
    person_id bigint NOT NULL,
    removed_by_id bigint,
    CONSTRAINT inspections_person_removed_pair CHECK ((((removed_at IS NULL) AND (removed_by_id IS NULL)) OR ((removed_at IS NOT NULL) AND (removed_by_id IS NOT NULL))))
);

ALTER TABLE public.inspections_auditmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_auditmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_auditstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    audit_id bigint NOT NULL,
    by_id bigint NOT NULL
);

ALTER TABLE public.inspections_auditstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_auditstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_auditunit (
    id bigint NOT NULL,
    removed_at timestamp with time zone,
    audit_id bigint NOT NULL,
    removed_by_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT inspections_unit_removed_pair CHECK ((((removed_at IS NULL) AND (removed_by_id IS NULL)) OR ((removed_at IS NOT NULL) AND (removed_by_id IS NOT NULL))))
);

ALTER TABLE public.inspections_auditunit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_auditunit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_document (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    file text NOT NULL,
    size integer NOT NULL,
    digest text NOT NULL,
    dated_on date NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    audit_id bigint NOT NULL,
    finding_id bigint,
    CONSTRAINT inspections_document_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT inspections_document_kind CHECK ((kind = ANY (ARRAY['report'::text, 'letter'::text, 'given'::text])))
);

ALTER TABLE public.inspections_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_finding (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    deadline date,
    state text NOT NULL,
    answer text NOT NULL,
    meet_due date,
    answered_at timestamp with time zone,
    how text NOT NULL,
    claimed_at timestamp with time zone,
    seen text NOT NULL,
    met_at timestamp with time zone,
    found_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    audit_id bigint NOT NULL,
    claimed_by_id bigint,
    found_by_id bigint NOT NULL,
    met_by_id bigint,
    requirement_id bigint,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    without text DEFAULT ''::text NOT NULL,
    CONSTRAINT inspections_answered_pair CHECK ((((answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT inspections_answered_what CHECK (((NOT (state = ANY (ARRAY['answered'::text, 'claimed'::text, 'met'::text]))) OR ((NOT (answer = ''::text)) AND (answered_at IS NOT NULL) AND (meet_due IS NOT NULL)))),
    CONSTRAINT inspections_claimed_pair CHECK ((((claimed_at IS NULL) AND (claimed_by_id IS NULL)) OR ((claimed_at IS NOT NULL) AND (claimed_by_id IS NOT NULL)))),
    CONSTRAINT inspections_finding_kind CHECK ((kind = ANY (ARRAY['order'::text, 'breach'::text, 'deviation'::text, 'remark'::text, 'good'::text]))),
    CONSTRAINT inspections_finding_state CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'claimed'::text, 'met'::text, 'noted'::text, 'withdrawn'::text]))),
    CONSTRAINT inspections_good_is_noted CHECK ((((kind = 'good'::text) AND (state = ANY (ARRAY['noted'::text, 'withdrawn'::text]))) OR ((NOT (kind = 'good'::text)) AND (NOT (state = 'noted'::text))))),
    CONSTRAINT inspections_met_by_another CHECK (((NOT (state = 'met'::text)) OR ((met_at IS NOT NULL) AND (NOT (seen = ''::text)) AND (NOT ((met_by_id = answered_by_id) AND (met_by_id IS NOT NULL) AND (answered_by_id IS NOT NULL))) AND (NOT ((met_by_id = claimed_by_id) AND (met_by_id IS NOT NULL) AND (claimed_by_id IS NOT NULL)))))),
    CONSTRAINT inspections_met_pair CHECK ((((met_at IS NULL) AND (met_by_id IS NULL)) OR ((met_at IS NOT NULL) AND (met_by_id IS NOT NULL)))),
    CONSTRAINT inspections_order_deadline CHECK (((NOT (kind = 'order'::text)) OR (deadline IS NOT NULL)))
);

ALTER TABLE public.inspections_finding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_findingaction (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    finding_id bigint NOT NULL
);

ALTER TABLE public.inspections_findingaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_findingaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_findingstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint NOT NULL,
    finding_id bigint NOT NULL
);

ALTER TABLE public.inspections_findingstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_findingstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_lesson (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    origin text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    ask text NOT NULL,
    due date NOT NULL,
    shared_at timestamp with time zone NOT NULL,
    finding_id bigint,
    shared_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.inspections_lesson ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_lesson_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_lessonaction (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    question_id bigint NOT NULL
);

ALTER TABLE public.inspections_lessonaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_lessonaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_lessonquestion (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    reply text NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    lesson_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    meant text DEFAULT ''::text NOT NULL,
    CONSTRAINT inspections_question_answered CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL) AND (reply = ANY (ARRAY['open'::text, 'withdrawn'::text, 'passed'::text]))) OR ((NOT (reply = ANY (ARRAY['open'::text, 'withdrawn'::text, 'passed'::text]))) AND (NOT (answer = ''::text)) AND (answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT inspections_question_reply CHECK ((reply = ANY (ARRAY['open'::text, 'ours'::text, 'handled'::text, 'not_ours'::text, 'passed'::text, 'withdrawn'::text])))
);

ALTER TABLE public.inspections_lessonquestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_lessonquestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_lessonstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint NOT NULL,
    question_id bigint NOT NULL
);

ALTER TABLE public.inspections_lessonstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_lessonstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_lessonwithdrawal (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    by_id bigint NOT NULL,
    lesson_id bigint NOT NULL
);

ALTER TABLE public.inspections_lessonwithdrawal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_lessonwithdrawal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inspections_treatment (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    ask text NOT NULL,
    due date NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    treated_on date,
    "case" text NOT NULL,
    decision text NOT NULL,
    noted_at timestamp with time zone,
    audit_id bigint NOT NULL,
    noted_by_id bigint,
    sent_by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT inspections_treated_whole CHECK (((("case" = ''::text) AND (decision = ''::text) AND (noted_at IS NULL) AND (noted_by_id IS NULL) AND (treated_on IS NULL)) OR ((noted_at IS NOT NULL) AND (noted_by_id IS NOT NULL) AND (treated_on IS NOT NULL) AND (NOT (decision = ''::text)))))
);

ALTER TABLE public.inspections_treatment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inspections_treatment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intervention_signal (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    rule text NOT NULL,
    subject uuid NOT NULL,
    seen jsonb NOT NULL,
    state text NOT NULL,
    found_on date NOT NULL,
    answer_due date NOT NULL,
    stance text NOT NULL,
    answer text NOT NULL,
    answered_on date,
    lifted_on date,
    above_role text NOT NULL,
    decide_due date,
    decision text NOT NULL,
    agreed_due date,
    decided_at timestamp with time zone,
    told_back text NOT NULL,
    told_back_on date,
    ending text NOT NULL,
    ended_on date,
    keep_until date,
    above_id bigint,
    decided_by_id bigint,
    leader_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT intervention_answered_whole CHECK ((((answer = ''::text) AND (answered_on IS NULL) AND (stance = ''::text)) OR ((answered_on IS NOT NULL) AND (stance = ANY (ARRAY['done'::text, 'disagree'::text, 'help'::text])) AND (NOT (answer = ''::text))))),
    CONSTRAINT intervention_decided_by_another CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = leader_id) AND (decided_by_id IS NOT NULL))))),
    CONSTRAINT intervention_decided_pair CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)))),
    CONSTRAINT intervention_decided_what CHECK (((NOT (state = ANY (ARRAY['followed'::text, 'taken'::text, 'unfounded'::text]))) OR ((decided_at IS NOT NULL) AND (NOT (decision = ''::text))))),
    CONSTRAINT intervention_ended_when CHECK ((((ended_on IS NOT NULL) AND (keep_until IS NOT NULL) AND (state = ANY (ARRAY['ended'::text, 'locked'::text]))) OR ((NOT (state = ANY (ARRAY['ended'::text, 'locked'::text]))) AND (ended_on IS NULL)))),
    CONSTRAINT intervention_ending CHECK (((ending = ''::text) OR (ending = ANY (ARRAY['gone'::text, 'other_leader'::text, 'off'::text])))),
    CONSTRAINT intervention_heard_first CHECK ((((above_id IS NULL) AND (above_role = ''::text) AND (lifted_on IS NULL)) OR ((above_id IS NOT NULL) AND (above_role = ANY (ARRAY['leader'::text, 'board_chair'::text])) AND (decide_due IS NOT NULL) AND ((lifted_on > answer_due) OR (stance = 'help'::text))))),
    CONSTRAINT intervention_lifted_when CHECK (((NOT (state = ANY (ARRAY['raised'::text, 'followed'::text, 'taken'::text, 'unfounded'::text]))) OR (lifted_on IS NOT NULL))),
    CONSTRAINT intervention_state CHECK ((state = ANY (ARRAY['hearing'::text, 'raised'::text, 'followed'::text, 'taken'::text, 'unfounded'::text, 'ended'::text, 'locked'::text])))
);

ALTER TABLE public.intervention_signal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intervention_signal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intervention_signalstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint,
    signal_id bigint NOT NULL
);

ALTER TABLE public.intervention_signalstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intervention_signalstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intervention_switch (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    rule text NOT NULL,
    running boolean NOT NULL,
    digest text NOT NULL,
    discussed_on date,
    discussed_with text NOT NULL,
    protocol text NOT NULL,
    until date,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT intervention_off_why CHECK ((running OR (NOT (reason = ''::text)))),
    CONSTRAINT intervention_on_is_discussed CHECK (((NOT running) OR ((discussed_on IS NOT NULL) AND (until IS NOT NULL) AND (NOT (discussed_with = ''::text)) AND (NOT (protocol = ''::text)))))
);

ALTER TABLE public.intervention_switch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intervention_switch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisation_appointment (
    id bigint NOT NULL,
    role text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    person_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    agreed_to date,
    ends_with_person boolean DEFAULT false NOT NULL,
    CONSTRAINT organisation_appointment_valid CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

ALTER TABLE public.organisation_appointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_appointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisation_deputyship (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    reason text NOT NULL,
    person_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    agreed_to date,
    ends_with_person boolean DEFAULT false NOT NULL,
    CONSTRAINT organisation_deputyship_valid CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

ALTER TABLE public.organisation_deputyship ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_deputyship_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisation_person (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name text NOT NULL,
    title text NOT NULL,
    email text NOT NULL,
    employee_number text,
    left_on date,
    home_unit_id bigint
);

ALTER TABLE public.organisation_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisation_revision (
    id bigint NOT NULL,
    number bigint NOT NULL
);

ALTER TABLE public.organisation_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_revision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisation_unit (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    level text NOT NULL,
    organisation_number text NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    valid_from date NOT NULL,
    valid_to date,
    parent_id bigint,
    trust_id bigint,
    CONSTRAINT organisation_unit_valid CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

ALTER TABLE public.organisation_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.organisation_unitedition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_unitedition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patterns_dismissal (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    fingerprint text NOT NULL,
    members jsonb NOT NULL,
    events integer NOT NULL,
    rising boolean NOT NULL,
    times double precision,
    why text NOT NULL,
    at timestamp with time zone NOT NULL,
    taken_up_at timestamp with time zone,
    by_id bigint NOT NULL,
    taken_up_by_id bigint,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT patterns_dismissed_why CHECK ((NOT (why = ''::text))),
    CONSTRAINT patterns_taken_up_pair CHECK ((((taken_up_at IS NULL) AND (taken_up_by_id IS NULL)) OR ((taken_up_at IS NOT NULL) AND (taken_up_by_id IS NOT NULL))))
);

ALTER TABLE public.patterns_dismissal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patterns_dismissal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patterns_groupmember (
    id bigint NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    left_why text NOT NULL,
    incident_id bigint NOT NULL,
    joined_by_id bigint NOT NULL,
    left_by_id bigint,
    group_id bigint NOT NULL,
    CONSTRAINT patterns_left_why CHECK ((((left_at IS NULL) AND (left_by_id IS NULL) AND (left_why = ''::text)) OR ((left_at IS NOT NULL) AND (left_by_id IS NOT NULL) AND (NOT (left_why = ''::text)))))
);

ALTER TABLE public.patterns_groupmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patterns_groupmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patterns_groupstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    by_id bigint NOT NULL,
    group_id bigint NOT NULL
);

ALTER TABLE public.patterns_groupstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patterns_groupstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patterns_incidentgroup (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    title text NOT NULL,
    common text NOT NULL,
    state text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    begun_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT patterns_state CHECK ((state = ANY (ARRAY['open'::text, 'ended'::text])))
);

ALTER TABLE public.patterns_incidentgroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patterns_incidentgroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patterns_raising (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    state text NOT NULL,
    happens text NOT NULL,
    costs text NOT NULL,
    asks text NOT NULL,
    number integer NOT NULL,
    counted jsonb NOT NULL,
    due date NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    after_id bigint,
    answered_by_id bigint,
    from_unit_id bigint NOT NULL,
    group_id bigint NOT NULL,
    raised_by_id bigint NOT NULL,
    to_unit_id bigint NOT NULL,
    CONSTRAINT patterns_raised_answered CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL) AND (state = 'asked'::text)) OR ((NOT (state = 'asked'::text)) AND (answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (NOT (answer = ''::text))))),
    CONSTRAINT patterns_raised_number CHECK ((number > 0)),
    CONSTRAINT patterns_raised_state CHECK ((state = ANY (ARRAY['asked'::text, 'agreed'::text, 'declined'::text, 'further'::text, 'withdrawn'::text])))
);

ALTER TABLE public.patterns_raising ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patterns_raising_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patterns_theme (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    title text NOT NULL,
    belongs text NOT NULL,
    not_belongs text NOT NULL,
    answer text NOT NULL,
    every smallint NOT NULL,
    review_on date NOT NULL,
    state text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    begun_by_id bigint NOT NULL,
    begun_from_id bigint,
    owner_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT patterns_theme_every CHECK ((every > 0)),
    CONSTRAINT patterns_theme_every_check CHECK ((every >= 0)),
    CONSTRAINT patterns_theme_state CHECK ((state = ANY (ARRAY['open'::text, 'resting'::text])))
);

ALTER TABLE public.patterns_theme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patterns_theme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patterns_themeaction (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    theme_id bigint NOT NULL
);

ALTER TABLE public.patterns_themeaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patterns_themeaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patterns_thememember (
    id bigint NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    left_why text NOT NULL,
    incident_id bigint NOT NULL,
    joined_by_id bigint NOT NULL,
    left_by_id bigint,
    theme_id bigint NOT NULL,
    CONSTRAINT patterns_left_theme_why CHECK ((((left_at IS NULL) AND (left_by_id IS NULL) AND (left_why = ''::text)) OR ((left_at IS NOT NULL) AND (left_by_id IS NOT NULL) AND (NOT (left_why = ''::text)))))
);

ALTER TABLE public.patterns_thememember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patterns_thememember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patterns_themereview (
    id bigint NOT NULL,
    shows text NOT NULL,
    changes text NOT NULL,
    due date NOT NULL,
    next_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    theme_id bigint NOT NULL
);

ALTER TABLE public.patterns_themereview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patterns_themereview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patterns_themestep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    by_id bigint NOT NULL,
    theme_id bigint NOT NULL
);

ALTER TABLE public.patterns_themestep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patterns_themestep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_ground (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    source text NOT NULL,
    what text NOT NULL,
    showed text NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    noted_by_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    CONSTRAINT plans_ground_whole CHECK (((NOT (what = ''::text)) AND (NOT (showed = ''::text)))),
    CONSTRAINT plans_source CHECK ((source = ANY (ARRAY['figures'::text, 'users'::text, 'staff'::text, 'incidents'::text, 'risks'::text, 'inspections'::text, 'research'::text, 'ahead'::text, 'other'::text])))
);

ALTER TABLE public.plans_ground ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_ground_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_hearing (
    id bigint NOT NULL,
    party text NOT NULL,
    who text NOT NULL,
    held_on date NOT NULL,
    said text NOT NULL,
    outcome text NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    noted_by_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    CONSTRAINT plans_hearing_whole CHECK (((NOT (who = ''::text)) AND (NOT (said = ''::text)) AND (NOT (outcome = ''::text)))),
    CONSTRAINT plans_party CHECK ((party = ANY (ARRAY['employees'::text, 'union'::text, 'safety'::text, 'users'::text, 'others'::text])))
);

ALTER TABLE public.plans_hearing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_hearing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_plan (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    year integer NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    decision text NOT NULL,
    content jsonb,
    digest text NOT NULL,
    approved_as_id bigint,
    approved_by_id bigint,
    begun_by_id bigint NOT NULL,
    follows_id bigint,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT plans_approved_is_whole CHECK ((((approved_at IS NOT NULL) AND (content IS NOT NULL) AND (state = 'approved'::text) AND (NOT (digest = ''::text)) AND (approved_as_id IS NOT NULL)) OR ((NOT (state = 'approved'::text)) AND (approved_at IS NULL)))),
    CONSTRAINT plans_approved_pair CHECK ((((approved_at IS NULL) AND (approved_by_id IS NULL)) OR ((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL)))),
    CONSTRAINT plans_state CHECK ((state = ANY (ARRAY['draft'::text, 'heard'::text, 'approved'::text])))
);

ALTER TABLE public.plans_plan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_planitem (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    "position" integer NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    note text NOT NULL,
    cost numeric(14,2),
    funding text NOT NULL,
    reason text NOT NULL,
    deferred_until date,
    above_id bigint,
    action_id bigint,
    before_id bigint,
    goal_id bigint,
    placement_id bigint,
    plan_id bigint NOT NULL,
    CONSTRAINT plans_item_cost CHECK (((cost IS NULL) OR (cost >= (0)::numeric))),
    CONSTRAINT plans_item_is_one_thing CHECK ((((action_id IS NULL) AND (goal_id IS NOT NULL) AND (placement_id IS NULL)) OR ((action_id IS NULL) AND (goal_id IS NULL) AND (placement_id IS NOT NULL)) OR ((goal_id IS NULL) AND (placement_id IS NULL) AND (NOT (title = ''::text))))),
    CONSTRAINT plans_item_reason CHECK ((((deferred_until IS NOT NULL) AND (state = 'deferred'::text) AND (NOT (reason = ''::text))) OR ((deferred_until IS NULL) AND (state = 'taken_out'::text) AND (NOT (reason = ''::text))) OR ((deferred_until IS NULL) AND (reason = ''::text) AND (state = ANY (ARRAY['proposed'::text, 'in_plan'::text]))))),
    CONSTRAINT plans_item_state CHECK ((state = ANY (ARRAY['proposed'::text, 'in_plan'::text, 'deferred'::text, 'taken_out'::text])))
);

ALTER TABLE public.plans_planitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_planitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_planstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint NOT NULL,
    plan_id bigint NOT NULL
);

ALTER TABLE public.plans_planstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_planstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.products_incidentproduct (
    id bigint NOT NULL,
    lot text NOT NULL,
    kept boolean NOT NULL,
    set_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    incident_id bigint NOT NULL,
    removed_by_id bigint,
    set_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT products_removed_pair CHECK ((((removed_at IS NULL) AND (removed_by_id IS NULL)) OR ((removed_at IS NOT NULL) AND (removed_by_id IS NOT NULL))))
);

ALTER TABLE public.products_incidentproduct ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.products_incidentproduct_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.products_product (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name text NOT NULL,
    supplier text NOT NULL,
    kind text NOT NULL,
    reference text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by_id bigint NOT NULL,
    CONSTRAINT products_product_kind CHECK ((kind = ANY (ARRAY['device'::text, 'medicine'::text, 'consumable'::text, 'ict'::text, 'other'::text]))),
    CONSTRAINT products_product_named CHECK (((NOT (name = ''::text)) AND (NOT (supplier = ''::text))))
);

ALTER TABLE public.products_product ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.products_product_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_addendum (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    report_id bigint NOT NULL,
    CONSTRAINT requirements_addendum_text CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.requirements_addendum ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_addendum_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_announcement (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    roles text[] NOT NULL,
    text text NOT NULL,
    told_at timestamp with time zone NOT NULL,
    told_by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    requirement_id bigint
);

ALTER TABLE public.requirements_announcement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_announcement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_annualhearing (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    party text NOT NULL,
    heard_on date NOT NULL,
    said text NOT NULL,
    outcome text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    report_id bigint NOT NULL
);

ALTER TABLE public.requirements_annualhearing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_annualhearing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_annualreport (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    year integer NOT NULL,
    state text NOT NULL,
    foreword text NOT NULL,
    plan text NOT NULL,
    basis text NOT NULL,
    content jsonb,
    digest text NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id bigint,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    reason text NOT NULL,
    CONSTRAINT requirements_annual_approved_pair CHECK ((((approved_at IS NULL) AND (approved_by_id IS NULL)) OR ((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL)))),
    CONSTRAINT requirements_annual_frozen CHECK ((((approved_at IS NULL) AND (content IS NULL) AND (digest = ''::text) AND (state = 'draft'::text)) OR ((approved_at IS NOT NULL) AND (content IS NOT NULL) AND (state = 'approved'::text) AND (NOT (digest = ''::text))))),
    CONSTRAINT requirements_annual_state CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text])))
);

ALTER TABLE public.requirements_annualreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_annualreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_authority (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    valid_from date,
    valid_to date,
    verified boolean NOT NULL,
    successor_id bigint
);

ALTER TABLE public.requirements_authority ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_authority_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_edition (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    label text NOT NULL,
    dated date NOT NULL,
    state text NOT NULL,
    published_at timestamp with time zone,
    digest text NOT NULL,
    format text NOT NULL,
    extra jsonb NOT NULL,
    follows_id bigint,
    source_id bigint NOT NULL,
    CONSTRAINT requirements_draft_follows_nothing CHECK (((state = 'published'::text) OR (follows_id IS NULL))),
    CONSTRAINT requirements_edition_published CHECK ((((published_at IS NULL) AND (state = 'draft'::text)) OR ((published_at IS NOT NULL) AND (state = 'published'::text) AND (NOT (digest = ''::text))))),
    CONSTRAINT requirements_edition_state CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])))
);

ALTER TABLE public.requirements_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_placement (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    state text NOT NULL,
    rule text NOT NULL,
    answer_due date NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    meaning text NOT NULL,
    sign text NOT NULL,
    due date,
    reason text NOT NULL,
    answered_at timestamp with time zone,
    above_id bigint,
    answered_by_id bigint,
    continues_id bigint,
    owner_id bigint,
    placed_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    requirement_id bigint NOT NULL,
    laid_from_id bigint,
    CONSTRAINT requirements_accepted_is_concrete CHECK (((NOT (state = 'accepted'::text)) OR ((NOT (meaning = ''::text)) AND (owner_id IS NOT NULL) AND (answered_at IS NOT NULL)))),
    CONSTRAINT requirements_answered_pair CHECK ((((answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT requirements_declined_with_reason CHECK (((NOT (state = 'not_applicable'::text)) OR (NOT (reason = ''::text)))),
    CONSTRAINT requirements_placement_state CHECK ((state = ANY (ARRAY['placed'::text, 'accepted'::text, 'not_applicable'::text, 'continued'::text, 'withdrawn'::text])))
);

ALTER TABLE public.requirements_placement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_placement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_placementaction (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    placement_id bigint NOT NULL
);

ALTER TABLE public.requirements_placementaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_placementaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_placementstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint NOT NULL,
    placement_id bigint NOT NULL
);

ALTER TABLE public.requirements_placementstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_placementstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_requirement (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    ref text NOT NULL,
    "position" integer NOT NULL,
    point text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    kind text NOT NULL,
    rhythm text NOT NULL,
    goal text NOT NULL,
    due date,
    imposed boolean NOT NULL,
    action text NOT NULL,
    letters text[] NOT NULL,
    pending jsonb NOT NULL,
    repealed boolean NOT NULL,
    extra jsonb NOT NULL,
    edition_id bigint NOT NULL,
    parent_id bigint,
    CONSTRAINT requirements_action_imposed CHECK (((action = ''::text) OR imposed)),
    CONSTRAINT requirements_kind CHECK (((kind = ''::text) OR (kind = ANY (ARRAY['target'::text, 'task'::text, 'standing'::text, 'information'::text])))),
    CONSTRAINT requirements_rhythm CHECK (((rhythm = ''::text) OR (rhythm = ANY (ARRAY['monthly'::text, 'tertial'::text, 'yearly'::text]))))
);

ALTER TABLE public.requirements_requirement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_requirement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_source (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    issuer text NOT NULL,
    url text NOT NULL,
    owner_id bigint,
    unit_id bigint,
    CONSTRAINT requirements_source_kind CHECK ((kind = ANY (ARRAY['law'::text, 'regulation'::text, 'guideline'::text, 'owner_letter'::text, 'mandate'::text, 'supplement'::text, 'minutes'::text, 'board_decision'::text, 'national_plan'::text, 'regional_plan'::text, 'economic_plan'::text, 'agreement'::text, 'framework'::text])))
);

ALTER TABLE public.requirements_source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_statusreport (
    id bigint NOT NULL,
    period text NOT NULL,
    course text NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    until date GENERATED ALWAYS AS (LEAST(((make_date((substr(period, 1, 4))::integer,
CASE
    WHEN (length(period) = 4) THEN 12
    WHEN (substr(period, 6, 1) = 'T'::text) THEN (4 * (substr(period, 7, 1))::integer)
    ELSE (substr(period, 6, 2))::integer
END, 1) + '1 mon -1 days'::interval))::date, ((at AT TIME ZONE 'Europe/Oslo'::text))::date)) STORED,
    CONSTRAINT requirements_report_course CHECK ((course = ANY (ARRAY['met'::text, 'on_course'::text, 'at_risk'::text, 'not_met'::text]))),
    CONSTRAINT requirements_report_text CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.requirements_statusreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_statusreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_succession (
    id bigint NOT NULL,
    fate text NOT NULL,
    likeness double precision,
    reviewed_at timestamp with time zone,
    new_id bigint,
    old_id bigint NOT NULL,
    reviewed_by_id bigint,
    CONSTRAINT requirements_succession_fate CHECK ((((fate = 'gone'::text) AND (new_id IS NULL)) OR ((NOT (fate = 'gone'::text)) AND (new_id IS NOT NULL)))),
    CONSTRAINT requirements_succession_reviewed_pair CHECK ((((reviewed_at IS NULL) AND (reviewed_by_id IS NULL)) OR ((reviewed_at IS NOT NULL) AND (reviewed_by_id IS NOT NULL))))
);

ALTER TABLE public.requirements_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_supervision (
    id bigint NOT NULL,
    law text NOT NULL,
    authority_id bigint NOT NULL,
    source_id bigint
);

ALTER TABLE public.requirements_supervision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_supervision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requirements_told (
    id bigint NOT NULL,
    seen_at timestamp with time zone,
    announcement_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.requirements_told ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirements_told_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.review_presentation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    shown_to text NOT NULL,
    shown_on date NOT NULL,
    basis text NOT NULL,
    pdf bytea NOT NULL,
    pdf_digest text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    version_id bigint NOT NULL,
    added integer NOT NULL,
    CONSTRAINT review_shown_to CHECK ((NOT (shown_to = ''::text)))
);

ALTER TABLE public.review_presentation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.review_presentation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.review_question (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    text text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT review_answered_pair CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (NOT (answer = ''::text))))),
    CONSTRAINT review_question_text CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.review_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.review_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.review_report (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    layout text NOT NULL,
    period text NOT NULL,
    state text NOT NULL,
    due_on date NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    begun_by_id bigint,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT review_period CHECK ((period ~ '^\d{4}-(T[123]|0[1-9]|1[0-2])$'::text)),
    CONSTRAINT review_state CHECK ((state = ANY (ARRAY['begun'::text, 'submitted'::text, 'returned'::text, 'correcting'::text])))
);

ALTER TABLE public.review_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.review_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.review_supplement (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    version_id bigint NOT NULL,
    signed text NOT NULL,
    CONSTRAINT review_supplement_text CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.review_supplement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.review_supplement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.review_version (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number integer NOT NULL,
    content jsonb NOT NULL,
    digest text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    report_id bigint NOT NULL,
    language text NOT NULL,
    signed text NOT NULL,
    CONSTRAINT review_version_digest CHECK ((NOT (digest = ''::text))),
    CONSTRAINT review_version_language CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text]))),
    CONSTRAINT review_version_reason CHECK (((number = 1) OR (NOT (reason = ''::text))))
);

ALTER TABLE public.review_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.review_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.review_words (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    section text NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone,
    asked_at timestamp with time zone,
    asked_id bigint,
    asked_by_id bigint,
    report_id bigint NOT NULL,
    written_by_id bigint,
    CONSTRAINT review_asked_pair CHECK ((((asked_id IS NULL) AND (asked_at IS NULL) AND (asked_by_id IS NULL)) OR ((asked_id IS NOT NULL) AND (asked_at IS NOT NULL) AND (asked_by_id IS NOT NULL)))),
    CONSTRAINT review_written_pair CHECK ((((written_at IS NULL) AND (written_by_id IS NULL)) OR ((written_at IS NOT NULL) AND (written_by_id IS NOT NULL))))
);

ALTER TABLE public.review_words ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.review_words_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_acceptance (
    id bigint NOT NULL,
    reason text NOT NULL,
    expires_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    rating_id bigint NOT NULL,
    risk_id bigint NOT NULL,
    CONSTRAINT risks_acceptance_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.risks_acceptance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_acceptance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_linetally (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    day date NOT NULL,
    live integer DEFAULT 0 NOT NULL,
    unrated integer DEFAULT 0 NOT NULL,
    linked integer DEFAULT 0 NOT NULL,
    serious integer DEFAULT 0 NOT NULL,
    red integer DEFAULT 0 NOT NULL,
    treated integer DEFAULT 0 NOT NULL,
    interaction integer DEFAULT 0 NOT NULL,
    shared integer DEFAULT 0 NOT NULL,
    shared_treated integer DEFAULT 0 NOT NULL,
    accepted integer DEFAULT 0 NOT NULL,
    shared_accepted integer DEFAULT 0 NOT NULL
);

ALTER TABLE public.risks_linetally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_linetally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_matrix (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    content jsonb NOT NULL,
    example boolean NOT NULL,
    state text NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    drafted_by_id bigint NOT NULL,
    published_by_id bigint,
    trust_id bigint NOT NULL,
    CONSTRAINT risks_matrix_published_pair CHECK ((((published_at IS NULL) AND (published_by_id IS NULL) AND (state = 'draft'::text)) OR ((published_at IS NOT NULL) AND (published_by_id IS NOT NULL) AND (state = 'published'::text)))),
    CONSTRAINT risks_matrix_state CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])))
);

ALTER TABLE public.risks_matrix ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_matrix_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_proposal (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    state text NOT NULL,
    told jsonb NOT NULL,
    reason text NOT NULL,
    answer text NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    proposed_by_id bigint NOT NULL,
    to_unit_id bigint NOT NULL,
    into_id bigint,
    risk_id bigint NOT NULL,
    latest jsonb NOT NULL,
    CONSTRAINT risks_answered_pair CHECK ((((answered_at IS NULL) AND (answered_by_id IS NULL) AND (state = 'proposed'::text)) OR ((NOT (state = 'proposed'::text)) AND (answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT risks_declined_with_reason CHECK (((NOT (state = 'declined'::text)) OR (NOT (answer = ''::text)))),
    CONSTRAINT risks_proposal_into CHECK ((((into_id IS NOT NULL) AND (state = ANY (ARRAY['taken_in'::text, 'merged'::text, 'closed'::text]))) OR ((NOT (state = ANY (ARRAY['taken_in'::text, 'merged'::text, 'closed'::text]))) AND (into_id IS NULL)))),
    CONSTRAINT risks_proposal_reason CHECK ((NOT (reason = ''::text))),
    CONSTRAINT risks_proposal_state CHECK ((state = ANY (ARRAY['proposed'::text, 'taken_in'::text, 'merged'::text, 'declined'::text, 'withdrawn'::text, 'closed'::text])))
);

ALTER TABLE public.risks_proposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_proposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_rating (
    id bigint NOT NULL,
    kind text NOT NULL,
    likelihood integer NOT NULL,
    consequences jsonb NOT NULL,
    consequence integer NOT NULL,
    score integer NOT NULL,
    zone text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    matrix_id bigint NOT NULL,
    risk_id bigint NOT NULL,
    CONSTRAINT risks_rating_kind CHECK ((kind = ANY (ARRAY['inherent'::text, 'now'::text, 'target'::text]))),
    CONSTRAINT risks_rating_reason CHECK ((NOT (reason = ''::text))),
    CONSTRAINT risks_rating_score CHECK ((score = (likelihood * consequence))),
    CONSTRAINT risks_rating_steps CHECK ((((consequence >= 1) AND (consequence <= 6)) AND ((likelihood >= 1) AND (likelihood <= 6)))),
    CONSTRAINT risks_rating_zone CHECK ((zone = ANY (ARRAY['green'::text, 'yellow'::text, 'red'::text])))
);

ALTER TABLE public.risks_rating ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_rating_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_risk (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    causes text NOT NULL,
    consequences text NOT NULL,
    measures text NOT NULL,
    interaction text NOT NULL,
    counterpart text NOT NULL,
    review_on date NOT NULL,
    reviewed_on date NOT NULL,
    state text NOT NULL,
    described_at timestamp with time zone NOT NULL,
    zone text NOT NULL,
    treated boolean NOT NULL,
    linked boolean NOT NULL,
    ended_reason text NOT NULL,
    acceptance_id bigint,
    current_id bigint,
    described_by_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    themes text[] DEFAULT '{}'::text[] NOT NULL,
    accepted_until date,
    CONSTRAINT risks_accepted_by CHECK ((((acceptance_id IS NOT NULL) AND (accepted_until IS NOT NULL) AND (state = 'accepted'::text)) OR ((NOT (state = 'accepted'::text)) AND (acceptance_id IS NULL) AND (accepted_until IS NULL)))),
    CONSTRAINT risks_ended_reason CHECK (((NOT (state = 'ended'::text)) OR (NOT (ended_reason = ''::text)))),
    CONSTRAINT risks_interaction CHECK ((interaction = ANY (ARRAY['none'::text, 'internal'::text, 'external'::text]))),
    CONSTRAINT risks_state CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'ended'::text]))),
    CONSTRAINT risks_zone_of_rating CHECK ((((current_id IS NULL) AND (zone = ''::text)) OR ((current_id IS NOT NULL) AND (zone = ANY (ARRAY['green'::text, 'yellow'::text, 'red'::text])))))
);

ALTER TABLE public.risks_risk ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_risk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_riskaction (
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    risk_id bigint NOT NULL
);

ALTER TABLE public.risks_riskaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_riskaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_riskgoal (
    id bigint NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    goal_id bigint NOT NULL,
    linked_by_id bigint NOT NULL,
    removed_by_id bigint,
    risk_id bigint NOT NULL,
    CONSTRAINT risks_goal_removed_pair CHECK ((((removed_at IS NULL) AND (removed_by_id IS NULL)) OR ((removed_at IS NOT NULL) AND (removed_by_id IS NOT NULL))))
);

ALTER TABLE public.risks_riskgoal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_riskgoal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_riskmeasure (
    id bigint NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    indicator_id bigint NOT NULL,
    linked_by_id bigint NOT NULL,
    removed_by_id bigint,
    risk_id bigint NOT NULL,
    CONSTRAINT risks_indicator_removed_pair CHECK ((((removed_at IS NULL) AND (removed_by_id IS NULL)) OR ((removed_at IS NOT NULL) AND (removed_by_id IS NOT NULL))))
);

ALTER TABLE public.risks_riskmeasure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_riskmeasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_riskplacement (
    id bigint NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    linked_by_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    removed_by_id bigint,
    risk_id bigint NOT NULL,
    CONSTRAINT risks_removed_pair CHECK ((((removed_at IS NULL) AND (removed_by_id IS NULL)) OR ((removed_at IS NOT NULL) AND (removed_by_id IS NOT NULL))))
);

ALTER TABLE public.risks_riskplacement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_riskplacement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_riskstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint NOT NULL,
    risk_id bigint NOT NULL
);

ALTER TABLE public.risks_riskstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_riskstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_snapshot (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    period text NOT NULL,
    edition integer NOT NULL,
    summary text NOT NULL,
    content jsonb NOT NULL,
    digest text NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    before_id bigint,
    taken_by_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT risks_snapshot_digest CHECK ((NOT (digest = ''::text))),
    CONSTRAINT risks_snapshot_period CHECK ((period ~ '^\d{4}-T[123]$'::text))
);

ALTER TABLE public.risks_snapshot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_snapshot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.risks_tally (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    day date NOT NULL,
    live integer DEFAULT 0 NOT NULL,
    unrated integer DEFAULT 0 NOT NULL,
    linked integer DEFAULT 0 NOT NULL,
    serious integer DEFAULT 0 NOT NULL,
    red integer DEFAULT 0 NOT NULL,
    treated integer DEFAULT 0 NOT NULL,
    interaction integer DEFAULT 0 NOT NULL,
    shared integer DEFAULT 0 NOT NULL,
    shared_treated integer DEFAULT 0 NOT NULL,
    settled boolean NOT NULL,
    accepted integer DEFAULT 0 NOT NULL,
    shared_accepted integer DEFAULT 0 NOT NULL
);

ALTER TABLE public.risks_tally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.risks_tally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_addendum (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    event_id bigint NOT NULL,
    report_id bigint NOT NULL
);

ALTER TABLE public.serious_addendum ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_addendum_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_answers (
    id bigint NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    known_at timestamp with time zone NOT NULL,
    facts jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    event_id bigint NOT NULL
);

ALTER TABLE public.serious_answers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_answers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_call (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    way text NOT NULL,
    at timestamp with time zone NOT NULL,
    waits_to timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    passed_at timestamp with time zone,
    event_id bigint NOT NULL,
    person_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    rota_id bigint NOT NULL,
    CONSTRAINT serious_call_way CHECK ((way = ANY (ARRAY['on_call'::text, 'next'::text, 'post'::text, 'above'::text])))
);

ALTER TABLE public.serious_call ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_call_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_entry (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind text NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    corrects_id bigint,
    event_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    CONSTRAINT serious_entry_kind CHECK ((kind = ANY (ARRAY['course'::text, 'involved'::text, 'patient'::text, 'kin'::text, 'staff'::text, 'offer'::text, 'meeting'::text])))
);

ALTER TABLE public.serious_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_event (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    organisation text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    lies text NOT NULL,
    incident_id bigint NOT NULL,
    opened_by_id bigint,
    trust_id bigint NOT NULL,
    CONSTRAINT serious_organisation CHECK ((organisation = ANY (ARRAY['hf'::text, 'rhf'::text, 'kommune'::text, 'fylkeskommune'::text, 'private'::text])))
);

ALTER TABLE public.serious_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_eventstep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint,
    event_id bigint NOT NULL
);

ALTER TABLE public.serious_eventstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_eventstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_identityopening (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    event_id bigint NOT NULL,
    identity_id bigint NOT NULL,
    CONSTRAINT serious_opening_why CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.serious_identityopening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_identityopening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_notice (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    step smallint NOT NULL,
    recipients text[] NOT NULL,
    copies text[] NOT NULL,
    given boolean NOT NULL,
    due_at timestamp with time zone,
    soon_at timestamp with time zone,
    late_at timestamp with time zone,
    warned text NOT NULL,
    sent_at timestamp with time zone,
    channel text NOT NULL,
    sender text NOT NULL,
    reference text NOT NULL,
    event_id bigint NOT NULL,
    sent_by_id bigint,
    trust_id bigint NOT NULL,
    obligation_id bigint NOT NULL,
    CONSTRAINT serious_notice_step_check CHECK ((step >= 0)),
    CONSTRAINT serious_sent_pair CHECK ((((sender = ''::text) AND (sent_at IS NULL) AND (sent_by_id IS NULL)) OR ((sent_at IS NOT NULL) AND (sent_by_id IS NOT NULL) AND (NOT (sender = ''::text))))),
    CONSTRAINT serious_warned CHECK ((warned = ANY (ARRAY[''::text, 'soon'::text, 'late'::text])))
);

ALTER TABLE public.serious_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_obligation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    rule text NOT NULL,
    state text NOT NULL,
    grounded boolean NOT NULL,
    reason text NOT NULL,
    assessment jsonb NOT NULL,
    judged_at timestamp with time zone,
    event_id bigint NOT NULL,
    judged_by_id bigint,
    judged_with_id bigint,
    trust_id bigint NOT NULL,
    CONSTRAINT serious_judged_by_somebody CHECK (((NOT (state = ANY (ARRAY['send'::text, 'not'::text]))) OR (judged_by_id IS NOT NULL))),
    CONSTRAINT serious_judged_pair CHECK ((((judged_at IS NULL) AND (judged_by_id IS NULL)) OR ((judged_at IS NOT NULL) AND (judged_by_id IS NOT NULL) AND (NOT (reason = ''::text))))),
    CONSTRAINT serious_state CHECK ((state = ANY (ARRAY['proposed'::text, 'send'::text, 'not'::text, 'lapsed'::text])))
);

ALTER TABLE public.serious_obligation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_obligation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_patientidentity (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number smallint NOT NULL,
    sealed text NOT NULL,
    at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    why_deleted text NOT NULL,
    by_id bigint NOT NULL,
    deleted_by_id bigint,
    event_id bigint NOT NULL,
    replaces_id bigint,
    trust_id bigint NOT NULL,
    CONSTRAINT serious_identity_deleted CHECK ((((deleted_at IS NULL) AND (deleted_by_id IS NULL) AND (why_deleted = ''::text) AND (NOT (sealed = ''::text))) OR ((deleted_at IS NOT NULL) AND (deleted_by_id IS NOT NULL) AND (sealed = ''::text) AND (NOT (why_deleted = ''::text))))),
    CONSTRAINT serious_patientidentity_number_check CHECK ((number >= 0))
);

ALTER TABLE public.serious_patientidentity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_patientidentity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_report (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number smallint NOT NULL,
    content jsonb NOT NULL,
    digest text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    event_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    CONSTRAINT serious_report_number_check CHECK ((number >= 0))
);

ALTER TABLE public.serious_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_rota (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    role text NOT NULL,
    changes time without time zone[] NOT NULL,
    minutes smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    by_id bigint NOT NULL,
    ended_by_id bigint,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT serious_rota_ended_pair CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)))),
    CONSTRAINT serious_rota_minutes CHECK (((minutes >= 1) AND (minutes <= 240))),
    CONSTRAINT serious_rota_minutes_check CHECK ((minutes >= 0))
);

ALTER TABLE public.serious_rota ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_rota_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.serious_shift (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    person_id bigint,
    rota_id bigint NOT NULL,
    CONSTRAINT serious_shift_forward CHECK ((ends_at > starts_at))
);

ALTER TABLE public.serious_shift ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.serious_shift_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.styrk_messages_message (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    key text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    path text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    email_due_at timestamp with time zone,
    email_tries smallint NOT NULL,
    emailed_at timestamp with time zone,
    email_error text NOT NULL,
    recipient_id bigint NOT NULL,
    CONSTRAINT styrk_messages_message_email_tries_check CHECK ((email_tries >= 0))
);

ALTER TABLE public.styrk_messages_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.styrk_messages_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.subscriptions_copy (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    incident_id bigint NOT NULL,
    subscription_id bigint NOT NULL
);

ALTER TABLE public.subscriptions_copy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.subscriptions_copy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.subscriptions_subscription (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind text NOT NULL,
    why text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    begun_by_id bigint NOT NULL,
    code_id bigint,
    ended_by_id bigint,
    person_id bigint NOT NULL,
    trust_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT subscriptions_ended_pair CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)))),
    CONSTRAINT subscriptions_subject CHECK ((((code_id IS NULL) AND (kind = ANY (ARRAY['patient'::text, 'staff'::text, 'information'::text, 'equipment'::text, 'interface'::text, 'suggestion'::text, 'good'::text]))) OR ((code_id IS NOT NULL) AND (kind = ''::text))))
);

ALTER TABLE public.subscriptions_subscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.subscriptions_subscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.trail_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trail_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trail_reading (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    person_name text NOT NULL,
    subject text NOT NULL,
    subject_id bigint NOT NULL,
    reference text NOT NULL
)
PARTITION BY RANGE (at);

ALTER TABLE public.trail_reading ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.trail_reading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trail_reading_rest (
    id bigint CONSTRAINT trail_reading_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT trail_reading_at_not_null NOT NULL,
    person_id bigint CONSTRAINT trail_reading_person_id_not_null NOT NULL,
    person_name text CONSTRAINT trail_reading_person_name_not_null NOT NULL,
    subject text CONSTRAINT trail_reading_subject_not_null NOT NULL,
    subject_id bigint CONSTRAINT trail_reading_subject_id_not_null NOT NULL,
    reference text CONSTRAINT trail_reading_reference_not_null NOT NULL
);

CREATE TABLE public.trail_seal (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    low bigint NOT NULL,
    high bigint NOT NULL,
    entries integer NOT NULL,
    covers text NOT NULL,
    previous text NOT NULL,
    digest text NOT NULL,
    form smallint NOT NULL,
    prints bytea NOT NULL
);

ALTER TABLE public.trail_seal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trail_seal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.yearly_addendum (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    report_id bigint NOT NULL,
    CONSTRAINT yearly_addendum_says CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.yearly_addendum ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.yearly_addendum_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.yearly_followup (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    due date NOT NULL,
    told text NOT NULL,
    told_at timestamp with time zone,
    owner_id bigint NOT NULL,
    told_by_id bigint,
    treatment_id bigint NOT NULL,
    CONSTRAINT yearly_follow_up_told CHECK ((((told = ''::text) AND (told_at IS NULL) AND (told_by_id IS NULL)) OR ((NOT (told = ''::text)) AND (told_at IS NOT NULL) AND (told_by_id IS NOT NULL))))
);

ALTER TABLE public.yearly_followup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.yearly_followup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.yearly_partwords (
    id bigint NOT NULL,
    part text NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    report_id bigint NOT NULL,
    CONSTRAINT yearly_part CHECK ((part = ANY (ARRAY['summary'::text, 'control'::text, 'supervision'::text, 'learning'::text, 'mending'::text]))),
    CONSTRAINT yearly_words_say CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.yearly_partwords ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.yearly_partwords_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.yearly_treatment (
    id bigint NOT NULL,
    held_on date NOT NULL,
    "case" text NOT NULL,
    decision text NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    report_id bigint NOT NULL,
    CONSTRAINT yearly_decided CHECK (((NOT (words = ''::text)) AND (NOT ("case" = ''::text)))),
    CONSTRAINT yearly_did CHECK ((decision = ANY (ARRAY['noted'::text, 'asked'::text, 'other'::text])))
);

ALTER TABLE public.yearly_treatment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.yearly_treatment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.yearly_yearlyreport (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    state text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    material jsonb NOT NULL,
    gathered_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    meeting_on date,
    content jsonb,
    digest text NOT NULL,
    begun_by_id bigint NOT NULL,
    follows_id bigint,
    gathered_by_id bigint NOT NULL,
    sent_by_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT yearly_sent_is_whole CHECK ((((NOT (state = 'draft'::text)) AND (content IS NOT NULL) AND (meeting_on IS NOT NULL) AND (sent_at IS NOT NULL) AND (digest ~ '^[0-9a-f]{64}$'::text)) OR ((content IS NULL) AND (digest = ''::text) AND (sent_at IS NULL) AND (state = 'draft'::text)))),
    CONSTRAINT yearly_sent_pair CHECK ((((sent_at IS NULL) AND (sent_by_id IS NULL)) OR ((sent_at IS NOT NULL) AND (sent_by_id IS NOT NULL)))),
    CONSTRAINT yearly_state CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'treated'::text])))
);

ALTER TABLE public.yearly_yearlyreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.yearly_yearlyreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.yearly_yearlystep (
    id bigint NOT NULL,
    act text NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    detail jsonb NOT NULL,
    by_id bigint NOT NULL,
    report_id bigint NOT NULL
);

ALTER TABLE public.yearly_yearlystep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.yearly_yearlystep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.trail_reading ATTACH PARTITION public.trail_reading_rest DEFAULT;

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

INSERT INTO public.organisation_revision VALUES (1, 1);

SELECT pg_catalog.setval('public.feedback_voice_past_line_seq', -1, false);

SELECT pg_catalog.setval('public.organisation_revision_id_seq', 1, true);

ALTER TABLE ONLY public.access_account
    ADD CONSTRAINT access_account_person_id_key UNIQUE (person_id);

ALTER TABLE ONLY public.access_account
    ADD CONSTRAINT access_account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_account
    ADD CONSTRAINT access_account_username_key UNIQUE (username);

ALTER TABLE ONLY public.access_delivery
    ADD CONSTRAINT access_delivery_once UNIQUE (token_id, key);

ALTER TABLE ONLY public.access_delivery
    ADD CONSTRAINT access_delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_draft
    ADD CONSTRAINT access_draft_once UNIQUE (person_id, path);

ALTER TABLE ONLY public.access_draft
    ADD CONSTRAINT access_draft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_guest
    ADD CONSTRAINT access_guest_link_key UNIQUE (link);

ALTER TABLE ONLY public.access_guest
    ADD CONSTRAINT access_guest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_guest
    ADD CONSTRAINT access_guest_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.access_preview
    ADD CONSTRAINT access_preview_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_preview
    ADD CONSTRAINT access_preview_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.access_sent
    ADD CONSTRAINT access_sent_once UNIQUE (person_id, mark);

ALTER TABLE ONLY public.access_sent
    ADD CONSTRAINT access_sent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_token_units
    ADD CONSTRAINT access_token_units_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_token_units
    ADD CONSTRAINT access_token_units_token_id_unit_id_af19bc9b_uniq UNIQUE (token_id, unit_id);

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.actions_actionstep
    ADD CONSTRAINT actions_actionstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.actions_effectreview
    ADD CONSTRAINT actions_effectreview_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.actions_linetally
    ADD CONSTRAINT actions_linetally_once UNIQUE (unit_id, day);

ALTER TABLE ONLY public.actions_linetally
    ADD CONSTRAINT actions_linetally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.actions_objection
    ADD CONSTRAINT actions_objection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.actions_objection
    ADD CONSTRAINT actions_objection_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.actions_recusal
    ADD CONSTRAINT actions_recusal_once UNIQUE (action_id, person_id);

ALTER TABLE ONLY public.actions_recusal
    ADD CONSTRAINT actions_recusal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.actions_tally
    ADD CONSTRAINT actions_tally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appraisal_addendum
    ADD CONSTRAINT appraisal_addendum_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appraisal_appraisal
    ADD CONSTRAINT appraisal_appraisal_follows_id_key UNIQUE (follows_id);

ALTER TABLE ONLY public.appraisal_appraisal
    ADD CONSTRAINT appraisal_appraisal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appraisal_appraisal
    ADD CONSTRAINT appraisal_appraisal_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.appraisal_appraisalaction
    ADD CONSTRAINT appraisal_appraisalaction_action_id_key UNIQUE (action_id);

ALTER TABLE ONLY public.appraisal_appraisalaction
    ADD CONSTRAINT appraisal_appraisalaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appraisal_appraisalstep
    ADD CONSTRAINT appraisal_appraisalstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appraisal_extension
    ADD CONSTRAINT appraisal_extension_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appraisal_input
    ADD CONSTRAINT appraisal_input_once UNIQUE (appraisal_id, item);

ALTER TABLE ONLY public.appraisal_input
    ADD CONSTRAINT appraisal_input_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appraisal_participant
    ADD CONSTRAINT appraisal_participant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appraisal_participant
    ADD CONSTRAINT appraisal_participant_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.appraisal_verdict
    ADD CONSTRAINT appraisal_verdict_once UNIQUE (appraisal_id, item);

ALTER TABLE ONLY public.appraisal_verdict
    ADD CONSTRAINT appraisal_verdict_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auditplan_planapproval
    ADD CONSTRAINT auditplan_approved_once UNIQUE (plan_id, version);

ALTER TABLE ONLY public.auditplan_auditplan
    ADD CONSTRAINT auditplan_auditplan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auditplan_auditplan
    ADD CONSTRAINT auditplan_auditplan_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.auditplan_auditplanstep
    ADD CONSTRAINT auditplan_auditplanstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auditplan_linecriterion
    ADD CONSTRAINT auditplan_criterion_once UNIQUE (line_id, requirement_id);

ALTER TABLE ONLY public.auditplan_linecriterion
    ADD CONSTRAINT auditplan_linecriterion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auditplan_lineunit
    ADD CONSTRAINT auditplan_lineunit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auditplan_auditplan
    ADD CONSTRAINT auditplan_once UNIQUE (unit_id, year);

ALTER TABLE ONLY public.auditplan_planapproval
    ADD CONSTRAINT auditplan_planapproval_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auditplan_planline
    ADD CONSTRAINT auditplan_planline_audit_id_key UNIQUE (audit_id);

ALTER TABLE ONLY public.auditplan_planline
    ADD CONSTRAINT auditplan_planline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auditplan_planline
    ADD CONSTRAINT auditplan_planline_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.auditplan_recommendation
    ADD CONSTRAINT auditplan_recommendation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auditplan_lineunit
    ADD CONSTRAINT auditplan_unit_once UNIQUE (line_id, unit_id);

ALTER TABLE ONLY public.auditplan_wish
    ADD CONSTRAINT auditplan_wish_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auditplan_wish
    ADD CONSTRAINT auditplan_wish_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);

ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);

ALTER TABLE ONLY public.axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.board_boardquestion
    ADD CONSTRAINT board_boardquestion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.board_boardquestion
    ADD CONSTRAINT board_boardquestion_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.board_decision
    ADD CONSTRAINT board_decision_corrects_id_key UNIQUE (corrects_id);

ALTER TABLE ONLY public.board_decision
    ADD CONSTRAINT board_decision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.board_decision
    ADD CONSTRAINT board_decision_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.board_decisionaction
    ADD CONSTRAINT board_decisionaction_action_id_key UNIQUE (action_id);

ALTER TABLE ONLY public.board_decisionaction
    ADD CONSTRAINT board_decisionaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.board_item
    ADD CONSTRAINT board_item_once UNIQUE (meeting_id, number);

ALTER TABLE ONLY public.board_item
    ADD CONSTRAINT board_item_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.board_item
    ADD CONSTRAINT board_item_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.board_meeting
    ADD CONSTRAINT board_meeting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.board_meeting
    ADD CONSTRAINT board_meeting_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.board_pack
    ADD CONSTRAINT board_pack_once UNIQUE (meeting_id, number);

ALTER TABLE ONLY public.board_pack
    ADD CONSTRAINT board_pack_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.board_pack
    ADD CONSTRAINT board_pack_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.classification_codeaxis
    ADD CONSTRAINT classification_axis_once UNIQUE (scheme_id, key);

ALTER TABLE ONLY public.classification_code
    ADD CONSTRAINT classification_code_once UNIQUE (axis_id, code);

ALTER TABLE ONLY public.classification_code
    ADD CONSTRAINT classification_code_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.classification_code
    ADD CONSTRAINT classification_code_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.classification_codeaxis
    ADD CONSTRAINT classification_codeaxis_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.classification_codescheme
    ADD CONSTRAINT classification_codescheme_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.classification_codescheme
    ADD CONSTRAINT classification_codescheme_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.classification_incidentcode
    ADD CONSTRAINT classification_incidentcode_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.committee_advice
    ADD CONSTRAINT committee_advice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.committee_advice
    ADD CONSTRAINT committee_advice_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.committee_adviceaction
    ADD CONSTRAINT committee_adviceaction_action_id_key UNIQUE (action_id);

ALTER TABLE ONLY public.committee_adviceaction
    ADD CONSTRAINT committee_adviceaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.committee_committeecase
    ADD CONSTRAINT committee_committeecase_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.committee_committeecase
    ADD CONSTRAINT committee_committeecase_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.compliance_fitting
    ADD CONSTRAINT compliance_fitting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.compliance_judgement
    ADD CONSTRAINT compliance_judgement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.compliance_look
    ADD CONSTRAINT compliance_look_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.compliance_lookwords
    ADD CONSTRAINT compliance_lookwords_look_id_key UNIQUE (look_id);

ALTER TABLE ONLY public.compliance_lookwords
    ADD CONSTRAINT compliance_lookwords_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.compliance_night
    ADD CONSTRAINT compliance_night_on_key UNIQUE ("on");

ALTER TABLE ONLY public.compliance_night
    ADD CONSTRAINT compliance_night_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.compliance_point
    ADD CONSTRAINT compliance_one_point UNIQUE (unit_id, item);

ALTER TABLE ONLY public.compliance_picture
    ADD CONSTRAINT compliance_picture_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.compliance_point
    ADD CONSTRAINT compliance_point_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.compliance_point
    ADD CONSTRAINT compliance_point_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.compliance_practice
    ADD CONSTRAINT compliance_practice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.compliance_rule
    ADD CONSTRAINT compliance_rule_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.compliance_rule
    ADD CONSTRAINT compliance_rule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.duties_duty
    ADD CONSTRAINT duties_duty_key_key UNIQUE (key);

ALTER TABLE ONLY public.duties_duty
    ADD CONSTRAINT duties_duty_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_change
    ADD CONSTRAINT feedback_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_change
    ADD CONSTRAINT feedback_change_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.feedback_entrance
    ADD CONSTRAINT feedback_entrance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_entrance
    ADD CONSTRAINT feedback_entrance_unit_id_key UNIQUE (unit_id);

ALTER TABLE ONLY public.feedback_hearing
    ADD CONSTRAINT feedback_hearing_once UNIQUE (unit_id, council, last_on);

ALTER TABLE ONLY public.feedback_hearing
    ADD CONSTRAINT feedback_hearing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_hearing
    ADD CONSTRAINT feedback_hearing_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.feedback_judgement
    ADD CONSTRAINT feedback_judgement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_judgement
    ADD CONSTRAINT feedback_judgement_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.feedback_knock
    ADD CONSTRAINT feedback_knock_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_linetally
    ADD CONSTRAINT feedback_linetally_once UNIQUE (unit_id, day);

ALTER TABLE ONLY public.feedback_linetally
    ADD CONSTRAINT feedback_linetally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_receipt
    ADD CONSTRAINT feedback_receipt_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.feedback_receipt
    ADD CONSTRAINT feedback_receipt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_receipt
    ADD CONSTRAINT feedback_receipt_voice_id_key UNIQUE (voice_id);

ALTER TABLE ONLY public.feedback_surveyscore
    ADD CONSTRAINT feedback_score_once UNIQUE (unit_id, survey, last_on, area);

ALTER TABLE ONLY public.feedback_surveyscore
    ADD CONSTRAINT feedback_surveyscore_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_tally
    ADD CONSTRAINT feedback_tally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_voice
    ADD CONSTRAINT feedback_voice_mark_key UNIQUE (mark);

ALTER TABLE ONLY public.feedback_voice
    ADD CONSTRAINT feedback_voice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_voice
    ADD CONSTRAINT feedback_voice_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.feedback_voiceaction
    ADD CONSTRAINT feedback_voiceaction_action_id_key UNIQUE (action_id);

ALTER TABLE ONLY public.feedback_voiceaction
    ADD CONSTRAINT feedback_voiceaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feedback_voicestep
    ADD CONSTRAINT feedback_voicestep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goals_goal
    ADD CONSTRAINT goals_goal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goals_goal
    ADD CONSTRAINT goals_goal_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.goals_goalaction
    ADD CONSTRAINT goals_goalaction_action_id_key UNIQUE (action_id);

ALTER TABLE ONLY public.goals_goalaction
    ADD CONSTRAINT goals_goalaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goals_goalstep
    ADD CONSTRAINT goals_goalstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_attachment
    ADD CONSTRAINT incidents_attachment_file_key UNIQUE (file);

ALTER TABLE ONLY public.incidents_attachment
    ADD CONSTRAINT incidents_attachment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_attachment
    ADD CONSTRAINT incidents_attachment_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_submission_key UNIQUE (submission);

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.incidents_incidentaction
    ADD CONSTRAINT incidents_incidentaction_action_id_key UNIQUE (action_id);

ALTER TABLE ONLY public.incidents_incidentaction
    ADD CONSTRAINT incidents_incidentaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_incidentanalysis
    ADD CONSTRAINT incidents_incidentanalysis_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_incidentrisk
    ADD CONSTRAINT incidents_incidentrisk_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_incidentstep
    ADD CONSTRAINT incidents_incidentstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_linetally
    ADD CONSTRAINT incidents_linetally_once UNIQUE (unit_id, day);

ALTER TABLE ONLY public.incidents_linetally
    ADD CONSTRAINT incidents_linetally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_linetheme
    ADD CONSTRAINT incidents_linetheme_once UNIQUE (unit_id, day);

ALTER TABLE ONLY public.incidents_linetheme
    ADD CONSTRAINT incidents_linetheme_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_recusal
    ADD CONSTRAINT incidents_recusal_once UNIQUE (incident_id, person_id);

ALTER TABLE ONLY public.incidents_recusal
    ADD CONSTRAINT incidents_recusal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_reporter
    ADD CONSTRAINT incidents_reporter_pkey PRIMARY KEY (incident_id);

ALTER TABLE ONLY public.incidents_savedsearch
    ADD CONSTRAINT incidents_savedsearch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_savedsearch
    ADD CONSTRAINT incidents_savedsearch_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.incidents_savedsearch
    ADD CONSTRAINT incidents_search_once UNIQUE (person_id, name);

ALTER TABLE ONLY public.incidents_statement
    ADD CONSTRAINT incidents_statement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_statement
    ADD CONSTRAINT incidents_statement_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.incidents_tally
    ADD CONSTRAINT incidents_tally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incidents_theme
    ADD CONSTRAINT incidents_theme_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_actionmeasure
    ADD CONSTRAINT indicators_actionmeasure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_annotation
    ADD CONSTRAINT indicators_annotation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_annotation
    ADD CONSTRAINT indicators_annotation_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.indicators_attestation
    ADD CONSTRAINT indicators_attestation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_batch
    ADD CONSTRAINT indicators_batch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_batch
    ADD CONSTRAINT indicators_batch_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.indicators_definition
    ADD CONSTRAINT indicators_definition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_effectanswer
    ADD CONSTRAINT indicators_effectanswer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_figure
    ADD CONSTRAINT indicators_figure_once UNIQUE (unit_id, indicator_id, period, of);

ALTER TABLE ONLY public.indicators_figure
    ADD CONSTRAINT indicators_figure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_goalmeasure
    ADD CONSTRAINT indicators_goalmeasure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_indicator
    ADD CONSTRAINT indicators_indicator_code_key UNIQUE (code);

ALTER TABLE ONLY public.indicators_indicator
    ADD CONSTRAINT indicators_indicator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_indicator
    ADD CONSTRAINT indicators_indicator_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.indicators_measurement
    ADD CONSTRAINT indicators_measurement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_seriesglance
    ADD CONSTRAINT indicators_seriesglance_pkey PRIMARY KEY (signal_id);

ALTER TABLE ONLY public.indicators_seriesmark
    ADD CONSTRAINT indicators_seriesmark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_seriesmark
    ADD CONSTRAINT indicators_seriesmark_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.indicators_signal
    ADD CONSTRAINT indicators_signal_once UNIQUE (unit_id, indicator_id);

ALTER TABLE ONLY public.indicators_signal
    ADD CONSTRAINT indicators_signal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_target
    ADD CONSTRAINT indicators_target_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_definition
    ADD CONSTRAINT indicators_version_once UNIQUE (indicator_id, number);

ALTER TABLE ONLY public.indicators_watermark
    ADD CONSTRAINT indicators_watermark_name_key UNIQUE (name);

ALTER TABLE ONLY public.indicators_watermark
    ADD CONSTRAINT indicators_watermark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_lessonquestion
    ADD CONSTRAINT inspections_asked_once UNIQUE (lesson_id, unit_id);

ALTER TABLE ONLY public.inspections_audit
    ADD CONSTRAINT inspections_audit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_audit
    ADD CONSTRAINT inspections_audit_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.inspections_auditcriterion
    ADD CONSTRAINT inspections_auditcriterion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_auditmember
    ADD CONSTRAINT inspections_auditmember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_auditstep
    ADD CONSTRAINT inspections_auditstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_auditunit
    ADD CONSTRAINT inspections_auditunit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_document
    ADD CONSTRAINT inspections_document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_document
    ADD CONSTRAINT inspections_document_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.inspections_finding
    ADD CONSTRAINT inspections_finding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_finding
    ADD CONSTRAINT inspections_finding_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.inspections_findingaction
    ADD CONSTRAINT inspections_findingaction_action_id_key UNIQUE (action_id);

ALTER TABLE ONLY public.inspections_findingaction
    ADD CONSTRAINT inspections_findingaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_findingstep
    ADD CONSTRAINT inspections_findingstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_lesson
    ADD CONSTRAINT inspections_lesson_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_lesson
    ADD CONSTRAINT inspections_lesson_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.inspections_lessonaction
    ADD CONSTRAINT inspections_lessonaction_action_id_key UNIQUE (action_id);

ALTER TABLE ONLY public.inspections_lessonaction
    ADD CONSTRAINT inspections_lessonaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_lessonquestion
    ADD CONSTRAINT inspections_lessonquestion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_lessonquestion
    ADD CONSTRAINT inspections_lessonquestion_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.inspections_lessonstep
    ADD CONSTRAINT inspections_lessonstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_lessonwithdrawal
    ADD CONSTRAINT inspections_lessonwithdrawal_lesson_id_key UNIQUE (lesson_id);

ALTER TABLE ONLY public.inspections_lessonwithdrawal
    ADD CONSTRAINT inspections_lessonwithdrawal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_finding
    ADD CONSTRAINT inspections_number_once UNIQUE (audit_id, number);

ALTER TABLE ONLY public.inspections_treatment
    ADD CONSTRAINT inspections_treatment_audit_id_key UNIQUE (audit_id);

ALTER TABLE ONLY public.inspections_treatment
    ADD CONSTRAINT inspections_treatment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inspections_treatment
    ADD CONSTRAINT inspections_treatment_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.intervention_signal
    ADD CONSTRAINT intervention_signal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intervention_signal
    ADD CONSTRAINT intervention_signal_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.intervention_signalstep
    ADD CONSTRAINT intervention_signalstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intervention_switch
    ADD CONSTRAINT intervention_switch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intervention_switch
    ADD CONSTRAINT intervention_switch_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.organisation_appointment
    ADD CONSTRAINT organisation_appointment_once UNIQUE (person_id, unit_id, role, valid_from);

ALTER TABLE ONLY public.organisation_appointment
    ADD CONSTRAINT organisation_appointment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation_deputyship
    ADD CONSTRAINT organisation_deputyship_once UNIQUE (person_id, unit_id, valid_from);

ALTER TABLE ONLY public.organisation_deputyship
    ADD CONSTRAINT organisation_deputyship_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation_unitedition
    ADD CONSTRAINT organisation_edition_once UNIQUE (unit_id, valid_from);

ALTER TABLE ONLY public.organisation_person
    ADD CONSTRAINT organisation_person_employee_number_key UNIQUE (employee_number);

ALTER TABLE ONLY public.organisation_person
    ADD CONSTRAINT organisation_person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation_person
    ADD CONSTRAINT organisation_person_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.organisation_revision
    ADD CONSTRAINT organisation_revision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation_unit
    ADD CONSTRAINT organisation_unit_code_key UNIQUE (code);

ALTER TABLE ONLY public.organisation_unit
    ADD CONSTRAINT organisation_unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation_unit
    ADD CONSTRAINT organisation_unit_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.organisation_unitedition
    ADD CONSTRAINT organisation_unitedition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patterns_dismissal
    ADD CONSTRAINT patterns_dismissal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patterns_dismissal
    ADD CONSTRAINT patterns_dismissal_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.patterns_groupmember
    ADD CONSTRAINT patterns_groupmember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patterns_groupstep
    ADD CONSTRAINT patterns_groupstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patterns_incidentgroup
    ADD CONSTRAINT patterns_incidentgroup_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patterns_incidentgroup
    ADD CONSTRAINT patterns_incidentgroup_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.patterns_raising
    ADD CONSTRAINT patterns_raising_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patterns_raising
    ADD CONSTRAINT patterns_raising_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.patterns_theme
    ADD CONSTRAINT patterns_theme_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patterns_theme
    ADD CONSTRAINT patterns_theme_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.patterns_themeaction
    ADD CONSTRAINT patterns_themeaction_action_id_key UNIQUE (action_id);

ALTER TABLE ONLY public.patterns_themeaction
    ADD CONSTRAINT patterns_themeaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patterns_thememember
    ADD CONSTRAINT patterns_thememember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patterns_themereview
    ADD CONSTRAINT patterns_themereview_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patterns_themestep
    ADD CONSTRAINT patterns_themestep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_planitem
    ADD CONSTRAINT plans_action_once UNIQUE (plan_id, action_id);

ALTER TABLE ONLY public.plans_planitem
    ADD CONSTRAINT plans_goal_once UNIQUE (plan_id, goal_id);

ALTER TABLE ONLY public.plans_ground
    ADD CONSTRAINT plans_ground_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_ground
    ADD CONSTRAINT plans_ground_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.plans_hearing
    ADD CONSTRAINT plans_hearing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_planitem
    ADD CONSTRAINT plans_placement_once UNIQUE (plan_id, placement_id);

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_follows_id_key UNIQUE (follows_id);

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.plans_planitem
    ADD CONSTRAINT plans_planitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_planitem
    ADD CONSTRAINT plans_planitem_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.plans_planstep
    ADD CONSTRAINT plans_planstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_version_once UNIQUE (unit_id, year, version);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.products_incidentproduct
    ADD CONSTRAINT products_incidentproduct_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.products_product
    ADD CONSTRAINT products_product_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.products_product
    ADD CONSTRAINT products_product_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.requirements_placementaction
    ADD CONSTRAINT requirements_action_once UNIQUE (placement_id, action_id);

ALTER TABLE ONLY public.requirements_addendum
    ADD CONSTRAINT requirements_addendum_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_announcement
    ADD CONSTRAINT requirements_announcement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_announcement
    ADD CONSTRAINT requirements_announcement_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.requirements_annualreport
    ADD CONSTRAINT requirements_annual_once UNIQUE (unit_id, year);

ALTER TABLE ONLY public.requirements_annualhearing
    ADD CONSTRAINT requirements_annualhearing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_annualhearing
    ADD CONSTRAINT requirements_annualhearing_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.requirements_annualreport
    ADD CONSTRAINT requirements_annualreport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_annualreport
    ADD CONSTRAINT requirements_annualreport_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.requirements_authority
    ADD CONSTRAINT requirements_authority_code_key UNIQUE (code);

ALTER TABLE ONLY public.requirements_authority
    ADD CONSTRAINT requirements_authority_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_authority
    ADD CONSTRAINT requirements_authority_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.requirements_edition
    ADD CONSTRAINT requirements_edition_follows_id_key UNIQUE (follows_id);

ALTER TABLE ONLY public.requirements_edition
    ADD CONSTRAINT requirements_edition_once UNIQUE (source_id, label);

ALTER TABLE ONLY public.requirements_edition
    ADD CONSTRAINT requirements_edition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_edition
    ADD CONSTRAINT requirements_edition_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.requirements_placement
    ADD CONSTRAINT requirements_placement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_placement
    ADD CONSTRAINT requirements_placement_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.requirements_placementaction
    ADD CONSTRAINT requirements_placementaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_placementstep
    ADD CONSTRAINT requirements_placementstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_requirement
    ADD CONSTRAINT requirements_ref_once UNIQUE (edition_id, ref);

ALTER TABLE ONLY public.requirements_requirement
    ADD CONSTRAINT requirements_requirement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_requirement
    ADD CONSTRAINT requirements_requirement_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.requirements_source
    ADD CONSTRAINT requirements_source_code_key UNIQUE (code);

ALTER TABLE ONLY public.requirements_source
    ADD CONSTRAINT requirements_source_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_source
    ADD CONSTRAINT requirements_source_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.requirements_statusreport
    ADD CONSTRAINT requirements_statusreport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_succession
    ADD CONSTRAINT requirements_succession_once UNIQUE NULLS NOT DISTINCT (old_id, new_id);

ALTER TABLE ONLY public.requirements_succession
    ADD CONSTRAINT requirements_succession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_supervision
    ADD CONSTRAINT requirements_supervision_once UNIQUE (authority_id, law);

ALTER TABLE ONLY public.requirements_supervision
    ADD CONSTRAINT requirements_supervision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements_told
    ADD CONSTRAINT requirements_told_once UNIQUE (announcement_id, person_id);

ALTER TABLE ONLY public.requirements_told
    ADD CONSTRAINT requirements_told_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_report
    ADD CONSTRAINT review_once UNIQUE (unit_id, layout, period);

ALTER TABLE ONLY public.review_presentation
    ADD CONSTRAINT review_presentation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_presentation
    ADD CONSTRAINT review_presentation_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.review_question
    ADD CONSTRAINT review_question_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_question
    ADD CONSTRAINT review_question_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.review_report
    ADD CONSTRAINT review_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_report
    ADD CONSTRAINT review_report_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.review_supplement
    ADD CONSTRAINT review_supplement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_version
    ADD CONSTRAINT review_version_once UNIQUE (report_id, number);

ALTER TABLE ONLY public.review_version
    ADD CONSTRAINT review_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_version
    ADD CONSTRAINT review_version_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.review_words
    ADD CONSTRAINT review_words_once UNIQUE (report_id, section);

ALTER TABLE ONLY public.review_words
    ADD CONSTRAINT review_words_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_words
    ADD CONSTRAINT review_words_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.risks_acceptance
    ADD CONSTRAINT risks_acceptance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_linetally
    ADD CONSTRAINT risks_linetally_once UNIQUE (unit_id, day);

ALTER TABLE ONLY public.risks_linetally
    ADD CONSTRAINT risks_linetally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_matrix
    ADD CONSTRAINT risks_matrix_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_matrix
    ADD CONSTRAINT risks_matrix_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.risks_proposal
    ADD CONSTRAINT risks_proposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_proposal
    ADD CONSTRAINT risks_proposal_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.risks_rating
    ADD CONSTRAINT risks_rating_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_risk
    ADD CONSTRAINT risks_risk_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_risk
    ADD CONSTRAINT risks_risk_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.risks_riskaction
    ADD CONSTRAINT risks_riskaction_action_id_key UNIQUE (action_id);

ALTER TABLE ONLY public.risks_riskaction
    ADD CONSTRAINT risks_riskaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_riskgoal
    ADD CONSTRAINT risks_riskgoal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_riskmeasure
    ADD CONSTRAINT risks_riskmeasure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_riskplacement
    ADD CONSTRAINT risks_riskplacement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_riskstep
    ADD CONSTRAINT risks_riskstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_snapshot
    ADD CONSTRAINT risks_snapshot_once UNIQUE (unit_id, period, edition);

ALTER TABLE ONLY public.risks_snapshot
    ADD CONSTRAINT risks_snapshot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.risks_snapshot
    ADD CONSTRAINT risks_snapshot_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.risks_tally
    ADD CONSTRAINT risks_tally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_addendum
    ADD CONSTRAINT serious_addendum_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_answers
    ADD CONSTRAINT serious_answers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_call
    ADD CONSTRAINT serious_call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_call
    ADD CONSTRAINT serious_call_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.serious_call
    ADD CONSTRAINT serious_called_once UNIQUE (event_id, person_id);

ALTER TABLE ONLY public.serious_entry
    ADD CONSTRAINT serious_corrected_once UNIQUE (corrects_id);

ALTER TABLE ONLY public.serious_entry
    ADD CONSTRAINT serious_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_entry
    ADD CONSTRAINT serious_entry_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.serious_event
    ADD CONSTRAINT serious_event_incident_id_key UNIQUE (incident_id);

ALTER TABLE ONLY public.serious_event
    ADD CONSTRAINT serious_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_event
    ADD CONSTRAINT serious_event_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.serious_eventstep
    ADD CONSTRAINT serious_eventstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_identityopening
    ADD CONSTRAINT serious_identityopening_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_identityopening
    ADD CONSTRAINT serious_identityopening_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.serious_notice
    ADD CONSTRAINT serious_notice_once UNIQUE (obligation_id, step);

ALTER TABLE ONLY public.serious_notice
    ADD CONSTRAINT serious_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_notice
    ADD CONSTRAINT serious_notice_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.serious_obligation
    ADD CONSTRAINT serious_obligation_once UNIQUE (event_id, rule);

ALTER TABLE ONLY public.serious_obligation
    ADD CONSTRAINT serious_obligation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_obligation
    ADD CONSTRAINT serious_obligation_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.serious_patientidentity
    ADD CONSTRAINT serious_patientidentity_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_patientidentity
    ADD CONSTRAINT serious_patientidentity_replaces_id_key UNIQUE (replaces_id);

ALTER TABLE ONLY public.serious_patientidentity
    ADD CONSTRAINT serious_patientidentity_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.serious_report
    ADD CONSTRAINT serious_report_number UNIQUE (event_id, number);

ALTER TABLE ONLY public.serious_report
    ADD CONSTRAINT serious_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_report
    ADD CONSTRAINT serious_report_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.serious_rota
    ADD CONSTRAINT serious_rota_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serious_rota
    ADD CONSTRAINT serious_rota_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.serious_shift
    ADD CONSTRAINT serious_shift_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.styrk_messages_message
    ADD CONSTRAINT styrk_messages_message_key_key UNIQUE (key);

ALTER TABLE ONLY public.styrk_messages_message
    ADD CONSTRAINT styrk_messages_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.styrk_messages_message
    ADD CONSTRAINT styrk_messages_message_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.subscriptions_copy
    ADD CONSTRAINT subscriptions_copy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.subscriptions_subscription
    ADD CONSTRAINT subscriptions_subscription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.subscriptions_subscription
    ADD CONSTRAINT subscriptions_subscription_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.trail_entry
    ADD CONSTRAINT trail_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trail_reading
    ADD CONSTRAINT trail_reading_pkey PRIMARY KEY (id, at);

ALTER TABLE ONLY public.trail_reading_rest
    ADD CONSTRAINT trail_reading_rest_pkey PRIMARY KEY (id, at);

ALTER TABLE ONLY public.trail_seal
    ADD CONSTRAINT trail_seal_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.trail_seal
    ADD CONSTRAINT trail_seal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.yearly_addendum
    ADD CONSTRAINT yearly_addendum_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.yearly_followup
    ADD CONSTRAINT yearly_followup_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.yearly_followup
    ADD CONSTRAINT yearly_followup_treatment_id_key UNIQUE (treatment_id);

ALTER TABLE ONLY public.yearly_followup
    ADD CONSTRAINT yearly_followup_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.yearly_yearlyreport
    ADD CONSTRAINT yearly_once UNIQUE (unit_id, year, number);

ALTER TABLE ONLY public.yearly_partwords
    ADD CONSTRAINT yearly_partwords_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.yearly_treatment
    ADD CONSTRAINT yearly_treatment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.yearly_treatment
    ADD CONSTRAINT yearly_treatment_report_id_key UNIQUE (report_id);

ALTER TABLE ONLY public.yearly_partwords
    ADD CONSTRAINT yearly_words_once UNIQUE (report_id, part);

ALTER TABLE ONLY public.yearly_yearlyreport
    ADD CONSTRAINT yearly_yearlyreport_follows_id_key UNIQUE (follows_id);

ALTER TABLE ONLY public.yearly_yearlyreport
    ADD CONSTRAINT yearly_yearlyreport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.yearly_yearlyreport
    ADD CONSTRAINT yearly_yearlyreport_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.yearly_yearlystep
    ADD CONSTRAINT yearly_yearlystep_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX access_account_username ON public.access_account USING btree (upper(username));

CREATE INDEX access_account_username_221d18bd_like ON public.access_account USING btree (username text_pattern_ops);

CREATE INDEX access_delivery_at ON public.access_delivery USING btree (at);

CREATE INDEX access_delivery_token_id_31aea336 ON public.access_delivery USING btree (token_id);

CREATE INDEX access_draft_person_id_5ebd19e3 ON public.access_draft USING btree (person_id);

CREATE INDEX access_grant_granted_by_id_f9615f28 ON public.access_grant USING btree (granted_by_id);

CREATE INDEX access_grant_person ON public.access_grant USING btree (person_id, kind, record_id);

CREATE INDEX access_grant_person_id_2cb654af ON public.access_grant USING btree (person_id);

CREATE INDEX access_grant_record ON public.access_grant USING btree (kind, record_id);

CREATE INDEX access_grant_unit ON public.access_grant USING btree (unit_id, kind, record_id) WHERE (unit_id IS NOT NULL);

CREATE INDEX access_grant_unit_id_539d2431 ON public.access_grant USING btree (unit_id);

CREATE INDEX access_guest_ended_by_id_faf0c9c2 ON public.access_guest USING btree (ended_by_id);

CREATE INDEX access_guest_invited_by_id_ce977183 ON public.access_guest USING btree (invited_by_id);

CREATE INDEX access_guest_link_13977faa_like ON public.access_guest USING btree (link text_pattern_ops);

CREATE INDEX access_guest_mail ON public.access_guest USING btree (email_due_at) WHERE (email_due_at IS NOT NULL);

CREATE INDEX access_guest_record ON public.access_guest USING btree (kind, record_id);

CREATE INDEX access_guest_trust_id_2c99f8fd ON public.access_guest USING btree (trust_id);

CREATE INDEX access_preview_kept ON public.access_preview USING btree (kept_at);

CREATE INDEX access_preview_person_id_f96187c6 ON public.access_preview USING btree (person_id);

CREATE INDEX access_sent_at ON public.access_sent USING btree (at);

CREATE INDEX access_token_digest_1d9f66c6_like ON public.access_token USING btree (digest text_pattern_ops);

CREATE INDEX access_token_ended_by_id_04be72c5 ON public.access_token USING btree (ended_by_id);

CREATE INDEX access_token_made_by_id_54b4649e ON public.access_token USING btree (made_by_id);

CREATE INDEX access_token_person_id_88af941c ON public.access_token USING btree (person_id);

CREATE INDEX access_token_units_token_id_2ef001e6 ON public.access_token_units USING btree (token_id);

CREATE INDEX access_token_units_unit_id_f75033db ON public.access_token_units USING btree (unit_id);

CREATE INDEX actions_action_done_by_id_3fc8bd34 ON public.actions_action USING btree (done_by_id);

CREATE INDEX actions_action_follows_id_c795c79c ON public.actions_action USING btree (follows_id);

CREATE INDEX actions_action_owner_id_b42acf84 ON public.actions_action USING btree (owner_id);

CREATE INDEX actions_action_raised_by_id_f3f66711 ON public.actions_action USING btree (raised_by_id);

CREATE INDEX actions_action_trust_id_7be0626e ON public.actions_action USING btree (trust_id);

CREATE INDEX actions_action_unit_id_9e82be98 ON public.actions_action USING btree (unit_id);

CREATE INDEX actions_actionstep_action_id_c6903cc7 ON public.actions_actionstep USING btree (action_id);

CREATE INDEX actions_actionstep_by_id_df5b9c41 ON public.actions_actionstep USING btree (by_id);

CREATE INDEX actions_effectreview_action_id_b15ef380 ON public.actions_effectreview USING btree (action_id);

CREATE INDEX actions_effectreview_by_id_ef2eeac6 ON public.actions_effectreview USING btree (by_id);

CREATE INDEX actions_linetally_nothing ON public.actions_linetally USING btree (unit_id) WHERE ((raised = 0) AND (carried_out = 0) AND (judged = 0) AND (worked = 0) AND (planned = 0) AND (unjudged = 0));

CREATE INDEX actions_objection_action_id_5a26346a ON public.actions_objection USING btree (action_id);

CREATE INDEX actions_objection_answered_by_id_7fb96252 ON public.actions_objection USING btree (answered_by_id);

CREATE INDEX actions_objection_asked_id_91b23040 ON public.actions_objection USING btree (asked_id);

CREATE INDEX actions_objection_of ON public.actions_objection USING btree (subject_uuid);

CREATE INDEX actions_objection_said_by_id_d0a8d089 ON public.actions_objection USING btree (said_by_id);

CREATE INDEX actions_objection_unit_id_e6bca814 ON public.actions_objection USING btree (unit_id);

CREATE INDEX actions_owner_raised ON public.actions_action USING btree (owner_id, raised_at DESC);

CREATE INDEX actions_raised ON public.actions_action USING btree (raised_at DESC, id DESC);

CREATE INDEX actions_recusal_action_id_85d60916 ON public.actions_recusal USING btree (action_id);

CREATE INDEX actions_recusal_person ON public.actions_recusal USING btree (person_id, action_id);

CREATE INDEX actions_recusal_person_id_2559bcf3 ON public.actions_recusal USING btree (person_id);

CREATE INDEX actions_step_action ON public.actions_actionstep USING btree (action_id, id);

CREATE INDEX actions_tally_new ON public.actions_tally USING btree (unit_id) WHERE (NOT settled);

CREATE INDEX actions_tally_nothing ON public.actions_tally USING btree (unit_id) WHERE (settled AND (raised = 0) AND (carried_out = 0) AND (judged = 0) AND (worked = 0) AND (planned = 0) AND (unjudged = 0));

CREATE UNIQUE INDEX actions_tally_once ON public.actions_tally USING btree (unit_id, day) WHERE settled;

CREATE INDEX actions_trust_raised ON public.actions_action USING btree (trust_id, raised_at DESC);

CREATE INDEX actions_unit_raised ON public.actions_action USING btree (unit_id, raised_at DESC);

CREATE INDEX actions_unknown_effect ON public.actions_action USING btree (unit_id, review_on) WHERE (state = 'done'::text);

CREATE INDEX actions_worked ON public.actions_action USING btree (raised_at DESC, id DESC) WHERE ((effect = ANY (ARRAY['worked'::text, 'partly'::text])) AND (origin = 'incident'::text) AND (state = 'finished'::text));

CREATE INDEX appraisal_addendum_appraisal_id_e6a0822a ON public.appraisal_addendum USING btree (appraisal_id);

CREATE INDEX appraisal_addendum_by_id_68b39667 ON public.appraisal_addendum USING btree (by_id);

CREATE INDEX appraisal_appraisal_begun_by_id_1910bc96 ON public.appraisal_appraisal USING btree (begun_by_id);

CREATE INDEX appraisal_appraisal_gathered_by_id_6b251ee8 ON public.appraisal_appraisal USING btree (gathered_by_id);

CREATE INDEX appraisal_appraisal_signed_by_id_8508fc07 ON public.appraisal_appraisal USING btree (signed_by_id);

CREATE INDEX appraisal_appraisal_unit_id_ac75c645 ON public.appraisal_appraisal USING btree (unit_id);

CREATE INDEX appraisal_appraisalaction_appraisal_id_4bccf356 ON public.appraisal_appraisalaction USING btree (appraisal_id);

CREATE INDEX appraisal_appraisalstep_appraisal_id_28519567 ON public.appraisal_appraisalstep USING btree (appraisal_id);

CREATE INDEX appraisal_appraisalstep_by_id_22ebceda ON public.appraisal_appraisalstep USING btree (by_id);

CREATE INDEX appraisal_extension_by_id_24dc01a9 ON public.appraisal_extension USING btree (by_id);

CREATE INDEX appraisal_extension_of ON public.appraisal_extension USING btree (unit_id, id DESC);

CREATE INDEX appraisal_extension_unit_id_0b6d31f1 ON public.appraisal_extension USING btree (unit_id);

CREATE INDEX appraisal_input_appraisal_id_926165e2 ON public.appraisal_input USING btree (appraisal_id);

CREATE INDEX appraisal_input_by_id_f026a62b ON public.appraisal_input USING btree (by_id);

CREATE UNIQUE INDEX appraisal_once ON public.appraisal_appraisal USING btree (unit_id, year, number) WHERE (NOT (state = 'dropped'::text));

CREATE UNIQUE INDEX appraisal_one_open ON public.appraisal_appraisal USING btree (unit_id) WHERE (state = 'draft'::text);

CREATE INDEX appraisal_participant_appraisal_id_5b62d25e ON public.appraisal_participant USING btree (appraisal_id);

CREATE INDEX appraisal_participant_noted_by_id_6c309214 ON public.appraisal_participant USING btree (noted_by_id);

CREATE INDEX appraisal_step ON public.appraisal_appraisalstep USING btree (appraisal_id, id);

CREATE INDEX appraisal_verdict_appraisal_id_13beb128 ON public.appraisal_verdict USING btree (appraisal_id);

CREATE INDEX appraisal_verdict_by_id_09ce8e61 ON public.appraisal_verdict USING btree (by_id);

CREATE INDEX auditplan_auditplan_begun_by_id_740c0121 ON public.auditplan_auditplan USING btree (begun_by_id);

CREATE INDEX auditplan_auditplan_unit_id_e83c2cd3 ON public.auditplan_auditplan USING btree (unit_id);

CREATE INDEX auditplan_auditplanstep_by_id_6c14b45e ON public.auditplan_auditplanstep USING btree (by_id);

CREATE INDEX auditplan_auditplanstep_plan_id_54cf8241 ON public.auditplan_auditplanstep USING btree (plan_id);

CREATE INDEX auditplan_in_order ON public.auditplan_planline USING btree (plan_id, quarter);

CREATE INDEX auditplan_linecriterion_line_id_2d90b676 ON public.auditplan_linecriterion USING btree (line_id);

CREATE INDEX auditplan_linecriterion_requirement_id_54b4d35a ON public.auditplan_linecriterion USING btree (requirement_id);

CREATE INDEX auditplan_lineunit_line_id_03dc1be0 ON public.auditplan_lineunit USING btree (line_id);

CREATE INDEX auditplan_lineunit_unit_id_8eb57e76 ON public.auditplan_lineunit USING btree (unit_id);

CREATE INDEX auditplan_planapproval_by_id_3db43767 ON public.auditplan_planapproval USING btree (by_id);

CREATE INDEX auditplan_planapproval_plan_id_633d9e81 ON public.auditplan_planapproval USING btree (plan_id);

CREATE INDEX auditplan_planline_plan_id_ff015d40 ON public.auditplan_planline USING btree (plan_id);

CREATE INDEX auditplan_planline_set_by_id_a9c55c47 ON public.auditplan_planline USING btree (set_by_id);

CREATE INDEX auditplan_recommendation_by_id_66655da0 ON public.auditplan_recommendation USING btree (by_id);

CREATE INDEX auditplan_recommendation_plan_id_59a0d4e6 ON public.auditplan_recommendation USING btree (plan_id);

CREATE INDEX auditplan_step ON public.auditplan_auditplanstep USING btree (plan_id, id);

CREATE INDEX auditplan_wish_answered_by_id_6c6caa8c ON public.auditplan_wish USING btree (answered_by_id);

CREATE INDEX auditplan_wish_by_id_8e368a34 ON public.auditplan_wish USING btree (by_id);

CREATE INDEX auditplan_wish_line_id_cf82b4fe ON public.auditplan_wish USING btree (line_id);

CREATE INDEX auditplan_wish_plan_id_cf107710 ON public.auditplan_wish USING btree (plan_id);

CREATE INDEX auditplan_wish_unit_id_5f82737a ON public.auditplan_wish USING btree (unit_id);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX axes_accessattempt_ip_address_10922d9c ON public.axes_accessattempt USING btree (ip_address);

CREATE INDEX axes_accessattempt_user_agent_ad89678b ON public.axes_accessattempt USING btree (user_agent);

CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON public.axes_accessattempt USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON public.axes_accessattempt USING btree (username);

CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON public.axes_accessattempt USING btree (username varchar_pattern_ops);

CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON public.axes_accessfailurelog USING btree (ip_address);

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON public.axes_accessfailurelog USING btree (user_agent);

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON public.axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON public.axes_accessfailurelog USING btree (username);

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON public.axes_accessfailurelog USING btree (username varchar_pattern_ops);

CREATE INDEX axes_accesslog_ip_address_86b417e5 ON public.axes_accesslog USING btree (ip_address);

CREATE INDEX axes_accesslog_user_agent_0e659004 ON public.axes_accesslog USING btree (user_agent);

CREATE INDEX axes_accesslog_user_agent_0e659004_like ON public.axes_accesslog USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accesslog_username_df93064b ON public.axes_accesslog USING btree (username);

CREATE INDEX axes_accesslog_username_df93064b_like ON public.axes_accesslog USING btree (username varchar_pattern_ops);

CREATE INDEX board_boardquestion_answered_by_id_43f45819 ON public.board_boardquestion USING btree (answered_by_id);

CREATE INDEX board_boardquestion_asked_by_id_43c166ed ON public.board_boardquestion USING btree (asked_by_id);

CREATE INDEX board_boardquestion_unit_id_a74c77c5 ON public.board_boardquestion USING btree (unit_id);

CREATE INDEX board_decision_decided_by_id_70314a28 ON public.board_decision USING btree (decided_by_id);

CREATE INDEX board_decision_item_id_dc2ef75c ON public.board_decision USING btree (item_id);

CREATE INDEX board_decision_owner_id_44d3ef8a ON public.board_decision USING btree (owner_id);

CREATE INDEX board_decision_told_by_id_439c9126 ON public.board_decision USING btree (told_by_id);

CREATE INDEX board_decisionaction_decision_id_dd773d00 ON public.board_decisionaction USING btree (decision_id);

CREATE INDEX board_item_added_by_id_33974f20 ON public.board_item USING btree (added_by_id);

CREATE INDEX board_item_meeting_id_2c02bbfe ON public.board_item USING btree (meeting_id);

CREATE INDEX board_item_withdrawn_by_id_9fc05254 ON public.board_item USING btree (withdrawn_by_id);

CREATE INDEX board_meeting_held_by_id_9498c17e ON public.board_meeting USING btree (held_by_id);

CREATE UNIQUE INDEX board_meeting_once ON public.board_meeting USING btree (unit_id, "on") WHERE (NOT (state = 'called_off'::text));

CREATE INDEX board_meeting_planned_by_id_09f87edb ON public.board_meeting USING btree (planned_by_id);

CREATE INDEX board_meeting_unit_id_e11e5892 ON public.board_meeting USING btree (unit_id);

CREATE INDEX board_pack_made_by_id_421d7c7b ON public.board_pack USING btree (made_by_id);

CREATE INDEX board_pack_meeting_id_7a2378ee ON public.board_pack USING btree (meeting_id);

CREATE INDEX board_question_of_unit ON public.board_boardquestion USING btree (unit_id, id);

CREATE INDEX classification_code_axis_id_42618ea5 ON public.classification_code USING btree (axis_id);

CREATE INDEX classification_codeaxis_scheme_id_46a84e0b ON public.classification_codeaxis USING btree (scheme_id);

CREATE INDEX classification_codescheme_ended_by_id_5136fb99 ON public.classification_codescheme USING btree (ended_by_id);

CREATE INDEX classification_codescheme_taken_by_id_54b7ca40 ON public.classification_codescheme USING btree (taken_by_id);

CREATE INDEX classification_codescheme_trust_id_e1f0afb3 ON public.classification_codescheme USING btree (trust_id);

CREATE INDEX classification_incidentcode_code_id_bb131909 ON public.classification_incidentcode USING btree (code_id);

CREATE INDEX classification_incidentcode_incident_id_cb56a0ff ON public.classification_incidentcode USING btree (incident_id);

CREATE INDEX classification_incidentcode_removed_by_id_63570229 ON public.classification_incidentcode USING btree (removed_by_id);

CREATE INDEX classification_incidentcode_set_by_id_3aa7af5c ON public.classification_incidentcode USING btree (set_by_id);

CREATE INDEX classification_incidentcode_trust_id_c924bf75 ON public.classification_incidentcode USING btree (trust_id);

CREATE INDEX classification_of_code ON public.classification_incidentcode USING btree (code_id) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX classification_scheme_once ON public.classification_codescheme USING btree (trust_id, name) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX classification_set_once ON public.classification_incidentcode USING btree (incident_id, code_id) WHERE (removed_at IS NULL);

CREATE INDEX committee_action_of ON public.committee_adviceaction USING btree (advice_id, id);

CREATE INDEX committee_advice_answered_by_id_04db2707 ON public.committee_advice USING btree (answered_by_id);

CREATE INDEX committee_advice_case_id_51c429f2 ON public.committee_advice USING btree (case_id);

CREATE INDEX committee_advice_given_by_id_4fba75f1 ON public.committee_advice USING btree (given_by_id);

CREATE INDEX committee_advice_of ON public.committee_advice USING btree (case_id, id);

CREATE INDEX committee_advice_to_unit_id_3c7770d1 ON public.committee_advice USING btree (to_unit_id);

CREATE INDEX committee_adviceaction_advice_id_92ff23ec ON public.committee_adviceaction USING btree (advice_id);

CREATE INDEX committee_committeecase_ended_by_id_47a60b62 ON public.committee_committeecase USING btree (ended_by_id);

CREATE INDEX committee_committeecase_incident_id_ffe5c067 ON public.committee_committeecase USING btree (incident_id);

CREATE INDEX committee_committeecase_laid_by_id_f9e82c96 ON public.committee_committeecase USING btree (laid_by_id);

CREATE INDEX committee_committeecase_trust_id_7d267db4 ON public.committee_committeecase USING btree (trust_id);

CREATE INDEX committee_committeecase_unit_id_04d7a177 ON public.committee_committeecase USING btree (unit_id);

CREATE INDEX committee_of_unit ON public.committee_committeecase USING btree (unit_id, state, id DESC);

CREATE UNIQUE INDEX committee_waits_once ON public.committee_committeecase USING btree (incident_id, unit_id) WHERE (state = 'waiting'::text);

CREATE INDEX compliance_fitting_by_id_79a3a74c ON public.compliance_fitting USING btree (by_id);

CREATE INDEX compliance_fitting_trust_id_00bee18e ON public.compliance_fitting USING btree (trust_id);

CREATE INDEX compliance_judgement_by_id_23f49082 ON public.compliance_judgement USING btree (by_id);

CREATE INDEX compliance_judgement_point_id_81953d1e ON public.compliance_judgement USING btree (point_id);

CREATE INDEX compliance_look_by_id_4c8a39fa ON public.compliance_look USING btree (by_id);

CREATE INDEX compliance_look_unit_id_a5faa59f ON public.compliance_look USING btree (unit_id);

CREATE INDEX compliance_looks_at ON public.compliance_look USING btree (subject_uuid, unit_id, id DESC);

CREATE INDEX compliance_looks_in ON public.compliance_look USING btree (unit_id, "on" DESC);

CREATE INDEX compliance_lookwords_unit_id_cc4383d5 ON public.compliance_lookwords USING btree (unit_id);

CREATE INDEX compliance_newest_fitting ON public.compliance_fitting USING btree (trust_id, what, id DESC);

CREATE INDEX compliance_newest_judgement ON public.compliance_judgement USING btree (point_id, id DESC);

CREATE INDEX compliance_newest_picture ON public.compliance_picture USING btree (unit_id, letter, "on" DESC, id DESC);

CREATE INDEX compliance_newest_practice ON public.compliance_practice USING btree (point_id, id DESC);

CREATE INDEX compliance_picture_rule_id_09cec03b ON public.compliance_picture USING btree (rule_id);

CREATE INDEX compliance_picture_unit_id_cbe2b128 ON public.compliance_picture USING btree (unit_id);

CREATE INDEX compliance_point_trust_id_3b4cb59b ON public.compliance_point USING btree (trust_id);

CREATE INDEX compliance_point_unit_id_710bcba6 ON public.compliance_point USING btree (unit_id);

CREATE INDEX compliance_practice_by_id_72809262 ON public.compliance_practice USING btree (by_id);

CREATE INDEX compliance_practice_owner_id_539f549c ON public.compliance_practice USING btree (owner_id);

CREATE INDEX compliance_practice_point_id_1326d9e5 ON public.compliance_practice USING btree (point_id);

CREATE INDEX compliance_rule_digest_d69a2a22_like ON public.compliance_rule USING btree (digest text_pattern_ops);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX duties_duty_key_80ff3ca4_like ON public.duties_duty USING btree (key text_pattern_ops);

CREATE INDEX duties_duty_person_id_e8d68234 ON public.duties_duty USING btree (person_id);

CREATE INDEX duties_duty_settled_by_id_0e920eb8 ON public.duties_duty USING btree (settled_by_id);

CREATE INDEX duties_duty_unit_id_17b73a5a ON public.duties_duty USING btree (unit_id);

CREATE INDEX duties_of_person ON public.duties_duty USING btree (person_id, due) WHERE ((person_id IS NOT NULL) AND (settled_at IS NULL));

CREATE INDEX duties_of_role ON public.duties_duty USING btree (unit_id, role, due) WHERE ((person_id IS NULL) AND (settled_at IS NULL));

CREATE INDEX duties_of_unit ON public.duties_duty USING btree (unit_id, due) WHERE (settled_at IS NULL);

CREATE INDEX feedback_change_by_id_5d3c5be5 ON public.feedback_change USING btree (by_id);

CREATE INDEX feedback_change_unit ON public.feedback_change USING btree (unit_id, at DESC);

CREATE INDEX feedback_change_unit_id_aa91014d ON public.feedback_change USING btree (unit_id);

CREATE INDEX feedback_change_voice_id_f9c759ee ON public.feedback_change USING btree (voice_id);

CREATE INDEX feedback_entrance_by_id_6aac654e ON public.feedback_entrance USING btree (by_id);

CREATE INDEX feedback_hearing_answered_by_id_d44d2ef7 ON public.feedback_hearing USING btree (answered_by_id);

CREATE INDEX feedback_hearing_laid_by_id_2e8fd27a ON public.feedback_hearing USING btree (laid_by_id);

CREATE INDEX feedback_hearing_trust ON public.feedback_hearing USING btree (trust_id, id DESC);

CREATE INDEX feedback_hearing_trust_id_2ab65909 ON public.feedback_hearing USING btree (trust_id);

CREATE INDEX feedback_hearing_unit_id_5322d959 ON public.feedback_hearing USING btree (unit_id);

CREATE INDEX feedback_judged_unit ON public.feedback_judgement USING btree (unit_id, at DESC);

CREATE INDEX feedback_judgement_by_id_0b172193 ON public.feedback_judgement USING btree (by_id);

CREATE INDEX feedback_judgement_unit_id_e8c101c6 ON public.feedback_judgement USING btree (unit_id);

CREATE INDEX feedback_knock_hour ON public.feedback_knock USING btree (came_on, hour);

CREATE INDEX feedback_linetally_nothing ON public.feedback_linetally USING btree (unit_id) WHERE ((received = 0) AND (complaints = 0) AND (experiences = 0) AND (suggestions = 0) AND (good = 0) AND (waiting = 0) AND (asked = 0) AND (heard = 0) AND (used = 0));

CREATE INDEX feedback_receipt_digest_7392562b_like ON public.feedback_receipt USING btree (digest text_pattern_ops);

CREATE INDEX feedback_step_voice ON public.feedback_voicestep USING btree (voice_id, id);

CREATE INDEX feedback_surveyscore_by_id_c1588708 ON public.feedback_surveyscore USING btree (by_id);

CREATE INDEX feedback_surveyscore_trust_id_4313fdea ON public.feedback_surveyscore USING btree (trust_id);

CREATE INDEX feedback_surveyscore_unit_id_3834a251 ON public.feedback_surveyscore USING btree (unit_id);

CREATE INDEX feedback_tally_new ON public.feedback_tally USING btree (unit_id) WHERE (NOT settled);

CREATE INDEX feedback_tally_nothing ON public.feedback_tally USING btree (unit_id) WHERE (settled AND (received = 0) AND (complaints = 0) AND (experiences = 0) AND (suggestions = 0) AND (good = 0) AND (waiting = 0) AND (asked = 0) AND (heard = 0) AND (used = 0));

CREATE UNIQUE INDEX feedback_tally_once ON public.feedback_tally USING btree (unit_id, day) WHERE settled;

CREATE INDEX feedback_to_be_told ON public.feedback_receipt USING btree (email_due_at) WHERE (NOT (email = ''::text));

CREATE INDEX feedback_trust_received ON public.feedback_voice USING btree (trust_id, received_on DESC, id DESC);

CREATE INDEX feedback_unit_received ON public.feedback_voice USING btree (held_by_id, received_on DESC, id DESC);

CREATE INDEX feedback_voice_answered_by_id_a56b735e ON public.feedback_voice USING btree (answered_by_id);

CREATE INDEX feedback_voice_handler_id_c254f23f ON public.feedback_voice USING btree (handler_id);

CREATE INDEX feedback_voice_held_by_id_08e9a197 ON public.feedback_voice USING btree (held_by_id);

CREATE INDEX feedback_voice_mark_128e243b_like ON public.feedback_voice USING btree (mark text_pattern_ops);

CREATE INDEX feedback_voice_told_by_id_9df195c7 ON public.feedback_voice USING btree (told_by_id);

CREATE INDEX feedback_voice_trust_id_75eede36 ON public.feedback_voice USING btree (trust_id);

CREATE INDEX feedback_voice_unit_id_1a53bacd ON public.feedback_voice USING btree (unit_id);

CREATE INDEX feedback_voiceaction_voice_id_08f374e4 ON public.feedback_voiceaction USING btree (voice_id);

CREATE INDEX feedback_voicestep_by_id_a13f2f29 ON public.feedback_voicestep USING btree (by_id);

CREATE INDEX feedback_voicestep_voice_id_8d2aee0c ON public.feedback_voicestep USING btree (voice_id);

CREATE INDEX goals_goal_above_id_55c352cd ON public.goals_goal USING btree (above_id);

CREATE INDEX goals_goal_owner_id_2f711ee8 ON public.goals_goal USING btree (owner_id);

CREATE INDEX goals_goal_placement_id_d3670e33 ON public.goals_goal USING btree (placement_id);

CREATE INDEX goals_goal_set_by_id_3181af73 ON public.goals_goal USING btree (set_by_id);

CREATE INDEX goals_goal_trust_id_8eec1c12 ON public.goals_goal USING btree (trust_id);

CREATE INDEX goals_goal_unit_id_b9272437 ON public.goals_goal USING btree (unit_id);

CREATE INDEX goals_goalaction_goal_id_c096427d ON public.goals_goalaction USING btree (goal_id);

CREATE INDEX goals_goalstep_by_id_ff60e07c ON public.goals_goalstep USING btree (by_id);

CREATE INDEX goals_goalstep_goal_id_d291dd22 ON public.goals_goalstep USING btree (goal_id);

CREATE INDEX goals_of_unit ON public.goals_goal USING btree (unit_id, first_year);

CREATE INDEX goals_step_goal ON public.goals_goalstep USING btree (goal_id, id);

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX incidents_action_following ON public.incidents_incidentaction USING btree (action_id) WHERE (told = ANY (ARRAY['planned'::text, 'done'::text]));

CREATE INDEX incidents_action_incident ON public.incidents_incidentaction USING btree (incident_id, id);

CREATE INDEX incidents_analysis_incident ON public.incidents_incidentanalysis USING btree (incident_id, id DESC);

CREATE INDEX incidents_attachment_added_by_id_801709ea ON public.incidents_attachment USING btree (added_by_id);

CREATE INDEX incidents_attachment_file_b942213e_like ON public.incidents_attachment USING btree (file text_pattern_ops);

CREATE INDEX incidents_attachment_incident ON public.incidents_attachment USING btree (incident_id, id);

CREATE INDEX incidents_attachment_incident_id_928da522 ON public.incidents_attachment USING btree (incident_id);

CREATE INDEX incidents_attachment_trust_id_01885b00 ON public.incidents_attachment USING btree (trust_id);

CREATE INDEX incidents_incident_confirmed_by_id_6b2221ea ON public.incidents_incident USING btree (confirmed_by_id);

CREATE INDEX incidents_incident_handler_id_ebde207e ON public.incidents_incident USING btree (handler_id);

CREATE INDEX incidents_incident_responsible_unit_id_2ece0e6a ON public.incidents_incident USING btree (responsible_unit_id);

CREATE INDEX incidents_incident_same_as_id_4a9cb7ef ON public.incidents_incident USING btree (same_as_id);

CREATE INDEX incidents_incident_trust_id_492330a9 ON public.incidents_incident USING btree (trust_id);

CREATE INDEX incidents_incident_unit_id_60f58d51 ON public.incidents_incident USING btree (unit_id);

CREATE INDEX incidents_incidentaction_incident_id_194be927 ON public.incidents_incidentaction USING btree (incident_id);

CREATE INDEX incidents_incidentaction_trust_id_1545c55d ON public.incidents_incidentaction USING btree (trust_id);

CREATE INDEX incidents_incidentanalysis_by_id_ba680f92 ON public.incidents_incidentanalysis USING btree (by_id);

CREATE INDEX incidents_incidentanalysis_incident_id_ac16ff46 ON public.incidents_incidentanalysis USING btree (incident_id);

CREATE INDEX incidents_incidentanalysis_trust_id_b6bddb0f ON public.incidents_incidentanalysis USING btree (trust_id);

CREATE INDEX incidents_incidentrisk_incident_id_6504ce92 ON public.incidents_incidentrisk USING btree (incident_id);

CREATE INDEX incidents_incidentrisk_linked_by_id_f0bbe587 ON public.incidents_incidentrisk USING btree (linked_by_id);

CREATE INDEX incidents_incidentrisk_removed_by_id_e829128c ON public.incidents_incidentrisk USING btree (removed_by_id);

CREATE INDEX incidents_incidentrisk_risk_id_a8310891 ON public.incidents_incidentrisk USING btree (risk_id);

CREATE INDEX incidents_incidentrisk_trust_id_88caa7ce ON public.incidents_incidentrisk USING btree (trust_id);

CREATE INDEX incidents_incidentstep_by_id_639821ba ON public.incidents_incidentstep USING btree (by_id);

CREATE INDEX incidents_incidentstep_incident_id_6b4b114e ON public.incidents_incidentstep USING btree (incident_id);

CREATE INDEX incidents_incidentstep_trust_id_3bcab321 ON public.incidents_incidentstep USING btree (trust_id);

CREATE INDEX incidents_linetally_nothing ON public.incidents_linetally USING btree (unit_id) WHERE ((received = 0) AND (suggestions = 0) AND (good = 0) AND (taken = 0) AND (examined = 0) AND (concluded = 0) AND (serious = 0) AND (analysed = 0) AND (waiting = 0) AND (serious_waiting = 0) AND (serious_open = 0));

CREATE INDEX incidents_linetheme_nothing ON public.incidents_linetheme USING btree (unit_id) WHERE ((patient_none = 0) AND (patient_mild = 0) AND (patient_moderate = 0) AND (patient_severe = 0) AND (patient_death = 0) AND (patient_unsaid = 0) AND (staff_none = 0) AND (staff_mild = 0) AND (staff_moderate = 0) AND (staff_severe = 0) AND (staff_death = 0) AND (staff_unsaid = 0) AND (information_none = 0) AND (information_mild = 0) AND (information_moderate = 0) AND (information_severe = 0) AND (information_death = 0) AND (information_unsaid = 0) AND (equipment_none = 0) AND (equipment_mild = 0) AND (equipment_moderate = 0) AND (equipment_severe = 0) AND (equipment_death = 0) AND (equipment_unsaid = 0) AND (interface_none = 0) AND (interface_mild = 0) AND (interface_moderate = 0) AND (interface_severe = 0) AND (interface_death = 0) AND (interface_unsaid = 0));

CREATE INDEX incidents_of_risk ON public.incidents_incidentrisk USING btree (risk_id) WHERE (removed_at IS NULL);

CREATE INDEX incidents_recusal_incident_id_5353486e ON public.incidents_recusal USING btree (incident_id);

CREATE INDEX incidents_recusal_person ON public.incidents_recusal USING btree (person_id, incident_id);

CREATE INDEX incidents_recusal_person_id_c57b091f ON public.incidents_recusal USING btree (person_id);

CREATE INDEX incidents_recusal_trust_id_c3d5ed05 ON public.incidents_recusal USING btree (trust_id);

CREATE INDEX incidents_reported ON public.incidents_incident USING btree (reported_at DESC, id DESC);

CREATE INDEX incidents_reporter_person_id_91fe933e ON public.incidents_reporter USING btree (person_id);

CREATE INDEX incidents_reporter_trust_id_de1d0a4d ON public.incidents_reporter USING btree (trust_id);

CREATE UNIQUE INDEX incidents_risk_once ON public.incidents_incidentrisk USING btree (incident_id, risk_id) WHERE (removed_at IS NULL);

CREATE INDEX incidents_savedsearch_person_id_c649bd29 ON public.incidents_savedsearch USING btree (person_id);

CREATE INDEX incidents_search ON public.incidents_incident USING gin (search) WITH (fastupdate=off);

CREATE INDEX incidents_serious ON public.incidents_incident USING btree (reported_at DESC, id DESC) WHERE (harm_actual = ANY (ARRAY['severe'::text, 'death'::text]));

CREATE INDEX incidents_serious_since ON public.incidents_incident USING btree (confirmed_at DESC) WHERE (harm_actual = ANY (ARRAY['severe'::text, 'death'::text]));

CREATE INDEX incidents_statement_answered_by_id_3666ade0 ON public.incidents_statement USING btree (answered_by_id);

CREATE INDEX incidents_statement_asked_by_id_9daff27a ON public.incidents_statement USING btree (asked_by_id);

CREATE INDEX incidents_statement_incident ON public.incidents_statement USING btree (incident_id, id);

CREATE INDEX incidents_statement_incident_id_8021a734 ON public.incidents_statement USING btree (incident_id);

CREATE INDEX incidents_statement_trust_id_1420c17e ON public.incidents_statement USING btree (trust_id);

CREATE INDEX incidents_statement_unit_id_27f83a78 ON public.incidents_statement USING btree (unit_id);

CREATE INDEX incidents_statement_waiting ON public.incidents_statement USING btree (due) WHERE ((answered_at IS NULL) AND (ended_at IS NULL));

CREATE INDEX incidents_step_incident ON public.incidents_incidentstep USING btree (incident_id, id);

CREATE INDEX incidents_tally_new ON public.incidents_tally USING btree (unit_id) WHERE (NOT settled);

CREATE INDEX incidents_tally_nothing ON public.incidents_tally USING btree (unit_id) WHERE (settled AND (received = 0) AND (suggestions = 0) AND (good = 0) AND (taken = 0) AND (examined = 0) AND (concluded = 0) AND (serious = 0) AND (analysed = 0) AND (waiting = 0) AND (serious_waiting = 0) AND (serious_open = 0));

CREATE UNIQUE INDEX incidents_tally_once ON public.incidents_tally USING btree (unit_id, day) WHERE settled;

CREATE INDEX incidents_theme_new ON public.incidents_theme USING btree (unit_id) WHERE (NOT settled);

CREATE INDEX incidents_theme_nothing ON public.incidents_theme USING btree (unit_id) WHERE (settled AND (patient_none = 0) AND (patient_mild = 0) AND (patient_moderate = 0) AND (patient_severe = 0) AND (patient_death = 0) AND (patient_unsaid = 0) AND (staff_none = 0) AND (staff_mild = 0) AND (staff_moderate = 0) AND (staff_severe = 0) AND (staff_death = 0) AND (staff_unsaid = 0) AND (information_none = 0) AND (information_mild = 0) AND (information_moderate = 0) AND (information_severe = 0) AND (information_death = 0) AND (information_unsaid = 0) AND (equipment_none = 0) AND (equipment_mild = 0) AND (equipment_moderate = 0) AND (equipment_severe = 0) AND (equipment_death = 0) AND (equipment_unsaid = 0) AND (interface_none = 0) AND (interface_mild = 0) AND (interface_moderate = 0) AND (interface_severe = 0) AND (interface_death = 0) AND (interface_unsaid = 0));

CREATE UNIQUE INDEX incidents_theme_once ON public.incidents_theme USING btree (unit_id, day) WHERE settled;

CREATE INDEX incidents_trust_reported ON public.incidents_incident USING btree (trust_id, reported_at DESC, id DESC);

CREATE INDEX incidents_unit_reported ON public.incidents_incident USING btree (responsible_unit_id, reported_at DESC, id DESC);

CREATE INDEX incidents_waiting ON public.incidents_incident USING btree (reported_at DESC, id DESC) WHERE (state = 'received'::text);

CREATE UNIQUE INDEX indicators_action_once ON public.indicators_actionmeasure USING btree (action_id) WHERE (ended_at IS NULL);

CREATE INDEX indicators_actionmeasure_action_id_47a876dc ON public.indicators_actionmeasure USING btree (action_id);

CREATE INDEX indicators_actionmeasure_by_id_662c60d9 ON public.indicators_actionmeasure USING btree (by_id);

CREATE INDEX indicators_actionmeasure_ended_by_id_462844c5 ON public.indicators_actionmeasure USING btree (ended_by_id);

CREATE INDEX indicators_actionmeasure_indicator_id_01246ecc ON public.indicators_actionmeasure USING btree (indicator_id);

CREATE INDEX indicators_actionmeasure_unit_id_8e7383b5 ON public.indicators_actionmeasure USING btree (unit_id);

CREATE INDEX indicators_annotation_by_id_1b9d9d0c ON public.indicators_annotation USING btree (by_id);

CREATE INDEX indicators_annotation_indicator_id_bf199854 ON public.indicators_annotation USING btree (indicator_id);

CREATE INDEX indicators_annotation_unit_id_adee89cf ON public.indicators_annotation USING btree (unit_id);

CREATE INDEX indicators_annotation_withdrawn_by_id_fbf19456 ON public.indicators_annotation USING btree (withdrawn_by_id);

CREATE INDEX indicators_attestation_by_id_b36a3149 ON public.indicators_attestation USING btree (by_id);

CREATE INDEX indicators_attestation_indicator_id_7749f267 ON public.indicators_attestation USING btree (indicator_id);

CREATE INDEX indicators_attestation_unit_id_7bd62270 ON public.indicators_attestation USING btree (unit_id);

CREATE INDEX indicators_batch_by_id_3844bc95 ON public.indicators_batch USING btree (by_id);

CREATE INDEX indicators_definition_by_id_f5cec392 ON public.indicators_definition USING btree (by_id);

CREATE INDEX indicators_definition_indicator_id_f57e6d06 ON public.indicators_definition USING btree (indicator_id);

CREATE INDEX indicators_effect_answer ON public.indicators_effectanswer USING btree (measure_id, id DESC);

CREATE INDEX indicators_effectanswer_by_id_9a47f422 ON public.indicators_effectanswer USING btree (by_id);

CREATE INDEX indicators_effectanswer_measure_id_fa136d5c ON public.indicators_effectanswer USING btree (measure_id);

CREATE UNIQUE INDEX indicators_goal_once ON public.indicators_goalmeasure USING btree (goal_id, indicator_id) WHERE (ended_at IS NULL);

CREATE INDEX indicators_goalmeasure_by_id_2e4ee82c ON public.indicators_goalmeasure USING btree (by_id);

CREATE INDEX indicators_goalmeasure_ended_by_id_79dd7bf9 ON public.indicators_goalmeasure USING btree (ended_by_id);

CREATE INDEX indicators_goalmeasure_goal_id_1ec03555 ON public.indicators_goalmeasure USING btree (goal_id);

CREATE INDEX indicators_goalmeasure_indicator_id_46da4818 ON public.indicators_goalmeasure USING btree (indicator_id);

CREATE INDEX indicators_indicator_code_2ca7c8f7_like ON public.indicators_indicator USING btree (code text_pattern_ops);

CREATE INDEX indicators_indicator_owner_id_9edc90b6 ON public.indicators_indicator USING btree (owner_id);

CREATE INDEX indicators_indicator_trust_id_d4bdfac7 ON public.indicators_indicator USING btree (trust_id);

CREATE INDEX indicators_indicator_unit_id_4e488977 ON public.indicators_indicator USING btree (unit_id);

CREATE UNIQUE INDEX indicators_mark_once ON public.indicators_seriesmark USING btree (indicator_id, unit_id, kind, period) WHERE (withdrawn_at IS NULL);

CREATE INDEX indicators_measured ON public.indicators_measurement USING btree (indicator_id, unit_id, period);

CREATE INDEX indicators_measurement_batch_id_ce792700 ON public.indicators_measurement USING btree (batch_id);

CREATE INDEX indicators_seriesglance_until_7ff5e58c ON public.indicators_seriesglance USING btree (until);

CREATE INDEX indicators_seriesmark_by_id_a274fe46 ON public.indicators_seriesmark USING btree (by_id);

CREATE INDEX indicators_seriesmark_indicator_id_28da35db ON public.indicators_seriesmark USING btree (indicator_id);

CREATE INDEX indicators_seriesmark_unit_id_9520e027 ON public.indicators_seriesmark USING btree (unit_id);

CREATE INDEX indicators_seriesmark_withdrawn_by_id_3bd6a8e4 ON public.indicators_seriesmark USING btree (withdrawn_by_id);

CREATE INDEX indicators_signal_indicator_id_ad1b573c ON public.indicators_signal USING btree (indicator_id);

CREATE INDEX indicators_signal_unit_id_2c46d9b0 ON public.indicators_signal USING btree (unit_id);

CREATE INDEX indicators_stale ON public.indicators_signal USING btree (id) WHERE stale;

CREATE INDEX indicators_target_by_id_6467ecfb ON public.indicators_target USING btree (by_id);

CREATE INDEX indicators_target_indicator_id_a278d38c ON public.indicators_target USING btree (indicator_id);

CREATE INDEX indicators_target_of ON public.indicators_target USING btree (indicator_id, unit_id, valid_from);

CREATE INDEX indicators_target_unit_id_2621975b ON public.indicators_target USING btree (unit_id);

CREATE INDEX indicators_watermark_name_e90cc845_like ON public.indicators_watermark USING btree (name text_pattern_ops);

CREATE INDEX inspections_asked_unit ON public.inspections_lessonquestion USING btree (unit_id, reply);

CREATE INDEX inspections_audit_authority_id_9a15a5ac ON public.inspections_audit USING btree (authority_id);

CREATE INDEX inspections_audit_leader_id_2e402d58 ON public.inspections_audit USING btree (leader_id);

CREATE INDEX inspections_audit_set_by_id_bca8ef5f ON public.inspections_audit USING btree (set_by_id);

CREATE INDEX inspections_audit_trust_id_56229bc6 ON public.inspections_audit USING btree (trust_id);

CREATE INDEX inspections_audit_unit_id_25b59648 ON public.inspections_audit USING btree (unit_id);

CREATE INDEX inspections_auditcriterion_audit_id_dbc49559 ON public.inspections_auditcriterion USING btree (audit_id);

CREATE INDEX inspections_auditcriterion_removed_by_id_7d161a76 ON public.inspections_auditcriterion USING btree (removed_by_id);

CREATE INDEX inspections_auditcriterion_requirement_id_92124e4a ON public.inspections_auditcriterion USING btree (requirement_id);

CREATE INDEX inspections_auditmember_audit_id_cdd542fb ON public.inspections_auditmember USING btree (audit_id);

CREATE INDEX inspections_auditmember_person_id_9be6872f ON public.inspections_auditmember USING btree (person_id);

CREATE INDEX inspections_auditmember_removed_by_id_5a5b54d8 ON public.inspections_auditmember USING btree (removed_by_id);

CREATE INDEX inspections_auditstep_audit_id_a4c765b2 ON public.inspections_auditstep USING btree (audit_id);

CREATE INDEX inspections_auditstep_by_id_4e50ce2a ON public.inspections_auditstep USING btree (by_id);

CREATE INDEX inspections_auditunit_audit_id_438b617d ON public.inspections_auditunit USING btree (audit_id);

CREATE INDEX inspections_auditunit_removed_by_id_31b3339c ON public.inspections_auditunit USING btree (removed_by_id);

CREATE INDEX inspections_auditunit_unit_id_d7554c09 ON public.inspections_auditunit USING btree (unit_id);

CREATE INDEX inspections_document_added_by_id_885b393a ON public.inspections_document USING btree (added_by_id);

CREATE INDEX inspections_document_audit_id_bf077cab ON public.inspections_document USING btree (audit_id);

CREATE INDEX inspections_document_finding_id_c52bcc0d ON public.inspections_document USING btree (finding_id);

CREATE INDEX inspections_finding_answered_by_id_fe1235c0 ON public.inspections_finding USING btree (answered_by_id);

CREATE INDEX inspections_finding_audit_id_1838afb0 ON public.inspections_finding USING btree (audit_id);

CREATE INDEX inspections_finding_claimed_by_id_00c4dcef ON public.inspections_finding USING btree (claimed_by_id);

CREATE INDEX inspections_finding_found_by_id_4e708ea6 ON public.inspections_finding USING btree (found_by_id);

CREATE INDEX inspections_finding_met_by_id_fe259dba ON public.inspections_finding USING btree (met_by_id);

CREATE INDEX inspections_finding_requirement_id_a8925bb7 ON public.inspections_finding USING btree (requirement_id);

CREATE INDEX inspections_finding_step ON public.inspections_findingstep USING btree (finding_id, id);

CREATE INDEX inspections_finding_trust ON public.inspections_finding USING btree (trust_id, found_at DESC);

CREATE INDEX inspections_finding_trust_id_b0fd8c7f ON public.inspections_finding USING btree (trust_id);

CREATE INDEX inspections_finding_unit ON public.inspections_finding USING btree (unit_id, found_at DESC);

CREATE INDEX inspections_finding_unit_id_c86190cd ON public.inspections_finding USING btree (unit_id);

CREATE INDEX inspections_findingaction_finding_id_a1376ea8 ON public.inspections_findingaction USING btree (finding_id);

CREATE INDEX inspections_findingstep_by_id_c3b72bf7 ON public.inspections_findingstep USING btree (by_id);

CREATE INDEX inspections_findingstep_finding_id_3def012d ON public.inspections_findingstep USING btree (finding_id);

CREATE INDEX inspections_kept ON public.inspections_audit USING btree (unit_id, starts_on DESC);

CREATE INDEX inspections_led ON public.inspections_audit USING btree (leader_id, starts_on DESC);

CREATE INDEX inspections_lesson_finding_id_501d1688 ON public.inspections_lesson USING btree (finding_id);

CREATE INDEX inspections_lesson_kept ON public.inspections_lesson USING btree (unit_id, shared_at DESC);

CREATE INDEX inspections_lesson_shared_by_id_6b4c9464 ON public.inspections_lesson USING btree (shared_by_id);

CREATE INDEX inspections_lesson_step ON public.inspections_lessonstep USING btree (question_id, id);

CREATE INDEX inspections_lesson_trust_id_7f3e0e1c ON public.inspections_lesson USING btree (trust_id);

CREATE INDEX inspections_lesson_unit_id_ca9be925 ON public.inspections_lesson USING btree (unit_id);

CREATE INDEX inspections_lessonaction_question_id_91d6893a ON public.inspections_lessonaction USING btree (question_id);

CREATE INDEX inspections_lessonquestion_answered_by_id_6aeaed91 ON public.inspections_lessonquestion USING btree (answered_by_id);

CREATE INDEX inspections_lessonquestion_lesson_id_428ae41a ON public.inspections_lessonquestion USING btree (lesson_id);

CREATE INDEX inspections_lessonquestion_trust_id_488dea92 ON public.inspections_lessonquestion USING btree (trust_id);

CREATE INDEX inspections_lessonquestion_unit_id_e3973ace ON public.inspections_lessonquestion USING btree (unit_id);

CREATE INDEX inspections_lessonstep_by_id_a90780d6 ON public.inspections_lessonstep USING btree (by_id);

CREATE INDEX inspections_lessonstep_question_id_c046b489 ON public.inspections_lessonstep USING btree (question_id);

CREATE INDEX inspections_lessonwithdrawal_by_id_150196c0 ON public.inspections_lessonwithdrawal USING btree (by_id);

CREATE UNIQUE INDEX inspections_person_once ON public.inspections_auditmember USING btree (audit_id, person_id) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX inspections_requirement_once ON public.inspections_auditcriterion USING btree (audit_id, requirement_id) WHERE (removed_at IS NULL);

CREATE INDEX inspections_step ON public.inspections_auditstep USING btree (audit_id, id);

CREATE INDEX inspections_treated ON public.inspections_treatment USING btree (unit_id, treated_on);

CREATE INDEX inspections_treatment_noted_by_id_1f148c4d ON public.inspections_treatment USING btree (noted_by_id);

CREATE INDEX inspections_treatment_sent_by_id_a6eca86c ON public.inspections_treatment USING btree (sent_by_id);

CREATE INDEX inspections_treatment_unit_id_f65f7e1e ON public.inspections_treatment USING btree (unit_id);

CREATE UNIQUE INDEX inspections_unit_once ON public.inspections_auditunit USING btree (audit_id, unit_id) WHERE (removed_at IS NULL);

CREATE INDEX intervention_of_above ON public.intervention_signal USING btree (above_id, id DESC);

CREATE INDEX intervention_of_leader ON public.intervention_signal USING btree (leader_id, id DESC);

CREATE UNIQUE INDEX intervention_one_open ON public.intervention_signal USING btree (rule, subject, leader_id) WHERE (NOT (state = ANY (ARRAY['ended'::text, 'locked'::text])));

CREATE INDEX intervention_open ON public.intervention_signal USING btree (trust_id) WHERE (NOT (state = ANY (ARRAY['ended'::text, 'locked'::text])));

CREATE INDEX intervention_signal_above_id_d4f89c28 ON public.intervention_signal USING btree (above_id);

CREATE INDEX intervention_signal_decided_by_id_b4a64e7b ON public.intervention_signal USING btree (decided_by_id);

CREATE INDEX intervention_signal_leader_id_4cfeff86 ON public.intervention_signal USING btree (leader_id);

CREATE INDEX intervention_signal_trust_id_aed68488 ON public.intervention_signal USING btree (trust_id);

CREATE INDEX intervention_signal_unit_id_e3b270b0 ON public.intervention_signal USING btree (unit_id);

CREATE INDEX intervention_signalstep_by_id_69cdafd9 ON public.intervention_signalstep USING btree (by_id);

CREATE INDEX intervention_signalstep_signal_id_cc139a47 ON public.intervention_signalstep USING btree (signal_id);

CREATE INDEX intervention_step ON public.intervention_signalstep USING btree (signal_id, id);

CREATE INDEX intervention_switch_by_id_5900f1fc ON public.intervention_switch USING btree (by_id);

CREATE INDEX intervention_switch_of ON public.intervention_switch USING btree (unit_id, rule, id DESC);

CREATE INDEX intervention_switch_unit_id_57decf21 ON public.intervention_switch USING btree (unit_id);

CREATE INDEX messages_email_due ON public.styrk_messages_message USING btree (email_due_at) WHERE (email_due_at IS NOT NULL);

CREATE INDEX messages_recipient ON public.styrk_messages_message USING btree (recipient_id, id DESC);

CREATE INDEX messages_unread ON public.styrk_messages_message USING btree (recipient_id) WHERE (read_at IS NULL);

CREATE INDEX organisation_appointment_person_id_5b892499 ON public.organisation_appointment USING btree (person_id);

CREATE INDEX organisation_appointment_role ON public.organisation_appointment USING btree (unit_id, role);

CREATE INDEX organisation_appointment_unit_id_cee25628 ON public.organisation_appointment USING btree (unit_id);

CREATE INDEX organisation_deputyship_person_id_768a3efc ON public.organisation_deputyship USING btree (person_id);

CREATE INDEX organisation_deputyship_unit_id_e0b20c24 ON public.organisation_deputyship USING btree (unit_id);

CREATE INDEX organisation_person_employee_number_e91d039d_like ON public.organisation_person USING btree (employee_number text_pattern_ops);

CREATE INDEX organisation_person_home_unit_id_42ee3b53 ON public.organisation_person USING btree (home_unit_id);

CREATE INDEX organisation_unit_code_102ddd3a_like ON public.organisation_unit USING btree (code text_pattern_ops);

CREATE INDEX organisation_unit_parent_id_1a56e487 ON public.organisation_unit USING btree (parent_id);

CREATE INDEX organisation_unit_path ON public.organisation_unit USING btree (path);

CREATE INDEX organisation_unit_trust_id_1dc8431a ON public.organisation_unit USING btree (trust_id);

CREATE INDEX organisation_unitedition_parent_id_11886f4f ON public.organisation_unitedition USING btree (parent_id);

CREATE INDEX organisation_unitedition_unit_id_f132d415 ON public.organisation_unitedition USING btree (unit_id);

CREATE INDEX patterns_dismissal_by_id_aa597d3e ON public.patterns_dismissal USING btree (by_id);

CREATE INDEX patterns_dismissal_taken_up_by_id_82bbced1 ON public.patterns_dismissal USING btree (taken_up_by_id);

CREATE INDEX patterns_dismissal_trust_id_270128db ON public.patterns_dismissal USING btree (trust_id);

CREATE INDEX patterns_dismissal_unit_id_9bd2c487 ON public.patterns_dismissal USING btree (unit_id);

CREATE INDEX patterns_dismissed_at ON public.patterns_dismissal USING btree (unit_id, id DESC);

CREATE INDEX patterns_group_of ON public.patterns_incidentgroup USING btree (unit_id, id DESC);

CREATE INDEX patterns_groupmember_group_id_6f8e0e66 ON public.patterns_groupmember USING btree (group_id);

CREATE INDEX patterns_groupmember_incident_id_c84c99d7 ON public.patterns_groupmember USING btree (incident_id);

CREATE INDEX patterns_groupmember_joined_by_id_2368c6e5 ON public.patterns_groupmember USING btree (joined_by_id);

CREATE INDEX patterns_groupmember_left_by_id_bb1e9ccc ON public.patterns_groupmember USING btree (left_by_id);

CREATE INDEX patterns_groupstep_by_id_52b7de5f ON public.patterns_groupstep USING btree (by_id);

CREATE INDEX patterns_groupstep_group_id_9fc47fbe ON public.patterns_groupstep USING btree (group_id);

CREATE UNIQUE INDEX patterns_in_theme_once ON public.patterns_thememember USING btree (theme_id, incident_id) WHERE (left_at IS NULL);

CREATE INDEX patterns_incidentgroup_begun_by_id_bdfa3b69 ON public.patterns_incidentgroup USING btree (begun_by_id);

CREATE INDEX patterns_incidentgroup_trust_id_0398d4f9 ON public.patterns_incidentgroup USING btree (trust_id);

CREATE INDEX patterns_incidentgroup_unit_id_f0a9cd93 ON public.patterns_incidentgroup USING btree (unit_id);

CREATE UNIQUE INDEX patterns_member_once ON public.patterns_groupmember USING btree (group_id, incident_id) WHERE (left_at IS NULL);

CREATE UNIQUE INDEX patterns_raised_once ON public.patterns_raising USING btree (group_id) WHERE (state = 'asked'::text);

CREATE INDEX patterns_raising_after_id_ffa2982f ON public.patterns_raising USING btree (after_id);

CREATE INDEX patterns_raising_answered_by_id_8599f375 ON public.patterns_raising USING btree (answered_by_id);

CREATE INDEX patterns_raising_from_unit_id_a4aed44c ON public.patterns_raising USING btree (from_unit_id);

CREATE INDEX patterns_raising_group_id_c9aeedfe ON public.patterns_raising USING btree (group_id);

CREATE INDEX patterns_raising_raised_by_id_42acbd05 ON public.patterns_raising USING btree (raised_by_id);

CREATE INDEX patterns_raising_to_unit_id_826356ee ON public.patterns_raising USING btree (to_unit_id);

CREATE INDEX patterns_step ON public.patterns_groupstep USING btree (group_id, id);

CREATE INDEX patterns_theme_action ON public.patterns_themeaction USING btree (theme_id, id);

CREATE INDEX patterns_theme_begun_by_id_12c5dd4f ON public.patterns_theme USING btree (begun_by_id);

CREATE INDEX patterns_theme_begun_from_id_32aad5d8 ON public.patterns_theme USING btree (begun_from_id);

CREATE INDEX patterns_theme_of ON public.patterns_theme USING btree (unit_id, id DESC);

CREATE INDEX patterns_theme_owner_id_00fcd461 ON public.patterns_theme USING btree (owner_id);

CREATE INDEX patterns_theme_review ON public.patterns_themereview USING btree (theme_id, id DESC);

CREATE INDEX patterns_theme_step ON public.patterns_themestep USING btree (theme_id, id);

CREATE INDEX patterns_theme_trust_id_2ca167ff ON public.patterns_theme USING btree (trust_id);

CREATE INDEX patterns_theme_unit_id_dc8dc2f2 ON public.patterns_theme USING btree (unit_id);

CREATE INDEX patterns_themeaction_theme_id_075348d7 ON public.patterns_themeaction USING btree (theme_id);

CREATE INDEX patterns_thememember_incident_id_b66d8be0 ON public.patterns_thememember USING btree (incident_id);

CREATE INDEX patterns_thememember_joined_by_id_59407853 ON public.patterns_thememember USING btree (joined_by_id);

CREATE INDEX patterns_thememember_left_by_id_044e2ad0 ON public.patterns_thememember USING btree (left_by_id);

CREATE INDEX patterns_thememember_theme_id_22742233 ON public.patterns_thememember USING btree (theme_id);

CREATE INDEX patterns_themereview_by_id_a68262af ON public.patterns_themereview USING btree (by_id);

CREATE INDEX patterns_themereview_theme_id_94b012df ON public.patterns_themereview USING btree (theme_id);

CREATE INDEX patterns_themestep_by_id_57243a68 ON public.patterns_themestep USING btree (by_id);

CREATE INDEX patterns_themestep_theme_id_e3e1da3b ON public.patterns_themestep USING btree (theme_id);

CREATE INDEX plans_ground_noted_by_id_b7a92f59 ON public.plans_ground USING btree (noted_by_id);

CREATE INDEX plans_ground_plan_id_af2d09a9 ON public.plans_ground USING btree (plan_id);

CREATE INDEX plans_hearing_noted_by_id_20e02d4e ON public.plans_hearing USING btree (noted_by_id);

CREATE INDEX plans_hearing_plan_id_60105c70 ON public.plans_hearing USING btree (plan_id);

CREATE INDEX plans_in_order ON public.plans_planitem USING btree (plan_id, "position");

CREATE UNIQUE INDEX plans_one_open ON public.plans_plan USING btree (unit_id, year) WHERE (NOT (state = 'approved'::text));

CREATE INDEX plans_plan_approved_as_id_ba12af89 ON public.plans_plan USING btree (approved_as_id);

CREATE INDEX plans_plan_approved_by_id_708d2c73 ON public.plans_plan USING btree (approved_by_id);

CREATE INDEX plans_plan_begun_by_id_5ad8930e ON public.plans_plan USING btree (begun_by_id);

CREATE INDEX plans_plan_trust_id_97df5005 ON public.plans_plan USING btree (trust_id);

CREATE INDEX plans_plan_unit_id_733724a3 ON public.plans_plan USING btree (unit_id);

CREATE INDEX plans_planitem_above_id_a6c4c8a2 ON public.plans_planitem USING btree (above_id);

CREATE INDEX plans_planitem_action_id_43ffc558 ON public.plans_planitem USING btree (action_id);

CREATE INDEX plans_planitem_before_id_08b2f67b ON public.plans_planitem USING btree (before_id);

CREATE INDEX plans_planitem_goal_id_31312222 ON public.plans_planitem USING btree (goal_id);

CREATE INDEX plans_planitem_placement_id_845a34da ON public.plans_planitem USING btree (placement_id);

CREATE INDEX plans_planitem_plan_id_4eac74aa ON public.plans_planitem USING btree (plan_id);

CREATE INDEX plans_planstep_by_id_c87e9684 ON public.plans_planstep USING btree (by_id);

CREATE INDEX plans_planstep_plan_id_516902a8 ON public.plans_planstep USING btree (plan_id);

CREATE INDEX plans_step_plan ON public.plans_planstep USING btree (plan_id, id);

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX products_incidentproduct_incident_id_2e59db27 ON public.products_incidentproduct USING btree (incident_id);

CREATE INDEX products_incidentproduct_product_id_a1c36a06 ON public.products_incidentproduct USING btree (product_id);

CREATE INDEX products_incidentproduct_removed_by_id_33c2b13f ON public.products_incidentproduct USING btree (removed_by_id);

CREATE INDEX products_incidentproduct_set_by_id_4339f656 ON public.products_incidentproduct USING btree (set_by_id);

CREATE INDEX products_incidentproduct_trust_id_3f6b6b43 ON public.products_incidentproduct USING btree (trust_id);

CREATE INDEX products_of_product ON public.products_incidentproduct USING btree (product_id) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX products_product_once ON public.products_product USING btree (lower(name), lower(supplier));

CREATE INDEX products_product_written_by_id_c8975dcc ON public.products_product USING btree (written_by_id);

CREATE UNIQUE INDEX products_set_once ON public.products_incidentproduct USING btree (incident_id, product_id) WHERE (removed_at IS NULL);

CREATE INDEX requirements_addendum_by_id_9a8a0751 ON public.requirements_addendum USING btree (by_id);

CREATE INDEX requirements_addendum_report_id_94f99df2 ON public.requirements_addendum USING btree (report_id);

CREATE INDEX requirements_announcement_edition_id_7d33adc4 ON public.requirements_announcement USING btree (edition_id);

CREATE INDEX requirements_announcement_requirement_id_4fb0cd86 ON public.requirements_announcement USING btree (requirement_id);

CREATE INDEX requirements_announcement_told_by_id_60e866a3 ON public.requirements_announcement USING btree (told_by_id);

CREATE INDEX requirements_announcement_unit_id_922e96c3 ON public.requirements_announcement USING btree (unit_id);

CREATE INDEX requirements_annualhearing_by_id_fc7fe550 ON public.requirements_annualhearing USING btree (by_id);

CREATE INDEX requirements_annualhearing_report_id_78c700bd ON public.requirements_annualhearing USING btree (report_id);

CREATE INDEX requirements_annualreport_approved_by_id_4a23fefa ON public.requirements_annualreport USING btree (approved_by_id);

CREATE INDEX requirements_annualreport_trust_id_966d0d76 ON public.requirements_annualreport USING btree (trust_id);

CREATE INDEX requirements_annualreport_unit_id_b0b88cb1 ON public.requirements_annualreport USING btree (unit_id);

CREATE INDEX requirements_at_unit ON public.requirements_placement USING btree (unit_id, state);

CREATE INDEX requirements_authority_code_b6750fb1_like ON public.requirements_authority USING btree (code text_pattern_ops);

CREATE INDEX requirements_authority_successor_id_9c3a5cd0 ON public.requirements_authority USING btree (successor_id);

CREATE INDEX requirements_edition_source_id_b14e6b49 ON public.requirements_edition USING btree (source_id);

CREATE INDEX requirements_in_order ON public.requirements_requirement USING btree (edition_id, "position");

CREATE INDEX requirements_in_trust ON public.requirements_placement USING btree (trust_id, state);

CREATE UNIQUE INDEX requirements_placed_once ON public.requirements_placement USING btree (requirement_id, unit_id) WHERE (NOT (state = 'withdrawn'::text));

CREATE INDEX requirements_placement_above_id_7fc7fbd0 ON public.requirements_placement USING btree (above_id);

CREATE INDEX requirements_placement_answered_by_id_42938666 ON public.requirements_placement USING btree (answered_by_id);

CREATE INDEX requirements_placement_continues_id_ef66087a ON public.requirements_placement USING btree (continues_id);

CREATE INDEX requirements_placement_laid_from_id_69dc1aa9 ON public.requirements_placement USING btree (laid_from_id);

CREATE INDEX requirements_placement_owner_id_46b73fde ON public.requirements_placement USING btree (owner_id);

CREATE INDEX requirements_placement_placed_by_id_c480e697 ON public.requirements_placement USING btree (placed_by_id);

CREATE INDEX requirements_placement_requirement_id_2d024326 ON public.requirements_placement USING btree (requirement_id);

CREATE INDEX requirements_placement_trust_id_785356d0 ON public.requirements_placement USING btree (trust_id);

CREATE INDEX requirements_placement_unit_id_af9c16d2 ON public.requirements_placement USING btree (unit_id);

CREATE INDEX requirements_placementaction_action_id_e880a4fe ON public.requirements_placementaction USING btree (action_id);

CREATE INDEX requirements_placementaction_placement_id_3a713378 ON public.requirements_placementaction USING btree (placement_id);

CREATE INDEX requirements_placementstep_by_id_67abd30b ON public.requirements_placementstep USING btree (by_id);

CREATE INDEX requirements_placementstep_placement_id_8cbaa59c ON public.requirements_placementstep USING btree (placement_id);

CREATE INDEX requirements_report_newest ON public.requirements_statusreport USING btree (placement_id, until DESC, id DESC);

CREATE INDEX requirements_requirement_edition_id_b7852dc5 ON public.requirements_requirement USING btree (edition_id);

CREATE INDEX requirements_requirement_parent_id_9642d1ac ON public.requirements_requirement USING btree (parent_id);

CREATE INDEX requirements_source_code_564ece14_like ON public.requirements_source USING btree (code text_pattern_ops);

CREATE INDEX requirements_source_owner_id_cbf2c482 ON public.requirements_source USING btree (owner_id);

CREATE INDEX requirements_source_unit_id_ee1bfead ON public.requirements_source USING btree (unit_id);

CREATE INDEX requirements_statusreport_by_id_03af8362 ON public.requirements_statusreport USING btree (by_id);

CREATE INDEX requirements_statusreport_placement_id_53001a32 ON public.requirements_statusreport USING btree (placement_id);

CREATE INDEX requirements_step_placement ON public.requirements_placementstep USING btree (placement_id, id);

CREATE INDEX requirements_succession_new_id_c57d0745 ON public.requirements_succession USING btree (new_id);

CREATE INDEX requirements_succession_old_id_bde2186a ON public.requirements_succession USING btree (old_id);

CREATE INDEX requirements_succession_reviewed_by_id_09edd438 ON public.requirements_succession USING btree (reviewed_by_id);

CREATE INDEX requirements_supervision_authority_id_670501f2 ON public.requirements_supervision USING btree (authority_id);

CREATE INDEX requirements_supervision_source_id_f07d574c ON public.requirements_supervision USING btree (source_id);

CREATE INDEX requirements_told_announcement_id_0936b0f8 ON public.requirements_told USING btree (announcement_id);

CREATE INDEX requirements_told_person_id_75308576 ON public.requirements_told USING btree (person_id);

CREATE INDEX review_presentation_by_id_c08e1afe ON public.review_presentation USING btree (by_id);

CREATE INDEX review_presentation_version_id_1c300d93 ON public.review_presentation USING btree (version_id);

CREATE INDEX review_question_answered_by_id_555c8e31 ON public.review_question USING btree (answered_by_id);

CREATE INDEX review_question_asked_by_id_81c29e57 ON public.review_question USING btree (asked_by_id);

CREATE INDEX review_question_version_id_dfa5341b ON public.review_question USING btree (version_id);

CREATE INDEX review_report_begun_by_id_9593ae3b ON public.review_report USING btree (begun_by_id);

CREATE INDEX review_report_trust ON public.review_report USING btree (trust_id, period);

CREATE INDEX review_report_trust_id_f7096744 ON public.review_report USING btree (trust_id);

CREATE INDEX review_report_unit_id_1737b78f ON public.review_report USING btree (unit_id);

CREATE INDEX review_supplement_by_id_84529ade ON public.review_supplement USING btree (by_id);

CREATE INDEX review_supplement_version_id_c30d0736 ON public.review_supplement USING btree (version_id);

CREATE INDEX review_version_by_id_1bec2dc9 ON public.review_version USING btree (by_id);

CREATE INDEX review_version_report_id_f8847608 ON public.review_version USING btree (report_id);

CREATE INDEX review_words_asked_by_id_c15a0c42 ON public.review_words USING btree (asked_by_id);

CREATE INDEX review_words_asked_id_6bfe2366 ON public.review_words USING btree (asked_id);

CREATE INDEX review_words_report_id_99926d2a ON public.review_words USING btree (report_id);

CREATE INDEX review_words_written_by_id_05646b93 ON public.review_words USING btree (written_by_id);

CREATE INDEX risks_acceptance_by_id_a68d96e6 ON public.risks_acceptance USING btree (by_id);

CREATE INDEX risks_acceptance_rating_id_b4cef7fb ON public.risks_acceptance USING btree (rating_id);

CREATE INDEX risks_acceptance_risk_id_9a3ad598 ON public.risks_acceptance USING btree (risk_id);

CREATE INDEX risks_acceptance_unit_id_5b2f894c ON public.risks_acceptance USING btree (unit_id);

CREATE UNIQUE INDEX risks_goal_once ON public.risks_riskgoal USING btree (risk_id, goal_id) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX risks_indicator_once ON public.risks_riskmeasure USING btree (risk_id, indicator_id) WHERE (removed_at IS NULL);

CREATE INDEX risks_linetally_nothing ON public.risks_linetally USING btree (unit_id) WHERE ((live = 0) AND (unrated = 0) AND (linked = 0) AND (serious = 0) AND (red = 0) AND (treated = 0) AND (interaction = 0) AND (shared = 0) AND (shared_treated = 0) AND (accepted = 0) AND (shared_accepted = 0));

CREATE INDEX risks_matrix_drafted_by_id_02da6cec ON public.risks_matrix USING btree (drafted_by_id);

CREATE UNIQUE INDEX risks_matrix_one_draft ON public.risks_matrix USING btree (trust_id) WHERE (state = 'draft'::text);

CREATE INDEX risks_matrix_published_by_id_d0fbf423 ON public.risks_matrix USING btree (published_by_id);

CREATE INDEX risks_matrix_trust_id_5f105170 ON public.risks_matrix USING btree (trust_id);

CREATE UNIQUE INDEX risks_matrix_version ON public.risks_matrix USING btree (trust_id, version) WHERE (state = 'published'::text);

CREATE INDEX risks_of_goal ON public.risks_riskgoal USING btree (goal_id);

CREATE INDEX risks_of_indicator ON public.risks_riskmeasure USING btree (indicator_id);

CREATE INDEX risks_of_placement ON public.risks_riskplacement USING btree (placement_id);

CREATE INDEX risks_owner_described ON public.risks_risk USING btree (owner_id, described_at DESC);

CREATE UNIQUE INDEX risks_placement_once ON public.risks_riskplacement USING btree (risk_id, placement_id) WHERE (removed_at IS NULL);

CREATE INDEX risks_proposal_answered_by_id_a9dc145a ON public.risks_proposal USING btree (answered_by_id);

CREATE INDEX risks_proposal_into_id_e3e72542 ON public.risks_proposal USING btree (into_id);

CREATE INDEX risks_proposal_proposed_by_id_0e8ceed5 ON public.risks_proposal USING btree (proposed_by_id);

CREATE INDEX risks_proposal_risk_id_f9635c29 ON public.risks_proposal USING btree (risk_id);

CREATE INDEX risks_proposal_to_unit_id_dfbc735f ON public.risks_proposal USING btree (to_unit_id);

CREATE UNIQUE INDEX risks_proposed_once ON public.risks_proposal USING btree (risk_id, to_unit_id) WHERE (state = ANY (ARRAY['proposed'::text, 'taken_in'::text, 'merged'::text]));

CREATE INDEX risks_proposed_to ON public.risks_proposal USING btree (to_unit_id, proposed_at) WHERE (state = 'proposed'::text);

CREATE INDEX risks_rating_by_id_db28acf2 ON public.risks_rating USING btree (by_id);

CREATE INDEX risks_rating_matrix_id_edb2dcc3 ON public.risks_rating USING btree (matrix_id);

CREATE INDEX risks_rating_of ON public.risks_rating USING btree (risk_id, kind, id DESC);

CREATE INDEX risks_rating_risk_id_058ba509 ON public.risks_rating USING btree (risk_id);

CREATE INDEX risks_risk_acceptance_id_a6ba5fbe ON public.risks_risk USING btree (acceptance_id);

CREATE INDEX risks_risk_current_id_62c0d01c ON public.risks_risk USING btree (current_id);

CREATE INDEX risks_risk_described_by_id_94c0498f ON public.risks_risk USING btree (described_by_id);

CREATE INDEX risks_risk_owner_id_478b4ae3 ON public.risks_risk USING btree (owner_id);

CREATE INDEX risks_risk_trust_id_6ace098c ON public.risks_risk USING btree (trust_id);

CREATE INDEX risks_risk_unit_id_67911075 ON public.risks_risk USING btree (unit_id);

CREATE INDEX risks_riskaction_risk_id_4e908869 ON public.risks_riskaction USING btree (risk_id);

CREATE INDEX risks_riskgoal_goal_id_5246a42a ON public.risks_riskgoal USING btree (goal_id);

CREATE INDEX risks_riskgoal_linked_by_id_09bf824e ON public.risks_riskgoal USING btree (linked_by_id);

CREATE INDEX risks_riskgoal_removed_by_id_6d4b2c19 ON public.risks_riskgoal USING btree (removed_by_id);

CREATE INDEX risks_riskgoal_risk_id_a990c529 ON public.risks_riskgoal USING btree (risk_id);

CREATE INDEX risks_riskmeasure_indicator_id_c201f41c ON public.risks_riskmeasure USING btree (indicator_id);

CREATE INDEX risks_riskmeasure_linked_by_id_a3937e39 ON public.risks_riskmeasure USING btree (linked_by_id);

CREATE INDEX risks_riskmeasure_removed_by_id_4b4077b4 ON public.risks_riskmeasure USING btree (removed_by_id);

CREATE INDEX risks_riskmeasure_risk_id_653a1f44 ON public.risks_riskmeasure USING btree (risk_id);

CREATE INDEX risks_riskplacement_linked_by_id_1a0ba0ae ON public.risks_riskplacement USING btree (linked_by_id);

CREATE INDEX risks_riskplacement_placement_id_cc5c799e ON public.risks_riskplacement USING btree (placement_id);

CREATE INDEX risks_riskplacement_removed_by_id_f6e5b53a ON public.risks_riskplacement USING btree (removed_by_id);

CREATE INDEX risks_riskplacement_risk_id_58ada5cc ON public.risks_riskplacement USING btree (risk_id);

CREATE INDEX risks_riskstep_by_id_d8f787e8 ON public.risks_riskstep USING btree (by_id);

CREATE INDEX risks_riskstep_risk_id_a6a5a041 ON public.risks_riskstep USING btree (risk_id);

CREATE INDEX risks_snapshot_before_id_26fb8f9e ON public.risks_snapshot USING btree (before_id);

CREATE INDEX risks_snapshot_taken_by_id_5bd5320e ON public.risks_snapshot USING btree (taken_by_id);

CREATE INDEX risks_snapshot_trust_id_fe1f169b ON public.risks_snapshot USING btree (trust_id);

CREATE INDEX risks_snapshot_unit_id_ee33ae80 ON public.risks_snapshot USING btree (unit_id);

CREATE INDEX risks_step_risk ON public.risks_riskstep USING btree (risk_id, id);

CREATE INDEX risks_tally_new ON public.risks_tally USING btree (unit_id) WHERE (NOT settled);

CREATE INDEX risks_tally_nothing ON public.risks_tally USING btree (unit_id) WHERE (settled AND (live = 0) AND (unrated = 0) AND (linked = 0) AND (serious = 0) AND (red = 0) AND (treated = 0) AND (interaction = 0) AND (shared = 0) AND (shared_treated = 0) AND (accepted = 0) AND (shared_accepted = 0));

CREATE UNIQUE INDEX risks_tally_once ON public.risks_tally USING btree (unit_id, day) WHERE settled;

CREATE INDEX risks_trust_described ON public.risks_risk USING btree (trust_id, described_at DESC);

CREATE INDEX risks_unit_described ON public.risks_risk USING btree (unit_id, described_at DESC);

CREATE INDEX serious_addendum_by_id_f6fe5758 ON public.serious_addendum USING btree (by_id);

CREATE INDEX serious_addendum_event_id_06b2930a ON public.serious_addendum USING btree (event_id);

CREATE INDEX serious_addendum_of ON public.serious_addendum USING btree (report_id, id);

CREATE INDEX serious_addendum_report_id_32161ea3 ON public.serious_addendum USING btree (report_id);

CREATE INDEX serious_answers_by_id_e7f2c929 ON public.serious_answers USING btree (by_id);

CREATE INDEX serious_answers_event_id_de5fff82 ON public.serious_answers USING btree (event_id);

CREATE INDEX serious_answers_of ON public.serious_answers USING btree (event_id, id DESC);

CREATE INDEX serious_call_event_id_f652111d ON public.serious_call USING btree (event_id);

CREATE INDEX serious_call_person_id_ad4cfc29 ON public.serious_call USING btree (person_id);

CREATE INDEX serious_call_rota_id_8c23c956 ON public.serious_call USING btree (rota_id);

CREATE INDEX serious_call_trust_id_83b10f66 ON public.serious_call USING btree (trust_id);

CREATE INDEX serious_entry_by_id_7ecd149d ON public.serious_entry USING btree (by_id);

CREATE INDEX serious_entry_corrects_id_df3f619f ON public.serious_entry USING btree (corrects_id);

CREATE INDEX serious_entry_event_id_0552799a ON public.serious_entry USING btree (event_id);

CREATE INDEX serious_entry_of ON public.serious_entry USING btree (event_id, occurred_at);

CREATE INDEX serious_entry_trust_id_5c294493 ON public.serious_entry USING btree (trust_id);

CREATE INDEX serious_event_opened_by_id_f5b4bc7a ON public.serious_event USING btree (opened_by_id);

CREATE INDEX serious_event_trust ON public.serious_event USING btree (trust_id, opened_at DESC);

CREATE INDEX serious_event_trust_id_5fa24055 ON public.serious_event USING btree (trust_id);

CREATE INDEX serious_eventstep_by_id_b90418db ON public.serious_eventstep USING btree (by_id);

CREATE INDEX serious_eventstep_event_id_c2062302 ON public.serious_eventstep USING btree (event_id);

CREATE INDEX serious_fell_due ON public.serious_notice USING btree (late_at);

CREATE INDEX serious_identity_of ON public.serious_patientidentity USING btree (event_id, number);

CREATE INDEX serious_identityopening_by_id_5fe91312 ON public.serious_identityopening USING btree (by_id);

CREATE INDEX serious_identityopening_event_id_c452c015 ON public.serious_identityopening USING btree (event_id);

CREATE INDEX serious_identityopening_identity_id_329488c9 ON public.serious_identityopening USING btree (identity_id);

CREATE INDEX serious_notice_event_id_dfef728b ON public.serious_notice USING btree (event_id);

CREATE INDEX serious_notice_obligation_id_37140745 ON public.serious_notice USING btree (obligation_id);

CREATE INDEX serious_notice_of ON public.serious_notice USING btree (event_id, id);

CREATE INDEX serious_notice_sent_by_id_91be4f3a ON public.serious_notice USING btree (sent_by_id);

CREATE INDEX serious_notice_trust_id_2726fb51 ON public.serious_notice USING btree (trust_id);

CREATE INDEX serious_obligation_event_id_11db50a6 ON public.serious_obligation USING btree (event_id);

CREATE INDEX serious_obligation_judged_by_id_83f803c3 ON public.serious_obligation USING btree (judged_by_id);

CREATE INDEX serious_obligation_judged_with_id_d87f219c ON public.serious_obligation USING btree (judged_with_id);

CREATE INDEX serious_obligation_trust_id_8b85d3d9 ON public.serious_obligation USING btree (trust_id);

CREATE UNIQUE INDEX serious_one_call ON public.serious_call USING btree (event_id) WHERE ((answered_at IS NULL) AND (passed_at IS NULL));

CREATE INDEX serious_opening_of ON public.serious_identityopening USING btree (event_id, id DESC);

CREATE INDEX serious_patientidentity_by_id_57e1bcc8 ON public.serious_patientidentity USING btree (by_id);

CREATE INDEX serious_patientidentity_deleted_by_id_6cbde3a1 ON public.serious_patientidentity USING btree (deleted_by_id);

CREATE INDEX serious_patientidentity_event_id_bc970e69 ON public.serious_patientidentity USING btree (event_id);

CREATE INDEX serious_patientidentity_trust_id_56c68837 ON public.serious_patientidentity USING btree (trust_id);

CREATE INDEX serious_report_by_id_024209eb ON public.serious_report USING btree (by_id);

CREATE INDEX serious_report_event_id_266dc800 ON public.serious_report USING btree (event_id);

CREATE INDEX serious_report_trust_id_d0eeafec ON public.serious_report USING btree (trust_id);

CREATE INDEX serious_rota_by_id_757a25f2 ON public.serious_rota USING btree (by_id);

CREATE INDEX serious_rota_ended_by_id_448d0def ON public.serious_rota USING btree (ended_by_id);

CREATE UNIQUE INDEX serious_rota_once ON public.serious_rota USING btree (unit_id, role) WHERE (ended_at IS NULL);

CREATE INDEX serious_rota_trust_id_abed83f1 ON public.serious_rota USING btree (trust_id);

CREATE INDEX serious_rota_unit_id_c0d2a279 ON public.serious_rota USING btree (unit_id);

CREATE INDEX serious_running ON public.serious_notice USING btree (late_at) WHERE (given AND (late_at IS NOT NULL) AND (sent_at IS NULL));

CREATE INDEX serious_shift_by_id_a767f0a5 ON public.serious_shift USING btree (by_id);

CREATE INDEX serious_shift_of ON public.serious_shift USING btree (rota_id, ends_at);

CREATE INDEX serious_shift_person_id_725af911 ON public.serious_shift USING btree (person_id);

CREATE INDEX serious_shift_rota_id_7d3ef117 ON public.serious_shift USING btree (rota_id);

CREATE INDEX serious_step_of ON public.serious_eventstep USING btree (event_id, id);

CREATE INDEX styrk_messages_message_key_80f8452d_like ON public.styrk_messages_message USING btree (key text_pattern_ops);

CREATE INDEX styrk_messages_message_recipient_id_e77a9b37 ON public.styrk_messages_message USING btree (recipient_id);

CREATE UNIQUE INDEX subscriptions_copied_once ON public.subscriptions_copy USING btree (subscription_id, incident_id) WHERE (ended_at IS NULL);

CREATE INDEX subscriptions_copy_incident_id_a8d50457 ON public.subscriptions_copy USING btree (incident_id);

CREATE INDEX subscriptions_copy_subscription_id_aabe37e1 ON public.subscriptions_copy USING btree (subscription_id);

CREATE INDEX subscriptions_of_case ON public.subscriptions_copy USING btree (incident_id);

CREATE UNIQUE INDEX subscriptions_once ON public.subscriptions_subscription USING btree (unit_id, person_id, kind, code_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL);

CREATE INDEX subscriptions_subscription_begun_by_id_f5a01d1c ON public.subscriptions_subscription USING btree (begun_by_id);

CREATE INDEX subscriptions_subscription_code_id_36624e00 ON public.subscriptions_subscription USING btree (code_id);

CREATE INDEX subscriptions_subscription_ended_by_id_2712455e ON public.subscriptions_subscription USING btree (ended_by_id);

CREATE INDEX subscriptions_subscription_person_id_6bad8d2c ON public.subscriptions_subscription USING btree (person_id);

CREATE INDEX subscriptions_subscription_trust_id_a5d067be ON public.subscriptions_subscription USING btree (trust_id);

CREATE INDEX subscriptions_subscription_unit_id_b0f32455 ON public.subscriptions_subscription USING btree (unit_id);

CREATE INDEX trail_entry_person ON public.trail_entry USING btree (person_id, id DESC);

CREATE INDEX trail_entry_subject ON public.trail_entry USING btree (subject, subject_id, id);

CREATE INDEX trail_reading_person ON ONLY public.trail_reading USING btree (person_id, at DESC);

CREATE INDEX trail_reading_rest_person_id_at_idx ON public.trail_reading_rest USING btree (person_id, at DESC);

CREATE INDEX trail_reading_subject ON ONLY public.trail_reading USING btree (subject, subject_id, at DESC);

CREATE INDEX trail_reading_rest_subject_subject_id_at_idx ON public.trail_reading_rest USING btree (subject, subject_id, at DESC);

CREATE INDEX trail_seal_at ON public.trail_seal USING btree (at);

CREATE INDEX trail_seal_digest_608609bb_like ON public.trail_seal USING btree (digest text_pattern_ops);

CREATE INDEX trail_seal_high ON public.trail_seal USING btree (high);

CREATE INDEX yearly_addendum_by_id_54efa6a3 ON public.yearly_addendum USING btree (by_id);

CREATE INDEX yearly_addendum_report_id_ac7b99ef ON public.yearly_addendum USING btree (report_id);

CREATE INDEX yearly_followup_owner_id_e0887ec6 ON public.yearly_followup USING btree (owner_id);

CREATE INDEX yearly_followup_told_by_id_ae5588d3 ON public.yearly_followup USING btree (told_by_id);

CREATE UNIQUE INDEX yearly_one_open ON public.yearly_yearlyreport USING btree (unit_id) WHERE (state = 'draft'::text);

CREATE INDEX yearly_partwords_by_id_6be04f5c ON public.yearly_partwords USING btree (by_id);

CREATE INDEX yearly_partwords_report_id_e7de0bd4 ON public.yearly_partwords USING btree (report_id);

CREATE INDEX yearly_step ON public.yearly_yearlystep USING btree (report_id, id);

CREATE INDEX yearly_treatment_by_id_4ce1aa0e ON public.yearly_treatment USING btree (by_id);

CREATE INDEX yearly_yearlyreport_begun_by_id_b374e175 ON public.yearly_yearlyreport USING btree (begun_by_id);

CREATE INDEX yearly_yearlyreport_gathered_by_id_83903693 ON public.yearly_yearlyreport USING btree (gathered_by_id);

CREATE INDEX yearly_yearlyreport_sent_by_id_89e08a35 ON public.yearly_yearlyreport USING btree (sent_by_id);

CREATE INDEX yearly_yearlyreport_unit_id_d1ac2b99 ON public.yearly_yearlyreport USING btree (unit_id);

CREATE INDEX yearly_yearlystep_by_id_c5685290 ON public.yearly_yearlystep USING btree (by_id);

CREATE INDEX yearly_yearlystep_report_id_3ed674a0 ON public.yearly_yearlystep USING btree (report_id);

ALTER INDEX public.trail_reading_person ATTACH PARTITION public.trail_reading_rest_person_id_at_idx;

ALTER INDEX public.trail_reading_pkey ATTACH PARTITION public.trail_reading_rest_pkey;

ALTER INDEX public.trail_reading_subject ATTACH PARTITION public.trail_reading_rest_subject_subject_id_at_idx;

CREATE TRIGGER actions_actionstep_append_only BEFORE DELETE OR UPDATE ON public.actions_actionstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER actions_actionstep_no_truncate BEFORE TRUNCATE ON public.actions_actionstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER actions_effectreview_append_only BEFORE DELETE OR UPDATE ON public.actions_effectreview FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER actions_effectreview_no_truncate BEFORE TRUNCATE ON public.actions_effectreview FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER actions_tally_added AFTER INSERT ON public.actions_action REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.actions_tally_added();

CREATE TRIGGER actions_tally_changed AFTER UPDATE ON public.actions_action REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.actions_tally_changed();

CREATE TRIGGER actions_tally_moved AFTER UPDATE ON public.organisation_unit FOR EACH ROW WHEN (((old.path <> ''::text) AND (old.path <> new.path))) EXECUTE FUNCTION public.actions_tally_moved();

CREATE TRIGGER appraisal_action_followed AFTER INSERT ON public.actions_action FOR EACH ROW WHEN (((new.origin = 'appraisal'::text) AND (new.follows_id IS NOT NULL))) EXECUTE FUNCTION public.appraisal_action_followed();

CREATE TRIGGER appraisal_addendum_append_only BEFORE DELETE OR UPDATE ON public.appraisal_addendum FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appraisal_addendum_no_truncate BEFORE TRUNCATE ON public.appraisal_addendum FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appraisal_appraisal_signed BEFORE DELETE OR UPDATE ON public.appraisal_appraisal FOR EACH ROW WHEN ((old.state = 'signed'::text)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appraisal_appraisalaction_append_only BEFORE DELETE OR UPDATE ON public.appraisal_appraisalaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appraisal_appraisalaction_no_truncate BEFORE TRUNCATE ON public.appraisal_appraisalaction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appraisal_appraisalstep_append_only BEFORE DELETE OR UPDATE ON public.appraisal_appraisalstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appraisal_appraisalstep_no_truncate BEFORE TRUNCATE ON public.appraisal_appraisalstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appraisal_extension_append_only BEFORE DELETE OR UPDATE ON public.appraisal_extension FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appraisal_extension_no_truncate BEFORE TRUNCATE ON public.appraisal_extension FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appraisal_input_signed BEFORE INSERT OR DELETE OR UPDATE ON public.appraisal_input FOR EACH ROW EXECUTE FUNCTION public.appraisal_keep_signed();

CREATE TRIGGER appraisal_participant_no_truncate BEFORE TRUNCATE ON public.appraisal_participant FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appraisal_participant_signed BEFORE INSERT OR DELETE OR UPDATE ON public.appraisal_participant FOR EACH ROW EXECUTE FUNCTION public.appraisal_keep_signed();

CREATE TRIGGER appraisal_verdict_signed BEFORE INSERT OR DELETE OR UPDATE ON public.appraisal_verdict FOR EACH ROW EXECUTE FUNCTION public.appraisal_keep_signed();

CREATE TRIGGER auditplan_auditplanstep_append_only BEFORE DELETE OR UPDATE ON public.auditplan_auditplanstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER auditplan_auditplanstep_no_truncate BEFORE TRUNCATE ON public.auditplan_auditplanstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER auditplan_planapproval_append_only BEFORE DELETE OR UPDATE ON public.auditplan_planapproval FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER auditplan_planapproval_no_truncate BEFORE TRUNCATE ON public.auditplan_planapproval FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER auditplan_recommendation_append_only BEFORE DELETE OR UPDATE ON public.auditplan_recommendation FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER auditplan_recommendation_no_truncate BEFORE TRUNCATE ON public.auditplan_recommendation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER auditplan_wish_said BEFORE UPDATE ON public.auditplan_wish FOR EACH ROW WHEN (((old.state <> 'open'::text) OR ((to_jsonb(new.*) - '{state,answer,answered_at,answered_by_id,line_id}'::text[]) IS DISTINCT FROM (to_jsonb(old.*) - '{state,answer,answered_at,answered_by_id,line_id}'::text[])))) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER board_decision_told BEFORE UPDATE ON public.board_decision FOR EACH ROW WHEN ((old.told_at IS NOT NULL)) EXECUTE FUNCTION public.board_keep_said();

CREATE TRIGGER board_decisionaction_append_only BEFORE DELETE OR UPDATE ON public.board_decisionaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER board_decisionaction_no_truncate BEFORE TRUNCATE ON public.board_decisionaction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER board_item_agenda BEFORE UPDATE OF number, title, text, closed, source, source_title, source_path ON public.board_item FOR EACH ROW EXECUTE FUNCTION public.board_keep_agenda();

CREATE TRIGGER board_item_withdrawn BEFORE UPDATE ON public.board_item FOR EACH ROW WHEN ((old.withdrawn_at IS NOT NULL)) EXECUTE FUNCTION public.board_keep_said();

CREATE TRIGGER board_meeting_held BEFORE UPDATE ON public.board_meeting FOR EACH ROW WHEN ((old.held_at IS NOT NULL)) EXECUTE FUNCTION public.board_keep_said();

CREATE TRIGGER board_pack_append_only BEFORE DELETE OR UPDATE ON public.board_pack FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER board_pack_no_truncate BEFORE TRUNCATE ON public.board_pack FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER board_question_answered BEFORE UPDATE ON public.board_boardquestion FOR EACH ROW WHEN ((old.answered_at IS NOT NULL)) EXECUTE FUNCTION public.board_keep_said();

CREATE TRIGGER classification_incidentcode_kept BEFORE DELETE ON public.classification_incidentcode FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER classification_incidentcode_once BEFORE UPDATE ON public.classification_incidentcode FOR EACH ROW WHEN (((old.removed_at IS NOT NULL) OR (new.removed_at IS NULL) OR (((((new.incident_id IS DISTINCT FROM old.incident_id) OR (new.trust_id IS DISTINCT FROM old.trust_id)) OR (new.code_id IS DISTINCT FROM old.code_id)) OR (new.set_at IS DISTINCT FROM old.set_at)) OR (new.set_by_id IS DISTINCT FROM old.set_by_id)))) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER committee_adviceaction_append_only BEFORE DELETE OR UPDATE ON public.committee_adviceaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER committee_adviceaction_no_truncate BEFORE TRUNCATE ON public.committee_adviceaction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_fitting_append_only BEFORE DELETE OR UPDATE ON public.compliance_fitting FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_fitting_no_truncate BEFORE TRUNCATE ON public.compliance_fitting FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_judgement_append_only BEFORE DELETE OR UPDATE ON public.compliance_judgement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_judgement_no_truncate BEFORE TRUNCATE ON public.compliance_judgement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_look_append_only BEFORE DELETE OR UPDATE ON public.compliance_look FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_look_no_truncate BEFORE TRUNCATE ON public.compliance_look FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_lookwords_append_only BEFORE DELETE OR UPDATE ON public.compliance_lookwords FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_lookwords_no_truncate BEFORE TRUNCATE ON public.compliance_lookwords FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_night_append_only BEFORE DELETE OR UPDATE ON public.compliance_night FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_night_no_truncate BEFORE TRUNCATE ON public.compliance_night FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_picture_append_only BEFORE DELETE OR UPDATE ON public.compliance_picture FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_picture_no_truncate BEFORE TRUNCATE ON public.compliance_picture FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_practice_append_only BEFORE DELETE OR UPDATE ON public.compliance_practice FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_practice_no_truncate BEFORE TRUNCATE ON public.compliance_practice FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_rule_append_only BEFORE DELETE OR UPDATE ON public.compliance_rule FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER compliance_rule_no_truncate BEFORE TRUNCATE ON public.compliance_rule FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER feedback_judgement_append_only BEFORE DELETE OR UPDATE ON public.feedback_judgement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER feedback_judgement_no_truncate BEFORE TRUNCATE ON public.feedback_judgement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER feedback_tally_added AFTER INSERT ON public.feedback_voice REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.feedback_tally_added();

CREATE TRIGGER feedback_tally_changed AFTER UPDATE ON public.feedback_voice REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.feedback_tally_changed();

CREATE TRIGGER feedback_tally_moved AFTER UPDATE ON public.organisation_unit FOR EACH ROW WHEN (((old.path <> ''::text) AND (old.path <> new.path))) EXECUTE FUNCTION public.feedback_tally_moved();

CREATE TRIGGER feedback_voiceaction_append_only BEFORE DELETE OR UPDATE ON public.feedback_voiceaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER feedback_voiceaction_no_truncate BEFORE TRUNCATE ON public.feedback_voiceaction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER feedback_voicestep_append_only BEFORE DELETE OR UPDATE ON public.feedback_voicestep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER feedback_voicestep_no_truncate BEFORE TRUNCATE ON public.feedback_voicestep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER goals_goalaction_append_only BEFORE DELETE OR UPDATE ON public.goals_goalaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER goals_goalaction_no_truncate BEFORE TRUNCATE ON public.goals_goalaction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER goals_goalstep_append_only BEFORE DELETE OR UPDATE ON public.goals_goalstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER goals_goalstep_no_truncate BEFORE TRUNCATE ON public.goals_goalstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER incidents_attachment_append_only BEFORE DELETE OR UPDATE ON public.incidents_attachment FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER incidents_attachment_no_truncate BEFORE TRUNCATE ON public.incidents_attachment FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER incidents_incidentanalysis_append_only BEFORE DELETE OR UPDATE ON public.incidents_incidentanalysis FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER incidents_incidentanalysis_no_truncate BEFORE TRUNCATE ON public.incidents_incidentanalysis FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER incidents_incidentrisk_kept BEFORE DELETE ON public.incidents_incidentrisk FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER incidents_incidentrisk_once BEFORE UPDATE ON public.incidents_incidentrisk FOR EACH ROW WHEN (((old.removed_at IS NOT NULL) OR (new.removed_at IS NULL) OR (((((new.incident_id IS DISTINCT FROM old.incident_id) OR (new.trust_id IS DISTINCT FROM old.trust_id)) OR (new.risk_id IS DISTINCT FROM old.risk_id)) OR (new.linked_at IS DISTINCT FROM old.linked_at)) OR (new.linked_by_id IS DISTINCT FROM old.linked_by_id)))) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER incidents_incidentstep_append_only BEFORE DELETE OR UPDATE ON public.incidents_incidentstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER incidents_incidentstep_no_truncate BEFORE TRUNCATE ON public.incidents_incidentstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER incidents_tally_added AFTER INSERT ON public.incidents_incident REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.incidents_tally_added();

CREATE TRIGGER incidents_tally_analysed AFTER INSERT ON public.incidents_incidentanalysis REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.incidents_tally_analysed();

CREATE TRIGGER incidents_tally_changed AFTER UPDATE ON public.incidents_incident REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.incidents_tally_changed();

CREATE TRIGGER incidents_tally_moved AFTER UPDATE ON public.organisation_unit FOR EACH ROW WHEN (((old.path <> ''::text) AND (old.path <> new.path))) EXECUTE FUNCTION public.incidents_tally_moved();

CREATE TRIGGER incidents_theme_added AFTER INSERT ON public.incidents_incident REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.incidents_theme_added();

CREATE TRIGGER incidents_theme_changed AFTER UPDATE ON public.incidents_incident REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.incidents_theme_changed();

CREATE TRIGGER incidents_theme_moved AFTER UPDATE ON public.organisation_unit FOR EACH ROW WHEN (((old.path <> ''::text) AND (old.path <> new.path))) EXECUTE FUNCTION public.incidents_theme_moved();

CREATE TRIGGER indicators_attestation_append_only BEFORE DELETE OR UPDATE ON public.indicators_attestation FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER indicators_attestation_no_truncate BEFORE TRUNCATE ON public.indicators_attestation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER indicators_batch_append_only BEFORE DELETE OR UPDATE ON public.indicators_batch FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER indicators_batch_no_truncate BEFORE TRUNCATE ON public.indicators_batch FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER indicators_definition_append_only BEFORE DELETE OR UPDATE ON public.indicators_definition FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER indicators_definition_no_truncate BEFORE TRUNCATE ON public.indicators_definition FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER indicators_effectanswer_append_only BEFORE DELETE OR UPDATE ON public.indicators_effectanswer FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER indicators_effectanswer_no_truncate BEFORE TRUNCATE ON public.indicators_effectanswer FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER indicators_measurement_append_only BEFORE DELETE OR UPDATE ON public.indicators_measurement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER indicators_measurement_no_truncate BEFORE TRUNCATE ON public.indicators_measurement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER indicators_target_append_only BEFORE DELETE OR UPDATE ON public.indicators_target FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER indicators_target_no_truncate BEFORE TRUNCATE ON public.indicators_target FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_action_followed AFTER INSERT ON public.actions_action FOR EACH ROW WHEN (((new.origin = 'finding'::text) AND (new.follows_id IS NOT NULL))) EXECUTE FUNCTION public.inspections_action_followed();

CREATE TRIGGER inspections_auditstep_append_only BEFORE DELETE OR UPDATE ON public.inspections_auditstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_auditstep_no_truncate BEFORE TRUNCATE ON public.inspections_auditstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_document_append_only BEFORE DELETE OR UPDATE ON public.inspections_document FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_document_no_truncate BEFORE TRUNCATE ON public.inspections_document FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_findingaction_append_only BEFORE DELETE OR UPDATE ON public.inspections_findingaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_findingaction_no_truncate BEFORE TRUNCATE ON public.inspections_findingaction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_findingstep_append_only BEFORE DELETE OR UPDATE ON public.inspections_findingstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_findingstep_no_truncate BEFORE TRUNCATE ON public.inspections_findingstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_lesson_append_only BEFORE DELETE OR UPDATE ON public.inspections_lesson FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_lesson_no_truncate BEFORE TRUNCATE ON public.inspections_lesson FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_lessonaction_append_only BEFORE DELETE OR UPDATE ON public.inspections_lessonaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_lessonaction_no_truncate BEFORE TRUNCATE ON public.inspections_lessonaction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_lessonstep_append_only BEFORE DELETE OR UPDATE ON public.inspections_lessonstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_lessonstep_no_truncate BEFORE TRUNCATE ON public.inspections_lessonstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_lessonwithdrawal_append_only BEFORE DELETE OR UPDATE ON public.inspections_lessonwithdrawal FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER inspections_lessonwithdrawal_no_truncate BEFORE TRUNCATE ON public.inspections_lessonwithdrawal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER intervention_signalstep_once BEFORE UPDATE ON public.intervention_signalstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER intervention_switch_append_only BEFORE DELETE OR UPDATE ON public.intervention_switch FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER intervention_switch_no_truncate BEFORE TRUNCATE ON public.intervention_switch FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_dismissal_kept BEFORE DELETE ON public.patterns_dismissal FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_dismissal_once BEFORE UPDATE ON public.patterns_dismissal FOR EACH ROW WHEN (((old.taken_up_at IS NOT NULL) OR (new.taken_up_at IS NULL) OR ((((((((((new.trust_id IS DISTINCT FROM old.trust_id) OR (new.unit_id IS DISTINCT FROM old.unit_id)) OR (new.fingerprint IS DISTINCT FROM old.fingerprint)) OR (new.members IS DISTINCT FROM old.members)) OR (new.events IS DISTINCT FROM old.events)) OR (new.rising IS DISTINCT FROM old.rising)) OR (new.times IS DISTINCT FROM old.times)) OR (new.why IS DISTINCT FROM old.why)) OR (new.at IS DISTINCT FROM old.at)) OR (new.by_id IS DISTINCT FROM old.by_id)))) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_groupmember_kept BEFORE DELETE ON public.patterns_groupmember FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_groupmember_once BEFORE UPDATE ON public.patterns_groupmember FOR EACH ROW WHEN (((old.left_at IS NOT NULL) OR (new.left_at IS NULL) OR ((((new.group_id IS DISTINCT FROM old.group_id) OR (new.incident_id IS DISTINCT FROM old.incident_id)) OR (new.joined_at IS DISTINCT FROM old.joined_at)) OR (new.joined_by_id IS DISTINCT FROM old.joined_by_id)))) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_groupstep_append_only BEFORE DELETE OR UPDATE ON public.patterns_groupstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_groupstep_no_truncate BEFORE TRUNCATE ON public.patterns_groupstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_raising_kept BEFORE DELETE ON public.patterns_raising FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_raising_once BEFORE UPDATE ON public.patterns_raising FOR EACH ROW WHEN (((old.state <> 'asked'::text) OR (new.state = 'asked'::text) OR ((((((((((((new.group_id IS DISTINCT FROM old.group_id) OR (new.after_id IS DISTINCT FROM old.after_id)) OR (new.from_unit_id IS DISTINCT FROM old.from_unit_id)) OR (new.to_unit_id IS DISTINCT FROM old.to_unit_id)) OR (new.happens IS DISTINCT FROM old.happens)) OR (new.costs IS DISTINCT FROM old.costs)) OR (new.asks IS DISTINCT FROM old.asks)) OR (new.number IS DISTINCT FROM old.number)) OR (new.counted IS DISTINCT FROM old.counted)) OR (new.due IS DISTINCT FROM old.due)) OR (new.raised_at IS DISTINCT FROM old.raised_at)) OR (new.raised_by_id IS DISTINCT FROM old.raised_by_id)))) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_themeaction_append_only BEFORE DELETE OR UPDATE ON public.patterns_themeaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_themeaction_no_truncate BEFORE TRUNCATE ON public.patterns_themeaction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_thememember_kept BEFORE DELETE ON public.patterns_thememember FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_thememember_once BEFORE UPDATE ON public.patterns_thememember FOR EACH ROW WHEN (((old.left_at IS NOT NULL) OR (new.left_at IS NULL) OR ((((new.theme_id IS DISTINCT FROM old.theme_id) OR (new.incident_id IS DISTINCT FROM old.incident_id)) OR (new.joined_at IS DISTINCT FROM old.joined_at)) OR (new.joined_by_id IS DISTINCT FROM old.joined_by_id)))) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_themereview_append_only BEFORE DELETE OR UPDATE ON public.patterns_themereview FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_themereview_no_truncate BEFORE TRUNCATE ON public.patterns_themereview FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_themestep_append_only BEFORE DELETE OR UPDATE ON public.patterns_themestep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patterns_themestep_no_truncate BEFORE TRUNCATE ON public.patterns_themestep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER plans_ground_approved BEFORE INSERT OR DELETE OR UPDATE ON public.plans_ground FOR EACH ROW EXECUTE FUNCTION public.plans_keep_approved();

CREATE TRIGGER plans_hearing_append_only BEFORE DELETE OR UPDATE ON public.plans_hearing FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER plans_hearing_approved BEFORE INSERT ON public.plans_hearing FOR EACH ROW EXECUTE FUNCTION public.plans_keep_approved();

CREATE TRIGGER plans_hearing_no_truncate BEFORE TRUNCATE ON public.plans_hearing FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER plans_item_approved BEFORE INSERT OR DELETE OR UPDATE ON public.plans_planitem FOR EACH ROW EXECUTE FUNCTION public.plans_keep_approved();

CREATE TRIGGER plans_plan_approved BEFORE DELETE OR UPDATE ON public.plans_plan FOR EACH ROW WHEN ((old.state = 'approved'::text)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER plans_planstep_append_only BEFORE DELETE OR UPDATE ON public.plans_planstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER plans_planstep_no_truncate BEFORE TRUNCATE ON public.plans_planstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

CREATE TRIGGER products_incidentproduct_kept BEFORE DELETE ON public.products_incidentproduct FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER products_incidentproduct_once BEFORE UPDATE ON public.products_incidentproduct FOR EACH ROW WHEN (((old.removed_at IS NOT NULL) OR (new.removed_at IS NULL) OR (((((((new.incident_id IS DISTINCT FROM old.incident_id) OR (new.trust_id IS DISTINCT FROM old.trust_id)) OR (new.product_id IS DISTINCT FROM old.product_id)) OR (new.lot IS DISTINCT FROM old.lot)) OR (new.kept IS DISTINCT FROM old.kept)) OR (new.set_at IS DISTINCT FROM old.set_at)) OR (new.set_by_id IS DISTINCT FROM old.set_by_id)))) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER requirements_addendum_append_only BEFORE DELETE OR UPDATE ON public.requirements_addendum FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER requirements_addendum_no_truncate BEFORE TRUNCATE ON public.requirements_addendum FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER requirements_annual_approved BEFORE DELETE OR UPDATE ON public.requirements_annualreport FOR EACH ROW WHEN ((old.state = 'approved'::text)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER requirements_edition_published BEFORE DELETE OR UPDATE ON public.requirements_edition FOR EACH ROW WHEN ((old.state = 'published'::text)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER requirements_keep_heard BEFORE INSERT OR DELETE OR UPDATE ON public.requirements_annualhearing FOR EACH ROW EXECUTE FUNCTION public.requirements_keep_heard();

CREATE TRIGGER requirements_keep_published BEFORE INSERT OR DELETE OR UPDATE ON public.requirements_requirement FOR EACH ROW EXECUTE FUNCTION public.requirements_keep_published();

CREATE TRIGGER requirements_placementstep_append_only BEFORE DELETE OR UPDATE ON public.requirements_placementstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER requirements_placementstep_no_truncate BEFORE TRUNCATE ON public.requirements_placementstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER requirements_statusreport_append_only BEFORE DELETE OR UPDATE ON public.requirements_statusreport FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER requirements_statusreport_no_truncate BEFORE TRUNCATE ON public.requirements_statusreport FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER review_keep_place BEFORE UPDATE ON public.review_report FOR EACH ROW EXECUTE FUNCTION public.review_keep_place();

CREATE TRIGGER review_keep_question BEFORE DELETE OR UPDATE ON public.review_question FOR EACH ROW EXECUTE FUNCTION public.review_keep_question();

CREATE TRIGGER review_presentation_append_only BEFORE DELETE OR UPDATE ON public.review_presentation FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER review_presentation_no_truncate BEFORE TRUNCATE ON public.review_presentation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER review_supplement_append_only BEFORE DELETE OR UPDATE ON public.review_supplement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER review_supplement_no_truncate BEFORE TRUNCATE ON public.review_supplement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER review_version_append_only BEFORE DELETE OR UPDATE ON public.review_version FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER review_version_no_truncate BEFORE TRUNCATE ON public.review_version FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_acceptance_append_only BEFORE DELETE OR UPDATE ON public.risks_acceptance FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_acceptance_no_truncate BEFORE TRUNCATE ON public.risks_acceptance FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_action_followed AFTER INSERT ON public.actions_action FOR EACH ROW WHEN (((new.origin = 'risk'::text) AND (new.follows_id IS NOT NULL))) EXECUTE FUNCTION public.risks_action_followed();

CREATE TRIGGER risks_action_linked AFTER INSERT ON public.risks_riskaction FOR EACH ROW EXECUTE FUNCTION public.risks_action_linked();

CREATE TRIGGER risks_action_moved AFTER UPDATE OF state, effect ON public.actions_action FOR EACH ROW WHEN (((new.origin = 'risk'::text) AND ((old.state IS DISTINCT FROM new.state) OR (old.effect IS DISTINCT FROM new.effect)))) EXECUTE FUNCTION public.risks_action_moved();

CREATE TRIGGER risks_matrix_published BEFORE DELETE OR UPDATE ON public.risks_matrix FOR EACH ROW WHEN ((old.state = 'published'::text)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_proposal_answered AFTER UPDATE OF state, into_id ON public.risks_proposal FOR EACH ROW WHEN (((new.into_id IS NOT NULL) AND ((old.state IS DISTINCT FROM new.state) OR (old.into_id IS DISTINCT FROM new.into_id)))) EXECUTE FUNCTION public.risks_proposal_answered();

CREATE TRIGGER risks_rating_append_only BEFORE DELETE OR UPDATE ON public.risks_rating FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_rating_no_truncate BEFORE TRUNCATE ON public.risks_rating FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_riskaction_append_only BEFORE DELETE OR UPDATE ON public.risks_riskaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_riskaction_no_truncate BEFORE TRUNCATE ON public.risks_riskaction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_riskstep_append_only BEFORE DELETE OR UPDATE ON public.risks_riskstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_riskstep_no_truncate BEFORE TRUNCATE ON public.risks_riskstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_snapshot_append_only BEFORE DELETE OR UPDATE ON public.risks_snapshot FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_snapshot_no_truncate BEFORE TRUNCATE ON public.risks_snapshot FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER risks_tally_added AFTER INSERT ON public.risks_risk REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.risks_tally_added();

CREATE TRIGGER risks_tally_changed AFTER UPDATE ON public.risks_risk REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.risks_tally_changed();

CREATE TRIGGER risks_tally_moved AFTER UPDATE ON public.organisation_unit FOR EACH ROW WHEN (((old.path <> ''::text) AND (old.path <> new.path))) EXECUTE FUNCTION public.risks_tally_moved();

CREATE TRIGGER serious_addendum_append_only BEFORE DELETE OR UPDATE ON public.serious_addendum FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_addendum_no_truncate BEFORE TRUNCATE ON public.serious_addendum FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_answers_append_only BEFORE DELETE OR UPDATE ON public.serious_answers FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_answers_no_truncate BEFORE TRUNCATE ON public.serious_answers FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_entry_append_only BEFORE DELETE OR UPDATE ON public.serious_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_entry_no_truncate BEFORE TRUNCATE ON public.serious_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_eventstep_append_only BEFORE DELETE OR UPDATE ON public.serious_eventstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_eventstep_no_truncate BEFORE TRUNCATE ON public.serious_eventstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_identity_kept BEFORE UPDATE ON public.serious_patientidentity FOR EACH ROW WHEN ((old.deleted_at IS NOT NULL)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_identityopening_append_only BEFORE DELETE OR UPDATE ON public.serious_identityopening FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_identityopening_no_truncate BEFORE TRUNCATE ON public.serious_identityopening FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_obligation_statutory AFTER INSERT OR UPDATE OF state ON public.serious_obligation FOR EACH ROW EXECUTE FUNCTION public.serious_statutory();

CREATE TRIGGER serious_report_append_only BEFORE DELETE OR UPDATE ON public.serious_report FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_report_no_truncate BEFORE TRUNCATE ON public.serious_report FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_shift_append_only BEFORE DELETE OR UPDATE ON public.serious_shift FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER serious_shift_no_truncate BEFORE TRUNCATE ON public.serious_shift FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER trail_entry_append_only BEFORE DELETE OR UPDATE ON public.trail_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER trail_entry_no_truncate BEFORE TRUNCATE ON public.trail_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER trail_reading_append_only BEFORE DELETE OR UPDATE ON public.trail_reading FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER trail_reading_no_truncate BEFORE TRUNCATE ON public.trail_reading FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER trail_seal_append_only BEFORE DELETE OR UPDATE ON public.trail_seal FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER trail_seal_no_truncate BEFORE TRUNCATE ON public.trail_seal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER yearly_addendum_append_only BEFORE DELETE OR UPDATE ON public.yearly_addendum FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER yearly_addendum_no_truncate BEFORE TRUNCATE ON public.yearly_addendum FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER yearly_follow_up_told BEFORE UPDATE ON public.yearly_followup FOR EACH ROW WHEN ((old.told_at IS NOT NULL)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER yearly_report_gone BEFORE DELETE ON public.yearly_yearlyreport FOR EACH ROW WHEN ((old.state <> 'draft'::text)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER yearly_report_sent BEFORE UPDATE ON public.yearly_yearlyreport FOR EACH ROW WHEN (((old.state <> 'draft'::text) AND ((new.state <> 'treated'::text) OR ((to_jsonb(new.*) - 'state'::text) IS DISTINCT FROM (to_jsonb(old.*) - 'state'::text))))) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER yearly_treatment_append_only BEFORE DELETE OR UPDATE ON public.yearly_treatment FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER yearly_treatment_no_truncate BEFORE TRUNCATE ON public.yearly_treatment FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER yearly_words_sent BEFORE INSERT OR DELETE OR UPDATE ON public.yearly_partwords FOR EACH ROW EXECUTE FUNCTION public.yearly_keep_sent();

CREATE TRIGGER yearly_yearlystep_append_only BEFORE DELETE OR UPDATE ON public.yearly_yearlystep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER yearly_yearlystep_no_truncate BEFORE TRUNCATE ON public.yearly_yearlystep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE ONLY public.access_account
    ADD CONSTRAINT access_account_person_id_8e5af6cf_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_delivery
    ADD CONSTRAINT access_delivery_token_id_31aea336_fk_access_token_id FOREIGN KEY (token_id) REFERENCES public.access_token(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_draft
    ADD CONSTRAINT access_draft_person_id_5ebd19e3_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_granted_by_id_f9615f28_fk_organisation_person_id FOREIGN KEY (granted_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_person_id_2cb654af_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_unit_id_539d2431_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_guest
    ADD CONSTRAINT access_guest_ended_by_id_faf0c9c2_fk_organisation_person_id FOREIGN KEY (ended_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_guest
    ADD CONSTRAINT access_guest_invited_by_id_ce977183_fk_organisation_person_id FOREIGN KEY (invited_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_guest
    ADD CONSTRAINT access_guest_trust_id_2c99f8fd_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_preview
    ADD CONSTRAINT access_preview_person_id_f96187c6_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_sent
    ADD CONSTRAINT access_sent_person_id_f045b8d7_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_ended_by_id_04be72c5_fk_organisation_person_id FOREIGN KEY (ended_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_made_by_id_54b4649e_fk_organisation_person_id FOREIGN KEY (made_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_person_id_88af941c_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_token_units
    ADD CONSTRAINT access_token_units_token_id_2ef001e6_fk_access_token_id FOREIGN KEY (token_id) REFERENCES public.access_token(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_token_units
    ADD CONSTRAINT access_token_units_unit_id_f75033db_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_done_by_id_3fc8bd34_fk_organisation_person_id FOREIGN KEY (done_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_follows_id_c795c79c_fk_actions_action_id FOREIGN KEY (follows_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_owner_id_b42acf84_fk_organisation_person_id FOREIGN KEY (owner_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_raised_by_id_f3f66711_fk_organisation_person_id FOREIGN KEY (raised_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_trust_id_7be0626e_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_action
    ADD CONSTRAINT actions_action_unit_id_9e82be98_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_actionstep
    ADD CONSTRAINT actions_actionstep_action_id_c6903cc7_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_actionstep
    ADD CONSTRAINT actions_actionstep_by_id_df5b9c41_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_effectreview
    ADD CONSTRAINT actions_effectreview_action_id_b15ef380_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_effectreview
    ADD CONSTRAINT actions_effectreview_by_id_ef2eeac6_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_objection
    ADD CONSTRAINT actions_objection_action_id_5a26346a_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_objection
    ADD CONSTRAINT actions_objection_answered_by_id_7fb96252_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_objection
    ADD CONSTRAINT actions_objection_asked_id_91b23040_fk_organisation_person_id FOREIGN KEY (asked_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_objection
    ADD CONSTRAINT actions_objection_said_by_id_d0a8d089_fk_organisation_person_id FOREIGN KEY (said_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_objection
    ADD CONSTRAINT actions_objection_unit_id_e6bca814_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_recusal
    ADD CONSTRAINT actions_recusal_action_id_85d60916_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.actions_recusal
    ADD CONSTRAINT actions_recusal_person_id_2559bcf3_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_addendum
    ADD CONSTRAINT appraisal_addendum_appraisal_id_e6a0822a_fk_appraisal FOREIGN KEY (appraisal_id) REFERENCES public.appraisal_appraisal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_addendum
    ADD CONSTRAINT appraisal_addendum_by_id_68b39667_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_appraisal
    ADD CONSTRAINT appraisal_appraisal_begun_by_id_1910bc96_fk_organisat FOREIGN KEY (begun_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_appraisal
    ADD CONSTRAINT appraisal_appraisal_follows_id_e9050441_fk_appraisal FOREIGN KEY (follows_id) REFERENCES public.appraisal_appraisal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_appraisal
    ADD CONSTRAINT appraisal_appraisal_gathered_by_id_6b251ee8_fk_organisat FOREIGN KEY (gathered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_appraisal
    ADD CONSTRAINT appraisal_appraisal_signed_by_id_8508fc07_fk_organisat FOREIGN KEY (signed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_appraisal
    ADD CONSTRAINT appraisal_appraisal_unit_id_ac75c645_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_appraisalaction
    ADD CONSTRAINT appraisal_appraisala_action_id_2c36fe34_fk_actions_a FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_appraisalaction
    ADD CONSTRAINT appraisal_appraisala_appraisal_id_4bccf356_fk_appraisal FOREIGN KEY (appraisal_id) REFERENCES public.appraisal_appraisal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_appraisalstep
    ADD CONSTRAINT appraisal_appraisals_appraisal_id_28519567_fk_appraisal FOREIGN KEY (appraisal_id) REFERENCES public.appraisal_appraisal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_appraisalstep
    ADD CONSTRAINT appraisal_appraisals_by_id_22ebceda_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_extension
    ADD CONSTRAINT appraisal_extension_by_id_24dc01a9_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_extension
    ADD CONSTRAINT appraisal_extension_unit_id_0b6d31f1_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_input
    ADD CONSTRAINT appraisal_input_appraisal_id_926165e2_fk_appraisal_appraisal_id FOREIGN KEY (appraisal_id) REFERENCES public.appraisal_appraisal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_input
    ADD CONSTRAINT appraisal_input_by_id_f026a62b_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_participant
    ADD CONSTRAINT appraisal_participan_appraisal_id_5b62d25e_fk_appraisal FOREIGN KEY (appraisal_id) REFERENCES public.appraisal_appraisal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_participant
    ADD CONSTRAINT appraisal_participan_noted_by_id_6c309214_fk_organisat FOREIGN KEY (noted_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_verdict
    ADD CONSTRAINT appraisal_verdict_appraisal_id_13beb128_fk_appraisal FOREIGN KEY (appraisal_id) REFERENCES public.appraisal_appraisal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appraisal_verdict
    ADD CONSTRAINT appraisal_verdict_by_id_09ce8e61_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_auditplan
    ADD CONSTRAINT auditplan_auditplan_begun_by_id_740c0121_fk_organisat FOREIGN KEY (begun_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_auditplan
    ADD CONSTRAINT auditplan_auditplan_unit_id_e83c2cd3_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_auditplanstep
    ADD CONSTRAINT auditplan_auditplans_by_id_6c14b45e_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_auditplanstep
    ADD CONSTRAINT auditplan_auditplans_plan_id_54cf8241_fk_auditplan FOREIGN KEY (plan_id) REFERENCES public.auditplan_auditplan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_linecriterion
    ADD CONSTRAINT auditplan_linecriter_line_id_2d90b676_fk_auditplan FOREIGN KEY (line_id) REFERENCES public.auditplan_planline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_linecriterion
    ADD CONSTRAINT auditplan_linecriter_requirement_id_54b4d35a_fk_requireme FOREIGN KEY (requirement_id) REFERENCES public.requirements_requirement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_lineunit
    ADD CONSTRAINT auditplan_lineunit_line_id_03dc1be0_fk_auditplan_planline_id FOREIGN KEY (line_id) REFERENCES public.auditplan_planline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_lineunit
    ADD CONSTRAINT auditplan_lineunit_unit_id_8eb57e76_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_planapproval
    ADD CONSTRAINT auditplan_planapprov_plan_id_633d9e81_fk_auditplan FOREIGN KEY (plan_id) REFERENCES public.auditplan_auditplan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_planapproval
    ADD CONSTRAINT auditplan_planapproval_by_id_3db43767_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_planline
    ADD CONSTRAINT auditplan_planline_audit_id_348af634_fk_inspections_audit_id FOREIGN KEY (audit_id) REFERENCES public.inspections_audit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_planline
    ADD CONSTRAINT auditplan_planline_plan_id_ff015d40_fk_auditplan_auditplan_id FOREIGN KEY (plan_id) REFERENCES public.auditplan_auditplan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_planline
    ADD CONSTRAINT auditplan_planline_set_by_id_a9c55c47_fk_organisation_person_id FOREIGN KEY (set_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_recommendation
    ADD CONSTRAINT auditplan_recommenda_by_id_66655da0_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_recommendation
    ADD CONSTRAINT auditplan_recommenda_plan_id_59a0d4e6_fk_auditplan FOREIGN KEY (plan_id) REFERENCES public.auditplan_auditplan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_wish
    ADD CONSTRAINT auditplan_wish_answered_by_id_6c6caa8c_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_wish
    ADD CONSTRAINT auditplan_wish_by_id_8e368a34_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_wish
    ADD CONSTRAINT auditplan_wish_line_id_cf82b4fe_fk_auditplan_planline_id FOREIGN KEY (line_id) REFERENCES public.auditplan_planline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_wish
    ADD CONSTRAINT auditplan_wish_plan_id_cf107710_fk_auditplan_auditplan_id FOREIGN KEY (plan_id) REFERENCES public.auditplan_auditplan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auditplan_wish
    ADD CONSTRAINT auditplan_wish_unit_id_5f82737a_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_boardquestion
    ADD CONSTRAINT board_boardquestion_answered_by_id_43f45819_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_boardquestion
    ADD CONSTRAINT board_boardquestion_asked_by_id_43c166ed_fk_organisat FOREIGN KEY (asked_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_boardquestion
    ADD CONSTRAINT board_boardquestion_unit_id_a74c77c5_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_decision
    ADD CONSTRAINT board_decision_corrects_id_c43612a8_fk_board_decision_id FOREIGN KEY (corrects_id) REFERENCES public.board_decision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_decision
    ADD CONSTRAINT board_decision_decided_by_id_70314a28_fk_organisation_person_id FOREIGN KEY (decided_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_decision
    ADD CONSTRAINT board_decision_item_id_dc2ef75c_fk_board_item_id FOREIGN KEY (item_id) REFERENCES public.board_item(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_decision
    ADD CONSTRAINT board_decision_owner_id_44d3ef8a_fk_organisation_person_id FOREIGN KEY (owner_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_decision
    ADD CONSTRAINT board_decision_told_by_id_439c9126_fk_organisation_person_id FOREIGN KEY (told_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_decisionaction
    ADD CONSTRAINT board_decisionaction_action_id_43ec093b_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_decisionaction
    ADD CONSTRAINT board_decisionaction_decision_id_dd773d00_fk_board_decision_id FOREIGN KEY (decision_id) REFERENCES public.board_decision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_item
    ADD CONSTRAINT board_item_added_by_id_33974f20_fk_organisation_person_id FOREIGN KEY (added_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_item
    ADD CONSTRAINT board_item_meeting_id_2c02bbfe_fk_board_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.board_meeting(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_item
    ADD CONSTRAINT board_item_withdrawn_by_id_9fc05254_fk_organisation_person_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_meeting
    ADD CONSTRAINT board_meeting_held_by_id_9498c17e_fk_organisation_person_id FOREIGN KEY (held_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_meeting
    ADD CONSTRAINT board_meeting_planned_by_id_09f87edb_fk_organisation_person_id FOREIGN KEY (planned_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_meeting
    ADD CONSTRAINT board_meeting_unit_id_e11e5892_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_pack
    ADD CONSTRAINT board_pack_made_by_id_421d7c7b_fk_organisation_person_id FOREIGN KEY (made_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.board_pack
    ADD CONSTRAINT board_pack_meeting_id_7a2378ee_fk_board_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.board_meeting(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification_code
    ADD CONSTRAINT classification_code_axis_id_42618ea5_fk_classific FOREIGN KEY (axis_id) REFERENCES public.classification_codeaxis(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification_codeaxis
    ADD CONSTRAINT classification_codea_scheme_id_46a84e0b_fk_classific FOREIGN KEY (scheme_id) REFERENCES public.classification_codescheme(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification_codescheme
    ADD CONSTRAINT classification_codes_ended_by_id_5136fb99_fk_organisat FOREIGN KEY (ended_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification_codescheme
    ADD CONSTRAINT classification_codes_taken_by_id_54b7ca40_fk_organisat FOREIGN KEY (taken_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification_codescheme
    ADD CONSTRAINT classification_codes_trust_id_e1f0afb3_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification_incidentcode
    ADD CONSTRAINT classification_incid_code_id_bb131909_fk_classific FOREIGN KEY (code_id) REFERENCES public.classification_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification_incidentcode
    ADD CONSTRAINT classification_incid_incident_id_cb56a0ff_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification_incidentcode
    ADD CONSTRAINT classification_incid_removed_by_id_63570229_fk_organisat FOREIGN KEY (removed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification_incidentcode
    ADD CONSTRAINT classification_incid_set_by_id_3aa7af5c_fk_organisat FOREIGN KEY (set_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification_incidentcode
    ADD CONSTRAINT classification_incid_trust_id_c924bf75_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.committee_advice
    ADD CONSTRAINT committee_advice_answered_by_id_04db2707_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.committee_advice
    ADD CONSTRAINT committee_advice_case_id_51c429f2_fk_committee_committeecase_id FOREIGN KEY (case_id) REFERENCES public.committee_committeecase(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.committee_advice
    ADD CONSTRAINT committee_advice_given_by_id_4fba75f1_fk_organisation_person_id FOREIGN KEY (given_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.committee_advice
    ADD CONSTRAINT committee_advice_to_unit_id_3c7770d1_fk_organisation_unit_id FOREIGN KEY (to_unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.committee_adviceaction
    ADD CONSTRAINT committee_adviceacti_advice_id_92ff23ec_fk_committee FOREIGN KEY (advice_id) REFERENCES public.committee_advice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.committee_adviceaction
    ADD CONSTRAINT committee_adviceaction_action_id_b12cf93d_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.committee_committeecase
    ADD CONSTRAINT committee_committeec_ended_by_id_47a60b62_fk_organisat FOREIGN KEY (ended_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.committee_committeecase
    ADD CONSTRAINT committee_committeec_incident_id_ffe5c067_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.committee_committeecase
    ADD CONSTRAINT committee_committeec_laid_by_id_f9e82c96_fk_organisat FOREIGN KEY (laid_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.committee_committeecase
    ADD CONSTRAINT committee_committeec_trust_id_7d267db4_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.committee_committeecase
    ADD CONSTRAINT committee_committeec_unit_id_04d7a177_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_fitting
    ADD CONSTRAINT compliance_fitting_by_id_79a3a74c_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_fitting
    ADD CONSTRAINT compliance_fitting_trust_id_00bee18e_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_judgement
    ADD CONSTRAINT compliance_judgement_by_id_23f49082_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_judgement
    ADD CONSTRAINT compliance_judgement_point_id_81953d1e_fk_compliance_point_id FOREIGN KEY (point_id) REFERENCES public.compliance_point(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_look
    ADD CONSTRAINT compliance_look_by_id_4c8a39fa_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_look
    ADD CONSTRAINT compliance_look_unit_id_a5faa59f_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_lookwords
    ADD CONSTRAINT compliance_lookwords_look_id_008e90cf_fk_compliance_look_id FOREIGN KEY (look_id) REFERENCES public.compliance_look(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_lookwords
    ADD CONSTRAINT compliance_lookwords_unit_id_cc4383d5_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_picture
    ADD CONSTRAINT compliance_picture_rule_id_09cec03b_fk_compliance_rule_id FOREIGN KEY (rule_id) REFERENCES public.compliance_rule(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_picture
    ADD CONSTRAINT compliance_picture_unit_id_cbe2b128_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_point
    ADD CONSTRAINT compliance_point_trust_id_3b4cb59b_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_point
    ADD CONSTRAINT compliance_point_unit_id_710bcba6_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_practice
    ADD CONSTRAINT compliance_practice_by_id_72809262_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_practice
    ADD CONSTRAINT compliance_practice_owner_id_539f549c_fk_organisation_person_id FOREIGN KEY (owner_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.compliance_practice
    ADD CONSTRAINT compliance_practice_point_id_1326d9e5_fk_compliance_point_id FOREIGN KEY (point_id) REFERENCES public.compliance_point(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.duties_duty
    ADD CONSTRAINT duties_duty_person_id_e8d68234_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.duties_duty
    ADD CONSTRAINT duties_duty_settled_by_id_0e920eb8_fk_organisation_person_id FOREIGN KEY (settled_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.duties_duty
    ADD CONSTRAINT duties_duty_unit_id_17b73a5a_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_change
    ADD CONSTRAINT feedback_change_by_id_5d3c5be5_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_change
    ADD CONSTRAINT feedback_change_unit_id_aa91014d_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_change
    ADD CONSTRAINT feedback_change_voice_id_f9c759ee_fk_feedback_voice_id FOREIGN KEY (voice_id) REFERENCES public.feedback_voice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_entrance
    ADD CONSTRAINT feedback_entrance_by_id_6aac654e_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_entrance
    ADD CONSTRAINT feedback_entrance_unit_id_1fdbbe34_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_hearing
    ADD CONSTRAINT feedback_hearing_answered_by_id_d44d2ef7_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_hearing
    ADD CONSTRAINT feedback_hearing_laid_by_id_2e8fd27a_fk_organisation_person_id FOREIGN KEY (laid_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_hearing
    ADD CONSTRAINT feedback_hearing_trust_id_2ab65909_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_hearing
    ADD CONSTRAINT feedback_hearing_unit_id_5322d959_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_judgement
    ADD CONSTRAINT feedback_judgement_by_id_0b172193_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_judgement
    ADD CONSTRAINT feedback_judgement_unit_id_e8c101c6_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_receipt
    ADD CONSTRAINT feedback_receipt_voice_id_0a45ac3c_fk_feedback_voice_id FOREIGN KEY (voice_id) REFERENCES public.feedback_voice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_surveyscore
    ADD CONSTRAINT feedback_surveyscore_by_id_c1588708_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_surveyscore
    ADD CONSTRAINT feedback_surveyscore_trust_id_4313fdea_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_surveyscore
    ADD CONSTRAINT feedback_surveyscore_unit_id_3834a251_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_voice
    ADD CONSTRAINT feedback_voice_answered_by_id_a56b735e_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_voice
    ADD CONSTRAINT feedback_voice_handler_id_c254f23f_fk_organisation_person_id FOREIGN KEY (handler_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_voice
    ADD CONSTRAINT feedback_voice_held_by_id_08e9a197_fk_organisation_unit_id FOREIGN KEY (held_by_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_voice
    ADD CONSTRAINT feedback_voice_told_by_id_9df195c7_fk_organisation_person_id FOREIGN KEY (told_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_voice
    ADD CONSTRAINT feedback_voice_trust_id_75eede36_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_voice
    ADD CONSTRAINT feedback_voice_unit_id_1a53bacd_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_voiceaction
    ADD CONSTRAINT feedback_voiceaction_action_id_6272587c_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_voiceaction
    ADD CONSTRAINT feedback_voiceaction_voice_id_08f374e4_fk_feedback_voice_id FOREIGN KEY (voice_id) REFERENCES public.feedback_voice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_voicestep
    ADD CONSTRAINT feedback_voicestep_by_id_a13f2f29_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.feedback_voicestep
    ADD CONSTRAINT feedback_voicestep_voice_id_8d2aee0c_fk_feedback_voice_id FOREIGN KEY (voice_id) REFERENCES public.feedback_voice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goals_goal
    ADD CONSTRAINT goals_goal_above_id_55c352cd_fk_goals_goal_id FOREIGN KEY (above_id) REFERENCES public.goals_goal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goals_goal
    ADD CONSTRAINT goals_goal_owner_id_2f711ee8_fk_organisation_person_id FOREIGN KEY (owner_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goals_goal
    ADD CONSTRAINT goals_goal_placement_id_d3670e33_fk_requirements_placement_id FOREIGN KEY (placement_id) REFERENCES public.requirements_placement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goals_goal
    ADD CONSTRAINT goals_goal_set_by_id_3181af73_fk_organisation_person_id FOREIGN KEY (set_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goals_goal
    ADD CONSTRAINT goals_goal_trust_id_8eec1c12_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goals_goal
    ADD CONSTRAINT goals_goal_unit_id_b9272437_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goals_goalaction
    ADD CONSTRAINT goals_goalaction_action_id_b4eb6c75_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goals_goalaction
    ADD CONSTRAINT goals_goalaction_goal_id_c096427d_fk_goals_goal_id FOREIGN KEY (goal_id) REFERENCES public.goals_goal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goals_goalstep
    ADD CONSTRAINT goals_goalstep_by_id_ff60e07c_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goals_goalstep
    ADD CONSTRAINT goals_goalstep_goal_id_d291dd22_fk_goals_goal_id FOREIGN KEY (goal_id) REFERENCES public.goals_goal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_attachment
    ADD CONSTRAINT incidents_attachment_added_by_id_801709ea_fk_organisat FOREIGN KEY (added_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_attachment
    ADD CONSTRAINT incidents_attachment_incident_id_928da522_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_attachment
    ADD CONSTRAINT incidents_attachment_trust_id_01885b00_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_confirmed_by_id_6b2221ea_fk_organisat FOREIGN KEY (confirmed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_handler_id_ebde207e_fk_organisat FOREIGN KEY (handler_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_responsible_unit_id_2ece0e6a_fk_organisat FOREIGN KEY (responsible_unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_same_as_id_4a9cb7ef_fk_incidents_incident_id FOREIGN KEY (same_as_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_trust_id_492330a9_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_unit_id_60f58d51_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentaction
    ADD CONSTRAINT incidents_incidentac_action_id_0b34c7f1_fk_actions_a FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentaction
    ADD CONSTRAINT incidents_incidentac_incident_id_194be927_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentaction
    ADD CONSTRAINT incidents_incidentac_trust_id_1545c55d_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentanalysis
    ADD CONSTRAINT incidents_incidentan_by_id_ba680f92_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentanalysis
    ADD CONSTRAINT incidents_incidentan_incident_id_ac16ff46_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentanalysis
    ADD CONSTRAINT incidents_incidentan_trust_id_b6bddb0f_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentrisk
    ADD CONSTRAINT incidents_incidentri_incident_id_6504ce92_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentrisk
    ADD CONSTRAINT incidents_incidentri_linked_by_id_f0bbe587_fk_organisat FOREIGN KEY (linked_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentrisk
    ADD CONSTRAINT incidents_incidentri_removed_by_id_e829128c_fk_organisat FOREIGN KEY (removed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentrisk
    ADD CONSTRAINT incidents_incidentri_trust_id_88caa7ce_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentrisk
    ADD CONSTRAINT incidents_incidentrisk_risk_id_a8310891_fk_risks_risk_id FOREIGN KEY (risk_id) REFERENCES public.risks_risk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentstep
    ADD CONSTRAINT incidents_incidentst_incident_id_6b4b114e_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentstep
    ADD CONSTRAINT incidents_incidentst_trust_id_3bcab321_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_incidentstep
    ADD CONSTRAINT incidents_incidentstep_by_id_639821ba_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_recusal
    ADD CONSTRAINT incidents_recusal_incident_id_5353486e_fk_incidents_incident_id FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_recusal
    ADD CONSTRAINT incidents_recusal_person_id_c57b091f_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_recusal
    ADD CONSTRAINT incidents_recusal_trust_id_c3d5ed05_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_reporter
    ADD CONSTRAINT incidents_reporter_incident_id_ed22b2f3_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_reporter
    ADD CONSTRAINT incidents_reporter_person_id_91fe933e_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_reporter
    ADD CONSTRAINT incidents_reporter_trust_id_de1d0a4d_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_savedsearch
    ADD CONSTRAINT incidents_savedsearc_person_id_c649bd29_fk_organisat FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_statement
    ADD CONSTRAINT incidents_statement_answered_by_id_3666ade0_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_statement
    ADD CONSTRAINT incidents_statement_asked_by_id_9daff27a_fk_organisat FOREIGN KEY (asked_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_statement
    ADD CONSTRAINT incidents_statement_incident_id_8021a734_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_statement
    ADD CONSTRAINT incidents_statement_trust_id_1420c17e_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incidents_statement
    ADD CONSTRAINT incidents_statement_unit_id_27f83a78_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_actionmeasure
    ADD CONSTRAINT indicators_actionmea_action_id_47a876dc_fk_actions_a FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_actionmeasure
    ADD CONSTRAINT indicators_actionmea_by_id_662c60d9_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_actionmeasure
    ADD CONSTRAINT indicators_actionmea_ended_by_id_462844c5_fk_organisat FOREIGN KEY (ended_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_actionmeasure
    ADD CONSTRAINT indicators_actionmea_indicator_id_01246ecc_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_actionmeasure
    ADD CONSTRAINT indicators_actionmea_unit_id_8e7383b5_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_annotation
    ADD CONSTRAINT indicators_annotatio_indicator_id_bf199854_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_annotation
    ADD CONSTRAINT indicators_annotatio_withdrawn_by_id_fbf19456_fk_organisat FOREIGN KEY (withdrawn_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_annotation
    ADD CONSTRAINT indicators_annotation_by_id_1b9d9d0c_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_annotation
    ADD CONSTRAINT indicators_annotation_unit_id_adee89cf_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_attestation
    ADD CONSTRAINT indicators_attestati_indicator_id_7749f267_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_attestation
    ADD CONSTRAINT indicators_attestation_by_id_b36a3149_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_attestation
    ADD CONSTRAINT indicators_attestation_unit_id_7bd62270_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_batch
    ADD CONSTRAINT indicators_batch_by_id_3844bc95_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_definition
    ADD CONSTRAINT indicators_definitio_indicator_id_f57e6d06_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_definition
    ADD CONSTRAINT indicators_definition_by_id_f5cec392_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_effectanswer
    ADD CONSTRAINT indicators_effectans_by_id_9a47f422_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_effectanswer
    ADD CONSTRAINT indicators_effectans_measure_id_fa136d5c_fk_indicator FOREIGN KEY (measure_id) REFERENCES public.indicators_actionmeasure(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_goalmeasure
    ADD CONSTRAINT indicators_goalmeasu_ended_by_id_79dd7bf9_fk_organisat FOREIGN KEY (ended_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_goalmeasure
    ADD CONSTRAINT indicators_goalmeasu_indicator_id_46da4818_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_goalmeasure
    ADD CONSTRAINT indicators_goalmeasure_by_id_2e4ee82c_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_goalmeasure
    ADD CONSTRAINT indicators_goalmeasure_goal_id_1ec03555_fk_goals_goal_id FOREIGN KEY (goal_id) REFERENCES public.goals_goal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_indicator
    ADD CONSTRAINT indicators_indicator_owner_id_9edc90b6_fk_organisat FOREIGN KEY (owner_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_indicator
    ADD CONSTRAINT indicators_indicator_trust_id_d4bdfac7_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_indicator
    ADD CONSTRAINT indicators_indicator_unit_id_4e488977_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_measurement
    ADD CONSTRAINT indicators_measureme_indicator_id_aa41bb7c_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_measurement
    ADD CONSTRAINT indicators_measurement_batch_id_ce792700_fk_indicators_batch_id FOREIGN KEY (batch_id) REFERENCES public.indicators_batch(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_measurement
    ADD CONSTRAINT indicators_measurement_by_id_4bfd9600_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_measurement
    ADD CONSTRAINT indicators_measurement_unit_id_4a1772f1_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_seriesglance
    ADD CONSTRAINT indicators_seriesgla_signal_id_be4dc17d_fk_indicator FOREIGN KEY (signal_id) REFERENCES public.indicators_signal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_seriesmark
    ADD CONSTRAINT indicators_seriesmar_indicator_id_28da35db_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_seriesmark
    ADD CONSTRAINT indicators_seriesmar_withdrawn_by_id_3bd6a8e4_fk_organisat FOREIGN KEY (withdrawn_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_seriesmark
    ADD CONSTRAINT indicators_seriesmark_by_id_a274fe46_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_seriesmark
    ADD CONSTRAINT indicators_seriesmark_unit_id_9520e027_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_signal
    ADD CONSTRAINT indicators_signal_indicator_id_ad1b573c_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_signal
    ADD CONSTRAINT indicators_signal_unit_id_2c46d9b0_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_target
    ADD CONSTRAINT indicators_target_by_id_6467ecfb_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_target
    ADD CONSTRAINT indicators_target_indicator_id_a278d38c_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_target
    ADD CONSTRAINT indicators_target_unit_id_2621975b_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_audit
    ADD CONSTRAINT inspections_audit_authority_id_9a15a5ac_fk_requireme FOREIGN KEY (authority_id) REFERENCES public.requirements_authority(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_audit
    ADD CONSTRAINT inspections_audit_leader_id_2e402d58_fk_organisation_person_id FOREIGN KEY (leader_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_audit
    ADD CONSTRAINT inspections_audit_set_by_id_bca8ef5f_fk_organisation_person_id FOREIGN KEY (set_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_audit
    ADD CONSTRAINT inspections_audit_trust_id_56229bc6_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_audit
    ADD CONSTRAINT inspections_audit_unit_id_25b59648_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_auditcriterion
    ADD CONSTRAINT inspections_auditcri_audit_id_dbc49559_fk_inspectio FOREIGN KEY (audit_id) REFERENCES public.inspections_audit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_auditcriterion
    ADD CONSTRAINT inspections_auditcri_removed_by_id_7d161a76_fk_organisat FOREIGN KEY (removed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_auditcriterion
    ADD CONSTRAINT inspections_auditcri_requirement_id_92124e4a_fk_requireme FOREIGN KEY (requirement_id) REFERENCES public.requirements_requirement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_auditmember
    ADD CONSTRAINT inspections_auditmem_audit_id_cdd542fb_fk_inspectio FOREIGN KEY (audit_id) REFERENCES public.inspections_audit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_auditmember
    ADD CONSTRAINT inspections_auditmem_person_id_9be6872f_fk_organisat FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_auditmember
    ADD CONSTRAINT inspections_auditmem_removed_by_id_5a5b54d8_fk_organisat FOREIGN KEY (removed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_auditstep
    ADD CONSTRAINT inspections_auditstep_audit_id_a4c765b2_fk_inspections_audit_id FOREIGN KEY (audit_id) REFERENCES public.inspections_audit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_auditstep
    ADD CONSTRAINT inspections_auditstep_by_id_4e50ce2a_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_auditunit
    ADD CONSTRAINT inspections_audituni_removed_by_id_31b3339c_fk_organisat FOREIGN KEY (removed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_auditunit
    ADD CONSTRAINT inspections_auditunit_audit_id_438b617d_fk_inspections_audit_id FOREIGN KEY (audit_id) REFERENCES public.inspections_audit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_auditunit
    ADD CONSTRAINT inspections_auditunit_unit_id_d7554c09_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_document
    ADD CONSTRAINT inspections_document_added_by_id_885b393a_fk_organisat FOREIGN KEY (added_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_document
    ADD CONSTRAINT inspections_document_audit_id_bf077cab_fk_inspections_audit_id FOREIGN KEY (audit_id) REFERENCES public.inspections_audit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_document
    ADD CONSTRAINT inspections_document_finding_id_c52bcc0d_fk_inspectio FOREIGN KEY (finding_id) REFERENCES public.inspections_finding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_finding
    ADD CONSTRAINT inspections_finding_answered_by_id_fe1235c0_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_finding
    ADD CONSTRAINT inspections_finding_audit_id_1838afb0_fk_inspections_audit_id FOREIGN KEY (audit_id) REFERENCES public.inspections_audit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_finding
    ADD CONSTRAINT inspections_finding_claimed_by_id_00c4dcef_fk_organisat FOREIGN KEY (claimed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_finding
    ADD CONSTRAINT inspections_finding_found_by_id_4e708ea6_fk_organisat FOREIGN KEY (found_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_finding
    ADD CONSTRAINT inspections_finding_met_by_id_fe259dba_fk_organisat FOREIGN KEY (met_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_finding
    ADD CONSTRAINT inspections_finding_requirement_id_a8925bb7_fk_requireme FOREIGN KEY (requirement_id) REFERENCES public.requirements_requirement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_finding
    ADD CONSTRAINT inspections_finding_trust_id_b0fd8c7f_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_finding
    ADD CONSTRAINT inspections_finding_unit_id_c86190cd_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_findingaction
    ADD CONSTRAINT inspections_findinga_action_id_7dd740ae_fk_actions_a FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_findingaction
    ADD CONSTRAINT inspections_findinga_finding_id_a1376ea8_fk_inspectio FOREIGN KEY (finding_id) REFERENCES public.inspections_finding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_findingstep
    ADD CONSTRAINT inspections_findings_by_id_c3b72bf7_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_findingstep
    ADD CONSTRAINT inspections_findings_finding_id_3def012d_fk_inspectio FOREIGN KEY (finding_id) REFERENCES public.inspections_finding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lesson
    ADD CONSTRAINT inspections_lesson_finding_id_501d1688_fk_inspectio FOREIGN KEY (finding_id) REFERENCES public.inspections_finding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lesson
    ADD CONSTRAINT inspections_lesson_shared_by_id_6b4c9464_fk_organisat FOREIGN KEY (shared_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lesson
    ADD CONSTRAINT inspections_lesson_trust_id_7f3e0e1c_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lesson
    ADD CONSTRAINT inspections_lesson_unit_id_ca9be925_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lessonaction
    ADD CONSTRAINT inspections_lessonac_action_id_1dc2386b_fk_actions_a FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lessonaction
    ADD CONSTRAINT inspections_lessonac_question_id_91d6893a_fk_inspectio FOREIGN KEY (question_id) REFERENCES public.inspections_lessonquestion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lessonquestion
    ADD CONSTRAINT inspections_lessonqu_answered_by_id_6aeaed91_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lessonquestion
    ADD CONSTRAINT inspections_lessonqu_lesson_id_428ae41a_fk_inspectio FOREIGN KEY (lesson_id) REFERENCES public.inspections_lesson(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lessonquestion
    ADD CONSTRAINT inspections_lessonqu_trust_id_488dea92_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lessonquestion
    ADD CONSTRAINT inspections_lessonqu_unit_id_e3973ace_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lessonstep
    ADD CONSTRAINT inspections_lessonst_question_id_c046b489_fk_inspectio FOREIGN KEY (question_id) REFERENCES public.inspections_lessonquestion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lessonstep
    ADD CONSTRAINT inspections_lessonstep_by_id_a90780d6_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lessonwithdrawal
    ADD CONSTRAINT inspections_lessonwi_by_id_150196c0_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_lessonwithdrawal
    ADD CONSTRAINT inspections_lessonwi_lesson_id_41440bae_fk_inspectio FOREIGN KEY (lesson_id) REFERENCES public.inspections_lesson(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_treatment
    ADD CONSTRAINT inspections_treatmen_noted_by_id_1f148c4d_fk_organisat FOREIGN KEY (noted_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_treatment
    ADD CONSTRAINT inspections_treatmen_sent_by_id_a6eca86c_fk_organisat FOREIGN KEY (sent_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_treatment
    ADD CONSTRAINT inspections_treatment_audit_id_94379c34_fk_inspections_audit_id FOREIGN KEY (audit_id) REFERENCES public.inspections_audit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.inspections_treatment
    ADD CONSTRAINT inspections_treatment_unit_id_f65f7e1e_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intervention_signal
    ADD CONSTRAINT intervention_signal_above_id_d4f89c28_fk_organisation_unit_id FOREIGN KEY (above_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intervention_signal
    ADD CONSTRAINT intervention_signal_decided_by_id_b4a64e7b_fk_organisat FOREIGN KEY (decided_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intervention_signal
    ADD CONSTRAINT intervention_signal_leader_id_4cfeff86_fk_organisat FOREIGN KEY (leader_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intervention_signal
    ADD CONSTRAINT intervention_signal_trust_id_aed68488_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intervention_signal
    ADD CONSTRAINT intervention_signal_unit_id_e3b270b0_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intervention_signalstep
    ADD CONSTRAINT intervention_signals_by_id_69cdafd9_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intervention_signalstep
    ADD CONSTRAINT intervention_signals_signal_id_cc139a47_fk_intervent FOREIGN KEY (signal_id) REFERENCES public.intervention_signal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intervention_switch
    ADD CONSTRAINT intervention_switch_by_id_5900f1fc_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intervention_switch
    ADD CONSTRAINT intervention_switch_unit_id_57decf21_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisation_appointment
    ADD CONSTRAINT organisation_appoint_person_id_5b892499_fk_organisat FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisation_appointment
    ADD CONSTRAINT organisation_appoint_unit_id_cee25628_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisation_deputyship
    ADD CONSTRAINT organisation_deputys_person_id_768a3efc_fk_organisat FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisation_deputyship
    ADD CONSTRAINT organisation_deputys_unit_id_e0b20c24_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisation_person
    ADD CONSTRAINT organisation_person_home_unit_id_42ee3b53_fk_organisat FOREIGN KEY (home_unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisation_unit
    ADD CONSTRAINT organisation_unit_parent_id_1a56e487_fk_organisation_unit_id FOREIGN KEY (parent_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisation_unit
    ADD CONSTRAINT organisation_unit_trust_id_1dc8431a_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisation_unitedition
    ADD CONSTRAINT organisation_unitedi_parent_id_11886f4f_fk_organisat FOREIGN KEY (parent_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisation_unitedition
    ADD CONSTRAINT organisation_unitedi_unit_id_f132d415_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_dismissal
    ADD CONSTRAINT patterns_dismissal_by_id_aa597d3e_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_dismissal
    ADD CONSTRAINT patterns_dismissal_taken_up_by_id_82bbced1_fk_organisat FOREIGN KEY (taken_up_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_dismissal
    ADD CONSTRAINT patterns_dismissal_trust_id_270128db_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_dismissal
    ADD CONSTRAINT patterns_dismissal_unit_id_9bd2c487_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_groupmember
    ADD CONSTRAINT patterns_groupmember_group_id_6f8e0e66_fk_patterns_ FOREIGN KEY (group_id) REFERENCES public.patterns_incidentgroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_groupmember
    ADD CONSTRAINT patterns_groupmember_incident_id_c84c99d7_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_groupmember
    ADD CONSTRAINT patterns_groupmember_joined_by_id_2368c6e5_fk_organisat FOREIGN KEY (joined_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_groupmember
    ADD CONSTRAINT patterns_groupmember_left_by_id_bb1e9ccc_fk_organisat FOREIGN KEY (left_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_groupstep
    ADD CONSTRAINT patterns_groupstep_by_id_52b7de5f_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_groupstep
    ADD CONSTRAINT patterns_groupstep_group_id_9fc47fbe_fk_patterns_ FOREIGN KEY (group_id) REFERENCES public.patterns_incidentgroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_incidentgroup
    ADD CONSTRAINT patterns_incidentgro_begun_by_id_bdfa3b69_fk_organisat FOREIGN KEY (begun_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_incidentgroup
    ADD CONSTRAINT patterns_incidentgro_trust_id_0398d4f9_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_incidentgroup
    ADD CONSTRAINT patterns_incidentgroup_unit_id_f0a9cd93_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_raising
    ADD CONSTRAINT patterns_raising_after_id_ffa2982f_fk_patterns_raising_id FOREIGN KEY (after_id) REFERENCES public.patterns_raising(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_raising
    ADD CONSTRAINT patterns_raising_answered_by_id_8599f375_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_raising
    ADD CONSTRAINT patterns_raising_from_unit_id_a4aed44c_fk_organisation_unit_id FOREIGN KEY (from_unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_raising
    ADD CONSTRAINT patterns_raising_group_id_c9aeedfe_fk_patterns_incidentgroup_id FOREIGN KEY (group_id) REFERENCES public.patterns_incidentgroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_raising
    ADD CONSTRAINT patterns_raising_raised_by_id_42acbd05_fk_organisat FOREIGN KEY (raised_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_raising
    ADD CONSTRAINT patterns_raising_to_unit_id_826356ee_fk_organisation_unit_id FOREIGN KEY (to_unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_theme
    ADD CONSTRAINT patterns_theme_begun_by_id_12c5dd4f_fk_organisation_person_id FOREIGN KEY (begun_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_theme
    ADD CONSTRAINT patterns_theme_begun_from_id_32aad5d8_fk_patterns_ FOREIGN KEY (begun_from_id) REFERENCES public.patterns_incidentgroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_theme
    ADD CONSTRAINT patterns_theme_owner_id_00fcd461_fk_organisation_person_id FOREIGN KEY (owner_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_theme
    ADD CONSTRAINT patterns_theme_trust_id_2ca167ff_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_theme
    ADD CONSTRAINT patterns_theme_unit_id_dc8dc2f2_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_themeaction
    ADD CONSTRAINT patterns_themeaction_action_id_b158d15d_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_themeaction
    ADD CONSTRAINT patterns_themeaction_theme_id_075348d7_fk_patterns_theme_id FOREIGN KEY (theme_id) REFERENCES public.patterns_theme(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_thememember
    ADD CONSTRAINT patterns_thememember_incident_id_b66d8be0_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_thememember
    ADD CONSTRAINT patterns_thememember_joined_by_id_59407853_fk_organisat FOREIGN KEY (joined_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_thememember
    ADD CONSTRAINT patterns_thememember_left_by_id_044e2ad0_fk_organisat FOREIGN KEY (left_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_thememember
    ADD CONSTRAINT patterns_thememember_theme_id_22742233_fk_patterns_theme_id FOREIGN KEY (theme_id) REFERENCES public.patterns_theme(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_themereview
    ADD CONSTRAINT patterns_themereview_by_id_a68262af_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_themereview
    ADD CONSTRAINT patterns_themereview_theme_id_94b012df_fk_patterns_theme_id FOREIGN KEY (theme_id) REFERENCES public.patterns_theme(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_themestep
    ADD CONSTRAINT patterns_themestep_by_id_57243a68_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patterns_themestep
    ADD CONSTRAINT patterns_themestep_theme_id_e3e1da3b_fk_patterns_theme_id FOREIGN KEY (theme_id) REFERENCES public.patterns_theme(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_ground
    ADD CONSTRAINT plans_ground_noted_by_id_b7a92f59_fk_organisation_person_id FOREIGN KEY (noted_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_ground
    ADD CONSTRAINT plans_ground_plan_id_af2d09a9_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_hearing
    ADD CONSTRAINT plans_hearing_noted_by_id_20e02d4e_fk_organisation_person_id FOREIGN KEY (noted_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_hearing
    ADD CONSTRAINT plans_hearing_plan_id_60105c70_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_approved_as_id_ba12af89_fk_organisation_unit_id FOREIGN KEY (approved_as_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_approved_by_id_708d2c73_fk_organisation_person_id FOREIGN KEY (approved_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_begun_by_id_5ad8930e_fk_organisation_person_id FOREIGN KEY (begun_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_follows_id_ba6f5c10_fk_plans_plan_id FOREIGN KEY (follows_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_trust_id_97df5005_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_unit_id_733724a3_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_planitem
    ADD CONSTRAINT plans_planitem_above_id_a6c4c8a2_fk_plans_planitem_id FOREIGN KEY (above_id) REFERENCES public.plans_planitem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_planitem
    ADD CONSTRAINT plans_planitem_action_id_43ffc558_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_planitem
    ADD CONSTRAINT plans_planitem_before_id_08b2f67b_fk_plans_planitem_id FOREIGN KEY (before_id) REFERENCES public.plans_planitem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_planitem
    ADD CONSTRAINT plans_planitem_goal_id_31312222_fk_goals_goal_id FOREIGN KEY (goal_id) REFERENCES public.goals_goal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_planitem
    ADD CONSTRAINT plans_planitem_placement_id_845a34da_fk_requireme FOREIGN KEY (placement_id) REFERENCES public.requirements_placement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_planitem
    ADD CONSTRAINT plans_planitem_plan_id_4eac74aa_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_planstep
    ADD CONSTRAINT plans_planstep_by_id_c87e9684_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_planstep
    ADD CONSTRAINT plans_planstep_plan_id_516902a8_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.products_incidentproduct
    ADD CONSTRAINT products_incidentpro_incident_id_2e59db27_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.products_incidentproduct
    ADD CONSTRAINT products_incidentpro_product_id_a1c36a06_fk_products_ FOREIGN KEY (product_id) REFERENCES public.products_product(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.products_incidentproduct
    ADD CONSTRAINT products_incidentpro_removed_by_id_33c2b13f_fk_organisat FOREIGN KEY (removed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.products_incidentproduct
    ADD CONSTRAINT products_incidentpro_set_by_id_4339f656_fk_organisat FOREIGN KEY (set_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.products_incidentproduct
    ADD CONSTRAINT products_incidentpro_trust_id_3f6b6b43_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.products_product
    ADD CONSTRAINT products_product_written_by_id_c8975dcc_fk_organisat FOREIGN KEY (written_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_addendum
    ADD CONSTRAINT requirements_addendu_report_id_94f99df2_fk_requireme FOREIGN KEY (report_id) REFERENCES public.requirements_annualreport(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_addendum
    ADD CONSTRAINT requirements_addendum_by_id_9a8a0751_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_announcement
    ADD CONSTRAINT requirements_announc_edition_id_7d33adc4_fk_requireme FOREIGN KEY (edition_id) REFERENCES public.requirements_edition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_announcement
    ADD CONSTRAINT requirements_announc_requirement_id_4fb0cd86_fk_requireme FOREIGN KEY (requirement_id) REFERENCES public.requirements_requirement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_announcement
    ADD CONSTRAINT requirements_announc_told_by_id_60e866a3_fk_organisat FOREIGN KEY (told_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_announcement
    ADD CONSTRAINT requirements_announc_unit_id_922e96c3_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_annualhearing
    ADD CONSTRAINT requirements_annualh_by_id_fc7fe550_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_annualhearing
    ADD CONSTRAINT requirements_annualh_report_id_78c700bd_fk_requireme FOREIGN KEY (report_id) REFERENCES public.requirements_annualreport(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_annualreport
    ADD CONSTRAINT requirements_annualr_approved_by_id_4a23fefa_fk_organisat FOREIGN KEY (approved_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_annualreport
    ADD CONSTRAINT requirements_annualr_trust_id_966d0d76_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_annualreport
    ADD CONSTRAINT requirements_annualr_unit_id_b0b88cb1_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_authority
    ADD CONSTRAINT requirements_authori_successor_id_9c3a5cd0_fk_requireme FOREIGN KEY (successor_id) REFERENCES public.requirements_authority(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_edition
    ADD CONSTRAINT requirements_edition_follows_id_5f19c3e2_fk_requireme FOREIGN KEY (follows_id) REFERENCES public.requirements_edition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_edition
    ADD CONSTRAINT requirements_edition_source_id_b14e6b49_fk_requireme FOREIGN KEY (source_id) REFERENCES public.requirements_source(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placement
    ADD CONSTRAINT requirements_placeme_above_id_7fc7fbd0_fk_requireme FOREIGN KEY (above_id) REFERENCES public.requirements_placement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placementaction
    ADD CONSTRAINT requirements_placeme_action_id_e880a4fe_fk_actions_a FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placement
    ADD CONSTRAINT requirements_placeme_answered_by_id_42938666_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placementstep
    ADD CONSTRAINT requirements_placeme_by_id_67abd30b_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placement
    ADD CONSTRAINT requirements_placeme_continues_id_ef66087a_fk_requireme FOREIGN KEY (continues_id) REFERENCES public.requirements_placement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placement
    ADD CONSTRAINT requirements_placeme_laid_from_id_69dc1aa9_fk_organisat FOREIGN KEY (laid_from_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placement
    ADD CONSTRAINT requirements_placeme_owner_id_46b73fde_fk_organisat FOREIGN KEY (owner_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placement
    ADD CONSTRAINT requirements_placeme_placed_by_id_c480e697_fk_organisat FOREIGN KEY (placed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placementaction
    ADD CONSTRAINT requirements_placeme_placement_id_3a713378_fk_requireme FOREIGN KEY (placement_id) REFERENCES public.requirements_placement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placementstep
    ADD CONSTRAINT requirements_placeme_placement_id_8cbaa59c_fk_requireme FOREIGN KEY (placement_id) REFERENCES public.requirements_placement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placement
    ADD CONSTRAINT requirements_placeme_requirement_id_2d024326_fk_requireme FOREIGN KEY (requirement_id) REFERENCES public.requirements_requirement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placement
    ADD CONSTRAINT requirements_placeme_trust_id_785356d0_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_placement
    ADD CONSTRAINT requirements_placement_unit_id_af9c16d2_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_requirement
    ADD CONSTRAINT requirements_require_edition_id_b7852dc5_fk_requireme FOREIGN KEY (edition_id) REFERENCES public.requirements_edition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_requirement
    ADD CONSTRAINT requirements_require_parent_id_9642d1ac_fk_requireme FOREIGN KEY (parent_id) REFERENCES public.requirements_requirement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_source
    ADD CONSTRAINT requirements_source_owner_id_cbf2c482_fk_organisation_person_id FOREIGN KEY (owner_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_source
    ADD CONSTRAINT requirements_source_unit_id_ee1bfead_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_statusreport
    ADD CONSTRAINT requirements_statusr_by_id_03af8362_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_statusreport
    ADD CONSTRAINT requirements_statusr_placement_id_53001a32_fk_requireme FOREIGN KEY (placement_id) REFERENCES public.requirements_placement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_succession
    ADD CONSTRAINT requirements_success_new_id_c57d0745_fk_requireme FOREIGN KEY (new_id) REFERENCES public.requirements_requirement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_succession
    ADD CONSTRAINT requirements_success_old_id_bde2186a_fk_requireme FOREIGN KEY (old_id) REFERENCES public.requirements_requirement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_succession
    ADD CONSTRAINT requirements_success_reviewed_by_id_09edd438_fk_organisat FOREIGN KEY (reviewed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_supervision
    ADD CONSTRAINT requirements_supervi_authority_id_670501f2_fk_requireme FOREIGN KEY (authority_id) REFERENCES public.requirements_authority(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_supervision
    ADD CONSTRAINT requirements_supervi_source_id_f07d574c_fk_requireme FOREIGN KEY (source_id) REFERENCES public.requirements_source(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_told
    ADD CONSTRAINT requirements_told_announcement_id_0936b0f8_fk_requireme FOREIGN KEY (announcement_id) REFERENCES public.requirements_announcement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requirements_told
    ADD CONSTRAINT requirements_told_person_id_75308576_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_presentation
    ADD CONSTRAINT review_presentation_by_id_c08e1afe_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_presentation
    ADD CONSTRAINT review_presentation_version_id_1c300d93_fk_review_version_id FOREIGN KEY (version_id) REFERENCES public.review_version(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_question
    ADD CONSTRAINT review_question_answered_by_id_555c8e31_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_question
    ADD CONSTRAINT review_question_asked_by_id_81c29e57_fk_organisation_person_id FOREIGN KEY (asked_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_question
    ADD CONSTRAINT review_question_version_id_dfa5341b_fk_review_version_id FOREIGN KEY (version_id) REFERENCES public.review_version(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_report
    ADD CONSTRAINT review_report_begun_by_id_9593ae3b_fk_organisation_person_id FOREIGN KEY (begun_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_report
    ADD CONSTRAINT review_report_trust_id_f7096744_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_report
    ADD CONSTRAINT review_report_unit_id_1737b78f_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_supplement
    ADD CONSTRAINT review_supplement_by_id_84529ade_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_supplement
    ADD CONSTRAINT review_supplement_version_id_c30d0736_fk_review_version_id FOREIGN KEY (version_id) REFERENCES public.review_version(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_version
    ADD CONSTRAINT review_version_by_id_1bec2dc9_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_version
    ADD CONSTRAINT review_version_report_id_f8847608_fk_review_report_id FOREIGN KEY (report_id) REFERENCES public.review_report(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_words
    ADD CONSTRAINT review_words_asked_by_id_c15a0c42_fk_organisation_person_id FOREIGN KEY (asked_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_words
    ADD CONSTRAINT review_words_asked_id_6bfe2366_fk_organisation_person_id FOREIGN KEY (asked_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_words
    ADD CONSTRAINT review_words_report_id_99926d2a_fk_review_report_id FOREIGN KEY (report_id) REFERENCES public.review_report(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.review_words
    ADD CONSTRAINT review_words_written_by_id_05646b93_fk_organisation_person_id FOREIGN KEY (written_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_acceptance
    ADD CONSTRAINT risks_acceptance_by_id_a68d96e6_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_acceptance
    ADD CONSTRAINT risks_acceptance_rating_id_b4cef7fb_fk_risks_rating_id FOREIGN KEY (rating_id) REFERENCES public.risks_rating(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_acceptance
    ADD CONSTRAINT risks_acceptance_risk_id_9a3ad598_fk_risks_risk_id FOREIGN KEY (risk_id) REFERENCES public.risks_risk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_acceptance
    ADD CONSTRAINT risks_acceptance_unit_id_5b2f894c_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_matrix
    ADD CONSTRAINT risks_matrix_drafted_by_id_02da6cec_fk_organisation_person_id FOREIGN KEY (drafted_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_matrix
    ADD CONSTRAINT risks_matrix_published_by_id_d0fbf423_fk_organisation_person_id FOREIGN KEY (published_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_matrix
    ADD CONSTRAINT risks_matrix_trust_id_5f105170_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_proposal
    ADD CONSTRAINT risks_proposal_answered_by_id_a9dc145a_fk_organisat FOREIGN KEY (answered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_proposal
    ADD CONSTRAINT risks_proposal_into_id_e3e72542_fk_risks_risk_id FOREIGN KEY (into_id) REFERENCES public.risks_risk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_proposal
    ADD CONSTRAINT risks_proposal_proposed_by_id_0e8ceed5_fk_organisat FOREIGN KEY (proposed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_proposal
    ADD CONSTRAINT risks_proposal_risk_id_f9635c29_fk_risks_risk_id FOREIGN KEY (risk_id) REFERENCES public.risks_risk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_proposal
    ADD CONSTRAINT risks_proposal_to_unit_id_dfbc735f_fk_organisation_unit_id FOREIGN KEY (to_unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_rating
    ADD CONSTRAINT risks_rating_by_id_db28acf2_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_rating
    ADD CONSTRAINT risks_rating_matrix_id_edb2dcc3_fk_risks_matrix_id FOREIGN KEY (matrix_id) REFERENCES public.risks_matrix(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_rating
    ADD CONSTRAINT risks_rating_risk_id_058ba509_fk_risks_risk_id FOREIGN KEY (risk_id) REFERENCES public.risks_risk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_risk
    ADD CONSTRAINT risks_risk_acceptance_id_a6ba5fbe_fk_risks_acceptance_id FOREIGN KEY (acceptance_id) REFERENCES public.risks_acceptance(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_risk
    ADD CONSTRAINT risks_risk_current_id_62c0d01c_fk_risks_rating_id FOREIGN KEY (current_id) REFERENCES public.risks_rating(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_risk
    ADD CONSTRAINT risks_risk_described_by_id_94c0498f_fk_organisation_person_id FOREIGN KEY (described_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_risk
    ADD CONSTRAINT risks_risk_owner_id_478b4ae3_fk_organisation_person_id FOREIGN KEY (owner_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_risk
    ADD CONSTRAINT risks_risk_trust_id_6ace098c_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_risk
    ADD CONSTRAINT risks_risk_unit_id_67911075_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskaction
    ADD CONSTRAINT risks_riskaction_action_id_9725e1de_fk_actions_action_id FOREIGN KEY (action_id) REFERENCES public.actions_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskaction
    ADD CONSTRAINT risks_riskaction_risk_id_4e908869_fk_risks_risk_id FOREIGN KEY (risk_id) REFERENCES public.risks_risk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskgoal
    ADD CONSTRAINT risks_riskgoal_goal_id_5246a42a_fk_goals_goal_id FOREIGN KEY (goal_id) REFERENCES public.goals_goal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskgoal
    ADD CONSTRAINT risks_riskgoal_linked_by_id_09bf824e_fk_organisation_person_id FOREIGN KEY (linked_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskgoal
    ADD CONSTRAINT risks_riskgoal_removed_by_id_6d4b2c19_fk_organisation_person_id FOREIGN KEY (removed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskgoal
    ADD CONSTRAINT risks_riskgoal_risk_id_a990c529_fk_risks_risk_id FOREIGN KEY (risk_id) REFERENCES public.risks_risk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskmeasure
    ADD CONSTRAINT risks_riskmeasure_indicator_id_c201f41c_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskmeasure
    ADD CONSTRAINT risks_riskmeasure_linked_by_id_a3937e39_fk_organisat FOREIGN KEY (linked_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskmeasure
    ADD CONSTRAINT risks_riskmeasure_removed_by_id_4b4077b4_fk_organisat FOREIGN KEY (removed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskmeasure
    ADD CONSTRAINT risks_riskmeasure_risk_id_653a1f44_fk_risks_risk_id FOREIGN KEY (risk_id) REFERENCES public.risks_risk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskplacement
    ADD CONSTRAINT risks_riskplacement_linked_by_id_1a0ba0ae_fk_organisat FOREIGN KEY (linked_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskplacement
    ADD CONSTRAINT risks_riskplacement_placement_id_cc5c799e_fk_requireme FOREIGN KEY (placement_id) REFERENCES public.requirements_placement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskplacement
    ADD CONSTRAINT risks_riskplacement_removed_by_id_f6e5b53a_fk_organisat FOREIGN KEY (removed_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskplacement
    ADD CONSTRAINT risks_riskplacement_risk_id_58ada5cc_fk_risks_risk_id FOREIGN KEY (risk_id) REFERENCES public.risks_risk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskstep
    ADD CONSTRAINT risks_riskstep_by_id_d8f787e8_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_riskstep
    ADD CONSTRAINT risks_riskstep_risk_id_a6a5a041_fk_risks_risk_id FOREIGN KEY (risk_id) REFERENCES public.risks_risk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_snapshot
    ADD CONSTRAINT risks_snapshot_before_id_26fb8f9e_fk_risks_snapshot_id FOREIGN KEY (before_id) REFERENCES public.risks_snapshot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_snapshot
    ADD CONSTRAINT risks_snapshot_taken_by_id_5bd5320e_fk_organisation_person_id FOREIGN KEY (taken_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_snapshot
    ADD CONSTRAINT risks_snapshot_trust_id_fe1f169b_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.risks_snapshot
    ADD CONSTRAINT risks_snapshot_unit_id_ee33ae80_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_addendum
    ADD CONSTRAINT serious_addendum_by_id_f6fe5758_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_addendum
    ADD CONSTRAINT serious_addendum_event_id_06b2930a_fk_serious_event_id FOREIGN KEY (event_id) REFERENCES public.serious_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_addendum
    ADD CONSTRAINT serious_addendum_report_id_32161ea3_fk_serious_report_id FOREIGN KEY (report_id) REFERENCES public.serious_report(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_answers
    ADD CONSTRAINT serious_answers_by_id_e7f2c929_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_answers
    ADD CONSTRAINT serious_answers_event_id_de5fff82_fk_serious_event_id FOREIGN KEY (event_id) REFERENCES public.serious_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_call
    ADD CONSTRAINT serious_call_event_id_f652111d_fk_serious_event_id FOREIGN KEY (event_id) REFERENCES public.serious_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_call
    ADD CONSTRAINT serious_call_person_id_ad4cfc29_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_call
    ADD CONSTRAINT serious_call_rota_id_8c23c956_fk_serious_rota_id FOREIGN KEY (rota_id) REFERENCES public.serious_rota(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_call
    ADD CONSTRAINT serious_call_trust_id_83b10f66_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_entry
    ADD CONSTRAINT serious_entry_by_id_7ecd149d_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_entry
    ADD CONSTRAINT serious_entry_corrects_id_df3f619f_fk_serious_entry_id FOREIGN KEY (corrects_id) REFERENCES public.serious_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_entry
    ADD CONSTRAINT serious_entry_event_id_0552799a_fk_serious_event_id FOREIGN KEY (event_id) REFERENCES public.serious_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_entry
    ADD CONSTRAINT serious_entry_trust_id_5c294493_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_event
    ADD CONSTRAINT serious_event_incident_id_95b1330b_fk_incidents_incident_id FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_event
    ADD CONSTRAINT serious_event_opened_by_id_f5b4bc7a_fk_organisation_person_id FOREIGN KEY (opened_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_event
    ADD CONSTRAINT serious_event_trust_id_5fa24055_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_eventstep
    ADD CONSTRAINT serious_eventstep_by_id_b90418db_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_eventstep
    ADD CONSTRAINT serious_eventstep_event_id_c2062302_fk_serious_event_id FOREIGN KEY (event_id) REFERENCES public.serious_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_identityopening
    ADD CONSTRAINT serious_identityopen_by_id_5fe91312_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_identityopening
    ADD CONSTRAINT serious_identityopen_identity_id_329488c9_fk_serious_p FOREIGN KEY (identity_id) REFERENCES public.serious_patientidentity(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_identityopening
    ADD CONSTRAINT serious_identityopening_event_id_c452c015_fk_serious_event_id FOREIGN KEY (event_id) REFERENCES public.serious_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_notice
    ADD CONSTRAINT serious_notice_event_id_dfef728b_fk_serious_event_id FOREIGN KEY (event_id) REFERENCES public.serious_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_notice
    ADD CONSTRAINT serious_notice_obligation_id_37140745_fk_serious_obligation_id FOREIGN KEY (obligation_id) REFERENCES public.serious_obligation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_notice
    ADD CONSTRAINT serious_notice_sent_by_id_91be4f3a_fk_organisation_person_id FOREIGN KEY (sent_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_notice
    ADD CONSTRAINT serious_notice_trust_id_2726fb51_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_obligation
    ADD CONSTRAINT serious_obligation_event_id_11db50a6_fk_serious_event_id FOREIGN KEY (event_id) REFERENCES public.serious_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_obligation
    ADD CONSTRAINT serious_obligation_judged_by_id_83f803c3_fk_organisat FOREIGN KEY (judged_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_obligation
    ADD CONSTRAINT serious_obligation_judged_with_id_d87f219c_fk_serious_a FOREIGN KEY (judged_with_id) REFERENCES public.serious_answers(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_obligation
    ADD CONSTRAINT serious_obligation_trust_id_8b85d3d9_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_patientidentity
    ADD CONSTRAINT serious_patientident_by_id_57e1bcc8_fk_organisat FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_patientidentity
    ADD CONSTRAINT serious_patientident_deleted_by_id_6cbde3a1_fk_organisat FOREIGN KEY (deleted_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_patientidentity
    ADD CONSTRAINT serious_patientident_replaces_id_520ea550_fk_serious_p FOREIGN KEY (replaces_id) REFERENCES public.serious_patientidentity(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_patientidentity
    ADD CONSTRAINT serious_patientident_trust_id_56c68837_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_patientidentity
    ADD CONSTRAINT serious_patientidentity_event_id_bc970e69_fk_serious_event_id FOREIGN KEY (event_id) REFERENCES public.serious_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_report
    ADD CONSTRAINT serious_report_by_id_024209eb_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_report
    ADD CONSTRAINT serious_report_event_id_266dc800_fk_serious_event_id FOREIGN KEY (event_id) REFERENCES public.serious_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_report
    ADD CONSTRAINT serious_report_trust_id_d0eeafec_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_rota
    ADD CONSTRAINT serious_rota_by_id_757a25f2_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_rota
    ADD CONSTRAINT serious_rota_ended_by_id_448d0def_fk_organisation_person_id FOREIGN KEY (ended_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_rota
    ADD CONSTRAINT serious_rota_trust_id_abed83f1_fk_organisation_unit_id FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_rota
    ADD CONSTRAINT serious_rota_unit_id_c0d2a279_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_shift
    ADD CONSTRAINT serious_shift_by_id_a767f0a5_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_shift
    ADD CONSTRAINT serious_shift_person_id_725af911_fk_organisation_person_id FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.serious_shift
    ADD CONSTRAINT serious_shift_rota_id_7d3ef117_fk_serious_rota_id FOREIGN KEY (rota_id) REFERENCES public.serious_rota(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.styrk_messages_message
    ADD CONSTRAINT styrk_messages_messa_recipient_id_e77a9b37_fk_organisat FOREIGN KEY (recipient_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.subscriptions_copy
    ADD CONSTRAINT subscriptions_copy_incident_id_a8d50457_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.subscriptions_copy
    ADD CONSTRAINT subscriptions_copy_subscription_id_aabe37e1_fk_subscript FOREIGN KEY (subscription_id) REFERENCES public.subscriptions_subscription(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.subscriptions_subscription
    ADD CONSTRAINT subscriptions_subscr_begun_by_id_f5a01d1c_fk_organisat FOREIGN KEY (begun_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.subscriptions_subscription
    ADD CONSTRAINT subscriptions_subscr_code_id_36624e00_fk_classific FOREIGN KEY (code_id) REFERENCES public.classification_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.subscriptions_subscription
    ADD CONSTRAINT subscriptions_subscr_ended_by_id_2712455e_fk_organisat FOREIGN KEY (ended_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.subscriptions_subscription
    ADD CONSTRAINT subscriptions_subscr_person_id_6bad8d2c_fk_organisat FOREIGN KEY (person_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.subscriptions_subscription
    ADD CONSTRAINT subscriptions_subscr_trust_id_a5d067be_fk_organisat FOREIGN KEY (trust_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.subscriptions_subscription
    ADD CONSTRAINT subscriptions_subscr_unit_id_b0f32455_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_addendum
    ADD CONSTRAINT yearly_addendum_by_id_54efa6a3_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_addendum
    ADD CONSTRAINT yearly_addendum_report_id_ac7b99ef_fk_yearly_yearlyreport_id FOREIGN KEY (report_id) REFERENCES public.yearly_yearlyreport(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_followup
    ADD CONSTRAINT yearly_followup_owner_id_e0887ec6_fk_organisation_person_id FOREIGN KEY (owner_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_followup
    ADD CONSTRAINT yearly_followup_told_by_id_ae5588d3_fk_organisation_person_id FOREIGN KEY (told_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_followup
    ADD CONSTRAINT yearly_followup_treatment_id_552726fa_fk_yearly_treatment_id FOREIGN KEY (treatment_id) REFERENCES public.yearly_treatment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_partwords
    ADD CONSTRAINT yearly_partwords_by_id_6be04f5c_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_partwords
    ADD CONSTRAINT yearly_partwords_report_id_e7de0bd4_fk_yearly_yearlyreport_id FOREIGN KEY (report_id) REFERENCES public.yearly_yearlyreport(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_treatment
    ADD CONSTRAINT yearly_treatment_by_id_4ce1aa0e_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_treatment
    ADD CONSTRAINT yearly_treatment_report_id_048d487f_fk_yearly_yearlyreport_id FOREIGN KEY (report_id) REFERENCES public.yearly_yearlyreport(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_yearlyreport
    ADD CONSTRAINT yearly_yearlyreport_begun_by_id_b374e175_fk_organisat FOREIGN KEY (begun_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_yearlyreport
    ADD CONSTRAINT yearly_yearlyreport_follows_id_73e02d43_fk_yearly_ye FOREIGN KEY (follows_id) REFERENCES public.yearly_yearlyreport(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_yearlyreport
    ADD CONSTRAINT yearly_yearlyreport_gathered_by_id_83903693_fk_organisat FOREIGN KEY (gathered_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_yearlyreport
    ADD CONSTRAINT yearly_yearlyreport_sent_by_id_89e08a35_fk_organisat FOREIGN KEY (sent_by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_yearlyreport
    ADD CONSTRAINT yearly_yearlyreport_unit_id_d1ac2b99_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_yearlystep
    ADD CONSTRAINT yearly_yearlystep_by_id_c5685290_fk_organisation_person_id FOREIGN KEY (by_id) REFERENCES public.organisation_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.yearly_yearlystep
    ADD CONSTRAINT yearly_yearlystep_report_id_3ed674a0_fk_yearly_yearlyreport_id FOREIGN KEY (report_id) REFERENCES public.yearly_yearlyreport(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE public.access_draft ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.access_grant ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.access_guest ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.access_preview ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.access_sent ENABLE ROW LEVEL SECURITY;

CREATE POLICY action ON public.trail_entry FOR SELECT USING (((subject = 'action'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.actions_seen(subject_id))));

ALTER TABLE public.actions_action ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.actions_actionstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.actions_effectreview ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.actions_objection ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.actions_recusal ENABLE ROW LEVEL SECURITY;

CREATE POLICY annual ON public.trail_entry FOR SELECT USING (((subject = 'annual_report'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY appraisal ON public.trail_entry FOR SELECT USING (((subject = 'appraisal'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY appraisal_extension ON public.trail_entry FOR SELECT USING (((subject = 'appraisal_extension'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY audit ON public.access_guest FOR SELECT USING (((kind = 'audit'::text) AND public.inspections_seen(record_id)));

CREATE POLICY audit ON public.trail_entry FOR SELECT USING (((subject = 'audit'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_seen(subject_id))));

CREATE POLICY audit_change ON public.access_guest FOR UPDATE USING (((kind = 'audit'::text) AND public.inspections_seen(record_id))) WITH CHECK (true);

CREATE POLICY auditplan ON public.trail_entry FOR SELECT USING (((subject = 'auditplan'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY board ON public.trail_entry FOR SELECT USING (((subject = 'board'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY change ON public.access_draft FOR UPDATE USING (((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text))) WITH CHECK (true);

CREATE POLICY change ON public.access_grant FOR UPDATE USING (((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (granted_by_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR ((role = ''::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)) OR ((role = 'board_chair'::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts_chair'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)) OR ((role = 'whistleblowing'::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts_reception'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)) OR ((role = 'quality_committee'::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts_committee'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)))) WITH CHECK (true);

CREATE POLICY change ON public.access_guest FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (invited_by_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")))) WITH CHECK (true);

CREATE POLICY change ON public.access_preview FOR UPDATE USING ((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK (true);

CREATE POLICY change ON public.access_sent FOR UPDATE USING (false) WITH CHECK (true);

CREATE POLICY change ON public.actions_action FOR UPDATE USING (((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_action'::text, true), ''::text))::int8multirange AS "nullif"),
CASE
    WHEN closed THEN (0)::bigint
    ELSE unit_id
END) OR (owner_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (id IN ( SELECT public.access_granted('action'::text, '{}'::text[]) AS access_granted))) AND (NOT (id IN ( SELECT public.actions_recused() AS actions_recused))))) WITH CHECK (true);

CREATE POLICY change ON public.actions_actionstep FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.actions_seen(action_id))) WITH CHECK (true);

CREATE POLICY change ON public.actions_effectreview FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.actions_seen(action_id))) WITH CHECK (true);

CREATE POLICY change ON public.actions_objection FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (subject <> 'action'::text) OR public.actions_seen(action_id) OR (asked_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (said_by_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")))) WITH CHECK (true);

CREATE POLICY change ON public.actions_recusal FOR UPDATE USING ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)) WITH CHECK (true);

CREATE POLICY change ON public.classification_incidentcode FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id))) WITH CHECK (true);

CREATE POLICY change ON public.committee_advice FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.committee_case_seen(case_id))) WITH CHECK (true);

CREATE POLICY change ON public.committee_adviceaction FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.committee_advice_seen(advice_id))) WITH CHECK (true);

CREATE POLICY change ON public.committee_committeecase FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id))) WITH CHECK (true);

CREATE POLICY change ON public.compliance_lookwords FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_risk'::text, true), ''::text))::int8multirange AS "nullif"), unit_id) OR ((kind <> 'risk'::text) AND (( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif") IS NOT NULL)))) WITH CHECK (true);

CREATE POLICY change ON public.feedback_receipt FOR UPDATE USING ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)) WITH CHECK (true);

CREATE POLICY change ON public.feedback_voice FOR UPDATE USING ((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_voice'::text, true), ''::text))::int8multirange AS "nullif"),
CASE
    WHEN past_line THEN (0)::bigint
    ELSE held_by_id
END) OR (id IN ( SELECT public.access_granted('voice'::text, '{}'::text[]) AS access_granted)) OR (past_line AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts_chair'::text, true), ''::text))::int8multirange AS "nullif"), held_by_id)))) WITH CHECK (true);

CREATE POLICY change ON public.feedback_voiceaction FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.feedback_seen(voice_id))) WITH CHECK (true);

CREATE POLICY change ON public.feedback_voicestep FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.feedback_seen(voice_id))) WITH CHECK (true);

CREATE POLICY change ON public.incidents_attachment FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_part_seen(incident_id))) WITH CHECK (true);

CREATE POLICY change ON public.incidents_incident FOR UPDATE USING (((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_incident'::text, true), ''::text))::int8multirange AS "nullif"),
CASE
    WHEN past_line THEN (0)::bigint
    ELSE responsible_unit_id
END) OR (id IN ( SELECT public.access_granted('incident'::text, '{case}'::text[]) AS access_granted))) AND (NOT (id IN ( SELECT public.incidents_recused() AS incidents_recused))))) WITH CHECK (true);

CREATE POLICY change ON public.incidents_incidentaction FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id))) WITH CHECK (true);

CREATE POLICY change ON public.incidents_incidentanalysis FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id))) WITH CHECK (true);

CREATE POLICY change ON public.incidents_incidentrisk FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id))) WITH CHECK (true);

CREATE POLICY change ON public.incidents_incidentstep FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id) OR (for_reporter AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_part_seen(incident_id))))) WITH CHECK (true);

CREATE POLICY change ON public.incidents_recusal FOR UPDATE USING ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)) WITH CHECK (true);

CREATE POLICY change ON public.incidents_reporter FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR public.incidents_reporter_seen(incident_id))) WITH CHECK (true);

CREATE POLICY change ON public.incidents_statement FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id) OR (multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts'::text, true), ''::text))::int8multirange AS "nullif"), unit_id) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_part_seen(incident_id))))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_audit FOR UPDATE USING ((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_inspection'::text, true), ''::text))::int8multirange AS "nullif"), unit_id) OR (leader_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR public.inspections_reaches(id))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_auditcriterion FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_seen(audit_id))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_auditmember FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_seen(audit_id))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_auditstep FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_seen(audit_id))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_auditunit FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_seen(audit_id))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_document FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR
CASE
    WHEN (finding_id IS NULL) THEN public.inspections_seen(audit_id)
    ELSE public.inspections_finding_seen(finding_id)
END)) WITH CHECK (true);

CREATE POLICY change ON public.inspections_finding FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_findings_seen(audit_id))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_findingaction FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_finding_seen(finding_id))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_findingstep FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_finding_seen(finding_id))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_lesson FOR UPDATE USING ((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_inspection'::text, true), ''::text))::int8multirange AS "nullif"), unit_id) OR (shared_by_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR public.inspections_lesson_asked(id))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_lessonaction FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_question_seen(question_id))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_lessonquestion FOR UPDATE USING (multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_inspection'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)) WITH CHECK (true);

CREATE POLICY change ON public.inspections_lessonstep FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_question_seen(question_id))) WITH CHECK (true);

CREATE POLICY change ON public.inspections_lessonwithdrawal FOR UPDATE USING (public.inspections_lesson_seen(lesson_id)) WITH CHECK (true);

CREATE POLICY change ON public.inspections_treatment FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_seen(audit_id))) WITH CHECK (true);

CREATE POLICY change ON public.intervention_signal FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR ((state <> 'locked'::text) AND ((leader_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR ((above_role = 'leader'::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts'::text, true), ''::text))::int8multirange AS "nullif"), above_id)) OR ((above_role = 'board_chair'::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts_chair'::text, true), ''::text))::int8multirange AS "nullif"), above_id)))))) WITH CHECK (true);

CREATE POLICY change ON public.intervention_signalstep FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.intervention_seen(signal_id))) WITH CHECK (true);

CREATE POLICY change ON public.patterns_dismissal FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_incident'::text, true), ''::text))::int8multirange AS "nullif"), unit_id))) WITH CHECK (true);

CREATE POLICY change ON public.patterns_groupmember FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (public.patterns_seen(group_id) AND public.incidents_case_seen(incident_id)))) WITH CHECK (true);

CREATE POLICY change ON public.patterns_groupstep FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_seen(group_id))) WITH CHECK (true);

CREATE POLICY change ON public.patterns_incidentgroup FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_incident'::text, true), ''::text))::int8multirange AS "nullif"), unit_id))) WITH CHECK (true);

CREATE POLICY change ON public.patterns_raising FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_seen(group_id))) WITH CHECK (true);

CREATE POLICY change ON public.patterns_theme FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (owner_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (unit_id IN ( SELECT public.patterns_line() AS patterns_line)))) WITH CHECK (true);

CREATE POLICY change ON public.patterns_themeaction FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_theme_seen(theme_id))) WITH CHECK (true);

CREATE POLICY change ON public.patterns_thememember FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (public.patterns_theme_seen(theme_id) AND public.incidents_case_seen(incident_id)))) WITH CHECK (true);

CREATE POLICY change ON public.patterns_themereview FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_theme_seen(theme_id))) WITH CHECK (true);

CREATE POLICY change ON public.patterns_themestep FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_theme_seen(theme_id))) WITH CHECK (true);

CREATE POLICY change ON public.products_incidentproduct FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id))) WITH CHECK (true);

CREATE POLICY change ON public.risks_acceptance FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id))) WITH CHECK (true);

CREATE POLICY change ON public.risks_proposal FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts'::text, true), ''::text))::int8multirange AS "nullif"), to_unit_id) OR public.risks_seen(into_id))) WITH CHECK (true);

CREATE POLICY change ON public.risks_rating FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id))) WITH CHECK (true);

CREATE POLICY change ON public.risks_risk FOR UPDATE USING ((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_risk'::text, true), ''::text))::int8multirange AS "nullif"), unit_id) OR (owner_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (id IN ( SELECT public.access_granted('risk'::text, '{}'::text[]) AS access_granted)))) WITH CHECK (true);

CREATE POLICY change ON public.risks_riskaction FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id))) WITH CHECK (true);

CREATE POLICY change ON public.risks_riskgoal FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id))) WITH CHECK (true);

CREATE POLICY change ON public.risks_riskmeasure FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id))) WITH CHECK (true);

CREATE POLICY change ON public.risks_riskplacement FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id))) WITH CHECK (true);

CREATE POLICY change ON public.risks_riskstep FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id))) WITH CHECK (true);

CREATE POLICY change ON public.risks_snapshot FOR UPDATE USING (multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_risk'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)) WITH CHECK (true);

CREATE POLICY change ON public.serious_addendum FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_answers FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_call FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_entry FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_event FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_eventstep FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_identityopening FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_notice FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_obligation FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_patientidentity FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_report FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_rota FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_incident'::text, true), ''::text))::int8multirange AS "nullif"), unit_id))) WITH CHECK (true);

CREATE POLICY change ON public.serious_shift FOR UPDATE USING ((rota_id IN ( SELECT r.id
   FROM public.serious_rota r))) WITH CHECK (true);

CREATE POLICY change ON public.styrk_messages_message FOR UPDATE USING (((recipient_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text))) WITH CHECK (true);

CREATE POLICY change ON public.subscriptions_copy FOR UPDATE USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id))) WITH CHECK (true);

ALTER TABLE public.classification_incidentcode ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.committee_advice ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.committee_adviceaction ENABLE ROW LEVEL SECURITY;

CREATE POLICY committee_case ON public.trail_entry FOR SELECT USING (((subject = 'committee_case'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.committee_case_seen(subject_id))));

ALTER TABLE public.committee_committeecase ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.compliance_lookwords ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.feedback_receipt ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.feedback_voice ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.feedback_voiceaction ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.feedback_voicestep ENABLE ROW LEVEL SECURITY;

CREATE POLICY finding ON public.trail_entry FOR SELECT USING (((subject = 'finding'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_finding_seen(subject_id))));

CREATE POLICY fitting ON public.trail_entry FOR SELECT USING (((subject = ANY (ARRAY['fitting'::text, 'look'::text])) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY goal ON public.trail_entry FOR SELECT USING (((subject = 'goal'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY guest ON public.inspections_audit FOR SELECT USING ((id = ( SELECT public.access_guest_record('audit'::text) AS access_guest_record)));

CREATE POLICY guest ON public.inspections_auditcriterion FOR SELECT USING ((audit_id = ( SELECT public.access_guest_record('audit'::text) AS access_guest_record)));

CREATE POLICY guest ON public.inspections_auditstep FOR SELECT USING (((audit_id = ( SELECT public.access_guest_record('audit'::text) AS access_guest_record)) AND (act = 'comment'::text)));

CREATE POLICY guest ON public.inspections_auditunit FOR SELECT USING ((audit_id = ( SELECT public.access_guest_record('audit'::text) AS access_guest_record)));

CREATE POLICY guest ON public.inspections_document FOR SELECT USING (((audit_id = ( SELECT public.access_guest_record('audit'::text) AS access_guest_record)) AND ((finding_id IS NULL) OR (finding_id IN ( SELECT f.id
   FROM public.inspections_finding f)))));

CREATE POLICY guest ON public.inspections_finding FOR SELECT USING (((audit_id = ( SELECT public.access_guest_record('audit'::text) AS access_guest_record)) AND ( SELECT public.inspections_guest_is_told() AS inspections_guest_is_told)));

CREATE POLICY incident ON public.trail_entry FOR SELECT USING (((subject = 'incident'::text) AND (act <> 'incident.report'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(subject_id))));

CREATE POLICY incident ON public.trail_reading FOR SELECT USING (((subject = 'incident'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(subject_id))));

CREATE POLICY incident_group ON public.trail_entry FOR SELECT USING (((subject = 'incident_group'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_seen(subject_id))));

CREATE POLICY incident_group_dismissed ON public.trail_entry FOR SELECT USING (((subject = 'incident_group_dismissed'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_dismissal_seen(subject_id))));

ALTER TABLE public.incidents_attachment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.incidents_incident ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.incidents_incidentaction ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.incidents_incidentanalysis ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.incidents_incidentrisk ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.incidents_incidentstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.incidents_recusal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.incidents_reporter ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.incidents_savedsearch ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.incidents_statement ENABLE ROW LEVEL SECURITY;

CREATE POLICY indicator ON public.trail_entry FOR SELECT USING (((subject = 'indicator'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY inspected ON public.trail_reading FOR SELECT USING (((subject = 'inspected'::text) AND public.inspections_seen(subject_id)));

ALTER TABLE public.inspections_audit ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_auditcriterion ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_auditmember ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_auditstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_auditunit ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_document ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_finding ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_findingaction ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_findingstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_lesson ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_lessonaction ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_lessonquestion ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_lessonstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_lessonwithdrawal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inspections_treatment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intervention_signal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intervention_signalstep ENABLE ROW LEVEL SECURITY;

CREATE POLICY lesson ON public.trail_entry FOR SELECT USING (((subject = 'lesson'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_lesson_seen(subject_id))));

CREATE POLICY lesson_question ON public.trail_entry FOR SELECT USING (((subject = 'lesson_question'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_question_seen(subject_id))));

CREATE POLICY organisation ON public.trail_entry FOR SELECT USING (((subject = ANY (ARRAY['unit'::text, 'person'::text])) AND (( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif") IS NOT NULL)));

CREATE POLICY own ON public.incidents_savedsearch USING ((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")));

CREATE POLICY own ON public.trail_entry FOR SELECT USING ((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")));

CREATE POLICY own ON public.trail_reading FOR SELECT USING ((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")));

ALTER TABLE public.patterns_dismissal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.patterns_groupmember ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.patterns_groupstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.patterns_incidentgroup ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.patterns_raising ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.patterns_theme ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.patterns_themeaction ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.patterns_thememember ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.patterns_themereview ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.patterns_themestep ENABLE ROW LEVEL SECURITY;

CREATE POLICY plan ON public.trail_entry FOR SELECT USING (((subject = 'plan'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY point ON public.trail_entry FOR SELECT USING (((subject = 'point'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

ALTER TABLE public.products_incidentproduct ENABLE ROW LEVEL SECURITY;

CREATE POLICY report ON public.trail_entry FOR SELECT USING (((subject = 'report'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY reported ON public.trail_entry FOR SELECT USING (((subject = 'incident'::text) AND (act = 'incident.report'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_reporter_seen(subject_id))));

CREATE POLICY requirements ON public.trail_entry FOR SELECT USING (((subject = ANY (ARRAY['source'::text, 'edition'::text, 'requirement'::text])) OR ((subject = 'placement'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text))));

CREATE POLICY risk ON public.trail_entry FOR SELECT USING (((subject = 'risk'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(subject_id))));

CREATE POLICY risk_matrix ON public.trail_entry FOR SELECT USING (((subject = 'risk_matrix'::text) AND (( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif") IS NOT NULL)));

CREATE POLICY risk_picture ON public.trail_entry FOR SELECT USING (((subject = 'risk_picture'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_picture_seen(subject_id))));

ALTER TABLE public.risks_acceptance ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.risks_proposal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.risks_rating ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.risks_risk ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.risks_riskaction ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.risks_riskgoal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.risks_riskmeasure ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.risks_riskplacement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.risks_riskstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.risks_snapshot ENABLE ROW LEVEL SECURITY;

CREATE POLICY rota ON public.trail_entry FOR SELECT USING (((subject = 'rota'::text) AND (subject_id IN ( SELECT r.id
   FROM public.serious_rota r))));

CREATE POLICY see ON public.access_draft FOR SELECT USING (((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY see ON public.access_grant FOR SELECT USING (((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (granted_by_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR ((role = ''::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)) OR ((role = 'board_chair'::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts_chair'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)) OR ((role = 'whistleblowing'::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts_reception'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)) OR ((role = 'quality_committee'::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts_committee'::text, true), ''::text))::int8multirange AS "nullif"), unit_id))));

CREATE POLICY see ON public.access_guest FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (invited_by_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (id = ( SELECT (split_part(NULLIF(current_setting('styrk.guest'::text, true), ''::text), ' '::text, 1))::bigint AS split_part))));

CREATE POLICY see ON public.access_preview FOR SELECT USING (((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY see ON public.access_sent FOR SELECT USING (((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY see ON public.actions_action FOR SELECT USING (((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_action'::text, true), ''::text))::int8multirange AS "nullif"),
CASE
    WHEN closed THEN (0)::bigint
    ELSE unit_id
END) OR (owner_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (id IN ( SELECT public.access_granted('action'::text, '{}'::text[]) AS access_granted))) AND (NOT (id IN ( SELECT public.actions_recused() AS actions_recused)))));

CREATE POLICY see ON public.actions_actionstep FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.actions_seen(action_id)));

CREATE POLICY see ON public.actions_effectreview FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.actions_seen(action_id)));

CREATE POLICY see ON public.actions_objection FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (subject <> 'action'::text) OR public.actions_seen(action_id) OR (asked_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (said_by_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif"))));

CREATE POLICY see ON public.actions_recusal FOR SELECT USING ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text));

CREATE POLICY see ON public.classification_incidentcode FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY see ON public.committee_advice FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.committee_case_seen(case_id)));

CREATE POLICY see ON public.committee_adviceaction FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.committee_advice_seen(advice_id)));

CREATE POLICY see ON public.committee_committeecase FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY see ON public.compliance_lookwords FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_risk'::text, true), ''::text))::int8multirange AS "nullif"), unit_id) OR ((kind <> 'risk'::text) AND (( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif") IS NOT NULL))));

CREATE POLICY see ON public.feedback_receipt FOR SELECT USING ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text));

CREATE POLICY see ON public.feedback_voice FOR SELECT USING ((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_voice'::text, true), ''::text))::int8multirange AS "nullif"),
CASE
    WHEN past_line THEN (0)::bigint
    ELSE held_by_id
END) OR (id IN ( SELECT public.access_granted('voice'::text, '{}'::text[]) AS access_granted)) OR (past_line AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts_chair'::text, true), ''::text))::int8multirange AS "nullif"), held_by_id))));

CREATE POLICY see ON public.feedback_voiceaction FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.feedback_seen(voice_id)));

CREATE POLICY see ON public.feedback_voicestep FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.feedback_seen(voice_id)));

CREATE POLICY see ON public.incidents_attachment FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_part_seen(incident_id)));

CREATE POLICY see ON public.incidents_incident FOR SELECT USING ((((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_incident'::text, true), ''::text))::int8multirange AS "nullif"),
CASE
    WHEN past_line THEN (0)::bigint
    ELSE responsible_unit_id
END) OR (id IN ( SELECT public.access_granted('incident'::text, '{case,reading,statement}'::text[]) AS access_granted))) AND (NOT (id IN ( SELECT public.incidents_recused() AS incidents_recused)))) OR (id IN ( SELECT public.access_granted('incident'::text, '{report}'::text[]) AS access_granted))));

CREATE POLICY see ON public.incidents_incidentaction FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY see ON public.incidents_incidentanalysis FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY see ON public.incidents_incidentrisk FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY see ON public.incidents_incidentstep FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id) OR (for_reporter AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_part_seen(incident_id)))));

CREATE POLICY see ON public.incidents_recusal FOR SELECT USING ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text));

CREATE POLICY see ON public.incidents_reporter FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR public.incidents_reporter_seen(incident_id)));

CREATE POLICY see ON public.incidents_statement FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id) OR (multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts'::text, true), ''::text))::int8multirange AS "nullif"), unit_id) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_part_seen(incident_id)))));

CREATE POLICY see ON public.inspections_audit FOR SELECT USING ((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_inspection'::text, true), ''::text))::int8multirange AS "nullif"), unit_id) OR (leader_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR public.inspections_reaches(id)));

CREATE POLICY see ON public.inspections_auditcriterion FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_seen(audit_id)));

CREATE POLICY see ON public.inspections_auditmember FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_seen(audit_id)));

CREATE POLICY see ON public.inspections_auditstep FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_seen(audit_id)));

CREATE POLICY see ON public.inspections_auditunit FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_seen(audit_id)));

CREATE POLICY see ON public.inspections_document FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR
CASE
    WHEN (finding_id IS NULL) THEN public.inspections_seen(audit_id)
    ELSE public.inspections_finding_seen(finding_id)
END));

CREATE POLICY see ON public.inspections_finding FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_findings_seen(audit_id)));

CREATE POLICY see ON public.inspections_findingaction FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_finding_seen(finding_id)));

CREATE POLICY see ON public.inspections_findingstep FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_finding_seen(finding_id)));

CREATE POLICY see ON public.inspections_lesson FOR SELECT USING ((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_inspection'::text, true), ''::text))::int8multirange AS "nullif"), unit_id) OR (shared_by_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR public.inspections_lesson_asked(id)));

CREATE POLICY see ON public.inspections_lessonaction FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_question_seen(question_id)));

CREATE POLICY see ON public.inspections_lessonquestion FOR SELECT USING (multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_inspection'::text, true), ''::text))::int8multirange AS "nullif"), unit_id));

CREATE POLICY see ON public.inspections_lessonstep FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_question_seen(question_id)));

CREATE POLICY see ON public.inspections_lessonwithdrawal FOR SELECT USING (public.inspections_lesson_seen(lesson_id));

CREATE POLICY see ON public.inspections_treatment FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.inspections_seen(audit_id)));

CREATE POLICY see ON public.intervention_signal FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR ((state <> 'locked'::text) AND ((leader_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR ((above_role = 'leader'::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts'::text, true), ''::text))::int8multirange AS "nullif"), above_id)) OR ((above_role = 'board_chair'::text) AND multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts_chair'::text, true), ''::text))::int8multirange AS "nullif"), above_id))))));

CREATE POLICY see ON public.intervention_signalstep FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.intervention_seen(signal_id)));

CREATE POLICY see ON public.patterns_dismissal FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_incident'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)));

CREATE POLICY see ON public.patterns_groupmember FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (public.patterns_seen(group_id) AND public.incidents_case_seen(incident_id))));

CREATE POLICY see ON public.patterns_groupstep FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_seen(group_id)));

CREATE POLICY see ON public.patterns_incidentgroup FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_incident'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)));

CREATE POLICY see ON public.patterns_raising FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_seen(group_id)));

CREATE POLICY see ON public.patterns_theme FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (owner_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (unit_id IN ( SELECT public.patterns_line() AS patterns_line))));

CREATE POLICY see ON public.patterns_themeaction FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_theme_seen(theme_id)));

CREATE POLICY see ON public.patterns_thememember FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (public.patterns_theme_seen(theme_id) AND public.incidents_case_seen(incident_id))));

CREATE POLICY see ON public.patterns_themereview FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_theme_seen(theme_id)));

CREATE POLICY see ON public.patterns_themestep FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_theme_seen(theme_id)));

CREATE POLICY see ON public.products_incidentproduct FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY see ON public.risks_acceptance FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id)));

CREATE POLICY see ON public.risks_proposal FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.posts'::text, true), ''::text))::int8multirange AS "nullif"), to_unit_id) OR public.risks_seen(into_id)));

CREATE POLICY see ON public.risks_rating FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id)));

CREATE POLICY see ON public.risks_risk FOR SELECT USING ((multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_risk'::text, true), ''::text))::int8multirange AS "nullif"), unit_id) OR (owner_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (id IN ( SELECT public.access_granted('risk'::text, '{}'::text[]) AS access_granted))));

CREATE POLICY see ON public.risks_riskaction FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id)));

CREATE POLICY see ON public.risks_riskgoal FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id)));

CREATE POLICY see ON public.risks_riskmeasure FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id)));

CREATE POLICY see ON public.risks_riskplacement FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id)));

CREATE POLICY see ON public.risks_riskstep FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.risks_seen(risk_id)));

CREATE POLICY see ON public.risks_snapshot FOR SELECT USING (multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_risk'::text, true), ''::text))::int8multirange AS "nullif"), unit_id));

CREATE POLICY see ON public.serious_addendum FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY see ON public.serious_answers FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY see ON public.serious_call FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY see ON public.serious_entry FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY see ON public.serious_event FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY see ON public.serious_eventstep FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY see ON public.serious_identityopening FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY see ON public.serious_notice FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY see ON public.serious_obligation FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY see ON public.serious_patientidentity FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY see ON public.serious_report FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY see ON public.serious_rota FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_incident'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)));

CREATE POLICY see ON public.serious_shift FOR SELECT USING ((rota_id IN ( SELECT r.id
   FROM public.serious_rota r)));

CREATE POLICY see ON public.styrk_messages_message FOR SELECT USING (((recipient_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY see ON public.subscriptions_copy FOR SELECT USING (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY see ON public.trail_seal FOR SELECT USING (true);

CREATE POLICY serious ON public.trail_entry FOR SELECT USING (((subject = 'serious'::text) AND public.serious_seen(subject_id)));

ALTER TABLE public.serious_addendum ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_answers ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_call ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_eventstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_identityopening ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_notice ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_obligation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_patientidentity ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_report ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_rota ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.serious_shift ENABLE ROW LEVEL SECURITY;

CREATE POLICY signal ON public.trail_entry FOR SELECT USING (((subject = 'signal'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.intervention_seen(subject_id))));

CREATE POLICY signal ON public.trail_reading FOR SELECT USING (((subject = 'signal'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.intervention_seen(subject_id))));

CREATE POLICY signal_rule ON public.trail_entry FOR SELECT USING (((subject = 'signal_rule'::text) AND (( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif") IS NOT NULL)));

ALTER TABLE public.styrk_messages_message ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.subscriptions_copy ENABLE ROW LEVEL SECURITY;

CREATE POLICY theme ON public.trail_entry FOR SELECT USING (((subject = 'theme'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_theme_seen(subject_id))));

CREATE POLICY throw ON public.access_draft FOR DELETE USING (((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

CREATE POLICY throw ON public.access_preview FOR DELETE USING ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text));

CREATE POLICY throw ON public.access_sent FOR DELETE USING ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text));

ALTER TABLE public.trail_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.trail_reading ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.trail_seal ENABLE ROW LEVEL SECURITY;

CREATE POLICY voice ON public.trail_entry FOR SELECT USING (((subject = 'voice'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.feedback_seen(subject_id))));

CREATE POLICY voice ON public.trail_reading FOR SELECT USING (((subject = 'voice'::text) AND ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.feedback_seen(subject_id))));

CREATE POLICY voices ON public.trail_entry FOR SELECT USING (((subject = ANY (ARRAY['voices'::text, 'entrance'::text])) AND (( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif") IS NOT NULL)));

CREATE POLICY write ON public.access_draft FOR INSERT WITH CHECK ((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")));

CREATE POLICY write ON public.access_grant FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.access_guest FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.access_preview FOR INSERT WITH CHECK ((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")));

CREATE POLICY write ON public.access_sent FOR INSERT WITH CHECK ((person_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")));

CREATE POLICY write ON public.actions_action FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.actions_actionstep FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.actions_effectreview FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.actions_objection FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.actions_recusal FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.classification_incidentcode FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY write ON public.committee_advice FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.committee_case_seen(case_id)));

CREATE POLICY write ON public.committee_adviceaction FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.committee_advice_seen(advice_id)));

CREATE POLICY write ON public.committee_committeecase FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY write ON public.compliance_lookwords FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.feedback_receipt FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.feedback_voice FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.feedback_voiceaction FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.feedback_voicestep FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.incidents_attachment FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.incidents_incident FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.incidents_incidentaction FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.incidents_incidentanalysis FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.incidents_incidentrisk FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY write ON public.incidents_incidentstep FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.incidents_recusal FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.incidents_reporter FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.incidents_statement FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_audit FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_auditcriterion FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_auditmember FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_auditstep FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_auditunit FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_document FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_finding FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_findingaction FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_findingstep FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_lesson FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_lessonaction FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_lessonquestion FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_lessonstep FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.inspections_lessonwithdrawal FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.inspections_lesson l
  WHERE ((l.id = inspections_lessonwithdrawal.lesson_id) AND (multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_inspection'::text, true), ''::text))::int8multirange AS "nullif"), l.unit_id) OR (l.shared_by_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")))))));

CREATE POLICY write ON public.inspections_treatment FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.intervention_signal FOR INSERT WITH CHECK ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text));

CREATE POLICY write ON public.intervention_signalstep FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.patterns_dismissal FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_incident'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)));

CREATE POLICY write ON public.patterns_groupmember FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (public.patterns_seen(group_id) AND public.incidents_case_seen(incident_id))));

CREATE POLICY write ON public.patterns_groupstep FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_seen(group_id)));

CREATE POLICY write ON public.patterns_incidentgroup FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_incident'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)));

CREATE POLICY write ON public.patterns_raising FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_seen(group_id)));

CREATE POLICY write ON public.patterns_theme FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (owner_id = ( SELECT (NULLIF(current_setting('styrk.person'::text, true), ''::text))::bigint AS "nullif")) OR (unit_id IN ( SELECT public.patterns_line() AS patterns_line))));

CREATE POLICY write ON public.patterns_themeaction FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_theme_seen(theme_id)));

CREATE POLICY write ON public.patterns_thememember FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR (public.patterns_theme_seen(theme_id) AND public.incidents_case_seen(incident_id))));

CREATE POLICY write ON public.patterns_themereview FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_theme_seen(theme_id)));

CREATE POLICY write ON public.patterns_themestep FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.patterns_theme_seen(theme_id)));

CREATE POLICY write ON public.products_incidentproduct FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY write ON public.risks_acceptance FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.risks_proposal FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.risks_rating FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.risks_risk FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.risks_riskaction FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.risks_riskgoal FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.risks_riskmeasure FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.risks_riskplacement FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.risks_riskstep FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.risks_snapshot FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.serious_addendum FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY write ON public.serious_answers FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY write ON public.serious_call FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY write ON public.serious_entry FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY write ON public.serious_event FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.incidents_case_seen(incident_id)));

CREATE POLICY write ON public.serious_eventstep FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY write ON public.serious_identityopening FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY write ON public.serious_notice FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY write ON public.serious_obligation FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY write ON public.serious_patientidentity FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY write ON public.serious_report FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR public.serious_seen(event_id)));

CREATE POLICY write ON public.serious_rota FOR INSERT WITH CHECK (((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text) OR multirange_contains_elem(( SELECT (NULLIF(current_setting('styrk.units_incident'::text, true), ''::text))::int8multirange AS "nullif"), unit_id)));

CREATE POLICY write ON public.serious_shift FOR INSERT WITH CHECK ((rota_id IN ( SELECT r.id
   FROM public.serious_rota r)));

CREATE POLICY write ON public.styrk_messages_message FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.subscriptions_copy FOR INSERT WITH CHECK ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text));

CREATE POLICY write ON public.trail_entry FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.trail_reading FOR INSERT WITH CHECK (true);

CREATE POLICY write ON public.trail_seal FOR INSERT WITH CHECK ((( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text));

CREATE POLICY yearly ON public.trail_entry FOR SELECT USING (((subject = 'yearly'::text) AND (( SELECT current_setting('styrk.posts'::text, true) AS current_setting) = '{(,)}'::text)));

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.trail_entry TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.access_account TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.access_account_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.access_delivery TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.access_delivery_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.access_draft TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.access_draft_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.access_grant TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.access_grant_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.access_guest TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.access_guest_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.access_preview TO styrk_app;

GRANT UPDATE(names) ON TABLE public.access_preview TO styrk_app;

GRANT UPDATE(contents) ON TABLE public.access_preview TO styrk_app;

GRANT UPDATE(used_at) ON TABLE public.access_preview TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.access_preview_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.access_sent TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.access_sent_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.access_token TO styrk_app;

GRANT UPDATE(last_used_on) ON TABLE public.access_token TO styrk_app;

GRANT UPDATE(ended_at) ON TABLE public.access_token TO styrk_app;

GRANT UPDATE(ended_by_id) ON TABLE public.access_token TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.access_token_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.access_token_units TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.access_token_units_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.actions_action TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.actions_action_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.actions_actionstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.actions_actionstep_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.actions_effectreview TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.actions_effectreview_id_seq TO styrk_app;

GRANT SELECT ON TABLE public.actions_linetally TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.actions_linetally_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.actions_objection TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.actions_objection_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.actions_recusal TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.actions_recusal_id_seq TO styrk_app;

GRANT SELECT ON TABLE public.actions_tally TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.actions_tally_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.appraisal_addendum TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.appraisal_addendum_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.appraisal_appraisal TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.appraisal_appraisal_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.appraisal_appraisalaction TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.appraisal_appraisalaction_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.appraisal_appraisalstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.appraisal_appraisalstep_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.appraisal_extension TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.appraisal_extension_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.appraisal_input TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.appraisal_input_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.appraisal_participant TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.appraisal_participant_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.appraisal_verdict TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.appraisal_verdict_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.auditplan_auditplan TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.auditplan_auditplan_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.auditplan_auditplanstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.auditplan_auditplanstep_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auditplan_linecriterion TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.auditplan_linecriterion_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auditplan_lineunit TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.auditplan_lineunit_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.auditplan_planapproval TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.auditplan_planapproval_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.auditplan_planline TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.auditplan_planline_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.auditplan_recommendation TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.auditplan_recommendation_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.auditplan_wish TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.auditplan_wish_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.axes_accessattempt TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.axes_accessattempt_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.axes_accessattemptexpiration TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.axes_accessfailurelog TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.axes_accessfailurelog_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.axes_accesslog TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.axes_accesslog_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.board_boardquestion TO styrk_app;

GRANT UPDATE(answer) ON TABLE public.board_boardquestion TO styrk_app;

GRANT UPDATE(answered_at) ON TABLE public.board_boardquestion TO styrk_app;

GRANT UPDATE(answered_by_id) ON TABLE public.board_boardquestion TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.board_boardquestion_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.board_decision TO styrk_app;

GRANT UPDATE(told) ON TABLE public.board_decision TO styrk_app;

GRANT UPDATE(told_at) ON TABLE public.board_decision TO styrk_app;

GRANT UPDATE(told_by_id) ON TABLE public.board_decision TO styrk_app;

GRANT UPDATE(corrected_at) ON TABLE public.board_decision TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.board_decision_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.board_decisionaction TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.board_decisionaction_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.board_item TO styrk_app;

GRANT UPDATE(number) ON TABLE public.board_item TO styrk_app;

GRANT UPDATE(title) ON TABLE public.board_item TO styrk_app;

GRANT UPDATE(text) ON TABLE public.board_item TO styrk_app;

GRANT UPDATE(closed) ON TABLE public.board_item TO styrk_app;

GRANT UPDATE(source) ON TABLE public.board_item TO styrk_app;

GRANT UPDATE(source_title) ON TABLE public.board_item TO styrk_app;

GRANT UPDATE(source_path) ON TABLE public.board_item TO styrk_app;

GRANT UPDATE(withdrawn_at) ON TABLE public.board_item TO styrk_app;

GRANT UPDATE(why_withdrawn) ON TABLE public.board_item TO styrk_app;

GRANT UPDATE(withdrawn_by_id) ON TABLE public.board_item TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.board_item_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.board_meeting TO styrk_app;

GRANT UPDATE("on") ON TABLE public.board_meeting TO styrk_app;

GRANT UPDATE(place) ON TABLE public.board_meeting TO styrk_app;

GRANT UPDATE(state) ON TABLE public.board_meeting TO styrk_app;

GRANT UPDATE(held_at) ON TABLE public.board_meeting TO styrk_app;

GRANT UPDATE(held_by_id) ON TABLE public.board_meeting TO styrk_app;

GRANT UPDATE(why_off) ON TABLE public.board_meeting TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.board_meeting_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.board_pack TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.board_pack_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.classification_code TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.classification_code_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.classification_codeaxis TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.classification_codeaxis_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.classification_codescheme TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.classification_codescheme_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.classification_incidentcode TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.classification_incidentcode_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.committee_advice TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.committee_advice_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.committee_adviceaction TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.committee_adviceaction_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.committee_committeecase TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.committee_committeecase_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.compliance_fitting TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.compliance_fitting_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.compliance_judgement TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.compliance_judgement_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.compliance_look TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.compliance_look_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.compliance_lookwords TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.compliance_lookwords_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.compliance_night TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.compliance_night_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.compliance_picture TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.compliance_picture_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.compliance_point TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.compliance_point_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.compliance_practice TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.compliance_practice_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.compliance_rule TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.compliance_rule_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duties_duty TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.duties_duty_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.feedback_change TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_change_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.feedback_entrance TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_entrance_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.feedback_hearing TO styrk_app;

GRANT UPDATE(state) ON TABLE public.feedback_hearing TO styrk_app;

GRANT UPDATE(said) ON TABLE public.feedback_hearing TO styrk_app;

GRANT UPDATE(said_on) ON TABLE public.feedback_hearing TO styrk_app;

GRANT UPDATE(answer) ON TABLE public.feedback_hearing TO styrk_app;

GRANT UPDATE(changed) ON TABLE public.feedback_hearing TO styrk_app;

GRANT UPDATE(answered_at) ON TABLE public.feedback_hearing TO styrk_app;

GRANT UPDATE(answered_by_id) ON TABLE public.feedback_hearing TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_hearing_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.feedback_judgement TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_judgement_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.feedback_knock TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_knock_id_seq TO styrk_app;

GRANT SELECT ON TABLE public.feedback_linetally TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_linetally_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.feedback_receipt TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_receipt_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.feedback_surveyscore TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_surveyscore_id_seq TO styrk_app;

GRANT SELECT ON TABLE public.feedback_tally TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_tally_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.feedback_voice TO styrk_app;

GRANT UPDATE(kind) ON TABLE public.feedback_voice TO styrk_app;

GRANT UPDATE(theme) ON TABLE public.feedback_voice TO styrk_app;

GRANT UPDATE(answer_due) ON TABLE public.feedback_voice TO styrk_app;

GRANT UPDATE(state) ON TABLE public.feedback_voice TO styrk_app;

GRANT UPDATE(meanwhile) ON TABLE public.feedback_voice TO styrk_app;

GRANT UPDATE(answer) ON TABLE public.feedback_voice TO styrk_app;

GRANT UPDATE(answered_at) ON TABLE public.feedback_voice TO styrk_app;

GRANT UPDATE(used) ON TABLE public.feedback_voice TO styrk_app;

GRANT UPDATE(answered_by_id) ON TABLE public.feedback_voice TO styrk_app;

GRANT UPDATE(handler_id) ON TABLE public.feedback_voice TO styrk_app;

GRANT UPDATE(held_by_id) ON TABLE public.feedback_voice TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_voice_id_seq TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_voice_past_line_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.feedback_voiceaction TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_voiceaction_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.feedback_voicestep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.feedback_voicestep_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.goals_goal TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.goals_goal_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.goals_goalaction TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.goals_goalaction_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.goals_goalstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.goals_goalstep_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.incidents_attachment TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_attachment_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.incidents_incident TO styrk_app;

GRANT UPDATE(state) ON TABLE public.incidents_incident TO styrk_app;

GRANT UPDATE(kind) ON TABLE public.incidents_incident TO styrk_app;

GRANT UPDATE(harm_actual) ON TABLE public.incidents_incident TO styrk_app;

GRANT UPDATE(harm_possible) ON TABLE public.incidents_incident TO styrk_app;

GRANT UPDATE(confirmed_at) ON TABLE public.incidents_incident TO styrk_app;

GRANT UPDATE(concluded_at) ON TABLE public.incidents_incident TO styrk_app;

GRANT UPDATE(confirmed_by_id) ON TABLE public.incidents_incident TO styrk_app;

GRANT UPDATE(handler_id) ON TABLE public.incidents_incident TO styrk_app;

GRANT UPDATE(aside_as) ON TABLE public.incidents_incident TO styrk_app;

GRANT UPDATE(same_as_id) ON TABLE public.incidents_incident TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_incident_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_incidentaction TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_incidentaction_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.incidents_incidentanalysis TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_incidentanalysis_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_incidentrisk TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_incidentrisk_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.incidents_incidentstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_incidentstep_id_seq TO styrk_app;

GRANT SELECT ON TABLE public.incidents_linetally TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_linetally_id_seq TO styrk_app;

GRANT SELECT ON TABLE public.incidents_linetheme TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_linetheme_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_recusal TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_recusal_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_reporter TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.incidents_savedsearch TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_savedsearch_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_statement TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_statement_id_seq TO styrk_app;

GRANT SELECT ON TABLE public.incidents_tally TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_tally_id_seq TO styrk_app;

GRANT SELECT ON TABLE public.incidents_theme TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.incidents_theme_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.indicators_actionmeasure TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_actionmeasure_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.indicators_annotation TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_annotation_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.indicators_attestation TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_attestation_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.indicators_batch TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_batch_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.indicators_definition TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_definition_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.indicators_effectanswer TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_effectanswer_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indicators_figure TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_figure_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indicators_given TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indicators_given_many TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.indicators_goalmeasure TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_goalmeasure_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.indicators_indicator TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_indicator_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indicators_judged TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indicators_judged_many TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.indicators_measurement TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_measurement_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.organisation_unitedition TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indicators_place TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indicators_seriesglance TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.indicators_seriesmark TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_seriesmark_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indicators_signal TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_signal_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.indicators_target TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_target_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indicators_touched TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indicators_touched_many TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indicators_watermark TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.indicators_watermark_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.inspections_audit TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_audit_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.inspections_auditcriterion TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_auditcriterion_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.inspections_auditmember TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_auditmember_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.inspections_auditstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_auditstep_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.inspections_auditunit TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_auditunit_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.inspections_document TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_document_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.inspections_finding TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_finding_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.inspections_findingaction TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_findingaction_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.inspections_findingstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_findingstep_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.inspections_lesson TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_lesson_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.inspections_lessonaction TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_lessonaction_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.inspections_lessonquestion TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_lessonquestion_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.inspections_lessonstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_lessonstep_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.inspections_lessonwithdrawal TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_lessonwithdrawal_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.inspections_treatment TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.inspections_treatment_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(state) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(stance) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(answer) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(answered_on) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(lifted_on) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(above_role) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(decide_due) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(decision) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(agreed_due) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(decided_at) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(told_back) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(told_back_on) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(ending) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(ended_on) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(keep_until) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(above_id) ON TABLE public.intervention_signal TO styrk_app;

GRANT UPDATE(decided_by_id) ON TABLE public.intervention_signal TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.intervention_signal_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.intervention_signalstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.intervention_signalstep_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.intervention_switch TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.intervention_switch_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.organisation_appointment TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.organisation_appointment_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.organisation_deputyship TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.organisation_deputyship_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.organisation_person TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.organisation_person_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.organisation_revision TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.organisation_revision_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.organisation_unit TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.organisation_unit_id_seq TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.organisation_unitedition_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.patterns_dismissal TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.patterns_dismissal_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.patterns_groupmember TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.patterns_groupmember_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.patterns_groupstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.patterns_groupstep_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.patterns_incidentgroup TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.patterns_incidentgroup_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.patterns_raising TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.patterns_raising_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.patterns_theme TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.patterns_theme_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.patterns_themeaction TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.patterns_themeaction_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.patterns_thememember TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.patterns_thememember_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.patterns_themereview TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.patterns_themereview_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.patterns_themestep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.patterns_themestep_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.plans_ground TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.plans_ground_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.plans_hearing TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.plans_hearing_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_plan TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.plans_plan_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_planitem TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.plans_planitem_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.plans_planstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.plans_planstep_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_events_id_seq TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_workers_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.products_incidentproduct TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.products_incidentproduct_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.products_product TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.products_product_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.requirements_addendum TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_addendum_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_announcement TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_announcement_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_annualhearing TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_annualhearing_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_annualreport TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_annualreport_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_authority TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_authority_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_edition TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_edition_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_placement TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_placement_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_placementaction TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_placementaction_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.requirements_placementstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_placementstep_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_requirement TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_requirement_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_source TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_source_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.requirements_statusreport TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_statusreport_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_succession TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_succession_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_supervision TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_supervision_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requirements_told TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.requirements_told_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.review_presentation TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.review_presentation_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.review_question TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.review_question_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.review_report TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.review_report_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.review_supplement TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.review_supplement_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.review_version TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.review_version_id_seq TO styrk_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.review_words TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.review_words_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.risks_acceptance TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_acceptance_id_seq TO styrk_app;

GRANT SELECT ON TABLE public.risks_linetally TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_linetally_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.risks_matrix TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_matrix_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.risks_proposal TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_proposal_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.risks_rating TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_rating_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.risks_risk TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_risk_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.risks_riskaction TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_riskaction_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.risks_riskgoal TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_riskgoal_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.risks_riskmeasure TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_riskmeasure_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.risks_riskplacement TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_riskplacement_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.risks_riskstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_riskstep_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.risks_snapshot TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_snapshot_id_seq TO styrk_app;

GRANT SELECT ON TABLE public.risks_tally TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.risks_tally_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_addendum TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_addendum_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_answers TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_answers_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_call TO styrk_app;

GRANT UPDATE(answered_at) ON TABLE public.serious_call TO styrk_app;

GRANT UPDATE(passed_at) ON TABLE public.serious_call TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_call_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_entry TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_entry_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_event TO styrk_app;

GRANT UPDATE(lies) ON TABLE public.serious_event TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_event_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_eventstep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_eventstep_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_identityopening TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_identityopening_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(recipients) ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(copies) ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(given) ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(due_at) ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(soon_at) ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(late_at) ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(warned) ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(sent_at) ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(channel) ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(sender) ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(reference) ON TABLE public.serious_notice TO styrk_app;

GRANT UPDATE(sent_by_id) ON TABLE public.serious_notice TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_notice_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_obligation TO styrk_app;

GRANT UPDATE(state) ON TABLE public.serious_obligation TO styrk_app;

GRANT UPDATE(grounded) ON TABLE public.serious_obligation TO styrk_app;

GRANT UPDATE(reason) ON TABLE public.serious_obligation TO styrk_app;

GRANT UPDATE(assessment) ON TABLE public.serious_obligation TO styrk_app;

GRANT UPDATE(judged_at) ON TABLE public.serious_obligation TO styrk_app;

GRANT UPDATE(judged_by_id) ON TABLE public.serious_obligation TO styrk_app;

GRANT UPDATE(judged_with_id) ON TABLE public.serious_obligation TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_obligation_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_patientidentity TO styrk_app;

GRANT UPDATE(sealed) ON TABLE public.serious_patientidentity TO styrk_app;

GRANT UPDATE(deleted_at) ON TABLE public.serious_patientidentity TO styrk_app;

GRANT UPDATE(why_deleted) ON TABLE public.serious_patientidentity TO styrk_app;

GRANT UPDATE(deleted_by_id) ON TABLE public.serious_patientidentity TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_patientidentity_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_report TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_report_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_rota TO styrk_app;

GRANT UPDATE(role) ON TABLE public.serious_rota TO styrk_app;

GRANT UPDATE(changes) ON TABLE public.serious_rota TO styrk_app;

GRANT UPDATE(minutes) ON TABLE public.serious_rota TO styrk_app;

GRANT UPDATE(ended_at) ON TABLE public.serious_rota TO styrk_app;

GRANT UPDATE(ended_by_id) ON TABLE public.serious_rota TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_rota_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.serious_shift TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.serious_shift_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.styrk_messages_message TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.styrk_messages_message_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.subscriptions_copy TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.subscriptions_copy_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.subscriptions_subscription TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.subscriptions_subscription_id_seq TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.trail_entry_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.trail_reading TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.trail_reading_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.trail_seal TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.trail_seal_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.yearly_addendum TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.yearly_addendum_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.yearly_followup TO styrk_app;

GRANT UPDATE(told) ON TABLE public.yearly_followup TO styrk_app;

GRANT UPDATE(told_at) ON TABLE public.yearly_followup TO styrk_app;

GRANT UPDATE(told_by_id) ON TABLE public.yearly_followup TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.yearly_followup_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.yearly_partwords TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.yearly_partwords_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.yearly_treatment TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.yearly_treatment_id_seq TO styrk_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.yearly_yearlyreport TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.yearly_yearlyreport_id_seq TO styrk_app;

GRANT SELECT,INSERT ON TABLE public.yearly_yearlystep TO styrk_app;

GRANT SELECT,USAGE ON SEQUENCE public.yearly_yearlystep_id_seq TO styrk_app;

ALTER DEFAULT PRIVILEGES FOR ROLE styrk_owner IN SCHEMA public GRANT SELECT,USAGE ON SEQUENCES TO styrk_app;

ALTER DEFAULT PRIVILEGES FOR ROLE styrk_owner IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO styrk_app;

INSERT INTO public.django_migrations (app, name, applied) VALUES
    ('trail', '0001_initial', now()),
    ('core', '0001_append_only', now()),
    ('trail', '0002_guard', now()),
    ('organisation', '0001_initial', now()),
    ('organisation', '0002_trail', now()),
    ('organisation', '0003_agreed_to', now()),
    ('access', '0001_initial', now()),
    ('access', '0002_policies', now()),
    ('access', '0003_own', now()),
    ('access', '0004_granted', now()),
    ('access', '0005_start_password', now()),
    ('access', '0006_no_token', now()),
    ('access', '0007_chair', now()),
    ('access', '0008_tokens', now()),
    ('access', '0009_previews', now()),
    ('access', '0010_sent', now()),
    ('access', '0011_guests', now()),
    ('access', '0012_guest_policies', now()),
    ('access', '0013_guest_parts', now()),
    ('access', '0014_whistleblowing', now()),
    ('access', '0015_committee', now()),
    ('duties', '0001_initial', now()),
    ('actions', '0001_initial', now()),
    ('actions', '0002_policies', now()),
    ('actions', '0003_tally', now()),
    ('actions', '0004_quick_policies', now()),
    ('actions', '0005_worked', now()),
    ('actions', '0006_raised', now()),
    ('actions', '0007_posts', now()),
    ('actions', '0008_closed', now()),
    ('actions', '0009_closed_uncounted', now()),
    ('actions', '0010_objection', now()),
    ('actions', '0011_hidden_uncounted', now()),
    ('actions', '0012_kept_from_anyone', now()),
    ('actions', '0013_kept_from_one', now()),
    ('actions', '0014_hidden_below', now()),
    ('appraisal', '0001_initial', now()),
    ('appraisal', '0002_stands', now()),
    ('appraisal', '0003_words', now()),
    ('appraisal', '0004_extension', now()),
    ('appraisal', '0005_inputs', now()),
    ('appraisal', '0006_put_right', now()),
    ('requirements', '0001_initial', now()),
    ('requirements', '0002_written_once', now()),
    ('requirements', '0003_annual', now()),
    ('requirements', '0004_drafts', now()),
    ('requirements', '0005_left_behind', now()),
    ('requirements', '0006_laid_from', now()),
    ('requirements', '0007_until_and_reason', now()),
    ('inspections', '0001_initial', now()),
    ('inspections', '0002_policies', now()),
    ('inspections', '0003_lessons', now()),
    ('inspections', '0004_lesson_policies', now()),
    ('inspections', '0005_guests', now()),
    ('inspections', '0006_treatment', now()),
    ('inspections', '0007_withdrawn', now()),
    ('inspections', '0008_answered_late', now()),
    ('auditplan', '0001_initial', now()),
    ('auditplan', '0002_stands', now()),
    ('auditplan', '0003_came_to_nothing', now()),
    ('auditplan', '0004_on_behalf', now()),
    ('contenttypes', '0001_initial', now()),
    ('contenttypes', '0002_remove_content_type_name', now()),
    ('auth', '0001_initial', now()),
    ('auth', '0002_alter_permission_name_max_length', now()),
    ('auth', '0003_alter_user_email_max_length', now()),
    ('auth', '0004_alter_user_username_opts', now()),
    ('auth', '0005_alter_user_last_login_null', now()),
    ('auth', '0006_require_contenttypes_0002', now()),
    ('auth', '0007_alter_validators_add_error_messages', now()),
    ('auth', '0008_alter_user_username_max_length', now()),
    ('auth', '0009_alter_user_last_name_max_length', now()),
    ('auth', '0010_alter_group_name_max_length', now()),
    ('auth', '0011_update_proxy_permissions', now()),
    ('auth', '0012_alter_user_first_name_max_length', now()),
    ('axes', '0001_initial', now()),
    ('axes', '0002_auto_20151217_2044', now()),
    ('axes', '0003_auto_20160322_0929', now()),
    ('axes', '0004_auto_20181024_1538', now()),
    ('axes', '0005_remove_accessattempt_trusted', now()),
    ('axes', '0006_remove_accesslog_trusted', now()),
    ('axes', '0007_alter_accessattempt_unique_together', now()),
    ('axes', '0008_accessfailurelog', now()),
    ('axes', '0009_add_session_hash', now()),
    ('axes', '0010_accessattemptexpiration', now()),
    ('board', '0001_initial', now()),
    ('board', '0002_stands', now()),
    ('board', '0003_agenda', now()),
    ('board', '0004_called_off', now()),
    ('board', '0005_plans', now()),
    ('board', '0006_corrected', now()),
    ('risks', '0001_initial', now()),
    ('risks', '0002_policies', now()),
    ('incidents', '0001_initial', now()),
    ('incidents', '0002_policies', now()),
    ('incidents', '0003_tally', now()),
    ('incidents', '0004_reporter', now()),
    ('incidents', '0005_quick_policies', now()),
    ('incidents', '0006_reporter_of_incident', now()),
    ('incidents', '0007_asked', now()),
    ('incidents', '0008_past_line', now()),
    ('incidents', '0009_incidentrisk', now()),
    ('incidents', '0010_risk_policies', now()),
    ('incidents', '0011_themes', now()),
    ('incidents', '0012_actions_of_case', now()),
    ('incidents', '0013_past_line_uncounted', now()),
    ('incidents', '0014_said_once', now()),
    ('incidents', '0015_question_ended', now()),
    ('incidents', '0016_hidden_uncounted', now()),
    ('incidents', '0017_kept_from_anyone', now()),
    ('incidents', '0018_kept_from_one', now()),
    ('incidents', '0019_heard', now()),
    ('incidents', '0020_aside', now()),
    ('incidents', '0021_hidden_below', now()),
    ('incidents', '0022_heard_from_another', now()),
    ('incidents', '0023_saved_search', now()),
    ('classification', '0001_initial', now()),
    ('classification', '0002_policies', now()),
    ('subscriptions', '0001_initial', now()),
    ('subscriptions', '0002_policies', now()),
    ('incidents', '0024_parts', now()),
    ('incidents', '0025_whistleblowing', now()),
    ('incidents', '0026_reading', now()),
    ('committee', '0001_initial', now()),
    ('committee', '0002_policies', now()),
    ('compliance', '0001_initial', now()),
    ('compliance', '0002_written_once', now()),
    ('compliance', '0003_pictures', now()),
    ('compliance', '0004_fitted_and_looked', now()),
    ('compliance', '0005_in_place', now()),
    ('compliance', '0006_source', now()),
    ('feedback', '0001_initial', now()),
    ('feedback', '0002_policies', now()),
    ('feedback', '0003_hand_over', now()),
    ('feedback', '0004_past_line', now()),
    ('feedback', '0005_surveys_and_council', now()),
    ('feedback', '0006_own_series', now()),
    ('goals', '0001_initial', now()),
    ('goals', '0002_written_once', now()),
    ('goals', '0003_objection', now()),
    ('incidents', '0027_statutory', now()),
    ('indicators', '0001_initial', now()),
    ('indicators', '0002_written_once', now()),
    ('indicators', '0003_working_tables', now()),
    ('indicators', '0004_effect', now()),
    ('indicators', '0005_glance', now()),
    ('indicators', '0006_along', now()),
    ('indicators', '0007_whole', now()),
    ('inspections', '0009_team', now()),
    ('inspections', '0010_received', now()),
    ('inspections', '0011_without_action', now()),
    ('intervention', '0001_initial', now()),
    ('intervention', '0002_policies', now()),
    ('patterns', '0001_initial', now()),
    ('patterns', '0002_policies', now()),
    ('patterns', '0003_raising', now()),
    ('patterns', '0004_raised_once', now()),
    ('patterns', '0005_dismissal', now()),
    ('patterns', '0006_dismissed_once', now()),
    ('patterns', '0007_theme', now()),
    ('patterns', '0008_theme_policies', now()),
    ('plans', '0001_initial', now()),
    ('plans', '0002_stands', now()),
    ('plans', '0003_ground', now()),
    ('procrastinate', '0001_initial', now()),
    ('procrastinate', '0002_drop_started_at_column', now()),
    ('procrastinate', '0003_drop_started_at_column', now()),
    ('procrastinate', '0004_drop_procrastinate_version_table', now()),
    ('procrastinate', '0005_fix_procrastinate_fetch_job', now()),
    ('procrastinate', '0006_fix_trigger_status_events_insert', now()),
    ('procrastinate', '0007_add_queueing_lock_column', now()),
    ('procrastinate', '0008_close_fetch_job_race_condition', now()),
    ('procrastinate', '0009_add_defer_job_function', now()),
    ('procrastinate', '0010_add_procrastinate_periodic_defers', now()),
    ('procrastinate', '0011_add_foreign_key_index', now()),
    ('procrastinate', '0012_add_locks_to_periodic_defer', now()),
    ('procrastinate', '0013_fix_procrastinate_defer_periodic_job', now()),
    ('procrastinate', '0014_add_finish_job_and_retry_job_functions', now()),
    ('procrastinate', '0015_add_trigger_on_job_deletion', now()),
    ('procrastinate', '0016_delete_finished_jobs', now()),
    ('procrastinate', '0017_add_checks_to_finish_job', now()),
    ('procrastinate', '0018_add_checks_to_retry_job', now()),
    ('procrastinate', '0019_fix_finish_job_compat_issue', now()),
    ('procrastinate', '0020_add_index_on_procrastinate_jobs', now()),
    ('procrastinate', '0021_add_kwargs_to_defer_periodic_job', now()),
    ('procrastinate', '0022_null_locks_excluded', now()),
    ('procrastinate', '0023_remove_old_finish_job_function', now()),
    ('procrastinate', '0024_job_id_bigint', now()),
    ('procrastinate', '0025_add_models', now()),
    ('procrastinate', '0026_add_job_priority', now()),
    ('procrastinate', '0027_add_periodic_job_priority', now()),
    ('procrastinate', '0028_add_cancel_states', now()),
    ('procrastinate', '0029_add_additional_params_to_retry_job', now()),
    ('procrastinate', '0030_alter_procrastinateevent_options', now()),
    ('procrastinate', '0031_add_indexes_for_fetch_job', now()),
    ('procrastinate', '0032_pre_cancel_notification', now()),
    ('procrastinate', '0033_post_cancel_notification', now()),
    ('procrastinate', '0034_pre_add_heartbeat', now()),
    ('procrastinate', '0035_post_add_heartbeat', now()),
    ('procrastinate', '0036_add_worker_model', now()),
    ('procrastinate', '0037_pre_batch_defer_jobs', now()),
    ('procrastinate', '0038_post_batch_defer_jobs', now()),
    ('procrastinate', '0039_pre_priority_lock_fetch_job', now()),
    ('procrastinate', '0040_pre_retry_failed_job', now()),
    ('procrastinate', '0041_post_retry_failed_job', now()),
    ('products', '0001_initial', now()),
    ('products', '0002_policies', now()),
    ('review', '0001_initial', now()),
    ('review', '0002_written_once', now()),
    ('review', '0003_same_file', now()),
    ('risks', '0003_upward', now()),
    ('risks', '0004_goals', now()),
    ('risks', '0005_accepted_until', now()),
    ('risks', '0006_closed_above', now()),
    ('risks', '0007_measures', now()),
    ('risks', '0008_treated', now()),
    ('risks', '0009_shut', now()),
    ('serious', '0001_initial', now()),
    ('serious', '0002_policies', now()),
    ('serious', '0003_file', now()),
    ('serious', '0004_file_policies', now()),
    ('serious', '0005_watch', now()),
    ('serious', '0006_watch_policies', now()),
    ('serious', '0007_identity', now()),
    ('serious', '0008_identity_policies', now()),
    ('serious', '0009_evidence', now()),
    ('serious', '0010_statutory', now()),
    ('sessions', '0001_initial', now()),
    ('styrk_messages', '0001_initial', now()),
    ('styrk_messages', '0002_policies', now()),
    ('trail', '0003_seals', now()),
    ('yearly', '0001_initial', now()),
    ('yearly', '0002_stands', now()),
    ('yearly', '0003_follow_up', now());
