import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import styrk.core.ids

# Who follows it stands; what became of it is told once.
STANDS = """
    CREATE TRIGGER yearly_follow_up_told BEFORE UPDATE ON yearly_followup FOR EACH ROW
        WHEN (OLD.told_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
    REVOKE UPDATE, DELETE, TRUNCATE ON yearly_followup FROM styrk_app;
    GRANT UPDATE (told, told_at, told_by_id) ON yearly_followup TO styrk_app;
"""


def _person(**more: bool) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="organisation.person",
        **more,
    )


class Migration(migrations.Migration):
    """What kommunestyret asks for waits for somebody, who tells what became of it."""

    dependencies = [("yearly", "0002_stands"), ("organisation", "0003_agreed_to")]
    operations = [
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uuid",
                    models.UUIDField(default=styrk.core.ids.new_uuid, editable=False, unique=True),
                ),
                ("due", models.DateField()),
                ("told", models.TextField(blank=True)),
                ("told_at", models.DateTimeField(null=True)),
                ("owner", _person()),
                ("told_by", _person(null=True)),
                (
                    "treatment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_up",
                        to="yearly.treatment",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(told="", told_at__isnull=True, told_by__isnull=True)
                        | ~Q(told="") & Q(told_at__isnull=False, told_by__isnull=False),
                        name="yearly_follow_up_told",
                    )
                ]
            },
        ),
        migrations.RunSQL(STANDS, migrations.RunSQL.noop),
    ]
