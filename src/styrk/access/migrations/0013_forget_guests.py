from django.db import migrations

from styrk.core import rls


class Migration(migrations.Migration):
    """The nightly sweep throws those who were let in, a year after: their names and addresses."""

    dependencies = [("access", "0012_guest_policies")]
    operations = [
        migrations.RunSQL(
            f"""
            GRANT DELETE ON access_guest TO styrk_app;
            CREATE POLICY throw ON access_guest FOR DELETE USING ({rls.SYSTEM});
            """,
            """
            DROP POLICY throw ON access_guest;
            REVOKE DELETE ON access_guest FROM styrk_app;
            """,
        )
    ]
