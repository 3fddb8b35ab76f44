from django.db import migrations, models


class Migration(migrations.Migration):
    """A password that another has chosen lasts a week, and is changed at first sign-in."""

    dependencies = [("access", "0004_granted")]
    operations = [
        migrations.AddField(
            model_name="account",
            name="start_until",
            field=models.DateTimeField(null=True),
        ),
    ]
