"""What Styrk itself does: follows a case that moves, and tells the next leader of a clock."""

from datetime import datetime

from django.utils.translation import gettext as _

from styrk.access.roles import LEADER
from styrk.core import clock
from styrk.duties.commands import require
from styrk.incidents.record import tell
from styrk.incidents.responsible import holders_of
from styrk.serious import rules
from styrk.serious.calling import call_first
from styrk.serious.chain import next_leaders
from styrk.serious.laying import lay
from styrk.serious.models import Event, Notice
from styrk.serious.record import step
from styrk.serious.states import Warned
from styrk.serious.types import OVERSEE
from styrk.trail.commands import command
from styrk.ui.addresses import address_of


@command
def move_duties(*, event: Event, by: None, now: datetime) -> None:
    """The case has gone to another: so does what waits in it."""
    lay(event, by, now)
    step(event, "move", by, now, text="Oppgavene fulgte saken til den som har den nå")


@command
def warn(*, notice: Notice, warned: str, by: None, now: datetime) -> None:
    """Tell those who have the case, their deputies and the next leader; that leader gets a duty too.

    What is straks goes to whoever is on call first, and to these when it is late.
    """
    event, on = notice.event, clock.day(now)
    notice.warned = warned
    notice.save(update_fields=["warned"])
    at_once = rules.is_urgent(notice) and warned == Warned.SOON
    if at_once and call_first(event, now):
        return
    above, leaders = next_leaders(event.incident, now)
    if above is not None:
        require(
            kind=OVERSEE,
            subject_id=notice.pk,
            subject_uuid=notice.uuid,
            unit=above,
            role=LEADER.code,
            due=clock.day(notice.late_at or now),
            now=now,
        )
    handler = event.incident.handler
    taken = event.calls.filter(answered_at__isnull=False).select_related("person").first()
    mine = [handler] if handler else []
    people = [*holders_of(event.incident, on), *mine, *([taken.person] if taken else []), *leaders]
    is_late = warned == Warned.LATE
    tell(
        dict.fromkeys(people),
        event.incident,
        f"notice:{notice.uuid}:{warned}:{notice.late_at:%Y%m%d%H%M}",
        lambda: _("Fristen for en melding er ute") if is_late else _("En melding må sendes snart"),
        address_of("serious:event", event.uuid),
        now=now,
    )
    text = "Varslet om at fristen er ute" if is_late else "Varslet om at fristen er nær"
    told = ", ".join(one.name for one in dict.fromkeys(people))
    act = "warn_now" if at_once and not event.calls.exists() else f"warn_{warned}"
    step(event, act, by, now, text=text, rule=notice.obligation.rule, told=told)
