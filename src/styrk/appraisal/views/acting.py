"""Where one acts on a review: what is said of it on the page of every act."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.appraisal import presenters, queries, refusals, rules
from styrk.appraisal.models import Appraisal
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.Begun: gettext_lazy("En gjennomgang er under arbeid allerede. Her er den."),
    refusals.PartMissing: gettext_lazy("Vurder alle de fire delene før dere signerer."),
    refusals.Alone: gettext_lazy("Noter hvem som var med, før dere signerer."),
    refusals.ReasonMissing: gettext_lazy("Skriv hvorfor ikke alle er hørt."),
    refusals.NoAuthority: gettext_lazy("Øverste leder signerer, og ingen andre."),
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
