"""What duties are about, as far as they still wait."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils.translation import ngettext

from styrk.indicators.models import Indicator
from styrk.indicators.queries.typing import grouped, unvouched
from styrk.organisation.models import Unit


def unit_names(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    return dict(Unit.objects.filter(uuid__one_of=uuids).values_list("uuid", "name"))


def unvouched_titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """The owners who have something to vouch for still, and how much."""
    asked = set(uuids)
    return {
        owner.uuid: ngettext("%(n)s indikator", "%(n)s indikatorer", len(each)) % {"n": len(each)}
        for owner, each in grouped(unvouched()).items()
        if owner.uuid in asked
    }


def names(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    return dict(Indicator.objects.filter(uuid__one_of=uuids).values_list("uuid", "name"))
