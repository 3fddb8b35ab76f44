from django.db import migrations

from styrk.core import rls


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunSQL(rls.REFUSE_CHANGE, "DROP FUNCTION refuse_change()")]
