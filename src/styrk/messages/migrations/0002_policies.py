from django.db import migrations

from styrk.core import rls

SEE = f"(recipient_id = {rls.PERSON} OR {rls.SYSTEM})"


class Migration(migrations.Migration):
    dependencies = [("styrk_messages", "0001_initial"), ("access", "0002_policies")]
    operations = [
        migrations.RunSQL(rls.protect("styrk_messages_message", see=SEE), migrations.RunSQL.noop)
    ]
