"""What the board is called, and what is said of it: in a kommune it is kommunestyret."""

from django.utils.translation import gettext_lazy as _

from styrk.organisation.flavours import worded

# Fixed in bokmål when it is written to the trail.
IN_TRAIL = worded("styret", "kommunestyret")
MEETING_IN_TRAIL = worded("styremøtet", "møtet i kommunestyret")
BOARD = worded(_("Styret"), _("Kommunestyret"))
BOARD_IN = worded(_("Styret i %(unit)s"), _("Kommunestyret i %(unit)s"))
FOR_WHOM = worded(
    _("Styrets side er for dem som sitter i styret eller leder virksomheten."),
    _("Kommunestyrets side er for dem som sitter i kommunestyret eller leder kommunen."),
)
EACH_SEES = worded(
    _(
        "Det samme som hvert styre ser, slik det er i dag. Tallene er ikke en rangering: virksomhetene er"
        " ulike store, og mange meldinger er et tegn på at folk sier fra."
    ),
    _(
        "Det samme som hvert kommunestyre ser, slik det er i dag. Tallene er ikke en rangering: kommunene"
        " er ulike store, og mange meldinger er et tegn på at folk sier fra."
    ),
)
MEETING = worded(_("Styremøte %(day)s"), _("Møte i kommunestyret %(day)s"))
CASE = worded(_("Styremøte %(day)s, sak %(n)s"), _("Kommunestyret %(day)s, sak %(n)s"))
PLAN = worded(_("Planlegg et styremøte"), _("Planlegg et møte i kommunestyret"))
PACK = worded(_("Styrepakke"), _("Pakke til kommunestyret"))
PACK_OF = worded(_("Styrepakke %(n)s, %(day)s"), _("Pakke %(n)s til kommunestyret, %(day)s"))
PACK_SINCE = worded(
    _("De sammenlignes med styrepakken fra %(day)s."),
    _("De sammenlignes med pakken kommunestyret fikk %(day)s."),
)
PACK_HERE = worded(_("Styrepakken"), _("Pakken til kommunestyret"))
PACK_NOT_MADE = worded(
    _(
        "Pakken er ikke laget ennå. Den viser det styrets side viser den dagen den lages, og står siden."
    ),
    _(
        "Pakken er ikke laget ennå. Den viser det kommunestyrets side viser den dagen den lages, og står"
        " siden."
    ),
)
AGENDA_CHANGED = worded(
    _("Sakslisten er endret etter at styrepakken ble laget. Lag en ny utgave, så styret får den."),
    _(
        "Sakslisten er endret etter at pakken ble laget. Lag en ny utgave, så kommunestyret får den."
    ),
)
PACK_STANDS = worded(
    _("Dette er det styret fikk, slik det var da pakken ble laget. Det endres ikke."),
    _("Dette er det kommunestyret fikk, slik det var da pakken ble laget. Det endres ikke."),
)
MAKE_PACK = worded(_("Lag styrepakken"), _("Lag pakken til kommunestyret"))
PACK_MADE = worded(
    _("Styrepakken er laget, og står som den er. Endres noe, kan du lage en ny utgave."),
    _("Pakken er laget, og står som den er. Endres noe, kan du lage en ny utgave."),
)
PLANNED = worded(
    _("Møtet er planlagt. Meld sakene, og lag styrepakken når de er på plass."),
    _("Møtet er planlagt. Meld sakene, og lag pakken når de er på plass."),
)
TAKEN_OFF = worded(
    _("Saken er tatt av. Lag en ny styrepakke hvis den alt er laget."),
    _("Saken er tatt av. Lag en ny pakke hvis den alt er laget."),
)
DECISION = worded(_("Styrevedtak"), _("Vedtak i kommunestyret"))
DECIDED_BECAME = worded(
    _("Hva det ble av det styret bestemte"), _("Hva det ble av det kommunestyret bestemte")
)
TOLD_BY = worded(
    _("Styret får vite hva det ble av det innen"),
    _("Kommunestyret får vite hva det ble av det innen"),
)
TELL = worded(_("Meld tilbake til styret"), _("Meld tilbake til kommunestyret"))
TOLD = worded(
    _("Styret ser det på siden sin og i neste styrepakke."),
    _("Kommunestyret ser det på siden sin og i neste pakke."),
)
TELL_OF = worded(
    _("Meld tilbake om et styrevedtak"), _("Meld tilbake om et vedtak i kommunestyret")
)
TELL_WHY = worded(
    _("Styret har bestemt noe som du følger opp. Neste møte åpner med hva det ble av det."),
    _("Kommunestyret har bestemt noe som du følger opp. Neste møte åpner med hva det ble av det."),
)
TO_KNOW = worded(
    _("Hva skal styret vite eller ta stilling til?"),
    _("Hva skal kommunestyret vite eller ta stilling til?"),
)
WHO_READS_CLOSED = worded(
    _(
        "For eksempel: helseforetaksloven § 26 a. Tomt betyr at saken er åpen. En sak for lukkede dører leses av"
        " styret, øverste leder og kvalitetsrådgiveren, og ikke av eieren. Gjelder den øverste leder, så"
        " skriv bare at den gjelder det, og del papirene på en annen måte."
    ),
    _(
        "For eksempel: kommuneloven § 11-5. Tomt betyr at saken er åpen. En sak for lukkede dører leses av"
        " kommunestyret, kommunedirektøren og kvalitetsrådgiveren. Gjelder den kommunedirektøren, så"
        " skriv bare at den gjelder det, og del papirene på en annen måte."
    ),
)
WAITING = worded(_("Rapporter som venter på styret"), _("Rapporter som venter på kommunestyret"))
PLAN_WAITS = worded(
    _("Revisjonsplanen venter på styret"), _("Revisjonsplanen venter på kommunestyret")
)
WHAT_DECIDED = worded(_("Hva bestemte styret?"), _("Hva bestemte kommunestyret?"))
WHEN_TOLD = worded(
    _("Når skal styret få vite hva det ble av det?"),
    _("Når skal kommunestyret få vite hva det ble av det?"),
)
ASK = worded(_("Spør øverste leder"), _("Spør kommunedirektøren"))
ASK_OPENLY = worded(
    _("Hele styret ser spørsmålet og svaret. Skriv ikke om enkeltpersoner."),
    _("Hele kommunestyret ser spørsmålet og svaret. Skriv ikke om enkeltpersoner."),
)
ASKED = worded(
    _("Spørsmålet er sendt. Svaret kommer på styrets side."),
    _("Spørsmålet er sendt. Svaret kommer på kommunestyrets side."),
)
QUESTION = worded(_("Spørsmål fra styret"), _("Spørsmål fra kommunestyret"))
ANSWER = worded(_("Svar styret"), _("Svar kommunestyret"))
ANSWERED = worded(_("Styret har fått svaret."), _("Kommunestyret har fått svaret."))
ANSWER_TO = worded(_("Svar på et spørsmål fra styret"), _("Svar på et spørsmål fra kommunestyret"))
ANSWER_WHY = worded(
    _("Et styremedlem har spurt skriftlig. Hele styret leser svaret."),
    _("Et medlem av kommunestyret har spurt skriftlig. Hele kommunestyret leser svaret."),
)
FIRST = worded(
    _("Ingen styrepakke er laget ennå. Når en er laget, står det her hva som er endret siden."),
    _(
        "Ingen pakke til kommunestyret er laget ennå. Når en er laget, står det her hva som er endret siden."
    ),
)
