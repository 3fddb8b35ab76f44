"""How §§ 7 e, 8 e and 9 a are evidenced by the clocks of serious events that ran out."""

from datetime import timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.core.asking import Ask
from styrk.regulation.letters import Letter
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.serious.queries.evidenced import Kept, kept
from styrk.ui.addresses import address_of
from styrk.ui.words import filled

LATELY = Threshold(365, gettext_lazy("Alvorlige hendelser er få, så tallene er for et helt år."))
# Per cent in time, of the notices, the meetings and the reports alike.
IN_TIME = Threshold(
    90, gettext_lazy("Noe kan komme sent en gang, men en lovpålagt frist er ikke veiledende.")
)
PARTLY = Threshold(50, gettext_lazy("Kommer halvparten for sent, er det ingen som passer på."))


def read(question: Question) -> Ask[Kept]:
    """All numbers that the three rules build on."""
    return kept(question.path, question.on - timedelta(days=LATELY.value), question.on)


def told_in_time(question: Question, found: Kept) -> Answer:
    """§ 9 a: what the law says is to be told, is told; what was not is a condition to put right."""
    if not found.due:
        return _nothing()
    clocks = address_of("serious:events")
    data = (
        Datum(_("Lovpålagte meldinger med frist siste år"), found.due, question.on),
        Datum(_("Av dem sendt i tide"), found.in_time, question.on),
        Datum(_("Av dem ikke sendt ennå"), found.unsent, question.on, clocks),
    )
    text = _("%(n)s av %(all)s lovpålagte meldinger ble sendt i tide. %(left)s er ikke sendt.")
    told = filled(text, n=found.in_time, all=found.due, left=found.unsent)
    status = Status.NOT_SHOWN if found.unsent else _status(found.in_time, found.due)
    return Answer(status, told, data)


def reported_in_time(question: Question, found: Kept) -> Answer:
    """§ 8 e: what happened is gone through, and the report of it came in three months."""
    if not found.reports:
        return _nothing()
    data = (
        Datum(_("Rapporter om alvorlige hendelser med frist siste år"), found.reports, question.on),
        Datum(_("Av dem levert i tide"), found.reported, question.on),
    )
    text = _("%(n)s av %(all)s rapporter om alvorlige hendelser kom i tide.")
    told = filled(text, n=found.reported, all=found.reports)
    return Answer(_status(found.reported, found.reports), told, data)


def met_in_time(question: Question, found: Kept) -> Answer:
    """§ 7 e: patients and next of kin are offered a meeting, where what they saw is heard."""
    if not found.offers:
        return _nothing()
    data = (
        Datum(_("Møter som skulle vært tilbudt siste år"), found.offers, question.on),
        Datum(_("Av dem tilbudt i tide"), found.offered, question.on),
    )
    text = _("%(n)s av %(all)s møter etter alvorlige hendelser ble tilbudt i tide.")
    told = filled(text, n=found.offered, all=found.offers)
    return Answer(_status(found.offered, found.offers), told, data)


def _nothing() -> Answer:
    """Serious events are rare: where no clock ran out, nothing is said for or against."""
    return Answer(
        Status.UNKNOWN,
        _("Ingen frister etter alvorlige hendelser har gått ut det siste året."),
    )


def _status(number: int, of: int) -> Status:
    share = 100 * number // of
    less = Status.PARTLY if share >= PARTLY.value else Status.NOT_SHOWN
    return Status.SHOWN if share >= IN_TIME.value else less


# What each rule says of where its line goes, and why.
LINE = {
    "share": IN_TIME.value,
    "why": IN_TIME.why,
    "part": PARTLY.value,
    "why_part": PARTLY.why,
    "lately": LATELY.why,
}
CLAIMS = [
    Claim(
        Letter.A9,
        format_lazy(
            gettext_lazy(
                "Ingen lovpålagt melding er usendt etter fristen, og minst {share} % av dem som hadde"
                " frist det siste året, ble sendt i tide. Der loven ikke har noen dato, er fristen vår."
                " {why} Delvis fra {part} %. {why_part} {lately}"
            ),
            **LINE,
        ),
        read,
        told_in_time,
    ),
    Claim(
        Letter.E8,
        format_lazy(
            gettext_lazy(
                "Minst {share} % av rapportene om alvorlige hendelser kom innen tre måneder. {why} Delvis"
                " fra {part} %. {why_part} {lately}"
            ),
            **LINE,
        ),
        read,
        reported_in_time,
    ),
    Claim(
        Letter.E7,
        format_lazy(
            gettext_lazy(
                "Minst {share} % av møtene med pasienter og pårørende ble tilbudt innen ti dager etter"
                " en alvorlig hendelse. {why} Delvis fra {part} %. {why_part} {lately}"
            ),
            **LINE,
        ),
        read,
        met_in_time,
    ),
]
