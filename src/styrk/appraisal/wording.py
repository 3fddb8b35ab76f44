"""Whom the review speaks to above: in a kommune the board is kommunestyret, and its chair the ordfører."""

from django.utils.translation import gettext_lazy as _

from styrk.organisation.flavours import worded

# What the data do not hold is said in words, by the one who judges.
OUTSIDE = _(
    "Styrk henter ikke dette. Skriv det dere vet, og hvor dere har det fra, i vurderingen av delen."
)
TO_BOARD = worded(_("Til styret"), _("Til kommunestyret"))
TO_ALL = worded(_("Til styret og medarbeiderne"), _("Til kommunestyret og medarbeiderne"))
WRITE_ALL = worded(
    _("Skriv til styret og medarbeiderne"), _("Skriv til kommunestyret og medarbeiderne")
)
SAY_ALL = worded(
    _("Si det til styret og medarbeiderne"), _("Si det til kommunestyret og medarbeiderne")
)
STANDS = worded(
    _("Dette står i gjennomgangen når den er signert, og i filene som går til styret."),
    _("Dette står i gjennomgangen når den er signert, og i filene som går til kommunestyret."),
)
WHO_READS = worded(
    _(
        "Utkastet leses bare av dere som skriver det: øverste leder, stedfortrederen og"
        " kvalitetsrådgiverne. Signert kan styret og alle i virksomheten lese gjennomgangen."
    ),
    _(
        "Utkastet leses bare av dere som skriver det: kommunedirektøren, stedfortrederen og"
        " kvalitetsrådgiverne. Signert kan kommunestyret og alle i kommunen lese gjennomgangen."
    ),
)
TO_KNOW = worded(_("Hva skal styret vite?"), _("Hva skal kommunestyret vite?"))
TO_KNOW_HELP = worded(
    _("Det viktigste dere har sett, det dere ber styret om, og risiko dere lever med."),
    _("Det viktigste dere har sett, det dere ber kommunestyret om, og risiko dere lever med."),
)
ASKED_TO_ASK = worded(
    _("Styrets leder er bedt om å spørre øverste leder."),
    _("Ordføreren er bedt om å spørre kommunedirektøren."),
)
TOLD_TONIGHT = worded(_("Styrets leder får beskjed i natt."), _("Ordføreren får beskjed i natt."))
