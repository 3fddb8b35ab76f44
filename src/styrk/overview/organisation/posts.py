"""Who holds which role at a unit, and from when to when: given and ended one by one."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.access.roles import LEADER, ROLES
from styrk.core import clock
from styrk.core.scope import NONE
from styrk.organisation import commands as organisation
from styrk.organisation import queries
from styrk.organisation.forms import HITS
from styrk.organisation.models import Person, Unit
from styrk.overview.organisation import change_forms as forms
from styrk.overview.organisation import commands
from styrk.overview.organisation.changes import Change, change_page, posted, unit_to_change
from styrk.overview.organisation.presenters import leads
from styrk.ui import pages
from styrk.ui.words import spoken_day


@allowed(Permission.SEE_ORGANISATION)
def posts(request: Request, uuid: UUID) -> HttpResponse:
    """Every role at the unit now and to come; for its leader the deputies alone."""
    unit = _unit_with_deputies(request, uuid)
    today = clock.day(request.now)
    may_change = request.standing.allows(Permission.CHANGE_ORGANISATION, unit.pk)
    values = {
        "unit": unit,
        "today": today,
        "may_change": may_change,
        "own": request.standing.may.get(Permission.CHANGE_ORGANISATION, NONE),
        "held": queries.appointments_from(unit, today) if may_change else [],
        "acting": queries.deputyships_from(unit, today),
        "roles": {code: role.name for code, role in ROLES.items()},
    }
    return pages.render(request, "overview/organisation/posts.html", values)


def _unit_with_deputies(request: Request, uuid: UUID) -> Unit:
    """The unit, for whoever keeps it up to date and for its leader in own name; else missing."""
    unit = queries.unit_by_uuid(uuid)
    if unit and leads(request.standing, unit):
        return unit
    return unit_to_change(request, uuid)


@allowed(Permission.CHANGE_ORGANISATION)
def appoint(request: Request, uuid: UUID) -> HttpResponse:
    unit = unit_to_change(request, uuid)
    form = forms.AppointForm(
        posted(request), initial=_at_first(request), find=lambda text: _people(request, unit, text)
    )
    change = Change(
        title=_("Gi en rolle i %(unit)s") % {"unit": unit.name},
        button=_("Gi rollen"),
        act=lambda: _appointed(request, unit, form),
        said=lambda: _("%(person)s har fått rollen.") % {"person": form.found.name},
    )
    return change_page(request, unit, form, change, back=_page(unit))


def _at_first(request: Request) -> dict[str, object]:
    return forms.initial(clock.day(request.now), until=None, who=request.GET.get("hvem", "")[:200])


def _people(request: Request, unit: Unit, text: str) -> list[Person]:
    """Those who belong to units that the reader keeps, or to the unit's own trust."""
    own = request.standing.may[Permission.CHANGE_ORGANISATION].ids
    homes = own or queries.trust_ids(unit)
    return queries.find_people(text, home_units=homes, on=clock.day(request.now), limit=HITS)


def _appointed(request: Request, unit: Unit, form: forms.AppointForm) -> None:
    given = form.cleaned_data
    post = commands.give_role(
        person=form.found,
        unit=unit,
        role=given["role"],
        valid_from=given["since"],
        valid_to=given["until"],
        by=request.person,
        now=request.now,
    )
    if given["role"] == LEADER.code:
        for beside in queries.leading_beside(post):
            messages.warning(request, _told(beside))


def _told(beside: queries.Beside) -> str:
    days = {"first": spoken_day(beside.first), "last": beside.last and spoken_day(beside.last)}
    text = (
        _(
            "%(person)s er leder samtidig fra %(first)s til %(last)s. Enheten skal ha én: avslutt"
            " rollen til den som slutter."
        )
        if beside.last
        else _(
            "%(person)s er leder samtidig fra %(first)s. Enheten skal ha én: avslutt rollen til"
            " den som slutter."
        )
    )
    return text % {"person": beside.person.name, **days}


