"""How the page of an act works, in every app: fetch it in sight or 404, ask the rule, show the act's
form with its draft or do the one command, say how it went, and go on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from styrk.access import once
from styrk.access.commands import keep_draft, throw_draft
from styrk.access.meanwhile import Stand
from styrk.access.queries import Standing, draft_for
from styrk.access.requests import Request
from styrk.access.typed import Typed, typed_in
from styrk.core import guard, states
from styrk.ui import pages
from styrk.ui.forms import GuardedText
from styrk.ui.menu import Text

ACT = require_http_methods(["GET", "HEAD", "POST"])

type Refusals = Mapping[type[Exception], Text]
type Way = Sequence[tuple[object, str]]
# A word that stands, or that follows from what the command gave.
type Following = str | Callable[[Any], str]

NOT_NOW: Refusals = {
    states.NotNow: gettext_lazy("Noen har gjort dette allerede. Her ser du hvordan det står nå.")
}


@dataclass(frozen=True)
class Subject:
    """What an act is done to: the way to its page, which comes last, and what the form says of it."""

    way: Way
    line: str = ""
    quoted: str = ""

    @property
    def home(self) -> str:
        return self.way[-1][1]


@dataclass(frozen=True, kw_only=True)
class Desk[T]:
    """Where records of one kind are acted on: what its app says of them, once for all the acts.

    `name` is what commands call the record. `find` gives it as the person may see it, or None;
    `hold` keeps it from others until the transaction ends. `is_for` is whether an act is for this
    person in any state, `may` whether it also fits the state now; `misfit` says that it does not.
    """

    name: str
    find: Callable[[UUID, Standing], T | None]
    hold: Callable[[UUID], object]
    is_for: Callable[[Standing, T, str], bool]
    may: Callable[[Standing, T, str], bool]
    subject: Callable[[T], Subject]
    misfit: Text
    refusals: Refusals
    template: str = "act.html"

    def found(self, request: Request, uuid: UUID) -> T:
        """The record if it is in this person's sight, or 404; held where something is to be done."""
        if request.method == "POST":
            self.hold(uuid)
        record = self.find(uuid, request.standing)
        if record is None:
            raise Http404
        return record

    def for_act(self, request: Request, uuid: UUID, act: str) -> T:
        """The record, for one who may do this, or 404."""
        record = self.found(request, uuid)
        if not self.is_for(request.standing, record, act):
            raise Http404
        return record

    def not_now(self, request: Request, record: T, act: str) -> Text:  # noqa: ARG002 - for apps that say more
        """Why the act does not fit. Whoever sends it saw a page where it did."""
        return self.misfit if request.method != "POST" else self.refusals[states.NotNow]

    def page(
        self,
        request: Request,
        record: T,
        act: str,
        form: forms.Form,
        command: Callable[[], object],
        *,
        title: str,
        button: str,
        said: Following,
        back: Following = "",
        intro: str = "",
        template: str = "",
        stand: Stand | None = None,
        **more: Any,
    ) -> HttpResponse:
        """Show the act's form, or do the act and go `back`: to the record, where nothing is said.

        `stand` is what the act writes over: it is not done by one who has not seen it.
        """
        subject = self.subject(record)
        if not self.may(request.standing, record, act):
            return misfit(request, str(self.not_now(request, record, act)), form, subject.home)
        changed = stand is not None and not stand.is_known_to(form)
        shown = {self.name: record, "intro": intro, "template": template or self.template, **more}
        shown |= {"stand": stand, "changed": changed}

        def again() -> HttpResponse:
            return show(request, form, subject, title=title, button=button, **shown)

        if changed or not form.is_valid():
            return again()
        return self.do(request, record, command, said, back=back, form=form, again=again)

    def worded(
        self,
        request: Request,
        uuid: UUID,
        act: str,
        form: Callable[..., forms.Form],
        command: Callable[..., object],
        *,
        asked: Mapping[str, Any] | None = None,
        **shown: Any,
    ) -> HttpResponse:
        """The page of an act whose form asks for just what its command takes, by the same names.

        `asked` is what the form must know, and `shown` what `page` shows and says.
        """
        record = self.for_act(request, uuid, act)
        typed = form(data(request), initial=draft(request), **(asked or {}))
        told = {self.name: record, "by": request.person, "now": request.now}
        return self.page(
            request, record, act, typed, lambda: command(**told, **typed.cleaned_data), **shown
        )

    def do(
        self,
        request: Request,
        record: T,
        command: Callable[[], object],
        said: Following,
        *,
        back: Following = "",
        form: forms.Form | None = None,
        again: Callable[[], HttpResponse] | None = None,
    ) -> HttpResponse:
        """Do the one command, and go `back`; where it is refused, to its form or to the record."""
        home = self.subject(record).home
        return attempt(
            request,
            command,
            said,
            refusals=self.refusals,
            back=back or home,
            instead=home,
            form=form,
            again=again,
        )


