"""What hangs together with samleavvik and temas on the golden thread, as far as the person in scope sees it."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from styrk.actions.queries import TOLD as ACTION
from styrk.core.trips import asks, each
from styrk.incidents.pointing import TOLD as INCIDENT
from styrk.patterns.models import (
    GroupMember,
    IncidentGroup,
    Raising,
    Theme,
    ThemeAction,
    ThemeMember,
)
from styrk.patterns.queries.groups import COUNTED
from styrk.ui.strands import Links

INCIDENTS = [f"incident__{name}" for name in INCIDENT]
THEME = ("uuid", "title", "state", "review_on", "unit__name", "owner__name", "owner__left_on")
RAISED = ("uuid", "state", "number", "due", "raised_at", "to_unit__name", "raised_by__name")

GROUP_INCIDENTS = Links(
    "incident_group",
    "group_id",
    GroupMember,
    INCIDENTS,
    lambda: GroupMember.objects.filter(COUNTED),
)
RAISINGS = Links("incident_group", "group_id", Raising, RAISED, Raising.objects.all)
THEMES = Links("incident_group", "begun_from_id", Theme, THEME, Theme.objects.all)
THEME_INCIDENTS = Links(
    "theme",
    "theme_id",
    ThemeMember,
    INCIDENTS,
    lambda: ThemeMember.objects.filter(COUNTED),
)
ACTION_LINKS = Links(
    "theme",
    "theme_id",
    ThemeAction,
    [f"action__{name}" for name in ACTION],
    ThemeAction.objects.all,
)
WITH_THEME = ("unit", "owner", "begun_from__unit")


def strand_of_group(uuid: UUID) -> IncidentGroup | None:
    return IncidentGroup.objects.select_related("unit").filter(uuid=uuid).first()


def strand_of_theme(uuid: UUID) -> Theme | None:
    return Theme.objects.select_related(*WITH_THEME).filter(uuid=uuid).first()


def strand_of_raising(uuid: UUID) -> Raising | None:
    found = Raising.objects.select_related("to_unit", "raised_by", "group__unit")
    return found.filter(uuid=uuid).first()


def above_incidents(
    ids: Collection[int],
) -> tuple[list[tuple[int, IncidentGroup]], list[tuple[int, Theme]]]:
    """The samleavvik and the temas that each of the reports belongs to."""
    groups, themes = each(lambda: _groups(ids), lambda: _themes(ids))
    return (
        [(one.incident_id, one.group) for one in groups],
        [(one.incident_id, one.theme) for one in themes],
    )


@asks
def _groups(ids: Collection[int]) -> QuerySet[GroupMember]:
    found = GroupMember.objects.filter(incident__one_of=ids, left_at__isnull=True)
    return found.select_related("group__unit").order_by("pk")


@asks
def _themes(ids: Collection[int]) -> QuerySet[ThemeMember]:
    found = ThemeMember.objects.filter(incident__one_of=ids, left_at__isnull=True)
    return found.select_related("theme__unit", "theme__owner").order_by("pk")


def behind_actions(ids: Collection[int]) -> list[tuple[int, Theme]]:
    """The temas that actions were decided for."""
    return [(one.action_id, one.theme) for one in _decided(ids)]


@asks
def _decided(ids: Collection[int]) -> QuerySet[ThemeAction]:
    found = ThemeAction.objects.filter(action__one_of=ids)
    return found.select_related("theme__unit", "theme__owner").order_by("pk")


def begun_from(ids: Collection[int]) -> list[tuple[int, IncidentGroup]]:
    """The samleavvik that became temas, where it is seen."""
    return [(one.pk, one.begun_from) for one in _begun(ids) if one.begun_from]


@asks
def _begun(ids: Collection[int]) -> QuerySet[Theme]:
    return Theme.objects.filter(pk__one_of=ids).select_related("begun_from__unit")


def raised_groups(ids: Collection[int]) -> list[tuple[int, IncidentGroup]]:
    return [(one.pk, one.group) for one in _raised(ids)]


@asks
def _raised(ids: Collection[int]) -> QuerySet[Raising]:
    return Raising.objects.filter(pk__one_of=ids).select_related("group__unit")
