from django.db import migrations

from styrk.core import rls

# What a unit says stands in its versions; the trail's copy is for whoever verifies it.
HISTORY = f"""
    CREATE POLICY point ON trail_entry FOR SELECT USING (subject = 'point' AND {rls.SYSTEM});
"""


class Migration(migrations.Migration):
    """Every version of a text and every judgement is written once."""

    dependencies = [("compliance", "0001_initial"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            HISTORY
            + rls.append_only("compliance_practice")
            + rls.append_only("compliance_judgement"),
            migrations.RunSQL.noop,
        )
    ]
