"""What was told, from files: upload, see what would happen, say yes."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT
from styrk.access.decorators import allowed
from styrk.access.models import Facts
from styrk.access.permissions import Permission
from styrk.access.previewing import Intake
from styrk.access.requests import Request
from styrk.core.files import SourceFile
from styrk.feedback import forms, rules
from styrk.feedback.imports import scores, voices
from styrk.feedback.types import FEWEST_ANSWERS
from styrk.ui.addresses import address_of
from styrk.ui.words import filled


@allowed(Permission.ANSWER_VOICES)
@ACT
def import_files(request: Request) -> HttpResponse:
    """Choose files; the next page tells what they would change, and asks for a yes."""
    return INTAKE.answer(request)


def _form(_request: Request, data: Any = None, files: Any = None) -> forms.UploadForm:
    return forms.UploadForm(data, files)


def _run(
    request: Request, sources: Sequence[SourceFile], _facts: Facts, *, dry_run: bool
) -> voices.Report:
    return voices.import_voices(
        sources,
        by=request.person,
        now=request.now,
        within=partial(rules.may_keep, request.standing),
        dry_run=dry_run,
    )


def _done(request: Request, report: voices.Report) -> str:
    text = ngettext("%(new)s stemme er lest inn.", "%(new)s stemmer er lest inn.", report.new)
    messages.success(request, filled(text, new=report.new))
    return address_of("feedback:voices")


INTAKE = Intake(
    address="feedback:import",
    template="feedback/import.html",
    form=_form,
    facts=lambda _form: {},
    rehearse=partial(_run, dry_run=True),
    take=partial(_run, dry_run=False),
    refused=lambda report: report.refused,
    done=_done,
    told=lambda _report: {},
    changes=lambda report, _told: (report.new, report.unchanged),
)


@allowed(Permission.ANSWER_VOICES)
@ACT
def import_scores(request: Request) -> HttpResponse:
    """The results of a survey of patients' experience, by unit and area: see them, then say yes."""
    return SCORES.answer(request)


def _score(
    request: Request, sources: Sequence[SourceFile], _facts: Facts, *, dry_run: bool
) -> scores.Report:
    return scores.import_scores(
        sources,
        by=request.person,
        now=request.now,
        within=partial(rules.may_keep, request.standing),
        dry_run=dry_run,
    )


def _scored(request: Request, report: scores.Report) -> str:
    taken = report.new + report.changed
    text = ngettext("%(taken)s resultat er lest inn.", "%(taken)s resultater er lest inn.", taken)
    messages.success(request, filled(text, taken=taken))
    return address_of("feedback:themes")


SCORES = Intake(
    address="feedback:import_scores",
    template="feedback/import_scores.html",
    form=_form,
    facts=lambda _form: {},
    rehearse=partial(_score, dry_run=True),
    take=partial(_score, dry_run=False),
    refused=lambda report: report.refused,
    done=_scored,
    told=lambda _report: {"fewest": FEWEST_ANSWERS},
    changes=lambda report, _told: (report.new, report.changed, report.unchanged),
)


@allowed(Permission.ANSWER_VOICES)
@require_safe
def template(_request: Request) -> HttpResponse:
    """A file to fill in, with two rows to see how."""
    return _csv("stemmer-mal.csv", voices.EXAMPLE)


@allowed(Permission.ANSWER_VOICES)
@require_safe
def scores_template(_request: Request) -> HttpResponse:
    return _csv("undersokelse-mal.csv", scores.EXAMPLE)


def _csv(name: str, text: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    written = text.encode("utf-8-sig")
    return HttpResponse(written, content_type="text/csv; charset=utf-8", headers=headers)
