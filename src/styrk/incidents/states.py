"""An incident's states, and the words for kind, harm and causes."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class State(TextChoices):
    RECEIVED = "received", _("Mottatt")
    EXAMINING = "examining", _("Undersøkes")
    IMPROVING = "improving", _("Forbedres")
    CONCLUDED = "concluded", _("Ferdig fulgt opp")
    ASIDE = "aside", _("Ikke en egen sak")


class Aside(TextChoices):
    """Why a report is no case of its own. It is in no number, and nothing of it is lost."""

    SAME = "same", _("Det samme er meldt fra før")
    COMPLAINT = "complaint", _("Klage eller erfaring fra pasient, bruker eller pårørende")
    BUILDING = "building", _("En sak for bygg og eiendom")
    ICT = "ict", _("En sak for IKT")
    WHISTLEBLOWING = "whistleblowing", _("Varsling om kritikkverdige forhold")
    OTHER = "other", _("Noe annet som ikke er et avvik")
    WITHDRAWN = "withdrawn", _("Trukket av den som meldte")


class Statutory(TextChoices):
    """Whether the law demands that it is told further, as `serious` keeps it."""

    NONE = "", _("Ingen meldeplikt gjelder")
    UNDECIDED = "undecided", _("Noen må avgjøre om den skal meldes videre")
    TOLD = "told", _("Skal meldes videre")


# Varsling is never an avvik again, nor handed to another: a line would see it.
NOT_OF_WHISTLEBLOWING = ("take_up_again", "recuse")


class Outcome(StrEnum):
    """What a case that is followed to its end ended with."""

    KNOWN = "known"  # all was done, and the effect is judged
    PARTLY = "partly"  # some of it was
    NOT_DONE = "not_done"
    NONE = "none"  # nothing was decided


class Kind(TextChoices):
    PATIENT = "patient", _("Pasient eller bruker")
    STAFF = "staff", _("Ansatt og arbeidsmiljø (HMS)")
    INFORMATION = "information", _("Informasjon og personvern")
    EQUIPMENT = "equipment", _("Utstyr og drift")
    INTERFACE = "interface", _("Samhandling med andre")
    SUGGESTION = "suggestion", _("Forslag til forbedring")
    GOOD = "good", _("Noe som gikk bra")


class Harm(TextChoices):
    NONE = "none", _("Ingen skade")
    MILD = "mild", _("Liten skade")
    MODERATE = "moderate", _("Moderat skade")
    SEVERE = "severe", _("Alvorlig skade")
    DEATH = "death", _("Dødsfall")


def worst(*harms: str) -> str:
    """The gravest of them; what is not said counts for nothing."""
    return max(harms, key=["", *Harm.values].index)


SERIOUS = (Harm.SEVERE, Harm.DEATH)


def is_serious(*harms: str) -> bool:
    """Whether the gravest of these is serious."""
    return worst(*harms) in SERIOUS


# Nothing went wrong in these, so nobody is asked how bad it was.
WITHOUT_HARM = (Kind.SUGGESTION, Kind.GOOD)


class Listing(TextChoices):
    """What the list can be limited to: each is a number on the forskriftskart.

    Twelve months are whole ones, this one with them, and so is the month that is left to examine.
    """

    REPORTED = "reported", _("Meldt siste tolv måneder")
    WRONG = "wrong", _("Avvik og uønskede hendelser siste tolv måneder")
    SUGGESTIONS = "suggestions", _("Forslag siste tolv måneder")
    GOOD = "good", _("Noe som gikk bra, siste tolv måneder")
    OLD = "old", _("Avvik som er gamle nok til å være undersøkt")
    ANALYSED = "analysed", _("De av dem som er undersøkt, med skrevne funn")
    LATE = "late", _("Avvik som har ventet for lenge på å bli tatt imot")
    SERIOUS = "serious", _("Alvorlige (alvorlig skade eller død) siste tolv måneder")
    SERIOUS_LATE = "serious_late", _("Alvorlige som ikke er tatt imot i tide")
    SERIOUS_UNDECIDED = "serious_undecided", _("Alvorlige som ikke er avgjort i tide")


class Cause(TextChoices):
    """Contributing causes, systems before persons."""

    STAFFING = "staffing", _("Bemanning")
    WORKLOAD = "workload", _("Arbeidsmengde og samtidige oppgaver")
    COMPETENCE = "competence", _("Opplæring og kompetanse")
    ROUTINE = "routine", _("Rutine mangler, er uklar eller passer ikke")
    COMMUNICATION = "communication", _("Kommunikasjon")
    HANDOVER = "handover", _("Overføring mellom vakter eller enheter")
    EQUIPMENT = "equipment", _("Utstyr")
    ICT = "ict", _("IKT-systemer")
    MEDICATION_SYSTEM = "medication_system", _("System for legemiddelhåndtering")
    PREMISES = "premises", _("Lokaler og omgivelser")
    PATIENT_FLOW = "patient_flow", _("Pasientflyt og kapasitet")
    CULTURE = "culture", _("Kultur for å si fra")


MOVES: Moves = {
    (State.RECEIVED, "take"): State.EXAMINING,
    (State.RECEIVED, "hand_over"): State.RECEIVED,
    (State.RECEIVED, "recuse"): State.RECEIVED,
    (State.RECEIVED, "answer"): State.RECEIVED,
    (State.EXAMINING, "confirm"): State.EXAMINING,
    (State.EXAMINING, "ask"): State.EXAMINING,
    (State.EXAMINING, "withdraw_question"): State.EXAMINING,
    (State.EXAMINING, "extend_question"): State.EXAMINING,
    (State.EXAMINING, "answer"): State.EXAMINING,
    (State.EXAMINING, "analyse"): State.EXAMINING,
    (State.EXAMINING, "hand_over"): State.RECEIVED,
    (State.EXAMINING, "recuse"): State.RECEIVED,
    (State.EXAMINING, "add_action"): State.EXAMINING,
    (State.EXAMINING, "decide"): State.IMPROVING,
    (State.EXAMINING, "conclude"): State.CONCLUDED,
    # What can never be finished is worked on as a whole, and the case is finished as part of it.
    (State.RECEIVED, "conclude_in_theme"): State.CONCLUDED,
    (State.EXAMINING, "conclude_in_theme"): State.CONCLUDED,
    (State.RECEIVED, "set_aside"): State.ASIDE,
    (State.EXAMINING, "set_aside"): State.ASIDE,
    (State.RECEIVED, "whistleblow"): State.ASIDE,
    (State.EXAMINING, "whistleblow"): State.ASIDE,
    (State.RECEIVED, "withdraw"): State.ASIDE,
    (State.ASIDE, "take_up_again"): State.EXAMINING,
    (State.ASIDE, "recuse"): State.ASIDE,
    # What was decided goes on for months: who follows it may change, and nothing is decided anew.
    (State.IMPROVING, "confirm"): State.IMPROVING,
    (State.IMPROVING, "ask"): State.IMPROVING,
    (State.IMPROVING, "withdraw_question"): State.IMPROVING,
    (State.IMPROVING, "extend_question"): State.IMPROVING,
    (State.IMPROVING, "hand_over"): State.IMPROVING,
    (State.IMPROVING, "recuse"): State.IMPROVING,
    (State.IMPROVING, "answer"): State.IMPROVING,
    (State.IMPROVING, "analyse"): State.IMPROVING,
    (State.IMPROVING, "add_action"): State.IMPROVING,
    (State.IMPROVING, "tell_change"): State.IMPROVING,
    (State.IMPROVING, "look_again"): State.EXAMINING,
    (State.IMPROVING, "conclude"): State.CONCLUDED,
    (State.CONCLUDED, "answer"): State.CONCLUDED,
    (State.CONCLUDED, "confirm"): State.CONCLUDED,
    (State.CONCLUDED, "recuse"): State.CONCLUDED,
    (State.CONCLUDED, "take_up_again"): State.EXAMINING,
    **{(state, act): state for state in State for act in ("add", "add_to_report")},
    **{
        (state, act): state
        for state in (State.EXAMINING, State.IMPROVING, State.CONCLUDED)
        for act in ("point_at_risk", "withdraw_risk", "classify", "name_product")
    },
    **{(state, "answer_in_group"): state for state in State if state != State.ASIDE},
}
