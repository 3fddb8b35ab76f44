from django.db import migrations

CLOSE = """
    UPDATE risks_proposal p SET state = 'closed'
    FROM risks_risk r WHERE r.id = p.into_id AND r.state = 'ended'
        AND p.state IN ('taken_in', 'merged');
"""


class Migration(migrations.Migration):
    """What became part of a risk that was ended before this was kept, may be lifted again too."""

    dependencies = [("risks", "0005_accepted_until")]
    operations = [migrations.RunSQL(CLOSE, migrations.RunSQL.noop)]
