"""Did it help? The proposed verdict in words, with how much and how sure."""

from math import isfinite

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.indicators.spc.effect import FEWEST_BEFORE, Caution, Effect, Verdict
from styrk.ui.charts import change, figure


def verdict(found: Effect) -> str:
    """The verdict in a sentence; a person judges."""
    match found.verdict:
        case Verdict.NO_BASELINE:
            return ngettext(
                "Vi kan ikke si om det hjalp. Det er bare %(number)s tall fra før tiltaket, og det trengs minst %(needed)s.",
                "Vi kan ikke si om det hjalp. Det er bare %(number)s tall fra før tiltaket, og det trengs minst %(needed)s.",
                found.before,
            ) % {"number": found.before, "needed": FEWEST_BEFORE}
        case Verdict.TOO_EARLY:
            return ngettext(
                "For tidlig: det trengs ett punkt til før vi kan si om det hjalp.",
                "For tidlig: det trengs %(number)s punkter til før vi kan si om det hjalp.",
                found.needed,
            ) % {"number": found.needed}
        case Verdict.IMPROVED:
            return _("Bedring: tallene er sikkert bedre enn før tiltaket.")
        case Verdict.UNCERTAIN:
            return _("Ingen sikker endring: forskjellen kan være tilfeldig.")
        case Verdict.WORSE:
            return _("Forverring: tallene er sikkert dårligere enn før tiltaket.")
        case Verdict.CHANGED:
            return _("Endring: tallene er sikkert annerledes enn før tiltaket.")


def short_verdict(found: Verdict) -> str:
    """For a tag or a table."""
    return {
        Verdict.NO_BASELINE: _("Kan ikke måles"),
        Verdict.TOO_EARLY: _("For tidlig"),
        Verdict.IMPROVED: _("Bedring"),
        Verdict.UNCERTAIN: _("Ingen sikker endring"),
        Verdict.WORSE: _("Forverring"),
        Verdict.CHANGED: _("Endring"),
    }[found]


def estimate(found: Effect, decimals: int = 1, measured_in: str = "") -> str:
    """From which level to which, and the change with its interval; empty where it cannot be said."""
    if not isfinite(found.change):
        return ""
    unit = f"\u00a0{measured_in}" if measured_in else ""
    said = {
        "before": figure(found.median_before, decimals),
        "after": figure(found.median_after, decimals) + unit,
        "change": change(found.change, decimals),
    }
    if not (isfinite(found.low) and isfinite(found.high)):
        return _("Vanlig nivå gikk fra %(before)s til %(after)s: %(change)s.") % said
    said |= {"low": change(found.low, decimals), "high": change(found.high, decimals)}
    return (
        _(
            "Vanlig nivå gikk fra %(before)s til %(after)s. Endringen er %(change)s, og ligger med 95\u00a0%% sikkerhet mellom %(low)s og %(high)s."
        )
        % said
    )


def caution(found: Caution) -> str:
    """What makes the estimate less sure than it looks."""
    match found:
        case Caution.AUTOCORRELATED:
            return _("Hvert tall ligner på det før. Da kan en endring se sikrere ut enn den er.")
        case Caution.SHORT_BASELINE:
            return _("Det er få tall fra før tiltaket, så utgangspunktet er usikkert.")
        case Caution.TREND_BEFORE:
            return _(
                "Tallene var på vei opp eller ned allerede før tiltaket. Endringen kan ha kommet uansett."
            )


def effect(found: Effect, decimals: int = 1, measured_in: str = "") -> list[str]:
    """All that is to be said of an effect: the verdict, how much, and the cautions."""
    early = found.verdict in {Verdict.NO_BASELINE, Verdict.TOO_EARLY}
    said = [verdict(found), "" if early else estimate(found, decimals, measured_in)]
    return [one for one in [*said, *(caution(one) for one in found.cautions)] if one]
