"""What signals say on the page of a board: how many there were of each rule, never about whom."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.trips import each, whole
from styrk.intervention import queries
from styrk.intervention.models import Switch
from styrk.intervention.watched import rules
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Line, Panel, listing
from styrk.ui.words import filled, spoken_day

YEAR = timedelta(days=365)


def on_board(unit: Unit, request: Request) -> Panel | None:
    """Of the last year, in the whole organisation; no box where there was none."""
    since = clock.day(request.now) - YEAR
    found, off = whole(
        lambda: each(
            lambda: queries.figures(unit, since), lambda: queries.switched_off(unit, since)
        )
    )
    told = [(rule.name, found[code]) for code, rule in rules().items() if code in found]
    way = address_of("intervention:explained")
    lines = [Line(name, way, _said(numbers)) for name, numbers in told if numbers.found != 0]
    lines += [Line(rules()[one.rule].name, way, _off(one)) for one in off if one.rule in rules()]
    return listing(gettext_lazy("Plikt til å gripe inn, det siste året"), lines)


def _off(switch: Switch) -> str:
    told = {"day": spoken_day(clock.day(switch.at)), "reason": switch.reason}
    return _("Slått av %(day)s: %(reason)s") % told


def _said(numbers: queries.Figures) -> str:
    if numbers.found is None:
        return _("Færre enn %(num)s. Så få telles ikke, for da kan noen kjennes igjen.") % {
            "num": queries.FEWEST
        }
    if numbers.lifted is None:
        text = _(
            "%(found)s signaler. Hvordan det gikk, vises ikke: en av gruppene har færre enn %(num)s."
        )
        return filled(text, found=numbers.found, num=queries.FEWEST)
    text = ngettext(
        "%(found)s signal. %(ended)s ble løst av lederen selv, %(lifted)s gikk ett nivå opp.",
        "%(found)s signaler. %(ended)s ble løst av lederen selv, %(lifted)s gikk ett nivå opp.",
        numbers.found,
    )
    return filled(text, found=numbers.found, ended=numbers.ended_at_leader, lifted=numbers.lifted)


PANELS = {"board": on_board}
