from django.db import migrations, models


class Migration(migrations.Migration):
    """Those above see how a risk stands today, and those below when the one above is ended."""

    dependencies = [
        ("organisation", "0002_trail"),
        ("risks", "0002_policies"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="proposal",
            name="risks_proposal_state",
        ),
        migrations.RemoveConstraint(
            model_name="proposal",
            name="risks_proposal_into",
        ),
        migrations.AddField(
            model_name="proposal",
            name="latest",
            field=models.JSONField(default=dict),
        ),
        migrations.AlterField(
            model_name="proposal",
            name="state",
            field=models.TextField(
                choices=[
                    ("proposed", "Foreslått"),
                    ("taken_in", "Tatt inn"),
                    ("merged", "Slått sammen"),
                    ("declined", "Ikke tatt inn"),
                    ("withdrawn", "Trukket"),
                    ("closed", "Avsluttet over"),
                ],
                default="proposed",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["proposed", "taken_in", "merged", "declined", "withdrawn", "closed"],
                    )
                ),
                name="risks_proposal_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("into__isnull", False), ("state__in", ["taken_in", "merged", "closed"])
                    ),
                    models.Q(
                        models.Q(("state__in", ["taken_in", "merged", "closed"]), _negated=True),
                        ("into__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="risks_proposal_into",
            ),
        ),
    ]
