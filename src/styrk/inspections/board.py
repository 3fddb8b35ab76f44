"""What is said of those the report goes to: the board, in a kommune the kommunestyre."""

from django.utils.translation import gettext_lazy as _

from styrk.organisation.flavours import worded

# Fixed in bokmål when it is written to the trail.
IN_TRAIL = worded("styret", "kommunestyret")
BOARD = worded(_("Styret"), _("Kommunestyret"))
DECIDED = worded(_("Styret bestemte %(day)s"), _("Kommunestyret vedtok %(day)s"))
WAITS = worded(_("Venter på styret."), _("Venter på kommunestyret."))

SEND = worded(_("Send rapporten til styret"), _("Send rapporten til kommunestyret"))
SEES = worded(
    _("Styret ser rapporten, funnene og det dere gjør. Det styret bestemmer, føres inn her."),
    _("Kommunestyret ser rapporten, funnene og det dere gjør. Det de vedtar, føres inn her."),
)
SEND_NOW = worded(_("Send til styret"), _("Send til kommunestyret"))
SENT = worded(_("Rapporten er sendt til styret."), _("Rapporten er sendt til kommunestyret."))
SENT_ALREADY = worded(
    _("Rapporten er sendt til styret fra før."), _("Rapporten er sendt til kommunestyret fra før.")
)
TREAT = worded(_("Før inn hva styret bestemte"), _("Før inn hva kommunestyret vedtok"))
TREATED = worded(
    _("Det styret bestemte, er ført inn."), _("Det kommunestyret vedtok, er ført inn.")
)

ASK = worded(_("Hva skal styret ta stilling til?"), _("Hva skal kommunestyret ta stilling til?"))
ASK_SO = worded(
    _("Si hva som ble funnet, hva dere gjør, og hva du vil at styret skal bestemme."),
    _("Si hva som ble funnet, hva dere gjør, og hva du vil at kommunestyret skal vedta."),
)
BY_WHEN = worded(
    _("Når bør styret ha behandlet den?"), _("Når bør kommunestyret ha behandlet den?")
)
WHICH_DAY = worded(
    _("Hvilken dag behandlet styret rapporten?"),
    _("Hvilken dag behandlet kommunestyret rapporten?"),
)
CASE = worded(_("Saksnummer i styret"), _("Saksnummer i kommunestyret"))
WHAT = worded(_("Hva bestemte styret?"), _("Hva vedtok kommunestyret?"))

DUTY = worded(_("Rapporten venter på styret"), _("Rapporten venter på kommunestyret"))
DUTY_WHY = worded(
    _("Styret ser hva tilsyn og revisjoner fant, og bestemmer hva som skal til."),
    _("Kommunestyret ser hva tilsyn og revisjoner fant, og vedtar hva som skal til."),
)
DID_SEND = worded(_("sendte rapporten til styret"), _("sendte rapporten til kommunestyret"))
DID_TREAT = worded(_("førte inn hva styret bestemte"), _("førte inn hva kommunestyret vedtok"))
