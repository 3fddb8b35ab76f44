"""Where one acts on what was told: what is said of it on the page of every act."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.feedback import presenters, refusals, rules
from styrk.feedback.models import Voice
from styrk.feedback.queries import register
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.NothingSaid: gettext_lazy("Skriv noe først."),
    refusals.UnknownTheme: gettext_lazy("Temaet er ikke på lista lenger."),
    refusals.NotThere: gettext_lazy("Den enheten kan ikke ta imot dette."),
    refusals.NotLater: gettext_lazy("Velg en dag etter i dag."),
    refusals.ReceivedLater: gettext_lazy("Dagen er ikke kommet ennå."),
    refusals.PeriodBackwards: gettext_lazy("Se over dagene."),
}


def subject(voice: Voice) -> Subject:
    listed = address_of("feedback:about_top" if voice.past_line else "feedback:voices")
    home = address_of("feedback:voice", voice.uuid)
    return Subject(
        way=[(_("Stemmer"), listed), (presenters.heading(voice), home)],
        line=voice.unit.name,
        quoted=voice.text,
    )


DESK = Desk(
    name="voice",
    find=register.voice,
    hold=register.locked,
    is_for=rules.is_for,
    may=rules.may,
    subject=subject,
    misfit=gettext_lazy("Dette passer ikke slik saken står nå."),
    refusals=REFUSALS,
)
