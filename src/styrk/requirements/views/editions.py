"""An edition to read: whole or part by part, as a file, and what is done with it."""

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from styrk.access.acting import ACT, Way, data, draft
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.requirements import commands, exports, forms, presenters, queries, rules
from styrk.requirements.models import Edition, Requirement, Source
from styrk.requirements.states import EditionState
from styrk.requirements.views import asking
from styrk.requirements.views.sources import page_start, way_to_source
from styrk.ui import pages
from styrk.ui.addresses import address_of

KEEPS = Permission.PLACE_REQUIREMENTS


def found_edition(request: Request, uuid: UUID) -> Edition:
    """The edition; a draft only for those who keep its source."""
    found = queries.edition(uuid)
    if found is None:
        raise Http404
    if found.state == EditionState.DRAFT:
        asking.kept(request, found.source)
    return found


def published(request: Request, uuid: UUID) -> Edition:
    found = found_edition(request, uuid)
    if found.state == EditionState.DRAFT:
        raise Http404
    return found


@allowed(Permission.SEE_REQUIREMENTS)
@require_safe
def edition(request: Request, uuid: UUID) -> HttpResponse:
    """What the edition says, with what lies with nobody marked, and who was told of it."""
    found = found_edition(request, uuid)
    fates = (
        queries.fates_of([found], request.standing).get(found.pk) if found.published_at else None
    )
    later = queries.followed_by(found)
    values = _outlined(request, found) | {
        "written": found.state == EditionState.DRAFT and queries.has_requirements(found),
        "keeps": rules.may_keep(request.standing, found.source),
        "places": later is None and bool(_tops(request, found.source)),
        "announces": request.standing.allows(KEEPS),
        "known": queries.made_known(found, request.standing),
        "fates": fates,
        "forms": exports.FORMS,
        "later": later,
    }
    return pages.render(request, "requirements/edition.html", values)


@allowed(Permission.SEE_REQUIREMENTS)
@require_safe
def part(request: Request, uuid: UUID, above: UUID) -> HttpResponse:
    """What stands under one heading of the edition, as a fragment (a page without HTMX)."""
    found = found_edition(request, uuid)
    heading = queries.requirement(above)
    if heading is None or heading.edition_id != found.pk:
        raise Http404
    values = _outlined(request, found, heading)
    return pages.render(request, "requirements/part.html", values, fragment="outline")


def _outlined(
    request: Request, edition: Edition, above: Requirement | None = None
) -> dict[str, object]:
    outline = queries.outline(edition, request.standing, above, page_start(request))
    return {
        "edition": edition,
        "above": above,
        "outline": outline,
        "rows": presenters.drawn(outline.entries, clock.day(request.now)),
        "draft": edition.state == EditionState.DRAFT,
    }


