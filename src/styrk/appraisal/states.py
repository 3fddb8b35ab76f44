"""The life of ledelsens gjennomgang, its four parts, and what a judgement may say."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from styrk.core.states import Moves
from styrk.organisation.flavours import worded


class State(TextChoices):
    DRAFT = "draft", _("Under arbeid")
    SIGNED = "signed", _("Signert")
    DROPPED = "dropped", _("Forkastet")


class Part(TextChoices):
    """What the review shall at least answer."""

    RESULTS = "results", _("Resultatene, og om målene er nådd")
    COMPLIANCE = "compliance", _("Om lov, forskrift og faglige anbefalinger følges")
    WHOLE = "whole", _("Om styringssystemet samlet virker og gir forbedring")
    IMPROVEMENT = "improvement", _("Planen for å gjøre styringssystemet bedre")


class Works(TextChoices):
    """How § 8 f asks: does it work as it was meant to?"""

    WORKS = "works", _("Fungerer som forutsatt")
    PARTLY = "partly", _("Fungerer delvis")
    FAILS = "fails", _("Fungerer ikke")


class Party(TextChoices):
    LEADERS = "leaders", _("Ledelsen")
    UNION = "union", _("Tillitsvalgte")
    SAFETY = "safety", _("Verneombud")
    USERS = (
        "users",
        worded(_("Brukerutvalg"), _("Råd for eldre og for personer med funksjonsnedsettelse")),
    )
    OTHERS = "others", _("Andre")


# Those who are heard, or it says why not: §§ 3 and 7 d, and helseforetaksloven § 35 of users.
HEARD = (Party.UNION, Party.SAFETY, Party.USERS)
MOVES: Moves = {
    (State.DRAFT, "gather"): State.DRAFT,
    (State.DRAFT, "judge"): State.DRAFT,
    (State.DRAFT, "take_part"): State.DRAFT,
    (State.DRAFT, "correct_participant"): State.DRAFT,
    (State.DRAFT, "remove_participant"): State.DRAFT,
    (State.DRAFT, "add_action"): State.DRAFT,
    (State.DRAFT, "tell"): State.DRAFT,
    (State.DRAFT, "inform"): State.DRAFT,
    (State.DRAFT, "sign"): State.SIGNED,
    (State.DRAFT, "drop"): State.DROPPED,
    (State.SIGNED, "add"): State.SIGNED,
}
