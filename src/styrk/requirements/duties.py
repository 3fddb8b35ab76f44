"""What requirements ask of leaders and owners."""

from collections.abc import Collection, Mapping
from functools import partial
from uuid import UUID

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind
from styrk.requirements import queries
from styrk.requirements.annual_due import WRITTEN_BY
from styrk.requirements.types import ANNUAL, ANSWER, REACT, REPORT
from styrk.ui.addresses import address_of


def _editions(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    return queries.editions_titles(list(uuids))


KINDS = [
    Kind(
        ANSWER,
        what=_("Svar på kravet"),
        why=_("Kravet er lagt til enheten din. Den som la det der, venter på svar (§ 6 a og c)."),
        titles=queries.titles,
        path=partial(address_of, "requirements:placement"),
    ),
    Kind(
        REPORT,
        what=_("Rapporter hvordan det går"),
        why=_("Perioden er over, og statusen din settes sammen med de andres (§ 8 a)."),
        titles=queries.titles,
        path=partial(address_of, "requirements:placement"),
    ),
    Kind(
        REACT,
        what=_("Se hva som er endret i"),
        why=_("Kilden har kommet i en ny utgave. Du har ansvaret for å følge den (§ 6 c)."),
        titles=_editions,
        path=partial(address_of, "requirements:review"),
    ),
    Kind(
        ANNUAL,
        what=_("Få skrevet og godkjent årlig melding"),
        why=format_lazy(
            _("Året er over, og eieren venter på svar, krav for krav, og en plan (§ 8 a). {why}"),
            why=WRITTEN_BY.why,
        ),
        titles=queries.annual_titles,
        path=partial(address_of, "requirements:annual_by_uuid"),
    ),
]
