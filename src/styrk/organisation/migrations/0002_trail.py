from django.db import migrations

from styrk.core import rls


class Migration(migrations.Migration):
    """Who changed the organisation is open to everyone in it."""

    dependencies = [("organisation", "0001_initial"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            f"""
            CREATE POLICY organisation ON trail_entry FOR SELECT
            USING (subject IN ('unit', 'person') AND {rls.PERSON} IS NOT NULL);
            INSERT INTO organisation_revision (number) VALUES (1);
            """,
            "DROP POLICY organisation ON trail_entry; DELETE FROM organisation_revision",
        )
    ]
