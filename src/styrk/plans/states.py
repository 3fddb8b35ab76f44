"""The life of a version of a plan, and of each item in it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves


class State(TextChoices):
    DRAFT = "draft", _("Utkast")
    HEARD = "heard", _("Hørt, ikke vedtatt")
    APPROVED = "approved", _("Vedtatt")


class ItemState(TextChoices):
    PROPOSED = "proposed", _("Forslag")
    IN_PLAN = "in_plan", _("I planen")
    DEFERRED = "deferred", _("Utsatt")
    TAKEN_OUT = "taken_out", _("Tatt ut")


class Party(TextChoices):
    EMPLOYEES = "employees", _("Ansatte i enheten")
    UNION = "union", _("Tillitsvalgte")
    SAFETY = "safety", _("Verneombud")
    USERS = "users", _("Brukere eller brukerutvalg")
    OTHERS = "others", _("Andre")


class Source(TextChoices):
    """What a plan builds on (§ 6 b), by where it comes from."""

    FIGURES = "figures", _("Tall for aktivitet, ventetid og økonomi")
    USERS = "users", _("Erfaringer fra pasienter, brukere og pårørende")
    STAFF = "staff", _("Det de ansatte vet og sier")
    INCIDENTS = "incidents", _("Avvik og uønskede hendelser")
    RISKS = "risks", _("Risikovurderinger")
    INSPECTIONS = "inspections", _("Tilsyn og revisjon")
    RESEARCH = "research", _("Faglige råd, retningslinjer og forskning")
    AHEAD = "ahead", _("Utviklingsplan og det som kommer")
    OTHER = "other", _("Annet")


# Those who work here, or speak for those who do (§ 7 d).
OF_THE_STAFF = (Party.EMPLOYEES, Party.UNION, Party.SAFETY)

# The first version is approved when somebody has been heard; a revision may be before, with why.
MOVES: Moves = {
    (State.DRAFT, "write"): State.DRAFT,
    (State.DRAFT, "build_on"): State.DRAFT,
    (State.DRAFT, "hear"): State.HEARD,
    (State.DRAFT, "approve"): State.APPROVED,
    (State.HEARD, "write"): State.HEARD,
    (State.HEARD, "build_on"): State.HEARD,
    (State.HEARD, "hear"): State.HEARD,
    (State.HEARD, "approve"): State.APPROVED,
    (State.APPROVED, "revise"): State.APPROVED,
}
ITEM_MOVES: Moves = {
    (ItemState.PROPOSED, "keep"): ItemState.IN_PLAN,
    (ItemState.PROPOSED, "adapt"): ItemState.PROPOSED,
    (ItemState.PROPOSED, "move"): ItemState.PROPOSED,
    (ItemState.PROPOSED, "defer"): ItemState.DEFERRED,
    (ItemState.PROPOSED, "take_out"): ItemState.TAKEN_OUT,
    (ItemState.IN_PLAN, "adapt"): ItemState.IN_PLAN,
    (ItemState.IN_PLAN, "move"): ItemState.IN_PLAN,
    (ItemState.IN_PLAN, "defer"): ItemState.DEFERRED,
    (ItemState.IN_PLAN, "take_out"): ItemState.TAKEN_OUT,
    (ItemState.DEFERRED, "keep"): ItemState.IN_PLAN,
    (ItemState.DEFERRED, "adapt"): ItemState.DEFERRED,
    (ItemState.DEFERRED, "move"): ItemState.DEFERRED,
    (ItemState.DEFERRED, "defer"): ItemState.DEFERRED,
    (ItemState.DEFERRED, "take_out"): ItemState.TAKEN_OUT,
    (ItemState.TAKEN_OUT, "keep"): ItemState.IN_PLAN,
    (ItemState.PROPOSED, "object"): ItemState.PROPOSED,
    (ItemState.IN_PLAN, "object"): ItemState.IN_PLAN,
    (ItemState.DEFERRED, "object"): ItemState.DEFERRED,
}
