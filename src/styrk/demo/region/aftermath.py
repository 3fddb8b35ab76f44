"""What the region's cases leave with people: duties, messages, and that somebody has read."""

# An action waits for the post where its owner leads the unit, or one above it.
DUTIES = """
    WITH held AS (
        SELECT d.*, coalesce(led.unit_id, d.unit) AS post,
               CASE WHEN led.unit_id IS NULL THEN d.owner END AS person
        FROM deed d JOIN organisation_unit own ON own.id = d.unit
        LEFT JOIN LATERAL (
            SELECT a.unit_id FROM organisation_appointment a
            JOIN organisation_unit u ON u.id = a.unit_id
            WHERE a.person_id = d.owner AND a.role = 'leader' AND u.trust_id = d.trust
              AND own.path LIKE u.path || '%%'
              AND a.valid_from <= to_timestamp(d.raised)::date
              AND (a.valid_to IS NULL OR a.valid_to >= to_timestamp(d.raised)::date)
            ORDER BY length(u.path) DESC LIMIT 1) AS led ON true)
    INSERT INTO duties_duty (
        key, kind, subject_id, subject_uuid, unit_id, role, person_id, due, created_at, settled_at,
        settled_by_id)
    SELECT o.kind || ':' || o.uuid, o.kind, o.id, o.uuid, o.unit,
           CASE WHEN o.person IS NULL THEN 'leader' ELSE '' END, o.person, o.due, o.since,
           o.settled, o.by
    FROM (
        SELECT 'incident.take' AS kind, h.id, h.uuid, h.responsible AS unit, NULL::bigint AS person,
               to_timestamp(h.reported)::date
                   + CASE WHEN t.harm_actual IN ('severe', 'death') THEN 1 ELSE 3 END AS due,
               to_timestamp(h.reported) AS since, to_timestamp(h.taken) AS settled,
               CASE WHEN h.taken IS NOT NULL THEN h.leader END AS by
        FROM happening h JOIN tale t ON t.story = h.story
        UNION ALL
        SELECT 'incident.examine', id, uuid, responsible, NULL, to_timestamp(taken)::date + 30,
               to_timestamp(taken), to_timestamp(coalesce(decided, concluded)),
               CASE WHEN coalesce(decided, concluded) IS NOT NULL THEN leader END
        FROM happening WHERE taken IS NOT NULL
        UNION ALL
        SELECT 'incident.statement', q.id, q.uuid, q.unit, NULL, to_timestamp(asked)::date + 7,
               to_timestamp(asked), to_timestamp(least(answered, concluded)),
               CASE WHEN answered IS NOT NULL THEN q.leader
                    WHEN concluded IS NOT NULL AND decided IS NULL THEN h.leader END
        FROM question q JOIN happening h ON h.id = q.incident
        UNION ALL
        SELECT 'action.carry_out', id, uuid, post, person, to_timestamp(due)::date,
               to_timestamp(raised), to_timestamp(done), CASE WHEN done IS NOT NULL THEN owner END
        FROM held
        UNION ALL
        SELECT 'action.judge', id, uuid, post, person, to_timestamp(review)::date,
               to_timestamp(done), to_timestamp(judged),
               CASE WHEN judged IS NOT NULL THEN owner END
        FROM held WHERE done IS NOT NULL
    ) AS o WHERE o.settled IS NULL OR o.since > %(since)s
    ORDER BY o.since
"""

MESSAGES = """
    INSERT INTO styrk_messages_message (
        uuid, recipient_id, key, subject, text, path, created_at, read_at, email_tries, email_error)
    SELECT pg_temp.uuid_of(o.at, o.key), o.person, o.key, o.subject, o.text, o.path, o.at,
           CASE WHEN o.at < %(unread)s AND mod(hashtext(o.key), 50) <> 0 THEN o.at + '3 hours' END, 0, ''
    FROM (
        SELECT h.reporter AS person, a.at, 'incident:' || h.uuid || CASE a.act
                   WHEN 'report' THEN ':report' WHEN 'take' THEN ':take:' || h.leader
                   ELSE ':' || a.act || ':' || to_char(a.at, 'YYYY-MM-DD"T"HH24:MI:SS')
               END || ':reporter' AS key,
               'Om det du meldte: ' || i.title AS subject,
               CASE a.act
                   WHEN 'report' THEN 'Takk for at du sa fra. Meldingen er mottatt, og du får vite hva som skjer videre.'
                   WHEN 'take' THEN p.name || ' har tatt imot meldingen din og ser på den.'
                   WHEN 'decide' THEN 'Dette er bestemt: ' || a.note
                   ELSE 'Takk! Meldingen din er fulgt helt opp. ' || a.note
               END AS text,
               '/mine-meldinger/' || h.uuid || '/' AS path
        FROM act a JOIN happening h ON h.id = a.incident
        JOIN incidents_incident i ON i.id = h.id JOIN organisation_person p ON p.id = h.leader
        WHERE a.act IN ('report', 'take', 'decide', 'conclude')
        UNION ALL
        SELECT h.leader, i.reported_at,
               'incident:' || h.uuid || ':received:' || h.responsible || ':' || h.leader,
               CASE WHEN i.harm_actual IN ('severe', 'death') THEN 'Ny alvorlig melding venter på deg'
                    ELSE 'Ny melding venter på deg' END,
               to_char(i.reported_at, 'YYYY') || '-' || h.id || ' ' || i.title,
               '/avvik/' || h.uuid || '/'
        FROM happening h JOIN incidents_incident i ON i.id = h.id
    ) AS o WHERE o.at > %(since)s
    ORDER BY o.at
"""

READINGS = """
    INSERT INTO trail_reading (at, person_id, person_name, subject, subject_id, reference)
    SELECT to_timestamp(h.taken - 60), h.leader, p.name, 'incident', h.id,
           to_char(to_timestamp(h.reported), 'YYYY') || '-' || h.id
    FROM happening h JOIN organisation_person p ON p.id = h.leader
    WHERE to_timestamp(h.taken) > %(since)s ORDER BY 1
"""
