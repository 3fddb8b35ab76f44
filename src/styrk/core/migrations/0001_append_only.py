from django.db import migrations

from styrk.core import rls


class Migration(migrations.Migration):
    dependencies = []
    operations = [migrations.RunSQL(rls.REFUSE_CHANGE, "DROP FUNCTION refuse_change()")]
