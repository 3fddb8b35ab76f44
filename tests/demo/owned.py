"""What the region's årlig melding says of its owner's demands, in the demo that was lived."""

from datetime import date

from styrk.access import queries as access
from styrk.core import scope
from styrk.demo.mandate import owner
from styrk.demo.people import World
from styrk.requirements.models import AnnualReport
from styrk.requirements.queries import annual_content


def the_region_answers_its_owner(lived: World, today: date) -> None:
    """Last year's as it was approved, and this year's as it stands, above what it asked of its trusts."""
    frozen = AnnualReport.objects.get(unit__code="FJELL", year=2025).content
    (letter,) = frozen["documents"]
    told = {one["point"]: one["answer"] for one in letter["answers"]}
    assert told == {point: words for point, (_course, words) in owner.said().items()}
    assert frozen["given"]
    region = lived.units["FJELL"]
    standing = access.standing_of(lived.leaders["FJELL"][0], today)
    with scope.acting(standing.scope):
        content = annual_content(region, 2026, None, standing, today)
    assert [(one.kind, one.label) for one in content.documents] == [
        ("owner_letter", "2026"),
        ("minutes", "2026"),
    ]
    words = {one.point: one.answer for one in content.documents[1].answers}
    assert words["4.1"].startswith("Estimatet er et underskudd")
