"""How files are read in on a page, in every app: choose them, see what they would change, say yes.

What one sees has an address of its own, so that one can go back to it, and look at it again. The yes
is to what was seen: where others have changed something meanwhile, one sees what would come of it now.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from styrk.access import meanwhile
from styrk.access.acting import keep_typed
from styrk.access.commands import keep_preview, throw_draft, use_preview
from styrk.access.models import Facts, Preview
from styrk.access.queries import preview_for
from styrk.access.requests import Request
from styrk.core.files import SourceFile
from styrk.ui import pages
from styrk.ui.uploads import UploadsForm

# The preview's name in addresses and forms.
WHICH = "forhand"
# As many rows as a page shows.
SHOWN = 100

type Files = Sequence[SourceFile]
type Told = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Intake[F: UploadsForm, R]:
    """Where files of one kind are read in: what its app says of them, once for all the steps.

    `address` names the page, and `facts` is what was chosen beside the files. `rehearse` says what
    they would change, `take` does it; `refused` is whether nothing of either is to be had. `done`
    says what was taken and where one goes then: nowhere, where the files hold more to be looked at.
    `told` is what the page needs to tell of a report, and `changes` all that a report and what is told
    of it would change, in words or numbers. `hold` keeps others from changing it until the transaction ends.
    """

    address: str
    template: str
    form: Callable[..., F]
    facts: Callable[[F], Facts]
    rehearse: Callable[[Request, Files, Facts], R]
    take: Callable[[Request, Files, Facts], R]
    refused: Callable[[R], bool]
    done: Callable[[Request, R], str]
    told: Callable[[R | None], Told]
    changes: Callable[[R, Told], object]
    hold: Callable[[], object] = lambda: None

    def answer(self, request: Request) -> HttpResponse:
        if WHICH in request.POST:
            return self._confirmed(request)
        if request.method == "POST":
            return self._chosen(request)
        if WHICH in request.GET:
            return self._previewed(request)
        return self.page(request)

    def page(
        self,
        request: Request,
        form: F | None = None,
        *,
        report: R | None = None,
        preview: Preview | None = None,
        missed: str = "",
        status: int = 200,
    ) -> HttpResponse:
        """The form, and what is told: `missed` is why the preview is no more, "used" or "old", or is
        another, "changed"."""
        told = self.told(report)
        keep_typed(request, form)
        values = {
            "form": form or self.form(request),
            "report": report,
            "preview": preview,
            "missed": missed,
            "seen": self._mark(report, told) if preview and report is not None else "",
            "shown": SHOWN,
            **told,
        }
        return pages.render(request, self.template, values, status=status)

    def _chosen(self, request: Request) -> HttpResponse:
        """What is refused is told at once, and not kept."""
        form = self.form(request, request.POST, request.FILES)
        if not form.is_valid():
            return self.page(request, form, status=422)
        sources, facts = form.sources(), self.facts(form)
        report = self.rehearse(request, sources, facts)
        if self.refused(report):
            return self.page(request, form, report=report, status=422)
        kept = keep_preview(
            person=request.person,
            purpose=self.address,
            sources=sources,
            facts=facts,
            now=request.now,
        )
        throw_draft(person=request.person, path=request.path)
        return self._to(kept)

    def _previewed(self, request: Request) -> HttpResponse:
        kept = self._kept(request, request.GET[WHICH])
        if kept is None or kept.used_at:
            return self._missed(request, kept)
        report = self.rehearse(request, kept.sources, kept.facts)
        return self.page(request, report=report, preview=None if self.refused(report) else kept)

    def _confirmed(self, request: Request) -> HttpResponse:
        kept = self._kept(request, request.POST[WHICH])
        if kept is None or kept.used_at:
            return self._missed(request, kept)
        self.hold()
        report = self.rehearse(request, kept.sources, kept.facts)
        if self.refused(report):
            return self.page(request, report=report, status=422)
        if request.POST.get(meanwhile.STAND) != self._mark(report, self.told(report)):
            return self.page(request, report=report, preview=kept, missed="changed", status=422)
        report = self.take(request, kept.sources, kept.facts)
        if self.refused(report):
            return self.page(request, report=report, status=422)
        address = self.done(request, report)
        if not address:
            return self._to(kept)
        use_preview(preview=kept, now=request.now)
        return redirect(address)

    def _mark(self, report: R, told: Told) -> str:
        return meanwhile.mark_of(self.changes(report, told))

    def _to(self, kept: Preview) -> HttpResponse:
        return redirect(f"{reverse(self.address)}?{WHICH}={kept.uuid}")

    def _kept(self, request: Request, given: str) -> Preview | None:
        """Held until the transaction ends where it is said yes to, so that two presses take it once."""
        try:
            uuid = UUID(given)
        except ValueError:
            return None
        hold = request.method == "POST"
        return preview_for(request.person, self.address, uuid, request.now, hold=hold)

    def _missed(self, request: Request, kept: Preview | None) -> HttpResponse:
        return self.page(request, missed="used" if kept else "old", status=410)
