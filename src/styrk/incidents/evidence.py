"""How §§ 6 g, 8 e and 9 a are evidenced by what is reported and what is done with it."""

from collections.abc import Iterable
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.core.asking import Ask
from styrk.core.tallies import Span, first_of_month
from styrk.incidents.listing import days_of
from styrk.incidents.states import Listing
from styrk.incidents.tally import figures
from styrk.incidents.types import DAYS_TO_EXAMINE, DAYS_TO_TAKE, DAYS_TO_TAKE_SERIOUS
from styrk.regulation.letters import Letter
from styrk.regulation.profiles import FEW
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.addresses import address_of
from styrk.ui.words import filled

LATELY = Threshold(
    3,
    gettext_lazy("En enhet der ingen melder noe på tre måneder, har neppe oversikt."),
    dict.fromkeys(
        FEW,
        Threshold(
            6,
            gettext_lazy(
                "Få ansatte melder sjeldnere, men en virksomhet der ingen melder noe på et halvt år, har"
                " neppe oversikt."
            ),
        ),
    ),
)
# Per cent of what went wrong and is old enough to be examined.
EXAMINED = Threshold(
    80,
    gettext_lazy(
        "Noen saker trenger lengre tid, men blir mer enn én av fem liggende, blir det lite å lære av."
    ),
)
EXAMINED_PARTLY = Threshold(50, gettext_lazy("Under halvparten er ikke en gjennomgang."))
# Per cent of what went wrong in a year that waits longer than it should.
UNTAKEN = Threshold(
    10,
    gettext_lazy("Ferie og sykdom kan gi noen få, men er det flere, er det ingen som tar imot."),
)


def read(question: Question) -> Ask[dict[str, int]]:
    """All numbers that the three rules build on."""
    on = question.on
    lately = Span("received", first_of_month(on, question.at(LATELY).value - 1))
    return figures(
        question.path,
        {
            Listing.REPORTED: _span("received", Listing.REPORTED, on),
            Listing.SUGGESTIONS: _span("suggestions", Listing.SUGGESTIONS, on),
            Listing.GOOD: _span("good", Listing.GOOD, on),
            "lately": lately,
            Listing.SERIOUS: _span("serious", Listing.SERIOUS, on),
            Listing.OLD: _span("received", Listing.OLD, on),
            "old_suggestions": _span("suggestions", Listing.OLD, on),
            "old_good": _span("good", Listing.OLD, on),
            Listing.ANALYSED: _span("analysed", Listing.ANALYSED, on),
            Listing.LATE: _span("waiting", Listing.LATE, on),
            Listing.SERIOUS_LATE: _span("serious_waiting", Listing.SERIOUS_LATE, on),
            Listing.SERIOUS_UNDECIDED: _span("serious_open", Listing.SERIOUS_UNDECIDED, on),
        },
    )


def _span(count: str, listing: Listing, on: date) -> Span:
    return Span(count, *days_of(listing, on))


def overview_of_incidents(question: Question, found: dict[str, int]) -> Answer:
    """§ 6 g: what is reported is gathered, and somebody still reports."""
    text = ngettext(
        "%(year)s melding de siste tolv månedene, %(lately)s av dem de siste %(months)s.",
        "%(year)s meldinger de siste tolv månedene, %(lately)s av dem de siste %(months)s.",
        found[Listing.REPORTED],
    )
    data = [
        (_("Meldinger siste tolv måneder"), found[Listing.REPORTED], Listing.REPORTED),
        (_("Av dem avvik og uønskede hendelser"), _wrong(found), Listing.WRONG),
        (_("Av dem forslag til forbedring"), found[Listing.SUGGESTIONS], Listing.SUGGESTIONS),
        (_("Av dem noe som gikk bra"), found[Listing.GOOD], Listing.GOOD),
    ]
    return Answer(
        Status.SHOWN if found["lately"] else Status.NOT_SHOWN,
        filled(
            text,
            year=found[Listing.REPORTED],
            lately=found["lately"],
            months=question.at(LATELY).value,
        ),
        _data(question, data),
    )


