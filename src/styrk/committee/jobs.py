"""Each hour: serious events of patients come to the committee, whoever handles them."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from styrk.committee import queries
from styrk.committee.commands import lay_before
from styrk.committee.states import Way
from styrk.core import clock, scope
from styrk.core.jobs import EVERY_HOUR, periodic
from styrk.core.whole import all_or_nothing


@periodic(EVERY_HOUR)
def lay_serious(now: datetime) -> None:
    today = clock.day(now)
    with scope.acting(scope.SYSTEM), all_or_nothing(), translation.override("nb"):
        why = _("Alvorlig skade eller dødsfall.")
        for incident in queries.serious_unseen(now):
            if queries.committee_above(incident.unit, today):
                lay_before(incident=incident, why=why, by=None, now=now, way=Way.SERIOUS)
