"""From what is staged to rows as the commands would have left them, each table in one statement.

The words are those of the commands: a test compares the two.
"""

from datetime import datetime, timedelta

from styrk.demo.region.aftermath import DUTIES, MESSAGES, READINGS
from styrk.demo.region.loading import Loader
from styrk.demo.region.staging import LEARNED

# What is older is out of people's inboxes, and settled duties of no interest.
KEPT = timedelta(days=365)
READ_AFTER = timedelta(days=6)

UUID_OF = """
    CREATE FUNCTION pg_temp.uuid_of(at timestamptz, salt text) RETURNS uuid
    LANGUAGE sql IMMUTABLE AS $$
        SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7'
            || substr(md5(salt), 1, 3) || '8' || substr(md5(salt), 4, 15))::uuid
    $$
"""

GRANTS = """
    INSERT INTO access_grant (kind, record_id, part, person_id, unit_id, reason, granted_at,
                              until, granted_by_id)
    SELECT 'incident', id, 'report', reporter, NULL::bigint, 'Meldte', to_timestamp(reported),
           NULL::timestamptz, reporter
    FROM happening
    UNION ALL
    SELECT 'incident', q.incident, 'statement', NULL, q.unit, 'Bedt om uttalelse',
           to_timestamp(q.asked), to_timestamp(least(q.answered, h.concluded)) + '30 days', h.leader
    FROM question q JOIN happening h ON h.id = q.incident
    ORDER BY 7
"""

RECUSALS = """
    INSERT INTO incidents_recusal (incident_id, person_id, trust_id, reason, at)
    SELECT id, recused, trust, 'Meldingen gjelder lederen', to_timestamp(reported)
    FROM happening WHERE recused IS NOT NULL
"""

INCIDENTS = """
    INSERT INTO incidents_incident (
        id, uuid, submission, trust_id, unit_id, responsible_unit_id, state, kind, harm_actual,
        harm_possible, title, description, immediate, place, happened_at, reported_at,
        about_leader, handler_id, confirmed_at, confirmed_by_id, concluded_at)
    SELECT h.id, h.uuid, h.submission, h.trust, h.unit, h.responsible, h.state, t.kind,
           t.harm_actual, t.harm_possible, w.title,
           w.words || coalesce(' ' || more.words, ''), t.immediate, h.place,
           to_timestamp(h.happened), to_timestamp(h.reported), h.recused IS NOT NULL,
           CASE WHEN h.taken IS NOT NULL THEN h.leader END,
           CASE WHEN h.confirmed THEN to_timestamp(h.taken + 30) END,
           CASE WHEN h.confirmed THEN h.leader END,
           to_timestamp(h.concluded)
    FROM happening h
    JOIN tale t ON t.story = h.story
    JOIN wording w ON w.story = h.story AND w.nth = h.wording
    LEFT JOIN wording more ON more.story = h.story AND more.nth = h.more AND h.more <> h.wording
    ORDER BY h.id
"""

REPORTERS = """
    INSERT INTO incidents_reporter (incident_id, person_id, trust_id)
    SELECT id, reporter, trust FROM happening ORDER BY id
"""

ANALYSES = """
    INSERT INTO incidents_incidentanalysis (incident_id, trust_id, found, causes, persons, at, by_id)
    SELECT h.id, h.trust, t.found, t.causes, t.persons, to_timestamp(h.examined), h.leader
    FROM happening h JOIN tale t ON t.story = h.story
    WHERE h.examined IS NOT NULL AND t.found <> '' ORDER BY h.examined
"""

STATEMENTS = """
    INSERT INTO incidents_statement (
        id, uuid, incident_id, trust_id, unit_id, question, due, asked_at, asked_by_id, answer,
        answered_at, answered_by_id, ended_at)
    SELECT q.id, q.uuid, q.incident, h.trust, q.unit, t.asked, to_timestamp(q.asked)::date + 7,
           to_timestamp(q.asked), h.leader, CASE WHEN q.answered IS NULL THEN '' ELSE t.answer END,
           to_timestamp(q.answered), CASE WHEN q.answered IS NOT NULL THEN q.leader END,
           CASE WHEN q.answered IS NULL THEN to_timestamp(h.concluded) END
    FROM question q JOIN happening h ON h.id = q.incident JOIN tale t ON t.story = h.story
    ORDER BY q.id
"""

