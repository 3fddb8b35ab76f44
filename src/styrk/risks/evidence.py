"""How §§ 6 d and 6 e are evidenced by the register of risks."""

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.core.asking import Ask
from styrk.core.tallies import Span
from styrk.regulation.letters import Letter
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.risks.consistency import LONGEST_UNSEEN
from styrk.risks.states import SERIOUS
from styrk.risks.tally import figures
from styrk.ui.addresses import address_of
from styrk.ui.words import filled

# Per cent of the live risks that somebody has looked at in the last year.
SEEN = Threshold(
    80, gettext_lazy("Er mer enn én av fem ikke sett på i løpet av et år, er oversikten gammel.")
)
SEEN_PARTLY = Threshold(50, gettext_lazy("Under halvparten er ikke en oversikt."))
# Per cent of the yellow and red that somebody does something about, or lives with by decision.
TREATED = Threshold(
    80, gettext_lazy("Noen er nye, men mangler mer enn én av fem en plan, er de ikke planlagt for.")
)
TREATED_PARTLY = Threshold(50, gettext_lazy("Under halvparten er ikke en plan."))


def read(question: Question) -> Ask[dict[str, int]]:
    """All numbers that the two rules build on. An acceptance that has run out treats nothing."""
    lately = question.on - LONGEST_UNSEEN
    names = ("live", "unrated", "linked", "serious", "red", "treated", "interaction")
    spans = {name: Span(name) for name in (*names, "shared", "shared_treated")}
    spans |= {
        "seen": Span("live", since=lately),
        "run_out": Span("accepted", before=question.on),
        "shared_run_out": Span("shared_accepted", before=question.on),
    }
    found = figures(question.path, spans)
    return Ask(found.sql, found.facts, lambda *row: _in_force(found.row(*row)))


def _in_force(found: dict[str, int]) -> dict[str, int]:
    return found | {
        "treated": found["treated"] - found["run_out"],
        "shared_treated": found["shared_treated"] - found["shared_run_out"],
    }


def overview_of_risks(question: Question, found: dict[str, int]) -> Answer:
    """§ 6 d: the risks are known, rated, looked at, and some of them tell of requirements."""
    live, seen = found["live"], found["seen"]
    data = (
        Datum(_("Risikoer som følges opp"), live, question.on, _list(question)),
        Datum(_("Av dem sett på det siste året"), seen, question.on),
        Datum(_("Av dem ikke vurdert"), found["unrated"], question.on, _list(question, "unrated")),
        Datum(_("Av dem røde"), found["red"], question.on, _list(question, "red")),
        Datum(_("Av dem med krav de kan gå ut over"), found["linked"], question.on),
    )
    if not live:
        return Answer(Status.NOT_SHOWN, _("Ingen risikoer er beskrevet."), data)
    share = 100 * seen // live
    text = ngettext(
        "%(seen)s av %(live)s risiko er sett på det siste året (%(share)s\u00a0%%).",
        "%(seen)s av %(live)s risikoer er sett på det siste året (%(share)s\u00a0%%).",
        live,
    )
    said = [filled(text, seen=seen, live=live, share=share)]
    if not found["linked"]:
        said.append(
            _("Ingen av dem viser til et krav, så oversikten over mangel på etterlevelse mangler.")
        )
    if found["unrated"]:
        said.append(_("Ikke alle er vurdert."))
    whole = share >= SEEN.value and found["linked"] and not found["unrated"]
    status = Status.PARTLY if share >= SEEN_PARTLY.value else Status.NOT_SHOWN
    return Answer(Status.SHOWN if whole else status, " ".join(said), data)


def plans_against_risks(question: Question, found: dict[str, int]) -> Answer:
    """§ 6 e: what is yellow or red has an action or a decision, above all in interactions."""
    serious, treated, shared_treated = found["serious"], found["treated"], found["shared_treated"]
    data = (
        Datum(_("Gule og røde risikoer"), serious, question.on, _list(question, SERIOUS)),
        Datum(_("Av dem med tiltak eller aksept"), treated, question.on),
        Datum(_("Risikoer i samhandling"), found["interaction"], question.on, _shared(question)),
        Datum(_("Gule og røde i samhandling"), found["shared"], question.on),
        Datum(_("Av dem med tiltak eller aksept"), shared_treated, question.on),
    )
    if not serious:
        return Answer(Status.NOT_SHOWN, _("Ingen gule eller røde risikoer å planlegge for."), data)
    share = 100 * treated // serious
    text = _("%(treated)s av %(serious)s gule og røde har tiltak eller aksept (%(share)s\u00a0%%).")
    said = [filled(text, treated=treated, serious=serious, share=share)]
    if not found["interaction"]:
        said.append(_("Ingen risiko er merket som samhandling."))
    waiting = found["shared"] - shared_treated
    if waiting:
        said.append(filled(_("%(n)s i samhandling mangler begge deler."), n=waiting))
    whole = share >= TREATED.value and found["interaction"] and not waiting
    status = Status.PARTLY if share >= TREATED_PARTLY.value else Status.NOT_SHOWN
    return Answer(Status.SHOWN if whole else status, " ".join(said), data)


def _list(question: Question, zone: str = "") -> str:
    address = f"{address_of('risks:risks')}?enhet={question.code}"
    return f"{address}&sone={zone}" if zone else address


def _shared(question: Question) -> str:
    return f"{_list(question)}&vis=samhandling"


CLAIMS = [
    Claim(
        Letter.D6,
        format_lazy(
            gettext_lazy(
                "Minst {share} % av risikoene er sett på det siste året, alle er vurdert, og noen av"
                " dem viser til krav. {why} Delvis fra {part} %. {why_part}"
            ),
            share=SEEN.value,
            why=SEEN.why,
            part=SEEN_PARTLY.value,
            why_part=SEEN_PARTLY.why,
        ),
        read,
        overview_of_risks,
    ),
    Claim(
        Letter.E6,
        format_lazy(
            gettext_lazy(
                "Minst {share} % av de gule og røde risikoene har tiltak eller aksept, noen er merket"
                " som samhandling, og ingen av dem mangler plan. Et tiltak som er stoppet eller ikke"
                " virket, teller ikke. {why} Delvis fra {part} %. {why_part}"
            ),
            share=TREATED.value,
            why=TREATED.why,
            part=TREATED_PARTLY.value,
            why_part=TREATED_PARTLY.why,
        ),
        read,
        plans_against_risks,
    ),
]
