"""Every operation says what it takes to call it: `@permitted(Permission.X)`."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.http import HttpRequest
from ninja.security import HttpBearer

from styrk.access.api.refusing import Refusal
from styrk.access.models import Token
from styrk.access.permissions import Permission
from styrk.access.requests import Call


class Bearer(HttpBearer):
    """The token that the middleware found in force, or 401: the same words whatever is wrong with it."""

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:  # noqa: ARG002 - the middleware has read it
        return getattr(request, "token", None)


def permitted[**P, R](
    permission: Permission,
) -> Callable[[Callable[Concatenate[Call, P], R]], Callable[Concatenate[Call, P], R]]:
    """For tokens that give the permission at some unit; the query limits it to which."""

    def decorated(act: Callable[Concatenate[Call, P], R]) -> Callable[Concatenate[Call, P], R]:
        @wraps(act)
        def guarded(request: Call, *args: P.args, **kwargs: P.kwargs) -> R:
            if not request.standing.allows(permission):
                raise Refusal(403)
            return act(request, *args, **kwargs)

        guarded.rule = permission  # type: ignore[attr-defined]  # read by the structure tests
        return guarded  # type: ignore[return-value]  # wraps keeps its shape

    return decorated
