"""A delivery with a key of the sender's own is done once, however often it is sent."""

import hashlib
from collections.abc import Callable
from typing import Annotated, Any

from django.utils.translation import gettext as _
from ninja import Header
from pydantic import StringConstraints

from styrk.access.api.refusing import Refusal
from styrk.access.commands import claim, keep_answer
from styrk.access.requests import Call
from styrk.ui.problems import Fault

Key = Annotated[
    Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[!-~]+$")] | None,
    Header(alias="Idempotency-Key", description="The sender's own name for this delivery."),
]


def once(request: Call, key: str | None, act: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What `act` answers, or what it answered when the same was sent before with the same key.

    A refusal is not remembered: nothing was done. Raises Refusal where the key was another content's.
    """
    if key is None:
        return act()
    digest = _digest(request)
    delivery = claim(token=request.token, key=key, digest=digest, now=request.now)
    if delivery.digest != digest:
        text = _("Denne Idempotency-Key er brukt om et annet innhold.")
        raise Refusal(422, text, [Fault("key_reused", text, field="Idempotency-Key")])
    if delivery.answer is not None:
        return dict(delivery.answer)
    answer = act()
    keep_answer(delivery=delivery, answer=answer)
    return answer


def _digest(request: Call) -> str:
    asked = f"{request.method} {request.get_full_path()}\n".encode()
    return hashlib.sha256(asked + request.body).hexdigest()
