from django.db import migrations

from styrk.core import rls

OF_CASE = f"({rls.SYSTEM} OR serious_seen(event_id))"
TABLES = ("serious_entry", "serious_report", "serious_addendum")


class Migration(migrations.Migration):
    """The case file is as closed as the case, and nothing in it is ever changed."""

    dependencies = [("serious", "0003_file")]
    operations = [
        migrations.RunSQL(
            "".join(
                rls.protect(table, see=OF_CASE, write=OF_CASE) + rls.append_only(table)
                for table in TABLES
            ),
            migrations.RunSQL.noop,
        )
    ]
