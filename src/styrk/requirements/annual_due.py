"""By when the årlig melding is to be written, and why: a rule with a name, that says itself.

The law sets no day: the vedtekter do (hfl § 34 third paragraph). The trusts' usual day stands here
until somebody's vedtekter say otherwise; a unit that has another day follows that.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class DayOfYear:
    """A day in the year after the one that is told of, and why that day."""

    month: int
    day: int
    why: Promise

    def after(self, year: int) -> date:
        return date(year + 1, self.month, self.day)


WRITTEN_BY = DayOfYear(
    3,
    15,
    _(
        "Loven setter ingen dag: vedtektene gjør det (helseforetaksloven § 34 tredje ledd). 15. mars"
        " er vanlig, fordi den regionale meldingen bygger på helseforetakenes. Sier vedtektene"
        " deres noe annet, gjelder de."
    ),
)
