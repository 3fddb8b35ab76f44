"""How a unit is let go: nothing more is asked of it, and it hears why."""

from datetime import datetime

from django.utils.translation import gettext as _

from styrk.core import states
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.requirements.commands.telling import tell_receiver
from styrk.requirements.models import Placement
from styrk.requirements.record import step
from styrk.requirements.states import MOVES
from styrk.requirements.types import ANSWER, REPORT


def stop_asking(placement: Placement, by: Person, now: datetime) -> None:
    """Neither an answer nor a report is waited for any more."""
    for kind in (ANSWER, REPORT):
        settle(kind=kind, subject_uuid=placement.uuid, by=by, now=now)


def withdraw(placement: Placement, text: str, reason: str, by: Person, now: datetime) -> None:
    """The demand does not stand at the unit any more; `text` is the act in bokmål."""
    placement.state = states.move(MOVES, placement.state, "withdraw")
    placement.save(update_fields=["state"])
    stop_asking(placement, by, now)
    step(placement, "withdraw", by, now, text=text, note=reason)
    tell_receiver(
        placement,
        "withdraw",
        lambda: (
            _("Dere har ikke dette kravet lenger: %(title)s") % {"title": placement.requirement}
        ),
        lambda: reason or _("Kravet er borte i den nye utgaven."),
        by,
        now,
    )