def data(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def draft(request: Request) -> dict[str, Any]:
    """What was typed here before, and not sent."""
    return dict(draft_for(request.person, request.path)) if request.method == "GET" else {}


def show(
    request: Request,
    form: forms.Form,
    subject: Subject,
    *,
    title: str,
    button: str,
    intro: str = "",
    template: str = "act.html",
    **more: Any,
) -> HttpResponse:
    """The page with the form of an act, and what is wrong where something was sent."""
    values = {
        "form": form,
        "heading": title,
        "button": button,
        "intro": intro,
        "line": subject.line,
        "quoted": subject.quoted,
        "crumbs": [*subject.way, (title, None)],
        "cancel": subject.home,
        **more,
    }
    return with_form(request, template, values, form)


def with_form(
    request: Request,
    template: str,
    values: dict[str, Any],
    form: forms.Form | None,
    *,
    typed: Typed | None = None,
) -> HttpResponse:
    """The page with a form. What is refused is kept as a draft, so that leaving the page loses nothing.

    `typed` is what to keep where it is another than what was sent.
    """
    keep_typed(request, form, typed)
    refused = form is not None and form.is_bound
    return pages.render(request, template, values, status=422 if refused else 200)


def keep_typed(request: Request, form: forms.Form | None, typed: Typed | None = None) -> None:
    """Keep what was sent and not saved as a draft."""
    if form is not None and form.is_bound:
        fields = typed_in(request) if typed is None else typed
        keep_draft(person=request.person, path=request.path, fields=fields, now=request.now)


def attempt(
    request: Request,
    command: Callable[[], object],
    said: Following,
    *,
    refusals: Refusals,
    back: Following,
    instead: str = "",
    form: forms.Form | None = None,
    again: Callable[[], HttpResponse] | None = None,
) -> HttpResponse:
    """Do the one command and go `back`; where it is refused, say why.

    What was typed in a `form` is never lost: the page is shown `again`, with why in the form, or it
    is kept as a draft. Without a page to show, go `instead`.
    """
    try:
        given = command()
    except tuple(refusals) as refused:
        why = str(refusals[type(refused)])
        if form is not None and again is not None:
            form.add_error(None, why)
            return again()
        return misfit(request, why, form, instead or following(back, None))
    return done(request, following(said, given), following(back, given))


def misfit(request: Request, why: str, form: forms.Form | None, to: str) -> HttpResponse:
    """Go where one sees how it stands, with why nothing was done, and with what was typed."""
    keep_typed(request, form)
    if form is not None and (written := _written(form)):
        why = f"{why}\n{_('Dette skrev du, og det er ikke lagret:')}\n{written}"
    messages.warning(request, why)
    return redirect(to)


def _written(form: forms.Form) -> str:
    """The prose that was typed in a form, without what may not be kept."""
    if not form.is_bound:
        return ""
    fields = (name for name, field in form.fields.items() if isinstance(field, GuardedText))
    texts = (f"{form[name].value() or ''}".strip() for name in fields)
    return "\n".join(f"«{guard.redact(text)}»" for text in texts if text)


def done(request: Request, said: str, back: str) -> HttpResponse:
    """Say that it is done, throw what was typed, and go `back`; so too when it is sent again."""
    once.remember(request, back)
    throw_draft(person=request.person, path=request.path)
    messages.success(request, said)
    return redirect(back)


def following(words: Following, given: object) -> str:
    """The words, where they follow from what the command gave."""
    return words if isinstance(words, str) else words(given)
