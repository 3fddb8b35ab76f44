"""What was told, as a list, one by one, and by theme."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.access.roles import BOARD_CHAIR
from styrk.actions.presenters import standing_tag
from styrk.core import clock
from styrk.feedback import forms, presenters, rules, wording
from styrk.feedback.models import Voice
from styrk.feedback.queries import counted, heard, register, surveyed
from styrk.feedback.queries.register import Filters
from styrk.feedback.states import MOVES, Kind
from styrk.feedback.types import DAYS_TO_ANSWER, FEWEST_ANSWERS
from styrk.feedback.views import where
from styrk.feedback.views.acting import DESK
from styrk.trail.commands import record_reading
from styrk.ui import pages
from styrk.ui.addresses import address_of
from styrk.ui.boxes import panels_on

ACTS = tuple(dict.fromkeys(act for _state, act in MOVES))
MOST_PAGES = 1000


@allowed(Permission.SEE_VOICES)
@require_safe
def voices(request: Request) -> HttpResponse:
    """What was told in the units one answers for, the newest first."""
    unit, form = where.held(request), forms.FilterForm(request.GET or None)
    chosen = _chosen(form)
    filters = Filters(
        unit=unit,
        kind=chosen.get("slag", ""),
        theme=chosen.get("tema", ""),
        state=chosen.get("vis", ""),
        since=chosen.get("fra"),
        until=chosen.get("til"),
    )
    page, today = _page(request), clock.day(request.now)
    found, more = register.voices(request.standing, filters, page)
    values = {
        "unit": unit,
        "filter": form,
        "filtered": any(chosen.values()),
        "rows": [_row(one, today) for one in found],
        "older": _at(request, page + 1) if more else "",
    }
    return pages.render(request, "feedback/voices.html", values, fragment="list")


def _chosen(form: forms.FilterForm) -> dict[str, Any]:
    """What makes sense of the address; the rest is left out."""
    if form.is_bound:
        form.is_valid()
        return dict(form.cleaned_data)
    return {}


def _row(voice: Voice, today: date) -> tuple[object, ...]:
    return (
        voice,
        presenters.kind_mark(voice),
        presenters.standing_mark(voice, today),
        presenters.shortened(voice.text),
        presenters.theme_of(voice),
    )


def _page(request: Request) -> int:
    text = request.GET.get("side", "")
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < len("10000") else 1
    return min(max(number, 1), MOST_PAGES)


def _at(request: Request, page: int) -> str:
    kept = {key: value for key, value in request.GET.items() if key != "side" and value}
    return "?" + urlencode(kept | {"side": page})


@signed_in
@require_safe
def about_top(request: Request) -> HttpResponse:
    """What is told about the leader of a trust, for the chair of its board."""
    if not request.standing.scope.chairs:
        raise Http404
    today = clock.day(request.now)
    found = register.about_top(request.standing)
    values = {"words": wording, "rows": [_row(one, today) for one in found]}
    return pages.render(request, "feedback/about_top.html", values)


@signed_in
@require_safe
def voice(request: Request, uuid: UUID) -> HttpResponse:
    """What was told, what we have answered, and what came of it."""
    found = DESK.found(request, uuid)
    record_reading(
        by=request.person,
        now=request.now,
        subject="voice",
        subject_id=found.pk,
        reference=found.reference,
    )
    values = {
        "voice": found,
        "words": wording,
        "chair": BOARD_CHAIR.name,
        "heading": presenters.heading(found),
        "kind": presenters.kind_mark(found),
        "standing": presenters.standing_mark(found, clock.day(request.now)),
        "theme": presenters.theme_of(found),
        "actions": [(one.action, standing_tag(one.action)) for one in found.actions.all()],
        "changes": list(found.changes.all()),
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
        "listed": address_of("feedback:about_top" if found.past_line else "feedback:voices"),
        "entries": presenters.history(found.steps.all()),
        "panels": panels_on("voice", found, request),
    }
    return pages.render(request, "feedback/voice.html", values)


@allowed(Permission.SEE_VOICES)
@require_safe
def themes(request: Request) -> HttpResponse:
    """What is told most of, how soon it is answered, and what the unit makes of it."""
    unit = where.own(request)
    form, first, last = where.period(request)
    filters = Filters(unit=unit, since=first, until=last)
    times = counted.times(request.standing, filters, clock.day(request.now))
    days = {"fra": f"{first}", "til": f"{last}"} | ({"enhet": unit.code} if unit else {})
    values = {
        "unit": unit,
        "first": first,
        "last": last,
        "filter": form,
        "kinds": [(kind, kind.label) for kind in Kind],
        "rows": counted.by_theme(request.standing, filters),
        "list_of": f"{address_of('feedback:voices')}?{urlencode(days)}",
        "judge_url": f"{address_of('feedback:judge')}?{urlencode(days)}",
        "times": times,
        "mean": presenters.mean_days(times.days),
        "limit": DAYS_TO_ANSWER,
        "scores": presenters.scores(surveyed.newest(unit, last)) if unit else [],
        "fewest": FEWEST_ANSWERS,
        "judgements": counted.judgements(unit) if unit else [],
        "keeps": unit is not None and rules.may_keep(request.standing, unit.pk),
        "entrance": heard.entrance_of(unit) if unit else None,
        "around": where.around(request, unit) if unit else [],
    }
    return pages.render(request, "feedback/themes.html", values)
