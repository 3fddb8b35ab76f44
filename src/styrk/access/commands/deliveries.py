"""What was answered to a delivery, so that one that is sent again is done once (`Idempotency-Key`)."""

from datetime import datetime
from typing import Any

from styrk.access.models import Delivery, Token


def claim(*, token: Token, key: str, digest: str, now: datetime) -> Delivery:
    """The delivery with this key: without an answer it is new, and to be done now.

    Waits for one that is under way. What does not go well is to be rolled back with the claim.
    """
    one = Delivery(token=token, key=key, digest=digest, at=now)
    Delivery.objects.bulk_create([one], ignore_conflicts=True)
    return Delivery.objects.get(token=token, key=key)


def keep_answer(*, delivery: Delivery, answer: dict[str, Any]) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(answer=answer)


def forget_deliveries(*, before: datetime) -> None:
    """Whoever sends again so long after, does it anew."""
    Delivery.objects.filter(at__lt=before).delete()
