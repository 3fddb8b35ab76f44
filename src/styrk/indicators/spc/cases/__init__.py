"""Cases as JSON: questions to the control charts, and their answers in the same form.

A case is `{"id", "engine", "input"}`; its answer is `{"id", "result"}`, where `result` has the
shape of the reference package named by `engine`, or is `{"error": why}`.
"""

from collections.abc import Callable, Mapping

from styrk.indicators.spc.cases import extras, plotthedots, qicharts
from styrk.indicators.spc.cases.reading import Fields, Json, NotAnswerable

__all__ = ["Json", "Refused", "answers"]


class Refused(ValueError):
    """The input as a whole is not a file of cases."""


ANSWERED_BY: dict[str, Callable[[Fields], Json]] = {
    "qicharts2": qicharts.answer,
    "NHSRplotthedots": plotthedots.answer,
    "qicharts2::bchart": extras.bernoulli_answer,
    "qcc": extras.cusum_ewma_answer,
    "FunnelPlotR": extras.funnel_answer,
}


def answers(file: object) -> Json:
    """The answer to each case of a file, in order. Raises Refused if it holds no list of cases."""
    cases = file.get("cases") if isinstance(file, Mapping) else None
    if not isinstance(cases, list):
        raise Refused('The input must be {"cases": [...]}')
    return {"cases": [_answered(case) for case in cases]}


def _answered(case: object) -> Json:
    if not isinstance(case, Mapping):
        return {"id": None, "result": {"error": "A case must be an object"}}
    return {"id": case.get("id"), "result": _result(case)}


def _result(case: Mapping[str, object]) -> Json:
    engine = str(case.get("engine", "")).partition(" ")[0]
    given = case.get("input")
    if engine not in ANSWERED_BY:
        return {"error": f"Unknown engine: {engine}"}
    if not isinstance(given, Mapping):
        return {"error": "input must be an object"}
    try:
        return ANSWERED_BY[engine](Fields(given))
    except (NotAnswerable, ValueError) as reason:
        return {"error": str(reason)}
