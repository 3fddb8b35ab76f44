"""How the system was fitted to the organisation in the period of an evidence pack (§ 5)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from styrk.compliance.extents import Fitted, fitted_for, fittings_of
from styrk.compliance.models import Fitting
from styrk.compliance.types import PROFILE, Spot
from styrk.core import clock
from styrk.core.papers import Bullets, Paragraph
from styrk.overview.forskriftskart.extents import history
from styrk.regulation.letters import Letter
from styrk.regulation.profiles import PROFILES
from styrk.ui.words import spoken_day


@dataclass(frozen=True)
class Fits:
    """The profile that held on the first day, and the acts: those that stood then, and those in the period."""

    began: Fitted
    on: date
    acts: list[Fitting]


def fits_in(spot: Spot, begins: datetime, ends: datetime) -> Fits:
    """Of the profile, and of the rules of the item's letters; of § 5, which is about this, of all rules."""
    on = clock.day(begins)
    acts = [one for one in fittings_of(spot.unit.legal_id) if _is_of(one, spot) and one.at < ends]
    newest = {one.what: one for one in acts if one.at < begins}
    stood = [one for one in newest.values() if one.value]
    came = [one for one in acts if one.at >= begins]
    return Fits(fitted_for(spot.unit, on), on, [*stood, *came])


def _is_of(one: Fitting, spot: Spot) -> bool:
    letter = one.what.rpartition("-")[0]
    return one.what == PROFILE or Letter.S5 in spot.item.letters or letter in spot.item.letters


def told(fits: Fits) -> list[Paragraph | Bullets]:
    """The profile that held, and each act in words."""
    name = {"name": PROFILES[fits.began.size].name, "day": spoken_day(fits.on)}
    chosen = _("%(day)s gjaldt profilen «%(name)s», som virksomheten har valgt.")
    proposed = _("%(day)s gjaldt profilen «%(name)s», som Styrk foreslår.")
    held = Paragraph((chosen if fits.began.chosen else proposed) % name)
    if not fits.acts:
        none = _("Ingen profil er valgt, og ingen regel for dette er slått av eller på i perioden.")
        return [held, Paragraph(none)]
    lines = (f"{spoken_day(one.at)}, {one.who}: {one.text}" for one in history(fits.acts))
    return [held, Bullets(tuple(lines))]


def as_data(fits: Fits) -> list[dict[str, Any]]:
    return [
        {
            "what": one.what,
            "value": one.value or None,
            "in_place": one.in_place or None,
            "reason": one.reason,
            "at": one.at.isoformat(),
            "by": one.by.name,
        }
        for one in fits.acts
    ]
