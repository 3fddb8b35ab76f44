"""What a leader does with what was told: take it, answer it, decide on it, and tell what changed."""

from datetime import date, datetime

from styrk.access.roles import BOARD_CHAIR
from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.types import IN_LINE, Closing, Plan
from styrk.core import clock, guard, states
from styrk.feedback import rules, themes
from styrk.feedback.models import Change, Voice, VoiceAction
from styrk.feedback.record import step, waits, waits_no_more
from styrk.feedback.refusals import NotLater, UnknownTheme, need
from styrk.feedback.states import MOVES
from styrk.organisation.models import Person
from styrk.trail.commands import command, record


@command
def take_voice(*, voice: Voice, by: Person, now: datetime) -> None:
    """Take it on, so that whoever told sees that somebody reads it."""
    voice.state = states.move(MOVES, voice.state, "take")
    voice.handler = by
    voice.save(update_fields=["state", "handler"])
    step(voice, "take", by, now, text=f"Tok imot {voice}")


@command
def describe_voice(*, voice: Voice, kind: str, theme: str, by: Person, now: datetime) -> None:
    """Say what it is, and what it is about. What was told is never rewritten."""
    states.move(MOVES, voice.state, "describe")
    if theme and not themes.known(theme):
        raise UnknownTheme
    before = {"kind": voice.kind, "theme": voice.theme}
    voice.kind, voice.theme = kind, theme
    voice.save(update_fields=["kind", "theme"])
    step(voice, "describe", by, now, text=f"Sa hva {voice} gjelder", before=before)


@command
def write_meanwhile(
    *, voice: Voice, text: str, answer_due: date, by: Person, now: datetime
) -> None:
    """A first answer, and when the whole answer comes (forvaltningsloven § 11 a third paragraph)."""
    guard.refuse_identity(text)
    need(text)
    states.move(MOVES, voice.state, "write_meanwhile")
    if answer_due <= clock.day(now):
        raise NotLater
    voice.meanwhile, voice.answer_due = text, answer_due
    voice.save(update_fields=["meanwhile", "answer_due"])
    waits(voice, answer_due, now)
    said = f"Ga et foreløpig svar på {voice}, og lovet svar innen {answer_due:%d.%m.%Y}"
    step(voice, "write_meanwhile", by, now, text=said, note=text)


@command
def answer_voice(*, voice: Voice, answer: str, by: Person, now: datetime) -> None:
    """The answer to the one who told, as it stands at the secret address."""
    _end(voice, "answer", answer, by, now)
    step(voice, "answer", by, now, text=f"Svarte på {voice}", note=answer)


@command
def assess_voice(*, voice: Voice, answer: str, by: Person, now: datetime) -> None:
    """What we make of it, where nobody waits for an answer."""
    _end(voice, "assess", answer, by, now)
    step(voice, "assess", by, now, text=f"Vurderte {voice}", note=answer)


def _end(voice: Voice, act: str, answer: str, by: Person, now: datetime) -> None:
    guard.refuse_identity(answer)
    need(answer)
    voice.state = states.move(MOVES, voice.state, act)
    voice.answer, voice.answered_at, voice.answered_by = answer, now, by
    voice.save(update_fields=["state", "answer", "answered_at", "answered_by"])
    waits_no_more(voice, by, now)


@command
def act_on_voice(*, voice: Voice, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action because of it; it goes into the one register of actions."""
    states.move(MOVES, voice.state, "add_action")
    action = raise_action(
        plan=plan, origin="voice", by=by, now=now, closing=_closing(voice, clock.day(now))
    )
    VoiceAction.objects.create(voice=voice, action=action)
    _use(voice)
    step(voice, "add_action", by, now, text=f"Besluttet tiltaket «{action.title}»")
    return action


def _closing(voice: Voice, on: date) -> Closing:
    """What came of what is about the top leader is kept from that leader, as it is itself."""
    if not voice.past_line:
        return IN_LINE
    chair = ((voice.held_by, BOARD_CHAIR.code),)
    return Closing(chair, tuple(rules.led_by(voice, on)))


@command
def tell_change(
    *, voice: Voice, said: str, did: str, public: bool, by: Person, now: datetime
) -> Change:
    """«Dere sa, vi gjorde»: in our words, so that nobody is known by their own."""
    guard.refuse_identity(said, did)
    need(said, did)
    states.move(MOVES, voice.state, "tell_change")
    change = Change.objects.create(
        voice=voice, unit=voice.unit, said=said, did=did, public=public, at=now, by=by
    )
    _use(voice)
    step(voice, "tell_change", by, now, text=f"Fortalte hva som er endret etter {voice}", note=did)
    return change


def _use(voice: Voice) -> None:
    voice.used = True
    voice.save(update_fields=["used"])


@command
def show_change(*, change: Change, public: bool, by: Person, now: datetime) -> None:
    """Let everybody read it, or no more than those who work here and the one who told."""
    change.public = public
    change.save(update_fields=["public"])
    record(
        by=by,
        now=now,
        act="voice.show_change",
        subject="voice",
        subject_id=change.voice_id,
        trust_id=change.unit.legal_id,
        text="Lot alle lese hva som er endret" if public else "Lot ikke lenger alle lese endringen",
    )
