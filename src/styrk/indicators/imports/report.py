"""What an import did, or would do."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.indicators.states import Rhythm
from styrk.indicators.types import Refused, Why
from styrk.organisation.imports.rows import RowError

RHYTHMS: dict[str, Promise] = {
    Rhythm.DAY: gettext_lazy("dag"),
    Rhythm.WEEK: gettext_lazy("uke"),
    Rhythm.MONTH: gettext_lazy("måned"),
    Rhythm.TERTIAL: gettext_lazy("tertial"),
    Rhythm.QUARTER: gettext_lazy("kvartal"),
    Rhythm.HALF: gettext_lazy("halvår"),
    Rhythm.YEAR: gettext_lazy("år"),
}
WORDS: dict[Why, Promise] = {
    Why.UNKNOWN_INDICATOR: gettext_lazy("Indikatoren finnes ikke."),
    Why.RETIRED: gettext_lazy("Indikatoren er ikke i bruk etter %(detail)s."),
    Why.NOT_DEFINED: gettext_lazy("Indikatoren er definert først fra %(detail)s."),
    Why.COUNTED_BY_STYRK: gettext_lazy("Styrk teller dette selv. Verdien kan ikke leses inn."),
    Why.WRONG_PERIOD: gettext_lazy("Datoen er ikke den første i perioden (%(detail)s)."),
    Why.FUTURE: gettext_lazy("Perioden har ikke begynt."),
    Why.NOT_OVER: gettext_lazy("Perioden er ikke over før %(detail)s."),
    Why.UNKNOWN_UNIT: gettext_lazy("Enheten finnes ikke."),
    Why.NOT_BELOW: gettext_lazy("Enheten hører ikke til %(detail)s, som holder indikatoren."),
    Why.NOT_YOURS: gettext_lazy("Du kan ikke registrere tall for denne enheten."),
    Why.UNIT_ENDED: gettext_lazy("Enheten fantes ikke i perioden."),
    Why.NOT_A_NUMBER: gettext_lazy("Tallet er for stort, eller er ikke et tall."),
    Why.NO_DENOMINATOR: gettext_lazy("Nevneren mangler."),
    Why.ZERO_DENOMINATOR: gettext_lazy("Nevneren er null."),
    Why.NO_USE_OF_DENOMINATOR: gettext_lazy("Indikatoren har ingen nevner. La feltet stå tomt."),
    Why.NEGATIVE: gettext_lazy("Tallet kan ikke være negativt."),
    Why.ABOVE_WHOLE: gettext_lazy(
        "Telleren er større enn nevneren: andelen blir over 100\u00a0%%."
    ),
    Why.NOT_WHOLE: gettext_lazy(
        "Her telles det i hele tall, og %(detail)s er ikke et helt tall. Skal tallet kunne ha"
        " desimaler, må definisjonen av indikatoren si det."
    ),
    Why.NOT_WHOLE_DENOMINATOR: gettext_lazy(
        "Nevneren telles i hele tall, og %(detail)s er ikke et helt tall. Skal tallet kunne ha"
        " desimaler, må definisjonen av indikatoren si det."
    ),
    Why.TWICE: gettext_lazy("Samme enhet og periode står også i rad %(detail)s."),
    Why.TWO_VALUES: gettext_lazy(
        "Samme enhet og periode står med en annen verdi i fila (se rad %(detail)s)."
    ),
    Why.NOTHING_THERE: gettext_lazy("Det er ingen verdi å ta bort."),
    Why.NEEDS_REASON: gettext_lazy("Det står %(detail)s her fra før. En retting trenger en grunn."),
}
SHOWN = 60
# A terminal is no place for thousands of lines; the JSON has them all.
LISTED = 100


def shown(text: str) -> str:
    """What a person recognises, however long or odd it was."""
    told = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return told if len(told) <= SHOWN else f"{told[: SHOWN - 1]}…"


def why(refused: Refused, detail: str = "") -> str:
    """The refusal in words. `detail` stands for that of the refusal, where it needs other words."""
    told = detail or refused.detail
    if refused.why in {Why.RETIRED, Why.NOT_DEFINED, Why.NOT_OVER} and told:
        told = f"{date.fromisoformat(told):%d.%m.%Y}"
    if refused.why is Why.WRONG_PERIOD:
        told = str(RHYTHMS.get(told, told))
    if refused.why in {Why.NEEDS_REASON, Why.NOT_WHOLE, Why.NOT_WHOLE_DENOMINATOR}:
        told = told.replace(".", ",")
    return str(WORDS[refused.why]) % {"detail": told}


@dataclass(frozen=True)
class Report:
    """Numbers are of values. `applied` is False for a rehearsal, and where nothing was to be done."""

    files: Sequence[str]
    dry_run: bool
    applied: bool
    new: int
    corrected: int
    unchanged: int
    errors: Sequence[RowError]
    accepted_valid: bool = False
    # A digest of the values that are corrected.
    stood: str = ""

    @property
    def refused(self) -> bool:
        """Whether anything stood in the way that nobody has chosen to leave out."""
        return bool(self.errors) and not (self.accepted_valid and self.new + self.corrected)

    def as_json(self) -> dict[str, Any]:
        """Plain data: files, dry_run, applied, numbers, and errors by row."""
        told = asdict(self)
        del told["stood"]
        return told

    def lines(self) -> list[str]:
        """The same in words, a line each."""
        told = [_line(error) for error in self.errors[:LISTED]]
        more = len(self.errors) - LISTED
        if more > 0:
            told.append(
                ngettext("og %(more)s feil til", "og %(more)s feil til", more) % {"more": more}
            )
        return [*told, self._counted(), self._outcome()]

    def _counted(self) -> str:
        text = _("%(new)s nye, %(corrected)s rettet, %(unchanged)s uendret, %(errors)s feil.")
        return text % {
            "new": self.new,
            "corrected": self.corrected,
            "unchanged": self.unchanged,
            "errors": len(self.errors),
        }

    def _outcome(self) -> str:
        if self.applied and self.errors:
            return _("Det som var riktig, er lest inn. Rett resten i fila, og les den inn på nytt.")
        if self.applied:
            return _("Lest inn.")
        if self.dry_run and not self.errors:
            return _("Prøvekjøring: ingenting er endret.")
        if self.errors:
            return _("Ingenting er lest inn.")
        return _("Alt er likt fra før. Ingenting er endret.")


def _line(error: RowError) -> str:
    place = [error.file]
    if error.row:
        place.append(_("rad %(row)s") % {"row": error.row})
    if error.column:
        place.append(error.column)
    return f"{', '.join(place)}: {error.message}"
