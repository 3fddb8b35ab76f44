"""What is said of those who tell, and of whom it goes to when it is about the top leader."""

from django.utils.translation import gettext_lazy as _

from styrk.organisation.flavours import worded

HAVE_YOU = worded(
    _(
        "Har du vært pasient eller pårørende hos oss? Si det som var bra, og det som ikke var det. Du"
        " trenger ikke å si hvem du er."
    ),
    _(
        "Har du vært bruker, beboer, pasient eller pårørende hos oss? Si det som var bra, og det som ikke"
        " var det. Du trenger ikke å si hvem du er."
    ),
)
HOW_IT_WAS = worded(
    _("Slik var det å være pasient eller pårørende."),
    _("Slik var det å være bruker, beboer, pasient eller pårørende."),
)
TO_CHAIR = worded(
    _("Da går det til styrets leder. Ingen andre kan lese det."),
    _("Da går det til ordføreren. Ingen andre kan lese det."),
)
WHO_READS_IT = worded(
    _(
        "Da går det til den som leder enheten over. Gjelder det øverste leder, går det til styrets"
        " leder, og ingen andre kan lese det."
    ),
    _(
        "Da går det til den som leder enheten over. Gjelder det kommunedirektøren, går det til"
        " ordføreren, og ingen andre kan lese det."
    ),
)
NO_CHAIR = worded(
    _("Styret har ingen leder her. Si det til den som skal få vite det."),
    _("Ingen er ført som ordfører her. Si det til den som skal få vite det."),
)
WHY_CHAIR = worded(
    _(
        "Det gjelder øverste leder. Derfor behandles det av styrets leder, og ingen andre kan lese det."
    ),
    _(
        "Det gjelder kommunedirektøren. Derfor behandles det av ordføreren, og ingen andre kan lese det."
    ),
)
ABOUT_TOP = worded(_("Stemmer om øverste leder"), _("Stemmer om kommunedirektøren"))
ABOUT_TOP_LEAD = worded(
    _(
        "Det som er fortalt om den som leder virksomheten, går til deg som leder styret. Ingen i linja"
        " kan lese det."
    ),
    _(
        "Det som er fortalt om kommunedirektøren, går til deg som er ordfører. Ingen i linja kan lese"
        " det."
    ),
)
NONE_ABOUT_TOP = worded(
    _("Ingen har fortalt noe om øverste leder"), _("Ingen har fortalt noe om kommunedirektøren")
)
