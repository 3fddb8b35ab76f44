import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """What is left of a placement in an older edition names its actions too."""

    dependencies = [("actions", "0007_posts"), ("requirements", "0004_drafts")]
    operations = [
        migrations.AlterField(
            model_name="placementaction",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="actions.action",
            ),
        ),
        migrations.AddConstraint(
            model_name="placementaction",
            constraint=models.UniqueConstraint(
                fields=("placement", "action"), name="requirements_action_once"
            ),
        ),
    ]
