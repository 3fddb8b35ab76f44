import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

VERDICTS = ["no_baseline", "too_early", "improved", "uncertain", "worse", "changed"]


class Migration(migrations.Migration):
    """Which series an action is seen by may be changed, and is remembered; an answer says by whom."""

    dependencies = [
        ("indicators", "0003_working_tables"),
        ("organisation", "0001_initial"),
    ]
    operations = [
        migrations.AlterField(
            "ActionMeasure",
            "action",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="measures",
                to="actions.action",
            ),
        ),
        migrations.AddField("ActionMeasure", "ended_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "ActionMeasure",
            "ended_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisation.person",
            ),
        ),
        migrations.AddField("ActionMeasure", "ended_reason", models.TextField(blank=True)),
        migrations.AddConstraint(
            "ActionMeasure",
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(ended_at__isnull=True),
                name="indicators_action_once",
            ),
        ),
        migrations.AddConstraint(
            "ActionMeasure",
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="indicators_action_ended_pair",
            ),
        ),
        migrations.RemoveIndex("EffectAnswer", "indicators_effect_answer"),
        migrations.RemoveField("EffectAnswer", "action"),
        migrations.RemoveField("EffectAnswer", "indicator"),
        migrations.RemoveField("EffectAnswer", "unit"),
        migrations.AddField(
            "EffectAnswer",
            "measure",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="indicators.actionmeasure",
                default=0,  # there are no answers yet
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "EffectAnswer",
            "by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisation.person",
            ),
        ),
        migrations.AddField(
            "EffectAnswer", "verdict", models.TextField(default="too_early"), preserve_default=False
        ),
        migrations.AddField("EffectAnswer", "again_on", models.DateField(null=True)),
        migrations.AddConstraint(
            "EffectAnswer",
            models.CheckConstraint(condition=Q(verdict__in=VERDICTS), name="indicators_verdict"),
        ),
        migrations.AddIndex(
            "EffectAnswer",
            models.Index(fields=["measure", "-id"], name="indicators_effect_answer"),
        ),
    ]
