"""The committee's words on the pages."""

from datetime import date

from django.utils.translation import gettext as _

from styrk.committee.models import Advice, CommitteeCase
from styrk.committee.states import AdviceState, State, Way

COLORS = {State.WAITING: "warning", State.TREATED: "success", State.WITHDRAWN: "neutral"}
ADVICE_COLORS = {
    AdviceState.WAITING: "warning",
    AdviceState.FOLLOWED: "success",
    AdviceState.DECLINED: "danger",
    AdviceState.WITHDRAWN: "neutral",
}

type Mark = tuple[str, str]


def mark(case: CommitteeCase) -> Mark:
    state = State(case.state)
    return str(state.label), COLORS[state]


def advice_mark(advice: Advice, today: date) -> Mark:
    state = AdviceState(advice.state)
    if state == AdviceState.WAITING and advice.due < today:
        return _("Fristen er ute"), "danger"
    return str(state.label), ADVICE_COLORS[state]


def way(case: CommitteeCase) -> str:
    return str(Way(case.way).label)
