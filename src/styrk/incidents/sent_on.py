"""What the one who reported is told where a report is sent on, in plain words."""

from django.utils.translation import gettext_lazy as _

WHISTLEBLOWING = _(
    "Det du meldte, er sendt til varslingsmottaket. Å varsle er å si fra om kritikkverdige forhold"
    " på arbeidsplassen. Lederne i linja ser ikke meldingen lenger. Varslingsmottaket skal sørge for"
    " at den blir undersøkt innen rimelig tid, og ingen får gjengjelde at du sa fra"
    " (arbeidsmiljøloven kapittel 2 A). Har du mer å si, eller mente du det ikke som et varsel,"
    " legger du det til i meldingen. Da er det varslingsmottaket som leser det."
)
