from django.db import migrations, models


class Migration(migrations.Migration):
    """A definition says whether what it counts is whole numbers."""

    dependencies = [("indicators", "0006_along"), ("organisation", "0003_agreed_to")]
    operations = [
        migrations.AddField(
            model_name="definition",
            name="whole",
            field=models.TextField(
                choices=[
                    ("auto", "Det vanlige for slike tall"),
                    ("yes", "Ja, alltid hele tall"),
                    ("no", "Nei, tallet kan ha desimaler"),
                ],
                db_default="auto",
                default="auto",
            ),
        ),
        migrations.AddConstraint(
            model_name="definition",
            constraint=models.CheckConstraint(
                condition=models.Q(("whole__in", ["auto", "yes", "no"])), name="indicators_whole"
            ),
        ),
    ]
