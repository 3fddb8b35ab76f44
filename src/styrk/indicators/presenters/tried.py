"""What was decided from a series, or will be seen by it, with its day."""

from django.utils.translation import gettext as _

from styrk.actions.states import State
from styrk.core import clock
from styrk.indicators.queries.around import Tried
from styrk.ui.words import spoken_day


def tried_words(one: Tried) -> str:
    """When it was carried out, or is to be; else how it went."""
    if one.done_at is not None:
        return _("Iverksatt %(day)s") % {"day": spoken_day(clock.day(one.done_at))}
    if one.state == State.PLANNED:
        return _("Frist %(day)s") % {"day": spoken_day(one.due)}
    return str(State(one.state).label)
