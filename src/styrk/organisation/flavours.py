"""What kind of organisation a legal person is, and what its people call those who decide in it.

It follows from what the organisation calls its own topmost level: a kommune or a fylkeskommune is
governed by kommuneloven, and all others here as a health trust.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.organisation.models import Unit


class Flavour(StrEnum):
    TRUST = "trust"
    MUNICIPAL = "municipal"


@dataclass(frozen=True)
class Words:
    """Whom pages name, in the definite form, within a sentence."""

    leader: Promise
    board: Promise
    chair: Promise


WORDS = {
    Flavour.TRUST: Words(_("administrerende direktør"), _("styret"), _("styrelederen")),
    Flavour.MUNICIPAL: Words(_("kommunedirektøren"), _("kommunestyret"), _("ordføreren")),
}


def flavour_of(level: str) -> Flavour:
    """By what the legal person's own level is called."""
    return Flavour.MUNICIPAL if "kommune" in level.casefold() else Flavour.TRUST


def is_municipal(unit: Unit) -> bool:
    """Whether the unit is a whole kommune, or belongs to one."""
    whole = unit if unit.legal_id == unit.pk or unit.trust is None else unit.trust
    return flavour_of(whole.level) is Flavour.MUNICIPAL


def words_of(unit: Unit) -> Words:
    return WORDS[Flavour.MUNICIPAL if is_municipal(unit) else Flavour.TRUST]
