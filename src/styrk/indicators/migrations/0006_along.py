from django.db import migrations, models


class Migration(migrations.Migration):
    """A definition says how periods go together. All series are read anew, by the rules of their charts."""

    dependencies = [("indicators", "0005_glance")]
    operations = [
        migrations.AddField(
            model_name="definition",
            name="along",
            field=models.TextField(
                choices=[
                    ("auto", "Det vanlige for slike tall"),
                    ("sum", "Periodene legges sammen"),
                    ("last", "Det nyeste tallet gjelder: det som ligger der da"),
                    ("mean", "Gjennomsnittet av periodene"),
                ],
                db_default="auto",
                default="auto",
            ),
        ),
        migrations.AddConstraint(
            model_name="definition",
            constraint=models.CheckConstraint(
                condition=models.Q(("along__in", ["auto", "sum", "last", "mean"])),
                name="indicators_along",
            ),
        ),
        migrations.RunSQL(
            "UPDATE indicators_signal SET stale = true WHERE NOT stale", migrations.RunSQL.noop
        ),
    ]
