"""Setting codes on a case, and taking a scheme out of use and into it again."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import allowed, signed_in
from styrk.access.meanwhile import Stand, mark_of
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.classification import commands, forms, presenters, queries
from styrk.classification.proposals import proposed
from styrk.classification.views.acting import DESK, REFUSALS
from styrk.incidents.views.acting import DESK as CASES

CODED = replace(CASES, refusals={**CASES.refusals, **REFUSALS})


@signed_in
@ACT
def classify(request: Request, uuid: UUID) -> HttpResponse:
    """Choose the codes of a case among those that stand, those proposed, and all the others."""
    found = CODED.for_act(request, uuid, "classify")
    axes = queries.axes_of(queries.in_use(found.trust_id))
    in_use = {axis.scheme_id for axis in axes}
    standing = [one for one in queries.set_on(found) if one.code.axis.scheme_id in in_use]
    chosen = [str(one.code.uuid) for one in standing]
    form = forms.ClassifyForm(
        data(request),
        near=presenters.near(standing, proposed(found, axes)),
        groups=presenters.groups(axes),
        initial={"near": chosen} | draft(request),
    )
    return CODED.page(
        request,
        found,
        "classify",
        form,
        lambda: commands.classify_incident(
            incident=found, codes=form.chosen, by=request.person, now=request.now
        ),
        title=_("Sett koder"),
        intro=_(
            "Kodene sier hva meldingen gjelder, så den kan telles sammen med andre. Styrk foreslår, og du"
            " velger."
        )
        if axes
        else _("Virksomheten bruker ikke noe kodeverk nå."),
        button=_("Lagre kodene"),
        said=_("Kodene er lagret."),
        stand=Stand(mark_of(*sorted(chosen))),
    )


@allowed(Permission.HANDLE_INCIDENTS)
@require_POST
def end(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "end")
    return DESK.do(
        request,
        found,
        lambda: commands.end_scheme(scheme=found, by=request.person, now=request.now),
        _("Kodeverket er ute av bruk. Kodene som er satt, blir stående."),
    )


@allowed(Permission.HANDLE_INCIDENTS)
@require_POST
def reopen(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "reopen")
    return DESK.do(
        request,
        found,
        lambda: commands.reopen_scheme(scheme=found, by=request.person, now=request.now),
        _("Kodeverket er i bruk igjen."),
    )
