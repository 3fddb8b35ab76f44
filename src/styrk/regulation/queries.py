"""The evidence for every letter, gathered from the apps that claim it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from styrk.core import doors
from styrk.regulation.letters import ALL, Letter, Provision
from styrk.regulation.types import Answer, Claim, Evidence, Question, Status


def claims() -> list[Claim]:
    """All apps' claims, lowest app first."""
    return [claim for module in doors.modules("evidence") for claim in module.CLAIMS]


def collect(question: Question | None) -> list[Evidence]:
    """The evidence for the 21 letters in order, then §§ 3 and 5; without a unit nothing is known."""
    return weigh(question, claims())


def weigh(question: Question | None, made: Iterable[Claim]) -> list[Evidence]:
    """The same, from these claims alone."""
    by_letter: dict[Letter, list[Claim]] = {}
    for claim in made:
        by_letter.setdefault(claim.letter, []).append(claim)
    return [_evidence(one, by_letter.get(one.letter, ()), question) for one in ALL]


def _evidence(provision: Provision, made: Iterable[Claim], question: Question | None) -> Evidence:
    answered = [(claim, _answer(claim, question)) for claim in made if question]
    if not answered or question is None:
        return Evidence(provision.letter, Status.UNKNOWN, explanation=_not_yet(provision))
    answers = [answer for _claim, answer in answered]
    whole = all(claim.whole for claim, _answer in answered) and not provision.judgement
    return Evidence(
        letter=provision.letter,
        status=_capped(_combined(answers), whole=whole),
        rule="\n".join(str(claim.rule) for claim, _answer in answered),
        explanation="\n".join(answer.explanation for answer in answers),
        reservation=_reservation(provision, whole=whole),
        data=tuple(datum for answer in answers for datum in answer.data),
    )


def _answer(claim: Claim, question: Question) -> Answer:
    if claim.live and question.on != question.today:
        return Answer(
            Status.UNKNOWN,
            _("Styrk viser dette slik det er i dag. Bilder av andre dager kommer senere."),
        )
    return claim.gather(question)


def _combined(answers: Iterable[Answer]) -> Status:
    """One status for several answers: where they differ, the letter is evidenced partly."""
    known = {answer.status for answer in answers} - {Status.UNKNOWN}
    if not known:
        return Status.UNKNOWN
    return known.pop() if len(known) == 1 else Status.PARTLY


def _capped(status: Status, *, whole: bool) -> Status:
    return Status.PARTLY if status == Status.SHOWN and not whole else status


def _not_yet(provision: Provision) -> str:
    text = _("Styrk kan ikke vise dette ennå. Det kommer med %(part)s.") % {"part": provision.later}
    return f"{text} {_judged()}" if provision.judgement else text


def _reservation(provision: Provision, *, whole: bool) -> str:
    if provision.judgement:
        return _judged()
    if whole:
        return ""
    text = _("Bokstaven krever mer enn dette. Resten kommer med %(part)s.")
    return text % {"part": provision.later}


def _judged() -> str:
    # §§ 8 b, 8 c and 8 f ask for an assessment, and data cannot make one.
    return _(
        "Her krever forskriften at noen vurderer. Data kan vise grunnlaget, men ikke vurderingen."
    )
