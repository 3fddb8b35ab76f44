"""Where one acts on a placed requirement: what is said of it on the page of every act."""

from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.core import states
from styrk.requirements import commands, queries, rules
from styrk.requirements.models import Placement
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    commands.NotAPeriod: _("Perioden har ikke begynt ennå."),
    commands.NotBelow: _("Du kan bare gi kravet videre til enheter under din egen."),
}


def subject(placement: Placement) -> Subject:
    requirement, unit = placement.requirement, placement.unit
    query = urlencode({"enhet": unit.code})
    return Subject(
        way=[
            (_("Krav"), f"{address_of('requirements:placements')}?{query}"),
            (requirement, address_of("requirements:placement", placement.uuid)),
        ],
        line=f"{requirement} – {unit.name}",
        quoted=requirement.text,
    )


DESK = Desk(
    name="placement",
    find=queries.placement,
    hold=queries.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=subject,
    misfit=REFUSALS[states.NotNow],
    refusals=REFUSALS,
)
