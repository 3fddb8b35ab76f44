"""Planning a meeting, its agenda, its pack, and that it was held."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db.models import Max
from django.utils import translation

from styrk.access.queries import Standing
from styrk.auditplan.models import AuditPlan
from styrk.auditplan.presenters import name_of
from styrk.board import gathering, queries, rules, waiting
from styrk.board.models import Item, Meeting, Pack
from styrk.board.record import noted
from styrk.board.refusals import Frozen, NotTop, Planned, TooFar, TooSoon, Withdrawn, need
from styrk.board.states import MEETING, Source, State
from styrk.board.types import Content, Topic
from styrk.board.wording import IN_TRAIL, MEETING_IN_TRAIL
from styrk.core import clock, guard, states
from styrk.core.frozen import as_json, digest_of
from styrk.inspections.models import Treatment
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import already_done, command
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Panel
from styrk.ui.words import spoken_day

# Days. Farther ahead, the year is written wrong.
FARTHEST = 730
# What is said of a case.
TOLD = ("title", "text", "closed", "source", "source_title", "source_path")


@command
def plan_meeting(*, unit: Unit, on: date, place: str = "", by: Person, now: datetime) -> Meeting:
    """Plan a meeting of the organisation's board. Raises NotTop, TooSoon, TooFar, or Planned."""
    guard.refuse_identity(place)
    if not rules.is_top(unit):
        raise NotTop
    _free(unit, on, now)
    meeting = Meeting.objects.create(unit=unit, on=on, place=place, planned_at=now, planned_by=by)
    noted(unit, "plan", meeting.pk, by, now, text=f"Planla {MEETING_IN_TRAIL} {spoken_day(on)}")
    return meeting


def _free(unit: Unit, on: date, now: datetime) -> None:
    if on < clock.day(now):
        raise TooSoon
    if on > clock.after(now, days=FARTHEST):
        raise TooFar
    if Meeting.objects.filter(unit=unit, on=on).exclude(state=State.CALLED_OFF).exists():
        raise Planned


@command
def move_meeting(*, meeting: Meeting, on: date, place: str = "", by: Person, now: datetime) -> None:
    """Give a planned meeting another day or place. Raises as `plan_meeting`."""
    guard.refuse_identity(place)
    states.move(MEETING, meeting.state, "move")
    before = meeting.on
    if on != before:
        _free(meeting.unit, on, now)
    meeting.on, meeting.place = on, place
    meeting.save(update_fields=["on", "place"])
    text = f"Flyttet {MEETING_IN_TRAIL} {spoken_day(before)} til {spoken_day(on)}"
    noted(meeting.unit, "move", meeting.pk, by, now, text=text)


@command
def call_off_meeting(*, meeting: Meeting, reason: str, by: Person, now: datetime) -> None:
    """There is no meeting, and why. Its cases stand in it, for whoever looks. Raises WordsMissing."""
    guard.refuse_identity(reason)
    need(reason)
    meeting.state, meeting.why_off = states.move(MEETING, meeting.state, "call_off"), reason
    meeting.save(update_fields=["state", "why_off"])
    text = f"Avlyste {MEETING_IN_TRAIL} {spoken_day(meeting.on)}"
    noted(meeting.unit, "call_off", meeting.pk, by, now, text=text, note=reason)


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
        source_digest=topic.source_digest,
        added_at=now,
        added_by=by,
    )
    text = f"Meldte sak {item.number} til {IN_TRAIL}"
    noted(meeting.unit, "add_item", item.pk, by, now, text=text)
    return item


@command
def put_report_on_agenda(
    *, meeting: Meeting, treatment: Treatment, by: Person, now: datetime
) -> Item:
    """The report of an audit that waits for the board is a case, with what is asked of the board."""
    audit = treatment.audit
    path = address_of("inspections:audit", audit.uuid)
    topic = Topic(audit.title, treatment.ask, "", Source.AUDIT, audit.title, path)
    return add_item(meeting=meeting, topic=topic, by=by, now=now)


@command
def put_plan_on_agenda(*, meeting: Meeting, plan: AuditPlan, by: Person, now: datetime) -> Item:
    """The revisjonsplan that somebody has recommended is a case; what it says now is what may be approved."""
    topic = Topic(
        str(name_of(plan)),
        source=Source.AUDITPLAN,
        source_title=str(name_of(plan)),
        source_path=waiting.plan_path(plan),
        source_digest=waiting.digest_of(plan),
    )
    return add_item(meeting=meeting, topic=topic, by=by, now=now)


@command
def change_item(*, item: Item, topic: Topic, by: Person, now: datetime) -> None:
    """Say the case in other words, before a pack is made. Raises WordsMissing, Withdrawn or Frozen."""
    guard.refuse_identity(topic.title, topic.text, topic.closed)
    need(topic.title)
    _check_not_frozen(item, "change_item")
    for name in TOLD:
        setattr(item, name, getattr(topic, name))
    item.save(update_fields=TOLD)
    noted(item.meeting.unit, "change_item", item.pk, by, now, text=f"Endret sak {item.number}")


@command
def move_item_up(*, item: Item, by: Person, now: datetime) -> None:
    """Let the case change places with the one before it. Raises Withdrawn or Frozen."""
    _check_not_frozen(item, "move_up")
    before = Item.objects.filter(meeting=item.meeting, withdrawn_at=None, number__lt=item.number)
    other = before.order_by("number").last()
    if other is None:
        already_done()
        return
    here, there = item.number, other.number
    # No two cases have one number, not even for a moment.
    for one, number in ((other, 0), (item, there), (other, here)):
        one.number = number
        one.save(update_fields=["number"])
    text = f"Flyttet sak {here} fram til sak {there}"
    noted(item.meeting.unit, "move_up", item.pk, by, now, text=text)


def _check_not_frozen(item: Item, act: str) -> None:
    states.move(MEETING, item.meeting.state, act)
    if item.withdrawn_at is not None:
        raise Withdrawn
    if Pack.objects.filter(meeting=item.meeting).exists():
        raise Frozen


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
