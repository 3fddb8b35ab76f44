"""What indicators ask of leaders and owners."""

from functools import partial
from uuid import UUID

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind
from styrk.indicators.queries import titles
from styrk.indicators.queries.missing import LOOKED_BACK
from styrk.indicators.types import DECIDE, REPORT, VOUCH
from styrk.ui.addresses import address_of


def _own(_uuid: UUID) -> str:
    return address_of("indicators:attest_many")


KINDS = [
    Kind(
        REPORT,
        what=_("Registrer tall som mangler"),
        why=format_lazy(
            _(
                "Enheten har meldt disse tallene i minst én av de {n} periodene før, og nå skulle de"
                " vært her. Uten dem ser ingen hvordan det går (§ 8 a)."
            ),
            n=LOOKED_BACK,
        ),
        titles=titles.unit_names,
        path=partial(address_of, "indicators:missing"),
    ),
    Kind(
        VOUCH,
        what=_("Si hvor gode tallene er"),
        why=_(
            "Det er kommet nye tall, og de som leser dem, må vite om de kan stole på dem. Det sier den"
            " som eier indikatorene, eller stedfortrederen (§ 8 a)."
        ),
        titles=titles.unvouched_titles,
        path=_own,
    ),
    Kind(
        DECIDE,
        what=_("Ta stilling til det Styrk foreslår om grensene"),
        why=_(
            "Styrk endrer aldri et diagram selv. Det avgjør den som eier indikatoren, eller"
            " stedfortrederen, for de kan finne ut hva som skjedde (§ 8 c)."
        ),
        titles=titles.names,
        path=partial(address_of, "indicators:indicator"),
    ),
]
