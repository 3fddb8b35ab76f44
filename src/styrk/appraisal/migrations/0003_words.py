from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("appraisal", "0002_stands"),
    ]

    operations = [
        migrations.AddField(
            model_name="appraisal",
            name="to_board",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="appraisal",
            name="to_staff",
            field=models.TextField(blank=True),
        ),
    ]
