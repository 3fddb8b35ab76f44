from django.db import migrations, models
from django.db.models import Q

from styrk.core import ids

# Who was heard is put right in a draft, as what is judged is; signed it stands.
DRAFT = """
    DROP TRIGGER appraisal_participant_append_only ON appraisal_participant;
    DROP TRIGGER appraisal_participant_signed ON appraisal_participant;
    CREATE TRIGGER appraisal_participant_signed BEFORE INSERT OR UPDATE OR DELETE
        ON appraisal_participant FOR EACH ROW EXECUTE FUNCTION appraisal_keep_signed();
    GRANT UPDATE, DELETE ON appraisal_participant TO styrk_app;
"""
# Of reviews that are signed too: their addresses are not what they say.
NAMED = """
    ALTER TABLE appraisal_participant ADD COLUMN uuid uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;
    ALTER TABLE appraisal_participant ALTER COLUMN uuid DROP DEFAULT;
"""
ADDRESS = models.UUIDField(default=ids.new_uuid, unique=True, editable=False)
WHOLE, ONCE = "appraisal_signed_is_whole", "appraisal_once"


class Migration(migrations.Migration):
    """A draft begun by mistake is dropped, and what was noted of who was heard is put right."""

    dependencies = [("appraisal", "0005_inputs")]
    operations = [
        migrations.AlterField(
            "appraisal",
            "state",
            models.TextField(
                choices=[
                    ("draft", "Under arbeid"),
                    ("signed", "Signert"),
                    ("dropped", "Forkastet"),
                ],
                default="draft",
            ),
        ),
        migrations.RemoveConstraint("appraisal", ONCE),
        migrations.AddConstraint(
            "appraisal",
            models.UniqueConstraint(
                fields=["unit", "year", "number"], name=ONCE, condition=~Q(state="dropped")
            ),
        ),
        migrations.RemoveConstraint("appraisal", "appraisal_state"),
        migrations.AddConstraint(
            "appraisal",
            models.CheckConstraint(
                condition=Q(state__in=["draft", "signed", "dropped"]), name="appraisal_state"
            ),
        ),
        migrations.RemoveConstraint("appraisal", WHOLE),
        migrations.AddConstraint(
            "appraisal",
            models.CheckConstraint(
                condition=Q(state="signed", signed_at__isnull=False, content__isnull=False)
                & Q(digest__regex="^[0-9a-f]{64}$")
                | Q(state="draft", signed_at__isnull=True, content__isnull=True, digest="")
                | Q(state="dropped", signed_at__isnull=True, content__isnull=True, digest="")
                & Q(follows=None),
                name=WHOLE,
            ),
        ),
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(NAMED, migrations.RunSQL.noop)],
            [migrations.AddField("participant", "uuid", ADDRESS)],
        ),
        migrations.RunSQL(DRAFT, migrations.RunSQL.noop),
    ]
