"""What is enough, by what kind of organisation it is and how large: § 5, «tilpasses virksomhetens størrelse».

A profile never takes a letter away. It says how often and how much is enough, and which maps hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Size(StrEnum):
    SMALL_MUNICIPALITY = "small_municipality"
    MUNICIPALITY = "municipality"
    TRUST = "trust"
    REGION = "region"
    PRIVATE = "private"


@dataclass(frozen=True)
class Profile:
    """`about` says whom it is for, and what it changes."""

    size: Size
    name: Promise
    about: Promise


PROFILES = {
    one.size: one
    for one in (
        Profile(
            Size.SMALL_MUNICIPALITY,
            _("Liten kommune"),
            _(
                "Få enheter, få meldinger og få møter. Alle bokstavene gjelder, men det er nok at noe skjer"
                " sjeldnere, og én ledig stilling er ikke et hull i ansvaret."
            ),
        ),
        Profile(
            Size.MUNICIPALITY,
            _("Kommune"),
            _("Tersklene er som i et helseforetak. Kommuneloven § 25-1 kommer i tillegg."),
        ),
        Profile(
            Size.TRUST,
            _("Helseforetak"),
            _("Tersklene slik de står i reglene, og rammeverket for virksomhetsstyring."),
        ),
        Profile(
            Size.REGION,
            _("Regionalt helseforetak"),
            _("Som et helseforetak, men konsernrevisjonen ser på noe hvert år."),
        ),
        Profile(
            Size.PRIVATE,
            _("Privat virksomhet"),
            _(
                "Få enheter under én ledelse. Alle bokstavene gjelder, men det er nok at noe skjer sjeldnere."
            ),
        ),
    )
}
FEW = (Size.SMALL_MUNICIPALITY, Size.PRIVATE)
MUNICIPALITIES = (Size.SMALL_MUNICIPALITY, Size.MUNICIPALITY)
HOSPITALS = (Size.TRUST, Size.REGION)
# A kommune with so many units, or fewer, is proposed as small.
SMALL = 30


def proposed(level: str, units: int) -> Size:
    """By what the organisation calls itself and how many units it has; the strictest where that says nothing."""
    called = level.casefold()
    if "kommune" in called:
        return Size.SMALL_MUNICIPALITY if units <= SMALL else Size.MUNICIPALITY
    if "regionalt" in called or "rhf" in called.split():
        return Size.REGION
    if any(word in called for word in ("privat", "stiftelse", "ideell")):
        return Size.PRIVATE
    return Size.TRUST


@dataclass(frozen=True)
class Extent:
    """How the system is fitted to the organisation: its size, and for each rule that is switched off (its
    key) a sentence of what the letter rests on instead, who said so and when."""

    size: Size = Size.TRUST
    off: Mapping[str, str] = field(default_factory=dict)


ORDINARY = Extent()
