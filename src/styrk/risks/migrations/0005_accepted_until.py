from dataclasses import replace
from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

from styrk.core import tallies
from styrk.core.tallies import Bucket

BEFORE = import_module("styrk.risks.migrations.0002_policies")
# An action stays; an acceptance counts until its last day.
ALONE = f"{BEFORE.SERIOUS} AND r.state = 'accepted' AND NOT r.treated"
TALLY = replace(
    BEFORE.TALLY,
    buckets=(
        *BEFORE.TALLY.buckets,
        Bucket(
            "r.accepted_until",
            {"accepted": ALONE, "shared_accepted": f"{ALONE} AND r.interaction <> 'none'"},
        ),
    ),
)
UNTIL = """
    UPDATE risks_risk SET accepted_until = a.expires_on
    FROM risks_acceptance a WHERE a.id = acceptance_id;
"""
# Counted anew from the risks themselves.
ANEW = """
    DROP FUNCTION risks_tally_added(), risks_tally_changed(), risks_tally_moved() CASCADE;
    DROP FUNCTION risks_tally_compact();
    DROP INDEX risks_tally_once, risks_tally_new, risks_tally_nothing, risks_linetally_nothing;
    TRUNCATE risks_tally, risks_linetally;
"""


class Migration(migrations.Migration):
    """What is accepted is counted as treated until the acceptance runs out, and no longer."""

    dependencies = [("risks", "0004_goals")]
    operations = [
        migrations.RemoveConstraint("risk", "risks_accepted_by"),
        migrations.AddField("risk", "accepted_until", models.DateField(null=True)),
        *(
            migrations.AddField(model, name, models.IntegerField(db_default=0))
            for model in ("tally", "linetally")
            for name in ("accepted", "shared_accepted")
        ),
        migrations.RunSQL(UNTIL + ANEW + tallies.create(TALLY), migrations.RunSQL.noop),
        migrations.AddConstraint(
            "risk",
            models.CheckConstraint(
                condition=Q(
                    state="accepted", acceptance__isnull=False, accepted_until__isnull=False
                )
                | (~Q(state="accepted") & Q(acceptance__isnull=True, accepted_until__isnull=True)),
                name="risks_accepted_by",
            ),
        ),
    ]
