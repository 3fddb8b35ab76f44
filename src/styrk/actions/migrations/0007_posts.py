from django.db import migrations

ON_POSTS = """
    UPDATE duties_duty AS duty SET role = 'leader', person_id = NULL, unit_id = held.post
    FROM (
        SELECT DISTINCT ON (d.id) d.id, u.id AS post
        FROM duties_duty d
        JOIN actions_action a ON a.id = d.subject_id
        JOIN organisation_unit own ON own.id = a.unit_id
        JOIN organisation_appointment p ON p.person_id = d.person_id AND p.role = 'leader'
        JOIN organisation_unit u ON u.id = p.unit_id AND u.trust_id = a.trust_id
            AND own.path LIKE u.path || '%'
        WHERE d.kind IN ('action.carry_out', 'action.judge') AND d.settled_at IS NULL
            AND p.valid_from <= current_date
            AND (p.valid_to IS NULL OR p.valid_to >= current_date)
        ORDER BY d.id, length(u.path) DESC) AS held
    WHERE duty.id = held.id
"""


class Migration(migrations.Migration):
    """What waits for a leader as the owner of an action waits for the post, and its deputies."""

    dependencies = [
        ("actions", "0006_raised"),
        ("duties", "0001_initial"),
        ("organisation", "0002_trail"),
    ]
    operations = [migrations.RunSQL(ON_POSTS, migrations.RunSQL.noop)]
