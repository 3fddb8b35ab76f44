"""Writing a draft: one requirement at a time, or pasted many at once."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import allowed
from styrk.access.meanwhile import of_fields
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.requirements import commands, forms, pasted, queries
from styrk.requirements.models import Edition, Requirement
from styrk.requirements.states import EditionState
from styrk.requirements.views import asking
from styrk.requirements.views.editions import found_edition, way_to_edition

FIELDS = ("point", "title", "text", "kind", "rhythm", "goal", "due", "imposed", "action")


def _draft(request: Request, uuid: UUID) -> Edition:
    if request.method == "POST":
        queries.hold_edition(uuid=uuid)
    found = found_edition(request, uuid)
    if found.state != EditionState.DRAFT:
        raise Http404
    asking.kept(request, found.source)
    return found


def _headings(edition: Edition, but: Requirement | None = None) -> list[Requirement]:
    rows = queries.rows_of(edition)
    return [one for one in rows if not one.kind and one != but]


@allowed(Permission.PLACE_REQUIREMENTS)
@ACT
def write(request: Request, uuid: UUID) -> HttpResponse:
    edition = _draft(request, uuid)
    form = forms.WordingForm(data(request), headings=_headings(edition), initial=draft(request))
    return asking.form_page(
        request,
        form,
        lambda: commands.write_requirement(
            edition=edition, wording=form.wording(), by=request.person, now=request.now
        ),
        title=_("Skriv et krav"),
        button=_("Legg til i utkastet"),
        said=_("Kravet står i utkastet."),
        way=way_to_edition(edition),
    )


@allowed(Permission.PLACE_REQUIREMENTS)
@ACT
def paste(request: Request, uuid: UUID) -> HttpResponse:
    edition = _draft(request, uuid)
    form = forms.PasteForm(data(request), initial=draft(request))
    return asking.form_page(
        request,
        form,
        lambda: commands.write_requirements(
            edition=edition,
            wordings=pasted.requirements(
                form.cleaned_data["text"],
                kind=form.cleaned_data["kind"],
                rhythm=form.cleaned_data["rhythm"],
                taken=edition.requirements.count(),
            ),
            by=request.person,
            now=request.now,
        ),
        title=_("Lim inn krav"),
        button=_("Legg til i utkastet"),
        said=_written,
        way=way_to_edition(edition),
    )


def _written(number: int) -> str:
    text = ngettext(
        "%(number)s avsnitt står i utkastet.", "%(number)s avsnitt står i utkastet.", number
    )
    return text % {"number": number}


@allowed(Permission.PLACE_REQUIREMENTS)
@ACT
def reword(request: Request, uuid: UUID) -> HttpResponse:
    if request.method == "POST":
        # Before it is read: what stands is compared with what the form was made from.
        queries.hold_edition(requirements__uuid=uuid)
    found = queries.requirement(uuid)
    if found is None:
        raise Http404
    edition = _draft(request, found.edition.uuid)
    now = {name: getattr(found, name) for name in FIELDS}
    now["parent"] = found.parent.ref if found.parent else ""
    form = forms.WordingForm(
        data(request),
        headings=_headings(edition, but=found),
        initial=now | draft(request),
    )
    return asking.form_page(
        request,
        form,
        lambda: commands.reword_requirement(
            requirement=found,
            wording=form.wording(found.ref),
            by=request.person,
            now=request.now,
        ),
        title=_("Endre kravet"),
        button=_("Lagre"),
        said=_("Kravet er endret i utkastet."),
        stand=of_fields(form, now),
        way=way_to_edition(edition),
    )
