"""How the system is fitted to an organisation, in words: what is enough, letter by letter."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from styrk.compliance.extents import Fitted
from styrk.compliance.models import Fitting
from styrk.compliance.types import PROFILE
from styrk.organisation.models import Unit
from styrk.regulation.letters import ALL, PROVISIONS, Letter
from styrk.regulation.profiles import ORDINARY, PROFILES, Size
from styrk.regulation.queries import claims
from styrk.regulation.types import Claim, Question
from styrk.ui.history import Told, with_note


@dataclass(frozen=True)
class Ruled:
    """A rule as it reads here, and as it reads in a helseforetak where that is another."""

    key: str
    text: str
    ordinary: str
    off: Fitting | None


@dataclass(frozen=True)
class Lettered:
    """A letter and the rules that show it; none where no part of Styrk can."""

    reference: str
    title: Promise
    rules: list[Ruled]

    @property
    def off(self) -> bool:
        """Whether any of its rules is switched off."""
        return any(one.off for one in self.rules)

    @property
    def rests(self) -> str:
        """Where every rule is off: that no data shows it any more."""
        if not self.rules or not all(one.off for one in self.rules):
            return ""
        return _("Ingen data viser %(letter)s her. Det gjelder det noen vurderer.") % {
            "letter": self.reference
        }


def lettered(fitted: Fitted, trust: Unit, on: date) -> list[Lettered]:
    """Every letter in the order of the forskrift."""
    question = Question(trust.pk, trust.code, trust.path, on, on, fitted.extent)
    made: dict[Letter, list[Ruled]] = {}
    for claim in claims():
        made.setdefault(claim.letter, []).append(_ruled(claim, question, fitted))
    return [Lettered(one.reference, one.title, made.get(one.letter, [])) for one in ALL]


def _ruled(claim: Claim, question: Question, fitted: Fitted) -> Ruled:
    text, ordinary = claim.says(question), claim.says(replace(question, extent=ORDINARY))
    return Ruled(claim.key, text, "" if text == ordinary else ordinary, fitted.off.get(claim.key))


def left_without(claim: Claim, fitted: Fitted) -> str:
    """What the letter rests on if this rule is switched off too."""
    others = [one for one in claims() if one.letter == claim.letter and one.key != claim.key]
    left = [one for one in others if one.key not in fitted.off]
    words = {"letter": PROVISIONS[claim.letter].reference, "number": len(left)}
    if not left:
        return _(
            "Da er det ingen regel igjen for %(letter)s. Bokstaven gjelder like fullt, og ingenting viser"
            " den før noen vurderer den."
        ) % {"letter": words["letter"]}
    return (
        _(
            "Da hviler %(letter)s på det som er igjen av regler (%(number)s), og på det du skriver her."
            " Bokstaven kan ikke bli mer enn delvis vist uten at noen vurderer den."
        )
        % words
    )


def history(fittings: Iterable[Fitting]) -> list[Told]:
    """What was chosen and switched, newest first."""
    return [Told(one.at, one.by.name, _done(one)) for one in reversed(list(fittings))]


def _done(one: Fitting) -> str:
    if one.what == PROFILE:
        name = {"name": PROFILES[Size(one.value)].name}
        return with_note(_("valgte profilen «%(name)s»") % name, one.reason)
    letter = one.what.rpartition("-")[0]
    reference = PROVISIONS[Letter(letter)].reference if letter in set(Letter) else letter
    if not one.value:
        return with_note(_("slo på en regel for %(letter)s") % {"letter": reference}, one.reason)
    words = {"letter": reference, "rests": one.in_place.strip().removesuffix(".")}
    return with_note(
        _("slo av en regel for %(letter)s, som i stedet hviler på: %(rests)s") % words, one.reason
    )
