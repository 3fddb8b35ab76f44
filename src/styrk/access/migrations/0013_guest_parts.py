from django.db import migrations, models


class Migration(migrations.Migration):
    """Whoever lets somebody in says which parts of the record they see."""

    dependencies = [("access", "0012_guest_policies")]
    operations = [
        migrations.AddField("guest", "parts", models.JSONField(default=list, db_default=[])),
    ]
