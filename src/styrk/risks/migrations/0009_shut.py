from django.db import migrations

SHUT = """
    UPDATE access_grant g SET until = greatest(now(), g.granted_at + interval '1 second')
    WHERE g.kind = 'risk' AND g.part = 'risk' AND g.unit_id IS NOT NULL AND g.until IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM risks_proposal p JOIN risks_risk r ON r.id = p.risk_id
            WHERE r.id = g.record_id AND p.to_unit_id = g.unit_id AND r.state <> 'ended'
                AND p.state IN ('proposed', 'taken_in', 'merged'));
"""


class Migration(migrations.Migration):
    """Those who declined a risk from another trust, or ended what it became, read it no more."""

    dependencies = [("risks", "0008_treated"), ("access", "0004_granted")]
    operations = [migrations.RunSQL(SHUT, migrations.RunSQL.noop)]
