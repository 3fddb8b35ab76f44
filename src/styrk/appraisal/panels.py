"""What the newest signed review says of a letter, on the letter's page in the forskriftskart."""

from django.utils.translation import gettext as _

from styrk.access.requests import Request
from styrk.appraisal import presenters, queries
from styrk.appraisal.rules import may_read
from styrk.compliance.types import Spot
from styrk.ui.boxes import Panel


def on_point(spot: Spot, request: Request) -> Panel | None:
    """Nothing where the unit has signed none, or it says nothing of the letter."""
    found = next(iter(queries.signed_verdicts(spot.unit, spot.item.key)), None)
    if found is None or not may_read(request.standing, found.appraisal):
        return None
    return Panel(
        _("Sagt i ledelsens gjennomgang"),
        "appraisal/on_point.html",
        {
            "review": found.appraisal,
            "name": presenters.name_of(found.appraisal),
            "signed_by": presenters.signed_by(found.appraisal),
            "mark": presenters.works_mark(found.works),
            "comment": found.comment,
        },
        anchor="gjennomgang",
    )


PANELS = {"point": on_point}
