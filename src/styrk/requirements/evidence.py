"""How § 6 c is evidenced by the register of laws, and by what units answer and are told."""

from datetime import timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.core.asking import Ask
from styrk.core.tallies import first_of_month
from styrk.regulation.letters import Letter
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.requirements.queries import Coverage, coverage
from styrk.requirements.record import ANSWER_DAYS
from styrk.ui.addresses import address_of
from styrk.ui.words import filled

MONTHS_LOOKED_AT = 12
# Per cent of the laws, regulations and guidelines that somebody follows.
OWNED = Threshold(
    90, gettext_lazy("Følger ingen mer enn én av ti, er det tilfeldig om noen ser at de endres.")
)
# Per cent of the requirements placed here whose answer is late.
LATE = Threshold(
    10,
    gettext_lazy("Noe kan glippe, men er mer enn ett av ti svar for sent, er kravene ikke kjent."),
)


def read(question: Question) -> Ask[Coverage]:
    on = question.on
    return coverage(
        question.path,
        on,
        seen_before=on - timedelta(days=ANSWER_DAYS),
        told_since=first_of_month(on, MONTHS_LOOKED_AT - 1),
    )


def rules_are_known(question: Question, found: Coverage) -> Answer:
    """§ 6 c: the rules are listed and followed, changes are seen, and units know what holds there."""
    data = (
        Datum(_("Lover, forskrifter og veiledere i registeret"), found.listed, question.on),
        Datum(_("Av dem med en eier"), found.owned, question.on),
        Datum(
            _("Av dem med endringer ingen har vurdert i tide"),
            found.unseen,
            question.on,
            address_of("requirements:watch"),
        ),
        Datum(_("Krav fra dem som er lagt til enhetene her"), found.placed, question.on),
        Datum(_("Av dem besvart"), found.answered, question.on),
        Datum(_("Av dem for sent"), found.late, question.on),
        Datum(_("Ganger noe er gjort kjent siste tolv måneder"), found.told, question.on),
    )
    if not found.listed:
        return Answer(Status.NOT_SHOWN, _("Ingen lover eller forskrifter er registrert."), data)
    text = _("%(owned)s av %(listed)s lover, forskrifter og veiledere har en eier.")
    told = filled(text, owned=found.owned, listed=found.listed)
    return Answer(_status(found), " ".join([told, _answers(found), *_lacking(found)]), data)


def _answers(found: Coverage) -> str:
    if not found.placed:
        return _none_here(found)
    text = _("%(answered)s av %(placed)s krav som er lagt hit, er besvart.")
    return filled(text, answered=found.answered, placed=found.placed)


def _none_here(found: Coverage) -> str:
    """To place requirements is for the whole: a part of it that got none, lacks none."""
    if found.whole:
        return _("Ingen krav er lagt hit.")
    return _("Ingen krav er lagt hit, så enheten mangler ingen svar.")


def _lacking(found: Coverage) -> list[str]:
    said = []
    if found.unseen:
        said.append(_("Noen endringer har ligget for lenge uten at noen har vurdert dem."))
    if not found.told:
        none = _("Ingenting er gjort kjent de siste tolv månedene.")
        above = _("Det gjør den som eier kilden, eller en leder over.")
        said.append(none if found.whole else f"{none} {above}")
    return said


def _status(found: Coverage) -> Status:
    followed = 100 * found.owned >= OWNED.value * found.listed and not found.unseen
    nothing_here = not found.placed and not found.whole
    in_time = found.answered > 0 and 100 * found.late <= LATE.value * found.placed
    if followed and (in_time or nothing_here) and found.told:
        return Status.SHOWN
    some = found.answered or found.told or nothing_here
    return Status.PARTLY if found.owned and some else Status.NOT_SHOWN


CLAIMS = [
    Claim(
        Letter.C6,
        format_lazy(
            gettext_lazy(
                "Minst {share} % av lovene, forskriftene og veilederne har en eier, ingen endring har"
                " ligget uvurdert i mer enn {days} dager, høyst {late} % av svarene på krav fra dem"
                " er for sene, og noe er gjort kjent de siste tolv månedene. {why} {why_late} Delvis"
                " når noen har en eier, og noe er besvart eller gjort kjent. Kravene legges ut for hele"
                " virksomheten: en enhet som ingen krav er lagt til, mangler ingen svar."
            ),
            share=OWNED.value,
            days=ANSWER_DAYS,
            late=LATE.value,
            why=OWNED.why,
            why_late=LATE.why,
        ),
        read,
        rules_are_known,
    ),
]
