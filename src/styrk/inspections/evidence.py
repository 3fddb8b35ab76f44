"""How §§ 6 g, 8 a, 8 b, 8 e and 9 a are evidenced by what auditors, authorities and others found."""

from datetime import timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.core.asking import Ask
from styrk.inspections import papers
from styrk.inspections.models import Document
from styrk.inspections.queries import (
    Figures,
    Learning,
    documents_between,
    figures,
    learning,
)
from styrk.regulation.letters import Letter
from styrk.regulation.profiles import FEW, Size
from styrk.regulation.types import (
    Answer,
    Attachment,
    Claim,
    Datum,
    Papers,
    Question,
    Sought,
    Status,
    Threshold,
)
from styrk.ui.addresses import address_of
from styrk.ui.words import filled

LOOKED = Threshold(
    730,
    gettext_lazy("Ser ingen på enheten i løpet av to år, er det ingen uavhengig kontroll."),
    {
        **dict.fromkeys(
            FEW,
            Threshold(
                1461,
                gettext_lazy(
                    "Tilsyn kommer sjelden til en liten virksomhet, men ser ingen på den i løpet av fire"
                    " år, er det ingen uavhengig kontroll."
                ),
            ),
        ),
        Size.REGION: Threshold(
            365,
            gettext_lazy("Et regionalt helseforetak har sin egen konsernrevisjon (hfl § 37 a)."),
        ),
    },
)
# In words, how long ago that is.
SAID = {
    365: gettext_lazy("siste år"),
    730: gettext_lazy("siste to år"),
    1461: gettext_lazy("siste fire år"),
}
ANSWERED = Threshold(
    80, gettext_lazy("Noen funn er nye, men mangler svar på mer enn ett av fem, følges de ikke.")
)
RIGHTED = Threshold(
    100, gettext_lazy("Et lovbrudd eller pålegg over fristen er et forhold som ikke er rettet.")
)

LEARNT = Threshold(
    365,
    gettext_lazy("Det andre har lært det siste året, er nytt nok til å kunne skje hos oss også."),
)
LOOKED_INTO = Threshold(
    80,
    gettext_lazy(
        "Noen spørsmål er nye, men er mer enn ett av fem ubesvart, lærer vi ikke av andre."
    ),
)


def read(question: Question) -> Ask[Figures]:
    return figures(
        question.path, question.on - timedelta(days=question.at(LOOKED).value), question.on
    )


def _period(question: Question) -> str:
    return str(SAID[question.at(LOOKED).value])


def _data(question: Question, found: Figures) -> tuple[Datum, ...]:
    query = f"?enhet={question.code}"
    since = f"&siden={question.on - timedelta(days=question.at(LOOKED).value)}"
    findings = f"{address_of('inspections:findings')}{query}"
    audits = f"{address_of('inspections:audits')}{query}{since}"
    return (
        Datum(
            _("Tilsyn og revisjoner med rapport %(period)s") % {"period": _period(question)},
            found.looked,
            question.on,
            audits,
        ),
        Datum(_("Funn som ber om noe"), found.asking, question.on, f"{findings}&vis=alle{since}"),
        Datum(_("Av dem besvart"), found.answered, question.on),
        Datum(
            _("Av dem bekreftet rettet"), found.met, question.on, f"{findings}&vis=rettet{since}"
        ),
        Datum(_("Av dem over fristen"), found.late, question.on, f"{findings}&vis=sen{since}"),
    )


def units_are_looked_at(question: Question, found: Figures) -> Answer:
    """§ 8 a: somebody from outside has looked lately."""
    data = _data(question, found)
    if not found.looked:
        return Answer(
            Status.NOT_SHOWN,
            _("Ingen tilsyn eller revisjoner er rapportert %(period)s.")
            % {"period": _period(question)},
            data,
        )
    text = ngettext(
        "%(looked)s tilsyn eller revisjon er rapportert %(period)s.",
        "%(looked)s tilsyn eller revisjoner er rapportert %(period)s.",
        found.looked,
    )
    return Answer(Status.SHOWN, filled(text, looked=found.looked, period=_period(question)), data)


def findings_are_gathered(question: Question, found: Figures) -> Answer:
    """§ 6 g: what audits and supervision found is gathered, where anybody has looked."""
    if not found.looked:
        text = _("Ingen tilsyn eller revisjoner er rapportert %(period)s.")
        return Answer(Status.UNKNOWN, text % {"period": _period(question)})
    text = ngettext(
        "%(found)s funn fra tilsyn og revisjoner er samlet.",
        "%(found)s funn fra tilsyn og revisjoner er samlet.",
        found.asking,
    )
    data = _data(question, found)[:2]
    return Answer(Status.SHOWN, filled(text, found=found.asking), data)


def findings_are_answered(question: Question, found: Figures) -> Answer:
    """§ 8 b: what was found against requirements is the ground to judge by, and is answered."""
    data = _data(question, found)
    if not found.looked:
        return Answer(
            Status.NOT_SHOWN,
            _("Ingen har målt enheten mot krav utenfra %(period)s.")
            % {"period": _period(question)},
            data,
        )
    if not found.asking:
        return Answer(Status.SHOWN, _("Det ble målt mot krav, og ingenting ble funnet."), data)
    share = 100 * found.answered // found.asking
    status = Status.SHOWN if share >= ANSWERED.value else Status.PARTLY
    text = _("%(answered)s av %(asking)s funn er besvart (%(share)s\u00a0%%).")
    said = filled(text, answered=found.answered, asking=found.asking, share=share)
    return Answer(status if found.answered else Status.NOT_SHOWN, said, data)


