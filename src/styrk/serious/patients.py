"""What a patient and next of kin are to be told: pasient- og brukerrettighetsloven §§ 3-2, 3-3, 7-4 and 7-6."""

from django.utils.translation import gettext_lazy as _

TO_TELL = (
    _("Hva som skjedde, hva skaden eller komplikasjonen betyr, og hva som gjøres nå."),
    _(
        "At det kan søkes om erstatning hos Norsk pasientskadeerstatning (NPE). Det er gratis, og skjemaet er"
        " på npe.no."
    ),
    _("At pasient- og brukerombudet gir råd og hjelp, gratis og uavhengig av oss."),
    _("At tilsynsmyndigheten kan bes om å vurdere om plikter er brutt (§ 7-4)."),
    _("At pasient, bruker og nærmeste pårørende selv kan varsle om alvorlige hendelser (§ 7-6)."),
    _(
        "Ved uventet utfall: hvilke tiltak vi setter i verk, så lignende hendelser ikke skjer igjen."
    ),
    _(
        "Ved dødsfall eller svært alvorlig skade: tilbud om møte så snart som mulig, og senest ti dager etter"
        " hendelsen."
    ),
)
