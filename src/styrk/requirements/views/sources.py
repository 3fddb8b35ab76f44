"""The register of sources, one of them, and what its keeper does with it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT, Way, data, draft
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.requirements import commands, forms, queries, rules
from styrk.requirements.models import Edition, Source
from styrk.requirements.states import EditionState
from styrk.requirements.views import asking
from styrk.ui import pages
from styrk.ui.addresses import address_of

KEEPS = Permission.PLACE_REQUIREMENTS


@allowed(Permission.SEE_REQUIREMENTS)
@require_safe
def sources(request: Request) -> HttpResponse:
    """Where requirements come from, who follows each, and its newest edition."""
    form = forms.SourceFilterForm(request.GET or None)
    chosen = form.cleaned_data if form.is_valid() else {}
    start = page_start(request)
    found = queries.sources(chosen.get("type", ""), chosen.get("sok", ""), start)
    values = {
        "rows": found[: queries.SOURCES],
        "filter": form,
        "filtered": bool(chosen.get("type") or chosen.get("sok")),
        "further": start + queries.SOURCES if len(found) > queries.SOURCES else None,
        "keeps": request.standing.allows(KEEPS),
    }
    return pages.render(request, "requirements/sources.html", values, fragment="list")


def page_start(request: Request) -> int:
    """How many rows of a list were shown on the pages before."""
    text = request.GET.get("fra", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0


def found_source(uuid: UUID) -> Source:
    found = queries.source(uuid)
    if found is None:
        raise Http404
    return found


@allowed(Permission.SEE_REQUIREMENTS)
@require_safe
def source(request: Request, uuid: UUID) -> HttpResponse:
    """A source through its editions, its owner, and who supervises it."""
    found = found_source(uuid)
    keeps = rules.may_keep(request.standing, found)
    editions = [one for one in found.editions.all() if keeps or _is_out(one)]
    values = {
        "source": found,
        "editions": editions,
        "fates": queries.fates_of([one for one in editions if _is_out(one)], request.standing),
        "keeps": keeps,
    }
    return pages.render(request, "requirements/source.html", values)


def _is_out(edition: Edition) -> bool:
    return edition.state == EditionState.PUBLISHED


@allowed(KEEPS)
@ACT
def register(request: Request) -> HttpResponse:
    form = forms.RegisterForm(
        data(request),
        units=queries.keeping_units(request.standing),
        common=rules.may_keep_common(request.standing),
        initial=draft(request),
    )
    return asking.form_page(
        request,
        form,
        lambda: _registered(request, form),
        title=_("Ny kilde"),
        intro=_("En kilde er et dokument som stiller krav. Kravene kommer i utgavene av den."),
        button=_("Ta inn i registeret"),
        said=_("Kilden står i registeret. Begynn på den første utgaven."),
        back=_address,
        way=[(_("Kilder til krav"), address_of("requirements:sources"))],
    )


def _address(source: Source) -> str:
    return address_of("requirements:source", source.uuid)


def _registered(request: Request, form: forms.RegisterForm) -> Source:
    said = {name: form.cleaned_data[name] for name in ("title", "code", "kind", "issuer", "url")}
    return commands.register_source(
        **said, unit=form.chosen_unit(), owner=request.person, by=request.person, now=request.now
    )


@allowed(KEEPS)
@ACT
def name_owner(request: Request, uuid: UUID) -> HttpResponse:
    source = asking.kept(request, found_source(uuid))
    unit = source.unit or queries.keeping_unit(request.standing)
    if unit is None:
        raise Http404
    form = forms.OwnerForm(
        data(request),
        owners=possible_owners(unit, clock.day(request.now)),
        initial=draft(request),
    )
    return asking.form_page(
        request,
        form,
        lambda: commands.name_source_owner(
            source=source, owner=form.chosen(), by=request.person, now=request.now
        ),
        title=_("Hvem følger kilden?"),
        button=_("Lagre"),
        said=_("Eieren er lagret."),
        way=way_to_source(source),
    )


@allowed(KEEPS)
@ACT
def begin(request: Request, uuid: UUID) -> HttpResponse:
    source = asking.kept(request, found_source(uuid))
    if there := queries.draft_of(source):
        messages.warning(request, str(asking.REFUSALS[commands.DraftThere]))
        return redirect("requirements:edition", there.uuid)
    form = forms.EditionForm(
        data(request),
        initial={"dated": clock.day(request.now)} | draft(request),
    )
    return asking.form_page(
        request,
        form,
        lambda: commands.begin_edition(
            source=source,
            label=form.cleaned_data["label"],
            dated=form.cleaned_data["dated"],
            by=request.person,
            now=request.now,
        ),
        title=_("Ny utgave"),
        intro=_("Utgaven er et utkast til du gir den ut. Da står den slik den er."),
        button=_("Begynn"),
        said=_("Utkastet er klart. Skriv eller lim inn kravene."),
        back=lambda edition: address_of("requirements:edition", edition.uuid),
        way=way_to_source(source),
    )


def way_to_source(source: Source) -> Way:
    return [
        (_("Kilder til krav"), address_of("requirements:sources")),
        (source, _address(source)),
    ]
