"""What is said of the one who stands past the top leader: the chair of the board, in a kommune the ordfører."""

from django.utils.translation import gettext_lazy as _

from styrk.organisation.flavours import worded

CHAIR = worded(_("styrelederen"), _("ordføreren"))
THE_CHAIR = worded(_("Styrelederen"), _("Ordføreren"))
# Fixed in bokmål when it is written to the trail.
IN_TRAIL = worded("styrelederen", "ordføreren")
WAITS = worded(_("Venter på at styrelederen tar imot"), _("Venter på at ordføreren tar imot"))
EXAMINES = worded(
    _("Styrelederen undersøker og bestemmer hva som skal bli bedre"),
    _("Ordføreren undersøker og bestemmer hva som skal bli bedre"),
)
RECEIVED = worded(
    _("Mottatt, og sendt forbi lederen til styrelederen. Takk for at du sa fra."),
    _("Mottatt, og sendt forbi lederen til ordføreren. Takk for at du sa fra."),
)
SENT = worded(
    _("Meldingen din er sendt til styrelederen, som ser på den videre."),
    _("Meldingen din er sendt til ordføreren, som ser på den videre."),
)
SENT_ON = worded(
    _("Meldingen din er sendt videre til styrelederen, som ser på den."),
    _("Meldingen din er sendt videre til ordføreren, som ser på den."),
)
LIES_THERE = worded(
    _("Meldingen din, som er fulgt helt opp, ligger nå hos styrelederen."),
    _("Meldingen din, som er fulgt helt opp, ligger nå hos ordføreren."),
)
