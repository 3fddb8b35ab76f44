"""What statutory notices ask of people."""

from collections.abc import Collection, Mapping
from functools import partial
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind, Title
from styrk.serious import naming, presenters, queries
from styrk.serious.types import ASSESS, GAP, JUDGE, OVERSEE, RECEIVE, SEND
from styrk.ui.addresses import address_of


def _titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """All of them are grave: they stand first of a day's."""
    tag = presenters.GRAVE
    told = (str(tag[0]), tag[1])
    return {uuid: Title.tagged(name, told) for uuid, name in queries.titles(uuids).items()}


def _notices(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    found = queries.titles_of_notices(uuids)
    return {uuid: f"{naming.title(rule)}: {case}" for uuid, (rule, case) in found.items()}


def _notice(uuid: UUID) -> str:
    return address_of("serious:notice", uuid)


KINDS = [
    Kind(
        RECEIVE,
        what=_("Kvitter for en hendelse som haster"),
        why=_("Du er spurt fordi du har vakt eller er neste. Uten kvittering spør Styrk en annen."),
        titles=_titles,
        path=partial(address_of, "serious:event"),
    ),
    Kind(
        ASSESS,
        what=_("Svar på om hendelsen skal meldes videre"),
        why=_("Noen plikter gjelder straks, og fristene løper fra hendelsen, ikke fra svaret."),
        titles=_titles,
        path=partial(address_of, "serious:event"),
    ),
    Kind(
        JUDGE,
        what=_("Avgjør hva som skal meldes"),
        why=_("Styrk foreslår. En navngitt person avgjør, og grunnen blir stående."),
        titles=_titles,
        path=partial(address_of, "serious:event"),
    ),
    Kind(
        SEND,
        what=_("Send en lovpålagt melding"),
        why=_("Det er bestemt at dette skal meldes. Noter her når det er sendt."),
        titles=_notices,
        path=_notice,
    ),
    Kind(
        OVERSEE,
        what=_("Se til at en melding blir sendt"),
        why=_("Fristen er nær eller ute hos en leder under deg."),
        titles=_notices,
        path=_notice,
    ),
    Kind(
        GAP,
        what=_("Finn noen til vakta"),
        why=_("Skjer det noe alvorlig i en vakt uten noen, spør Styrk den neste i linja i stedet."),
        titles=queries.titles_of_rotas,
        path=partial(address_of, "serious:gap"),
    ),
]
