"""The kinds of chart: from rows of points to lines. Each formula with its source."""

from enum import StrEnum
from typing import Protocol

from styrk.indicators.spc.kinds import counted, individual, several
from styrk.indicators.spc.lines import Lines
from styrk.indicators.spc.points import Points

__all__ = ["DRAWN_BY", "Kind"]


class Kind(StrEnum):
    RUN = "run"
    I = "i"  # noqa: E741 - its name
    MR = "mr"
    XBAR = "xbar"
    S = "s"
    T = "t"
    P = "p"
    P_PRIME = "pp"
    C = "c"
    U = "u"
    U_PRIME = "up"
    G = "g"
    I_PRIME = "ip"


class Drawing(Protocol):
    def __call__(self, rows: Points, *, screened: bool) -> Lines: ...


DRAWN_BY: dict[Kind, Drawing] = {
    Kind.RUN: individual.run,
    Kind.I: individual.individuals,
    Kind.MR: individual.moving_range,
    Kind.XBAR: several.averages,
    Kind.S: several.spreads,
    Kind.T: individual.time_between,
    Kind.P: counted.proportion,
    Kind.P_PRIME: counted.proportion_prime,
    Kind.C: counted.events,
    Kind.U: counted.rate,
    Kind.U_PRIME: counted.rate_prime,
    Kind.G: counted.cases_between,
    Kind.I_PRIME: individual.taylor,
}
