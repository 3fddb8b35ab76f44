from django.db import migrations

from styrk.core import rls

OF_CASE = f"({rls.SYSTEM} OR serious_seen(event_id))"
OF_UNIT = f"({rls.SYSTEM} OR {rls.units('incident', 'unit_id')})"
# The rota's own policy holds inside.
OF_ROTA = "rota_id IN (SELECT r.id FROM serious_rota r)"
ONCE = """
    REVOKE UPDATE ON serious_rota, serious_call FROM styrk_app;
    GRANT UPDATE (role, changes, minutes, ended_at, ended_by_id) ON serious_rota TO styrk_app;
    GRANT UPDATE (answered_at, passed_at) ON serious_call TO styrk_app;
"""


class Migration(migrations.Migration):
    """Who is on call is seen where incidents are; who was asked of a case, by those who see the case."""

    dependencies = [("serious", "0005_watch")]
    operations = [
        migrations.RunSQL(
            rls.protect("serious_rota", see=OF_UNIT, write=OF_UNIT)
            + rls.protect("serious_shift", see=OF_ROTA, write=OF_ROTA)
            + rls.protect("serious_call", see=OF_CASE, write=OF_CASE)
            + rls.append_only("serious_shift")
            + ONCE
            + """
            CREATE POLICY rota ON trail_entry FOR SELECT USING (
                subject = 'rota' AND subject_id IN (SELECT r.id FROM serious_rota r));
            """,
            migrations.RunSQL.noop,
        )
    ]
