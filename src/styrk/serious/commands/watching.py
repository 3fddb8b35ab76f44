"""What Styrk itself does: follows a case that moves, and tells the next leader of a clock."""

from datetime import datetime

from django.utils.translation import gettext as _

from styrk.access.roles import LEADER
from styrk.core import clock
from styrk.duties.commands import require
from styrk.incidents.models import Incident
from styrk.incidents.queries import recused_from
from styrk.incidents.record import tell
from styrk.incidents.responsible import holders_of, past
from styrk.organisation.models import Person, Unit
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
    """Tell those who have the case, their deputies and the next leader; that leader gets a duty too."""
    event, on = notice.event, clock.day(now)
    notice.warned = warned
    notice.save(update_fields=["warned"])
    above, leaders = _next_leaders(event.incident, now)
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
    people = [*holders_of(event.incident, on), *([handler] if handler else []), *leaders]
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
    step(event, f"warn_{warned}", by, now, text=text, rule=notice.obligation.rule, told=told)


def _next_leaders(incident: Incident, now: datetime) -> tuple[Unit | None, list[Person]]:
    """The nearest leader above who may see it, and the deputies; past the top leader there is none."""
    on = clock.day(now)
    if incident.past_line:
        return None, []
    here = holders_of(incident, on)
    next_one = past(incident.responsible_unit, [*here, *recused_from(incident)], on)
    if next_one.is_chair:
        return None, []
    return next_one.unit, next_one.holders
