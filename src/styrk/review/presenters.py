"""Reports in words and colours for people."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from styrk.organisation.flavours import worded
from styrk.requirements import periods
from styrk.review import queries
from styrk.review.layouts import Layout, LayoutWrong, layout
from styrk.review.models import Question, Report, Version, Words
from styrk.review.pack import words
from styrk.review.queries import Listed, Sender
from styrk.review.states import State

type Mark = tuple[str, str]

# A report that nobody was asked for, since it was so long ago, is not late.
LONG_AGO = timedelta(days=40)
# The board, and that it was shown a report.
BOARD = worded(gettext_lazy("Styret"), gettext_lazy("Kommunestyret"))
AS_SHOWN = worded(gettext_lazy("Slik styret så den"), gettext_lazy("Slik kommunestyret så den"))
COLOURS = {
    State.BEGUN: "warning",
    State.SUBMITTED: "success",
    State.RETURNED: "danger",
    State.CORRECTING: "warning",
}


def called(found: Layout, period: str) -> str:
    """«Månedsrapport mars 2026»."""
    return f"{words.said(found.name)} {periods.spoken(period)}"


def name_of(report: Report) -> str:
    try:
        found = layout(report.layout)
    except LayoutWrong:
        found = None
    return called(found, report.period) if found else f"{report.layout} {report.period}"


def report_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    return {one.uuid: f"{name_of(one)}, {one.unit.name}" for one in queries.reports_among(uuids)}


def words_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    return {
        one.uuid: f"{name_of(one.report)}, {one.report.unit.name}"
        for one in queries.words_among(uuids)
    }


def mark(report: Report | None, due: date, today: date) -> Mark:
    """How it stands; late where nothing is sent in time. What is sent back has been sent."""
    if report and report.state != State.BEGUN:
        return str(State(report.state).label), COLOURS[State(report.state)]
    if due < today and (report or due >= today - LONG_AGO):
        return _("Over fristen"), "danger"
    if report is None:
        return (_("Ikke begynt") if due >= today else _("Ikke skrevet")), "neutral"
    return str(State.BEGUN.label), COLOURS[State.BEGUN]


@dataclass(frozen=True)
class Row:
    """A report in a list."""

    title: str
    code: str
    layout: str
    period: str
    due_on: date
    mark: Mark
    ongoing: bool


@dataclass(frozen=True)
class Group:
    """The reports of a unit; `compiled` are the kinds it sets together, with the newest period of each."""

    name: str
    rows: list[Row]
    compiled: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Asked:
    """A section that one is asked to write in."""

    title: str
    unit: str
    due_on: date
    path: tuple[str, str, str, str]


def asked(found: list[Words]) -> list[Asked]:
    return [
        Asked(
            name_of(one.report),
            one.report.unit.name,
            one.report.due_on,
            (one.report.unit.code, one.report.layout, one.report.period, one.section),
        )
        for one in found
        if one.written_at is None
    ]


def groups(found: list[Listed], today: date) -> list[Group]:
    """By unit, in the order given."""
    units = {one.unit.pk: one.unit for one in found}
    return [
        Group(
            unit.name,
            [_row(one, today) for one in found if one.unit.pk == pk],
            _compiled([one for one in found if one.unit.pk == pk], today),
        )
        for pk, unit in units.items()
    ]


def _compiled(found: list[Listed], today: date) -> list[tuple[str, str, str]]:
    """Of each kind that is compiled, the newest period that is over."""
    newest: dict[str, Listed] = {}
    for one in found:
        if one.layout.compiles and _is_over(one.period, today):
            newest.setdefault(one.layout.code, one)
    return [(called(one.layout, one.period), code, one.period) for code, one in newest.items()]


def _is_over(period: str, today: date) -> bool:
    return periods.last_day(period) < today


def _row(one: Listed, today: date) -> Row:
    over = _is_over(one.period, today)
    return Row(
        title=called(one.layout, one.period),
        code=one.unit.code,
        layout=one.layout.code,
        period=one.period,
        due_on=one.due_on,
        mark=mark(one.report, one.due_on, today),
        ongoing=not over,
    )


@dataclass(frozen=True)
class SenderTold:
    sender: Sender
    mark: Mark
    due_on: date


def senders(found: list[Sender], sent: Layout, period: str, today: date) -> list[SenderTold]:
    """Who has sent and who has not, those that are late first."""
    told = []
    for one in found:
        due = sent.due_on(one.unit.level, period)
        told.append(SenderTold(one, mark(one.report, due, today), due))
    return sorted(told, key=lambda one: (one.sender.version is not None, one.sender.unit.name))


def sent_of(found: list[Sender]) -> str:
    """«3 av 11 har sendt.»"""
    sent = sum(one.version is not None for one in found)
    back = sum(one.report is not None and one.report.state == State.RETURNED for one in found)
    text = ngettext("%(sent)s av %(all)s har sendt", "%(sent)s av %(all)s har sendt", len(found))
    return words.with_sent_back(text % {"sent": sent, "all": len(found)}, back) + "."


def sent_back(report: Report | None, questions: Iterable[Question]) -> Question | None:
    """The question that it was sent back with, as long as it is so. `questions`: the newest first."""
    if report is None or report.state != State.RETURNED:
        return None
    return next(iter(questions), None)


@dataclass(frozen=True)
class OtherFile:
    """A file of a version that is not the version's own: what it is, and how one asks for it."""

    said: str
    asks: str


def other_files(version: Version, added: int) -> list[OtherFile]:
    """With all that is added, and in the language that is active where it was not sent in that."""
    active = (get_language() or "nb")[:2]
    found = []
    if added:
        text = ngettext("Med %(n)s tillegg", "Med %(n)s tillegg", added) % {"n": added}
        found.append(OtherFile(text, f"?tillegg={added}"))
    if active != version.language:
        found.append(OtherFile(dict(settings.LANGUAGES)[active], f"?sprak={active}"))
    return found


def gaps(missing: Collection[str], back: Collection[str], *, over: bool) -> list[str]:
    """What a draft is without, but for words."""
    said = [
        (not over, _("Perioden er ikke over ennå.")),
        (bool(missing), _("Har ikke sendt: %(units)s.") % {"units": ", ".join(missing)}),
        (bool(back), _("Sendt tilbake med spørsmål: %(units)s.") % {"units": ", ".join(back)}),
    ]
    return [text for holds, text in said if holds]
