"""Whom the review speaks to above: in a kommune the board is kommunestyret, and its chair the ordfører."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from styrk.organisation.flavours import worded

# What the data do not hold is said in words, by the one who judges.
OUTSIDE = _("Styrk henter ikke dette. Skriv det dere vet, og hvor dere har det fra.")


@dataclass(frozen=True)
class Voice:
    """How a review speaks of whom it goes to: the top's to the board, a unit's to the leader above."""

    to_above: Any
    to_all: Any
    write_all: Any
    say_all: Any
    stands: Any
    to_know: Any
    to_know_help: Any
    who_reads: Any
    is_late: Any
    told_tonight: Any
    signed_by: Any


TOP = Voice(
    to_above=worded(_("Til styret"), _("Til kommunestyret")),
    to_all=worded(_("Til styret og medarbeiderne"), _("Til kommunestyret og medarbeiderne")),
    write_all=worded(
        _("Skriv til styret og medarbeiderne"), _("Skriv til kommunestyret og medarbeiderne")
    ),
    say_all=worded(
        _("Si det til styret og medarbeiderne"), _("Si det til kommunestyret og medarbeiderne")
    ),
    stands=worded(
        _("Dette står i gjennomgangen når den er signert, og i filene som går til styret."),
        _("Dette står i gjennomgangen når den er signert, og i filene som går til kommunestyret."),
    ),
    to_know=worded(_("Hva skal styret vite?"), _("Hva skal kommunestyret vite?")),
    to_know_help=worded(
        _("Det viktigste dere har sett, det dere ber styret om, og risiko dere lever med."),
        _("Det viktigste dere har sett, det dere ber kommunestyret om, og risiko dere lever med."),
    ),
    who_reads=worded(
        _(
            "Utkastet leses bare av dere som skriver det: øverste leder, stedfortrederen og"
            " kvalitetsrådgiverne. Signert kan styret og alle i virksomheten lese gjennomgangen."
        ),
        _(
            "Utkastet leses bare av dere som skriver det: kommunedirektøren, stedfortrederen og"
            " kvalitetsrådgiverne. Signert kan kommunestyret og alle i kommunen lese gjennomgangen."
        ),
    ),
    is_late=worded(
        _("Styrets leder er bedt om å spørre øverste leder."),
        _("Ordføreren er bedt om å spørre kommunedirektøren."),
    ),
    told_tonight=worded(
        _("Styrets leder får beskjed i natt."), _("Ordføreren får beskjed i natt.")
    ),
    signed_by=_("Signert av %(name)s, øverste leder,"),
)
BELOW = Voice(
    to_above=_("Til lederen over"),
    to_all=_("Til lederen over og medarbeiderne"),
    write_all=_("Skriv til lederen over og medarbeiderne"),
    say_all=_("Si det til lederen over og medarbeiderne"),
    stands=_("Dette står i gjennomgangen når den er signert, og lederen over leser det."),
    to_know=_("Hva skal lederen over vite?"),
    to_know_help=_(
        "Det viktigste dere har sett, det dere ber lederen over om, og risiko dere lever med."
    ),
    who_reads=_(
        "Utkastet leses bare av dere som skriver det: lederen for enheten, stedfortrederen og"
        " kvalitetsrådgiverne. Signert kan alle i enheten og lederne over lese gjennomgangen."
    ),
    is_late=_("Lederen over er bedt om å spørre."),
    told_tonight=_("Lederen over får beskjed i natt."),
    signed_by=_("Signert av %(name)s, leder for enheten,"),
)


def voice(*, top: bool) -> Voice:
    return TOP if top else BELOW
