"""Files that somebody has chosen to read in, until the yes. Not acts of the organisation, so not in the trail."""

from collections.abc import Sequence
from datetime import datetime

from styrk.access.models import Facts, Preview
from styrk.core.files import SourceFile
from styrk.organisation.models import Person


def keep_preview(
    *, person: Person, purpose: str, sources: Sequence[SourceFile], facts: Facts, now: datetime
) -> Preview:
    """Keep the files for the page `purpose`; `facts` is what was chosen beside them."""
    return Preview.objects.create(
        person=person,
        purpose=purpose,
        names=[source.name for source in sources],
        contents=[source.data for source in sources],
        facts=facts,
        kept_at=now,
    )


def use_preview(*, preview: Preview, now: datetime) -> None:
    """The files are read in: only that they were is remembered."""
    preview.names, preview.contents, preview.used_at = [], [], now
    preview.save(update_fields=["names", "contents", "used_at"])


def forget_previews(*, before: datetime) -> None:
    """Throw the files that nobody said yes to."""
    Preview.objects.filter(kept_at__lt=before).delete()
