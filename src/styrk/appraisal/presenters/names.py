"""What the parts of a review are called, and the colours of how they stand."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from styrk.appraisal.states import State, Works
from styrk.regulation.types import Status

type Mark = tuple[Promise | str, str]
type Said = Mapping[str, Any]

STATES = {State.DRAFT: "info", State.SIGNED: "success", State.DROPPED: "neutral"}
WORKS = {Works.WORKS: "success", Works.PARTLY: "warning", Works.FAILS: "danger"}
STATUSES: dict[Status, Mark] = {
    Status.SHOWN: (gettext_lazy("Vist"), "success"),
    Status.PARTLY: (gettext_lazy("Delvis vist"), "info"),
    Status.NOT_SHOWN: (gettext_lazy("Ikke vist"), "warning"),
    Status.UNKNOWN: (gettext_lazy("Kan ikke vises ennå"), "neutral"),
}
# A letter whose rules are all switched off.
OFF: Mark = (gettext_lazy("Reglene er slått av"), "neutral")
AREAS: dict[str, Promise] = {
    "goals": gettext_lazy("Mål og virksomhetsplaner"),
    "indicators": gettext_lazy("Indikatorer"),
    "requirements": gettext_lazy("Krav og oppdrag"),
    "reports": gettext_lazy("Rapporter opp linjen"),
    "inspections": gettext_lazy("Tilsyn og revisjon"),
    "incidents": gettext_lazy("Avvik og uønskede hendelser"),
    "risks": gettext_lazy("Risiko"),
    "voices": gettext_lazy("Klager, erfaringer og forslag"),
    "actions": gettext_lazy("Tiltak og virkningen av dem"),
    "system": gettext_lazy("Organisering og resten av systemet"),
}
OUTSIDE: dict[str, Promise] = {
    "research": gettext_lazy("Utdanning, forskning og innovasjon"),
    "cases": gettext_lazy("Erstatningssaker, rettstvister og straffbare forhold"),
    "working_environment": gettext_lazy(
        "Brudd på arbeidstiden, og det vernetjenesten og arbeidsmiljøutvalget har rapportert"
    ),
    "security": gettext_lazy(
        "Ledelsens årlige gjennomgang av informasjonssikkerheten (digitalsikkerhetsforskriften § 6)"
    ),
    "environment": gettext_lazy("Ytre miljø"),
    "documents": gettext_lazy("Hvor mange av de styrende dokumentene som er oppdatert"),
    "competence": gettext_lazy("Kompetanse dere mangler"),
    "delegations": gettext_lazy("Fullmakter og delegering"),
    "reputation": gettext_lazy("Kommunikasjon og omdømme"),
}
LISTS: dict[str, Promise] = {
    "accepted": gettext_lazy("Risiko ledere har akseptert"),
    "supervision": gettext_lazy("Tilsyn som ikke er avsluttet"),
    "orders": gettext_lazy("Pålegg som løper"),
    "security": gettext_lazy("Informasjonssikkerhet (digitalsikkerhetsforskriften § 6)"),
    "changes": gettext_lazy("Endringer i organisasjonen det siste året"),
}
ACTS: dict[str, Promise] = {
    "begin": gettext_lazy("begynte gjennomgangen"),
    "gather": gettext_lazy("hentet dataene på nytt"),
    "judge": gettext_lazy("vurderte %(name)s"),
    "take_part": gettext_lazy("noterte hvem som var med: %(who)s"),
    "correct_participant": gettext_lazy("rettet det som var notert om %(who)s"),
    "remove_participant": gettext_lazy("fjernet det som var notert om %(who)s"),
    "drop": gettext_lazy("forkastet utkastet"),
    "tell": gettext_lazy("skrev hva styret og medarbeiderne skal vite"),
    "inform": gettext_lazy("skrev hva dere vet om «%(name)s»"),
    "add_action": gettext_lazy("bestemte tiltaket «%(title)s»"),
    "sign": gettext_lazy("signerte"),
    "add": gettext_lazy("la til"),
}


def works_mark(works: str) -> Mark:
    """What is judged of a part or a letter, in its colour."""
    found = Works(works)
    return found.label, WORKS[found]
