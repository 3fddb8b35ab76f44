"""A form is done once, however often it is sent.

A form carries a key of its own. The same key with the same words from the same person is the same
form: it leads where it led before, and nothing more is done. Other words are another form, so that
whoever goes back and corrects something is not sent away.
"""

from hashlib import sha256

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from styrk.access.commands import keep_sent, sent_before, throw_draft
from styrk.access.requests import Request
from styrk.access.typed import ONCE


def answered_before(request: Request) -> HttpResponse | None:
    """Where a form that was sent before led; None where this is the first time."""
    mark = _mark(request)
    found = sent_before(person=request.person, mark=mark) if mark else None
    if found is None:
        return None
    throw_draft(person=request.person, path=request.path)
    messages.info(
        request, _("Dette har du sendt før, og det er lagret. Her ser du hvordan det står nå.")
    )
    return redirect(found.back)


def remember(request: Request, back: str) -> None:
    """The form is done, and leads `back`."""
    if mark := _mark(request):
        keep_sent(person=request.person, mark=mark, back=back, now=request.now)


def _mark(request: Request) -> str:
    """A digest of all that was sent, nothing where the form has no key."""
    if request.method != "POST" or not request.POST.get(ONCE):
        return ""
    words = [(name, given) for name, given in request.POST.lists() if name != "csrfmiddlewaretoken"]
    files = [(name, one.name, one.size) for name, given in request.FILES.lists() for one in given]
    return sha256(
        repr((request.get_full_path(), sorted(words), sorted(files))).encode()
    ).hexdigest()
