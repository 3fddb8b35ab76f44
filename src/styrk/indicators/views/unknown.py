"""Actions without a known effect, at a unit and all below it."""

from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.models import Action
from styrk.actions.states import Level
from styrk.core import clock
from styrk.indicators.forms.effects import UnknownForm
from styrk.indicators.presenters.effects import verdict_tag
from styrk.indicators.queries import effects as queries
from styrk.organisation.models import Unit
from styrk.organisation.queries import family_of, home_units, unit_by_code
from styrk.ui import pages
from styrk.ui.menu import Text

FIRST = "fra"
MOST = 100_000


@allowed(Permission.SEE_ACTIONS)
@require_safe
def without_effect(request: Request) -> HttpResponse:
    """What is carried out, and nobody has said whether it helped."""
    unit, today = _unit(request), clock.day(request.now)
    form = UnknownForm(request.GET)
    first = _first(request)
    sought = form.sought(unit)
    found = queries.without_effect(sought, today, first)
    above, below = family_of(unit, on=today)
    total, numbers = queries.without_effect_by(unit, below)
    values = {
        "unit": unit,
        "above": next((one for one in above[-1:] if _in_sight(request, one)), None),
        "below": [(one, numbers[one.pk]) for one in below if numbers.get(one.pk)],
        "total": total,
        "rows": [_row(one, today) for one in found[: queries.PAGE]],
        "filter": form,
        "filtered": sought != queries.Sought(unit) or first > 0,
        "older": _more(request, first) if len(found) > queries.PAGE else None,
        "today": today,
    }
    return pages.render(request, "indicators/without_effect.html", values, fragment="list")


def _unit(request: Request) -> Unit:
    """The unit in the address, or one's own; 404 where its actions are not in sight."""
    if code := request.GET.get("enhet", "").strip():
        unit = unit_by_code(code)
    else:
        unit = next(iter(home_units(request.person, clock.day(request.now))), None)
    if unit is None or not _in_sight(request, unit):
        raise Http404
    return unit


def _in_sight(request: Request, unit: Unit) -> bool:
    return request.standing.allows(Permission.SEE_ACTIONS, unit.pk)


def _first(request: Request) -> int:
    """How many are passed by; 0 where the address makes no sense."""
    text = request.GET.get(FIRST, "")
    return min(int(text), MOST) if text.isdecimal() and len(text) <= len(str(MOST)) else 0


def _more(request: Request, first: int) -> str:
    kept = {key: value for key, value in request.GET.items() if key != FIRST and value}
    return "?" + urlencode(kept | {FIRST: str(first + queries.PAGE)})


def _row(action: Action, today: date) -> dict[str, object]:
    verdict, measured = action.verdict, action.measured  # type: ignore[attr-defined]
    return {
        "action": action,
        "level": Level(action.level).label,
        "since": _since(action, today),
        "answer": _answer(verdict, measured),
        "measured": measured,
    }


def _answer(verdict: str | None, measured: str | None) -> tuple[Text, str]:
    if verdict:
        return verdict_tag(verdict)
    if measured:
        return _("Tallene har ikke svart"), "neutral"
    return _("Ingen tall er valgt"), "neutral"


def _since(action: Action, today: date) -> str:
    """How long ago it was carried out, in words."""
    assert action.done_at is not None  # noqa: S101 - only what is carried out is listed
    days = (today - clock.day(action.done_at)).days
    months = days // 30
    if months:
        return ngettext("én måned", "%(n)s måneder", months) % {"n": months}
    return ngettext("én dag", "%(n)s dager", days) % {"n": days}
