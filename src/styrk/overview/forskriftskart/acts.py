"""What one says of an item of a map at a unit: a page for each act."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access import acting
from styrk.access.acting import ACT, Refusals, Subject
from styrk.access.decorators import allowed
from styrk.access.meanwhile import Stand, mark_of, of_fields
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.compliance import commands, rules
from styrk.compliance.queries import Row
from styrk.compliance.types import Spot, months_after
from styrk.core import clock
from styrk.organisation.models import Person
from styrk.overview.forskriftskart import forms as asking
from styrk.overview.forskriftskart import presenters, queries
from styrk.regulation.types import Status

A_YEAR = 12
REFUSALS: Refusals = {
    commands.NothingThere: gettext_lazy("Dette er tatt bort allerede."),
}


def spot_to_keep(request: Request, unit: UUID, item: str) -> Spot:
    """The item at the unit, for one who may write there; held where something is to be said."""
    spot = queries.spot_for(request.standing, unit, item, hold=request.method == "POST")
    if spot is None or not rules.may_keep(request.standing, spot.unit.pk):
        raise Http404
    return spot


def _page(
    request: Request,
    spot: Spot,
    form: forms.Form,
    command: Callable[[], object],
    *,
    title: str,
    button: str,
    said: str,
    intro: str = "",
    stand: Stand | None = None,
) -> HttpResponse:
    """Show the act's form, or do the act and go back to the item."""
    subject = Subject(presenters.way_to(spot), line=presenters.line_of(spot))
    changed = stand is not None and not stand.is_known_to(form)
    shown: dict[str, Any] = {"title": title, "button": button, "intro": intro}
    shown |= {"stand": stand, "changed": changed}

    def again() -> HttpResponse:
        return acting.show(request, form, subject, **shown)

    if changed or not form.is_valid():
        return again()
    home = subject.home
    return acting.attempt(
        request, command, said, refusals=REFUSALS, back=home, form=form, again=again
    )


@allowed(Permission.KEEP_EVIDENCE)
@ACT
def describe(request: Request, unit: UUID, item: str) -> HttpResponse:
    """Say how it is done here, or that the words still hold."""
    spot, today = spot_to_keep(request, unit, item), clock.day(request.now)
    latest = queries.own_practice(spot)
    later = months_after(today, A_YEAR)
    stands: dict[str, Any] = {"text": "", "owner": str(request.person.uuid), "review_on": later}
    if latest and latest.owner and latest.text:
        stands |= {"text": latest.text, "owner": str(latest.owner.uuid)}
    form = asking.DescribeForm(
        acting.data(request),
        owners=_owners(request, spot, latest.owner if latest else None),
        today=today,
        initial=stands | acting.draft(request),
    )
    written = queries.practices_of(spot)
    said = {"text": stands["text"], "owner": stands["owner"]} if latest else {"text": ""}
    return _page(
        request,
        spot,
        form,
        lambda: commands.describe(
            unit=spot.unit,
            item=spot.item.key,
            text=form.cleaned_data["text"],
            owner=form.chosen,
            review_on=form.cleaned_data["review_on"],
            by=request.person,
            now=request.now,
        ),
        title=_("Slik gjør vi det"),
        intro=_("Det du lagrer, regnes som gått gjennom i dag. Tidligere utgaver blir stående."),
        button=_("Lagre"),
        said=_("Lagret. Teksten er gått gjennom i dag."),
        stand=of_fields(form, said, written, kept=True),
    )


def _owners(request: Request, spot: Spot, has: Person | None) -> list[Person]:
    near = possible_owners(spot.unit, clock.day(request.now))
    return list(dict.fromkeys([*([has] if has else []), request.person, *near]))


@allowed(Permission.KEEP_EVIDENCE)
@ACT
def judge(request: Request, unit: UUID, item: str) -> HttpResponse:
    """Say what the status is, beside what the data says."""
    spot, today = spot_to_keep(request, unit, item), clock.day(request.now)
    row = queries.row_at(spot, today)
    later = months_after(today, min(A_YEAR, spot.item.months))
    form = asking.JudgeForm(
        acting.data(request),
        item=spot.item,
        today=today,
        initial={"until": later} | acting.draft(request),
    )
    computed = presenters.STATUSES[row.computed][0]
    return _page(
        request,
        spot,
        form,
        lambda: commands.judge(
            unit=spot.unit,
            item=spot.item.key,
            computed=row.computed,
            by=request.person,
            now=request.now,
            **form.cleaned_data,
        ),
        title=_("Vurder %(reference)s") % {"reference": spot.item.reference},
        intro=_("Dataene sier: %(status)s. Din vurdering kan være en annen, med en grunn.")
        % {"status": str(computed).lower()},
        button=_("Lagre vurderingen"),
        said=_("Vurderingen er lagret."),
        stand=_judged(row),
    )


def _judged(row: Row) -> Stand:
    """The judgement that a new one takes the place of."""
    judgement = row.judgement
    if judgement is None:
        return Stand(mark_of("none"))
    words = presenters.STATUSES[Status(judgement.status)][0]
    return Stand(
        mark_of(judgement.pk),
        [(_("Vurdering:"), f"{words}. {judgement.reason}")],
        by=judgement.by.name,
        at=judgement.at,
    )


@allowed(Permission.KEEP_EVIDENCE)
@ACT
def leave_to_above(request: Request, unit: UUID, item: str) -> HttpResponse:
    """Take away the unit's own words: those of the unit above count here too."""
    spot = spot_to_keep(request, unit, item)
    form = asking.ReasonForm(acting.data(request), initial=acting.draft(request))
    return _page(
        request,
        spot,
        form,
        lambda: commands.leave_to_above(
            unit=spot.unit,
            item=spot.item.key,
            by=request.person,
            now=request.now,
            **form.cleaned_data,
        ),
        title=_("Ta bort vår egen tekst"),
        intro=_("Da gjelder teksten til enheten over. Deres tidligere utgaver blir stående."),
        button=_("Ta bort teksten"),
        said=_("Dere har ingen egen tekst lenger."),
    )


@allowed(Permission.KEEP_EVIDENCE)
@ACT
def take_back(request: Request, unit: UUID, item: str) -> HttpResponse:
    """The judgement counts no more."""
    spot = spot_to_keep(request, unit, item)
    form = asking.ReasonForm(acting.data(request), initial=acting.draft(request))
    return _page(
        request,
        spot,
        form,
        lambda: commands.take_back(
            unit=spot.unit,
            item=spot.item.key,
            by=request.person,
            now=request.now,
            **form.cleaned_data,
        ),
        title=_("Ta tilbake vurderingen"),
        intro=_("Da gjelder det dataene sier. Vurderingen og grunnen blir stående i historikken."),
        button=_("Ta tilbake"),
        said=_("Vurderingen er tatt tilbake."),
    )
