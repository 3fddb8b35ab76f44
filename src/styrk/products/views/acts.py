"""Saying which product a case is about, and taking that back."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.incidents.views.acting import DESK
from styrk.products import commands, forms, queries


@signed_in
@ACT
def name(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "name_product")
    form = forms.ProductForm(data(request), initial=draft(request), find=queries.products_like)
    return DESK.page(
        request,
        found,
        "name_product",
        form,
        lambda: commands.name_product(
            incident=found,
            product=form.product,
            lot=form.cleaned_data["lot"],
            kept=form.cleaned_data["kept"],
            by=request.person,
            now=request.now,
        ),
        title=_("Gjelder et produkt"),
        intro=_(
            "Da kan saken telles sammen med andre om det samme produktet. Registeret er felles, så andre"
            " virksomheter ser navnet, men ikke saken."
        ),
        button=_("Lagre produktet"),
        said=_("Produktet står på saken."),
    )


@signed_in
@require_POST
def withdraw(request: Request, uuid: UUID, product: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "name_product")
    about = queries.product(product)
    if about is None:
        raise Http404
    return DESK.do(
        request,
        found,
        lambda: commands.withdraw_product(
            incident=found, product=about, by=request.person, now=request.now
        ),
        _("Produktet er tatt bort fra saken."),
    )