@allowed(Permission.CHANGE_ORGANISATION)
def end_appointment(
    request: Request, uuid: UUID, person: UUID, role: str, since: str
) -> HttpResponse:
    unit = unit_to_change(request, uuid)
    post = queries.appointment_of(unit, person, role, _day(since))
    if post is None:
        raise Http404
    form = forms.LastDayForm(posted(request), initial=forms.initial(clock.day(request.now)))
    words = {"person": post.person.name, "unit": unit.name, "role": _called(role)}
    change = Change(
        title=_("Avslutt rollen til %(person)s") % words,
        lead=_("%(role)s i %(unit)s.") % words,
        button=_("Avslutt rollen"),
        act=lambda: organisation.end_appointment(
            appointment=post,
            valid_to=form.cleaned_data["until"],
            by=request.person,
            now=request.now,
        ),
        said=lambda: _("Rollen er avsluttet."),
    )
    return change_page(request, unit, form, change, back=_page(unit))


@allowed(Permission.SEE_ORGANISATION)
def name_deputy(request: Request, uuid: UUID) -> HttpResponse:
    unit = _unit_with_deputies(request, uuid)
    until = clock.day(request.now) + forms.DEPUTY_FOR
    form = forms.DeputyForm(
        posted(request),
        initial=_at_first(request) | {"until": until},
        find=lambda text: _people(request, unit, text),
    )
    change = Change(
        title=_("Velg stedfortreder i %(unit)s") % {"unit": unit.name},
        lead=_("Stedfortrederen ser og gjør det samme som lederen. Lederen beholder ansvaret."),
        button=_("Velg stedfortreder"),
        act=lambda: commands.name_deputy(
            person=form.found,
            unit=unit,
            valid_from=form.cleaned_data["since"],
            valid_to=form.cleaned_data["until"],
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        ),
        said=lambda: _("%(person)s er stedfortreder.") % {"person": form.found.name},
    )
    return change_page(request, unit, form, change, back=_page(unit))


@allowed(Permission.SEE_ORGANISATION)
def end_deputyship(request: Request, uuid: UUID, person: UUID, since: str) -> HttpResponse:
    unit = _unit_with_deputies(request, uuid)
    post = queries.deputyship_of(unit, person, _day(since))
    if post is None:
        raise Http404
    form = forms.LastDayForm(posted(request), initial=forms.initial(clock.day(request.now)))
    words: dict[str, Any] = {"person": post.person.name, "unit": unit.name}
    change = Change(
        title=_("Avslutt at %(person)s er stedfortreder") % words,
        lead=_("I %(unit)s.") % words,
        button=_("Avslutt"),
        act=lambda: organisation.end_deputyship(
            deputyship=post,
            valid_to=form.cleaned_data["until"],
            by=request.person,
            now=request.now,
        ),
        said=lambda: _("%(person)s er ikke lenger stedfortreder etter siste dag.") % words,
    )
    return change_page(request, unit, form, change, back=_page(unit))


@allowed(Permission.CHANGE_ORGANISATION)
def register(request: Request, uuid: UUID) -> HttpResponse:
    """A new person who belongs to the unit; next comes the role."""
    unit = unit_to_change(request, uuid)
    form = forms.PersonForm(posted(request))
    change = Change(
        title=_("Registrer en person i %(unit)s") % {"unit": unit.name},
        lead=_("Etterpå gir du personen en rolle. Uten rolle ser personen ingenting."),
        button=_("Registrer"),
        act=lambda: organisation.register_person(
            name=form.cleaned_data["name"],
            title=form.cleaned_data["title"],
            email=form.cleaned_data["email"],
            employee_number=form.cleaned_data["number"] or None,
            home_unit=unit,
            uuid=form.cleaned_data["key"],
            by=request.person,
            now=request.now,
        ),
        said=lambda: (
            _("%(person)s er registrert. Gi en rolle her.") % {"person": form.cleaned_data["name"]}
        ),
        then=lambda: _appoint_next(unit, form),
    )
    return change_page(request, unit, form, change)


def _appoint_next(unit: Unit, form: forms.PersonForm) -> str:
    page = reverse("organisation:appoint", args=[unit.uuid])
    return f"{page}?{urlencode({'hvem': form.cleaned_data['number'] or form.cleaned_data['name']})}"


def _page(unit: Unit) -> str:
    return reverse("organisation:posts", args=[unit.uuid])


def _called(role: str) -> str:
    return str(ROLES[role].name) if role in ROLES else role


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None
