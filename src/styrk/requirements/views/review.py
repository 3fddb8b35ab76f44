"""What became of each requirement in a new edition: seen, accepted, or decided otherwise."""

from uuid import UUID

from django import forms as django_forms
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.requirements import commands, forms, presenters, queries, rules
from styrk.requirements.models import Edition, Requirement, Succession
from styrk.requirements.states import Fate
from styrk.requirements.views import asking
from styrk.requirements.views.editions import published, way_to_edition
from styrk.requirements.views.sources import page_start
from styrk.ui import pages
from styrk.ui.addresses import address_of

EVERYTHING = "alle"


@allowed(Permission.SEE_REQUIREMENTS)
@require_safe
def review(request: Request, uuid: UUID) -> HttpResponse:
    """What is changed since the edition before, word by word, and what is still to be decided."""
    edition = published(request, uuid)
    everything = request.GET.get("vis") == EVERYTHING
    found = queries.reviewing(edition, request.standing, page_start(request), everything=everything)
    values = {
        "edition": edition,
        "fates": queries.fates_of([edition], request.standing).get(edition.pk, queries.Fates()),
        "rows": presenters.redone(found.successions, found.placed),
        "further": found.further,
        "everything": everything,
        "added": [] if page_start(request) else queries.added_in(edition),
        "keeps": rules.may_keep(request.standing, edition.source),
    }
    return pages.render(request, "requirements/review.html", values)


@allowed(Permission.PLACE_REQUIREMENTS)
@require_POST
def accept_unchanged(request: Request, uuid: UUID) -> HttpResponse:
    edition = published(request, uuid)
    asking.kept(request, edition.source)
    return asking.do(
        request,
        lambda: commands.accept_unchanged(edition=edition, by=request.person, now=request.now),
        _("Alle uendrede er godtatt. Svarene fra enhetene står i den nye utgaven."),
        address_of("requirements:review", uuid),
    )


@allowed(Permission.PLACE_REQUIREMENTS)
@require_POST
def accept(request: Request, uuid: UUID) -> HttpResponse:
    """Accept what is proposed of one requirement."""
    found, edition = _found(request, uuid)
    return asking.do(
        request,
        lambda: _decide(request, found, found.fate, found.new),
        _("Avgjort. Enhetene det gjelder, får vite det."),
        address_of("requirements:review", edition.uuid),
    )


def _found(request: Request, old: UUID) -> tuple[Succession, Edition]:
    """What is to be decided and the edition it is about, for those who keep the source."""
    if request.method == "POST":
        queries.locked_succession(old)
    found = queries.succession(old)
    edition = queries.followed_by(found.old.edition) if found else None
    if found is None or edition is None:
        raise Http404
    asking.kept(request, edition.source)
    return found, edition


def _decide(request: Request, succession: Succession, fate: str, new: Requirement | None) -> None:
    commands.review_succession(
        succession=succession, fate=fate, new=new, by=request.person, now=request.now
    )


@allowed(Permission.PLACE_REQUIREMENTS)
@ACT
def decide(request: Request, uuid: UUID) -> HttpResponse:
    """Say otherwise of one requirement than what is proposed."""
    found, edition = _found(request, uuid)
    proposed = {"fate": found.fate, "point": found.new.point if found.new else ""}
    form = forms.ReviewForm(data(request), initial=proposed | draft(request))
    new = _named(form, edition)
    address = address_of("requirements:review", edition.uuid)
    return asking.form_page(
        request,
        form,
        lambda: _decide(request, found, form.cleaned_data["fate"], new),
        title=_("Hva ble det av kravet?"),
        intro=str(found.old),
        button=_("Avgjør"),
        said=_("Avgjort. Enhetene det gjelder, får vite det."),
        way=[*way_to_edition(edition), (_("Hva er endret"), address)],
    )


def _named(form: django_forms.Form, edition: Edition) -> Requirement | None:
    """The requirement in the new edition that the form points at, where it must."""
    if not form.is_bound or not form.is_valid() or form.cleaned_data["fate"] == Fate.GONE:
        return None
    found = queries.named_in(edition, form.cleaned_data["point"])
    if found is None:
        form.add_error("point", _("Vi finner ikke ett krav med dette punktet i den nye utgaven."))
    return found
