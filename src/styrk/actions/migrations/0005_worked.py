from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("actions", "0004_quick_policies")]
    operations = [
        migrations.AddIndex(
            "action",
            models.Index(
                fields=["-raised_at", "-id"],
                name="actions_worked",
                condition=Q(origin="incident", state="finished", effect__in=["worked", "partly"]),
            ),
        )
    ]
