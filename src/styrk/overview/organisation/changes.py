"""Single changes of units: name, place, a new one below, the end. And what all such pages share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.organisation import commands, queries
from styrk.organisation.commands import Refused
from styrk.organisation.forms import HITS
from styrk.organisation.models import Unit
from styrk.overview.organisation import change_forms as forms
from styrk.overview.organisation.presenters import page_of
from styrk.ui import pages
from styrk.ui.forms import StyrkForm

TEMPLATE = "overview/organisation/change.html"
# Which field a refusal is about, where it is about one; the first of them that the form has.
ABOUT: Mapping[type[Refused], tuple[str, ...]] = {
    commands.CodeTaken: ("code",),
    commands.NumberTaken: ("number",),
    commands.NotAnOrganisationNumber: ("number",),
    commands.InTheFuture: ("since", "until"),
    commands.TooEarly: ("since", "until"),
    commands.NotInForce: ("since", "until"),
    commands.HeldLater: ("until",),
    commands.EndsTooEarly: ("until",),
    commands.EndsAlready: ("until",),
    commands.HasPostsLater: ("until",),
    commands.UnderItself: ("who",),
    commands.OtherTrust: ("who",),
    commands.Overlap: ("since",),
}


@dataclass(frozen=True)
class Change:
    """One page that changes one thing: its words, and what is done when the form is right."""

    title: str
    button: str
    act: Callable[[], object]
    said: Callable[[], str]
    lead: str = ""
    color: str | None = None
    # Where one goes when it is done, if not back.
    then: Callable[[], str] | None = None


def unit_to_change(request: Request, uuid: UUID) -> Unit:
    """The unit, for whoever keeps it up to date; else it is missing."""
    unit = queries.unit_by_uuid(uuid)
    if unit is None or not request.standing.allows(Permission.CHANGE_ORGANISATION, unit.pk):
        raise Http404
    return unit


def change_page(
    request: Request,
    unit: Unit,
    form: StyrkForm,
    change: Change,
    *,
    back: str = "",
    template: str = TEMPLATE,
    more: Mapping[str, object] | None = None,
) -> HttpResponse:
    """The form; or the change made, and back to the unit (or to `back`). Nothing typed is lost.

    `template` builds upon the common one where the page says `more`.
    """
    back = back or page_of(unit)
    if request.method == "POST" and form.is_valid() and done(form, change.act):
        messages.success(request, change.said())
        return redirect(change.then() if change.then else back)
    values = {"unit": unit, "form": form, "change": change, "back": back, **(more or {})}
    return pages.render(request, template, values, status=422 if form.errors else 200)


def done(form: StyrkForm, act: Callable[[], object]) -> bool:
    """Whether the act was done; why not stands at the field it is about."""
    try:
        act()
    except Refused as refused:
        fields = ABOUT.get(type(refused), ())
        form.add_error(next((one for one in fields if one in form.fields), None), str(refused))
        return False
    return True


def posted(request: Request) -> Mapping[str, Any] | None:
    return request.POST if request.method == "POST" else None


@allowed(Permission.CHANGE_ORGANISATION)
def rename(request: Request, uuid: UUID) -> HttpResponse:
    unit = unit_to_change(request, uuid)
    today = clock.day(request.now)
    known = forms.initial(today, name=unit.name, level=unit.level)
    form = forms.RenameForm(posted(request), initial=known)
    change = Change(
        title=_("Endre navn på %(unit)s") % {"unit": unit.name},
        lead=_("Det gamle navnet blir stående i historien."),
        button=_("Endre navn"),
        act=lambda: commands.rename_unit(
            unit=unit,
            name=form.cleaned_data["name"],
            level=form.cleaned_data["level"],
            valid_from=form.cleaned_data["since"],
            by=request.person,
            now=request.now,
        ),
        said=lambda: _("Navnet er endret."),
    )
    return change_page(request, unit, form, change)


@allowed(Permission.CHANGE_ORGANISATION)
def move(request: Request, uuid: UUID) -> HttpResponse:
    """Within the trust and the reader's own line: the trust answers for the cases of its units."""
    unit = unit_to_change(request, uuid)
    form = forms.MoveForm(
        posted(request),
        initial=forms.initial(clock.day(request.now)),
        find=lambda text: _new_parents(request, unit, text),
    )
    change = Change(
        title=_("Flytt %(unit)s") % {"unit": unit.name},
        lead=_(
            "Alle enheter under følger med. Skal enheten til en annen virksomhet, kan sakene ikke"
            " følge med: opprett en ny enhet der, og avslutt denne."
        ),
        button=_("Flytt enheten"),
        act=lambda: _moved(request, unit, form),
        said=lambda: _("Enheten er flyttet."),
    )
    return change_page(request, unit, form, change)


