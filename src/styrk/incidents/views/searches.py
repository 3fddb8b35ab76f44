"""Searches that a reader of the list keeps: saved, and thrown."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from styrk.access import acting
from styrk.access.acting import ACT, Refusals, Subject
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.incidents import commands, forms, saved
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {commands.NameTaken: gettext_lazy("Du har et søk med det navnet fra før.")}


@allowed(Permission.SEE_INCIDENTS)
@ACT
def save(request: Request) -> HttpResponse:
    """Keep what the list is limited to: the filters are in this page's own address."""
    query = saved.query_of(request.GET)
    if not query:
        raise Http404
    form = forms.SaveSearchForm(acting.data(request), initial=acting.draft(request))
    at = saved.address(query)

    def shown() -> HttpResponse:
        return acting.show(
            request,
            form,
            Subject(way=[(_("Meldinger"), at)], line=""),
            title=_("Lagre søket"),
            intro=_("Bare du ser det. Lista er alltid den som gjelder når du åpner den."),
            button=_("Lagre"),
        )

    if not form.is_valid():
        return shown()
    return acting.attempt(
        request,
        lambda: commands.save_search(
            query=query, by=request.person, now=request.now, **form.cleaned_data
        ),
        _("Søket er lagret, og står over lista."),
        refusals=REFUSALS,
        back=at,
        form=form,
        again=shown,
    )


@signed_in
@require_POST
def forget(request: Request, uuid: UUID) -> HttpResponse:
    found = saved.search(request.person, uuid)
    if found is None:
        raise Http404
    return acting.attempt(
        request,
        lambda: commands.forget_search(search=found, by=request.person, now=request.now),
        _("Søket er fjernet."),
        refusals=REFUSALS,
        back=address_of("incidents:incidents"),
    )
