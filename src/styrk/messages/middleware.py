"""Lets every page's frame say how many messages are unread."""

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse

from styrk.messages.queries import unread

type Answer = Callable[[HttpRequest], HttpResponse]


class UnreadMiddleware:
    """Sets `request.unread()`, which counts first when it is asked, and only once."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = getattr(request, "person", None)
        if person:
            request.unread = cache(lambda: unread(person))  # type: ignore[attr-defined]
        return self.answer(request)
