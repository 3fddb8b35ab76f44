"""Sealing: entries not yet covered by a seal are hashed together with the seal before.

An entry's number is not the order of commits, so a seal says exactly which ids it covers. What a
slow transaction commits later is covered by a later seal.
"""

from datetime import datetime, timedelta

from django.db import connection

from styrk.core import scope
from styrk.trail import rows
from styrk.trail.canonical import FORM, Heading, Row, canonical, digest, fingerprint
from styrk.trail.models import Seal

BATCH = 5_000
# How long a transaction may be open and still have its entries sealed. Below the seals older than
# this nobody looks, so that sealing costs the same however long the trail is.
SETTLED_AFTER = timedelta(hours=24)
# One sealer at a time.
LOCK = 0x7365616C


def seal_next(*, now: datetime) -> Seal | None:
    """Seal up to BATCH entries; None where there are none, or where another is sealing."""
    with scope.acting(scope.SYSTEM):
        found = rows.unsealed(BATCH, now - SETTLED_AFTER) if _alone() else []
        return _sealed(found, now) if found else None


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def _sealed(found: list[Row], now: datetime) -> Seal:
    last = Seal.objects.order_by("-pk").first()
    heading = Heading(
        at=now,
        covers=scope.multirange(row.id for row in found),
        previous=last.digest if last else "",
    )
    entries = [canonical(row) for row in found]
    return Seal.objects.create(
        at=now,
        low=found[0].id,
        high=found[-1].id,
        entries=len(found),
        covers=heading.covers,
        previous=heading.previous,
        digest=digest(heading, entries),
        prints=b"".join(map(fingerprint, entries)),
        form=FORM,
    )