def review_of_incidents(question: Question, found: dict[str, int]) -> Answer:
    """§ 8 e: what went wrong is gone through, and what was found is written down."""
    old = found[Listing.OLD] - found["old_suggestions"] - found["old_good"]
    analysed = found[Listing.ANALYSED]
    data = _data(
        question,
        [
            (_("Avvik meldt for mer enn en måned siden"), old, Listing.OLD),
            (_("Av dem undersøkt, med skrevne funn"), analysed, Listing.ANALYSED),
        ],
    )
    if not old:
        text = _("Ingen avvik fra de siste tolv månedene er gamle nok til å være gjennomgått.")
        return Answer(Status.NOT_SHOWN, text, data)
    text = _("%(analysed)s av %(old)s avvik er undersøkt, med skrevne funn (%(share)s\u00a0%%).")
    share = 100 * analysed // old
    status = Status.PARTLY if share >= EXAMINED_PARTLY.value else Status.NOT_SHOWN
    return Answer(
        Status.SHOWN if share >= EXAMINED.value else status,
        filled(text, analysed=analysed, old=old, share=share),
        data,
    )


def conditions_put_right(question: Question, found: dict[str, int]) -> Answer:
    """§ 9 a: reported conditions are taken in hand in time, and the serious ones are decided on."""
    late, wrong = found[Listing.LATE], _wrong(found)
    of_serious = [
        (Listing.SERIOUS, _("Alvorlige (alvorlig skade eller død) siste tolv måneder")),
        (Listing.SERIOUS_LATE, _("Alvorlige som ikke er tatt imot i tide")),
        (Listing.SERIOUS_UNDECIDED, _("Alvorlige som ikke er avgjort i tide")),
    ]
    data = _data(
        question,
        [
            (_("Avvik som har ventet for lenge på å bli tatt imot"), late, Listing.LATE),
            *((called, found[listing], listing) for listing, called in of_serious),
        ],
    )
    if not wrong and not late:
        text = _("Ingen avvik er meldt de siste tolv månedene, så det er ikke noe å vise.")
        return Answer(Status.NOT_SHOWN, text, data)
    text = _("%(late)s av %(wrong)s avvik venter på å bli tatt imot lenger enn de skal.")
    serious = found[Listing.SERIOUS_LATE] + found[Listing.SERIOUS_UNDECIDED]
    said = filled(text, late=late, wrong=max(wrong, late))
    if serious:
        more = ngettext(
            "%(serious)s alvorlig venter for lenge.",
            "%(serious)s alvorlige venter for lenge.",
            serious,
        )
        said = f"{said} {filled(more, serious=serious)}"
    return Answer(_in_hand(late, max(wrong, late), serious), said, data)


def _in_hand(late: int, wrong: int, serious: int) -> Status:
    in_time = not serious and 100 * late <= UNTAKEN.value * wrong
    return Status.SHOWN if in_time else Status.NOT_SHOWN


def _wrong(found: dict[str, int]) -> int:
    return found[Listing.REPORTED] - found[Listing.SUGGESTIONS] - found[Listing.GOOD]


def _data(question: Question, said: Iterable[tuple[str, int, Listing]]) -> tuple[Datum, ...]:
    """Each number, and the list of those that it counts."""
    every = address_of("incidents:incidents")
    return tuple(
        Datum(called, number, question.on, f"{every}?vis={listing}&enhet={question.code}")
        for called, number, listing in said
    )


CLAIMS = [
    Claim(
        Letter.G6,
        lambda question: format_lazy(
            gettext_lazy("Det er meldt noe de siste {months} månedene. {why}"),
            months=question.at(LATELY).value,
            why=question.at(LATELY).why,
        ),
        read,
        overview_of_incidents,
    ),
    Claim(
        Letter.E8,
        format_lazy(
            gettext_lazy(
                "Minst {share} % av avvikene som er mer enn {days} dager gamle (hele måneder, siste"
                " tolv), er undersøkt med skrevne funn. {why} Delvis fra {part} %. {why_part}"
            ),
            share=EXAMINED.value,
            days=DAYS_TO_EXAMINE,
            why=EXAMINED.why,
            part=EXAMINED_PARTLY.value,
            why_part=EXAMINED_PARTLY.why,
        ),
        read,
        review_of_incidents,
    ),
    Claim(
        Letter.A9,
        format_lazy(
            gettext_lazy(
                "Høyst {share} % av avvikene venter mer enn {days} dager på å bli tatt imot. {why}"
                " Ingen alvorlige venter mer enn {serious} dag på det, eller mer enn {decided} dager"
                " på at noe blir bestemt."
            ),
            share=UNTAKEN.value,
            days=DAYS_TO_TAKE,
            why=UNTAKEN.why,
            serious=DAYS_TO_TAKE_SERIOUS,
            decided=DAYS_TO_EXAMINE,
        ),
        read,
        conditions_put_right,
    ),
]
