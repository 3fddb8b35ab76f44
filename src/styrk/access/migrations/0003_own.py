import django.db.models.functions.text
from django.db import migrations, models

from styrk.core import rls


class Migration(migrations.Migration):
    """A name signs in whatever its capitals; and what is logged about a person, that person sees."""

    dependencies = [("access", "0002_policies"), ("trail", "0002_guard")]
    operations = [
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Upper("username"), name="access_account_username"
            ),
        ),
        migrations.RunSQL(
            f"""
            CREATE POLICY own ON trail_entry FOR SELECT USING (person_id = {rls.PERSON});
            """,
            "DROP POLICY own ON trail_entry",
        ),
    ]
