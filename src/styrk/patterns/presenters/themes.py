"""Temas in words and colours, and their months as a control chart."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.actions.models import Action
from styrk.core import clock
from styrk.indicators import words
from styrk.indicators.pictures import Told as Drawing
from styrk.indicators.pictures import control_picture
from styrk.indicators.spc import Kind, control_charts, points
from styrk.patterns.models import (
    Theme,
    ThemeStep,
)
from styrk.patterns.queries import Counted
from styrk.patterns.states import ThemeState
from styrk.ui.charts import ControlChart, Remark
from styrk.ui.history import Told

THEME_ACTS: dict[str, Promise] = {
    "begin": gettext_lazy("begynte temaet"),
    "change": gettext_lazy("endret temaet"),
    "belong": gettext_lazy("la til en melding"),
    "leave": gettext_lazy("tok ut en melding"),
    "add_action": gettext_lazy("besluttet et tiltak"),
    "review": gettext_lazy("gikk gjennom temaet"),
    "rest": gettext_lazy("la temaet til hvile"),
    "wake": gettext_lazy("tok opp igjen temaet"),
}


def theme_mark(theme: Theme, today: date) -> tuple[Promise | str, str]:
    """Where it stands; one that should have been gone through says so."""
    if theme.state == ThemeState.OPEN and theme.review_on < today:
        return _("Skulle vært gått gjennom"), "warning"
    return theme_state_mark(theme)


def theme_state_mark(theme: Theme) -> tuple[Promise | str, str]:
    state = ThemeState(theme.state)
    return state.label, "info" if state == ThemeState.OPEN else "neutral"


def theme_history(steps: Iterable[ThemeStep]) -> list[Told]:
    return [Told(one.at, one.by.name, _theme_sentence(one)) for one in steps]


def _theme_sentence(step: ThemeStep) -> str:
    act = str(THEME_ACTS.get(step.act, step.act))
    return f"{act}: {step.note}" if step.note else act


@dataclass(frozen=True)
class Charted:
    """The months as a control chart, with what was done, and what it tells in words."""

    picture: ControlChart
    said: list[str]


def charted(counted: Counted, actions: Iterable[Action]) -> Charted | None:
    """Of whole months, from the first that has any; None where there is none yet."""
    months = counted.months[:-1]
    while months and not months[0][1]:
        months = months[1:]
    if not months:
        return None
    moments = [month for month, _number in months]
    charts = control_charts(Kind.C, points([[float(number) for _month, number in months]]))
    told = Drawing(
        title=_("Meldinger hver måned"),
        moments=moments,
        measured_in=_("meldinger"),
        decimals=0,
        remarks=_remarks(moments, actions),
    )
    return Charted(control_picture(charts, 0, told), words.signals(charts, 0, moments))


def _remarks(moments: list[date], actions: Iterable[Action]) -> list[Remark]:
    """What was carried out, each in its month."""
    places = {month: place for place, month in enumerate(moments)}
    done = [(clock.day(one.done_at).replace(day=1), one) for one in actions if one.done_at]
    found = [
        Remark(places[month], one.title, action=True) for month, one in done if month in places
    ]
    return sorted(found, key=lambda one: one.place)
