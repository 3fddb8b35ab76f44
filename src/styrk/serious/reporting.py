"""The three-month report: made from the case, with at least what the law says, and frozen when it is sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from styrk.actions.presenters import standing_tag
from styrk.incidents import case_file
from styrk.serious import naming
from styrk.serious.models import Entry, Event
from styrk.serious.states import EntryKind
from styrk.ui.words import spoken_day, spoken_moment

# The third of the law's three parts: followed up and involved.
WITH_PATIENT = (EntryKind.PATIENT, EntryKind.KIN, EntryKind.OFFER, EntryKind.MEETING)
FOLLOWED = (*WITH_PATIENT, EntryKind.STAFF)


@dataclass(frozen=True)
class Line:
    """Something at a time: when, what it was, and the words."""

    when: str
    what: str
    text: str


@dataclass(frozen=True)
class Measure:
    """An action of the one register: what, by when, and how far it has come."""

    title: str
    due: str
    standing: str


@dataclass(frozen=True)
class Content:
    """A report as it is read, in words. `remarks` say what a part lacks, and why."""

    reference: str
    unit: str
    organisation: str
    occurred: str
    reported: str
    description: str
    course: tuple[Line, ...] = ()
    involved: tuple[str, ...] = ()
    found: str = ""
    causes: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    followed: tuple[Line, ...] = ()
    notices: tuple[Line, ...] = ()
    remarks: str = ""


def content(event: Event, remarks: str = "") -> Content:
    """As the case stands, in the language that is active."""
    incident, standing = event.incident, standing_entries(event.entries.all())
    analysis = next(iter(case_file.analyses(incident)), None)
    return Content(
        reference=incident.reference,
        unit=incident.unit.name,
        organisation=event.trust.name,
        occurred=_moment(event.occurred_at),
        reported=_moment(incident.reported_at),
        description=incident.description,
        course=_lines(standing, (EntryKind.COURSE,)),
        involved=tuple(one.text for one in standing if one.kind == EntryKind.INVOLVED),
        found=analysis.found if analysis else "",
        causes=tuple(analysis.cause_labels) if analysis else (),
        measures=tuple(
            Measure(one.title, spoken_day(one.due), str(standing_tag(one)[0]))
            for one in case_file.actions(incident)
        ),
        followed=_lines(standing, FOLLOWED),
        notices=tuple(_sent(event)),
        remarks=remarks,
    )


def standing_entries(entries: Iterable[Entry]) -> list[Entry]:
    """Those that nothing has put right since."""
    found = list(entries)
    corrected = {one.corrects_id for one in found}
    return [one for one in found if one.pk not in corrected]


def lacking(made: Content) -> list[str]:
    """Which of the law's parts the case says nothing of."""
    with_patient = {str(EntryKind(kind).label) for kind in WITH_PATIENT}
    parts = (
        (_("gjennomgang av hendelsen og mulige årsaker"), bool(made.found)),
        (_("tiltak for at lignende hendelser ikke skal skje igjen"), bool(made.measures)),
        (
            _("hvordan pasient, bruker eller nærmeste pårørende er fulgt opp og involvert"),
            any(one.what in with_patient for one in made.followed),
        ),
        (
            _("hvordan berørt helsepersonell er fulgt opp og involvert"),
            any(one.what == str(EntryKind.STAFF.label) for one in made.followed),
        ),
    )
    return [name for name, is_there in parts if not is_there]


def _lines(entries: Iterable[Entry], kinds: Iterable[str]) -> tuple[Line, ...]:
    wanted = set(kinds)
    return tuple(
        Line(_moment(one.occurred_at), str(EntryKind(one.kind).label), one.text)
        for one in entries
        if one.kind in wanted
    )


def _sent(event: Event) -> Iterator[Line]:
    for one in event.notices.all():
        if one.sent_at:
            title = naming.title(one.obligation.rule)
            yield Line(_moment(one.sent_at), title, naming.bodies(one.recipients))


def _moment(at: datetime) -> str:
    """The day itself, never «i går»: a report is read later."""
    return spoken_moment(at, at.replace(year=at.year - 1, day=1))