ACTIONS = """
    INSERT INTO actions_action (
        id, uuid, trust_id, unit_id, origin, title, change, sign, level, owner_id, due, review_on,
        state, effect, raised_at, raised_by_id, done_at, done_by_id, follows_id)
    SELECT d.id, d.uuid, d.trust, d.unit, 'incident', t.title, t.change, t.sign, t.level, d.owner,
           to_timestamp(d.due)::date, to_timestamp(d.review)::date, d.state, d.effect,
           to_timestamp(d.raised), d.decider, to_timestamp(d.done),
           CASE WHEN d.done IS NOT NULL THEN d.owner END, d.follows
    FROM deed d JOIN told t ON t.nth = d.told ORDER BY d.id
"""

LINKS = """
    INSERT INTO incidents_incidentaction (incident_id, trust_id, action_id, told)
    SELECT incident, trust, id, state FROM deed ORDER BY id
"""

REVIEWS = """
    INSERT INTO actions_effectreview (action_id, effect, reason, at, by_id, next_review_on)
    SELECT d.id, r.effect, t.reason, to_timestamp(r.at), d.owner, to_timestamp(r.next)::date
    FROM deed d JOIN told t ON t.nth = d.told, LATERAL (VALUES
        ('too_early', d.early, d.review), (d.effect, d.judged, NULL)) AS r (effect, at, next)
    WHERE r.at IS NOT NULL ORDER BY r.at
"""

# Every act on an incident, in words. `nth` puts in order what happens in the same second.
ACTS = f"""
    INSERT INTO act
    SELECT h.id, 1, 'report', to_timestamp(h.reported), h.reporter, '', true,
           jsonb_build_object('unit', u.name), 'Meldte «' || i.title || '»'
    FROM happening h JOIN incidents_incident i ON i.id = h.id
    JOIN organisation_unit u ON u.id = h.unit
    UNION ALL
    SELECT h.id, 2, 'take', to_timestamp(h.taken), h.leader, '', true, '{{}}',
           'Tok imot «' || i.title || '»'
    FROM happening h JOIN incidents_incident i ON i.id = h.id WHERE h.taken IS NOT NULL
    UNION ALL
    SELECT h.id, 3, 'confirm', i.confirmed_at, h.leader, '', false,
           jsonb_build_object('before', said.what, 'after', said.what), 'Bekreftet type og alvor'
    FROM happening h JOIN incidents_incident i ON i.id = h.id,
    LATERAL (SELECT jsonb_build_array(i.kind, i.harm_actual, i.harm_possible) AS what) AS said
    WHERE h.confirmed
    UNION ALL
    SELECT q.incident, 4, 'ask', to_timestamp(q.asked), h.leader, t.asked, false,
           jsonb_build_object('unit', u.name), 'Ba ' || u.name || ' om en uttalelse'
    FROM question q JOIN happening h ON h.id = q.incident JOIN tale t ON t.story = h.story
    JOIN organisation_unit u ON u.id = q.unit
    UNION ALL
    SELECT q.incident, 5, 'answer', to_timestamp(q.answered), q.leader, '', false,
           jsonb_build_object('unit', u.name), 'Ga uttalelse fra ' || u.name
    FROM question q JOIN organisation_unit u ON u.id = q.unit WHERE q.answered IS NOT NULL
    UNION ALL
    SELECT h.id, 6, 'analyse', to_timestamp(h.examined), h.leader, '', false, '{{}}',
           'Skrev hva som ble funnet'
    FROM happening h JOIN tale t ON t.story = h.story
    WHERE h.examined IS NOT NULL AND t.found <> ''
    UNION ALL
    SELECT d.incident, 7, 'add_action', to_timestamp(d.raised), d.decider, '', false,
           jsonb_build_object('title', t.title), 'Besluttet tiltaket «' || t.title || '»'
    FROM deed d JOIN told t ON t.nth = d.told WHERE d.follows IS NULL
    UNION ALL
    SELECT h.id, 8, 'decide', to_timestamp(h.decided), h.leader, t.decision || ' ' || th.words,
           true, '{{}}', 'Bestemte hva som skal bli bedre'
    FROM happening h JOIN tale t ON t.story = h.story
    JOIN thanks th ON th.nth = h.thanks % (SELECT count(*) FROM thanks)
    WHERE h.decided IS NOT NULL
    UNION ALL
    SELECT d.incident, 9, 'tell_change', to_timestamp(s.at + 5), NULL, '', true,
           jsonb_build_object('title', t.title, 'state', s.state, 'effect', s.effect),
           'Fortalte om tiltaket «' || t.title || '»'
    FROM deed d JOIN told t ON t.nth = d.told, LATERAL (VALUES
        ('done', d.done, ''), ('finished', d.judged, d.effect)) AS s (state, at, effect)
    WHERE s.at IS NOT NULL
    UNION ALL
    SELECT h.id, 10, 'conclude', to_timestamp(h.concluded),
           CASE WHEN h.decided IS NULL THEN h.leader END,
           CASE WHEN h.decided IS NULL THEN t.decision ELSE '{LEARNED}' END,
           true, '{{}}', 'Fulgte opp til effekten var kjent'
    FROM happening h JOIN tale t ON t.story = h.story WHERE h.concluded IS NOT NULL
"""

