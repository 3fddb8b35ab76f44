"""What a series says of an action's effect, as people read it: the words, the picture, the proposal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from styrk.actions.models import Action
from styrk.indicators import periods, words
from styrk.indicators.effects import Answer, as_effect
from styrk.indicators.pictures import Told, effect_picture
from styrk.indicators.queries.effects import Beside, Given, Measured
from styrk.indicators.spc.effect import Verdict
from styrk.ui.boxes import Offer
from styrk.ui.charts import BeforeAfter, Rhythm, spoken
from styrk.ui.words import spoken_day

COLORS = {
    Verdict.NO_BASELINE: "neutral",
    Verdict.TOO_EARLY: "neutral",
    Verdict.IMPROVED: "success",
    Verdict.UNCERTAIN: "warning",
    Verdict.WORSE: "danger",
    Verdict.CHANGED: "info",
}


# What says nothing yet: then neither do a level after and a change.
EARLY = {Verdict.NO_BASELINE, Verdict.TOO_EARLY}


def verdict_tag(verdict: str) -> tuple[str, str]:
    """The verdict in a word or two, and its colour."""
    found = Verdict(verdict)
    return words.short_verdict(found), COLORS[found]


@dataclass(frozen=True)
class Said:
    """An answer as a page shows it; `others` are the other actions in sight that may be behind it."""

    given: Given
    action: Action
    others: Sequence[Beside] = ()

    @property
    def answer(self) -> Answer:
        return self.given.answer

    @property
    def tag(self) -> tuple[str, str]:
        """What is proposed; whoever judges decides."""
        word, color = verdict_tag(self.answer.verdict)
        if Verdict(self.answer.verdict) in EARLY:
            return word, color
        return _("Forslag: %(verdict)s") % {"verdict": word.lower()}, color

    @property
    def sentences(self) -> list[str]:
        """The verdict, how much, what makes it less sure, and when one may know more."""
        answer = self.answer
        said = words.effect(as_effect(answer), answer.decimals, answer.measured_in)
        if answer.again_on:
            day = spoken_day(date.fromisoformat(answer.again_on))
            said.append(_("Det skal være nok tall %(day)s.") % {"day": day})
        return said

    @property
    def asked(self) -> str:
        """When it was said, and who asked."""
        day = spoken_day(self.given.asked_on)
        if self.given.by:
            return _("%(name)s spurte tallene %(day)s.") % {"name": self.given.by, "day": day}
        return _("Styrk spurte tallene %(day)s.") % {"day": day}

    @property
    def built_on(self) -> str:
        """Which periods are compared, and the one that is not."""
        observed = self.answer.observed
        known = [date.fromisoformat(one.period) for one in observed.points if one.value is not None]
        if not known:
            return ""
        rhythm = Rhythm(observed.rhythm)
        facts = {"first": spoken(known[0], rhythm), "last": spoken(known[-1], rhythm)}
        text = _("Bygger på tallene fra %(first)s til %(last)s.") % facts
        begun = self._came_in
        if begun is None:
            return text
        between = _("%(period)s, da tiltaket kom, er ikke regnet med.")
        return f"{text} {between % {'period': spoken(begun, rhythm).capitalize()}}"

    @property
    def _came_in(self) -> date | None:
        """The period that the action came in the middle of, where it is among those shown."""
        observed = self.answer.observed
        carried_out = date.fromisoformat(observed.carried_out)
        begun = periods.begins(observed.rhythm, carried_out)
        there = begun.isoformat() in {one.period for one in observed.points}
        return begun if there and begun < carried_out else None

    @property
    def picture(self) -> BeforeAfter:
        return picture(self.answer, self.action.title)

    @property
    def proposal(self) -> str:
        """What may stand in the reason of a judgement."""
        facts = {
            "name": self.answer.name,
            "place": self.answer.place,
            "day": spoken_day(self.given.asked_on),
            "said": " ".join(self.sentences),
        }
        return _("Tallene for «%(name)s» hos %(place)s, spurt %(day)s: %(said)s") % facts

    @property
    def offer(self) -> Offer:
        again = self.answer.again_on
        day = date.fromisoformat(again) if again else None
        return Offer(f"effect_answer:{self.given.id}", self.proposal, day)


def picture(answer: Answer, action: str) -> BeforeAfter:
    """Before and after, with the points that do not count drawn hollow."""
    observed = answer.observed
    told = Told(
        title=_("%(name)s hos %(place)s, før og etter tiltaket")
        % {"name": answer.name, "place": answer.place},
        moments=[date.fromisoformat(one.period) for one in observed.points],
        rhythm=Rhythm(observed.rhythm),
        measured_in=answer.measured_in,
        decimals=answer.decimals,
        ceiling=answer.ceiling,
    )
    values = [one.value for one in observed.points]
    on = date.fromisoformat(observed.carried_out)
    drawn = effect_picture(as_effect(answer), values, observed.split, told, action=action, on=on)
    points = [
        replace(point, excluded=one.left_out, waiting=one.waiting)
        for point, one in zip(drawn.points, observed.points, strict=True)
    ]
    if Verdict(answer.verdict) in EARLY:
        drawn = replace(drawn, after=None, change=None, low=None, high=None)
    return replace(drawn, points=points)


def said_by(found: Measured, action: Action) -> list[Said]:
    """All that the series said, the newest first."""
    return [
        Said(one, action, [other for other in found.others if other.id in one.answer.beside])
        for one in found.answers
    ]
