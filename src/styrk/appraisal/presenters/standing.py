"""How a review stands, and what was done to it, in words."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.appraisal import rules, wording
from styrk.appraisal.forms import WrittenForm
from styrk.appraisal.models import Appraisal, AppraisalStep, Extension
from styrk.appraisal.presenters.names import ACTS, OUTSIDE, STATES, Mark
from styrk.appraisal.queries import Held
from styrk.appraisal.record import named
from styrk.appraisal.rules import YEAR, is_top
from styrk.appraisal.states import Part, Party, State
from styrk.core import clock
from styrk.regulation.letters import LETTERS, PROVISIONS, Letter
from styrk.ui.forms import listed
from styrk.ui.history import Told, in_words, told, with_note
from styrk.ui.words import spoken_day


def name_of(appraisal: Appraisal) -> str:
    said = {"year": appraisal.year, "unit": appraisal.unit.name, "number": appraisal.number}
    if appraisal.number > 1:
        return _("Ledelsens gjennomgang %(year)s, nr. %(number)s, for %(unit)s") % said
    return _("Ledelsens gjennomgang %(year)s for %(unit)s") % said


def state_mark(appraisal: Appraisal) -> Mark:
    state = State(appraisal.state)
    return state.label, STATES[state]


def signed_by(appraisal: Appraisal) -> str:
    """Who signed it, and as what; empty for a draft."""
    if appraisal.signed_by is None:
        return ""
    told = wording.voice(top=is_top(appraisal.unit)).signed_by
    return str(told) % {"name": appraisal.signed_by.name}


def item_name(item: str) -> str:
    """A part or a letter, as a heading."""
    if item in Part.values:
        return str(Part(item).label)
    return f"{PROVISIONS[Letter(item)].reference} {PROVISIONS[Letter(item)].title}"


def held_mark(held: Held, on: date) -> Mark:
    """How it stands with the review of a unit that holds its own."""
    signed = held.signed.signed_at if held.signed else None
    if signed is not None and clock.day(signed) + YEAR >= on:
        return _("Signert %(day)s") % {"day": spoken_day(signed)}, "success"
    if held.under_way:
        return gettext_lazy("Under arbeid"), "info"
    if signed is None:
        return gettext_lazy("Ingen er signert ennå"), "warning"
    return _("Sist signert %(day)s, mer enn ett år siden") % {"day": spoken_day(signed)}, "danger"


def extension_words(one: Extension) -> str:
    """Which units it says hold their own."""
    told = []
    if one.levels:
        told.append(_("alle på nivået %(levels)s") % {"levels": listed(one.levels)})
    if one.codes:
        told.append(_("enhetene %(codes)s") % {"codes": listed(one.codes)})
    return listed(told) if told else _("bare øverste nivå")


def parties(codes: Iterable[str]) -> str:
    return ", ".join(str(Party(one).label).lower() for one in codes)


def before_signing(appraisal: Appraisal, *, decided: int, on: date) -> str:
    """What one is told before one signs: what it lacks, with `decided` actions, and that it stands then."""
    stands = _(
        "Den blir stående som den er, og alle i virksomheten kan lese den. Det som kommer til"
        " senere, blir et tillegg."
    )
    if not is_top(appraisal.unit):
        stands = _(
            "Den blir stående som den er. Lederen over og alle i enheten kan lese den. Det som kommer"
            " til senere, blir et tillegg."
        )
    return " ".join([*_lacks(appraisal, decided, on), stands])


def _lacks(appraisal: Appraisal, decided: int, on: date) -> Iterator[str]:
    if unjudged := rules.unjudged(appraisal):
        lacks = _(
            "%(num)s av %(all)s bokstaver er ikke vurdert. Det kommer til å stå i forskriftskartet."
        )
        yield lacks % {"num": unjudged, "all": len(LETTERS)}
    if not decided:
        yield _("Dere har ikke bestemt noen tiltak.")
    gathered = clock.day(appraisal.gathered_at)
    if gathered != on:
        yield _("Dataene er hentet %(day)s.") % {"day": spoken_day(gathered)}
    if rules.is_old(appraisal, on):
        yield _("Det er mer enn en måned siden. Det kommer til å stå i forskriftskartet.")


def history(steps: Iterable[AppraisalStep]) -> list[Told]:
    return told(
        steps, lambda step: with_note(in_words(_spoken(step), ACTS), step.note), WrittenForm
    )


def _spoken(step: AppraisalStep) -> AppraisalStep:
    """With the name of what was judged in the language of the reader."""
    if "item" in step.detail:
        item = step.detail["item"]
        name = str(OUTSIDE[item]) if step.act == "inform" else named(item)
        step.detail = step.detail | {"name": name}
    return step
