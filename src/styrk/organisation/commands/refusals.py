"""Why a change of the organisation is refused, in words that may stand on the page."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


def day(on: date) -> str:
    return f"{on:%d.%m.%Y}"


class Refused(Exception):
    """The change cannot be made; the text says why, to the one who asked."""


class MissingText(Refused):
    """`what` is one of the words below."""

    def __init__(self, what: Promise) -> None:
        super().__init__(_("Fyll ut %(what)s.") % {"what": what})


CODE, NAME, ROLE = gettext_lazy("kode"), gettext_lazy("navn"), gettext_lazy("rolle")


class CodeTaken(Refused):
    def __init__(self, code: str) -> None:
        super().__init__(_("Koden %(code)s er i bruk på en annen enhet.") % {"code": code})


class NumberTaken(Refused):
    def __init__(self, number: str, *, has_left: bool = False) -> None:
        said = (
            _(
                "Ansattnummeret %(number)s er i bruk på en som har sluttet. Er det den samme, så finn"
                " personen under Kontoer og velg «Har begynt igjen»."
            )
            if has_left
            else _("Ansattnummeret %(number)s er i bruk på en annen person.")
        )
        super().__init__(said % {"number": number})


class NotAnOrganisationNumber(Refused):
    def __init__(self, number: str) -> None:
        super().__init__(
            _("%(number)s er ikke et gyldig organisasjonsnummer. Se over de ni sifrene.")
            % {"number": number}
        )


class UnderItself(Refused):
    def __init__(self, unit: str) -> None:
        super().__init__(
            _("%(unit)s kan ikke ligge under seg selv eller en av sine egne enheter.")
            % {"unit": unit}
        )


class NotInForce(Refused):
    def __init__(self, unit: str, start: date, end: date | None) -> None:
        facts = {"unit": unit, "start": day(start), "end": day(end) if end else ""}
        period = _("fra %(start)s til %(end)s") if end else _("fra %(start)s")
        super().__init__(
            _("%(unit)s finnes bare %(period)s.") % {"unit": unit, "period": period % facts}
        )


class InTheFuture(Refused):
    """Names and places are kept as they are today, so a change is recorded when it happens."""

    def __init__(self, on: date) -> None:
        super().__init__(
            _("%(day)s har ikke vært ennå. Registrer endringen fra den dagen den gjelder.")
            % {"day": day(on)}
        )


class TooEarly(Refused):
    """What came before is history, and history is not rewritten."""

    def __init__(self, since: date) -> None:
        super().__init__(
            _("Siste endring gjelder fra %(day)s. Velg en dato etter den.") % {"day": day(since)}
        )


class EndsTooEarly(Refused):
    def __init__(self, start: date) -> None:
        super().__init__(
            _("Sluttdatoen kan ikke være før startdatoen, %(day)s.") % {"day": day(start)}
        )


class EndsAlready(Refused):
    """A longer time is a new decision, made as the first one was."""

    def __init__(self, end: date) -> None:
        super().__init__(
            _("Den slutter allerede %(day)s. Skal den vare lenger, så gi den på nytt.")
            % {"day": day(end)}
        )


class OtherTrust(Refused):
    """The trust (virksomhet) where a case happened is its data controller, and stays so."""

    def __init__(self, unit: str, trust: str) -> None:
        super().__init__(
            _(
                "%(unit)s hører til %(trust)s, som svarer for sakene der. De kan ikke følge med til"
                " en annen virksomhet. Opprett en ny enhet der, og avslutt denne."
            )
            % {"unit": unit, "trust": trust}
        )


class HasUnits(Refused):
    def __init__(self, unit: str) -> None:
        super().__init__(
            _("%(unit)s har enheter under seg. Flytt eller avslutt dem først.") % {"unit": unit}
        )


class HasPostsLater(Refused):
    def __init__(self, unit: str) -> None:
        super().__init__(
            _("%(unit)s har roller som starter etter denne datoen. Flytt dem først.")
            % {"unit": unit}
        )


class HeldLater(Refused):
    """The last day at work is not before a post that the person has had."""

    def __init__(self, person: str, since: date) -> None:
        super().__init__(
            _("%(person)s fikk en rolle %(day)s. Velg den dagen eller en senere.")
            % {"person": person, "day": day(since)}
        )


class OwnDeparture(Refused):
    """Whoever leaves would be out before anybody could see that it was wrong."""

    def __init__(self) -> None:
        super().__init__(_("Be en annen om å registrere at du slutter."))


class IsHere(Refused):
    """The departure was taken back, or the person has returned, since the page was shown."""

    def __init__(self) -> None:
        super().__init__(_("Noen har gjort dette allerede. Her ser du hvordan det står nå."))


class Gone(Refused):
    """Nobody signs in as one who has left."""

    def __init__(self, person: str) -> None:
        super().__init__(
            _(
                "%(person)s har sluttet, så kontoen virker ikke. Registrer først at %(person)s er her."
            )
            % {"person": person}
        )


class NotGone(Refused):
    """Whoever is here still does not return."""

    def __init__(self, person: str, until: date) -> None:
        super().__init__(
            _("%(person)s har ikke sluttet ennå. Siste dag er %(day)s.")
            % {"person": person, "day": day(until)}
        )


class Overlap(Refused):
    def __init__(self, person: str, unit: str) -> None:
        super().__init__(
            _("%(person)s har allerede denne rollen i %(unit)s i hele eller deler av perioden.")
            % {"person": person, "unit": unit}
        )
