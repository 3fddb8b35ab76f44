"""The evidence for every letter, gathered from the apps that claim it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from styrk.core import doors
from styrk.core.asking import ask_all
from styrk.regulation.letters import ALL, BESIDE, Letter, Provision
from styrk.regulation.types import Answer, Claim, Evidence, Question, Status, concerns_others


def claims() -> list[Claim]:
    """All apps' claims, lowest app first."""
    return [claim for module in doors.modules("evidence") for claim in module.CLAIMS]


def claim_named(key: str) -> Claim | None:
    """The claim with this key, if an app has it."""
    return next((one for one in claims() if one.key == key), None)


def switched_off(off: Collection[str]) -> set[Letter]:
    """The letters that have rules, all of which are among those that are switched off."""
    kept = {one.letter for one in claims() if one.key not in off}
    return {one.letter for one in claims()} - kept


def collect(question: Question | None) -> list[Evidence]:
    """The evidence for the 21 letters in order, then §§ 3 and 5, and what is claimed of other laws.

    Without a unit nothing is known.
    """
    return weigh(question, claims())


def collect_many(questions: Sequence[Question]) -> list[list[Evidence]]:
    """The same for many units, all in one trip; in the order of the questions."""
    made = claims()
    reads = list({claim.read for claim in made if all(_can_say(claim, one) for one in questions)})
    asked = ask_all([read(question) for question in questions for read in reads])
    given = [
        dict(zip(reads, answers, strict=True))
        for answers in _runs(asked, len(reads), len(questions))
    ]
    return [
        _rows(question, [(claim, _answer(claim, question, found)) for claim in made])
        for question, found in zip(questions, given, strict=True)
    ]


@dataclass(frozen=True)
class Told:
    """What an app's claim comes out as; `app` is the app's short name."""

    app: str
    claim: Claim
    answer: Answer

    @property
    def concerns_others(self) -> bool:
        """It is of another law, and not for this unit."""
        return concerns_others(self.claim.letter, self.answer.status)


def told(question: Question) -> list[Told]:
    """Every claim with whose it is, lowest app first. All of it in one trip."""
    answers = _answers(question, claims())
    return [Told(claim.app, claim, answer) for claim, answer in answers]


def evidence_of(question: Question, said: Iterable[Told]) -> list[Evidence]:
    """The evidence for every letter, from what the claims came out as."""
    return _rows(question, ((one.claim, one.answer) for one in said))


def _runs(answers: list[Any], length: int, number: int) -> list[list[Any]]:
    return [answers[at * length : (at + 1) * length] for at in range(number)]


def weigh(question: Question | None, made: Iterable[Claim]) -> list[Evidence]:
    """The same, from these claims alone."""
    return _rows(question, _answers(question, list(made)) if question else [])


def _rows(question: Question | None, answers: Iterable[tuple[Claim, Answer]]) -> list[Evidence]:
    answered: dict[Letter, list[tuple[Claim, Answer]]] = {}
    for claim, answer in answers:
        answered.setdefault(claim.letter, []).append((claim, answer))
    beside = [one for one in BESIDE if one.letter in answered]
    return [_evidence(question, one, answered.get(one.letter, [])) for one in (*ALL, *beside)]


def _answers(question: Question, made: list[Claim]) -> list[tuple[Claim, Answer]]:
    """What each claim comes out as. All their questions go to the database in one trip."""
    reads = list({claim.read for claim in made if _can_say(claim, question)})
    found = dict(zip(reads, ask_all([read(question) for read in reads]), strict=True))
    return [(claim, _answer(claim, question, found)) for claim in made]


def _can_say(claim: Claim, question: Question) -> bool:
    return not claim.live or question.on == question.today


def _evidence(
    question: Question | None, provision: Provision, made: list[tuple[Claim, Answer]]
) -> Evidence:
    if question is None or not made:
        return Evidence(provision.letter, Status.UNKNOWN, explanation=_not_yet(provision))
    off = question.extent.off
    answered = [(claim, answer) for claim, answer in made if claim.key not in off]
    answers = [answer for _claim, answer in answered]
    # A rule that is switched off shows nothing: what the letter rests on instead is for people to judge.
    whole = provision.later is None and not provision.judgement
    whole = whole and all(claim.key not in off for claim, _answer in made)
    instead = [off[claim.key] for claim, _answer in made if claim.key in off]
    return Evidence(
        letter=provision.letter,
        status=_capped(_combined(answers), whole=whole),
        rule="\n".join(claim.says(question) for claim, _answer in answered),
        explanation="\n".join([*_explanations(answers), *instead]),
        reservation=_reservation(provision, whole=whole),
        data=tuple(datum for answer in answers for datum in answer.data),
        off=not answered,
    )


def _answer(claim: Claim, question: Question, found: Mapping[Any, Any]) -> Answer:
    if claim.read not in found:
        return Answer(
            Status.UNKNOWN,
            _("Styrk viser dette slik det er i dag. Bilder av andre dager kommer senere."),
        )
    return claim.gather(question, found[claim.read])


def _combined(answers: Iterable[Answer]) -> Status:
    """One status for several answers: where they differ, the letter is evidenced partly."""
    known = {answer.status for answer in answers} - {Status.UNKNOWN}
    if not known:
        return Status.UNKNOWN
    return known.pop() if len(known) == 1 else Status.PARTLY


def _explanations(answers: list[Answer]) -> list[str]:
    """Why the letter stands as it does; that something could not be told counts only where nothing could."""
    telling = [answer for answer in answers if answer.status is not Status.UNKNOWN]
    return [answer.explanation for answer in telling or answers]


def _capped(status: Status, *, whole: bool) -> Status:
    return Status.PARTLY if status == Status.SHOWN and not whole else status


def _not_yet(provision: Provision) -> str:
    if provision.later is None:
        return _("Ingenting i Styrk er spurt om dette.")
    text = _("Styrk kan ikke vise dette ennå. Det kommer med %(part)s.")
    return text % {"part": provision.later.what}


def _reservation(provision: Provision, *, whole: bool) -> str:
    if provision.judgement:
        return _judged()
    if provision.later is None:
        off = _("En regel er slått av her, så data alene viser ikke hele bokstaven.")
        return "" if whole else off
    text = _("Bokstaven krever mer enn dette. Resten kommer med %(part)s.")
    return text % {"part": provision.later.what}


def _judged() -> str:
    # §§ 8 b, 8 c and 8 f ask for an assessment, and data cannot make one.
    return _(
        "Her krever forskriften at noen vurderer. Data kan vise grunnlaget, men ikke vurderingen."
    )
