"""What the system finds to go again at a unit: shown, taken further, or dismissed with a reason."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.patterns import commands, forms, presenters, queries
from styrk.patterns.views.acting import REFUSALS
from styrk.ui import pages
from styrk.ui.addresses import address_of


@allowed(Permission.HANDLE_INCIDENTS)
@require_safe
def proposals(request: Request, unit: UUID | None = None) -> HttpResponse:
    """At one unit; where none is named, at the topmost that one has a post at."""
    units = queries.units_handled(request.standing)
    at = queries.unit_handled(unit, request.standing) if unit else next(iter(units), None)
    if at is None:
        raise Http404
    said_no = queries.dismissals(at)
    found = queries.recurring(at, clock.day(request.now), said_no)
    titles = queries.titles_of([uuid for one in said_no for uuid in one.members])
    values = {
        "unit": at,
        "units": units,
        "since": queries.looked_since(at, clock.day(request.now)),
        "rows": [presenters.proposed(one) for one in found],
        "dismissed": [(one, presenters.dismissed(one, titles)) for one in said_no],
    }
    return pages.render(request, "patterns/proposals.html", values)


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def dismiss(request: Request, unit: UUID, fingerprint: str) -> HttpResponse:
    at = queries.unit_handled(unit, request.standing)
    found = queries.proposed(at, fingerprint, clock.day(request.now)) if at else None
    if at is None:
        raise Http404
    if found is None:
        gone = _(
            "Forslaget er ikke her lenger. Noen har sagt nei til det, eller samlet meldingene."
        )
        return acting.misfit(request, gone, None, _home(at))
    shown = presenters.proposed(found)
    home = _home(at)
    subject = acting.Subject([(_("Det som går igjen"), home)], at.name, shown.title)
    form = forms.DismissForm(acting.data(request), initial=acting.draft(request))

    def again() -> HttpResponse:
        return acting.show(
            request,
            form,
            subject,
            title=_("Ikke et samleavvik"),
            intro=shown.line,
            button=_("Si nei til forslaget"),
        )

    if not form.is_valid():
        return again()
    return acting.attempt(
        request,
        lambda: commands.dismiss_proposal(
            proposal=found.proposal,
            unit=at,
            by=request.person,
            now=request.now,
            **form.cleaned_data,
        ),
        _("Forslaget er borte, og kommer tilbake hvis det endrer seg."),
        refusals=REFUSALS,
        back=home,
        form=form,
        again=again,
    )


def _home(unit: Unit) -> str:
    return address_of("patterns:proposals_at", unit.uuid)


@allowed(Permission.HANDLE_INCIDENTS)
@require_POST
def take_up(request: Request, uuid: UUID) -> HttpResponse:
    found = queries.dismissal(uuid)
    if found is None or not request.standing.allows(Permission.HANDLE_INCIDENTS, found.unit_id):
        raise Http404
    return acting.attempt(
        request,
        lambda: commands.take_up_proposal(dismissal=found, by=request.person, now=request.now),
        _("Forslaget vises igjen."),
        refusals=REFUSALS,
        back=_home(found.unit),
    )