def _new_parents(request: Request, unit: Unit, text: str) -> list[Unit]:
    own = request.standing.may[Permission.CHANGE_ORGANISATION]
    trusts = None if unit.trust_id == unit.pk else {unit.legal_id}
    found = queries.find_units(text, trust_ids=trusts, on=clock.day(request.now), limit=50)
    return [one for one in found if one.pk in own and one.pk != unit.pk][:HITS]


class SeesMore(Refused):
    """As with roles: whoever opens cases is another than the one who gets to see them."""

    def __init__(self) -> None:
        super().__init__(
            _("Be en annen om å flytte enheten hit, for du ville selv fått se sakene der.")
        )


def _moved(request: Request, unit: Unit, form: forms.MoveForm) -> None:
    sees = request.standing.may.get(Permission.SEE_INCIDENTS)
    if sees and form.found.pk in sees and unit.pk not in sees:
        raise SeesMore
    commands.move_unit(
        unit=unit,
        parent=form.found,
        valid_from=form.cleaned_data["since"],
        by=request.person,
        now=request.now,
    )


@allowed(Permission.CHANGE_ORGANISATION)
def found(request: Request, uuid: UUID) -> HttpResponse:
    """A new unit below this one."""
    unit = unit_to_change(request, uuid)
    form = forms.FoundForm(posted(request), initial=forms.initial(clock.day(request.now)))
    change = Change(
        title=_("Ny enhet under %(unit)s") % {"unit": unit.name},
        lead=_("Når enheten er opprettet, gir du den en ansvarlig leder."),
        button=_("Opprett enheten"),
        act=lambda: commands.found_unit(
            code=form.cleaned_data["code"],
            name=form.cleaned_data["name"],
            level=form.cleaned_data["level"],
            organisation_number="".join(form.cleaned_data["number"].split()),
            is_trust=form.cleaned_data["is_trust"],
            parent=unit,
            valid_from=form.cleaned_data["since"],
            by=request.person,
            now=request.now,
        ),
        said=lambda: _("%(unit)s er opprettet.") % {"unit": form.cleaned_data["name"]},
    )
    return change_page(request, unit, form, change)


@allowed(Permission.CHANGE_ORGANISATION)
def end(request: Request, uuid: UUID) -> HttpResponse:
    unit = unit_to_change(request, uuid)
    form = forms.LastDayForm(posted(request), initial=forms.initial(clock.day(request.now)))
    change = Change(
        title=_("Avslutt %(unit)s") % {"unit": unit.name},
        lead=_(
            "Roller i enheten slutter samme dag. Sakene blir stående, og de som har ansvaret over,"
            " følger dem videre. En avsluttet enhet åpnes ikke igjen."
        ),
        button=_("Avslutt enheten"),
        color="danger",
        act=lambda: commands.end_unit(
            unit=unit, valid_to=form.cleaned_data["until"], by=request.person, now=request.now
        ),
        said=lambda: _("Enheten er avsluttet."),
    )
    return change_page(request, unit, form, change)
