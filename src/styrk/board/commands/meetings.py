"""Planning a meeting, its agenda, its pack, and that it was held."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db.models import Max
from django.utils import translation

from styrk.access.queries import Standing
from styrk.board import gathering, queries, rules
from styrk.board.models import Item, Meeting, Pack
from styrk.board.record import noted
from styrk.board.refusals import NotTop, Planned, TooSoon, Withdrawn, need
from styrk.board.states import MEETING
from styrk.board.types import Content, Topic
from styrk.board.wording import IN_TRAIL, MEETING_IN_TRAIL
from styrk.core import clock, guard, states
from styrk.core.frozen import as_json, digest_of
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import already_done, command
from styrk.ui.boxes import Panel
from styrk.ui.words import spoken_day


@command
def plan_meeting(*, unit: Unit, on: date, place: str = "", by: Person, now: datetime) -> Meeting:
    """Plan a meeting of the organisation's board. Raises NotTop, TooSoon, or Planned."""
    guard.refuse_identity(place)
    if not rules.is_top(unit):
        raise NotTop
    if on < clock.day(now):
        raise TooSoon
    if Meeting.objects.filter(unit=unit, on=on).exists():
        raise Planned
    meeting = Meeting.objects.create(unit=unit, on=on, place=place, planned_at=now, planned_by=by)
    noted(unit, "plan", meeting.pk, by, now, text=f"Planla {MEETING_IN_TRAIL} {spoken_day(on)}")
    return meeting


@command
def add_item(*, meeting: Meeting, topic: Topic, by: Person, now: datetime) -> Item:
    """Put a case on the agenda. Raises WordsMissing."""
    guard.refuse_identity(topic.title, topic.text, topic.closed)
    need(topic.title)
    states.move(MEETING, meeting.state, "add_item")
    last = Item.objects.filter(meeting=meeting).aggregate(last=Max("number"))["last"] or 0
    item = Item.objects.create(
        meeting=meeting,
        number=int(last) + 1,
        title=topic.title,
        text=topic.text,
        closed=topic.closed,
        source=topic.source,
        source_title=topic.source_title,
        source_path=topic.source_path,
        added_at=now,
        added_by=by,
    )
    text = f"Meldte sak {item.number} til {IN_TRAIL}"
    noted(meeting.unit, "add_item", item.pk, by, now, text=text)
    return item


@command
def withdraw_item(*, item: Item, reason: str, by: Person, now: datetime) -> None:
    """Take a case off the agenda; it stays with why. Raises WordsMissing or Withdrawn."""
    guard.refuse_identity(reason)
    need(reason)
    states.move(MEETING, item.meeting.state, "withdraw")
    if item.withdrawn_at is not None:
        raise Withdrawn
    item.withdrawn_at, item.withdrawn_by, item.why_withdrawn = now, by, reason
    item.save(update_fields=["withdrawn_at", "withdrawn_by", "why_withdrawn"])
    text = f"Tok sak {item.number} av sakslisten"
    noted(item.meeting.unit, "withdraw", item.pk, by, now, text=text, note=reason)


@command
def make_pack(
    *,
    meeting: Meeting,
    standing: Standing,
    panels: Sequence[Panel] = (),
    by: Person,
    now: datetime,
) -> Pack:
    """Freeze what the board's page shows now, with the agenda, in bokmål.

    `standing` is that of `by`; `panels` are what other apps add to the page. Where nothing is another than
    in the newest pack, that one is it.
    """
    states.move(MEETING, meeting.state, "make_pack")
    content = _content(meeting, standing, panels, clock.day(now))
    digest = digest_of(content)
    last = Pack.objects.filter(meeting=meeting).order_by("number").last()
    if last and last.digest == digest:
        already_done()
        return last
    made = Pack.objects.create(
        meeting=meeting,
        number=last.number + 1 if last else 1,
        content=as_json(content),
        digest=digest,
        made_at=now,
        made_by=by,
    )
    text = f"Laget pakke {made.number} til møtet {spoken_day(meeting.on)}"
    noted(meeting.unit, "make_pack", made.pk, by, now, text=text, digest=made.digest)
    return made


def _content(meeting: Meeting, standing: Standing, panels: Sequence[Panel], on: date) -> Content:
    items = Item.objects.filter(meeting=meeting, withdrawn_at__isnull=True).order_by("number")
    with translation.override(settings.LANGUAGE_CODE):
        found = gathering.content(
            meeting.unit, queries.papers_of(meeting.unit, on), standing, on, panels
        )
        return gathering.with_agenda(found, items)


@command
def hold_meeting(*, meeting: Meeting, by: Person, now: datetime) -> None:
    """The meeting has been held; what was decided is written down after. Raises TooSoon."""
    state = states.move(MEETING, meeting.state, "hold")
    if meeting.on > clock.day(now):
        raise TooSoon
    meeting.state, meeting.held_at, meeting.held_by = state, now, by
    meeting.save(update_fields=["state", "held_at", "held_by"])
    text = f"Noterte at {MEETING_IN_TRAIL} {spoken_day(meeting.on)} er holdt"
    noted(meeting.unit, "hold", meeting.pk, by, now, text=text)
