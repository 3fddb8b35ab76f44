from django.db import migrations

from styrk.core import rls

# A grant is seen by the one it is given to, by the one who gave it, and by the post it is given to.
GRANT = f"(person_id = {rls.PERSON} OR granted_by_id = {rls.PERSON} OR {rls.posts('unit_id')})"
OWN = f"person_id = {rls.PERSON}"


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("organisation", "0002_trail")]
    operations = [
        migrations.RunSQL(
            rls.protect("access_grant", see=GRANT)
            + rls.protect("access_draft", see=f"({OWN} OR {rls.SYSTEM})", write=OWN)
            # A draft is the one thing that a person throws away.
            + f"""
            GRANT DELETE ON access_draft TO styrk_app;
            CREATE POLICY throw ON access_draft FOR DELETE USING ({OWN} OR {rls.SYSTEM});
            """,
            migrations.RunSQL.noop,
        )
    ]
