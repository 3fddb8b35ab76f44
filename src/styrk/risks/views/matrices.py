"""The trust's matrix: read by all, written by those who keep it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrk.access import acting
from styrk.access.acting import ACT, NOT_NOW
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.core import states
from styrk.organisation.models import Unit
from styrk.risks import commands, example, forms, presenters, queries, rules
from styrk.risks.models import Matrix
from styrk.risks.states import MatrixState
from styrk.risks.views.acting import way_to_register
from styrk.ui import pages
from styrk.ui.addresses import address_of


@signed_in
@require_safe
def matrix(request: Request) -> HttpResponse:
    """The one that holds, or the example; and the versions before."""
    trust = _trust(request)
    versions = queries.matrices_of(trust.pk)
    holding = versions[0] if versions else None
    keeps = rules.may_keep_matrix(request.standing, trust.pk)
    return _shown(
        request,
        trust,
        holding,
        versions=versions[1:],
        keeps=keeps,
        draft=queries.draft_of(trust.pk) if keeps else None,
    )


@signed_in
@require_safe
def version(request: Request, uuid: UUID) -> HttpResponse:
    """One version as it was, or the draft for those who write it."""
    found = queries.matrix(uuid)
    if found is None or found.trust_id not in request.standing.trusts:
        raise Http404
    keeps = rules.may_keep_matrix(request.standing, found.trust_id)
    if found.state == MatrixState.DRAFT and not keeps:
        raise Http404
    return _shown(request, found.trust, found, versions=[], keeps=keeps, draft=None)


def _shown(
    request: Request,
    trust: Unit,
    found: Matrix | None,
    *,
    versions: list[Matrix],
    keeps: bool,
    draft: Matrix | None,
) -> HttpResponse:
    scale = found.scale if found else example.EXAMPLE
    return pages.render(
        request,
        "risks/matrix.html",
        {
            "trust": trust,
            "matrix": found,
            "name": found.name if found else example.NAME,
            "is_draft": found is not None and found.state == MatrixState.DRAFT,
            "scale": scale,
            "grid": presenters.grid(scale),
            "limits": [
                (presenters.zone_tag(one.zone), one.score, presenters.AUTHORITIES[one.authority])
                for one in scale.limits
            ],
            "versions": versions,
            "keeps": keeps,
            "draft": draft,
        },
    )


@signed_in
@ACT
def draft(request: Request) -> HttpResponse:
    trust = _kept(request)
    start = queries.draft_of(trust.pk) or queries.holding_matrix_of(trust.pk)
    form = forms.MatrixForm(
        acting.data(request),
        start=start.scale if start else example.EXAMPLE,
        initial={"name": start.name if start and not start.example else _("Risikomatrise")}
        | acting.draft(request),
    )
    if form.is_valid():
        written = commands.draft_matrix(
            trust=trust,
            name=form.cleaned_data["name"],
            scale=form.scale(),
            by=request.person,
            now=request.now,
        )
        return acting.done(
            request,
            _("Utkastet er lagret. Se over det før du publiserer."),
            address_of("risks:version", written.uuid),
        )
    return acting.show(
        request,
        form,
        acting.Subject([*way_to_register(), (_("Risikomatrisen"), address_of("risks:matrix"))]),
        title=_("Utkast til risikomatrise"),
        intro=_("Utkastet for %(trust)s. Det gjelder ikke før det er publisert.")
        % {"trust": trust.name},
        button=_("Lagre utkastet"),
        template="risks/draft.html",
    )


@signed_in
@require_POST
def publish(request: Request) -> HttpResponse:
    trust = _kept(request)
    waiting = queries.draft_of(trust.pk)
    if waiting is None:
        messages.warning(request, str(NOT_NOW[states.NotNow]))
        return redirect("risks:matrix")
    commands.publish_matrix(matrix=waiting, by=request.person, now=request.now)
    messages.success(
        request, _("Matrisen gjelder fra nå. Risikoer i den gamle må vurderes på nytt.")
    )
    return redirect("risks:matrix")


def _trust(request: Request) -> Unit:
    """The trust that the person belongs to."""
    trust = queries.own_trust(request.person, request.standing)
    if trust is None:
        raise Http404
    return trust


def _kept(request: Request) -> Unit:
    trust = _trust(request)
    if not rules.may_keep_matrix(request.standing, trust.pk):
        raise Http404
    return trust
