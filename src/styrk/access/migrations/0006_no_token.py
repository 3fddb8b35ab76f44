from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """A grant is a person's or a post's; the tokens that were prepared for were never given."""

    dependencies = [("access", "0005_start_password")]
    operations = [
        migrations.RemoveConstraint(model_name="grant", name="access_grant_to_one"),
        migrations.RemoveField(model_name="grant", name="token_hash"),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=Q(person__isnull=False, unit__isnull=True)
                | Q(person__isnull=True, unit__isnull=False),
                name="access_grant_to_one",
            ),
        ),
    ]
