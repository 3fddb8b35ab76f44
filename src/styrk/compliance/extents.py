"""How the system is fitted to an organisation: what is enough there, and what it has switched off."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from styrk.compliance.models import Fitting
from styrk.compliance.types import PROFILE
from styrk.core import clock
from styrk.core.trips import Sql, asks, each, whole
from styrk.organisation.models import Unit
from styrk.regulation.profiles import Extent, Size, proposed
from styrk.ui.words import spoken_day

SIZES = """
    SELECT t.id, t.level, (SELECT count(*) FROM organisation_unit u WHERE u.trust_id = t.id
        AND u.valid_from <= %(on)s AND (u.valid_to IS NULL OR u.valid_to >= %(on)s))
    FROM organisation_unit t WHERE t.id = ANY(%(trusts)s)
"""


@dataclass(frozen=True)
class Fitted:
    """What is proposed for an organisation by its name and number of units, and what somebody has said."""

    proposed: Size
    units: int
    said: dict[str, Fitting] = field(default_factory=dict)

    @property
    def chosen(self) -> Fitting | None:
        """The choice of a profile that stands, where there is one."""
        return self.said.get(PROFILE)

    @property
    def size(self) -> Size:
        return Size(self.chosen.value) if self.chosen else self.proposed

    @property
    def off(self) -> dict[str, Fitting]:
        return {what: one for what, one in self.said.items() if what != PROFILE}

    @property
    def extent(self) -> Extent:
        return Extent(self.size, {what: instead(one) for what, one in self.off.items()})


def instead(fitting: Fitting) -> str:
    """What a letter rests on where a rule is switched off, in one line."""
    facts = {
        "rests": " ".join(fitting.in_place.split()),
        "name": fitting.by.name,
        "day": spoken_day(clock.day(fitting.at)),
    }
    return _("En regel er slått av her. I stedet: %(rests)s (%(name)s, %(day)s)") % facts


def fitted_at(trusts: Iterable[int], on: date) -> dict[int, Fitted]:
    """How it stood at the end of a day, by organisation: one trip."""
    ids = sorted(set(trusts))
    return whole(lambda: fitted_among(ids, on))


def fitted_among(ids: list[int], on: date) -> dict[int, Fitted]:
    """The same, among other questions of a trip."""
    found, newest = each(lambda: _sizes(ids, on), lambda: _newest(ids, on))
    said: dict[int, dict[str, Fitting]] = {}
    for one in newest:
        if one.value:
            said.setdefault(one.trust_id, {})[one.what] = one
    return {
        pk: Fitted(proposed(level, units), units, said.get(pk, {})) for pk, level, units in found
    }


@asks
def _sizes(trusts: list[int], on: date) -> Sql:
    return Sql(SIZES, {"on": on, "trusts": trusts})


@asks
def _newest(trusts: list[int], on: date) -> QuerySet[Fitting]:
    ended = clock.start_of(on + timedelta(days=1))
    found = Fitting.objects.filter(trust__one_of=trusts, at__lt=ended).select_related("by")
    return found.order_by("trust_id", "what", "-pk").distinct("trust_id", "what")


def fitted_for(unit: Unit, on: date) -> Fitted:
    return fitted_at([unit.legal_id], on)[unit.legal_id]


def extent_of(unit: Unit, on: date) -> Extent:
    return fitted_for(unit, on).extent


def fittings_of(trust_id: int) -> list[Fitting]:
    """Everything that was chosen and switched, in the order it was done."""
    return list(Fitting.objects.filter(trust=trust_id).select_related("by").order_by("pk"))
