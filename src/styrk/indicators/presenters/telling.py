"""What a series tells, as icons and short words: from what the job has kept, or as it is read now."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from styrk.indicators import words
from styrk.indicators.models import Signal
from styrk.indicators.readings import Reading, Signals
from styrk.indicators.spc import Assurance, Cause, Judgement
from styrk.indicators.spc.advice import ENOUGH_FOR_MEDIAN
from styrk.indicators.states import Direction
from styrk.ui.charts import Assured, Variation, assurance_icon, variation_icon

SAID: dict[str, Promise] = {
    Signals.OUTSIDE_HIGH: _("Det nyeste tallet er høyere enn tilfeldigheter kan forklare."),
    Signals.OUTSIDE_LOW: _("Det nyeste tallet er lavere enn tilfeldigheter kan forklare."),
    Signals.LONG_RUN: _("Uvanlig mange tall på rad ligger på samme side av midtlinja."),
    Signals.FEW_CROSSINGS: _("Tallene svinger ikke tilfeldig rundt midtlinja."),
    Signals.TREND_UP: _("Tallene har steget lenge."),
    Signals.TREND_DOWN: _("Tallene har sunket lenge."),
    Signals.TWO_IN_THREE_HIGH: _("To av de tre siste er uvanlig høye."),
    Signals.TWO_IN_THREE_LOW: _("To av de tre siste er uvanlig lave."),
    Signals.SHIFT_HIGH: _("Nivået ser ut til å ha økt."),
    Signals.SHIFT_LOW: _("Nivået ser ut til å ha sunket."),
}
# What says the same in other words, and says less.
COVERS = {
    Signals.SHIFT_HIGH: {Signals.LONG_RUN, Signals.FEW_CROSSINGS},
    Signals.SHIFT_LOW: {Signals.LONG_RUN, Signals.FEW_CROSSINGS},
    Signals.LONG_RUN: {Signals.FEW_CROSSINGS},
}
JUDGED = {
    "common": Judgement.COMMON,
    "improvement": Judgement.IMPROVEMENT,
    "concern": Judgement.CONCERN,
    "neutral_high": Judgement.NEUTRAL_HIGH,
    "neutral_low": Judgement.NEUTRAL_LOW,
}
ICONS = {
    Judgement.COMMON: (Variation.COMMON, Variation.COMMON),
    Judgement.IMPROVEMENT: (Variation.GOOD_HIGH, Variation.GOOD_LOW),
    Judgement.CONCERN: (Variation.BAD_HIGH, Variation.BAD_LOW),
    Judgement.NEUTRAL_HIGH: (Variation.HIGH, Variation.LOW),
    Judgement.NEUTRAL_LOW: (Variation.HIGH, Variation.LOW),
}
ASSURED = {
    "pass": (Assured.MET, Assurance.PASS),
    "inconsistent": (Assured.VARIES, Assurance.INCONSISTENT),
    "fail": (Assured.MISSED, Assurance.FAIL),
}


@dataclass(frozen=True)
class Told:
    """What a series tells by its codes; `points` are known figures."""

    points: int
    kinds: Sequence[str]
    variation: str
    assurance: str
    direction: str

    @property
    def signals(self) -> bool:
        return bool(self.kinds) or self.variation not in {"", "common"}

    @property
    def is_concern(self) -> bool:
        return self.variation == "concern"

    @property
    def asks_for_action(self) -> bool:
        """Something has changed, and not as wished."""
        return self.signals and self.variation != "improvement"

    @property
    def variation_words(self) -> str:
        """What the newest figure tells, in a sentence; empty for too few."""
        judgement = JUDGED.get(self.variation)
        if judgement is None:
            return ""
        cause = Cause.SHIFT_ABOVE if self._is_high else Cause.SHIFT_BELOW
        return words.variation(judgement, cause)

    @property
    def variation_icon(self) -> Markup:
        return self.draw_variation(self.variation_words)

    def draw_variation(self, words: str, *, alone: bool = False) -> Markup:
        """The icon, also for paper; `words` are told of it."""
        judgement = JUDGED.get(self.variation)
        if judgement is None:
            return Markup()
        return variation_icon(ICONS[judgement][0 if self._is_high else 1], words, alone=alone)

    @property
    def assurance_words(self) -> str:
        found = ASSURED.get(self.assurance)
        return words.assurance(found[1]) if found else ""

    @property
    def assurance_icon(self) -> Markup:
        return self.draw_assurance(self.assurance_words)

    def draw_assurance(self, words: str, *, alone: bool = False) -> Markup:
        found = ASSURED.get(self.assurance)
        if not found:
            return Markup()
        upwards = self.direction != Direction.DOWN
        return assurance_icon(found[0], words, upwards=upwards, alone=alone)

    @property
    def tag(self) -> tuple[str, str] | None:
        """The same in a word or two, and its colour."""
        if not self.variation:
            return None
        colors = {"improvement": "success", "concern": "danger", "common": "neutral"}
        return self.variation_words.partition(":")[0], colors.get(self.variation, "info")

    @property
    def sentences(self) -> list[str]:
        """What has changed, the most telling first; that nothing has, or that it is too early to say."""
        if not self.points:
            return []
        if self.points < ENOUGH_FOR_MEDIAN:
            return [words.too_few(self.points, ENOUGH_FOR_MEDIAN)]
        covered = {less for kind in self.kinds for less in COVERS.get(Signals(kind), ())}
        said = [str(SAID[kind]) for kind in self.kinds if kind not in covered]
        return said or [words.nothing_stands_out()]

    @property
    def _is_high(self) -> bool:
        wished = self.variation == "improvement"
        if self.variation in {"improvement", "concern"}:
            return (self.direction == Direction.UP) == wished
        return self.variation == "neutral_high"


def told(signal: Signal | None, reading: Reading | None, direction: str) -> Told:
    """What the job has kept where it has kept up; else what is read now."""
    if signal is not None and not signal.stale:
        return Told(signal.points, signal.kinds, signal.variation, signal.assurance, direction)
    if reading is None:
        return Told(0, (), "", "", direction)
    return Told(reading.known, reading.signals, reading.variation, reading.assurance, direction)