def unlawful_is_righted(question: Question, found: Figures) -> Answer:
    """§ 9 a: what is against the law is put right, and somebody else has confirmed it."""
    none = _("Ingen lovbrudd eller pålegg er funnet %(period)s.") % {"period": _period(question)}
    if not found.looked:
        return Answer(Status.UNKNOWN, none)
    unlawful = Datum(_("Lovbrudd og pålegg"), found.unlawful, question.on)
    data = (unlawful, *_data(question, found))
    if not found.unlawful:
        return Answer(Status.SHOWN, none, data)
    text = _(
        "%(met)s av %(unlawful)s lovbrudd og pålegg er bekreftet rettet, %(late)s funn er over fristen."
    )
    said = filled(text, met=found.unlawful_met, unlawful=found.unlawful, late=found.late)
    return Answer(_righted(found), said, data)


def _righted(found: Figures) -> Status:
    if found.late:
        return Status.NOT_SHOWN
    return Status.SHOWN if found.unlawful_met == found.unlawful else Status.PARTLY


def read_learning(question: Question) -> Ask[Learning]:
    return learning(question.path, question.on - timedelta(days=LEARNT.value), question.on)


def others_lessons_are_answered(question: Question, found: Learning) -> Answer:
    """§ 8 e, and E5 of the framework: what went wrong elsewhere is looked for here, and acted on."""
    if not found.asked:
        return Answer(
            Status.UNKNOWN, _("Ingen har spurt enheten om det andre har lært, det siste året.")
        )
    home = f"{address_of('inspections:lessons')}?enhet={question.code}"
    data = (
        Datum(_("Spørsmål fra det andre har lært"), found.asked, question.on),
        Datum(_("Av dem besvart"), found.answered, question.on, f"{home}&vis=svart"),
        Datum(_("Av dem gjelder oss"), found.ours, question.on),
        Datum(_("Av dem med tiltak"), found.acted, question.on),
        Datum(_("Uten svar over fristen"), found.late, question.on, f"{home}&vis=sen"),
        Datum(_("Delt med andre av oss"), found.shared, question.on),
    )
    text = _(
        "%(answered)s av %(asked)s spørsmål om det andre har lært, er besvart. %(acted)s av %(ours)s som"
        " gjelder oss, har tiltak."
    )
    said = filled(
        text, answered=found.answered, asked=found.asked, acted=found.acted, ours=found.ours
    )
    return Answer(_learnt(found), said, data)


def _learnt(found: Learning) -> Status:
    if not found.answered:
        return Status.NOT_SHOWN
    enough = 100 * found.answered >= LOOKED_INTO.value * found.asked
    return Status.SHOWN if enough and found.acted == found.ours else Status.PARTLY


def reports_and_letters(sought: Sought) -> list[Attachment]:
    """Of the audits that looked at the unit, or at something over or under it, dated in the period."""
    found = documents_between(sought.path, sought.first, sought.last)
    return [
        Attachment(one.name, f"{one.audit.title}: {one.name}", _content(one), "audit", one.audit_id)
        for one in found
    ]


def _content(document: Document) -> bytes | None:
    try:
        return papers.load(document.file)
    except FileNotFoundError:
        return None


PAPERS = [Papers(frozenset({Letter.A8, Letter.B8, Letter.A9}), reports_and_letters)]
CLAIMS = [
    Claim(
        Letter.G6,
        lambda question: format_lazy(
            gettext_lazy(
                "Rapporter fra tilsyn og revisjoner {period} er samlet, med funnene i dem."
            ),
            period=_period(question),
        ),
        read,
        findings_are_gathered,
    ),
    Claim(
        Letter.A8,
        lambda question: format_lazy(
            gettext_lazy(
                "Minst ett tilsyn eller én revisjon har sett på enheten, noe over eller noe under den, de"
                " siste {days} dagene. {why}"
            ),
            days=question.at(LOOKED).value,
            why=question.at(LOOKED).why,
        ),
        read,
        units_are_looked_at,
    ),
    Claim(
        Letter.B8,
        format_lazy(
            gettext_lazy("Minst {share} % av funnene er besvart av enheten. {why}"),
            share=ANSWERED.value,
            why=ANSWERED.why,
        ),
        read,
        findings_are_answered,
    ),
    Claim(
        Letter.A9,
        format_lazy(
            gettext_lazy(
                "Alle lovbrudd og pålegg er bekreftet rettet av den som fant dem, og ingen funn er over"
                " fristen. {why}"
            ),
            why=RIGHTED.why,
        ),
        read,
        unlawful_is_righted,
    ),
    Claim(
        Letter.E8,
        format_lazy(
            gettext_lazy(
                "Minst {share} % av spørsmålene om det andre har lært, er besvart, og det som gjelder oss,"
                " har tiltak. {why}"
            ),
            share=LOOKED_INTO.value,
            why=LOOKED_INTO.why,
        ),
        read_learning,
        others_lessons_are_answered,
    ),
]