@allowed(Permission.SEE_REQUIREMENTS)
@require_safe
def export(request: Request, uuid: UUID, form: str) -> HttpResponse:
    """The edition as a file that can be read in again."""
    found = found_edition(request, uuid)
    if form not in exports.FORMS:
        raise Http404
    name = exports.file_name(found, form)
    return HttpResponse(
        exports.exported(found, form),
        content_type=exports.FORMS[form].media,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@allowed(KEEPS)
@require_POST
def publish(request: Request, uuid: UUID) -> HttpResponse:
    found = found_edition(request, uuid)
    asking.kept(request, found.source)
    return asking.do(
        request,
        lambda: commands.publish_edition(edition=found, by=request.person, now=request.now),
        _("Utgaven er gitt ut. Nå kan kravene legges til enheter."),
        address_of("requirements:edition", uuid),
    )


@allowed(KEEPS)
@require_POST
def discard(request: Request, uuid: UUID) -> HttpResponse:
    found = found_edition(request, uuid)
    asking.kept(request, found.source)
    return asking.do(
        request,
        lambda: commands.discard_edition(edition=found, by=request.person, now=request.now),
        _("Utkastet er forkastet."),
        address_of("requirements:source", found.source.uuid),
    )


@allowed(KEEPS)
@ACT
def announce(request: Request, uuid: UUID) -> HttpResponse:
    """Make the edition known in a part of the organisation that one keeps requirements for."""
    found = published(request, uuid)
    units = queries.keeping_units(request.standing)
    form = forms.AnnounceForm(data(request), units=units, initial=draft(request))
    return asking.form_page(
        request,
        form,
        lambda: commands.make_known(
            edition=found,
            unit=form.chosen(),
            roles=form.cleaned_data["roles"],
            text=form.cleaned_data["text"],
            by=request.person,
            now=request.now,
        ),
        title=_("Gjør utgaven kjent"),
        intro=_("De du velger, får en beskjed. Du ser hvor mange som har sett den, ikke hvem."),
        button=_("Gjør kjent"),
        said=_("Beskjeden er sendt."),
        way=way_to_edition(found),
    )


@allowed(KEEPS)
@ACT
def place(request: Request, uuid: UUID) -> HttpResponse:
    """Place what lies with nobody with all units of a level; not of an edition that is overtaken."""
    found = published(request, uuid)
    if queries.followed_by(found):
        raise Http404
    today = clock.day(request.now)
    form = forms.PlaceForm(
        data(request),
        levels=queries.levels_below(_tops(request, found.source), today),
        parts=queries.headings_of(found),
        today=today,
        initial=draft(request),
    )
    return asking.form_page(
        request,
        form,
        lambda: _placed(request, found, form),
        title=_("Legg krav til enheter"),
        intro=_("Hver enhet svarer selv på hva kravet betyr hos dem, eller at det ikke gjelder."),
        button=_("Legg til"),
        said=_said_placed,
        way=way_to_edition(found),
    )


def _tops(request: Request, source: Source) -> list[Unit]:
    """Where one may place: from where the source was laid down, or a law from one's own units."""
    if source.unit is None:
        return queries.keeping_units(request.standing)
    return [source.unit] if rules.may_place(request.standing, source.unit.pk) else []


def _placed(request: Request, edition: Edition, form: forms.PlaceForm) -> int:
    part = form.part_of()
    left = queries.to_place(edition, request.standing, part)
    if part is not None and part.kind and not left:
        left = [part]
    today = clock.day(request.now)
    return commands.place_by_rule(
        requirements=[one for one in left if rules.can_be_placed(one, today)],
        units=form.chosen().units,
        rule=form.rule(),
        answer_due=form.cleaned_data["answer_due"] or today + timedelta(days=28),
        by=request.person,
        now=request.now,
    )


def _said_placed(number: int) -> str:
    text = ngettext("%(number)s krav er lagt til en enhet.", "%(number)s svar er bedt om.", number)
    return text % {"number": number} if number else _("Alle kravene var lagt til fra før.")


@allowed(KEEPS)
@ACT
def place_one(request: Request, uuid: UUID) -> HttpResponse:
    """Place one requirement with all units of a level."""
    found = queries.requirement(uuid)
    today = clock.day(request.now)
    if found is None or not rules.can_be_placed(found, today):
        raise Http404
    form = forms.PlaceForm(
        data(request),
        levels=queries.levels_below(_tops(request, found.edition.source), today),
        parts=None,
        today=today,
        initial=draft(request),
    )
    address = address_of("requirements:requirement", found.uuid)
    return asking.form_page(
        request,
        form,
        lambda: commands.place_by_rule(
            requirements=[found],
            units=form.chosen().units,
            rule=form.rule(),
            answer_due=form.cleaned_data["answer_due"],
            by=request.person,
            now=request.now,
        ),
        title=_("Legg kravet til alle på et nivå"),
        intro=str(found),
        button=_("Legg til"),
        said=_said_placed,
        way=[*way_to_edition(found.edition), (found, address)],
    )


def _address(edition: Edition) -> str:
    return address_of("requirements:edition", edition.uuid)


def way_to_edition(edition: Edition) -> Way:
    return [*way_to_source(edition.source), (edition.label, _address(edition))]
