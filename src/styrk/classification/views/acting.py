"""Where one acts on a code scheme."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.classification import queries, refusals, rules
from styrk.classification.models import CodeScheme
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.InUse: gettext_lazy(
        "En annen utgave av kodeverket er i bruk. Ta den ut av bruk først."
    ),
    refusals.OtherScheme: gettext_lazy(
        "Kodeverket er tatt ut av bruk imens. Velg koder fra det som gjelder nå."
    ),
}


def subject(scheme: CodeScheme) -> Subject:
    return Subject(
        way=[
            (_("Hva meldingene gjelder"), address_of("classification:codes")),
            (_("Kodeverk"), address_of("classification:schemes")),
            (str(scheme), address_of("classification:scheme", scheme.uuid)),
        ],
        line=scheme.trust.name,
    )


DESK = Desk(
    name="scheme",
    find=queries.scheme,
    hold=queries.hold_scheme,
    is_for=rules.is_for,
    may=rules.may,
    subject=subject,
    misfit=gettext_lazy("Dette er gjort allerede."),
    refusals=REFUSALS,
)
