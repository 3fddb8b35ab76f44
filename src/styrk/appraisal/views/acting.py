"""Where one acts on a review: what is said of it on the page of every act."""

from uuid import UUID

from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.access.queries import Standing
from styrk.appraisal import presenters, queries, refusals, rules
from styrk.appraisal.models import Appraisal
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.Begun: gettext_lazy("En gjennomgang er under arbeid allerede. Her er den."),
    refusals.PartMissing: gettext_lazy("Vurder alle de fire delene før dere signerer."),
    refusals.Alone: gettext_lazy("Noter hvem som var med, før dere signerer."),
    refusals.ReasonMissing: gettext_lazy("Skriv hvorfor ikke alle er hørt."),
    refusals.NoAuthority: gettext_lazy("Lederen selv eller stedfortrederen signerer."),
    refusals.NobodyHolds: gettext_lazy("Virksomheten har ingen slike enheter nå. Velg på nytt."),
    refusals.NotYet: gettext_lazy("Skriv det inn når det er bestemt."),
    refusals.NotTop: gettext_lazy("Enheten holder ikke sin egen gjennomgang nå."),
}


def address(appraisal: Appraisal) -> str:
    return address_of("appraisal:appraisal", appraisal.uuid)


def subject(appraisal: Appraisal) -> Subject:
    name = presenters.name_of(appraisal)
    return Subject(
        way=[
            (_("Ledelsens gjennomgang"), address_of("appraisal:appraisals")),
            (name, address(appraisal)),
        ],
        line=name,
    )


def listed(unit: Unit) -> str:
    """The address of the unit's reviews."""
    return f"{address_of('appraisal:appraisals')}?{urlencode({'enhet': unit.code})}"


def _organisation(uuid: UUID, standing: Standing) -> Unit | None:
    found = queries.organisations(standing)
    return next((one for one in found if one.uuid == uuid), None)


# Where the organisation decides which other units hold their own.
LEVELS = Desk(
    name="unit",
    find=_organisation,
    hold=queries.held_for,
    is_for=lambda standing, unit, _act: rules.may_extend(standing, unit),
    may=lambda standing, unit, _act: rules.may_extend(standing, unit),
    subject=lambda unit: Subject(way=[(_("Ledelsens gjennomgang"), listed(unit))], line=unit.name),
    misfit=gettext_lazy("Dette passer ikke slik det står nå."),
    refusals=REFUSALS,
)
DESK = Desk(
    name="appraisal",
    find=queries.appraisal,
    hold=queries.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=subject,
    misfit=gettext_lazy("Dette passer ikke slik gjennomgangen står nå."),
    refusals=REFUSALS,
)
