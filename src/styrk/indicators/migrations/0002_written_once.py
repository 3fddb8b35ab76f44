from django.db import migrations

from styrk.core import rls

# Who defined, recorded and marked stands with the indicator; the trail's copy is for whoever verifies it.
HISTORY = f"""
    CREATE POLICY indicator ON trail_entry FOR SELECT USING (subject = 'indicator' AND {rls.SYSTEM});
"""
ONCE = ("definition", "target", "batch", "measurement", "attestation", "effectanswer")
# Withdrawn or ended with a name and a time, never gone.
LASTING = ("indicator", "seriesmark", "annotation", "goalmeasure", "actionmeasure")


class Migration(migrations.Migration):
    """What was measured, how it is measured and what one wanted is written once."""

    dependencies = [("indicators", "0001_initial"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            HISTORY
            + "".join(rls.append_only(f"indicators_{table}") for table in ONCE)
            + "".join(
                f"REVOKE DELETE, TRUNCATE ON indicators_{table} FROM styrk_app;"
                for table in LASTING
            ),
            migrations.RunSQL.noop,
        )
    ]
