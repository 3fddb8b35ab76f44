"""Whether the server can do its work: asked by monitors, so it needs no session, person or host name."""

from collections.abc import Callable
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse, JsonResponse

PATH = "/helse/"

type Answer = Callable[[HttpRequest], HttpResponse]


class HealthMiddleware:
    """Answers before the request's transaction is opened, which a lost database would not let it."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return check(request) if request.path == PATH else self.answer(request)


def check(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 where the database answers and has the schema of this code, else 503 and what is wrong."""
    try:
        behind = sorted(wanted() - applied())
    except DatabaseError:
        return _told(503, database="unreachable", schema="unknown")
    if behind:
        return _told(503, database="ok", schema="behind", waiting=len(behind))
    return _told(200, database="ok", schema="ok")


def _told(status: int, **facts: object) -> HttpResponse:
    told = {"status": "ok" if status == 200 else "failing", **facts}
    return JsonResponse(told, status=status, headers={"Cache-Control": "no-store"})


@cache
def wanted() -> frozenset[tuple[str, str]]:
    """The migrations that this code comes with."""
    return frozenset(MigrationLoader(None).disk_migrations)


def applied() -> frozenset[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        return frozenset(cursor.fetchall())
