"""Temas in sight, the reports that belong to each, what is done, and what each review said."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet

from styrk.access.queries import Standing
from styrk.actions.models import Action
from styrk.actions.queries import possible_owners
from styrk.core.trips import asks
from styrk.incidents.case_file import actions as actions_of_case
from styrk.incidents.models import Incident
from styrk.incidents.states import State as IncidentState
from styrk.organisation.models import Person, Unit
from styrk.patterns import rules
from styrk.patterns.models import Theme, ThemeAction, ThemeMember, ThemeReview, ThemeStep
from styrk.patterns.queries.groups import (
    ALL,
    COUNTED,
    PAGE,
    STEPS,
    Counted,
    Some,
    counted_of,
    page_of,
)
from styrk.patterns.states import ThemeState
from styrk.patterns.types import DAYS_TOLD_OF
from styrk.ui.paging import Place

# Two years of months: from so many on a control chart tells something.
MONTHS_DRAWN = 24


def themes(*, resting: bool) -> list[Theme]:
    """Those in sight, the newest first, each with `number` and `newest` of the reports in sight."""
    live = Q(members__left_at__isnull=True) & ~Q(members__incident__state=IncidentState.ASIDE)
    found = Theme.objects.filter(state=ThemeState.RESTING if resting else ThemeState.OPEN)
    newest = list(found.order_by("-pk").values_list("pk", flat=True)[:PAGE])
    counted = Theme.objects.filter(pk__one_of=newest).annotate(
        number=Count("members", filter=live),
        newest=Max("members__incident__reported_at", filter=live),
    )
    return list(counted.select_related("unit", "owner").order_by("-pk"))


def theme(uuid: UUID, _standing: Standing | None = None) -> Theme | None:
    """One that the person in scope may see."""
    found = Theme.objects.select_related("unit", "owner", "begun_by", "begun_from")
    return found.filter(uuid=uuid).first()


def hold_theme(uuid: UUID) -> Theme | None:
    """The same row, held until the transaction ends."""
    return Theme.objects.select_for_update(no_key=True).filter(uuid=uuid).first()


def themes_seen(_standing: Standing, uuids: Collection[UUID]) -> set[UUID]:
    return set(Theme.objects.filter(uuid__one_of=uuids).values_list("uuid", flat=True))


def theme_titles(uuids: Collection[UUID]) -> dict[UUID, str]:
    """Those of these that the person in scope may see."""
    return dict(Theme.objects.filter(uuid__one_of=uuids).values_list("uuid", "title"))


def in_theme(theme: Theme) -> QuerySet[ThemeMember]:
    """The reports that belong to it now, of those in sight."""
    return ThemeMember.objects.filter(COUNTED, theme=theme)


def theme_counted(theme: Theme, on: date) -> Counted:
    return counted_of(in_theme(theme), on, MONTHS_DRAWN)


def theme_members(theme: Theme, before: Place | None, some: Some = ALL) -> list[ThemeMember]:
    """The newest reports, a page (and one to know if there are more) at a time."""
    return page_of(in_theme(theme).filter(some.limits()), before)


def theme_member(theme: Theme, incident: Incident) -> ThemeMember | None:
    return in_theme(theme).filter(incident=incident).first()


def measures(theme: Theme) -> list[Action]:
    """The actions that were decided for it, of those in sight."""
    found = ThemeAction.objects.filter(theme=theme).select_related("action__owner")
    return [one.action for one in found.order_by("-pk")]


def reviews(theme: Theme) -> list[ThemeReview]:
    return list(theme.reviews.select_related("by").order_by("-pk")[:STEPS])


def theme_history(theme: Theme) -> list[ThemeStep]:
    """What was done with it, the newest first."""
    return list(theme.steps.select_related("by").order_by("-pk")[:STEPS])


def heard_of(theme: Theme, now: datetime) -> list[Incident]:
    """The reports whose reporters hear that a review changed something. Asked as the system."""
    since = now - timedelta(days=DAYS_TOLD_OF)
    found = in_theme(theme).filter(joined_at__gte=since).select_related("incident")
    return [one.incident for one in found.order_by("incident_id")]


def possible_keepers(unit: Unit, on: date, *also: Person) -> list[Person]:
    """Who may own a tema there; those who do already stand among them."""
    found = list(possible_owners(unit, on))
    return [*(one for one in also if one not in found), *found]


@asks
def _themes_of(incident: int) -> QuerySet[ThemeMember]:
    found = ThemeMember.objects.filter(incident=incident, left_at__isnull=True)
    return found.select_related("theme__unit").order_by("-theme_id")


def themes_of(incident: Incident) -> list[Theme]:
    """Those in sight that the report belongs to."""
    return [one.theme for one in _themes_of(incident.pk)]


def themes_for(incident: Incident) -> list[Theme]:
    """Those that are worked on at the unit of the report and above, where it does not belong yet."""
    line = [int(pk) for pk in incident.responsible_unit.path.split(".") if pk]
    inside = ThemeMember.objects.filter(incident=incident, left_at__isnull=True)
    found = Theme.objects.filter(state=ThemeState.OPEN, unit__one_of=line)
    free = found.exclude(pk__in=inside.values("theme")).select_related("unit", "owner")
    return [
        one for one in free.order_by("-unit__path", "title", "pk") if rules.takes(one, incident)
    ]


def finished_by_theme(incident: Incident) -> bool:
    """Whether the case may be finished as part of a tema.

    Not what was serious or could have been, what an action is decided for, or what the law may demand that
    somebody is told of: such a case is counted in the tema, and followed up by itself.
    """
    return rules.is_light(incident) and not incident.statutory and not actions_of_case(incident)