# Who reported is not told by the step, because more people see it than may know.
STEPS = """
    INSERT INTO incidents_incidentstep (
        incident_id, trust_id, act, at, by_id, note, for_reporter, detail)
    SELECT a.incident, h.trust, a.act, a.at, CASE WHEN a.act <> 'report' THEN a.person END, a.note,
           a.for_reporter, a.detail
    FROM act a JOIN happening h ON h.id = a.incident ORDER BY a.at, a.nth
"""

MOVES = """
    INSERT INTO move
    SELECT d.id, m.nth, m.act, to_timestamp(m.at), m.person, m.note, m.detail, m.said
    FROM deed d JOIN told t ON t.nth = d.told, LATERAL (VALUES
        (1, 'raise', d.raised, d.decider, '', '{}'::jsonb, 'Besluttet tiltaket «' || t.title || '»'),
        (2, 'carry_out', d.done, d.owner, '', CASE WHEN d.put_off IS NULL THEN '{}'
             ELSE jsonb_build_object('review_on', to_timestamp(d.put_off)::date) END, 'Iverksatte tiltaket «' || t.title || '»'),
        (3, 'wait', d.early, d.owner, t.reason, '{}',
         'Vurderte at det er for tidlig å si, og ser på det igjen '
             || to_char(to_timestamp(d.review), 'DD.MM.YYYY')),
        (4, 'judge', d.judged, d.owner, t.reason, jsonb_build_object('effect', d.effect),
         'Vurderte effekten: ' || CASE d.effect WHEN 'worked' THEN 'virket'
             WHEN 'partly' THEN 'virket delvis' ELSE 'virket ikke' END)
    ) AS m (nth, act, at, person, note, detail, said)
    WHERE m.at IS NOT NULL
"""

ACTION_STEPS = """
    INSERT INTO actions_actionstep (action_id, act, at, by_id, note, detail)
    SELECT action, act, at, person, note, detail FROM move ORDER BY at, nth
"""

TRAIL = """
    INSERT INTO trail_entry (
        at, person_id, person_name, act, subject, subject_id, trust_id, text, detail)
    SELECT o.at, o.person, coalesce(p.name, 'Styrk'), o.act, o.subject, o.record, o.trust, o.said,
           CASE WHEN o.note = '' THEN '{}'::jsonb ELSE jsonb_build_object('note', o.note) END
               || o.detail
    FROM (
        SELECT a.at, a.nth, a.person, 'incident.' || a.act AS act, 'incident' AS subject,
               a.incident AS record, h.trust, a.said, a.note, a.detail
        FROM act a JOIN happening h ON h.id = a.incident
        UNION ALL
        SELECT m.at, m.nth, m.person, 'action.' || m.act, 'action', m.action, d.trust, m.said,
               m.note, '{}'
        FROM move m JOIN deed d ON d.id = m.action
    ) AS o LEFT JOIN organisation_person p ON p.id = o.person
    ORDER BY o.at, o.nth
"""

# What waits, and what was settled in the last year. A post is asked, or an action's owner.
MONTHS_OF_READING = """
    SELECT trail_prepare_month(day::date)
    FROM generate_series(%(since)s::timestamptz, %(now)s::timestamptz + '40 days', '1 month') AS day
"""

PLAIN = (
    GRANTS,
    RECUSALS,
    INCIDENTS,
    REPORTERS,
    ANALYSES,
    STATEMENTS,
    ACTIONS,
    LINKS,
    REVIEWS,
    ACTS,
    STEPS,
    MOVES,
    ACTION_STEPS,
    TRAIL,
)
TIMED = (DUTIES, MESSAGES, READINGS)


def prepare(loader: Loader, now: datetime) -> None:
    loader.run(UUID_OF)
    loader.run(MONTHS_OF_READING, since=now - KEPT, now=now)


def write(loader: Loader, now: datetime) -> None:
    """All that follows from what is staged."""
    for statement in PLAIN:
        loader.run(statement)
    for statement in TIMED:
        loader.run(statement, since=now - KEPT, unread=now - READ_AFTER)
