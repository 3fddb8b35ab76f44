"""The life of an edition of a source, and of a requirement placed at a unit."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves
from styrk.organisation.flavours import worded


class SourceKind(TextChoices):
    LAW = "law", _("Lov")
    REGULATION = "regulation", _("Forskrift")
    GUIDELINE = "guideline", _("Veileder eller retningslinje")
    OWNER_LETTER = "owner_letter", _("Oppdragsdokument")
    MANDATE = "mandate", _("Oppdrag og bestilling")
    SUPPLEMENT = "supplement", _("Tilleggsdokument")
    MINUTES = "minutes", _("Foretaksmøteprotokoll")
    BOARD_DECISION = "board_decision", worded(_("Styrevedtak"), _("Vedtak i kommunestyret"))
    NATIONAL_PLAN = "national_plan", _("Nasjonal plan")
    REGIONAL_PLAN = "regional_plan", _("Regional plan")
    ECONOMIC_PLAN = (
        "economic_plan",
        worded(_("Økonomisk langtidsplan og budsjettramme"), _("Økonomi- og handlingsplan")),
    )
    AGREEMENT = "agreement", _("Avtale")
    FRAMEWORK = "framework", _("Rammeverk eller standard")


class Kind(TextChoices):
    """What a requirement asks for; a heading asks for nothing and has none."""

    TARGET = "target", _("Måltall")
    TASK = "task", _("Oppgave")
    STANDING = "standing", _("Varig krav")
    INFORMATION = "information", _("Orientering")


# Asks for no goal: a standing requirement is caught by what it was made to mean here.
GOALLESS = (Kind.INFORMATION, Kind.STANDING)


class Rhythm(TextChoices):
    MONTHLY = "monthly", _("Hver måned")
    TERTIAL = "tertial", _("Hvert tertial")
    YEARLY = "yearly", _("Hvert år")


class EditionState(TextChoices):
    DRAFT = "draft", _("Utkast")
    PUBLISHED = "published", _("Utgitt")


class State(TextChoices):
    """Where a placed requirement stands with the unit that received it."""

    PLACED = "placed", _("Venter på svar")
    ACCEPTED = "accepted", _("Tatt imot og gjort konkret")
    NOT_APPLICABLE = "not_applicable", _("Gjelder ikke her")
    CONTINUED = "continued", _("Videreført i en ny utgave")
    WITHDRAWN = "withdrawn", _("Trukket tilbake")


class Course(TextChoices):
    """How it goes with a requirement, as the unit itself reports it."""

    MET = "met", _("Oppfylt")
    ON_COURSE = "on_course", _("I rute")
    AT_RISK = "at_risk", _("Usikkert")
    NOT_MET = "not_met", _("Ikke oppfylt")


class AnnualState(TextChoices):
    DRAFT = "draft", _("Utkast")
    APPROVED = "approved", _("Godkjent")


class Fate(TextChoices):
    """What became of a requirement in the next edition."""

    SAME = "same", _("Uendret")
    CHANGED = "changed", _("Endret")
    GONE = "gone", _("Borte")


EDITION_MOVES: Moves = {
    (EditionState.DRAFT, "change"): EditionState.DRAFT,
    (EditionState.DRAFT, "publish"): EditionState.PUBLISHED,
}

ANNUAL_MOVES: Moves = {
    (AnnualState.DRAFT, "write"): AnnualState.DRAFT,
    (AnnualState.DRAFT, "hear"): AnnualState.DRAFT,
    (AnnualState.DRAFT, "approve"): AnnualState.APPROVED,
    (AnnualState.APPROVED, "add"): AnnualState.APPROVED,
}

MOVES: Moves = {
    (State.PLACED, "accept"): State.ACCEPTED,
    (State.PLACED, "decline"): State.NOT_APPLICABLE,
    (State.PLACED, "withdraw"): State.WITHDRAWN,
    (State.ACCEPTED, "accept"): State.ACCEPTED,
    (State.ACCEPTED, "decline"): State.NOT_APPLICABLE,
    (State.ACCEPTED, "report"): State.ACCEPTED,
    (State.ACCEPTED, "report_back"): State.ACCEPTED,
    (State.CONTINUED, "report_back"): State.CONTINUED,
    (State.ACCEPTED, "pass_on"): State.ACCEPTED,
    (State.ACCEPTED, "add_action"): State.ACCEPTED,
    (State.ACCEPTED, "continue"): State.CONTINUED,
    (State.ACCEPTED, "withdraw"): State.WITHDRAWN,
    (State.NOT_APPLICABLE, "accept"): State.ACCEPTED,
    (State.NOT_APPLICABLE, "insist"): State.PLACED,
    (State.NOT_APPLICABLE, "continue"): State.CONTINUED,
    (State.NOT_APPLICABLE, "withdraw"): State.WITHDRAWN,
    (State.PLACED, "continue"): State.CONTINUED,
}
