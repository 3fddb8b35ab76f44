from django.db import migrations, models
from django.db.models import Q

from styrk.core import rls

WHOLE = "compliance_fitting_whole"
SIZES = ["", "small_municipality", "municipality", "trust", "region", "private"]
# Of a plan or a series it is read by whoever is signed in and may open the page.
SEE = (
    f"{rls.SYSTEM} OR {rls.units('risk', 'unit_id')}"
    f" OR (kind <> 'risk' AND {rls.PERSON} IS NOT NULL)"
)


class Migration(migrations.Migration):
    """What a letter rests on instead has a name that is not a day's; and with nobody acting no words are read."""

    dependencies = [("compliance", "0004_fitted_and_looked")]
    operations = [
        migrations.RemoveConstraint("fitting", WHOLE),
        migrations.RenameField("fitting", "rests_on", "in_place"),
        migrations.AddConstraint(
            "fitting",
            models.CheckConstraint(
                condition=Q(what="profile", value__in=SIZES, in_place="")
                | ~Q(what="profile") & Q(value="off") & ~Q(in_place="")
                | ~Q(what="profile") & Q(value="", in_place=""),
                name=WHOLE,
            ),
        ),
        migrations.RunSQL(
            rls.seen_and_changed("compliance_lookwords", SEE), migrations.RunSQL.noop
        ),
    ]
