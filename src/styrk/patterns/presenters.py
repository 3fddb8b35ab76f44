"""Words, colours and the picture of the months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.actions.models import Action
from styrk.core import clock
from styrk.incidents.queries import Listed
from styrk.incidents.recurrence.proposals import Proposal
from styrk.incidents.recurrence.reasons import Reason
from styrk.indicators import words
from styrk.indicators.pictures import Told as Drawing
from styrk.indicators.pictures import control_picture
from styrk.indicators.spc import Kind, control_charts, points
from styrk.patterns.models import (
    Dismissal,
    GroupStep,
    IncidentGroup,
    Raising,
    Theme,
    ThemeStep,
)
from styrk.patterns.queries import Compared, Counted, Fit, Match, Recurring
from styrk.patterns.states import RaisedState, State, ThemeState
from styrk.ui.charts import ControlChart, Remark
from styrk.ui.forms import Described, listed
from styrk.ui.history import Told
from styrk.ui.words import spoken_day, spoken_month

# The picture of the months, in its own units: each month's width, the bars' height.
WIDE, HIGH = 24, 60
ACTS: dict[str, Promise] = {
    "begin": gettext_lazy("begynte samleavviket"),
    "join": gettext_lazy("la til meldinger"),
    "leave": gettext_lazy("tok ut en melding"),
    "answer": gettext_lazy("svarte dem som meldte"),
    "end": gettext_lazy("avsluttet samleavviket"),
    "go_on": gettext_lazy("tok samleavviket opp igjen"),
    "raise": gettext_lazy("løftet samleavviket"),
    "agree": gettext_lazy("sa ja"),
    "decline": gettext_lazy("sa nei"),
    "further": gettext_lazy("løftet samleavviket videre"),
    "withdraw": gettext_lazy("trakk saken som var løftet"),
}


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
RAISED_COLOURS = {
    RaisedState.ASKED: "warning",
    RaisedState.AGREED: "success",
    RaisedState.DECLINED: "danger",
    RaisedState.FURTHER: "info",
    RaisedState.WITHDRAWN: "neutral",
}


@dataclass(frozen=True)
class Bar:
    """A month in the picture: where it stands, how high it is, and its number."""

    x: int
    height: int
    number: int


@dataclass(frozen=True)
class Drawn:
    """How often and where, as a picture of the months, its words, and the rows of a table."""

    total: int
    bars: list[Bar]
    spoken: str
    ends: tuple[str, str]
    width: int
    units: list[tuple[str, int, int]]


def drawn(counted: Counted) -> Drawn:
    months = counted.months
    most = max(number for _month, number in months) or 1
    bars = [
        Bar(place * WIDE, HIGH * number // most, number)
        for place, (_month, number) in enumerate(months)
        if number
    ]
    return Drawn(
        total=counted.total,
        bars=bars,
        spoken=", ".join(f"{spoken_month(month)}: {number}" for month, number in months if number),
        ends=(spoken_month(months[0][0]), spoken_month(months[-1][0])),
        width=WIDE * len(months),
        units=counted.units,
    )


def state_mark(group: IncidentGroup) -> tuple[Promise | str, str]:
    state = State(group.state)
    return state.label, "info" if state == State.OPEN else "neutral"


def raised_mark(raised: Raising) -> tuple[Promise | str, str]:
    state = RaisedState(raised.state)
    return state.label, RAISED_COLOURS[state]


def history(steps: Iterable[GroupStep]) -> list[Told]:
    return [Told(one.at, one.by.name, _sentence(one)) for one in steps]


def _sentence(step: GroupStep) -> str:
    act = str(ACTS.get(step.act, step.act))
    return f"{act}: {step.note}" if step.note else act


WORDS_SHOWN = 5


def choice(told: Compared, why: str = "") -> tuple[str, Described]:
    """A report to tick: what it is, where and when, and why it is there."""
    stands = f"{told.site}, {spoken_day(told.reported_at)}."
    return str(told.uuid), Described(told.title, f"{stands} {why}".strip())


def listed_choice(one: Listed) -> tuple[str, Described]:
    """The same of one that was searched for."""
    stands = f"{one.reference}, {one.unit}, {spoken_day(one.reported_at)}"
    return str(one.uuid), Described(one.title, stands)


def reason(match: Match) -> str:
    """Why two reports are like each other, in words."""
    return _reason(match.reason)


def _reason(found: Reason) -> str:
    said = [
        *_words(found.words),
        *([_("Samme sted.")] if found.same_site else []),
        *_apart(found.days),
    ]
    return " ".join(said)


def fit(found: Fit) -> str:
    """Why a report fits a tema, in words."""
    like = (
        _("Ligner «%(title)s», som hører til.") % {"title": found.like.title}
        if found.like
        else _("Ligner det temaet sier om seg selv.")
    )
    return f"{like} {_reason(found.reason)}".strip()


def _words(words: Iterable[str]) -> list[str]:
    some = list(words)[:WORDS_SHOWN]
    return [_("Felles ord: %(words)s.") % {"words": ", ".join(some)}] if some else []


def _apart(days: int | None) -> list[str]:
    if days is None:
        return []
    if not days:
        return [_("Samme dag.")]
    apart = ngettext("%(num)s dag imellom.", "%(num)s dager imellom.", days)
    return [apart % {"num": days}]


@dataclass(frozen=True)
class Proposed:
    """A proposal as a card: how many like these, since when and where, what they share, what rises."""

    found: Recurring
    title: str
    line: str
    words: str
    rise: str

    @property
    def query(self) -> str:
        """Which reports the act is to begin with, for its address."""
        return "?" + "&".join(f"med={one.uuid}" for one in self.found.fresh)


def proposed(found: Recurring) -> Proposed:
    one = found.proposal
    number = len(one.members)
    facts = {"num": number, "day": spoken_day(one.first) if one.first else ""}
    line = ngettext(
        "%(num)s melding som ligner, siden %(day)s.",
        "%(num)s meldinger som ligner, siden %(day)s.",
        number,
    )
    return Proposed(
        found,
        title=found.members[-1].title,
        line=f"{line % facts} {listed(one.sites)}.",
        words=" ".join(_words(one.words)),
        rise=_rise(one) if one.rising else "",
    )


def _rise(one: Proposal) -> str:
    rise = one.rise
    if rise is None:
        return ""
    facts = {
        "number": rise.number,
        "reports": rise.reports,
        "day": spoken_day(rise.since),
        "before": rise.number_before,
        "reports_before": rise.reports_before,
    }
    return (
        _(
            "%(number)s av %(reports)s meldinger siden %(day)s, mot %(before)s av %(reports_before)s"
            " i de to årene før. Det er mer enn tilfeldig, også når alt som er sett på, er regnet med."
        )
        % facts
    )


def dismissed(one: Dismissal, titles: dict[str, str]) -> str:
    """What it was about: the newest of its reports that one may see."""
    seen = [titles[uuid] for uuid in one.members if uuid in titles]
    return seen[-1] if seen else _("Meldinger du ikke kan se")


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
