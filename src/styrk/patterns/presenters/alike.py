"""What is like each other, in words: why, and what is proposed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.incidents.queries import Listed
from styrk.incidents.recurrence.proposals import Proposal
from styrk.incidents.recurrence.reasons import Reason
from styrk.patterns.models import (
    Dismissal,
)
from styrk.patterns.queries import Compared, Fit, Match, Recurring
from styrk.ui.forms import Described, listed
from styrk.ui.words import spoken_day

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
