"""The yearly reports of a kommune, one of them, and as a file."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.decorators import signed_in
from styrk.access.meanwhile import mark_of
from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.papers import MEDIA
from styrk.organisation.models import Unit
from styrk.ui import pages
from styrk.ui.addresses import address_of
from styrk.yearly import freezing, papers, presenters, queries, rules
from styrk.yearly.models import YearlyReport
from styrk.yearly.states import MOVES, State
from styrk.yearly.types import SENT_BY
from styrk.yearly.views.acting import DESK, address

ACTS = tuple(dict.fromkeys(act for _state, act in MOVES))


@signed_in
@require_safe
def reports(request: Request) -> HttpResponse:
    """Those of the kommune in the address, or of one's own."""
    units = queries.kommuner(request.standing)
    unit = chosen(request, units)
    found = queries.reports_of(unit, request.standing) if unit else []
    is_open = any(one.state == State.DRAFT for one in found)
    begins = unit is not None and not is_open and rules.may_write(request.standing, unit.pk)
    values = {
        "unit": unit,
        "others": [one for one in units if one != unit],
        "rows": [(one, presenters.name_of(one), presenters.state_mark(one)) for one in found],
        "years": years_for(request, found) if begins else [],
        "why": SENT_BY.why,
    }
    return pages.render(request, "yearly/reports.html", values)


def years_for(request: Request, found: list[YearlyReport]) -> list[int]:
    """The year that is over comes first, where kommunestyret has not had it yet."""
    this = clock.day(request.now).year
    sent = {one.year for one in found if one.state != State.DRAFT}
    return [year for year in (this - 1, this) if year not in sent] or [this]


def chosen(request: Request, units: list[Unit]) -> Unit | None:
    """The kommune in the address, of these; or the one of one's own post. 404 for another."""
    code = request.GET.get("enhet", "")
    if code:
        found = next((one for one in units if one.code == code), None)
        if found is None:
            raise Http404
        return found
    own = {post.trust_id for post in request.standing.posts}
    return next((one for one in units if one.pk in own), next(iter(units), None))


@signed_in
@require_safe
def of_unit(request: Request, uuid: UUID) -> HttpResponse:
    """Where a duty leads: to the draft that is open, or to where one begins."""
    unit = queries.top_unit(uuid)
    if unit is None or unit not in queries.kommuner(request.standing):
        raise Http404
    found = queries.reports_of(unit, request.standing)
    draft = next((one for one in found if one.state == State.DRAFT), None)
    if draft:
        return redirect("yearly:report", uuid=draft.uuid)
    return redirect(f"{address_of('yearly:reports')}?{urlencode({'enhet': unit.code})}")


@signed_in
@require_safe
def report(request: Request, uuid: UUID) -> HttpResponse:
    """The report as it stands, or as it was sent."""
    found = DESK.found(request, uuid)
    said = freezing.said_by(found)
    values = {
        "report": found,
        "treated": getattr(found, "treatment", None),
        "follow_up": rules.follow_up_of(found),
        "today": clock.day(request.now),
        "did": presenters.decision_word(found.treatment.decision)
        if hasattr(found, "treatment")
        else "",
        "name": presenters.name_of(found),
        "standing": presenters.state_mark(found),
        "before": presenters.before(said),
        "chapters": presenters.chapters(said),
        "missing": presenters.missing(said) if found.state == State.DRAFT else [],
        "items": presenters.rows(said),
        "audits": presenters.audits(said),
        "reported": presenters.reported(said),
        "acted": presenters.acted(said),
        "as_of": _("Slik det var %(day)s, da dataene ble hentet.")
        % {"day": presenters.gathered(said)},
        "mending": presenters.mending(said),
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
        "read": mark(found),
        "entries": presenters.history(found.steps.all()),
    }
    return pages.render(request, "yearly/report.html", values)


@signed_in
@require_safe
def follow_up(_request: Request, uuid: UUID) -> HttpResponse:
    """Where a duty leads: to the report that kommunestyret treated."""
    found = queries.followed(uuid)
    if found is None:
        raise Http404
    return redirect(address(found.treatment.report))


def mark(report: YearlyReport) -> str:
    """Of what it said when it was read: nobody sends another than the one before them."""
    return mark_of(freezing.digest(freezing.said_by(report), report.follows))


@signed_in
@require_safe
def export(request: Request, uuid: UUID, form: str) -> HttpResponse:
    found = DESK.found(request, uuid)
    if form not in papers.FORMS:
        raise Http404
    return HttpResponse(
        papers.written(found, form, request.now, invented=settings.DEMO),
        content_type=MEDIA[form],
        headers={"Content-Disposition": f'attachment; filename="{papers.file_name(found, form)}"'},
    )
