"""The questions as a person meets them: in what order, which together, and what their answers are called.

Which of them are asked follows from the duties: one that cannot change anything is not asked.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.incidents.notices import facts, facts_that_matter
from styrk.incidents.states import Harm
from styrk.serious.evaluating import OPENLY, as_event, as_if_yes
from styrk.serious.types import Told
from styrk.ui.menu import Text

type Words = Mapping[str, Text]

YES_NO: Words = {"yes": _("Ja"), "no": _("Nei"), "unknown": _("Vet ikke ennå")}
HARMS: Words = dict(Harm.choices)
VALUES: Mapping[str, Words] = {
    "harm_actual": HARMS,
    "harm_possible": HARMS,
    "harm_to": {
        "patient": _("Pasient eller bruker"),
        "staff": _("Ansatt"),
        "other": _("En annen"),
    },
    "personal_data_breach": {
        "none": _("Nei"),
        "unlikely_risk": _("Ja, men lite trolig at det gir risiko for noen"),
        "risk": _("Ja, med risiko for dem det gjelder"),
        "high_risk": _("Ja, med høy risiko for dem det gjelder"),
    },
    "digital_incident": {
        "none": _("Nei"),
        "minor": _("Ja, men uten betydelig virkning"),
        "significant": _("Ja, med betydelig virkning på tjenesten"),
    },
    "nis_provider": {"no": _("Nei"), "unknown": _("Vet ikke"), "yes": _("Ja")},
    "coercion": {
        "none": _("Nei"),
        "mental_health": _("Ja, etter psykisk helsevernloven"),
        "health_care": _("Ja, etter pasient- og brukerrettighetsloven kapittel 4 A"),
        "disability": _("Ja, etter helse- og omsorgstjenesteloven kapittel 9"),
    },
}
# Asked at three in the night by somebody who cannot know it yet, and asked anew when it is known.
LATER = ("personal_data_breach", "digital_incident", "coercion")
# Whether a serious event is to be told rests on these; the answers stand with the decision.
ASSESSMENT: Words = {
    "error": _(
        "Kan hendelsen skyldes feil, forsømmelse eller uhell, i virksomheten eller hos enkeltpersoner?"
    ),
    "unclear": _("Er det uklart hva som skjedde?"),
    "complex": _("Framstår saken som sammensatt?"),
}
# Several that are answered by a cross each, under one heading.
TICKED: Mapping[str, tuple[Text, tuple[str, ...]]] = {
    "care": (
        _("Var noe av dette med i behandlingen?"),
        (
            *("medical_device", "electromedical", "drug_reaction", "vaccine", "blood"),
            *("cells_tissue_organs", "radiation", "research_participant", "consumer_product"),
        ),
    ),
    "infection": (
        _("Gjaldt det smitte?"),
        ("notifiable_disease_group_a", "notifiable_disease", "outbreak", "food_borne"),
    ),
    "staff": (
        _("Gjaldt det en ansatt?"),
        (
            *("staff_death", "staff_injury_serious", "staff_injury"),
            *("violence_to_staff", "occupational_disease"),
        ),
    ),
    "beside": (
        _("Er noe av dette riktig?"),
        (
            *("unnatural_death", "danger_to_patients", "fire_or_electrical", "acute_pollution"),
            *("narcotics_missing", "security_incident", "preparedness_raised", "municipal_task"),
            "whistleblowing",
        ),
    ),
}
ORDER = (
    *("harm_actual", "harm_possible", "harm_to"),
    *(*OPENLY, *TICKED),
    *("personal_data_breach", "digital_incident", "nis_provider", "coercion"),
)


def said(text: str) -> str:
    """A sentence of the data. They are taken into the catalogues from its files."""
    return gettext(text) if text else ""


def asked(told: Told, organisation: str) -> set[str]:
    """The facts to ask about: what is told already, and what would change something.

    The three that decide together are looked at with each of them as yes, so that they are asked at once.
    """
    event = as_event(told, organisation)
    unknown = [name for name in OPENLY if told.facts.get(name) is None]
    as_yes = (replace(event, facts=as_if_yes(event, [name])) for name in unknown)
    found = {fact.name for one in (event, *as_yes) for fact in facts_that_matter(one)}
    return found | set(told.facts)


def left(told: Told, organisation: str) -> list[str]:
    """What is worth asking about, and nobody has been asked, in the order of the data."""
    wanted = asked(told, organisation)
    return [name for name in facts() if name in wanted and name not in told.facts]


def ticked_in(group: str, names: Collection[str]) -> list[str]:
    return [name for name in TICKED[group][1] if name in names]
