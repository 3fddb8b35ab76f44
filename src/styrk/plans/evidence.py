"""How §§ 6 a, 6 b and 7 d are evidenced by approved plans, what they build on, and who was heard of them."""

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.core.asking import Ask
from styrk.plans.queries import Numbers, numbers
from styrk.regulation.letters import Letter
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.words import filled

# Per cent of the approved versions that staff were heard of.
HEARD = Threshold(
    80, gettext_lazy("Er flere enn én av fem planer laget uten de ansatte, er ikke det vanen.")
)
# Kinds of sources that a plan builds on.
SOURCES = Threshold(3, gettext_lazy("Én kilde alene viser sjelden hele bildet."))
PARTLY = Threshold(50, gettext_lazy("Under halvparten er unntaket."))


def read(question: Question) -> Ask[Numbers]:
    return numbers(question.unit_id, question.path, question.on)


def plan_is_approved(question: Question, found: Numbers) -> Answer:
    """§ 6 a: what the unit is to reach and do this year is written down, and someone stands for it."""
    data = (
        Datum(_("Enheter"), found.units, question.on),
        Datum(_("Av dem med vedtatt plan for året"), found.approved, question.on),
        Datum(_("Det de har satt først"), found.items, question.on),
    )
    if found.own:
        return Answer(Status.SHOWN, _("Enheten har en vedtatt virksomhetsplan for året."), data)
    if found.above:
        text = _("Enheten har ikke sin egen plan, men en enhet over har vedtatt sin.")
    elif found.begun:
        text = _("Enheten har begynt på planen for året, men den er ikke vedtatt.")
    elif found.approved:
        text = _("Enheten har ingen vedtatt plan for året, men noen av enhetene under har.")
    else:
        return Answer(Status.NOT_SHOWN, _("Ingen plan er vedtatt for året."), data)
    return Answer(Status.PARTLY, text, data)


def plan_builds_on_what_is_known(question: Question, found: Numbers) -> Answer:
    """§ 6 b: the approved plan says what it builds on, from several kinds of sources."""
    data = (
        Datum(_("Slags kilder planen bygger på"), found.sources, question.on),
        Datum(_("Slags kilder planen over bygger på"), found.sources_above, question.on),
        Datum(
            _("Vedtatte planer her og under som sier hva de bygger på"), found.built, question.on
        ),
    )
    if found.sources >= SOURCES.value:
        text = _("Den vedtatte planen bygger på flere slags kilder, med det de viste.")
        return Answer(Status.SHOWN, text, data)
    if found.sources:
        text = _("Den vedtatte planen sier hva den bygger på, men fra få slags kilder.")
    elif found.sources_above:
        text = _("Planen i en enhet over sier hva den bygger på.")
    elif found.built:
        text = _("Noen av planene i enhetene under sier hva de bygger på.")
    elif found.own:
        text = _("Den vedtatte planen sier ikke hva den bygger på.")
        return Answer(Status.NOT_SHOWN, text, data)
    else:
        text = _("Ingen vedtatt plan for året sier hva den bygger på.")
        return Answer(Status.NOT_SHOWN, text, data)
    return Answer(Status.PARTLY, text, data)


def staff_were_heard(question: Question, found: Numbers) -> Answer:
    """§ 7 d: those who work here were heard of each approved version, and it stands what came of it."""
    data = (
        Datum(_("Vedtatte planer og revisjoner"), found.versions, question.on),
        Datum(_("Av dem der de ansatte er hørt"), found.heard, question.on),
    )
    if not found.versions:
        text = _("Ingen plan er vedtatt for året, så det er ingen medvirkning å vise.")
        return Answer(Status.NOT_SHOWN, text, data)
    share = 100 * found.heard // found.versions
    text = ngettext(
        "Ansatte, tillitsvalgte eller verneombud er hørt om %(heard)s av %(plans)s plan (%(share)s\u00a0%%).",
        "Ansatte, tillitsvalgte eller verneombud er hørt om %(heard)s av %(plans)s planer og revisjoner (%(share)s\u00a0%%).",
        found.versions,
    )
    said = {"heard": found.heard, "plans": found.versions, "share": share}
    return Answer(_status(share), filled(text, **said), data)


def _status(share: int) -> Status:
    if share >= HEARD.value:
        return Status.SHOWN
    return Status.PARTLY if share >= PARTLY.value else Status.NOT_SHOWN


CLAIMS = [
    Claim(
        Letter.A6,
        gettext_lazy(
            "Enheten har en vedtatt virksomhetsplan for året. Delvis der planen er begynt på, eller"
            " der bare en enhet over eller under har vedtatt sin."
        ),
        read,
        plan_is_approved,
    ),
    Claim(
        Letter.B6,
        format_lazy(
            gettext_lazy(
                "Den vedtatte planen for året sier hva den bygger på, fra minst {kinds} slags kilder, med det"
                " de viste. {why} Delvis fra én, eller der bare en enhet over eller under har skrevet det."
            ),
            kinds=SOURCES.value,
            why=SOURCES.why,
        ),
        read,
        plan_builds_on_what_is_known,
    ),
    Claim(
        Letter.D7,
        format_lazy(
            gettext_lazy(
                "Ansatte, tillitsvalgte eller verneombud er hørt om minst {share} % av de vedtatte planene"
                " og revisjonene for året, med det som kom ut av det. Hver revisjon teller for seg."
                " {why} Delvis fra {part} %. {why_part}"
            ),
            share=HEARD.value,
            why=HEARD.why,
            part=PARTLY.value,
            why_part=PARTLY.why,
        ),
        read,
        staff_were_heard,
    ),
]
