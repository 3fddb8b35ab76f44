import django.db.models.deletion
from django.db import migrations, models

from styrk.core import rls

CASE = "incidents_incident i WHERE i.id = subject_id"
RECUSED = "i.id NOT IN (SELECT incidents_recused())"
IN_LINE = f"EXISTS (SELECT 1 FROM {CASE} AND {RECUSED} AND {{}})".format(
    rls.units("reporter", "i.responsible_unit_id")
)
IN_CASE = (
    f"EXISTS (SELECT 1 FROM {CASE} AND {RECUSED}"
    f" AND ({rls.units('incident', 'i.responsible_unit_id')}"
    f" OR {rls.granted('incident', 'i.id', parts=('case',))}))"
)


class Migration(migrations.Migration):
    """Who reported is known to fewer than the case: neither trail nor photo says it to the rest."""

    dependencies = [("incidents", "0003_tally"), ("organisation", "0001_initial")]
    operations = [
        migrations.AlterField(
            model_name="attachment",
            name="added_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisation.person",
            ),
        ),
        migrations.RunSQL(
            f"""
            DROP POLICY incident ON trail_entry;
            CREATE POLICY incident ON trail_entry FOR SELECT USING (
                subject = 'incident' AND act <> 'incident.report' AND {IN_CASE});
            CREATE POLICY reported ON trail_entry FOR SELECT USING (
                subject = 'incident' AND act = 'incident.report' AND {IN_LINE});
            """,
            migrations.RunSQL.noop,
        ),
    ]
