from django.db import migrations, models


class Migration(migrations.Migration):
    """A judgement may be made in a signed paper, and says in which."""

    dependencies = [("compliance", "0005_in_place")]
    operations = [
        migrations.AddField(
            "judgement", "source", models.TextField(blank=True, default=""), preserve_default=False
        ),
    ]
